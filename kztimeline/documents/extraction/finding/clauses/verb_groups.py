"""Reads verb groups: what "was to be held", "has been banned" and "begins" say of their time."""

from __future__ import annotations

from enum import StrEnum

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import AUXILIARY_REACH
from kztimeline.documents.extraction.finding.clauses.intents import (
    DATES,
    DETERMINERS,
    FORESEEING,
    INFINITIVES,
    JUDGED,
    Intents,
)
from kztimeline.documents.extraction.finding.clauses.verbs import Form

_APOSTROPHES = frozenset({"’", "'"})
# Behind them "lives" and "falls" are things: "took more lives Tuesday".
_COUNTS = frozenset({"MORE", "NUMBER_WORD", "TENS", "HUNDRED", "TWO_DIGITS", "AMOUNT", "SINGLE"})
_OBJECT_STARTS = frozenset(
    {"THE", "A", "ON", "IN", "AT", "WEEKDAY", "NAME", "TO", "PREPOSITION", "TODAY", "BY", "MONTH"}
    | {"UNTIL", "SINCE", "AFTER", "BEFORE"}
)
# Behind them stand things, not verbs: "two million shares over the counter".
_BEFORE_THINGS = DETERMINERS | _COUNTS | {"COUNTED"}
# "The last held elections in May" is told of one of several.
_SUBJECTS = frozenset({"all", "both", "first", "last", "only"})
_PRESENT_FORMS = (Form.PRESENT, Form.PRESENT_OR_NOUN)
_NEGATIONS = frozenset({"not", "no", "never", "hardly", "barely", "scarcely"})
_SENSING = frozenset({"see", "hear", "feel", "smell", "watch", "sense", "remember"})
_NOBODY = frozenset({"neither", "nobody", "none", "nothing", "no", "nowhere", "few"})
_ENDS_OF_DATES = frozenset(
    {"YEAR", "DAY_NUMBER", "MONTH", "WORD_MONTH", "WEEKDAY", "SEASON", "UNIT"}
)
# Behind them "Sunday marks" has its verb, "on Sunday" has none.
_OVER = frozenset({"dead", "gone", "over"})
_OPENING_DAYS = frozenset({"STOP", "BREAK", "OTHER"})
_BEING = frozenset({Form.WAS, Form.IS, Form.BE})
_OBJECT_REACH = 8
# Before a participle they say what lasts: "would stay shut".
_LASTING = frozenset({"remain", "remains", "stay", "stays"})
_PARTICLES = frozenset({"out", "off", "up", "down", "over", "back", "away", "forward"})
_OWNERS = _PARTICLES | {"its", "his", "her", "their", "that", "with", "against", "him"}


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
    INTENT = "intent"
    NOUN = "of a noun"
    MAY = "may"
    PAST_PLAN = "past plan"
    COULD = "could"
    COULD_NOT = "could not"


# They tell of what is over.
TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
# "Would have ended" came otherwise, "may have fled" is past.
_MODAL_PERFECTS = {
    Form.WOULD: Tense.PAST_PLAN, Form.MAY: Tense.PAST, Form.WILL: Tense.FUTURE,
}  # fmt: skip
# The tense, the verb as it stands, and whether something is still to be done.
Group = tuple[Tense, str, bool]


