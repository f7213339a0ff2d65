"""Reads verb groups: what "was to be held", "has been banned" and "begins" say of their time."""

from __future__ import annotations

from enum import StrEnum

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import AUXILIARY_REACH, FINITE
from kztimeline.documents.extraction.finding.clauses.forms.auxiliaries import Auxiliaries
from kztimeline.documents.extraction.finding.clauses.forms.intents import (
    FORESEEING,
    JUDGED,
)
from kztimeline.documents.extraction.finding.clauses.verbs import Form

_APOSTROPHES = frozenset({"’", "'"})
_PRESENT_FORMS = (Form.PRESENT, Form.PRESENT_OR_NOUN)
_NEGATIONS = frozenset({"not", "no", "never", "hardly", "barely", "scarcely"})
_SENSING = frozenset({"see", "hear", "feel", "smell", "watch", "sense", "remember"})
_NOBODY = frozenset({"neither", "nobody", "none", "nothing", "no", "nowhere", "few"})
# Behind them "Sunday marks" has its verb, "on Sunday" has none.
_OVER = frozenset({"dead", "gone", "over"})
_BEING = frozenset({Form.WAS, Form.IS, Form.BE})
_OBJECT_REACH = 8
# Before a participle they say what lasts: "would stay shut".
_LASTING = frozenset({"remain", "remains", "stay", "stayed", "stays"})
_WHEN = frozenset({"once", "until", "when"})
# With an object and a participle behind them it is to be done: "demand the plant shut".
WANTING = frozenset({"demand", "demanded", "demands", "want", "wanted", "wants"})
_ORDERING = frozenset({"ordered", "ordering"})
_WISH_REACH = 10
_PREPOSITIONS = frozenset({"OF", "IN", "ON", "AT", "BY", "TO", "PREPOSITION", "AFTER", "BEFORE"})


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


_PERSONS = frozenset({"he", "i", "she", "they", "we", "you"})
# "Is on course to win on Sunday".
_COURSES, _ON_TO = frozenset({"course", "pace", "track"}), ("on", "to")
# They tell of what is over.
TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
# "Would have ended" came otherwise, "may have fled" is past.
_MODAL_PERFECTS = {
    Form.WOULD: Tense.PAST_PLAN, Form.MAY: Tense.PAST, Form.WILL: Tense.FUTURE,
    Form.DID: Tense.PAST,
}  # fmt: skip
# The tense, the verb as it stands, and whether something is still to be done.
Group = tuple[Tense, str, bool]


