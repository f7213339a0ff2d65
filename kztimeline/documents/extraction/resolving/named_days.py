"""Resolves days with a name, and what is named by a day: feasts, "9/11", "the week of May 9".

A feast counted from another date, such as "last Christmas" and "the following Easter", is the
nearest one on that side of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.occasions import is_of_unforeseen
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import feasts
from kztimeline.documents.extraction.naming.no_dates.persons import is_person
from kztimeline.documents.extraction.naming.numbered import is_title
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import relative, undated
from kztimeline.documents.extraction.resolving.calendar import (
    DAY_OF_ATTACKS,
    calendar_moment,
    completed,
    dated,
    day_of_month,
    year_of,
)
from kztimeline.documents.extraction.resolving.hours import time_of_day
from kztimeline.documents.extraction.resolving.references.years_told.named_years import year_aside
from kztimeline.documents.extraction.resolving.references.years_told.years_counted import (
    year_counted,
)
from kztimeline.documents.extraction.resolving.stretches.parts_of_spans import part_of_span

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.documents.extraction.weighing.context import Context

# What stands before a feast and not before somebody of its name: "the coach Easter".
_BEFORE_FEASTS = frozenset({"celebrate", "celebrates", "for", "over", "spend", "spends"})
# "Ahead of Easter" is a date, "the meaning of Easter" none.
_OF_FEASTS = frozenset({"ahead", "day", "days", "eve", "evening", "morning", "night", "week"})
_CHURCHES = frozenset({"western", "catholic", "protestant"})


# The weekend of a feast on a Monday or Tuesday is the one before.
_MIDWEEK = 2
# The day of a year about which the days of sales are.
_THANKSGIVING = (11, 27)
# So many days after a feast it is still "that Christmas".
_JUST_PAST = 31
# What has the name of the feast and is none: "Easter eggs".
_NO_FEASTS = frozenset({
    "egg", "eggs", "bunny", "bunnies", "hare", "basket", "baskets", "bonnet", "bonnets", "cake",
    "lily", "lilies", "chocolate", "island",
})  # fmt: skip


# What goes by the name of Christmas all through December.
_OF_THE_SEASON = frozenset({
    "cards", "carols", "commodities", "decorations", "gifts", "goods", "lights", "market",
    "markets", "ornaments", "presents", "pudding", "shopping", "songs", "toys", "tree", "trees",
    "wreath", "wreaths",
})  # fmt: skip


def holiday(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Christmas 1963", "Ash Wednesday", "last Easter", "Ramadan" and "D-Day"."""
    name = feasts.feast_named(phrase)
    if single := feasts.once(name):
        return Reading("date", (Moment(Unit.DAY, *single),))
    usual, first = feasts.usual(name), phrase.index(*feasts.NAMING)
    if usual is None or not phrase.tokens.word(first or phrase.first)[0].isupper():
        return None
    if is_title(phrase) or is_person(phrase) or feasts.is_of_every_year(phrase):
        return None
    if not phrase.has("UNIT") and _is_part_of_name(phrase, name):
        return None
    reading = _feast(name, usual, phrase, context, following)
    if phrase.meaning("UNIT") is Unit.WEEKEND:
        return _weekend_of(reading)
    if phrase.meaning("UNIT") is Unit.WEEK or "Week" in phrase.text.split():
        return _week_of(name, reading, context)
    reading = replace(reading, time=time_of_day(phrase))
    return _of_moon(reading, name) if feasts.is_lunar(name) else reading


def _weekend_of(reading: Reading) -> Reading:
    """Return the weekend around a feast: that before a Monday, after a Thursday."""
    day = reading.moments[0].first_day() if reading.moments else None
    back = day.weekday() + 1 if day and day.weekday() < _MIDWEEK else 0
    near = reading.moments[0].shifted(-back) if day else None
    weekend = near.widened(Unit.WEEKEND) if near else None
    if weekend is None:
        return Reading("relative", timex=undated.unknown(Unit.WEEK))
    return replace(reading, moments=(weekend,))


