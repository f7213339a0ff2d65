"""Resolves dates in figures, and says which of two readings "12/03/2012" has.

Where day and month could be either, the text's own unambiguous dates decide, and that
no date of what has happened lies after publication; else the date stays ambiguous.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.spellings.joined_dates import has_day_second
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming.named_dates import fits
from kztimeline.documents.extraction.naming.numbered import is_labelled
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving.calendar import in_one_century
from kztimeline.documents.extraction.resolving.stretches.shortened import short_years
from kztimeline.documents.extraction.weighing.choosing import weigh
from kztimeline.documents.extraction.weighing.context import between
from kztimeline.documents.extraction.weighing.questions import Candidate, Question

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kztimeline.documents.extraction.finding.lexicon import Meaning
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

# What lasts "to present" has begun.
_TO_NOW = frozenset({"current", "date", "now", "present", "today"})
_FIRST_TOKENS = 40
_PUBLISHED = frozenset({
    "created", "dated", "filed", "issued", "modified", "posted", "printed", "published",
    "released", "revised", "submitted", "updated", "uploaded",
})  # fmt: skip
_SEPARATOR = re.compile("[./-]")
_VERSIONS = frozenset({"build", "release", "version"})
_CENTURY = 100
# In -s as things of which there are several: "was", "is", "has".
_NO_PLURALS = (verbs.Form.WAS, verbs.Form.IS, verbs.Form.HAVE)
# A year of two figures that stands first is hardly of longer ago.
_OF_LATE = 20
_MONTHS = 12
_DAYS = 31


def iso(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "2012-02-01", "2012/2/1", "16-Dec-2011", "16-Dec-11" and "dated 20111216"."""
    meaning = phrase.meaning("ISO")
    if not isinstance(meaning, str) or _is_number(phrase):
        return None
    moment = _moment(meaning)
    if (moment.year or 0) >= _CENTURY:
        return _said(moment, phrase, context)
    years = short_years(moment.year or 0, phrase, context)
    readings = [moment.in_year(year) for year in years]
    if len(years) == 1:
        return _said(readings[0], phrase, context)
    return in_one_century(readings, phrase, context)


def _is_number(phrase: Phrase) -> bool:
    """Tell "on 20111216 shares" and "version 2011.13.12" from days."""
    if phrase.text.isdecimal():
        thing = phrase.word_after() if phrase.after() == "WORD" else ""
        several = thing.endswith("s") and verbs.form(thing) not in _NO_PLURALS
        return several or phrase.after() == "COUNTED"
    named = phrase.before() == "NAME" or phrase.word_before() in _VERSIONS or is_labelled(phrase)
    return named and has_day_second(phrase.text)


