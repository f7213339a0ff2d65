"""Resolves days by their place: "the first Friday of May", "Wednesday of last week"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import figurative, reckoning
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import calendar, hours, publication, undated
from kztimeline.documents.extraction.resolving.calendar import completed, dated, year_of
from kztimeline.documents.extraction.resolving.stretches import parts_of_spans
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kztimeline.documents.extraction.weighing.context import Context

_HALF_YEAR = 6
_DAYS_OF_HALF_YEAR = 183
_DAY_OR_MONTH = (Unit.DAY, Unit.MONTH)
_SLIPS = frozenset({"this months", "this weeks", "this years"})
_WEEKS_ON = {"week": 1, "fortnight": 2}
_DAYS_IN_WEEK = 7


def nth_weekday(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first Friday of August 1985" and "the last Sunday in October"."""
    weekday, month = phrase.meaning("WEEKDAY"), phrase.meaning(*MONTH_SYMBOLS)
    which = -1 if phrase.word_at("DIRECTION") == "last" else quantities.ordinal(phrase)
    if not isinstance(weekday, int) or not isinstance(month, int) or which is None:
        return None

    def day_in(year: int) -> dt.date | None:
        return reckoning.weekday_of_month(year, month, weekday, which)

    year = year_of(phrase, context)
    unknown = Reading("relative", timex=f"XXXX-{month:02}")
    if year is not None:
        day = day_in(year) if year > 0 else None
        return dated(Moment.of_day(Unit.DAY, day), phrase, context, []) if day else unknown
    partial = Moment(Unit.DAY, None, month, 1)
    reading = completed(partial, phrase, context, lambda year: _month_and_day(day_in(year), month))
    return reading if reading.moments[0].year is not None else unknown


