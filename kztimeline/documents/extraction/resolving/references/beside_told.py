"""Finds what "the same day", "the previous week" and "the following weekend" stand beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context, Remembered

_TO_COME = (Tense.FUTURE, Tense.PLAN)
_DATES_IN_MIND = 7
# From Thursday on, "the following weekend" is not the one right ahead.
_LATE_IN_WEEK = 3


def on_its_side(unit: Unit, phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return what was told of a day over or to come, as the phrase's own is.

    So "will visit on May 4, he said Monday. She will come the same day", and nobody was "held the
    same day" if that is still to come, or lost a vote "the previous week".
    """
    direction = quantities.direction(phrase)
    is_same = unit is Unit.DAY and direction == 0 and not phrase.has("WEEKDAY")
    tense = outlook(phrase).tense if is_same or direction < 0 else Tense.NONE
    last = context.last(unit, phrase)
    is_past = tense in TOLD and last is not None and context.is_to_come(last[0].first_day())
    if not is_past and not (is_same and tense in _TO_COME):
        return None
    for told in context.remembered[:-_DATES_IN_MIND:-1]:
        moment = told.moment.widened(unit)
        day = told.moment.first_day()
        if moment and day and context.is_to_come(day) == (tense in _TO_COME):
            return moment, told
    return None


def beside_told(told: tuple[Moment, Remembered], direction: int) -> Moment | None:
    """Return the unit so many after the one told; after a Monday, its weekend is the next one."""
    moment, source = told
    day = source.moment.first_day() if source.moment.unit is Unit.DAY else None
    is_ahead = moment.unit is Unit.WEEKEND and day is not None and day.weekday() < _LATE_IN_WEEK
    return moment.shifted(direction - (is_ahead and direction > 0))
