"""Resolves parts of a longer stretch: "the first five months of 2016", "the last week of August".

Three and six months are a quarter and a half. As many others are told from the first to the last
of them; TIMEX3 has no value for these, and keeps that of their year, or their length.
"""

from __future__ import annotations

from dataclasses import replace

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD
from kztimeline.documents.extraction.finding.lexicon import MEASURES
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import reckoning
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import undated
from kztimeline.documents.extraction.resolving.calendar import calendar_moment, dated
from kztimeline.documents.extraction.weighing.context import Context, between

# The day whose month a week or weekend is of.
_DAY_OF = {Unit.WEEK: 3, Unit.WEEKEND: 5}
# A report on "the year" can be of one so many years ago.
_RECENT = 3
# As many months at either end of a year are one of these.
_MONTHS_IN = {3: Unit.QUARTER, 6: Unit.HALF}
_MONTHS_IN_UNIT = {Unit.MONTH: 1, Unit.QUARTER: 3}
_MONTHS_IN_YEAR = 12
_LAST = frozenset({"closing", "final", "last"})
_OF_NEWS = frozenset({"last year", "next year", "this year", "the current year"})
_MEASURE_REACH = 8
_BEFORE_BARE = frozenset({"during", "for", "in", "over"})
# Behind "the first five months" they leave it to be of the year.
_CLOSING = frozenset({"BREAK", "CLOSE", "COMMA", "DOT", "STOP"})
_SET_AGAINST = frozenset({"against", "alone", "as", "compared", "from", "versus", "while"})


def part_of_span(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first days of 1915" to its year, "the first five months" of it to a part.

    "The last week of August" is the week, and dated by its month: it may also be its last
    seven days. Without a year it is told as a length.
    """
    if phrase.tokens.symbol(phrase.last - 1) == "UNIT" and phrase.has("UNITS"):
        part = _part_of_the_year(phrase, context)
        if part is None:
            return undated.length(phrase, context, following)
        context.remember(part[0][0], phrase, explicit=False, of_text=False)
        _keep(part[0], phrase, context)
        return Reading("relative", part[0], anchor=part[1])
    partial = calendar_moment(phrase, context, with_day=False)
    if partial is None:
        return None
    part_of_year = _months_of_year(phrase, partial)
    alone = part_of_year[0] if len(part_of_year) == 1 else partial
    reading = dated(alone, phrase, context, following)
    _keep(part_of_year, phrase, context)
    if len(part_of_year) > 1:
        return replace(reading, kind="range", moments=part_of_year, timex=partial.timex)
    if weekend := _part_of_month(phrase, reading, Unit.WEEKEND):
        return replace(reading, moments=(weekend,))
    if quantities.unit(phrase) is Unit.WEEK and partial.unit is not Unit.YEAR:
        week = _part_of_month(phrase, reading, Unit.WEEK)
        return replace(reading, timex=week.timex if week else quantities.timex_duration(phrase))
    return reading


def span_of_months(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first ten months" of "last year", which stands behind it, or of the year.

    None where no year tells which months they are.
    """
    part = _part_of_year_behind(phrase, context, following)
    if part is None and _is_of_figures(phrase):
        part = _part_of_the_year(phrase, context)
    if part is None:
        return None
    _keep(part[0], phrase, context)
    return Reading("range", part[0], timex=quantities.timex_duration(phrase), anchor=part[1])


def _keep(part: tuple[Moment, ...], phrase: Phrase, context: Context) -> None:
    """Keep the months of a part of a year, which "the same period" of another year can mean."""
    days = (part[0].first_day(), part[-1].last_day()) if part else (None, None)
    if days[0] and days[1]:
        first, last = (Moment.of_day(Unit.MONTH, day) for day in days if day)
        context.months = first, last, phrase


def _part_of_year_behind(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[tuple[Moment, ...], str] | None:
    """Return the months of "the first ten months of last year", and against what they are told."""
    year = following[0] if following and following[0].first == phrase.last + 1 else None
    if year is None or phrase.after() != "OF" or year.meaning("UNIT") is not Unit.YEAR:
        return None
    if year.rule == "the_unit":
        whole = Phrase("part_of_span", phrase.tokens, phrase.first, year.last)
        return _part_of_the_year(whole, context)
    of_news = year.rule == "which" and year.text.lower() in _OF_NEWS
    now = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day))
    shifted = now.shifted(quantities.direction(year)) if now and of_news else None
    part = _months_of_year(phrase, shifted) if shifted else ()
    return (part, context.published_anchor) if part else None


