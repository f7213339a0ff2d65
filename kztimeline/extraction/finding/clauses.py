"""Reads the clause that a phrase belongs to: the tense of its verb, and what stands before it.

A date is an adverbial of the nearest verb before it in its clause, or of the verb after it
where it opens the clause: "On January 5 the mayor said that pumps would be bought" is
past, and so is "The envoy, who will leave in June, arrived January 5".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kztimeline.extraction.finding import verbs
from kztimeline.extraction.finding.verbs import Form

if TYPE_CHECKING:
    from kztimeline.extraction.finding.phrases import Phrase
    from kztimeline.extraction.finding.tokens import Tokens

_REACH = 45
_AUXILIARY_REACH = 4
_ENDS = frozenset({"STOP", "BREAK"})
_CLAUSE_WORDS = frozenset(
    "that because although though but while whereas when if unless where which who whose whom so "
    "and or as".split()
)
# These open a clause only after a comma or where a verb follows; "as" of a role does not.
_WEAK_CLAUSE_WORDS = frozenset({"and", "or", "as", "so"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
_NEGATIONS = frozenset({"not", "t", "n", "also", "already", "since", "just", "never", "then", "now"})
_DETERMINERS = frozenset({"THE", "A", "OF", "IN", "ON", "AT", "POSSESSIVE", "BY", "SOME", "EVERY"})
_OBJECT_STARTS = frozenset(
    {"THE", "A", "ON", "IN", "AT", "WEEKDAY", "NAME", "TO", "PREPOSITION", "TODAY", "BY", "MONTH"}
)
_OWNERS = frozenset({"its", "his", "her", "their", "that", "up", "over", "with", "against", "him"})
_CUES = {
    "ahead of": "ahead", "run-up to": "ahead", "time for": "ahead", "deadline of": "ahead",
    "deadline is": "ahead", "deadline for": "ahead", "soon as": "ahead", "early as": "ahead",
    "later than": "by", "late as": "ahead", "preparation for": "ahead", "lead-up to": "ahead",
    "eve of": "ahead", "wake of": "since", "as of": "as of", "effective on": "ahead",
}  # fmt: skip
_CUE_WORDS = {
    "by": "by", "until": "until", "till": "until", "since": "since", "effective": "ahead",
    "starting": "start", "beginning": "start", "come": "ahead", "before": "before",
    "after": "since", "following": "since", "from": "from", "through": "until",
}  # fmt: skip


class Tense(StrEnum):
    """What the verb of a clause says of its time, as seen from publication."""

    NONE = "no verb"
    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PLAN = "plan"
    FUTURE = "future"
    WOULD = "would"
    MAY = "may"
    PAST_PLAN = "past plan"


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the clause of a phrase looks at its time.

    Attributes:
        tense: Of the verb that the phrase belongs to.
        verb: That verb as it stands, for a reader.
        cue: What stands right before the phrase: "by", "until", "since", "ahead", "start",
            "from", "before" or nothing.
        attributive: Whether it stands before a noun, as in "Tuesday's election".
        fronted: Whether it opens its sentence.
        looks_ahead: Whether the verb has an infinitive of what is not yet done, as in
            "agreed to meet".
    """

    tense: Tense
    verb: str = ""
    cue: str = ""
    attributive: bool = False
    fronted: bool = False
    looks_ahead: bool = False


def outlook(phrase: Phrase) -> Outlook:
    """Read the clause around a phrase; looks at some forty tokens on each side."""
    reader = _Clause(phrase.tokens, phrase.first, phrase.last)
    attributive = _is_attributive(phrase)
    tense, verb, looks_ahead = reader.governing()
    return Outlook(
        tense=tense,
        verb=verb,
        cue=_cue(phrase),
        attributive=attributive,
        fronted=is_fronted(phrase),
        looks_ahead=looks_ahead,
    )


def is_fronted(phrase: Phrase) -> bool:
    """Tell whether a phrase opens its sentence, as in "In 1987, the line opened"."""
    index = phrase.first - 1
    for _ in range(3):
        symbol = phrase.tokens.symbol(index)
        if symbol in _ENDS:
            return True
        if symbol not in ("IN", "ON", "BY", "THE", "SINCE", "UNTIL", "PREPOSITION", "AFTER", "OTHER"):
            return False
        index -= 1
    return False


def _is_attributive(phrase: Phrase) -> bool:
    after, before = phrase.after(), phrase.before()
    if after == "POSSESSIVE":
        return True
    return before in ("THE", "POSSESSIVE") and after in ("WORD", "NAME")