def numeric_range(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "3-5.10.2006"."""
    meaning = phrase.meaning("NUMERIC_RANGE")
    if not isinstance(meaning, str):
        return None
    first, last = (_moment(end) for end in meaning.split("/"))
    context.remember(last, phrase, explicit=True)
    return Reading("range", (first, last))


def figured_month(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "in 10/2010" and "01/2011–03/2012"."""
    first, *others = (phrase.tokens.meaning(index) for index in phrase.indexes("MONTH_FIGURES"))
    months = [_month(meaning) for meaning in (first, *others) if isinstance(meaning, str)]
    context.remember(months[-1], phrase, explicit=True)
    return Reading("range" if others else "date", tuple(months))


def numeric(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "31.12.2011", "12/31/2011" and, as far as it can be told, "05/06/2011"."""
    if is_labelled(phrase):
        return None
    first, second, year = _figures(phrase)
    years = (year,) if year > 99 else short_years(year, phrase, context)
    readings = [
        Moment(Unit.DAY, year, month, day)
        for year in years
        for day, month in ((first, second), (second, first))
        if 1 <= month <= _MONTHS and 1 <= day <= _DAYS
    ]
    year_first = _with_year_first(phrase, context)
    if readings and year_first:
        return _undecided([*readings, *year_first], phrase, context)
    readings = readings or year_first
    if not readings:
        return Reading("vague", timex=_only_year(years))
    if name := phrase.name:
        readings = [item for item in readings if fits(item, name)] or readings
    weekday = phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
    readings = [item for item in readings if _falls_on(item, weekday)] or readings
    readings = list(dict.fromkeys(readings))
    if len(readings) == 1:
        return _said(readings[0], phrase, context)
    return _weighed(readings, phrase, context)


def _undecided(readings: list[Moment], phrase: Phrase, context: Context) -> Reading:
    """Leave open which figure of "11-12-13" is the year."""
    found = tuple(Candidate(each, "its figures", of_text=True) for each in dict.fromkeys(readings))
    question = Question(phrase, outlook(phrase), found, "figures")
    context.choice = weigh(question, [{} for _ in found])
    return Reading("date", (), timex=_only_year({reading.year or 0 for reading in readings}))


def _with_year_first(phrase: Phrase, context: Context) -> list[Moment]:
    """Return the day in 2011 that "11-12-13" can mean as well as one in 2013."""
    year, month, day = _figures(phrase)
    if "-" not in phrase.text or day > _DAYS or not (1 <= month <= _MONTHS and day >= 1):
        return []
    days = [Moment(Unit.DAY, each, month, day) for each in short_years(year, phrase, context)]
    if context.days is None:
        return days
    latest = context.days[1].year
    return [each for each in days if 0 <= latest - (each.year or 0) <= _OF_LATE]


def _falls_on(moment: Moment, weekday: Meaning) -> bool:
    day = moment.first_day()
    return day is not None and day.weekday() == weekday


def _only_year(years: Collection[int]) -> str:
    """Return the TIMEX3 value of a day of which at most its year is known."""
    ends = {year % _CENTURY for year in years}
    if len(ends) > 1:
        return "XXXX-XX-XX"
    return f"{min(years):04}-XX-XX" if len(years) == 1 else f"XX{min(ends):02}-XX-XX"


def _figures(phrase: Phrase) -> tuple[int, int, int]:
    at = phrase.index("NUMERIC")
    first, second, year = map(
        int, _SEPARATOR.split(phrase.tokens.word(phrase.first if at is None else at))
    )
    return first, second, year


def orders(phrases: Iterable[Phrase]) -> tuple[int, int]:
    """Count the unambiguous figures of a text that have the day first, and the month first."""
    day_first = month_first = 0
    for phrase in phrases:
        if phrase.rule == "numeric":
            first, second, _ = _figures(phrase)
            day_first += _DAYS >= first > _MONTHS >= second
            month_first += second > _MONTHS >= first
    return day_first, month_first


def _weighed(readings: list[Moment], phrase: Phrase, context: Context) -> Reading:
    if heads := _of_publication(readings, phrase, context):
        return _said(heads, phrase, context)
    if named := _of_day_named(readings, phrase, context):
        has_day_first = named.day == _figures(phrase)[0]
        day_first, month_first = context.orders
        context.orders = day_first + has_day_first, month_first + (not has_day_first)
        return _said(named, phrase, context)
    if named := _of_month_named(readings, phrase, context):
        return _said(named, phrase, context)
    if phrase.before() == "SINCE" or _lasts_to_now(phrase):
        begun = [item for item in readings if not context.is_to_come(item.first_day())]
        if len(begun) == 1:
            return _said(begun[0], phrase, context)
    found = tuple(Candidate(moment, "its figures", of_text=True) for moment in readings)
    choice = context.choose(Question(phrase, outlook(phrase), found, "figures"), context)
    context.choice = choice
    if choice.winner is None:
        return Reading("date", (), timex=_only_year({reading.year or 0 for reading in readings}))
    context.remember(choice.winner.moment, phrase, explicit=True)
    return Reading("date", (choice.winner.moment,), anchor="the order of day and month")


def _of_publication(readings: Iterable[Moment], phrase: Phrase, context: Context) -> Moment | None:
    """Return the day of publication, where a text is headed with it: "DATE: 11/6/96", "Posted".

    So is that of another year, as in "DECL: 11/06/2006", which has its month first in any case.
    """
    if phrase.is_of_declassifying:
        return next((item for item in readings if item.part == _figures(phrase)[0]), None)
    days = context.days
    heads = phrase.word_before() == ":" or phrase.before() in ("BREAK", "STOP")
    heads = heads or (phrase.before() == "COMMA" and phrase.after() == "BREAK")
    heads = heads or phrase.word_before(1 + (phrase.before() == "ON")) in _PUBLISHED
    if days is None or days[0] != days[1] or phrase.first >= _FIRST_TOKENS or not heads:
        return None
    published = days[0].month, days[0].day
    same = [item for item in readings if (item.part, item.day) == published]
    near = [item for item in readings if context.is_of_posting(item, phrase)]
    return next(iter((*same, *near)), None)


def _of_month_named(readings: Iterable[Moment], phrase: Phrase, context: Context) -> Moment | None:
    """Return the day in the month of its sentence: "June began with strikes, on 02/06/2008"."""
    told = [item for item in context.remembered if between(item.phrase, phrase) == "sentence"]
    months = {item.moment.part for item in told if item.moment.unit is Unit.MONTH}
    found = [item for item in readings if item.part in months]
    return found[0] if len(found) == 1 else None


def _of_day_named(readings: Iterable[Moment], phrase: Phrase, context: Context) -> Moment | None:
    """Return the day of "the vote of 4 October 2018 (see the minutes of 04/10/2018)".

    Dots stand behind the day: the 5.1.2010 is not the first of May that was told before.
    """
    told = {item.moment for item in context.remembered if item.phrase.rule == "day"}
    found = [item for item in readings if item in told]
    if len(found) != 1 or ("." in phrase.text and found[0].day != _figures(phrase)[0]):
        return None
    return found[0]


def _lasts_to_now(phrase: Phrase) -> bool:
    """Tell "Term of office: 10/11/2005 to present"."""
    joined = phrase.word_after() in ("to", "-", "–", "until", "till")
    return joined and phrase.word_after(2).lower() in _TO_NOW


def _said(moment: Moment, phrase: Phrase, context: Context) -> Reading:
    context.remember(moment, phrase, explicit=True)
    return Reading("date", (moment,))


def _month(meaning: str) -> Moment:
    year, month = map(int, meaning.split("-"))
    return Moment(Unit.MONTH, year, month)


def _moment(meaning: str) -> Moment:
    year, month, day = map(int, meaning.split("-"))
    return Moment(Unit.DAY, year, month, day)
