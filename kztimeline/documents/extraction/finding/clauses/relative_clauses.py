"""Finds the main verb behind a relative clause: "The rules that lapsed in May return in June".

Where the only verb so far is that of a clause beside the subject, the sentence must have another.
A word behind that clause is it if it can be a verb, agrees with the subject and no verb follows.
"""

from __future__ import annotations

from functools import cached_property

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import (
    ADVERBS,
    AUXILIARY_REACH,
    DASHES,
    ENDS,
    FINITE,
    RELATIVE_OR_THAT,
    VERBAL,
    ClauseWords,
)
from kztimeline.documents.extraction.finding.clauses.verbs import Form

# Symbols under which they and participles stand.
_OPENING = VERBAL | {"DIRECTION", "OTHER"}
_SUBJECTS = frozenset({"who", "which", "that"})
_BEHIND_PREPOSITIONS = frozenset({"which", "whom", "whose"})
_NOUNS = frozenset({"WORD", "NAME", "COUNTED", "LABEL", "UNIT", "UNITS", "PORTION"})
_OPENERS = frozenset({
    "that", "and", "but", "because", "although", "though", "while", "when", "if", "as", "after",
    "before", "until", "since", "so",
})  # fmt: skip
# What a date ends with, behind which its clause can end, too.
_ENDS_OF_DATES = frozenset({
    "DAY_NUMBER", "ORDINAL_NUMBER", "YEAR", "MONTH", "WORD_MONTH", "SHORT_MONTH", "WEEKDAY",
    "SEASON", "AGO", "TODAY", "DAYPART", "CLOCK", "DOT",
})  # fmt: skip
# With a noun behind them they can be one thing: "the Sunday protest".
_NAMING = frozenset({"MONTH", "WORD_MONTH", "WEEKDAY", "SEASON", "DAYPART"})
_ADVERBIAL = frozenset({
    "ON", "IN", "AT", "BY", "SINCE", "AFTER", "BEFORE", "UNTIL", "PREPOSITION", "TODAY", "TO",
    "MONTH", "SHORT_MONTH", "WEEKDAY", "EARLY", "DIRECTION",
})  # fmt: skip
_BEHIND_VERBS = _ADVERBIAL | {"THE", "A"}
_BEFORE_NOUNS = frozenset({"the", "a", "an", "to", "of", "and", "or", "for", "with", "by"})
_BRACKETS_REACH, _FIRST_OF_SPEECH = 20, 3
_SAYING = frozenset({"say", "says"})
_CLOSING_QUOTES = frozenset({'"', "”"})
_PARTICLES = frozenset({
    "again", "away", "back", "down", "due", "forward", "here", "home", "off", "out", "over", "up",
})  # fmt: skip
OBJECTS = frozenset({"him", "it", "me", "them", "us", "you"})
_SINGULARS = frozenset({
    "congress", "crisis", "headquarters", "news", "politics", "press", "process", "series",
})  # fmt: skip
# Prepositions that the grammar has no symbol for.
_PREPOSITIONS = frozenset({"against", "as", "for", "near", "over", "under", "with", "without"})
# Their object can stand behind a date, as in "announced on Friday plans to cut".
_WITH_LATE_OBJECTS = frozenset({
    "announced", "approved", "declared", "filed", "imposed", "issued", "launched", "made",
    "offered", "ordered", "outlined", "pledged", "posted", "presented", "promised", "proposed",
    "published", "recorded", "released", "showed", "unveiled", "urged",
})  # fmt: skip
_CERTAIN = FINITE | {Form.DID}
# With these another group begins: "a bill by which fees will rise was passed".
_BEGINNING = FINITE - {Form.PAST, Form.HAVE} | {Form.DID}
_PRESENT = frozenset({Form.PRESENT, Form.PRESENT_OR_NOUN})
_VERBAL = _PRESENT | {Form.BASE, Form.DO}
_CAN_BE = _VERBAL | {Form.NONE}


