"""Resolves what counts twice: "a year ago today", "the summer before last", "the eve of the vote".

First a day or season is read, then so many units from it are counted.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.occasions import is_day_of
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import (
    calendar,
    named_days,
    publication,
    relative,
    seasons,
    undated,
)
from kztimeline.documents.extraction.resolving.references.beside_told import end_of_span
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DAYS_IN_WEEK, _MONTHS_IN_YEAR = 7, 12
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
# More of what was read is not asked for a day, and a copy of all would take time.
_IN_MIND = 24
_COUNTED_FROM = ("day", "month", "year", "named_day")
_DAYS_TOLD, _LONG_LISTS = 12, 20
_CLOSING = frozenset({"COMMA", "STOP", "DOT", "BREAK"})
PRONOUNS = frozenset({"he", "she", "it", "they", "there", "we", "i", "you"})
_DAYS = {
    "weekday": publication.weekday, "day": calendar.calendar,
    "which": publication.which_by_publication, "holiday": named_days.holiday,
}  # fmt: skip
# What joins its day to an occasion.
_TELLING_OF = frozenset({
    "which", "that", "on", "set", "due", "scheduled", "planned", "slated", "called", "held",
})  # fmt: skip
_FROM_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def day_counted(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "ten years ago today", "a week ago Tuesday" and "two weeks from now".

    Who looks years ahead "from now" seldom means a year, but "a year from now" is the next.
    """
    unit, amount = relative.counted(phrase)
    if unit is None or amount is None or unit in quantities.SHORTER_THAN_DAYS:
        return Reading("vague", timex="PAST_REF" if phrase.has("AGO") else "FUTURE_REF")
    sign = -1 if phrase.has("AGO") else 1
    if phrase.has("PRESENT") and unit in _YEARS and amount != 1:
        return undated.length(phrase, context, following)
    if phrase.has("PRESENT"):
        return relative.roughly(phrase, relative.from_publication(phrase, context, unit, amount))
    return _read(phrase, context, lambda day: _counted(phrase, day, unit, sign * amount))