def _cue(phrase: Phrase) -> str:
    tokens, at = phrase.tokens, phrase.first - 1
    if tokens.symbol(at) in ("THE", "ON", "IN"):
        at -= 1
    words = [tokens.word(at - 1).lower(), tokens.word(at).lower()]
    return _CUES.get(" ".join(words)) or _CUE_WORDS.get(words[1], "")


@dataclass(slots=True)
class _Clause:
    """The tokens around a phrase, from `first` to before `last`."""

    tokens: Tokens
    first: int
    last: int

    def word(self, index: int) -> str:
        return self.tokens.word(index).lower()

    def form(self, index: int) -> Form:
        """Return the form of a token; capitalised words and calendar words are no verbs."""
        symbol = self.tokens.symbol(index)
        if symbol in ("WORD", "FISCAL", "EARLIER", "COUNTED", "EDGE", "LABEL"):
            return verbs.form(self.word(index))
        return Form.NONE

    def governing(self) -> tuple[Tense, str, bool]:
        """Return the tense of the verb that the phrase belongs to, and that verb."""
        index = self.first - 1
        stop = max(self.first - _REACH, -1)
        while index > stop and self.tokens.symbol(index) not in _ENDS:
            if self._opens_clause(index):
                found = self._forward(within_clause=True)
                if found:
                    return found
            found = self._group_before(index)
            if found:
                return found
            index -= 1
        return self._forward(within_clause=False) or (Tense.NONE, "", False)

    def _opens_clause(self, index: int) -> bool:
        word = self.word(index)
        if self.tokens.word(index) in (";", ":"):
            return True
        if word not in _CLAUSE_WORDS:
            return False
        return word not in _WEAK_CLAUSE_WORDS or self.tokens.symbol(index - 1) == "COMMA"

    def _group_before(self, index: int) -> tuple[Tense, str, bool] | None:
        """Read the verb group that ends at `index`, before the phrase."""
        word, form = self.word(index), self.form(index)
        following = self.word(index + 1)
        if verbs.is_planned(word, following):
            return self._planned(index)
        ahead = self._has_infinitive(index)
        if form in (Form.PAST, Form.PARTICIPLE):
            return self._past(index, ahead)
        return self._finite(index, form, ahead)

    def _has_infinitive(self, index: int) -> bool:
        """Tell whether an intending verb at `index` has an infinitive before the phrase."""
        if self.word(index) not in verbs.INTENDING:
            return False
        return any(
            self.word(i) == "to" and self.tokens.symbol(i + 1) in ("WORD", "COUNTED")
            for i in range(index + 1, min(index + 6, self.first - 1))
        )

    def _auxiliary(self, index: int) -> tuple[Form, int]:
        """Return the auxiliary before the verb at `index`, and where it stands."""
        for at in range(index - 1, max(index - 1 - _AUXILIARY_REACH, -1), -1):
            form, word = self.form(at), self.word(at)
            if form in (
                *(Form.WAS, Form.IS, Form.BE, Form.BEEN, Form.HAD, Form.HAVE),
                *(Form.WILL, Form.WOULD, Form.MAY, Form.DID, Form.DO),
            ):
                return form, at
            if word not in _NEGATIONS and not word.endswith("ly") and word not in ("’", "'", "being"):
                break
        return Form.NONE, index

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]].split())

    def _planned(self, index: int) -> tuple[Tense, str, bool]:
        """Read "is set for", "was due to", "had been planned", and "slated" alone."""
        form, at = self._auxiliary(index)
        was = form in (Form.WAS, Form.HAD)
        if form is Form.BEEN:
            before, at = self._auxiliary(at)
            was = before is Form.HAD
        past = self.form(index) is Form.PAST and form is Form.NONE
        finite = past and self.word(index) in verbs.INTENDING and self._has_infinitive(index)
        return (Tense.PAST_PLAN if was or finite else Tense.PLAN), self._text(at, index), True

    def _past(self, index: int, ahead: bool) -> tuple[Tense, str, bool] | None:
        form, at = self._auxiliary(index)
        if form in (Form.BEEN, Form.BE):
            form, at = self._auxiliary(at)
            if form is Form.NONE and self.word(at - 1) == "to":
                return None
        tenses = {
            Form.HAD: Tense.PLUPERFECT, Form.HAVE: Tense.PERFECT, Form.WILL: Tense.FUTURE,
            Form.WOULD: Tense.WOULD, Form.MAY: Tense.MAY, Form.IS: Tense.PRESENT,
        }  # fmt: skip
        return tenses.get(form, Tense.PAST), self._text(at, index), ahead

    def _finite(self, index: int, form: Form, ahead: bool) -> tuple[Tense, str, bool] | None:
        simple = {
            Form.WILL: Tense.FUTURE, Form.WOULD: Tense.WOULD, Form.MAY: Tense.MAY,
            Form.DID: Tense.PAST, Form.DO: Tense.PRESENT,
        }  # fmt: skip
        text = self.word(index)
        if form in simple:
            return simple[form], text, ahead
        if form in (Form.IS, Form.WAS):
            return self._being(index, form), text, ahead
        if form in (Form.HAD, Form.HAVE):
            return self._having(index, form), text, ahead
        if self._is_present(index, form):
            return Tense.PRESENT, text, ahead
        return None

    def _being(self, index: int, form: Form) -> Tense:
        planned = self._comes_to(index)
        if form is Form.WAS:
            return Tense.PAST_PLAN if planned else Tense.PAST
        return Tense.PLAN if planned or self._predicates(index) else Tense.PRESENT

    def _comes_to(self, index: int) -> bool:
        """Tell "is to", "was due to" and "are not to" ahead of their infinitive."""
        for at in range(index + 1, index + 4):
            word = self.word(at)
            if word == "to":
                return self.tokens.symbol(at + 1) in ("WORD", "COUNTED")
            if verbs.is_planned(word, self.word(at + 1)):
                return True
            if word not in _NEGATIONS and not word.endswith("ly"):
                return False
        return False

    def _predicates(self, index: int) -> bool:
        """Tell "the deadline is Tuesday", where the phrase follows at once."""
        between = {self.tokens.symbol(i) for i in range(index + 1, self.first)}
        return index < self.first and between <= {"ON", "IN", "AT", "THE"}

    def _having(self, index: int, form: Form) -> Tense:
        for at in range(index + 1, index + _AUXILIARY_REACH):
            if self.form(at) in (Form.PAST, Form.PARTICIPLE, Form.BEEN):
                return Tense.PLUPERFECT if form is Form.HAD else Tense.PERFECT
        return Tense.PAST if form is Form.HAD else Tense.PRESENT

    def _is_present(self, index: int, form: Form) -> bool:
        before = self.tokens.symbol(index - 1)
        if form is Form.PRESENT:
            return before not in _DETERMINERS
        if form is Form.PRESENT_OR_NOUN:
            after = self.tokens.symbol(index + 1)
            has_object = after in _OBJECT_STARTS or self.word(index + 1) in _OWNERS
            at_phrase = index + 1 in (self.first, self.last)
            verb = before in ("NAME", "WORD") and (has_object or at_phrase)
            return verb and not (index < self.first and self._verb_follows())
        if form is Form.BASE:
            subject = self.word(index - 1)
            plural = subject.endswith("s") and before in ("WORD", "NAME", "COUNTED")
            return plural or subject in ("they", "we", "i", "you", "people", "police", "who")
        return False

    def _verb_follows(self) -> bool:
        """Tell whether the clause has its verb after the phrase: "talks on Tuesday were"."""
        end = min(self.last + _AUXILIARY_REACH, len(self.tokens.starts))
        for at in range(self.last, end):
            if self.tokens.symbol(at) in ("COMMA", *_ENDS):
                return False
            if self.form(at) not in (Form.NONE, Form.ING, Form.BASE, Form.PRESENT_OR_NOUN):
                return True
        return False

    def _forward(self, within_clause: bool) -> tuple[Tense, str, bool] | None:
        """Read the first verb group after the phrase; a relative clause is skipped."""
        index, end = self.last, min(self.last + _REACH, len(self.tokens.starts))
        while index < end and self.tokens.symbol(index) not in _ENDS:
            word = self.word(index)
            if word in _RELATIVE and self.tokens.symbol(index - 1) in ("COMMA", "WORD", "NAME"):
                index = self._after_relative(index, end)
                continue
            if within_clause and word in _CLAUSE_WORDS - _WEAK_CLAUSE_WORDS:
                return None
            found = self._group_after(index)
            if found:
                return found
            index += 1
        return None

    def _after_relative(self, index: int, end: int) -> int:
        for at in range(index + 1, end):
            if self.tokens.symbol(at) in ("COMMA", *_ENDS):
                return at
        return end

    def _group_after(self, index: int) -> tuple[Tense, str, bool] | None:
        """Read the verb group that begins at `index`, after the phrase."""
        form, word = self.form(index), self.word(index)
        if form is Form.PAST and not verbs.is_planned(word, self.word(index + 1)):
            return Tense.PAST, word, False
        if form in (Form.PAST, Form.PARTICIPLE, Form.NONE, Form.ING, Form.BEEN, Form.BE):
            return None
        return self._finite(index, form, ahead=False)
