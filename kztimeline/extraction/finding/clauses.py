"""Reads the clause that a phrase belongs to: the tense of its verb, and what stands before it.

A date is an adverbial of the nearest verb before it in its clause, or of the verb after it
where it opens the clause: "On January 5 the mayor said that pumps would be bought" is
past, and so is "The envoy, who will leave in June, arrived January 5".
"""

from __future__ import annotations

import re
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
_OBJECT_REACH = 10
_ENDS = frozenset({"STOP", "BREAK"})
_CLAUSE_WORDS = frozenset(
    "that because although though but while whereas when if unless where which who whose whom so "
    "and or as".split()
)
# These open a clause only after a comma or where a verb follows; "as" of a role does not.
_WEAK_CLAUSE_WORDS = frozenset({"and", "or", "as", "so"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
_NEGATIONS = frozenset(
    "not t n also already since just never then now still even soon later again ever only all both "
    "first long once".split()
)
_DETERMINERS = frozenset({"THE", "A", "OF", "IN", "ON", "AT", "POSSESSIVE", "BY", "SOME", "EVERY"})
_OBJECT_STARTS = frozenset(
    {"THE", "A", "ON", "IN", "AT", "WEEKDAY", "NAME", "TO", "PREPOSITION", "TODAY", "BY", "MONTH"}
)
_NO_PLURALS = frozenset({"his", "its", "us", "as", "less", "always", "across", "perhaps", "thus"})
_OWNED = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_OWNERS = frozenset({"its", "his", "her", "their", "that", "up", "over", "with", "against", "him", "forward"})
_CUE = re.compile(
    r"\b(?:(?P<ahead>ahead\sof|run-?up\sto|lead-?up\sto|in\stime\sfor|in\spreparations?\sfor|eve\sof"
    r"|deadline\s(?:of|for|is)|of\srecord|as\s(?:soon|early|late)\sas|effective(?:\son)?|come)"
    r"|(?P<start>starting|beginning)|(?P<by>by|(?:no|not)\slater\sthan)|(?P<until>until|till|through)"
    r"|(?P<since>since|after|follow(?:s|ed|ing)|in\sthe\swake\sof)|(?P<before>before|prior\sto)"
    r"|(?P<target>for|to))\s+(?:(?:the|on|in)\s+)?$",
    re.IGNORECASE,
)
_CUE_REACH = 48
_TIME_LIMITS = frozenset({"deadline", "date", "start", "launch", "return", "cutoff", "target"})


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


_TOLD = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the clause of a phrase looks at its time.

    Attributes:
        tense: Of the verb that the phrase belongs to.
        verb: That verb as it stands, for a reader.
        cue: What stands right before the phrase: "by", "until", "since", "ahead", "start",
            "before", "target" or nothing.
        attributive: Whether it belongs to a noun, as in "Tuesday's election" and "a letter of
            May 5"; the latter is past.
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
    of_noun, cue = phrase.before() == "OF", _cue(phrase)
    tense, verb, looks_ahead = _Clause(phrase.tokens, phrase.first, phrase.last).governing()
    if of_noun:
        tense, verb, looks_ahead = Tense.PAST, "of", False
    elif tense in _TOLD and _is_set_time(phrase, verb, cue):
        tense, looks_ahead = Tense.PAST_PLAN, True
    return Outlook(
        tense=tense,
        verb=verb,
        cue="ahead" if phrase.before() == "A" and phrase.word_after() in _TIME_LIMITS else cue,
        attributive=of_noun or _is_attributive(phrase),
        fronted=is_fronted(phrase),
        looks_ahead=looks_ahead,
    )


def _is_set_time(phrase: Phrase, verb: str, cue: str) -> bool:
    if cue == "target":
        return verbs.sets_time(verb)
    return verbs.names_time(verb) and verb.lower().endswith(f"{phrase.word_before()}")


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
    before = phrase.tokens.text[max(phrase.start - _CUE_REACH, 0) : phrase.start]
    match = _CUE.search(before)
    return match.lastgroup or "" if match else ""


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
        follows = self._group_after(self.last)
        found = self._before() or self._forward(within_clause=False) or (Tense.NONE, "", False)
        if follows is None:
            return found
        if found[0] is Tense.PLAN and follows[0] is Tense.PAST:
            return Tense.PAST_PLAN, found[1], True
        stands_bare = self.tokens.symbol(self.first - 1) in ("WORD", "NAME")
        return follows if stands_bare else found

    def _before(self) -> tuple[Tense, str, bool] | None:
        """Read back to the nearest verb; where a clause opens without one, read on in it."""
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
        return None

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
        if form is Form.PAST and self._describes(index):
            return None
        if form in (Form.PAST, Form.PARTICIPLE):
            return self._past(index, ahead)
        return self._finite(index, form, ahead)

    def _describes(self, index: int) -> bool:
        """Tell the participle of "an unspecified date" and "his suspended sentence"."""
        at = index - 1
        while self.word(at) in _NEGATIONS or self.word(at).endswith("ly"):
            at -= 1
        owned = self.tokens.symbol(at) in ("A", "THE", "POSSESSIVE") or self.word(at) in _OWNED
        return owned and self.tokens.symbol(index + 1) in ("WORD", "NAME", "COUNTED", "LABEL")

    def _has_infinitive(self, index: int) -> bool:
        """Tell whether an intending verb at `index` has an infinitive before the phrase."""
        if self.word(index) not in verbs.INTENDING:
            return False
        return any(
            self.word(i) == "to" and self.tokens.symbol(i + 1) in ("WORD", "COUNTED")
            for i in range(index + 1, min(index + _OBJECT_REACH, self.first - 1))
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
        tense = Tense.WOULD if finite else Tense.PAST_PLAN if was else Tense.PLAN
        return tense, self._text(at, index), True

    def _past(self, index: int, ahead: bool) -> tuple[Tense, str, bool] | None:
        form, at = self._auxiliary(index)
        if form in (Form.BEEN, Form.BE):
            inner, (form, at) = form, self._auxiliary(at)
            if inner is Form.BE and self.word(at - 1) == "to":
                return self._to_be_done(index, at - 1)
        tenses = {
            Form.HAD: Tense.PLUPERFECT, Form.HAVE: Tense.PERFECT, Form.WILL: Tense.FUTURE,
            Form.WOULD: Tense.WOULD, Form.MAY: Tense.MAY, Form.IS: Tense.PRESENT,
        }  # fmt: skip
        return tenses.get(form, Tense.PAST), self._text(at, index), ahead

    def _to_be_done(self, index: int, to: int) -> tuple[Tense, str, bool] | None:
        """Read "a session to be hosted"; "was to be hosted" and "agreed to be" have verbs."""
        form = self.form(to - 1)
        if form in (Form.WAS, Form.HAD):
            return Tense.PAST_PLAN, self._text(to - 1, index), True
        if form in (Form.PAST, Form.PRESENT, Form.PARTICIPLE):
            return None
        return Tense.PLAN, self._text(to, index), True

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
            plural = subject.endswith("s") and subject not in _NO_PLURALS
            plural = plural and before in ("WORD", "NAME", "COUNTED")
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
        if form is Form.PAST and word not in verbs.PLANNED:
            return Tense.PAST, word, False
        if form in (Form.PAST, Form.PARTICIPLE, Form.NONE, Form.ING, Form.BEEN, Form.BE):
            return None
        return self._finite(index, form, ahead=False)
