"""On which days what is dated took place, so far as it is short; what lasted did when it began."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
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
