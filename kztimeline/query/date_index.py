"""When events surely and possibly were, laid out in columns for quick comparison."""

from __future__ import annotations

import sys
from bisect import bisect_right
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.timeline.bulk import bitsets as bits

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.dates.edtf import Date, Day, Endpoint
    from kztimeline.timeline.bulk.columns import DateColumn

_LONG_AGO: Final = 0
_FAR_AHEAD: Final = sys.maxsize
_KEPT_SETS: Final = 64


class Answer(NamedTuple):
    """Which events answer: surely, and at least possibly, as sets of positions."""

    certain: int
    possible: int

    def __or__(self, other: Answer) -> Answer:
        return Answer(self.certain | other.certain, self.possible | other.possible)

    def __and__(self, other: Answer) -> Answer:
        return Answer(self.certain & other.certain, self.possible & other.possible)


class _Bounds(NamedTuple):
    """What a date allows, days as ordinals; no sure days start after their end."""

    earliest: Day
    latest: Day
    latest_start: Day
    earliest_end: Day
    sure_first: Day
    sure_last: Day
    start_is_exact: bool
    end_is_exact: bool


def _bounds(date: Date) -> _Bounds:
    start, end = date.start, date.end
    sure = date.certain_days
    earliest = _ordinal(date.earliest, _LONG_AGO)
    latest = _ordinal(date.latest, _FAR_AHEAD)
    # In 2011-12/2011-12-15 the start is of December, but not after the end.
    return _Bounds(
        earliest=earliest,
        latest=latest,
        latest_start=min(_ordinal(start.latest if start else None, _LONG_AGO), latest),
        earliest_end=max(_ordinal(end.earliest if end else None, _FAR_AHEAD), earliest),
        sure_first=_ordinal(sure[0], _LONG_AGO) if sure else _FAR_AHEAD,
        sure_last=_ordinal(sure[1], _FAR_AHEAD) if sure else _LONG_AGO,
        start_is_exact=_is_exact(start),
        end_is_exact=_is_exact(end),
    )


def _ordinal(day: dt.date | None, otherwise: Day) -> Day:
    return day.toordinal() if day else otherwise


def _is_exact(end: Endpoint | None) -> bool:
    return end is None or not end.qualifier


class _SortedNumbers:
    """Numbers by position, kept so that those below a bound are found without a scan.

    The positions stand in order of their numbers; the sets of those before each
    `_step`-th place are kept, so that few are left to add one by one.
    """

    def __init__(self, numbers: list[int]) -> None:
        self._order = sorted(range(len(numbers)), key=numbers.__getitem__)
        self._sorted = [numbers[position] for position in self._order]
        self._size = len(numbers)
        self._everything = (1 << self._size) - 1
        self._step = self._size // _KEPT_SETS + 1
        steps = range(0, self._size, self._step)
        stretches = (self._between(at, at + self._step) for at in steps)
        self._before: list[int] = list(accumulate(stretches, or_, initial=0))

    def _between(self, first: int, last: int) -> int:
        return bits.from_positions(self._order[first:last], self._size)

    def at_most(self, bound: int) -> int:
        """The set of the positions with a number up to `bound`."""
        count = bisect_right(self._sorted, bound)
        steps = count // self._step
        return self._before[steps] | self._between(steps * self._step, count)

    def at_least(self, bound: int) -> int:
        """The set of the positions with a number from `bound` on."""
        return self._everything ^ self.at_most(bound - 1)


class DateColumns:
    """The bounds of many dates, one column each."""

    def __init__(self, dates: DateColumn) -> None:
        rows = list(dates.each(_bounds))
        self._earliest = _SortedNumbers([row.earliest for row in rows])
        self._latest = _SortedNumbers([row.latest for row in rows])
        self._latest_start = _SortedNumbers([row.latest_start for row in rows])
        self._earliest_end = _SortedNumbers([row.earliest_end for row in rows])
        self._sure_first = _SortedNumbers([row.sure_first for row in rows])
        self._sure_last = _SortedNumbers([row.sure_last for row in rows])
        self._start_is_exact = bits.from_flags(row.start_is_exact for row in rows)
        self._end_is_exact = bits.from_flags(row.end_is_exact for row in rows)

    def within(self, period: Date) -> Answer:
        """Tell which dates have a day in `period`.

        Surely, if a day on which the thing surely was is one of the period, or if the
        date is not qualified and all its days are.
        """
        first = _ordinal(period.earliest, _LONG_AGO)
        last = _ordinal(period.latest, _FAR_AHEAD)
        possible = self._earliest.at_most(last) & self._latest.at_least(first)
        surely_there = self._sure_first.at_most(last) & self._sure_last.at_least(first)
        inside = self._earliest.at_least(first) & self._latest.at_most(last)
        exact = self._start_is_exact & self._end_is_exact
        return Answer(surely_there | inside & exact, possible)

    def beginning_after(self, date: Date) -> Answer:
        """Tell which dates begin after the last day of `date`."""
        if date.latest is None:
            return Answer(0, 0)
        next_day = date.latest.toordinal() + 1
        certain = self._earliest.at_least(next_day) & self._start_is_exact
        return Answer(certain, self._latest_start.at_least(next_day))

    def ending_before(self, date: Date) -> Answer:
        """Tell which dates end before the first day of `date`."""
        if date.earliest is None:
            return Answer(0, 0)
        day_before = date.earliest.toordinal() - 1
        certain = self._latest.at_most(day_before) & self._end_is_exact
        return Answer(certain, self._earliest_end.at_most(day_before))