class VerbGroups(Auxiliaries):
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
        if self.foretells(index):
            return Tense.INTENT, word, True
        possible = word == "possible" and self.form(index - 1) in _BEING
        if possible and index + 2 >= self.first:
            return self._planned(index)
        if planned and not self.is_reason(index) and not self.goes_somewhere(index):
            return self._planned(index)
        is_headed = word in _COURSES and (self.word(index - 1), self.word(index + 1)) == _ON_TO
        if is_headed or (word in verbs.OF_INTENT and self.names_intent(index)):
            return Tense.INTENT, word, True
        if form in verbs.DONE and (self.is_condition(index) or self.is_done_when(index)):
            return Tense.PLAN, self._text(index - 1, index), True
        if form in verbs.DONE and (wish := self._wished_done(index)) is not None:
            return self._wished(wish)
        return (Tense.PLAN, word, True) if form is Form.ING and self.brings_about(index) else None

    def _wished_done(self, index: int) -> int | None:
        """Return the verb of "hoped to have all lines repaired"; not of "demand for oil fell".

        What was "ordered shut on Friday" was mostly ordered then, unlike "shut on May 4".
        """
        named = self.has_name() and self.tokens.symbol(self.first - 1) != "UNTIL"
        wanting = WANTING | _ORDERING if named else WANTING
        for at in self.clause_before(index, _WISH_REACH):
            if self.word(at) in wanting and (at + 1 < index or self.word(at).startswith("want")):
                of_other = any(self.tokens.symbol(i) in _PREPOSITIONS for i in range(at, index))
                return None if of_other or self.word(at + 1) == "for" else at
            if self.word(at) in ("get", "have", "see") and self.word(at - 1) == "to":
                has_object = any(not self.is_adverb(place) for place in range(at + 1, index))
                return at - 2 if has_object else None
            if self.word(at) == "have" and self.form(at - 1) in (Form.WILL, Form.WOULD):
                has_object = any(not self.is_adverb(place) for place in range(at + 1, index))
                return at - 1 if has_object else None
            if self.form(at) in FINITE:
                return None
        return None

    def _wished(self, index: int) -> Group | None:
        """Read the "want" of "want wages doubled" and the "hoped" of "hoped to have it done"."""
        if self.word(index) not in WANTING | _ORDERING:
            return self.group_before(index)
        told = self.form(index) in verbs.DONE
        return Tense.INTENT if told else Tense.PLAN, self.word(index), True

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
            return self._modal_perfect(modal, at), self._text(at - 1, index), ahead
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

    def _modal_perfect(self, modal: Form, have: int) -> Tense:
        """Tell "they would have left in May", had they known, from what "would have opened"."""
        subject = self.word(self._auxiliary(have)[1] - 1)
        subject = self.word(self._auxiliary(have)[1] - 2) if subject in _APOSTROPHES else subject
        unreal = modal is Form.WOULD and subject in _PERSONS and self.has_name()
        return Tense.PAST if unreal else _MODAL_PERFECTS[modal]

    def _to_be_done(self, index: int, to: int) -> Group | None:
        """Read "a session to be hosted"; "was to be hosted" and "agreed to be" have verbs.

        "Only to be halted" tells what came of it.
        """
        form = self.form(to - 1)
        if self.word(to - 1) == "only" and self.form(to - 2) not in _BEING:
            return Tense.PAST, self._text(to, index), False
        if form in (Form.WAS, Form.HAD):
            return Tense.PAST_PLAN, self._text(to - 1, index), True
        if form in (Form.PAST, Form.PRESENT, Form.PARTICIPLE):
            return None
        return Tense.PLAN, self._text(to, index), True

    def _to_have_done(self, index: int, to: int) -> Group:
        """Read "was to have spoken", which came otherwise, and "is said to have fled"."""
        at = self.before_all_adverbs(to)
        planned = self.form(at) is Form.WAS or verbs.is_planned(self.word(at), "to")
        return (Tense.PAST_PLAN if planned else Tense.PAST), self._text(at, index), planned

    def _finite(self, index: int, form: Form, ahead: bool) -> Group | None:
        simple = {
            Form.WILL: Tense.FUTURE, Form.MAY: Tense.MAY,
            Form.DID: Tense.PAST, Form.DO: Tense.PRESENT,
        }  # fmt: skip
        text = self.word(index)
        if self.word(index - 1) == "to" and form is not Form.DID:
            led = self.tokens.symbol(index - 2) == "COMMA" or self._stands_behind_with(index - 2)
            goes_on = led and text in verbs.LASTING
            return (Tense.PLAN, f"to {text}", True) if goes_on else None
        if form is Form.WOULD:
            return self._would(index), text, ahead
        if form in (Form.DID, Form.DO) and (
            self._intends_after(index) or self.foresees_after(index)
        ):
            return (Tense.INTENT if form is Form.DID else Tense.PLAN), text, True
        if form in simple:
            return simple[form], text, ahead
        if form in (Form.IS, Form.WAS):
            return self._being(index, form), text, ahead
        if form in (Form.HAD, Form.HAVE):
            return self._having(index, form), text, ahead
        is_present = self._is_present(index, form) or self.is_main_verb(index, form)
        # "Extended their offers to buy it Friday" has its verb before.
        ahead = ahead and self.word(index - 1) not in verbs.OWNED
        if is_present or (ahead and form in _PRESENT_FORMS):
            ahead = ahead or text in FORESEEING
            return (Tense.PLAN if ahead else Tense.PRESENT), text, ahead
        return None

    def _would(self, index: int) -> Tense:
        """Tell "could not" and "could still hear", which look back, from "could" and "would"."""
        still = self.word(index + 1) in ("still", "only", "just")
        word, following = self.word(index), self.word(index + 1 + still)
        if word == "couldn" or (word == "could" and following in _NEGATIONS | _SENSING):
            return Tense.COULD_NOT
        if word.startswith("would") and self._declines(index):
            return Tense.COULD_NOT
        subject = (self.word(at) for at in self.clause_before(index))
        if word == "could" and not _NOBODY.isdisjoint(subject):
            return Tense.COULD_NOT
        if word in ("should", "ought") and following != "have":
            return Tense.MAY
        return Tense.COULD if word in ("could", "might") else Tense.WOULD

    def _being(self, index: int, form: Form) -> Tense:
        """Read "was due", "was leaving" and "is"; who "was about to leave" was so then."""
        planned = self._comes_to(index)
        if not planned and self._intends_after(index):
            return Tense.INTENT if form is Form.WAS else Tense.PLAN
        if form is Form.WAS and self.word(index + 1 + self.is_adverb(index + 1)) == "about":
            return Tense.PAST
        if form is Form.WAS and self.is_reported_to_leave(index):
            return Tense.WOULD
        if form is Form.WAS:
            return Tense.PAST_PLAN if planned else Tense.PAST
        if self.word(index + 1 + self.is_adverb(index + 1)) in _OVER:
            opening = min(self.clause_before(index), default=index)
            when = not _WHEN.isdisjoint((self.word(opening - 1), self.word(opening)))
            return Tense.PLAN if when else Tense.PERFECT
        return Tense.PLAN if planned or self._predicates(index) else Tense.PRESENT

    def _having(self, index: int, form: Form) -> Tense:
        modal = self._auxiliary(index)[0]
        if self.word(index + 1) == "to" and modal is Form.NONE:
            return Tense.PAST if form is Form.HAD else Tense.MAY
        for at in range(index + 1, index + AUXILIARY_REACH):
            if self.form(at) in (Form.PAST, Form.PARTICIPLE, Form.BEEN):
                plain = Tense.PLUPERFECT if form is Form.HAD else Tense.PERFECT
                return _MODAL_PERFECTS.get(modal, plain)
        if modal in verbs.MODALS:
            return {Form.WILL: Tense.FUTURE, Form.MAY: Tense.MAY}.get(modal, Tense.WOULD)
        return Tense.PAST if form is Form.HAD or modal is Form.DID else Tense.PRESENT

    def group_after(self, index: int) -> Group | None:
        """Read the verb group that begins at `index`, after the phrase."""
        form, word = self.form(index), self.word(index)
        if form is Form.PAST and (word not in verbs.PLANNED or self.goes_somewhere(index)):
            return None if self._describes(index) else (Tense.PAST, word, False)
        if word == "planned" and self.word(index + 1) == "to":
            return Tense.INTENT, word, True
        if form in (Form.PAST, Form.PARTICIPLE, Form.NONE, Form.ING, Form.BEEN, Form.BE):
            return None
        return self._finite(index, form, ahead=False)
