"""The dates that a mention without its own year or week can mean."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import feasts
from kztimeline.documents.extraction.weighing.context import IN_MIND, between
from kztimeline.documents.extraction.weighing.questions import Candidate, Question

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DAYS_IN_WEEK = 7
_LEADS = 2
# A weekday beside a day of the month fits one year of some six.
_YEARS_BACK_FOR_WEEKDAY = 11
_LATE = 3
_DAYS_TOLD = 12
_EARLY_MONTHS = 3
# So certain a year is not given up for a weekday.
_SURE = 0.9
_LATE_PARTS = frozenset({"close", "end", "late"})
_LONGEST_DATE = 4
_LEAP_DAY = 2, 29
_NOT_OVER = frozenset({Tense.FUTURE, Tense.PERFECT, Tense.PLAN, Tense.PRESENT})
_YEARS_TO_LEAP = 4


def yearly(
    yearless: Moment, weekday: int | None, phrase: Phrase, context: Context
) -> list[Candidate]:
    """Return in which years a day, month or season can be meant.

    Args:
        yearless: The part of the calendar.
        weekday: The weekday named beside it, from 0 for Monday, which must fit. Only where it
            fits no year of late can it be the weekday that is wrong.
        phrase: The mention.
        context: What was read before it.
    """
    found: dict[int, Candidate] = {}
    entry = [context.entry] if context.entry else []
    for lead in context.leads[: -_LEADS - 1 : -1] + entry:
        year = lead.moment.year or 0
        for other in (year, year + 1, year - 1):
            found.setdefault(other, _in_year(yearless, other, lead.anchor, of_text=True))
    for named in _named_near(phrase, context):
        found.setdefault(named[0], _in_year(yearless, named[0], named[1], of_text=True))
    _add_years(found, yearless, 1, context)
    near = list(found.values())
    if weekday is not None or phrase.name:
        _add_years(found, yearless, _YEARS_BACK_FOR_WEEKDAY, context)
    if (yearless.part, yearless.day) == _LEAP_DAY:
        # It is told in a year that has it: one of the four before, or the next.
        _add_years(found, yearless, _YEARS_TO_LEAP, context, _YEARS_TO_LEAP)
        near = [item for item in found.values() if item.moment.first_day()]
        found = {item.year: item for item in near}
    fitting = [item for item in found.values() if _fits(item.moment, weekday)]
    ahead = int(outlook(phrase).tense in _NOT_OVER)
    if weekday is None or any(_is_of_late(item, context, ahead) for item in fitting):
        return fitting
    return fitting + [item for item in near if item not in fitting]


def despite(weekday: int, yearless: Moment, phrase: Phrase, context: Context) -> list[Candidate]:
    """Return the years of a day whose text surely means one that its weekday does not fit.

    In "In June 2009 he was held. On Saturday, 5 July, he was freed" the weekday is the slip. So
    it is where the day is that of publication.
    """
    found = yearly(yearless, None, phrase, context)
    today = [item for item in found if context.days and item.moment.first_day() == context.days[0]]
    of_story = any(item.of_text and _fits(item.moment, weekday) for item in found)
    of_story = of_story or outlook(phrase).tense not in (Tense.PRESENT, Tense.NONE, Tense.PLAN)
    if context.days and context.days[0] == context.days[1] and today and not of_story:
        return [] if _fits(today[0].moment, weekday) else today
    choice = context.choose(Question(phrase, outlook(phrase), tuple(found)), context)
    meant = choice.winner
    is_sure = meant is not None and meant.of_text and choice.confidence >= _SURE
    return [] if meant is None or not is_sure or _fits(meant.moment, weekday) else found


def _is_of_late(item: Candidate, context: Context, ahead: int) -> bool:
    """Tell a year of which a weekday can be told without it; of others it is rather a slip.

    What is not over can be of so many years after that of publication.
    """
    return (
        item.of_text or context.days is None or -ahead <= context.days[1].year - item.year <= _LATE
    )


def _add_years(
    found: dict[int, Candidate], yearless: Moment, back: int, context: Context, ahead: int = 1
) -> None:
    """Add the years around publication, so many of them before it and after it."""
    if context.days is None:
        return
    last = context.days[1].year
    for year in range(last - back, last + ahead + 1):
        candidate = _in_year(yearless, year, context.published_anchor, of_text=False)
        found.setdefault(year, candidate)


def _named_near(phrase: Phrase, context: Context) -> list[tuple[int, str]]:
    """Return the years named in the paragraph, in the heading above it and by the next date."""
    named = [item for item in context.years[-3:] if between(item.phrase, phrase) != "text"]
    named += [context.heading] if context.heading else []
    found = [(item.moment.year or 0, item.anchor) for item in named]
    found += [((item.moment.year or 0) + 1, item.anchor) for item in named if _is_late(item)]
    following = context.upcoming.get(phrase.first)
    if following and following[0].year is not None:
        year, anchor = following[0].year, following[1].place
        if following[1].first - phrase.last <= IN_MIND:
            found += [(year, anchor), (year - 1, anchor)]
    return found


def turns_year(told: Remembered, moment: Moment) -> bool:
    """Tell a "February" that is of the year after "in late 2004"."""
    is_early = moment.unit in (Unit.DAY, Unit.MONTH) and moment.part <= _EARLY_MONTHS
    return is_early and _is_late(told)


def _is_late(told: Remembered) -> bool:
    is_year = told.moment.unit is Unit.YEAR
    return is_year and not _LATE_PARTS.isdisjoint(told.phrase.text.lower().split())


def _in_year(yearless: Moment, year: int, anchor: str, of_text: bool) -> Candidate:
    return Candidate(yearless.in_year(year), anchor, of_text)


def _fits(moment: Moment, weekday: int | None) -> bool:
    if weekday is None:
        return True
    day = moment.first_day()
    return day is None or day.weekday() == weekday


def weekly(weekday: int, context: Context) -> list[Candidate]:
    """Return which days a weekday can mean: near publication, or near a day of the text."""
    found: dict[Moment, Candidate] = {}
    for number, (day, anchor) in enumerate(_days_told(context)):
        ahead = (weekday - day.weekday()) % _DAYS_IN_WEEK
        if ahead == 0 or number < _LEADS:
            _add_day(found, day, ahead, anchor, of_text=True)
            _add_day(found, day, ahead - _DAYS_IN_WEEK, anchor, of_text=True)
    days = context.days
    if days and days[0] == days[1]:
        back = (days[0].weekday() - weekday) % _DAYS_IN_WEEK
        for offset in (-back, _DAYS_IN_WEEK - back, -back - _DAYS_IN_WEEK):
            _add_day(found, days[0], offset, context.published_anchor, of_text=False)
    return list(found.values())


def beside_its_date(phrase: Phrase, found: list[Candidate]) -> tuple[Candidate, ...]:
    """Return which of the days of a weekday the date in brackets behind it leaves.

    "Sunday's (June 15) march" is on no other Sunday.
    """
    tokens, opening = phrase.tokens, phrase.last + (phrase.after() == "POSSESSIVE")
    if tokens.symbol(opening) != "OPEN":
        return tuple(found)
    named = {
        tokens.symbol(at): tokens.meaning(at) for at in range(opening + 1, opening + _LONGEST_DATE)
    }
    months = [named[symbol] for symbol in MONTH_SYMBOLS if symbol in named]
    fits = [
        item
        for item in found
        if months == [item.moment.part] and named.get("DAY_NUMBER") == item.moment.day
    ]
    return tuple(fits or found)


def on_feast(
    found: tuple[Candidate, ...], phrase: Phrase, following: list[Phrase]
) -> tuple[Candidate, ...]:
    """Return which days of a weekday the feast named behind it leaves: "Tuesday, Christmas Day"."""
    named = following[0] if following and phrase.after() == "COMMA" else None
    if named is None or named.rule != "holiday" or named.first != phrase.last + 1:
        return found
    feast = feasts.feast_named(named)
    fits = [
        item
        for item in found
        if feasts.in_year(feast, item.moment.year or 0) == (item.moment.part, item.moment.day)
    ]
    return tuple(fits) or found


def _days_told(context: Context) -> list[tuple[dt.date, str]]:
    """Return the last days of the text and those to come, the newest first, each once."""
    told: dict[dt.date, str] = {}
    for item in context.remembered[: -_DAYS_TOLD - 1 : -1]:
        day = item.moment.first_day() if item.moment.unit is Unit.DAY else None
        if day and (item.of_text or context.is_to_come(day)):
            told.setdefault(day, item.anchor)
    return list(told.items())


def _add_day(
    found: dict[Moment, Candidate], day: dt.date, offset: int, anchor: str, of_text: bool
) -> None:
    moment = Moment.of_day(Unit.DAY, day).shifted(offset)
    if moment:
        found.setdefault(moment, Candidate(moment, anchor, of_text))


def monthly(day: int, context: Context, following: list[Phrase]) -> list[Candidate]:
    """Return in which months "the 20th" can be meant: in that which names it next, if one does."""
    found: dict[Moment, Candidate] = {}
    for told in context.remembered[:-4:-1]:
        month = told.moment.widened(Unit.MONTH) if told.moment.month else None
        for offset in (0, 1):
            shifted = month.shifted(offset) if month else None
            _add_month(found, shifted, day, told.anchor, told.of_text)
    published = context.publication
    month = published.widened(Unit.MONTH) if published else None
    for offset in (0, -1, 1):
        shifted = month.shifted(offset) if month else None
        _add_month(found, shifted, day, context.published_anchor, of_text=False)
    possible = [item for item in found.values() if item.moment.first_day()]
    named = [
        other.meaning(*MONTH_SYMBOLS) for other in following if other.meaning("DAY_NUMBER") == day
    ]
    return [item for item in possible if item.moment.part in named] or possible


def _add_month(
    found: dict[Moment, Candidate], month: Moment | None, day: int, anchor: str, of_text: bool
) -> None:
    if month:
        moment = Moment(Unit.DAY, month.year, month.part, day)
        found.setdefault(moment, Candidate(moment, anchor, of_text))
