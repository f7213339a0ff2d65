"""Tells whether a date belongs to a participle, or to a clause that begins or ends beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import (
    ENDS,
    FINITE,
    OPENING_QUOTES,
    REACH,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import Group, Tense, VerbGroups
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.occasions import is_occasion

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.tokens import Tokens

NOUNS = frozenset({"WORD", "NAME", "COUNTED", "LABEL"})
ADVERBIAL = frozenset({"ON", "IN", "AT", "WEEKDAY", "BY"})
# What became of what was due, or did not.
_CAME = frozenset({
    "arrived", "began", "brought", "came", "ended", "failed", "fell", "met", "opened", "passed",
    "resumed", "started", "took", "went",
})  # fmt: skip
_HELD = frozenset({"announced", "held", "issued", "opened", "published", "released", "signed"})
# What a date or a length of time ends with.
_TIMES = frozenset({*DAY_SYMBOLS, *MONTH_SYMBOLS, "UNIT", "UNITS", "WEEKDAY", "YEAR"})
_LONGEST_COMPARISON, _AWAITED_REACH = 8, 8
_PARTICIPLE_REACH = 6
_OBJECT_REACH = 10
_ARTICLES = frozenset({"A", "THE", "NUMBER_WORD"})
_OBJECTS = _ARTICLES | {"DAY_NUMBER", "FIGURE", "NAME", "TWO_DIGITS"}


def opens_behind_comma(tokens: Tokens, conjunction: int) -> bool:
    """Tell the "and" of ", and on Monday"; not the "or" of "within six months, or by May,"."""
    tells_time_again = tokens.word(conjunction) == "or" and (
        tokens.symbol(conjunction - 2) in _TIMES and tokens.symbol(conjunction + 1) in ADVERBIAL
    )
    return tokens.symbol(conjunction - 1) == "COMMA" and not tells_time_again


_WHEN_SAID = frozenset({"ON", "TODAY", "WEEKDAY"})
# Who says something, in ", the mayor said," and ", said Ms. Corkum,".
_OF_SPEAKERS = frozenset({
    "WORD", "NAME", "THE", "A", "DOT", "POSSESSIVE", "LABEL", "COUNTED", "ON", "TODAY", "WEEKDAY",
})  # fmt: skip
_LONGEST_ATTRIBUTION, _LONGEST_ASIDE = 8, 14
_TIME_REACH = 6
_TO_COME = frozenset({Tense.FUTURE, Tense.INTENT, Tense.PLAN})
_TOLD_OF = frozenset({Tense.INTENT, Tense.PAST, Tense.PAST_PLAN, Tense.PLUPERFECT})
_NAMED = frozenset({"called", "dubbed", "entitled", "known", "named", "nicknamed", "titled"})
_SEEING = frozenset(
    {"caught", "filmed", "found", "heard", "noticed", "saw", "seen", "spotted", "watched"}
)
_GETTING_READY = frozenset({"about", "getting", "preparing", "trying", "waiting"})
_BARE = frozenset({Form.BASE, Form.NONE})
_QUOTES = frozenset('"”’')
_RELATIVE = frozenset({"where", "which", "who", "whose"})


class Participles(VerbGroups):
    """The participles in the clause of a phrase."""

    def is_compound(self, index: int) -> bool:
        """Tell the participle of "a closed-door hearing" and "value-added tax": no verb."""
        if self.form(index) not in verbs.DONE:
            return False
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        behind, before = (
            self.tokens.text[end : end + 2],
            self.tokens.text[max(start - 2, 0) : start],
        )
        named = before[-1:] == "-" and before[:1].isalpha() and self.before_prefix(index) == index
        named = named and self.tokens.symbol(index + 1) in ("WORD", "NAME", "COUNTED", "LABEL")
        return named or (behind[:1] == "-" and behind[1:].isalpha())

    def is_participial(self) -> bool:
        """Tell whether the phrase belongs to a participle after a comma: ", held last in May"."""
        verb = self._participle_before()
        return verb is not None and self.tokens.symbol(verb - 1) == "COMMA"

    def is_done_before(self) -> bool:
        """Tell "After arriving on 14 October, they left" and "Having arrived on"."""
        begin = self.sentence()[0]
        opening, acting = self.word(begin), self.word(begin + 1)
        having = acting == "having" or self.form(begin + 1) is Form.ING
        is_near = self.first - begin < _PARTICIPLE_REACH
        return is_near and (opening == "having" or (opening == "after" and having))

    def _is_due_beside(self) -> bool:
        """Tell whether the phrase belongs to a "due" after a comma: ", due in April, came out"."""
        due = self.first - 1 - (self.tokens.symbol(self.first - 1) in ADVERBIAL)
        return self.word(due) == "due" and self.tokens.symbol(due - 1) == "COMMA"

    def is_apposition(self) -> bool:
        """Tell "dismissed the prosecutor, named in May": no part of "was sold in 2001, shut in".

        So are both of "The code, adopted in 1999 and last changed in May".
        """
        verb = self._participle_before()
        comma = self.before_adverbs(verb) if verb is not None else None
        if comma is not None and self.tokens.symbol(comma) == "AND":
            joined = range(comma - 1, max(comma - _PARTICIPLE_REACH, 0), -1)
            verb = next((at for at in joined if self.form(at) in verbs.DONE), None)
            comma = self.before_adverbs(verb) if verb is not None else None
        if verb is None or comma is None or self.tokens.symbol(comma) != "COMMA":
            return False
        return self.form(verb) in verbs.DONE and self.tokens.symbol(comma - 1) in NOUNS

    def is_of_object(self) -> bool:
        """Tell whether the phrase belongs to a participle after an object: "held a man jailed"."""
        verb = self._participle_before()
        if verb is None or self.tokens.symbol(verb - 1) not in NOUNS:
            return False
        for index in range(verb - 1, max(verb - _OBJECT_REACH, -1), -1):
            parts = self.tokens.word(index) in (";", ":")
            if parts or self.tokens.symbol(index) in (*ENDS, "COMMA", "AND"):
                return False
            if self.form(index) in (Form.PAST, Form.HAD, Form.HAVE, Form.WILL, Form.PRESENT):
                return self._has_object(index)
        return False

    def _has_object(self, verb: int) -> bool:
        """Tell "held a man" and "opens with the oath", behind which a participle describes."""
        word, form, after = self.word(verb), self.form(verb), self.tokens.symbol(verb + 1)
        if form is Form.PRESENT:
            reports = verbs.kind_of_present(word) == "report in the present"
            return not reports and after in _ARTICLES | ADVERBIAL
        return form is Form.PAST and not verbs.reports(word) and after in _ARTICLES

    def _participle_before(self) -> int | None:
        """Return where the participle of the phrase stands: that of "jailed in May"."""
        for index in range(self.first - 1, max(self.first - _PARTICIPLE_REACH, 0), -1):
            if self.tokens.symbol(index) in (*ENDS, "COMMA", "AND"):
                return None
            if self.form(index) in verbs.DONE:
                return index
        return None

    def is_of_speech(self) -> bool:
        """Tell "The minister on Friday: 'We will go'", whose quotation has a clause of its own."""
        opens = self.last + (self.tokens.word(self.last) == ":")
        return self.tokens.word(opens) in OPENING_QUOTES

    def came_about(self, index: int) -> bool:
        """Tell "came on Tuesday" and "was not held" behind what was due, from "was put off"."""
        at = index
        while self.is_adverb(at):
            at += 1
        if self.form(at) is Form.WAS:
            at += 1 + (self.word(at + 1) == "not")
            return self.word(at) in _HELD
        return self.word(at) in _CAME

    def stands_before_date(self, index: int) -> bool:
        """Tell whether a word stands right before the phrase and its preposition."""
        return index + 1 + (self.tokens.symbol(index + 1) in ADVERBIAL) == self.first

    def has_subject_behind(self, index: int) -> bool:
        """Tell "after their match on Tuesday was put off" from "fees paid since May are due".

        So does "after storms Monday and Tuesday dropped ten inches".
        """
        named = index + 1 + (self.tokens.symbol(index + 1) in ADVERBIAL) < self.first
        verb = self.behind_days()
        describes = self.form(verb) is Form.PAST and verbs.can_describe(self.word(verb))
        has_object = self.tokens.symbol(verb + 1) in _OBJECTS or self.word(verb + 1) in verbs.OWNED
        has_object = has_object or self.word(verb + 1) == "to"
        is_verb = self.form(verb) in FINITE and (not describes or has_object)
        return named and is_verb

    def goes_on_behind(self) -> bool:
        """Tell "and on Monday criticized it" and "and on Sunday, rebels left" from a list."""
        is_listed = self.tokens.symbol(self.first - 1) == "AND"
        closes = self.tokens.symbol(self.last) == "COMMA"
        return not is_listed and (closes or self.group_after(self.last) is not None)

    def opening_of_comparison(self, comma: int) -> int | None:
        """Return the comma that opens ", as bishops must," before a comma; None where none does."""
        opening = self.aside_before(comma)
        if opening is None or comma - opening > _LONGEST_COMPARISON:
            return None
        return opening if self.word(opening + 1) == "as" else None

    def is_awaited(self, verb: int) -> bool:
        """Tell what "would not decide before their boards met in May" waits for."""
        for at in self.clause_before(verb, _AWAITED_REACH):
            if self.word(at) in ("before", "until", "once"):
                before = range(max(at - _AWAITED_REACH, 0), at)
                return any(self.form(place) is Form.WOULD for place in before)
        return False

    def tells_how_long(self, closing: int) -> bool:
        """Tell the aside of "On Monday, just an hour before he was to fly, he decided to stay"."""
        opening = range(self.last + 1, min(self.last + _TIME_REACH, closing))
        return any(
            self.tokens.symbol(at) in ("UNIT", "UNITS") and self.word(at + 1) in ("after", "before")
            for at in opening
        )

    def behind_days(self) -> int:
        """Return where "votes on Monday and Tuesday failed" goes on, or the phrase ends."""
        joined = self.tokens.symbol(self.last), self.tokens.symbol(self.last + 1)
        return self.last + 2 * (joined == ("AND", "WEEKDAY"))

    def opening_of_relative(self, comma: int) -> int | None:
        """Return where the aside of "began the tour, which lasts a month, with a show on" opens."""
        opening = self.aside_before(comma)
        if opening is None:
            return None
        relative = self.word(opening + 1) in _RELATIVE or self.word(opening + 2) in _RELATIVE
        relative = relative or self.word(opening + 1) == "ended"
        return opening if relative and self.verb_precedes(opening, REACH) else None

    def has_participle(self, found: Group) -> bool:
        """Tell "Men arrested Sunday will appear" from "Talks Sunday will go on"."""
        return self.form(self.first - 1) in verbs.DONE and found[0] is Tense.PAST

    def stands_before_verb(self, found: Group, follows: Group) -> bool:
        """Tell "comes as lawmakers on Monday were planning to", which is when they were."""
        if self.tokens.symbol(self.first - 1) != "ON" or not self.has_weekday():
            return False
        subject = self.first - 2
        named = self.tokens.symbol(subject) in NOUNS and self.form(subject) is Form.NONE
        named = named and self.word(subject - 1) != "to"
        told = follows[0] in _TOLD_OF and not is_occasion(self.word(subject))
        return named and told and found[0] not in _TO_COME and self.form(self.last) in FINITE

    def opening_of_attribution(self, comma: int) -> int | None:
        """Return the comma that opens ", the mayor said," before a comma; None where none does."""
        opening = self.aside_before(comma)
        if opening is None or comma - opening > _LONGEST_ATTRIBUTION:
            return None
        inside = range(opening + 1, comma)
        says = [at for at in inside if self.is_said_with(at)]
        others = (at for at in inside if at not in says)
        is_plain = all(self.tokens.symbol(at) in _OF_SPEAKERS for at in others)
        # The speaker stands on one side of the verb: of "the mayor said Ms. Corkum," more is said.
        aside = len(says) == 1 and (says[0] == opening + 1 or self._closes(says[0] + 1, comma))
        return opening if aside and is_plain else None

    def opening_of_aside(self, conjunction: int) -> int | None:
        """Return where the aside opens in "will visit Rome, which he left in May, and sign".

        What "and" joins there goes on from the verb before the aside. So it does behind brackets,
        and behind ", she said,".
        """
        if self.tokens.symbol(conjunction) == "CLOSE":
            return self.opening_of_brackets(conjunction)
        if self.is_dash(conjunction) and self.stands_before_date(conjunction):
            return self._dash_before(conjunction)
        if self.tokens.symbol(conjunction) == "COMMA":
            if (relative := self.opening_of_relative(conjunction)) is not None:
                return relative
            openings = (
                opening(conjunction)
                for opening in (
                    self.opening_of_attribution,
                    self.opening_of_comparison,
                    self.opening_of_name,
                )
            )
            return next((opening for opening in openings if opening is not None), None)
        if self.tokens.word(conjunction) in OPENING_QUOTES:
            return self.end_of_quotation_before(conjunction)
        if self.word(conjunction) != "and" or self.form(conjunction + 1) not in _BARE:
            return None
        opening = self.aside_before(conjunction - 1)
        return opening if opening is not None and self.opens_aside(opening) else None

    def _dash_before(self, dash: int) -> int | None:
        """Return the dash that opens "-- somewhere in the west --" before a date; None for none."""
        for at in range(dash - 1, max(dash - _LONGEST_ASIDE, -1), -1):
            if self.tokens.symbol(at) in ENDS or self.form(at) in FINITE:
                return None
            if self.is_dash(at):
                return at
        return None

    def is_seen(self, verb: int) -> bool:
        """Tell "saw the party preparing to depart on Friday", which is when they were seen."""
        acts = self.word(verb) in _GETTING_READY
        return acts and any(self.word(at) in _SEEING for at in self.clause_before(verb))

    def ends_quotation(self, index: int) -> bool:
        """Tell the quotation mark of '"Come in May," he said', after which no other opens."""
        if self.tokens.word(index) not in _QUOTES or self.tokens.symbol(index - 1) != "COMMA":
            return False
        last = self.sentence()[1]
        return all(self.tokens.word(at) not in _QUOTES for at in range(index + 1, last))

    def opening_of_name(self, comma: int) -> int | None:
        """Return the comma that opens ", also known as Burma," before a comma; None for none."""
        opening = self.aside_before(comma)
        if opening is None or comma - opening > _LONGEST_ATTRIBUTION:
            return None
        return opening if self.word(opening + 1 + self.is_adverb(opening + 1)) in _NAMED else None

    def _closes(self, at: int, comma: int) -> bool:
        """Tell the end of ", the mayor said on Monday," behind its verb."""
        return all(self.tokens.symbol(place) in _WHEN_SAID for place in range(at, comma))
