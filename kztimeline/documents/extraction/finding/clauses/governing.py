"""Finds the verb that a phrase belongs to.

A date is an adverbial of the nearest verb before it in its clause, or of the verb after it
where it opens the clause: "On January 5 the mayor said that pumps would be bought" is
past, and so is "The envoy, who will leave in June, arrived January 5".
"""

from __future__ import annotations

import re

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import (
    ENDS,
    FINITE,
    REACH,
    VERBAL,
)
from kztimeline.documents.extraction.finding.clauses.participles import (
    ADVERBIAL,
    NOUNS,
    Participles,
    opens_behind_comma,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import (
    Group,
    Tense,
)
from kztimeline.documents.extraction.finding.clauses.verbs import Form

_SHORTEST_SUBJECT = 2
_BARE = frozenset({Form.BASE, Form.NONE})
_OPENING_QUOTES = frozenset({'"', "“"})
# Behind a "that" they tell that no noun has it: "told deputies that on Monday".
_BEFORE_DATES = frozenset({"AT", "BY", "IN", "ON", "PREPOSITION", "SINCE", "UNTIL"})
_CLAUSE_WORDS = frozenset({
    "that", "because", "although", "though", "but", "while", "whereas", "when", "if", "unless",
    "where", "which", "who", "whose", "whom", "why", "how", "so", "and", "or", "as",
})  # fmt: skip
# These open a clause only after a comma; "as" of a role does not.
_WEAK_CLAUSE_WORDS = frozenset({"and", "or", "as", "so"})
# Symbols under which a verb can stand, or what opens a clause.
_TELLING = VERBAL | {"AND", "OTHER"}
_STRONG_CLAUSE_WORDS = _CLAUSE_WORDS - _WEAK_CLAUSE_WORDS
_AFTER = frozenset({"after", "since", "upon"})
# They open a clause as well as a noun: "after their match on Tuesday was put off".
_OF_CLAUSES_TOO = frozenset({"after", "before", "since", "until"})
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "told", "urged"})
_ASKING = FINITE | {Form.DID, Form.DO}
_INVITING = frozenset({"ask", "call", "come", "give", "join", "let", "meet", "see", "tell"})
# Notices begin with these: "Closed Monday to Wednesday", "Postponed: the match of May 3".
_SHUT = frozenset({"canceled", "cancelled", "closed", "postponed", "suspended"})
_COMING_ALONG = frozenset({"along", "and", "early", "for", "to"})
_INVITED = frozenset({"back", "her", "him", "it", "me", "them", "us", "you", "’", "'"})
# Prepositions that the grammar has no symbol for.
_PREPOSITIONS = frozenset({
    "for", "over", "under", "with", "toward", "towards", "near", "into", "past", "around",
    "than", "about", "within",
})  # fmt: skip


