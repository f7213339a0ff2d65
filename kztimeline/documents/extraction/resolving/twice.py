"""Resolves what counts twice: "a year ago today", "the summer before last", "the eve of the vote".

First a day or season is read, then so many units from it are counted.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.occasions import is_day_of
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import (
    calendar,
    publication,
    relative,
    seasons,
    undated,
)
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

_DAYS_IN_WEEK = 7
_MONTHS_IN_YEAR = 12
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_DAYS_TOLD = 12
_DAYS = {"weekday": publication.weekday, "day": calendar.calendar}
# What joins its day to an occasion.
_TELLING_OF = frozenset({
    "which", "that", "on", "set", "due", "scheduled", "planned", "slated", "called", "held",
})  # fmt: skip
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


def eve(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the eve of the vote" where the text tells the day of the vote near it."""
    occasion = phrase.tokens.word(phrase.last - 1).lower()
    day = _day_told(phrase, occasion, context) or _day_to_be_told(
        phrase, occasion, context, following
    )
    before = day[0].shifted(-1) if day else None
    if day is None or before is None:
        return None
    context.remember(before, phrase, explicit=False)
    return Reading("relative", (before,), anchor=day[1])


def _day_told(phrase: Phrase, occasion: str, context: Context) -> tuple[Moment, str] | None:
    for item in context.remembered[:-_DAYS_TOLD:-1]:
        told = item.moment.unit is Unit.DAY and item.moment.year is not None
        near = between(item.phrase, phrase) != "text"
        if told and near and is_day_of(item.phrase, occasion):
            return item.moment, item.anchor
    return None


def _day_to_be_told(
    phrase: Phrase, occasion: str, context: Context, following: list[Phrase]
) -> tuple[Moment, str] | None:
    """Read the day of an occasion ahead, in a copy of what was read so far."""
    for number, other in enumerate(following):
        if between(phrase, other) == "text":
            return None
        read = _DAYS.get(other.rule)
        if read is None or not _goes_on(phrase, other, occasion):
            continue
        ahead = replace(context, remembered=[*context.remembered])
        reading = read(other, ahead, following[number + 1 :])
        if reading and reading.moments and reading.moments[0].unit is Unit.DAY:
            known = reading.moments[0].year is not None
            return (reading.moments[0], other.place) if known else None
    return None


def _goes_on(phrase: Phrase, other: Phrase, occasion: str) -> bool:
    """Tell the day of "the eve of the talks, which open on Friday" from that of another thing."""
    if between(phrase, other) == "paragraph":
        return is_day_of(other, occasion)
    opening = phrase.last + (phrase.after() == "COMMA")
    return phrase.tokens.word(opening).lower() in _TELLING_OF


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