class VerbGroups(Intents):
    """The verb groups around a phrase."""

    def group_before(self, index: int) -> Group | None:
        """Read the verb group that ends at `index`, before the phrase."""
        word, form = self.word(index), self.form(index)
        if verbs.is_planned(word, self.word(index + 1)) and self.came_as_planned(index):
            return None
        if told := self._of_plan(index, form):
            return told
        if self.word(index - 1) == "having":
            return Tense.PLUPERFECT, self._text(index - 1, index), self.has_infinitive(index)
        if form in verbs.DONE and (self.is_no_past(index) or self.is_as_said(index)):
            return None
        ahead = self.has_infinitive(index) or (form is Form.PAST and self.has_prospect(index))
        if form in verbs.DONE and (self._describes(index) or self.word(index - 1) in _LASTING):
            return None
        alone = self._auxiliary(index)[0] is Form.NONE
        if form is Form.PARTICIPLE and alone and verbs.is_base_too(word):
            form = Form.BASE
        if form in verbs.DONE and alone and (first := self.shares_auxiliary(index)) is not None:
            return self.group_before(first)
        if form in verbs.DONE and self.word(index - 1) in JUDGED:
            return self.group_before(index - 1)
        if form in verbs.DONE:
            return self._past(index, ahead)
        return self._finite(index, form, ahead)

    def _of_plan(self, index: int, form: Form) -> Group | None:
        """Read what tells of a plan: "slated", "a plan to", "forcing a rerun", "was possible"."""
        word = self.word(index)
        planned = verbs.is_planned(word, self.word(index + 1)) and not self.describes_thing(index)
        possible = word == "possible" and self.form(index - 1) in _BEING
        if possible and index + 2 >= self.first:
            return self._planned(index)
        if planned and not self.is_reason(index) and not self.goes_somewhere(index):
            return self._planned(index)
        if word in verbs.OF_INTENT and self.names_intent(index):
            return Tense.INTENT, word, True
        if form in verbs.DONE and self.word(index - 1) in ("if", "unless"):
            return Tense.PLAN, self._text(index - 1, index), True
        if form in verbs.DONE and (wish := self.wished_done(index)) is not None:
            return self.group_before(wish)
        return (Tense.PLAN, word, True) if form is Form.ING and self.brings_about(index) else None

    def _describes(self, index: int) -> bool:
        """Tell the participle of "an unspecified date" and "will redeem preferred shares"."""
        after = self.tokens.symbol(index + 1)
        if after not in ("WORD", "NAME", "COUNTED", "LABEL"):
            return False
        if self.word(index + 1) in _PARTICLES or not verbs.can_describe(self.word(index)):
            return False
        if self.word(index - 1) in _SUBJECTS:
            return False
        at = self.before_all_adverbs(index)
        owned = self.tokens.symbol(at) in ("A", "THE", "POSSESSIVE") or self.word(at) in verbs.OWNED
        return owned or (
            self._auxiliary(index)[0] is Form.NONE
            and any(
                self.form(before) in verbs.MODALS and not self.ends_relative(before, at)
                for before in self.clause_before(index)
            )
        )

    def _auxiliary(self, index: int) -> tuple[Form, int]:
        """Return the auxiliary before the verb at `index`, and where it stands."""
        for at in range(index - 1, max(index - 1 - AUXILIARY_REACH, -1), -1):
            form, word = self.form(at), self.word(at)
            if form in (
                *(Form.WAS, Form.IS, Form.BE, Form.BEEN, Form.HAD, Form.HAVE),
                *(Form.WILL, Form.WOULD, Form.MAY, Form.DID, Form.DO),
            ):
                return form, at
            if not self.is_adverb(at) and word not in _APOSTROPHES and word != "being":
                break
        return Form.NONE, index

    def _text(self, first: int, last: int) -> str:
        return " ".join(
            self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]].split()
        )

    def _planned(self, index: int) -> Group:
        """Read "is set for", "was due to", "had been planned", and "slated" alone."""
        form, at = self._auxiliary(index)
        was = form in (Form.WAS, Form.HAD)
        if form is Form.BEEN:
            before, at = self._auxiliary(at)
            was = before is Form.HAD
        past = self.form(index) is Form.PAST and form is Form.NONE
        finite = past and self.has_infinitive(index)
        tense = Tense.INTENT if finite else Tense.PAST_PLAN if was else Tense.PLAN
        return tense, self._text(at, index), True

    def _past(self, index: int, ahead: bool) -> Group | None:
        form, at = self._auxiliary(index)
        if form in (Form.BEEN, Form.BE):
            inner, (form, at) = form, self._auxiliary(at)
            if inner is Form.BE and self.word(at - 1) == "to":
                return self._to_be_done(index, at - 1)
            if inner is Form.BE and form is Form.NONE:
                return Tense.INTENT, self._text(at, index), True
        if form is Form.HAVE and self.word(index) == "got":
            return Tense.PRESENT, self._text(at, index), ahead
        if form is Form.HAVE and self.word(at - 1) == "to":
            return self._to_have_done(index, at - 1)
        if form is Form.HAVE and (modal := self._auxiliary(at)[0]) in verbs.MODALS:
            return _MODAL_PERFECTS[modal], self._text(at - 1, index), ahead
        tenses = {
            Form.HAD: Tense.PLUPERFECT, Form.HAVE: Tense.PERFECT, Form.WILL: Tense.FUTURE,
            Form.MAY: Tense.MAY, Form.IS: Tense.PRESENT,
        }  # fmt: skip
        having = form is Form.NONE and self.word(self.before_all_adverbs(at)) == "having"
        plain = Tense.PLUPERFECT if having else Tense.INTENT if ahead else Tense.PAST
        if form is Form.WOULD:
            return self._would(at), self._text(at, index), ahead
        if form is Form.HAVE and ahead:
            return Tense.PLAN, self._text(at, index), True
        return tenses.get(form, plain), self._text(at, index), ahead

    def _to_be_done(self, index: int, to: int) -> Group | None:
        """Read "a session to be hosted"; "was to be hosted" and "agreed to be" have verbs."""
        form = self.form(to - 1)
        if form in (Form.WAS, Form.HAD):
            return Tense.PAST_PLAN, self._text(to - 1, index), True
        if form in (Form.PAST, Form.PRESENT, Form.PARTICIPLE):
            return None
        return Tense.PLAN, self._text(to, index), True

    def _to_have_done(self, index: int, to: int) -> Group:
        """Read "was to have spoken", which came otherwise, and "is said to have fled"."""
        planned = self.form(to - 1) is Form.WAS or verbs.is_planned(self.word(to - 1), "to")
        return (Tense.PAST_PLAN if planned else Tense.PAST), self._text(to - 1, index), planned

    def _finite(self, index: int, form: Form, ahead: bool) -> Group | None:
        simple = {
            Form.WILL: Tense.FUTURE, Form.MAY: Tense.MAY,
            Form.DID: Tense.PAST, Form.DO: Tense.PRESENT,
        }  # fmt: skip
        text = self.word(index)
        if self.word(index - 1) == "to" and form is not Form.DID:
            goes_on = self.tokens.symbol(index - 2) == "COMMA" and text in verbs.LASTING
            return (Tense.PLAN, f"to {text}", True) if goes_on else None
        if form is Form.WOULD:
            return self._would(index), text, ahead
        if form in (Form.DID, Form.DO) and self._intends_after(index):
            return (Tense.INTENT if form is Form.DID else Tense.PLAN), text, True
        if form in simple:
            return simple[form], text, ahead
        if form in (Form.IS, Form.WAS):
            return self._being(index, form), text, ahead
        if form in (Form.HAD, Form.HAVE):
            return self._having(index, form), text, ahead
        is_present = self._is_present(index, form) or self.is_main_verb(index, form)
        if is_present or (ahead and form in _PRESENT_FORMS):
            ahead = ahead or text in FORESEEING
            return (Tense.PLAN if ahead else Tense.PRESENT), text, ahead
        return None

    def _intends_after(self, auxiliary: int) -> bool:
        """Tell "did not plan to leave on Friday" and "were hoping to" from "did not leave"."""
        at = auxiliary + 1
        while self.is_adverb(at) or self.word(at) in _APOSTROPHES:
            at += 1
        is_joined = self.form(auxiliary) in (Form.DID, Form.DO) or self.word(at).endswith("ing")
        return is_joined and self.has_infinitive(at)

    def _would(self, index: int) -> Tense:
        """Tell "could not", which mostly looks back, from "could" and "would"."""
        word, following = self.word(index), self.word(index + 1)
        if word == "couldn" or (word == "could" and following in _NEGATIONS | _SENSING):
            return Tense.COULD_NOT
        subject = (self.word(at) for at in self.clause_before(index))
        if word == "could" and not _NOBODY.isdisjoint(subject):
            return Tense.COULD_NOT
        if word in ("should", "ought") and following != "have":
            return Tense.MAY
        return Tense.COULD if word in ("could", "might") else Tense.WOULD

    def _being(self, index: int, form: Form) -> Tense:
        planned = self._comes_to(index)
        if not planned and self._intends_after(index):
            return Tense.INTENT if form is Form.WAS else Tense.PLAN
        if form is Form.WAS and self.is_reported_to_leave(index):
            return Tense.WOULD
        if form is Form.WAS:
            return Tense.PAST_PLAN if planned else Tense.PAST
        if self.word(index + 1 + self.is_adverb(index + 1)) in _OVER:
            return Tense.PERFECT
        return Tense.PLAN if planned or self._predicates(index) else Tense.PRESENT

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

    def _having(self, index: int, form: Form) -> Tense:
        modal = self._auxiliary(index)[0]
        for at in range(index + 1, index + AUXILIARY_REACH):
            if self.form(at) in (Form.PAST, Form.PARTICIPLE, Form.BEEN):
                plain = Tense.PLUPERFECT if form is Form.HAD else Tense.PERFECT
                return _MODAL_PERFECTS.get(modal, plain)
        if modal in verbs.MODALS:
            return {Form.WILL: Tense.FUTURE, Form.MAY: Tense.MAY}.get(modal, Tense.WOULD)
        return Tense.PAST if form is Form.HAD else Tense.PRESENT

    def _is_present(self, index: int, form: Form) -> bool:
        before = self.tokens.symbol(index - 1)
        if form in (Form.BASE, Form.PRESENT_OR_NOUN) and self.follows_pronoun(index):
            return True
        if form is Form.PRESENT:
            counts = before in _COUNTS or self.is_counted(index)
            owned = self.word(index - 1) in verbs.OWNED
            return before not in DETERMINERS and not counts and not owned
        if form is Form.PRESENT_OR_NOUN:
            after = self.tokens.symbol(index + 1)
            has_object = after in _OBJECT_STARTS or self.word(index + 1) in _OWNERS
            at_phrase = index + 1 in (self.first, self.last)
            closes = self.closes_relative(self.before_adverbs(index))
            joined = before == "AND" and self.tokens.symbol(index - 2) in _ENDS_OF_DATES
            is_day = before == "WEEKDAY" and self.tokens.symbol(index - 2) in _OPENING_DAYS
            follows = before in ("NAME", "WORD") or closes or joined or is_day
            verb = follows and (has_object or at_phrase)
            reaches = self.word(index + 1) == "over" and index + 2 == self.first
            if self.word(index + 1) in _PARTICLES and before not in _BEFORE_THINGS and not reaches:
                return True
            if index < self.first and (self.verb_follows() or self.verb_precedes(index)):
                return False
            return verb
        if self.word(index) == "near" and self.tokens.symbol(index + 1) in ("NAME", "THE"):
            return False
        if form is Form.BASE:
            goes_on = before == "AND" and self.tokens.symbol(index - 2) in _ENDS_OF_DATES
            is_verb = index + 1 == self.first or not verbs.names_thing(self.word(index))
            if goes_on and is_verb:
                return not self.joins_infinitives(index - 1)
            is_verb = not verbs.names_thing(self.word(index)) or self.closes_relative(index - 1)
            return self.is_plural(index - 1) or (is_verb and self.has_plural_subject(index))
        dated = self.word(index).endswith("s") and before in _ENDS_OF_DATES
        dated = dated and not self.is_counted(index)
        return dated and self.tokens.symbol(index + 1) in ("ON", "IN", "AT")

    def group_after(self, index: int) -> Group | None:
        """Read the verb group that begins at `index`, after the phrase."""
        form, word = self.form(index), self.word(index)
        if form is Form.PAST and word not in verbs.PLANNED:
            return Tense.PAST, word, False
        if word == "planned" and self.word(index + 1) == "to":
            return Tense.INTENT, word, True
        if form in (Form.PAST, Form.PARTICIPLE, Form.NONE, Form.ING, Form.BEEN, Form.BE):
            return None
        return self._finite(index, form, ahead=False)