def _is_of_figures(phrase: Phrase) -> bool:
    """Tell "Sales rose in the first five months." from "She cried in the first five months"."""
    opens = phrase.word_before() in _BEFORE_BARE and phrase.tokens.symbol(phrase.first) == "THE"
    closes = phrase.after() in _CLOSING or phrase.word_after() in _SET_AGAINST
    closes = closes or phrase.before(2) in ("BREAK", "STOP")
    places = range(1, _MEASURE_REACH)
    near = {*map(phrase.word_before, places), *map(phrase.word_after, places)}
    return opens and closes and not near.isdisjoint(MEASURES)


def _part_of_the_year(phrase: Phrase, context: Context) -> tuple[tuple[Moment, ...], str] | None:
    """Return the part that "the first three months of the year" are, and against what.

    It is of the year told right before it, or that of publication.
    """
    now = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day))
    told, is_old = context.last(Unit.YEAR, phrase, within=2), context.tells_of_long_ago(phrase)
    is_told = told is not None and told[1].explicit and between(told[1].phrase, phrase) != "text"
    if told and is_told and phrase.tokens.symbol(phrase.last - 2) == "THE":
        is_near = (
            is_old or abs((told[0].year or 0) - (now.year if now and now.year else 0)) <= _RECENT
        )
        part = _months_of_year(phrase, told[0]) if is_near else ()
        if part:
            return part, told[1].anchor
    if now is None or is_old:
        return None
    part = _months_of_year(phrase, now)
    # "In the last three months of the year sales fell" can be told in January.
    is_past = outlook(phrase).tense in TOLD and part and context.is_to_come(part[0].first_day())
    if part and is_past:
        part = tuple(each.in_year((each.year or 1) - 1) for each in part)
    return (part, context.published_anchor) if part else None


def _months_of_year(phrase: Phrase, year: Moment) -> tuple[Moment, ...]:
    """Return what "the first five months of 2012" and the last two are; nothing for other spans.

    Three or six months are one moment, others the first of them and the last.
    """
    number, unit = quantities.count(phrase), quantities.unit(phrase)
    which = phrase.word_at("DIRECTION", "PAST", "WORD")
    is_last = quantities.direction(phrase) < 0 or which in _LAST
    edges = is_last or quantities.ordinal(phrase) == 1 or which == "opening"
    if year.unit is not Unit.YEAR or number is None or unit not in _MONTHS_IN_UNIT or not edges:
        return ()
    if unit is Unit.MONTH and number in _MONTHS_IN:
        part = _MONTHS_IN_YEAR // number if is_last else 1
        return (Moment(_MONTHS_IN[number], year.year, part),)
    months = number * _MONTHS_IN_UNIT[unit]
    if number == 1 or months >= _MONTHS_IN_YEAR or (is_last and which not in _LAST):
        return ()
    last = _MONTHS_IN_YEAR if is_last else months
    first = Moment(Unit.MONTH, year.year, last - months + 1)
    return first, Moment(Unit.MONTH, year.year, last)


def _part_of_month(phrase: Phrase, reading: Reading, unit: Unit) -> Moment | None:
    """Return "the last weekend of August", or the first week: the one with most of its days there.

    A weekend is of the month of its Saturday, a week of that of its Thursday.
    """
    which = -1 if quantities.direction(phrase) < 0 else quantities.ordinal(phrase)
    month = reading.moments[0] if reading.moments else None
    if quantities.unit(phrase) is not unit or which is None or month is None:
        return None
    if month.unit is not Unit.MONTH or month.year is None or quantities.count(phrase):
        return None
    day = reckoning.weekday_of_month(month.year, month.part, _DAY_OF[unit], which)
    return Moment.of_day(unit, day) if day else None