class RelativeClauses(ClauseWords):
    """The relative clauses in the sentence of a phrase, full or reduced, and what it has aside."""

    @cached_property
    def main_verb(self) -> int | None:
        """Where the main verb stands, in the present, behind a relative clause of its subject.

        None where there is none, or where other signs tell the verb.
        """
        first, last = self.sentence()
        for at in range(first + 1, last):
            if self.tokens.symbol(at) not in _OPENING:
                continue
            full = self.opens_relative(at)
            if not full and not self._opens_reduced(at):
                continue
            verb = self._verb_of(at + 1, last) if full else at
            is_aside = full and self.tokens.symbol(at - 1) == "COMMA"
            found = self._behind(verb, self._subject(at, first), last, (full, is_aside))
            if found is not None:
                return found
        return None

    def is_main_verb(self, index: int, form: Form) -> bool:
        """Tell whether a word of a form is the main verb; most words are none at first sight."""
        if form not in _CAN_BE or self.word(index - 1) in _BEFORE_NOUNS:
            return False
        if form is Form.NONE and not self._is_unlisted(index):
            return False
        return index == self.main_verb

    def main_verb_behind(self, index: int) -> int | None:
        """Return where the main verb stands, if a verb after the phrase is that of a clause."""
        behind_pronoun = any(self.word(at) in RELATIVE_OR_THAT for at in range(self.last, index))
        if not behind_pronoun and not self._opens_reduced(index):
            return None
        main = self.main_verb
        return main if main is not None and index < main else None

    def closes_relative_of(self, verb: int) -> bool:
        """Tell the verb of "a panel the mayor set up will report", which needs no pronoun."""
        following = verb + 1 + (self.word(verb + 1) in _PARTICLES)
        return self.form(verb) in verbs.DONE and self.form(following) in (Form.WILL, Form.WOULD)

    def follows_pronoun(self, index: int) -> bool:
        """Tell the verb of "the minister who returns" and "the club that plays"."""
        at = index - 1
        while self.word(at) in ADVERBS:
            at -= 1
        return self.word(at) in _SUBJECTS and self.opens_relative(at)

    def ends_relative(self, modal: int, last: int) -> bool:
        """Tell "Crews who will winter at the base", behind whose noun the sentence has its verb."""
        if self.form(last) in (Form.BASE, Form.ING) or not self.follows_pronoun(modal):
            return False
        return any(self.tokens.symbol(at) in _BEHIND_VERBS for at in range(modal + 1, last))

    def opens_relative(self, at: int) -> bool:
        """Tell the pronoun behind a noun, or behind its comma, from the "that" of a report.

        So is that of "a plan under which".
        """
        if self.word(at) not in RELATIVE_OR_THAT:
            return False
        noun = at - 1 - (self.tokens.symbol(at - 1) == "COMMA")
        begins = self.tokens.symbol(noun) in ENDS or self.form(noun) is not Form.NONE
        if self.word(at) in _BEHIND_PREPOSITIONS and not begins:
            return True
        word = self.word(noun)
        reports = verbs.reports(word) or verbs.kind_of_present(word) == "report in the present"
        return self.tokens.symbol(noun) in _NOUNS and not reports

    def end_of_relative(self, at: int, close: int) -> int:
        """Return where the sentence goes on behind a relative clause: "that will pay men cleared".

        Args:
            at: Its pronoun.
            close: Where it ends at the latest, at a comma or with its sentence.
        """
        verb = None if self.tokens.symbol(at - 1) == "COMMA" else self._verb_of(at + 1, close)
        if verb is None:
            return close
        places = range(verb + 1, close)
        if any(self.word(each) in _OPENERS | RELATIVE_OR_THAT | {"or"} for each in places):
            return close
        found = [each for each in places if self.form(each) in _CERTAIN]
        aided = [each for each in found if self.form(each) is not Form.PAST]
        alone = [each for each in found if not self._opens_reduced(each)]
        main = [each for each in places if each == self.main_verb]
        return next(iter(aided or alone or found or main), close)

    def is_dash(self, index: int) -> bool:
        """Tell the dash between two clauses from that of "Almaty-Astana" and "1992-95"."""
        tokens, symbol = self.tokens, self.tokens.symbol(index)
        if symbol not in DASHES:
            return False
        apart = tokens.starts[index] > tokens.ends[index - 1] if index else False
        spaced = apart and tokens.text[tokens.ends[index] : tokens.ends[index] + 1].isspace()
        return spaced or tokens.word(index) == "—"

    def end_of_aside(self, index: int, end: int) -> int | None:
        """Return where an aside in brackets or dashes ends that opens here; None for none."""
        closes = self.tokens.symbol(index) == "OPEN"
        if not closes and not self.is_dash(index):
            return None
        for at in range(index + 1, end):
            if self.tokens.symbol(at) in ENDS:
                return None
            if self.tokens.symbol(at) == "CLOSE" if closes else self.is_dash(at):
                return at + 1
        return None

    def opening_of_brackets(self, index: int) -> int:
        """Return where the brackets open that close at a place, or that place."""
        for at in range(index - 1, max(index - _BRACKETS_REACH, -1), -1):
            if self.tokens.symbol(at) == "OPEN":
                return at
            if self.tokens.symbol(at) in ENDS:
                break
        return index

    def is_said_with(self, at: int) -> bool:
        """Tell whether a verb tells what somebody says: "reported", "said" and "says"."""
        return verbs.reports(self.word(at)) or self.word(at) in _SAYING

    def end_of_quotation_before(self, quote: int) -> int | None:
        """Return where the speech breaks off that goes on: `"We sail," he said, "in June"`.

        None where a quotation begins: its sentence has none before, or the phrase is far.
        """
        if self.first - quote > _FIRST_OF_SPEECH or self.tokens.symbol(quote - 1) != "COMMA":
            return None
        for at in range(quote - 1, max(quote - _BRACKETS_REACH, 0), -1):
            if self.tokens.symbol(at) in ENDS:
                return None
            if self.tokens.word(at) in _CLOSING_QUOTES:
                return at
        return None

    def _opens_reduced(self, at: int) -> bool:
        """Tell the participle of "the bill vetoed in May" and "people detained on Friday"."""
        if self.form(at) not in verbs.DONE or verbs.reports(self.word(at)):
            return False
        after = self.tokens.symbol(at + 1)
        adverbial = after in _ADVERBIAL or self.word(at + 1) in _PARTICLES | _PREPOSITIONS
        return (
            adverbial
            and self.tokens.symbol(at - 1) in _NOUNS
            and (self.form(at - 1) in (Form.NONE, Form.PRESENT_OR_NOUN, Form.BASE))
        )

    def _verb_of(self, index: int, last: int) -> int | None:
        """Return where the verb group of a relative clause ends that begins at a word."""
        for at in range(index, last):
            form = self.form(at)
            if form in _CERTAIN or form is Form.PRESENT or (at == index and form in _VERBAL):
                return self._group_end(at)
        return None

    def _group_end(self, at: int) -> int:
        """Return where the last verb of a group stands: that of "had not been shot"."""
        end = at
        for following in range(at + 1, at + 1 + AUXILIARY_REACH):
            if self.form(following) in _BEGINNING:
                break
            if self.form(following) is not Form.NONE:
                end = following
            elif not self.word(following).endswith("ly") and self.word(following) != "not":
                break
        return end

    def _subject(self, opening: int, first: int) -> list[int]:
        """Return the nouns before a relative clause; none where a verb has them as its object."""
        nouns: list[int] = []
        for at in range(opening - 1, first - 1, -1):
            word, form = self.word(at), self.form(at)
            reports = verbs.reports(word) or word == "says"
            if reports or word in _OPENERS or word in (";", ":"):
                break
            if form in _CERTAIN or form is Form.PRESENT:
                return []
            if self.tokens.symbol(at) in _NOUNS:
                nouns.append(at)
        return nouns

    def _behind(
        self, verb: int | None, subject: list[int], last: int, kind: tuple[bool, bool]
    ) -> int | None:
        """Return where the main verb stands behind that of a relative clause.

        Of a `kind`: whether it has its pronoun, and whether that stands behind a comma.
        """
        if verb is None or not subject:
            return None
        at, is_opened = verb + 1, False
        while at < last:
            form = self._form_of_present(at)
            if form in _CERTAIN and not is_opened:
                return None
            if self._agrees(form, subject) and self._can_be_verb(at, verb, kind):
                return None if self._has_rival(at, last) else at
            is_opened = self.word(at) in _OPENERS or (is_opened and form not in _CERTAIN)
            at = 1 + (self._group_end(at) if form in _CERTAIN else at)
        return None

    def _agrees(self, form: Form, subject: list[int]) -> bool:
        """Tell whether a form goes with nouns; some in -s are of one thing, such as names."""
        if form in (Form.BASE, Form.DO):
            return any(self.is_plural(noun) for noun in subject)
        return any(
            not self.is_plural(noun)
            or self.word(noun) in _SINGULARS
            or self.tokens.symbol(noun) == "NAME"
            for noun in subject
        )

    def _has_rival(self, index: int, last: int) -> bool:
        """Tell whether another verb follows in the clause, so that a word is none."""
        for at in range(index + 1, last):
            if self.tokens.symbol(at) == "COMMA" or self.word(at) in _OPENERS | RELATIVE_OR_THAT:
                return False
            if self.form(at) in _CERTAIN:
                return True
        return False

    def _can_be_verb(self, index: int, verb: int, kind: tuple[bool, bool]) -> bool:
        full, is_aside = kind
        before, form = self.tokens.symbol(index - 1), self._form_of_present(index)
        owned = self.word(index - 1) in _BEFORE_NOUNS | verbs.OWNED
        if owned or self.tokens.symbol(index) == "NAME":
            return False
        if self.is_counted(index):
            return False
        if self.word(index) in _PREPOSITIONS or (not full and index == verb + 1):
            return False
        has_complement = self._has_complement(index)
        closes = before in _ENDS_OF_DATES or self.closes_relative(index - 1)
        if form is Form.NONE:
            return closes and self._is_unlisted(index)
        if form not in _VERBAL or (is_aside and not closes):
            return False
        is_noun = form is Form.PRESENT_OR_NOUN or verbs.names_thing(self.word(index))
        if not is_noun:
            return closes or before in _NOUNS or self.word(index - 1) in _PARTICLES
        if full:
            return closes or (before in _NOUNS and has_complement)
        late = self.word(verb) in _WITH_LATE_OBJECTS
        if late or not closes:
            return False
        return has_complement if form in _PRESENT else before not in _NAMING

    def _form_of_present(self, index: int) -> Form:
        """Return the form of a word, which of "come" and "run" is not that of a participle."""
        return Form.BASE if verbs.is_base_too(self.word(index)) else self.form(index)

    def _has_complement(self, index: int) -> bool:
        """Tell whether behind a word stands what can stand behind a verb."""
        after = self.word(index + 1)
        behind = self.tokens.symbol(index + 1) in _BEHIND_VERBS
        return behind or index + 1 == self.first or after in _PARTICLES | verbs.OWNED

    def _is_unlisted(self, index: int) -> bool:
        """Tell a verb in -s that no list holds, by what stands behind it: "rejoins the squad"."""
        word, after = self.word(index), self.word(index + 1)
        if self.tokens.symbol(index) != "WORD" or not word.endswith("s") or word.endswith("ss"):
            return False
        names_object = self.tokens.symbol(index + 1) in ("THE", "A")
        names_object = names_object or after in verbs.OWNED or after in OBJECTS
        return names_object or after in _PARTICLES
