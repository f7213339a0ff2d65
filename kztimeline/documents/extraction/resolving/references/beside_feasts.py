"""Resolves "the week before Thanksgiving" and "the Monday after Easter" from the feast's day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import publication, relative, twice

if TYPE_CHECKING:
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DAYS_IN_WEEK = 7


def weekday_beside(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the Monday after Easter", which is the next one, and "the Sunday before Lent"."""
    named = phrase.meaning("WEEKDAY")
    told = _feast_behind(phrase, context, following)
    if not isinstance(named, int) or told is None:
        alone = Phrase("weekday", phrase.tokens, phrase.first + 1, phrase.last)
        return publication.weekday(alone, context, following)
    feast, day = told
    sign = -1 if phrase.after() == "BEFORE" else 1
    away = sign * (named - day.weekday()) % _DAYS_IN_WEEK or _DAYS_IN_WEEK
    beside = Moment.of_day(Unit.DAY, day + dt.timedelta(sign * away))
    return relative.told_from(beside, phrase, context, feast)


def week_beside(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the week before Thanksgiving"; what leads up to a Sunday is the week it ends."""
    unit = quantities.calendar_unit(phrase)
    told = _feast_behind(phrase, context, following)
    if unit not in (Unit.WEEK, Unit.WEEKEND) or told is None:
        return None
    feast, day = told
    is_before = phrase.has("BEFORE")
    if unit is Unit.WEEK and is_before:
        day += dt.timedelta(1)
    beside = Moment.of_day(unit, day).shifted(-1 if is_before else 1)
    return relative.told_from(beside, phrase, context, feast) if beside else None


def _feast_behind(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[Remembered, dt.date] | None:
    """Return the feast named right behind a phrase, and its day."""
    behind = phrase.last + (phrase.after() in ("AFTER", "BEFORE"))
    feast = following[0] if following else None
    if feast is None or feast.rule != "holiday" or feast.first != behind:
        return None
    told = twice.read_ahead(feast, context, following[1:])
    day = told.moment.first_day() if told else None
    return (told, day) if told and day else None