def _week_of(name: str, reading: Reading, context: Context) -> Reading:
    """Return the week that a feast lies in, for "Holy Week" that of Easter Sunday.

    What "prayed as Easter week began" tells of the feast that is still to come.
    """
    week = reading.moments[0].widened(Unit.WEEK) if reading.moments else None
    now = context.from_publication(lambda day: Moment.of_day(Unit.WEEK, day))
    coming = feasts.in_year(name, now.year) if now and now.year else None
    if now and coming and reading.anchor == context.published_anchor:
        is_now = Moment(Unit.DAY, now.year, *coming).widened(Unit.WEEK) == now
        week = now if is_now else week
    if week is None:
        return Reading("relative", timex=undated.unknown(Unit.WEEK))
    return replace(reading, moments=(week,))


def _is_part_of_name(phrase: Phrase, name: str) -> bool:
    """Tell "Easter eggs" and "by Mr Easter" from "by Easter" and "by Orthodox Easter"."""
    of_name = phrase.before() == "NAME" and phrase.word_before() not in _CHURCHES
    if phrase.before() == "WORD":
        word = phrase.word_before()
        keeps = verbs.form(word) is not verbs.Form.NONE and not verbs.reports(word)
        of_name = not (keeps or word in _BEFORE_FEASTS)
    if name == "easter" and phrase.before() == "OF":
        return phrase.word_before(2) not in _OF_FEASTS
    if name == "christmas":
        return phrase.word_after() in _OF_THE_SEASON
    return name == "easter" and (of_name or phrase.word_after() in _NO_FEASTS)


def _feast(
    name: str, usual: tuple[int, int], phrase: Phrase, context: Context, following: list[Phrase]
) -> Reading:
    near = context.days[0] if context.days else None

    def day_in(year: int) -> tuple[int, int]:
        return feasts.in_year(name, year, near) or usual

    told = context.remembered[-1] if context.remembered else None
    if told and phrase.before() == "COMMA" and told.phrase.last == phrase.first - 1:
        on_weekday = told.moment.unit is Unit.DAY and told.phrase.rule == "weekday"
        if on_weekday and told.moment.order[1:] == day_in(told.moment.year or 0):
            return relative.told_from(told.moment, phrase, context, told)
    year = year_of(phrase, context) or year_aside(phrase)
    if year is None and (counted := year_counted(phrase, context, following)):
        year = counted[0]
    if year is not None:
        return dated(Moment(Unit.DAY, year, *day_in(year)), phrase, context, following)
    if phrase.has("DIRECTION") and (read := _counted(phrase, context, day_in)):
        return read
    moves = feasts.moves(name)
    if phrase.before() == "EVERY":
        return Reading("set", () if moves else (Moment(Unit.DAY, None, *usual),), "P1Y" * moves)
    reading = completed(Moment(Unit.DAY, None, *usual), phrase, context, day_in if moves else None)
    if moves and reading.moments[0].year is None:
        return replace(reading, moments=(), timex=undated.unknown(Unit.DAY))
    return reading


def _counted(
    phrase: Phrase, context: Context, day_in: Callable[[int], tuple[int, int]]
) -> Reading | None:
    """Resolve "last Christmas" from publication, "the following Easter" from the text."""
    shift = quantities.direction(phrase)
    if relative.counts_from_text(phrase, context):
        told = context.last(Unit.YEAR, phrase)
        moment = _nearest(told[1].moment, shift, day_in) if told else None
        return relative.told_from(moment, phrase, context, told[1]) if told and moment else None
    read = context.from_publication(
        lambda day: _nearest(Moment.of_day(Unit.DAY, day), shift, day_in)
    )
    if read is None:
        return None
    context.remember(read, phrase, explicit=False, of_text=False)
    return Reading("relative", (read,), anchor=context.published_anchor)


def _nearest(told: Moment, shift: int, day_in: Callable[[int], tuple[int, int]]) -> Moment | None:
    """Return the feast next before (-1) or after (1) what was told, or just past or next (0)."""
    if told.year is None:
        return None
    if not told.part:
        year = told.year + shift
        return Moment(Unit.DAY, year, *day_in(year))
    first, last = told.first_day(), told.last_day()
    if first is None or last is None:
        return None
    near = [Moment(Unit.DAY, year, *day_in(year)) for year in range(told.year - 1, told.year + 2)]
    days = [(day, moment) for moment in near if (day := moment.first_day())]
    if shift < 0:
        return max((each for each in days if each[0] < first), default=(None, None))[1]
    if shift > 0:
        return min((each for each in days if each[0] > last), default=(None, None))[1]
    return min((each for each in days if (first - each[0]).days <= _JUST_PAST), default=days[-1])[1]


