"""Resolves a quarter or half by what was told of one: "the quarter", "a year earlier" behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.telling import is_compared
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_IN_MIND = 20
_MONTHS_IN_QUARTER = 3
_MONTHS_IN = {Unit.QUARTER: 3, Unit.HALF: 6}
# Some quarters end on the last Friday of their month.
_WEEK = dt.timedelta(7)
# Of how many of them a year is made, where "a year earlier" means the same one.
PARTS_OF_YEAR = {Unit.QUARTER: 4, Unit.HALF: 2, Unit.MONTH: 12}
# What stands between two figures that are compared.
COMPARING = frozenset(
    {"from", "than", "compared", "against", "versus", "with", "to", "as", "above", "below"}
)
_ENDED = frozenset({"ended", "ending", "ends", "to"})
_MONTHS = frozenset({*MONTH_SYMBOLS, "DOT"})


def quarter_told(context: Context, is_over: bool = False) -> Remembered | None:
    """Return the last quarter told, which "the quarter" means; the last that is over, or any.

    "The 1988 quarter" is only compared with it; so is that of "against 35 million in the second
    quarter of 2006" with another one told.
    """
    compared: Remembered | None = None
    for item in context.remembered[:-_IN_MIND:-1]:
        is_one = item.moment.unit is Unit.QUARTER and item.phrase.rule != "year"
        if not is_one or (is_over and _is_expected(item, context)):
            continue
        if item.phrase.rule != "other_part" and not is_compared(item.phrase):
            return item
        compared = compared or item
    return compared


def _is_expected(told: Remembered, context: Context) -> bool:
    """Tell a quarter to come; one reported on before it ends is of a year not the calendar's."""
    return context.is_to_come(told.moment.last_day()) and told.tense is not Tense.PAST


def quarter_in_year(phrase: Phrase, context: Context) -> int | None:
    """Return which quarter "the 1988 quarter" is, and "the 1988 period" where one was told."""
    told = quarter_told(context)
    if phrase.rule != "year" or told is None or phrase.before() != "THE":
        return None
    named = phrase.word_after()
    lately = between(told.phrase, phrase) != "text"
    return told.moment.part if named == "quarter" or (named == "period" and lately) else None


def quarter_ended(phrase: Phrase, context: Context) -> Moment | None:
    """Return the last quarter that ended as "its fourth quarter, ended June 30," says.

    A business whose quarters end in other months means none of the calendar.
    """
    tokens, at = phrase.tokens, phrase.last + (phrase.after() == "COMMA")
    at += tokens.word(at).lower() in ("that", "which")
    verb = tokens.word(at).lower()
    if verb not in ("ended", "ends", "ending"):
        return None
    at += 1 + (tokens.symbol(at + 1) == "ON")
    month = tokens.meaning(at) if tokens.symbol(at) in _MONTHS else None
    if not isinstance(month, int) or month % _MONTHS_IN_QUARTER:
        return None
    read = _coming_quarter if verb == "ends" else _latest_quarter
    return context.from_publication(partial(read, month // _MONTHS_IN_QUARTER))


def _coming_quarter(part: int, published: dt.date) -> Moment:
    quarter = Moment(Unit.QUARTER, published.year, part)
    last = quarter.last_day()
    return quarter if last is None or last >= published else quarter.in_year(published.year + 1)


def _latest_quarter(part: int, published: dt.date) -> Moment:
    quarter = Moment(Unit.QUARTER, published.year, part)
    last = quarter.last_day()
    is_over = last is not None and last - _WEEK <= published
    return quarter if is_over else quarter.in_year(published.year - 1)


def quarter_of_other_year(phrase: Phrase, context: Context, years: int) -> Reading | None:
    """Resolve "a year earlier" right after a quarter or half: the same one of the year before.

    After a month it is the same month where two figures are compared: "3 percent in May, from 5
    a year earlier".
    """
    told = _figures_told(phrase, context)
    parts = PARTS_OF_YEAR.get(told.moment.unit) if told else None
    if told is None or parts is None:
        return None
    if told.moment.unit is Unit.MONTH and not _compares(told.phrase, phrase):
        return None
    moment = told.moment.shifted(parts * years)
    return Reading("relative", (moment,), anchor=told.anchor) if moment else None


def _figures_told(phrase: Phrase, context: Context) -> Remembered | None:
    """Return what was told last: of "the quarter ended Sept. 30" the quarter, not its day.

    A quarter of which another sentence only looks ahead gives way to one that is over.
    """
    told = context.remembered[-1:-3:-1]
    if not told:
        return None
    if part := _part_in_months(told):
        return replace(told[0], moment=part)
    ends = told[0].moment.unit is Unit.DAY and told[0].phrase.word_before() in _ENDED
    last = told[1] if ends and told[1:] and told[1].moment.unit is Unit.QUARTER else told[0]
    if last.moment.unit is not Unit.QUARTER or between(last.phrase, phrase) == "sentence":
        return last
    return quarter_told(context, is_over=True)


def _part_in_months(told: list[Remembered]) -> Moment | None:
    """Return the quarter or half of "in the October-December period"."""
    last, first = told[0].moment, _first_month(told)
    joined = first is not told[-1].moment or told[0].phrase.first - told[-1].phrase.last == 1
    is_one = joined and first.unit is last.unit is Unit.MONTH and first.year == last.year
    for unit, months in _MONTHS_IN.items():
        if is_one and (first.part - 1) % months == 0 and last.part - first.part == months - 1:
            return Moment(unit, last.year, last.part // months)
    return None


def _first_month(told: list[Remembered]) -> Moment:
    """Return the October of a range, or of two months told apart."""
    phrase, last = told[0].phrase, told[0].moment
    month = phrase.tokens.meaning(phrase.first)
    if phrase.rule != "month_range" or not isinstance(month, int):
        return told[-1].moment
    return Moment(Unit.MONTH, last.year, month)


def _compares(told: Phrase, phrase: Phrase) -> bool:
    """Tell the comparison of "in July from 3.9 billion a year earlier" from a story told back.

    So is that of "rose 8 percent in July from a year earlier".
    """
    if between(told, phrase) != "sentence":
        return False
    words = {phrase.tokens.word(at).lower() for at in range(told.last, phrase.first)}
    if told.before() == "IN" and words and words <= COMPARING:
        return True
    figures = any(word[:1].isdecimal() for word in words)
    return figures and not words.isdisjoint(COMPARING)
