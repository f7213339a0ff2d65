"""What ran at a time: when something with a date surely or perhaps did."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from kztimeline.dates.edtf import parse

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

_LASTING: Final = 31


def lasted(date: Date) -> bool:
    """Tell whether something lasted, and not for some days only."""
    if not date.is_interval:
        return False
    first, last = date.earliest, date.latest
    return first is None or last is None or (last - first).days > _LASTING


def beginning(date: Date) -> Date:
    """Return when something with a date began, or ended where no start is known."""
    start, _slash, end = date.text.partition("/")
    return parse(start if date.start else end)


def perhaps_ran(date: Date, first: dt.date, last: dt.date) -> bool:
    """Tell whether some day from `first` to `last` is one that a date allows."""
    earliest, latest = date.earliest, date.latest
    return (earliest is None or earliest <= last) and (latest is None or first <= latest)


def surely_ran(date: Date, first: dt.date, last: dt.date, *, whole: bool = False) -> bool:
    """Tell whether something surely ran on whichever day from `first` to `last` is meant.

    Where the whole of these days is meant, it is enough that it ran on one of them.
    """
    days = date.certain_days
    if days is None or days[0] is None:
        return False
    since, until = days[0], days[1] or last
    if whole:
        return since <= last and first <= until
    return since <= first and last <= until
