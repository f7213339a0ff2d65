"""Tells what was planned or set for a date, from the verb of its clause and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.signs.changes import (
    has_been_moved,
    is_brought_nearer,
    is_called_off_now,
    is_put_off,
    is_ruled_out,
    was_first_plan,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.conditions import is_conditional
from kztimeline.documents.extraction.finding.clauses.signs.due_days import (
    due_tense,
    is_left_open,
    lasts_still,
    was_moved,
)
from kztimeline.documents.extraction.finding.clauses.signs.positions import (
    is_attributive,
)
from kztimeline.documents.extraction.finding.clauses.signs.set_days import (
    is_intended,
    is_made_day,
    is_moved_to,
    is_named_day,
    is_set_time,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Group, Tense

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_LIMITS = frozenset({"before", "by", "until"})
_TO_COME = frozenset({Tense.PLAN, Tense.FUTURE, Tense.PRESENT})
# Those of who sets a day.
_OF_OTHERS = TOLD | {Tense.PRESENT, Tense.NONE, Tense.INTENT}


def plan_of(clause: Clause, phrase: Phrase, group: Group, cue: str) -> tuple[Tense, bool]:
    """Return the tense of what was planned or set, and whether it was still to be done."""
    tense, verb, looks_ahead = group
    if ahead := _ahead(clause, phrase, tense, verb, cue):
        return ahead, ahead is not Tense.PAST
    if tense in _TO_COME and was_first_plan(phrase, tense):
        return Tense.PAST_PLAN, looks_ahead
    is_then = phrase.word_after() == "when" and phrase.before() in ("IN", "ON")
    if tense is Tense.PLAN and is_then and verb.partition(" ")[0] not in ("is", "are"):
        return Tense.PAST, False
    lasts = cue == "until" and lasts_still(clause, phrase, verb)
    if lasts and tense in (Tense.PAST, Tense.PERFECT):
        given = phrase.names_calendar and verb.rpartition(" ")[2] in ("gave", "given", "granted")
        return Tense.PAST_PLAN if given else Tense.PLAN, True
    if tense is Tense.PAST_PLAN and cue == "until" and (was_moved(verb) or clause.is_denied()):
        return Tense.PLAN, True
    if tense in TOLD and is_set_time(phrase, verb, cue):
        moved = tense is Tense.PAST and verbs.moves_time(verb) and cue
        stands = tense is Tense.PERFECT or moved
        return (Tense.PLAN if stands else Tense.PAST_PLAN), True
    return tense, looks_ahead


def _ahead(clause: Clause, phrase: Phrase, tense: Tense, verb: str, cue: str) -> Tense | None:
    """Return the tense of what a sign beside the date, or its verb, says is still to be done."""
    if tense is Tense.PAST_PLAN and (is_called_off_now(phrase) or is_brought_nearer(phrase)):
        return Tense.PLAN
    if set_by := _setting(clause, phrase, tense, cue):
        return set_by
    if is_conditional(clause, phrase, tense, verb):
        return Tense.PLAN
    if due := due_tense(clause, tense, verb, cue):
        return due
    announced = cue in ("start", "until") and tense is Tense.PAST and verbs.announces(verb)
    if announced or (cue in _LIMITS and tense in TOLD and is_ruled_out(phrase)):
        return Tense.PLAN
    stopped = tense is Tense.PAST and verbs.stops(verb)
    if stopped and cue == "target" and phrase.has("WEEKDAY"):
        return Tense.PLAN
    if stopped and phrase.word_before() == "from" and clause.is_of_now():
        return Tense.INTENT
    if cue == "awaited":
        return Tense.PAST_PLAN if tense in TOLD else Tense.PLAN
    return None


def _setting(clause: Clause, phrase: Phrase, tense: Tense, cue: str) -> Tense | None:
    """Return the tense of a day that a clause of some tense sets, told of now or in a story."""
    if has_been_moved(phrase) or (is_attributive(phrase) and is_put_off(phrase)):
        return Tense.PLAN if tense is Tense.PERFECT else Tense.PAST_PLAN
    if is_made_day(phrase) or (tense in TOLD and is_intended(clause, phrase, tense, cue)):
        return Tense.INTENT
    if tense in TOLD and is_left_open(clause, phrase):
        return Tense.PAST_PLAN
    opens = tense is Tense.PAST and (
        clause.is_behind_if() if cue == "by" else phrase.names_calendar and clause.begins_with_if()
    )
    limited = tense is Tense.PLUPERFECT and (
        cue in (*_LIMITS, "at last") or not phrase.has("WEEKDAY")
    )
    if (limited or opens) and clause.is_supposed():
        return Tense.WOULD
    is_set = is_named_day(clause, phrase) or is_moved_to(phrase)
    if tense not in _OF_OTHERS or not is_set:
        return None
    stands = clause.is_of_now() and not phrase.has("WEEKDAY")
    return Tense.PLAN if stands else Tense.PAST_PLAN