def _of_moon(reading: Reading, name: str) -> Reading:
    """Mark a feast that the new moon decides on as approximate; Ramadan lasts a month."""
    if name not in feasts.RAMADAN or not reading.moments or reading.moments[0].year is None:
        return replace(reading, approximate=True)
    last = reading.moments[0].shifted(feasts.DAYS_OF_RAMADAN - 1)
    moments = (reading.moments[0], last) if last else reading.moments
    return replace(reading, kind="range", moments=moments, approximate=True)


def ordinal_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first day of January"; "the first week of January" is a part of it."""
    ordinal = quantities.ordinal(phrase)
    month = phrase.meaning(*MONTH_SYMBOLS)
    if not isinstance(month, int) or ordinal is None:
        return None
    # Not the unit of "the Fourth of July last year".
    of = phrase.index("OF") or phrase.first
    if phrase.tokens.symbol(of - 1) == "UNIT" and phrase.tokens.meaning(of - 1) is not Unit.DAY:
        return part_of_span(phrase, context, following)
    moment = Moment(Unit.DAY, year_of(phrase, context), month, ordinal)
    return dated(moment, phrase, context, [])


def _day_of_week(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    if phrase.has(*MONTH_SYMBOLS):
        partial = calendar_moment(phrase, context)
        return dated(partial, phrase, context, following) if partial else None
    alone = Phrase("day_of_month", phrase.tokens, phrase.first, phrase.last)
    return day_of_month(alone, context, following)


def week_of(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the week of May 9" to the week around that day; the month of a day is its own.

    That of "the week of the 9th" is near.
    """
    unit, reading = phrase.meaning("UNIT"), _day_of_week(phrase, context, following)
    if not isinstance(unit, Unit) or reading is None or not reading.moments:
        return reading if isinstance(unit, Unit) else None
    if unit not in (Unit.WEEK, Unit.WEEKEND) or reading.moments[0].year is None:
        return reading
    wide = reading.moments[0].widened(unit)
    return replace(reading, moments=(wide,)) if wide else reading


def weekday_name(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Black Monday 1987"; without its year such a name fixes no day, but "Black Friday".

    Names of other things, such as a club or a team, are no temporal expressions.
    """
    year, name = year_of(phrase, context) or year_aside(phrase), feasts.feast_named(phrase)
    if not feasts.is_named(name):
        return None
    if year is None:
        of_sales = feasts.is_of_sales(name) and not _is_of_other_day(phrase, context)
        reading = _day_of_sales(name, phrase, context) if of_sales else None
        return reading or Reading("relative", timex=undated.unknown(Unit.DAY))
    day = feasts.named_weekday(name, year)
    moment = Moment.of_day(Unit.DAY, day) if day else Moment(Unit.YEAR, year)
    return dated(moment, phrase, context, following)


def _is_of_other_day(phrase: Phrase, context: Context) -> bool:
    """Tell the day of "the Black Friday massacre", which no sales are named for."""
    return context.tells_of_long_ago(phrase) or is_of_unforeseen(phrase)


def _day_of_sales(name: str, phrase: Phrase, context: Context) -> Reading | None:
    """Return "Black Friday", near publication or near a date of the text; None in older texts."""

    def day_in(year: int) -> tuple[int, int]:
        day = feasts.named_weekday(name, year)
        return (day.month, day.day) if day else (0, 0)

    if context.days and not feasts.named_weekday(name, context.days[0].year - 1):
        return None
    if phrase.before() == "EVERY":
        return Reading("set", timex="P1Y")
    if phrase.has("DIRECTION") and (read := _counted(phrase, context, day_in)):
        return read
    reading = completed(Moment(Unit.DAY, None, *_THANKSGIVING), phrase, context, day_in)
    year = reading.moments[0].year
    return reading if year and feasts.named_weekday(name, year) else None


def named_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "9/11"."""
    return Reading("date", (DAY_OF_ATTACKS,))


def turn(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the turn of the 20th century", about 1900; which one else is not told."""
    ordinal = quantities.ordinal(phrase)
    if ordinal is None:
        return Reading("vague", timex="XX")
    moment = Moment(Unit.YEAR, (ordinal - 1) * 100)
    return Reading("date", (moment,), approximate=True)
