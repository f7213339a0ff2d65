"""Resolves what counts twice: "a year ago today", "a week from Tuesday", "the summer before last".

First a day or season near publication is read, then so many units from it are counted.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import relative, seasons, undated

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

_DAYS_IN_WEEK = 7
_MONTHS_IN_YEAR = 12
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_FROM_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def day_counted(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "ten years ago today", "a week ago Tuesday" and "two weeks from now".

    Who looks years ahead "from now" seldom means a year.
    """
    unit, amount = relative.counted(phrase)
    if unit is None or amount is None or unit in quantities.SHORTER_THAN_DAYS:
        return Reading("vague", timex="PAST_REF" if phrase.has("AGO") else "FUTURE_REF")
    sign = -1 if phrase.has("AGO") else 1
    if phrase.has("PRESENT") and unit in _YEARS:
        return undated.length(phrase, context, following)
    if phrase.has("PRESENT"):
        return relative.roughly(phrase, relative.from_publication(phrase, context, unit, amount))
    return _read(phrase, context, lambda day: _counted(phrase, day, unit, sign * amount))


def before_last(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the summer before last", "the week after next" and "the day before yesterday"."""
    sign = -1 if phrase.has("BEFORE") else 1
    if phrase.has("DIRECTION") and quantities.direction(phrase) != sign:
        return None
    return _read(phrase, context, lambda day: _second(phrase, day, sign))


def _read(phrase: Phrase, context: Context, read: Callable[[dt.date], Moment | None]) -> Reading:
    moment = context.from_publication(read)
    if moment is None:
        of_day = phrase.has("AGO", "TODAY", "WEEKDAY")
        unit = Unit.DAY if of_day else quantities.calendar_unit(phrase) or Unit.DAY
        return Reading("relative", timex=undated.unknown(unit))
    context.remember(moment, phrase, explicit=False, of_text=False)
    return Reading("relative", (moment,), anchor=context.published_anchor)


def _second(phrase: Phrase, published: dt.date, sign: int) -> Moment | None:
    season, weekday = phrase.meaning("SEASON", "WORD_SEASON"), phrase.meaning("WEEKDAY")
    if isinstance(season, int):
        return seasons.nearest_season(published, season, sign, steps=2)
    day = Moment.of_day(Unit.DAY, published)
    if isinstance(weekday, int):
        near = _weekday_near(published, weekday, sign, strictly=True)
        return Moment.of_day(Unit.DAY, near).shifted(sign * _DAYS_IN_WEEK)
    unit = quantities.calendar_unit(phrase)
    if unit is None:
        return None
    base = day if unit is Unit.DAY else Moment.of_day(unit, published)
    return base.shifted(2 * sign)


def _counted(phrase: Phrase, published: dt.date, unit: Unit, count: int) -> Moment | None:
    """Return what the end of a phrase means near publication, so many units from there."""
    start = _end_of_phrase(phrase, published)
    if start is None:
        return None
    return _moved(start, unit, count)


def _end_of_phrase(phrase: Phrase, published: dt.date) -> Moment | None:
    today = Moment.of_day(Unit.DAY, published)
    named = phrase.index("TODAY")
    if named is not None:
        return today.shifted(_FROM_TODAY.get(phrase.tokens.word(named).lower(), 0))
    weekday = phrase.meaning("WEEKDAY")
    shift = quantities.direction(phrase)
    if isinstance(weekday, int):
        back = phrase.has("AGO") and shift <= 0
        return Moment.of_day(Unit.DAY, _weekday_near(published, weekday, -1 if back else 1))
    if not phrase.has("DIRECTION"):
        return today
    season, month = phrase.meaning("SEASON", "WORD_SEASON"), phrase.meaning("MONTH", "WORD_MONTH")
    if isinstance(season, int):
        return seasons.nearest_season(published, season, shift, steps=1)
    if isinstance(month, int):
        return Moment(Unit.MONTH, published.year, month)
    unit = phrase.tokens.meanings[phrase.last - 1]
    return Moment.of_day(unit, published).shifted(shift) if isinstance(unit, Unit) else None


def _moved(start: Moment, unit: Unit, count: int) -> Moment | None:
    """Count units from a moment and keep its own precision: a year from a day is a day."""
    if unit in _YEARS:
        return start.months_on(count * _YEARS[unit] * _MONTHS_IN_YEAR)
    if unit is Unit.MONTH:
        return start.months_on(count)
    if start.unit is unit:
        return start.shifted(count)
    if start.unit is not Unit.DAY:
        return None
    return start.shifted(count * (_DAYS_IN_WEEK if unit is Unit.WEEK else 1))


def _weekday_near(day: dt.date, weekday: int, sign: int, strictly: bool = False) -> dt.date:
    """Return the nearest such weekday before or after a day; the day itself unless `strictly`."""
    away = sign * (weekday - day.weekday()) % _DAYS_IN_WEEK
    if strictly and away == 0:
        away = _DAYS_IN_WEEK
    return day + dt.timedelta(sign * away)