class Clause(Participles):
    """The clause around a phrase."""

    def governing(self) -> Group:
        """Return the tense of the verb that the phrase belongs to, and that verb."""
        follows = self.group_after(self.behind_days())
        found = self._before() or self._forward(within_clause=False) or self._unlisted()
        if self._is_not_done_by(found):
            return Tense.PRESENT, "", False
        if follows is None:
            return self._was_planned(found)
        over = (Tense.PAST,) if self.has_weekday() else (Tense.PAST, Tense.PLUPERFECT)
        stands = found[1].startswith(("is ", "are ")) and self.form(self.last) in verbs.DONE
        if found[0] is Tense.PLAN and follows[0] in over and not stands:
            return Tense.PAST_PLAN, found[1], True
        if follows[0] is Tense.PRESENT and self.last == self.main_verb:
            return found
        before, word = self.tokens.symbol(self.first - 1), self.word(self.first - 1)
        stands_bare = before in ("WORD", "NAME") and word not in _PREPOSITIONS
        # "Tickets bought for Saturday will be honored."
        is_meant_for = word == "for" and self.has_weekday() and follows[0] is Tense.FUTURE
        stands_bare = stands_bare or word == "that" or is_meant_for
        if found[0] is Tense.PLAN and verbs.is_planned(word, ""):
            return found
        if self.stands_before_verb(found, follows):
            return Tense.PAST, follows[1], False
        if self._is_of_said(found, follows):
            return follows
        return follows if stands_bare and not self.has_participle(found) else found

    def _is_of_said(self, found: Group, follows: Group) -> bool:
        """Tell the half of "said profit in the second half would depend on it", which would be."""
        said = found[0] is Tense.PAST and verbs.reports(found[1])
        opening = self.first - 1 - (self.tokens.symbol(self.first - 1) == "THE")
        behind = self.tokens.symbol(opening) == "IN" and not verbs.reports(self.word(opening - 1))
        return said and behind and follows[0] in (Tense.WOULD, Tense.FUTURE, Tense.MAY)

    def _is_not_done_by(self, found: Group) -> bool:
        """Tell the deadline of "Claims not filed by Friday are void" and "lapse"."""
        participle = self.first - 2
        if self.tokens.symbol(self.first - 1) not in ("BY", "BEFORE"):
            return False
        if found[0] is not Tense.PAST or self.word(participle - 1) not in ("not", "left"):
            return False
        if self.form(participle - 2) is Form.DID:
            return False
        follows = self.group_after(self.last)
        if follows is None:
            return self.tokens.symbol(self.last) == "WORD" and self.word(self.last)[-1:] == "s"
        return follows[0] in (Tense.PRESENT, Tense.FUTURE)

    def _was_planned(self, found: Group) -> Group:
        """Tell the plan of "the vote, set for May, had been put off", or was held; it is past."""
        opening = self.last + (self.tokens.symbol(self.last) == "COMMA")
        if found[0] is Tense.PLAN and self.has_weekday() and self.came_about(opening):
            return Tense.PAST_PLAN, found[1], True
        if found[0] is not Tense.PLAN or opening == self.last:
            return found
        while self.is_adverb(opening):
            opening += 1
        follows = self.group_after(opening)
        beside = self.is_participial() or self._is_due_beside()
        if follows and beside and follows[0] in (Tense.PAST, Tense.PLUPERFECT):
            return Tense.PAST_PLAN, found[1], True
        return found

    def _unlisted(self) -> Group:
        """Read a sentence without a verb that is known: what is not past is the present.

        Past forms are known from their ending or by heart; those of the present are not.
        """
        adverbial = self.tokens.symbol(self.first - 1) in ("ON", "IN", "BY", "WORD")
        first, last = self.sentence()
        ends_open = self.tokens.symbol(last) == "BREAK" or not self.tokens.word(last)
        if ends_open and self.is_to_be(first):
            return Tense.PLAN, "to", True
        whole = self.tokens.symbol(first - 1) in ENDS and self.tokens.symbol(last) == "STOP"
        labelled = any(self.word(at) == ":" for at in range(first, min(first + 4, self.first)))
        words = sum(self.word(at).isalnum() for at in range(first, self.first))
        whole = whole and words > _SHORTEST_SUBJECT and not labelled
        return (Tense.PRESENT if adverbial and whole else Tense.NONE), "", False

    def says(self, words: re.Pattern[str]) -> bool:
        """Tell whether words stand in the sentence of the phrase, some way around it."""
        first, last = self.sentence()
        starts, ends = self.tokens.starts, self.tokens.ends
        return bool(words.search(self.tokens.text, starts[first], ends[last - 1]))

    def has_verb_before(self) -> bool:
        """Tell whether the clause has its verb before the phrase."""
        for index in range(self.first - 1, max(self.first - REACH, -1), -1):
            if self.tokens.symbol(index) in ENDS or self.tokens.word(index) in (";", ":"):
                return False
            if self.tokens.symbol(index) in VERBAL and self.group_before(index):
                return not self._is_of_subject(index)
        return False

    def _before(self) -> Group | None:
        """Read back to the nearest verb; where a clause opens without one, read on in it."""
        index = self.first - 1
        stop = max(self.first - REACH, -1)
        read_on = False
        while index > stop and (symbol := self.tokens.symbol(index)) not in ENDS:
            if (opening := self.opening_of_aside(index)) is not None:
                index = opening - 1
                continue
            if symbol == "COMMA" and self._is_main_verb_unlisted(index):
                return Tense.PRESENT, "", False
            if symbol == "NAME" and (opened := self._opened(index)):
                return opened
            told = symbol in _TELLING or self._is_conjunction(index)
            if not told or self.is_compound(index):
                index -= 1
                continue
            if not read_on and self._opens_clause(index):
                read_on = True
                found = self._condition(index) or self._forward(within_clause=True)
                if found:
                    return found
            found = self.group_before(index)
            if found and self._is_of_subject(index):
                return self._forward(within_clause=True) or found
            if found:
                return self._done_before(index, found)
            index -= 1
        return None

    def _condition(self, opening: int) -> Group | None:
        """Read "unless talks on Sunday produce an offer", whose verb no list holds."""
        close = self.next_comma(self.last, self.last + REACH)
        forms = {self.form(at) for at in range(self.last, close)}
        is_plain = forms.isdisjoint(FINITE | {Form.DID, Form.DO, Form.PRESENT})
        opens = self.word(opening) in ("if", "unless")
        return (Tense.PLAN, self.word(opening), True) if opens and is_plain else None

    def _is_of_subject(self, verb: int) -> bool:
        """Tell the day of "said Thursday's march would go on", which a "that" could open."""
        opening = self.first - (self.tokens.symbol(self.first - 1) == "THE")
        owned = self.tokens.symbol(self.last) == "POSSESSIVE" or opening < self.first
        owned = owned or self.tokens.symbol(self.last - 1) in ("PORTION", "QUARTER")
        return owned and opening == verb + 1 and self.is_said_with(verb)

    def _done_before(self, verb: int, found: Group) -> Group:
        """Read "told both to return after convicting them on Friday", which was then."""
        is_seen = found[0] is Tense.PLAN and self.form(verb) is Form.ING and self.is_seen(verb)
        if is_seen:
            return Tense.PAST, found[1], False
        is_on_way = found[0] is Tense.PLAN and found[1].startswith(("is ", "are "))
        done = (found[0] is Tense.INTENT or is_on_way) and any(
            self.form(at) is Form.ING and self.word(at - 1) in _AFTER
            for at in range(verb + 1, self.first)
        )
        if found[0] is Tense.PAST and self.is_awaited(verb):
            return Tense.WOULD, found[1], False
        return (Tense.PAST, found[1], False) if done else found

    def _opened(self, index: int) -> Group | None:
        """Read "Asked on Monday whether he would run" and "Call me Monday", with their capitals.

        "Founded in 1856 after a plan had failed" is of the past, not of what was before it. "Can
        the ice hold?" asks with the verb that it begins with.
        """
        form = verbs.form(self.word(index))
        opens = self.tokens.symbol(index - 1) in ENDS or self.tokens.word(index - 1) == ":"
        if form in _ASKING and opens and self.is_question():
            return self._finite(index, form, ahead=False)
        invites = self.word(index) in _INVITING and self.tokens.word(index)[:1].isupper()
        comes = self.word(index) == "come" and self.word(index + 1) in _COMING_ALONG
        if invites and (comes or self.word(index + 1) in _INVITED):
            return Tense.PLAN, self.word(index), True
        if self.word(index) in _SHUT and self.opens_line(index):
            return Tense.NONE, self.word(index), False
        if self.opens_line(index) and self._has_done(index):
            return Tense.PAST, self.word(index), False
        if self.opens_plan(index):
            follows = self._forward(within_clause=False)
            is_over = follows is not None and follows[0] in (Tense.PAST, Tense.PLUPERFECT)
            return (Tense.PAST_PLAN if is_over else Tense.PLAN), self.word(index), True
        return None

    def _has_done(self, index: int) -> bool:
        word = self.word(index)
        when = self.tokens.symbol(index + 1) in ADVERBIAL and not verbs.is_planned(word, "")
        plans = (verbs.is_planned(word, "for") and not when) or self.has_infinitive(index)
        return word in _ASKED or (verbs.form(word) in verbs.DONE and not plans)

    def _is_main_verb_unlisted(self, comma: int) -> bool:
        """Tell "The presidents, who met in May, dine on": no verb is known but that aside."""
        opening = self.aside_before(comma)
        if opening is None or not self.opens_aside(opening):
            return False
        words = {self.tokens.symbol(at) for at in range(comma + 1, self.first)}
        if "WORD" not in words or "AND" in words or self._forward(within_clause=True):
            return False
        return not any(self.form(at) in FINITE for at in range(self.sentence()[0], opening))

    def _is_conjunction(self, index: int) -> bool:
        """Tell the "that" of "said that on Monday schools will open" from that of "that week"."""
        if self.is_dash(index) or self.word(index) in _OF_CLAUSES_TOO:
            return True
        behind_verb = self.form(index - 1) is not Form.NONE
        return self.word(index) == "that" and (
            behind_verb or index + 1 == self.first or self.tokens.symbol(index + 1) in _BEFORE_DATES
        )

    def _opens_clause(self, index: int) -> bool:
        word = self.word(index)
        if self.tokens.word(index) in (";", ":"):
            return True
        if self.is_dash(index):
            return self.stands_before_date(index)
        if word in _OF_CLAUSES_TOO:
            return self.has_subject_behind(index)
        if word not in _CLAUSE_WORDS:
            return False
        return (
            word not in _WEAK_CLAUSE_WORDS
            or opens_behind_comma(self.tokens, index)
            or (word == "and" and self.stands_before_date(index) and self.goes_on_behind())
        )

    def _forward(self, within_clause: bool) -> Group | None:
        """Read the first verb group after the phrase; a relative clause is skipped.

        What looks like a participle aside is the verb where no other follows: "On Friday the
        mayor, a lawyer, said that".
        """
        if self.is_of_speech():
            return Tense.PAST, "", False
        aside: Group | None = None
        end = min(self.last + REACH, len(self.tokens.starts))
        index = self._end_of_attribution(end)
        while index < end and self.tokens.symbol(index) not in ENDS:
            if self.ends_quotation(index) or self.tokens.word(index) == ";":
                return aside
            if (closing := self.end_of_aside(index, end)) is not None:
                index = closing
                continue
            if self.opens_relative(index):
                index = self.end_of_relative(index, self.next_comma(index, end))
                continue
            if self.tokens.symbol(index) not in VERBAL:
                index += 1
                continue
            word = self.word(index)
            if self._is_aside(index):
                aside = aside or self.group_after(index)
                index = self.next_comma(index, end)
                continue
            if within_clause and word in _STRONG_CLAUSE_WORDS:
                return aside
            found = self.group_after(index)
            main = self.main_verb_behind(index) if found else None
            if found and main is None and not self.closes_relative_of(index):
                return found
            index = main or index + 1
        return aside

    def _end_of_attribution(self, end: int) -> int:
        """Return where "October, the office said, will be dry" goes on, else the phrase's end."""
        closing = self.next_comma(self.last + 1, end)
        is_said = self.tokens.symbol(self.last) == self.tokens.symbol(closing) == "COMMA"
        is_said = is_said and self.tokens.word(closing + 1) not in _OPENING_QUOTES
        if is_said and self.opening_of_attribution(closing) == self.last:
            return closing
        return closing if is_said and self.tells_how_long(closing) else self.last

    def _is_aside(self, index: int) -> bool:
        """Tell the participle of "May 18: the speaker, elected in May, is dismissed"."""
        after_comma = self.tokens.symbol(index - 1) == "COMMA" and index - 1 > self.last
        participle = self.form(index) in verbs.DONE
        return after_comma and participle and self.tokens.symbol(index - 2) in NOUNS
