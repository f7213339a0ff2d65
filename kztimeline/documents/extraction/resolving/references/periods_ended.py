"""Resolves what ends on a day that stands behind it: "the quarter that ended Aug. 31".

So do "the three months to June 30" and "the year ended in March". Quarters of a business that are
none of the calendar's are told by their months, for which TIMEX3 has no value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving.calendar import calendar

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_LENGTHS = {Unit.MONTH: "P1M", Unit.QUARTER: "P1Q", Unit.YEAR: "P1Y"}
# Longer ones have ends in years.
_MOST_MONTHS = 24
_LONGEST_JOINT = 4
_ENDING = frozenset({"ended", "ends", "ending"})
_UP_TO = frozenset({"through", "to"})
_BESIDE_VERB = frozenset({",", "period", "that", "which", "on", "in"})
_BEFORE_LENGTHS = frozenset({
    "during", "for", "full", "in", "its", "our", "over", "the", "their", "whole",
})  # fmt: skip
# They end so many days around the end of a month, some on its last Friday.
_LATE, _EARLY = 23, 7


def period_ended(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[Moment, Moment, str] | None:
    """Return the first and last month of what ends on the date behind it, and its place."""
    end = following[0] if following else None
    if end is None or not end.has(*MONTH_SYMBOLS) or not _ends_then(phrase, end):
        return None
    unit = quantities.unit(phrase)
    number = quantities.count(phrase) if phrase.has("UNITS") else 1
    months = (number or 0) * _MONTHS_IN.get(unit or Unit.DAY, 0)
    if not 0 < months <= _MOST_MONTHS:
        return None
    ahead = replace(context, remembered=[*context.remembered], leads=[*context.leads])
    reading = calendar(end, ahead, following[1:])
    last = _last_month(reading.moments[0]) if reading and reading.moments else None
    first = last.shifted(1 - months) if last else None
    return (first, last, end.place) if first and last else None


def _ends_then(phrase: Phrase, end: Phrase) -> bool:
    """Tell the end of "the year that ended on March 31" from "has two months to March 31"."""
    if not 0 < end.first - phrase.last <= _LONGEST_JOINT or end.after() == "POSSESSIVE":
        return False
    joint = [phrase.tokens.word(at).lower() for at in range(phrase.last, end.first)]
    verbs = [word for word in joint if word in _ENDING | _UP_TO]
    if len(verbs) != 1 or not {*joint} <= {*verbs} | _BESIDE_VERB:
        return False
    named = phrase.tokens.symbol(phrase.first) in ("THE", "LATEST")
    return verbs[0] in _ENDING or named or phrase.word_before() in _BEFORE_LENGTHS


def _last_month(end: Moment) -> Moment | None:
    """Return the month that ends about a day, or is one; None for a day amid a month."""
    if end.year is None or end.unit not in (Unit.DAY, Unit.MONTH):
        return None
    month = Moment(Unit.MONTH, end.year, end.part)
    if end.unit is Unit.MONTH or end.day >= _LATE:
        return month
    return month.shifted(-1) if end.day <= _EARLY else None


def told_by_end(
    reading: Reading | None,
    phrase: Phrase,
    context: Context,
    following: list[Phrase],
) -> Reading | None:
    """Return a reading with the months of what ends on the date behind it, else as it is.

    A quarter of the calendar is read as one; TIMEX3 keeps what it had for others, or has their
    length.
    """
    months = period_ended(phrase, context, following)
    if months is None:
        return reading
    first, last, anchor = months
    context.months = first, last, phrase
    told = reading.moments[0] if reading and reading.moments else None
    if quantities.unit(phrase) is Unit.QUARTER and last.part % _MONTHS_IN[Unit.QUARTER] == 0:
        quarter = Moment(Unit.QUARTER, last.year, last.part // _MONTHS_IN[Unit.QUARTER])
        return Reading("relative", (quarter,), anchor=anchor) if _says_year(following) else reading
    known = told.timex if told else (reading.timex if reading else "")
    known = known or _LENGTHS[quantities.unit(phrase) or Unit.MONTH]
    return Reading("range", (first, last), timex=known, anchor=anchor)


def _says_year(following: list[Phrase]) -> bool:
    return following[0].has("YEAR", "SHORT_YEAR")
