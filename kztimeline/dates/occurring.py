"""On which days what is dated took place, so far as it is short; what lasted did when it began."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from kztimeline.dates.edtf import Precision, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.dates.edtf import Date, Day, Endpoint

_SHORT_INTERVAL: Final = 31


def first_day(date: Date) -> Day:
    """Return the first day on which something happened or began, as an ordinal."""
    return _start(date).earliest.toordinal()


def last_day(date: Date) -> Day:
    """Return the last day on which something happened or began, as an ordinal."""
    return _end(date).latest.toordinal()


def days_apart(before: Date, after: Date) -> tuple[int, int]:
    """Return the fewest and most days from the end of one to the start of another, from 0 on."""
    end, start = _end(before), _start(after)
    fewest, most = start.earliest - end.latest, start.latest - end.earliest
    return max(fewest.days, 0), max(most.days, 0)


def with_ends(period: Date, firsts: Iterable[Day], lasts: Iterable[Day]) -> Date:
    """Return a period that has both ends: where it is open, those of what happened in it.

    That end is as fine as the other: a period told in years ends with a year.

    Args:
        period: The period.
        firsts: The first days of what happened.
        lasts: Its last days.
    """
    if period.start and period.end:
        return period
    known = _start(period)
    if period.end is None:
        last = max(max(lasts, default=0), known.latest.toordinal())
        return parse(f"{period.text.partition('/')[0]}/{_around(last, known.precision)}")
    first = min(min(firsts, default=known.earliest.toordinal()), known.earliest.toordinal())
    return parse(f"{_around(first, known.precision)}/{period.text.rpartition('/')[2]}")


def _around(day: Day, precision: Precision) -> str:
    """Return the day, month or year that a day is in."""
    lengths = {Precision.DAY: len("2012-02-01"), Precision.MONTH: len("2012-02")}
    return dt.date.fromordinal(day).isoformat()[: lengths.get(precision, len("2012"))]


def _start(date: Date) -> Endpoint:
    start = date.start or date.end
    if start is None:
        raise ValueError(f"a date has at least one end: {date.text}")
    return start


def _end(date: Date) -> Endpoint:
    """Return the end of what was over within a month, else the beginning."""
    start, end = _start(date), date.end
    short = end is not None and (end.latest - start.earliest).days <= _SHORT_INTERVAL
    return end if end is not None and short else start
