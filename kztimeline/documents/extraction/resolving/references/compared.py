"""Resolves what is compared: "the same quarter of 2021", "a year ago", "the year-ago quarter"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import undated
from kztimeline.documents.extraction.resolving.references import quarters_told
from kztimeline.documents.extraction.resolving.relative import OF_THE_TEXT, from_publication
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.weighing.context import Context

_PARTS_IN_MIND = 4
_MONTHS_IN_YEAR = 12


def same_part(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Resolve "the same period of 2021" and "the same month last year" to what was told last.

    Without a month or half told in the paragraph, or a quarter before it, it is the year.
    """
    reading = _same_part(phrase, context)
    months = _months_told(phrase, context) if phrase.has("TIME") else None
    return _of_months(months, phrase, reading) if months else reading


def _months_told(phrase: Phrase, context: Context) -> tuple[Moment, Moment] | None:
    """Return the stretch of months that the paragraph has told last: "from May to July"."""
    if context.months is None or between(context.months[2], phrase) == "text":
        return None
    first, last, told = context.months
    since = [item for item in context.remembered[-_PARTS_IN_MIND:] if item.phrase.first > told.last]
    parts = quarters_told.PARTS_OF_YEAR
    return None if any(item.moment.unit in parts for item in since) else (first, last)


def _of_months(months: tuple[Moment, Moment], phrase: Phrase, reading: Reading) -> Reading:
    """Return the months of "the same period last year"; TIMEX3 has but their year for them."""
    first, last = months
    if reading.moments and reading.moments[0].unit in (Unit.QUARTER, Unit.HALF):
        return reading
    first_year, last_year = first.year or 0, last.year or 0
    told = reading.moments[0].year if reading.moments else None
    year = last_year - 1 if phrase.has("A") or told is None else told
    ends = first.in_year(year - (last_year - first_year)), last.in_year(year)
    of_year = Moment(Unit.YEAR, year).timex
    return replace(reading, kind="range", moments=ends, timex=of_year)


def _same_part(phrase: Phrase, context: Context) -> Reading:
    part, anchor = _part_told(phrase, context), context.published_anchor
    if quantities.calendar_unit(phrase) is Unit.DAY and (day := _day_of_year(phrase, context)):
        return Reading("relative", (day,), anchor=anchor)
    if phrase.has("A"):
        return _a_year_before(part, phrase, context)
    named = Phrase("which", phrase.tokens, phrase.last - 2, phrase.last)
    year: Moment | None = None
    if isinstance(number := phrase.meaning("YEAR"), int):
        year = Moment(Unit.YEAR, number)
    elif named.before() == "THE" or named.word_at("DIRECTION") in OF_THE_TEXT:
        told = context.last(Unit.YEAR, phrase)
        year = told[0].shifted(quantities.direction(named)) if told else None
    else:
        shift = quantities.direction(named)
        year = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day).shifted(shift))
    if year is None or year.year is None:
        return Reading("relative", timex=undated.unknown(Unit.YEAR))
    return Reading("relative", (part.in_year(year.year) if part else year,), anchor=anchor)


def _day_of_year(phrase: Phrase, context: Context) -> Moment | None:
    """Return the day of "the same day last year" and "the same day of 2012"."""
    told = context.last(Unit.DAY, phrase, within=1)
    told = None if told and told[1].phrase.before() == "SINCE" else told
    day = told[0] if told else context.from_publication(lambda day: Moment.of_day(Unit.DAY, day))
    year, shift = phrase.meaning("YEAR"), quantities.direction(phrase) or -1
    if day is None or day.year is None:
        return None
    return day.in_year(year) if isinstance(year, int) else day.months_on(shift * _MONTHS_IN_YEAR)


def _a_year_before(part: Moment | None, phrase: Phrase, context: Context) -> Reading:
    """Resolve "the same quarter a year earlier"."""
    if part is None or part.year is None:
        return from_publication(phrase, context, Unit.YEAR, -1)
    return Reading("relative", (part.in_year(part.year - 1),), anchor=context.published_anchor)


def _part_told(phrase: Phrase, context: Context) -> Moment | None:
    """Return the month, quarter or half told last in the paragraph that "the same" can mean."""
    unit = quantities.calendar_unit(phrase)
    if phrase.has("TIME") and _counts_months(phrase):
        return None
    meant = quarters_told.PARTS_OF_YEAR.keys() if phrase.has("TIME") else {unit}
    for told in reversed(context.remembered[-_PARTS_IN_MIND:]):
        if told.moment.unit in meant and between(told.phrase, phrase) != "text":
            ends = told.phrase.word_before() in ("through", "to")
            several = phrase.has("TIME") and (ends or told.phrase.rule == "month_range")
            return None if several else told.moment
    quarter = quarters_told.quarter_told(context) if unit is Unit.QUARTER else None
    return quarter.moment if quarter else None


def _counts_months(phrase: Phrase) -> bool:
    """Tell "in the first eight months, against the same period of 1998", which is no month."""
    tokens, at = phrase.tokens, phrase.first - 1
    while tokens.symbol(at) not in ("STOP", "BREAK"):
        if tokens.symbol(at) == "UNITS":
            return True
        at -= 1
    return False


def unit_ago(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the year-ago quarter", "the year-earlier third quarter" and "year-earlier"."""
    number = quantities.ordinal(phrase)
    if phrase.has("QUARTER") and number:
        year = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day).shifted(-1))
        if year is None or number > quarters_told.PARTS_OF_YEAR[Unit.QUARTER]:
            return Reading("relative", timex=f"XXXX-Q{number}")
        of_year = Moment(Unit.QUARTER, year.year, number)
        return Reading("relative", (of_year,), anchor=context.published_anchor)
    if phrase.has("QUARTER"):
        told = quarters_told.quarter_told(context)
        if told and (moment := told.moment.shifted(-4)):
            return Reading("relative", (moment,), anchor=told.anchor)
        return from_publication(phrase, context, Unit.QUARTER, -5)
    unit = quantities.calendar_unit(phrase)
    if unit is None:
        return None
    if unit is Unit.YEAR and (quarter := quarters_told.quarter_of_other_year(phrase, context, -1)):
        return quarter
    return from_publication(phrase, context, unit, -1)
