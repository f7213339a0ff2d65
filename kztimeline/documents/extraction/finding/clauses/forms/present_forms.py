"""Tells the present tense of a verb from a noun or an infinitive that looks the same."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import FINITE, PREFIXES
from kztimeline.documents.extraction.finding.clauses.forms.destinations import DATES
from kztimeline.documents.extraction.finding.clauses.forms.intents import (
    DETERMINERS,
    FORESEEING,
    INFINITIVES,
    Intents,
)
from kztimeline.documents.extraction.finding.clauses.verbs import Form

# Behind them "lives" and "falls" are things: "took more lives Tuesday".
_COUNTS = frozenset({"MORE", "NUMBER_WORD", "TENS", "HUNDRED", "TWO_DIGITS", "AMOUNT", "SINGLE"})
_OBJECT_STARTS = frozenset(
    {"THE", "A", "ON", "IN", "AT", "WEEKDAY", "NAME", "TO", "PREPOSITION", "TODAY", "BY", "MONTH"}
    | {"UNTIL", "SINCE", "AFTER", "BEFORE"}
)
# What is done stands behind them, and to what: "after joining hands".
_BEFORE_GERUNDS = frozenset({
    "after", "before", "by", "for", "from", "in", "of", "since", "when", "while", "without",
})  # fmt: skip
# Behind them stand things, not verbs: "two million shares over the counter".
_BEFORE_THINGS = DETERMINERS | _COUNTS | {"COUNTED"}
_ENDS_OF_DATES = frozenset(
    {"YEAR", "DAY_NUMBER", "MONTH", "WORD_MONTH", "WEEKDAY", "SEASON", "UNIT"}
)
# "Was launched and closes on May 5" has another verb, "the launches and closes" has none.
_BEFORE_DATES = frozenset({"BY", "IN", "ON", "UNTIL"})
_OPENING_DAYS = frozenset({"STOP", "BREAK", "OTHER"})
# Things that are set have these for verbs: "the ban imposed in May ends on Friday".
_SPANNING = frozenset({"begins", "ends", "lapses", "lasts", "runs", "stands", "starts", "stays"})
_BEHIND_PARTICIPLES = frozenset({"AFTER", "AT", "BY", "IN", "ON", "WEEKDAY"})
PARTICLES = frozenset({"out", "off", "up", "down", "over", "back", "away", "forward"})
_PLAYING = frozenset({"face", "host", "meet", "play", "visit"})
_ONE = frozenset({"he", "it", "she"})
_BEFORE_ONE = frozenset({"A", "BY", "IN", "OF"})
_LONGEST_NAME, _SIDE_REACH = 4, 12
_LONGEST_OBJECT = 6
_OWNERS = PARTICLES | {"its", "his", "her", "their", "that", "with", "against", "him", "it", "them"}


class PresentForms(Intents):
    """The present forms in the clause of a phrase."""

    def before_prefix(self, index: int) -> int:
        """Return where a verb begins: at the "re" of "would be re-introduced"."""
        prefixed = self.tokens.symbol(index - 1) == "HYPHEN" and self.word(index - 2) in PREFIXES
        return index - 2 if prefixed else index

    def foresees_after(self, auxiliary: int) -> bool:
        """Tell "do not expect a recovery before Q4": its object is to come, as of "expects"."""
        at = auxiliary + 1
        while self.is_adverb(at) or self.word(at) in ("'", "’"):
            at += 1
        return self.word(at) in FORESEEING

    def _comes_to(self, index: int) -> bool:
        """Tell "is to", "was due to" and "are not to" ahead of their infinitive."""
        for at in range(index + 1, index + 4):
            word = self.word(at)
            if word == "to":
                blames = self.word(at + 1) == "blame"
                return self.tokens.symbol(at + 1) in INFINITIVES and not blames
            if verbs.is_planned(word, self.word(at + 1)):
                done = self._has_own_time(at) or self.goes_somewhere(at)
                return not (index >= self.last and done)
            if not self.is_adverb(at):
                return False
        return False

    def _has_own_time(self, index: int) -> bool:
        """Tell "On Monday the vote was set for May 5", which was done on Monday."""
        at = index + 2 + (self.tokens.symbol(index + 2) == "THE")
        return self.word(index + 1) in ("for", "from", "to", "until") and (
            self.tokens.symbol(at) in DATES
        )

    def _predicates(self, index: int) -> bool:
        """Tell "the deadline is Tuesday", where the phrase follows at once."""
        between = {self.tokens.symbol(i) for i in range(index + 1, self.first)}
        return index < self.first and between <= {"ON", "IN", "AT", "THE"}

    def _is_present(self, index: int, form: Form) -> bool:
        before = self.tokens.symbol(index - 1)
        if form in (Form.BASE, Form.PRESENT_OR_NOUN) and self.follows_pronoun(index):
            return True
        if form is Form.PRESENT:
            counts = before in _COUNTS or self.is_counted(index)
            owned = self.word(index - 1) in verbs.OWNED
            return before not in DETERMINERS and not counts and not owned
        reports = verbs.kind_of_present(self.word(index)) == "report in the present"
        if form is Form.PRESENT_OR_NOUN and self.word(index - 1) in _ONE and not reports:
            return True
        if form is Form.PRESENT_OR_NOUN:
            done_to = self.form(index - 1) is Form.ING and self.word(index - 2) in _BEFORE_GERUNDS
            return not done_to and self._is_no_plural(index)
        is_near = self.word(index) == "near" and self.tokens.symbol(index + 1) in ("NAME", "THE")
        if is_near or self.word(index - 1) in verbs.OWNED:
            return False
        if self.word(index) == "lower" and not self._has_object_behind(index):
            return False
        if form is Form.BASE:
            return self._is_base_of_several(index)
        measured = before == "UNIT" and self.tokens.symbol(index - 2) == "HYPHEN"
        dated = self.word(index).endswith("s") and before in _ENDS_OF_DATES and not measured
        dated = dated and not self.is_counted(index) and not self._is_object_of_year(index)
        return dated and self.tokens.symbol(index + 1) in ("ON", "IN", "AT")

    def _is_base_of_several(self, index: int) -> bool:
        """Tell the verb of "Talks resume", "met and plan a march" and "Wales host the Games"."""
        before = self.tokens.symbol(index - 1)
        if before == "NAME" and self._is_of_several(index):
            return True
        plays = self.word(index) in _PLAYING and self.tokens.symbol(index + 1) == "NAME"
        if before == "AND" and (plays or self._has_object_behind(index)):
            return not self.joins_infinitives(index - 1)
        goes_on = before == "AND" and self.tokens.symbol(index - 2) in _ENDS_OF_DATES
        is_verb = index + 1 == self.first or not verbs.names_thing(self.word(index))
        if goes_on and is_verb:
            return not self.joins_infinitives(index - 1)
        is_verb = not verbs.names_thing(self.word(index)) or self.closes_relative(index - 1)
        is_verb = is_verb or (self.word(index) == "face" and self._has_object_behind(index))
        if self.is_plural(index - 1):
            return is_verb or not self._is_of_one(index)
        return is_verb and self.has_plural_subject(index)

    def _is_of_several(self, index: int) -> bool:
        """Tell "Germany need a point" and "Wales host the Games", as papers tell of a side."""
        if not self._has_object_behind(index) or self.verb_precedes(index, _SIDE_REACH):
            return False
        at = index - 1
        while self.tokens.symbol(at) == "NAME":
            at -= 1
        return self.tokens.symbol(at) in ("STOP", "BREAK", "COMMA", "OTHER")

    def _has_object_behind(self, index: int) -> bool:
        """Tell the verb of "met and plan a march" and "plan to march" from a noun."""
        follows = self.tokens.symbol(index + 1)
        is_to = self.word(index + 1) == "to" and self.tokens.symbol(index + 2) in INFINITIVES
        return follows in ("A", "THE") or self.word(index + 1) in verbs.OWNED or is_to

    def _is_no_plural(self, index: int) -> bool:
        """Tell the verb of "the mayor visits Rome" from the noun of "the expected visits"."""
        before = self.tokens.symbol(index - 1)
        after = self.tokens.symbol(index + 1)
        has_object = after in _OBJECT_STARTS or self.word(index + 1) in _OWNERS
        at_phrase = index + 1 in (self.first, self.last)
        done = self.tokens.symbol(index - 2) == "TODAY" or self.form(index - 2) in verbs.DONE
        if before == "AND" and done and index + 2 == self.first and after in _BEFORE_DATES:
            return True
        closes = self.closes_relative(self.before_adverbs(index))
        joined = before == "AND" and self.tokens.symbol(index - 2) in _ENDS_OF_DATES
        is_day = before == "WEEKDAY" and self.tokens.symbol(index - 2) in _OPENING_DAYS
        follows = before in ("NAME", "WORD") or closes or joined or is_day
        verb = follows and (has_object or at_phrase)
        reaches = self.word(index + 1) == "over" and index + 2 == self.first
        if self.form(index - 1) is Form.PAST:
            return False
        if self.word(index + 1) in PARTICLES and before not in _BEFORE_THINGS and not reaches:
            return True
        if index < self.first and self.verb_follows():
            return False
        if index < self.first and self.verb_precedes(index, _LONGEST_OBJECT):
            return self._stands_behind_participle(index)
        return verb

    def _stands_behind_participle(self, index: int) -> bool:
        """Tell "The ban imposed in May ends on Friday" from "He filed on May 5 reports on it"."""
        if self.word(index) not in _SPANNING or self.tokens.symbol(index + 1) not in _BEFORE_DATES:
            return False
        before = self.clause_before(index, _LONGEST_OBJECT)
        verb = next((at for at in before if self.form(at) in FINITE | verbs.DONE), None)
        if verb is None or self.form(verb) not in verbs.DONE:
            return False
        is_led = self.tokens.symbol(verb + 1) in _BEHIND_PARTICIPLES
        return is_led and self.form(verb - 1) not in FINITE and not self.follows_pronoun(verb)

    def _is_of_one(self, index: int) -> bool:
        """Tell the noun of "in a small arms fire" and "by small arms fire" from a verb."""
        at = index - 1
        while index - at < _LONGEST_NAME and self.tokens.symbol(at) == "WORD":
            at -= 1
        return self.tokens.symbol(at) in _BEFORE_ONE

    def _is_object_of_year(self, index: int) -> bool:
        """Tell "issued 2011 figures in May" from "The mayor in 2011 resigns in May"."""
        year = self.tokens.symbol(index - 1) == "YEAR"
        return year and self.form(index - 2) in verbs.DONE

    def describes_thing(self, index: int) -> bool:
        """Tell "against a planned dam" from "the planned vote", which is what has a day to come."""
        before = self.before_all_adverbs(index)
        owned = self.tokens.symbol(before) in DETERMINERS - {"OF", "IN", "ON", "AT", "BY"}
        thing = self.tokens.symbol(index + 1) in ("WORD", "NAME", "COUNTED", "LABEL")
        if not thing or not (owned or self.word(before) in verbs.OWNED):
            return False
        return not any(self._has_day_set(at) for at in range(index + 1, self.first))

    def is_reason(self, index: int) -> bool:
        """Tell the "due to" of a reason from that of a plan."""
        if self.word(index) != "due" or self.word(index + 1) != "to":
            return False
        symbol = self.tokens.symbol(index + 2)
        if symbol not in INFINITIVES - {"LABEL"} or self.word(index + 2) in verbs.OWNED:
            return True
        is_thing = self.form(index + 2) is Form.ING or self.word(index + 3) == "than"
        behind_verb = self.form(index - 1) in verbs.DONE or self.word(index - 1) in PARTICLES
        return is_thing or behind_verb or self.is_plural(index + 2)