def nth_weekday_of_unit(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> Reading | None:
    """Resolve "the last Friday of this month", and of "the month" that the text tells of."""
    if phrase.has("EVERY"):
        return Reading("set", timex=quantities.timex_duration(phrase))
    weekday, is_told = phrase.meaning("WEEKDAY"), phrase.tokens.symbol(phrase.last - 2) == "THE"
    month = _month_told(phrase, context) if is_told else _named_unit(phrase, context, following)
    is_last = phrase.word_at("DIRECTION") == "last" and quantities.ordinal(phrase) is None
    which = -1 if is_last else quantities.ordinal(phrase)
    if month is None or month.unit is not Unit.MONTH or month.year is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    if not isinstance(weekday, int) or which is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    day = reckoning.weekday_of_month(month.year, month.part, weekday, which)
    return _day_named(Moment.of_day(Unit.DAY, day) if day else None, phrase, context)


def _month_told(phrase: Phrase, context: Context) -> Moment | None:
    """Return "the month" that the paragraph told last."""
    told = context.last(Unit.MONTH, phrase, within=2)
    if told is None or phrase.meaning("UNIT") is not Unit.MONTH:
        return None
    return told[0] if between(told[1].phrase, phrase) != "text" else None


def weekday_of_week(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Wednesday of last week" and "the following week on Friday"."""
    weekday = phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
    week = _named_unit(phrase, context, following)
    monday = week.first_day() if week else None
    if monday is None or not isinstance(weekday, int):
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    return _day_named(Moment.of_day(Unit.DAY, monday).shifted(weekday), phrase, context)


def weekday_or_joined(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve the "Monday" of "from Monday to Friday last week", which is of that week, too.

    That of a label in a diary is of the day that its place among the others tells.
    """
    if labelled := context.of_labels.get(phrase.first):
        moment = Moment.of_day(Unit.DAY, labelled)
        context.remember(moment, phrase, explicit=False, of_text=False)
        anchor, time = context.published_anchor, hours.time_of_day(phrase)
        return Reading("relative", (moment,), anchor=anchor, time=time)
    last, weekday = next(iter(following), None), phrase.meaning("WEEKDAY")
    joined = phrase.after() in ("TO", "DASH", "HYPHEN", "AND") and last is not None
    if joined and last and last.rule == "weekday_of" and last.first == phrase.last + 1:
        week = _named_unit(last, context, following[1:])
        monday = week.first_day() if week else None
        if monday is not None and isinstance(weekday, int):
            return _day_named(Moment.of_day(Unit.DAY, monday).shifted(weekday), phrase, context)
    if named := _named_beside(phrase, context, following):
        return named
    return publication.weekday(phrase, context, following)


def weekday_with_number(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> Reading | None:
    """Resolve "Monday the 27th" and "Sunday 3", to the nearest day that is both.

    It is near the day told last, as in a programme, or near publication.
    """
    weekday = phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
    day = phrase.meaning(*DAY_SYMBOLS) or quantities.ordinal(phrase)
    told = context.remembered[-1] if context.remembered else None
    since = told.moment.first_day() if told and told.moment.unit in _DAY_OR_MONTH else None
    near = since or (context.days[1] if context.days else None)
    if near is None or not isinstance(day, int) or not isinstance(weekday, int):
        return publication.weekday(phrase, context, following)
    fitting = list(_days_with_number(near, weekday, day))
    if not fitting:
        return publication.weekday(phrase, context, following)
    moment = Moment.of_day(Unit.DAY, min(fitting, key=lambda each: abs((each - near).days)))
    context.remember(moment, phrase, explicit=False, of_text=since is not None)
    anchor = told.anchor if told and since else context.published_anchor
    return Reading("relative", (moment,), anchor=anchor, time=hours.time_of_day(phrase))


def _days_with_number(near: dt.date, weekday: int, day: int) -> Iterator[dt.date]:
    """Yield the days of half a year around one that are a weekday and have a number."""
    for steps in range(-_HALF_YEAR, _HALF_YEAR + 1):
        month = Moment.of_day(Unit.MONTH, near).months_on(steps)
        found = month and Moment(Unit.DAY, month.year, month.part, day).first_day()
        if found and found.weekday() == weekday:
            yield found


def weekday_on(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Saturday week" and "Tuesday fortnight", so long after the next of them."""
    weekday, weeks = phrase.meaning("WEEKDAY"), _WEEKS_ON.get(phrase.word_at("UNIT"))
    if not isinstance(weekday, int) or weeks is None:
        return None

    def read(published: dt.date) -> Moment | None:
        ahead = (weekday - published.weekday() - 1) % _DAYS_IN_WEEK + 1
        return Moment.of_day(Unit.DAY, published).shifted(ahead + weeks * _DAYS_IN_WEEK)

    moment = context.from_publication(read)
    if moment is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    context.remember(moment, phrase, explicit=False, of_text=False)
    time = hours.time_of_day(phrase)
    return Reading("relative", (moment,), anchor=context.published_anchor, time=time)


def day_of_unit(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the 5th of last month"; "the first of this year" is of things."""
    day, month = quantities.ordinal(phrase), _named_unit(phrase, context, following)
    if phrase.has("ORDINAL_WORD") and (month is None or month.unit is not Unit.MONTH):
        return None
    if day is None or month is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    moment = Moment(Unit.DAY, month.year, month.part, day)
    return _day_named(moment if moment.first_day() else None, phrase, context)


def _named_unit(phrase: Phrase, context: Context, following: list[Phrase]) -> Moment | None:
    """Return the week of "Wednesday of last week"; it is not what the story goes on from."""
    last = phrase.index("UNIT")
    which = phrase.indexes("DIRECTION", "PAST", "CURRENT")
    if not which or last is None:
        return None
    first = which[-1] if which[-1] < last else which[0]
    first -= phrase.tokens.symbol(first - 1) == "THE"
    unit = Phrase("which", phrase.tokens, first, last + 1)
    reading = publication.which_by_publication(unit, context, following)
    return reading.moments[0] if reading and reading.moments else None


def _day_named(moment: Moment | None, phrase: Phrase, context: Context) -> Reading:
    """Return a day of a week or month that was named against publication or the text."""
    named = context.remembered[-1] if context.remembered else None
    if moment is None or named is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    anchor = named.anchor if named.of_text else context.published_anchor
    context.remember(moment, phrase, named.explicit, named.of_text)
    return Reading("relative", (moment,), anchor=anchor, time=hours.time_of_day(phrase))


def _month_and_day(day: dt.date | None, month: int) -> tuple[int, int]:
    return (day.month, day.day) if day else (month, 0)


def today_or_named(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "yesterday", and "today (14 October)" repeated days later."""
    named = _named_beside(phrase, context, following)
    return named or publication.today(phrase, context, following)


def which_or_named(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "last week", and "this morning 16th August" repeated days later."""
    if quantities.is_part_of_length(phrase):
        return None
    if quantities.is_open_length(phrase):
        return undated.length(phrase, context, following)
    if figurative.reaches_to_now(phrase):
        return undated.vague(phrase, context, following)
    named = _named_beside(phrase, context, following) if phrase.has("DAYPART") else None
    return named or publication.which_by_publication(phrase, context, following)


def span_or_slip(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the past two years", a length, and "this years festival" without its apostrophe.

    "The first five months" of a year that the text tells are these.
    """
    if months := parts_of_spans.span_of_months(phrase, context, following):
        return months
    if phrase.has("QUARTERS"):
        return None
    is_slip = phrase.text.lower() in _SLIPS and phrase.after() in ("WORD", "NAME")
    resolver = publication.which_by_publication if is_slip else undated.length
    return resolver(phrase, context, following)


def _named_beside(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Return the day of the calendar that stands right behind a word of news, or in brackets.

    Behind a weekday it stands in brackets, and is one.
    """
    day = following[0] if following and following[0].rule == "day" else None
    if day is None or not day.has(*MONTH_SYMBOLS):
        return None
    gap = [phrase.tokens.symbol(at) for at in range(phrase.last, day.first)]
    weekday = phrase.meaning("WEEKDAY")
    bracketed = (gap, day.after()) == (["OPEN"], "CLOSE")
    if not bracketed and (gap or weekday is not None):
        return None
    aside = replace(context, remembered=context.remembered.copy())
    reading = calendar.calendar(day, aside, following[1:])
    if reading is None or len(reading.moments) != 1:
        return None
    moment = reading.moments[0]
    if isinstance(weekday, int):
        fitting = _on_weekday(moment, weekday, calendar.has_year(day), context)
        if fitting is None:
            return None
        moment = fitting
    context.remember(moment, phrase, explicit=False)
    return Reading("relative", (moment,), anchor=day.place, time=hours.time_of_day(phrase))


def _on_weekday(moment: Moment, weekday: int, has_year: bool, context: Context) -> Moment | None:
    """Return the day of "Monday (September 1)": in its year, or as near publication as can be."""
    published = context.days[1] if context.days else None
    year = moment.year or (published.year if published else None)
    if year is None:
        return None
    for shift in (0,) if has_year or published is None else (0, -1, 1):
        day = moment.in_year(year + shift).first_day()
        is_far = shift and day and published and abs((day - published).days) > _DAYS_OF_HALF_YEAR
        if day and day.weekday() == weekday and not is_far:
            return moment.in_year(year + shift)
    return None