def before_last(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the summer before last", "the week after next" and "the day before yesterday"."""
    sign = -1 if phrase.has("BEFORE") else 1
    if phrase.has("DIRECTION") and quantities.direction(phrase) != sign:
        return None
    return _read(phrase, context, lambda day: _nth(phrase, day, sign, 2))


def times_ago(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "two Thursdays ago" and "three summers ago"; of "a few Sundays ago" none is told."""
    times = quantities.count(phrase)
    return _read(phrase, context, lambda day: _nth(phrase, day, -1, times) if times else None)


def eve(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the eve of the vote" where the text tells the day of the vote near it."""
    occasion = phrase.tokens.word(phrase.last - 1).lower()
    day = day_of_occasion(phrase, occasion, context, following)
    before = day.moment.shifted(-1) if day else None
    if day is None or before is None:
        return None
    context.remember(before, phrase, explicit=False, of_text=day.of_text)
    return Reading("relative", (before,), anchor=day.anchor)


def day_of_occasion(
    phrase: Phrase, occasion: str, context: Context, following: list[Phrase]
) -> Remembered | None:
    """Return the day that the text tells of an occasion near a phrase, before or after it."""
    day = _day_told(phrase, occasion, context)
    return day or _day_to_be_told(phrase, occasion, context, following)


def _day_told(phrase: Phrase, occasion: str, context: Context) -> Remembered | None:
    for item in context.remembered[:-_DAYS_TOLD:-1]:
        is_near = _is_day(item.moment) and between(item.phrase, phrase) != "text"
        if is_near and tells_day_of(item.phrase, occasion):
            return item
    return None


def tells_day_of(phrase: Phrase, occasion: str) -> bool:
    """Tell the day of "Sunday's vote" from that of "the day before the vote"."""
    return phrase.rule not in ("after_event", "day_after", "eve") and is_day_of(phrase, occasion)


def _day_to_be_told(
    phrase: Phrase, occasion: str, context: Context, following: list[Phrase]
) -> Remembered | None:
    for number, other in enumerate(following):
        if between(phrase, other) == "text":
            return None
        if other.rule in _DAYS and _goes_on(phrase, other, occasion):
            return read_ahead(other, context, following[number + 1 :])
    return None


def read_ahead(day: Phrase, context: Context, following: list[Phrase]) -> Remembered | None:
    """Return the day that a phrase means before the text has come to it; None if it is open."""
    ahead = replace(context, remembered=context.remembered[-_IN_MIND:])
    reading = _DAYS[day.rule](day, ahead, following)
    told = ahead.remembered[-1] if reading and reading.moments and ahead.remembered else None
    return told if told and _is_day(told.moment) else None


def _is_day(moment: Moment) -> bool:
    return moment.unit is Unit.DAY and moment.year is not None


def _goes_on(phrase: Phrase, other: Phrase, occasion: str) -> bool:
    """Tell the day of "the eve of the talks, which open on Friday" from that of another thing.

    So is that of "the day after the vote of May 6".
    """
    if between(phrase, other) == "paragraph":
        return is_day_of(other, occasion)
    if other.before() in ("OF", "ON") and other.word_before(2) == occasion:
        return True
    opening = phrase.last + (phrase.after() == "COMMA")
    return phrase.tokens.word(opening).lower() in _TELLING_OF


def after_event(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "two years after the vote of May 2010" where its sentence tells that date."""
    if _counts_from_that(phrase) or phrase.after() in _CLOSING:
        return relative.away(phrase, context, following)
    sign = -1 if phrase.has("BEFORE") else 1
    unit, amount = relative.counted(phrase)
    if phrase.word_before() == "for" or (phrase.has("QUALITY", "WORD") and unit is Unit.DAY):
        return Reading("relative", timex=quantities.timex_duration(phrase))
    event = _date_in_clause(phrase, context, following)
    if unit is None or amount is None or event is None:
        return Reading("relative", timex=quantities.timex_duration(phrase))
    moment, other = event
    if phrase.has("TO") and unit is Unit.YEAR:
        shifted = moment.months_on(sign * amount * _MONTHS_IN_YEAR)
    else:
        shifted = _units_from(moment, unit, sign * amount)
    if shifted is None or _contradicts(shifted, phrase, context):
        return Reading("relative", timex=quantities.timex_duration(phrase))
    return Reading("relative", (shifted,), anchor=f"{other.text} at {other.start}-{other.end}")


def _contradicts(counted: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell the length of "on May 3, a decade after the filing of June", whose day stands before."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or phrase.before() != "COMMA" or told.phrase.last != phrase.first - 1:
        return False
    day, first, last = told.moment.first_day(), counted.first_day(), counted.last_day()
    return day is not None and first is not None and last is not None and not first <= day <= last


def _counts_from_that(phrase: Phrase) -> bool:
    """Tell "three years after that the program closed" from "three years after that vote"."""
    if phrase.word_after() != "that":
        return False
    is_noun = phrase.after(2) in ("WORD", "NAME", "COUNTED")
    return not is_noun or phrase.word_after(2) in PRONOUNS | verbs.OWNED


def _units_from(moment: Moment, unit: Unit, count: int) -> Moment | None:
    """Count units from a moment; years from a month lead to a month, hours and minutes nowhere."""
    if undated.is_shorter(unit):
        return None
    if unit is Unit.YEAR and moment.unit is Unit.MONTH:
        return moment.shifted(12 * count)
    wide = moment.widened(unit)
    return wide.shifted(count) if wide else None


def _date_in_clause(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[Moment, Phrase] | None:
    """Return the date that a phrase counts from, such as that of "the vote of May 2010".

    One whose year or week is not said stands right behind it, as in "after Sunday's vote".
    """
    if not following or following[0].first - phrase.last > _LONG_LISTS:
        return None
    other = following[0]
    joint = [phrase.tokens.symbol(i) for i in range(phrase.last, other.first)]
    if other.rule in _DAYS and joint in ([], ["THE"]):
        if quantities.calendar_unit(phrase) is not Unit.DAY and not calendar.has_year(other):
            return None
        day = read_ahead(other, context, following[1:])
        return (day.moment, other) if day else None
    if {"STOP", "COMMA", "BREAK"} & {*joint} or other.rule not in _COUNTED_FROM:
        return None
    named = other.rule == "named_day"
    moment = calendar.DAY_OF_ATTACKS if named else calendar.calendar_moment(other, context)
    return (moment, other) if moment and moment.year is not None else None


def day_after(
    phrase: Phrase, context: Context, following: list[Phrase], is_whole: bool = False
) -> Reading:
    """Resolve "the day before" at the end of a clause; else its event is not known.

    `is_whole` says that it is all there is, with no event behind it.

    Nor is that of "the day that the wall fell".
    """
    unit = quantities.calendar_unit(phrase)
    if unit is None or undated.is_shorter(unit):
        return Reading("vague", timex="XXXX")
    if phrase.word_at("DIRECTION") == "that":
        return Reading("relative", timex=undated.unknown(unit))
    sign = -1 if phrase.has("BEFORE") or quantities.direction(phrase) < 0 else 1
    if following and following[0].first - phrase.last <= (phrase.after() == "THE"):
        event = _date_in_clause(phrase, context, following)
        shifted = _units_from(event[0], unit, sign) if event else None
        if event and shifted:
            return Reading("relative", (shifted,), anchor=event[1].place)
    if beside := _date_named_so(phrase, unit, context):
        return beside
    told_here = phrase.after() in ("COMMA", "DOT", "STOP", "AND") or _counts_from_that(phrase)
    told_here = told_here or (phrase.has("DIRECTION") and not _has_event(phrase))
    if not told_here and not is_whole:
        return Reading("relative", timex=undated.unknown(unit))
    told = end_of_span(phrase, context) if unit is Unit.YEAR else None
    told = told or context.last(unit, phrase, within=2)
    moment = told[0].shifted(sign) if told else None
    if told is None or moment is None:
        return Reading("relative", timex=undated.unknown(unit))
    return relative.told_from(moment, phrase, context, told[1])


def _date_named_so(phrase: Phrase, unit: Unit, context: Context) -> Reading | None:
    """Return the date of "in June 1990, the year before the country was free", said twice."""
    told = context.remembered[-1] if context.remembered else None
    joined = phrase.before() == "COMMA" and told and told.phrase.last == phrase.first - 1
    goes_on = phrase.after() in ("THE", "A", "NAME") or phrase.word_after() in PRONOUNS
    moment = told.moment.widened(unit) if told and joined and goes_on else None
    return relative.told_from(moment, phrase, context, told) if told and moment else None


def _has_event(phrase: Phrase) -> bool:
    """Tell "the week following his arrest" from "the week following he was freed"."""
    word = phrase.word_after()
    is_noun = phrase.after() == "WORD" and verbs.form(word) is verbs.Form.NONE
    named = phrase.after() in ("THE", "A", "NAME", "DIRECTION") or word in verbs.OWNED
    return named or (is_noun and word not in PRONOUNS)


def _read(phrase: Phrase, context: Context, read: Callable[[dt.date], Moment | None]) -> Reading:
    moment = context.from_publication(read)
    if moment is None:
        of_day = phrase.has("AGO", "TODAY", "WEEKDAY")
        unit = Unit.DAY if of_day else quantities.calendar_unit(phrase) or Unit.DAY
        return Reading("relative", timex=undated.unknown(unit))
    begins = phrase.moves_story and (relative.counted(phrase)[1] or 0) > 1
    context.remember(moment, phrase, explicit=begins, of_text=begins)
    return Reading("relative", (moment,), anchor=context.published_anchor)


def _nth(phrase: Phrase, published: dt.date, sign: int, times: int) -> Moment | None:
    """Return the weekday, season or unit of a phrase so many times from publication."""
    season = phrase.meaning("SEASON", "WORD_SEASON", "SEASONS")
    weekday = phrase.meaning("WEEKDAY", "WEEKDAYS")
    if isinstance(season, int):
        return seasons.nearest_season(published, season, sign, steps=times)
    day = Moment.of_day(Unit.DAY, published)
    if isinstance(weekday, int):
        near = _weekday_near(published, weekday, sign, strictly=True)
        return Moment.of_day(Unit.DAY, near).shifted(sign * _DAYS_IN_WEEK * (times - 1))
    unit = quantities.calendar_unit(phrase)
    if unit is None:
        return None
    base = day if unit is Unit.DAY else Moment.of_day(unit, published)
    return base.shifted(times * sign)


def _counted(phrase: Phrase, published: dt.date, unit: Unit, count: int) -> Moment | None:
    """Return what the end of a phrase means near publication, so many units from there."""
    start = _end_of_phrase(phrase, published)
    return _moved(start, unit, count) if start else None


def _end_of_phrase(phrase: Phrase, published: dt.date) -> Moment | None:
    today = Moment.of_day(Unit.DAY, published)
    named = phrase.index("TODAY")
    if named is not None:
        return today.shifted(_FROM_TODAY.get(phrase.tokens.word(named).lower(), 0))
    weekday = phrase.meaning("WEEKDAY")
    shift = quantities.direction(phrase)
    if isinstance(weekday, int):
        back = phrase.has("AGO") and shift <= 0
        if back and phrase.meaning("UNIT", "UNITS") is Unit.YEAR:
            # "Ten years ago Saturday" is told on either side of that day.
            published += dt.timedelta(_DAYS_IN_WEEK // 2)
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
