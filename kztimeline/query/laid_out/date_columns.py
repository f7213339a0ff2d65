"""When events surely and possibly were, laid out in columns for quick comparison."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.timeline.bulk import bitsets as bits
from kztimeline.timeline.bulk.kept_lists import from_bits, sets_of
from kztimeline.timeline.bulk.number_bytes import from_numbers, to_numbers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from kztimeline.dates.edtf import Date, Day, Endpoint
    from kztimeline.timeline.bulk.columns import DistinctColumn

_LONG_AGO: Final = 0
_FAR_AHEAD: Final = 2**32 - 1
_KEPT_SETS: Final = 32
_EXACT: Final = "exact"


class Answer(NamedTuple):
    """Which events answer: surely, and at least possibly, as sets of positions."""

    certain: int
    possible: int

    def __or__(self, other: Answer) -> Answer:
        return Answer(self.certain | other.certain, self.possible | other.possible)

    def __and__(self, other: Answer) -> Answer:
        return Answer(self.certain & other.certain, self.possible & other.possible)


class _Bounds(NamedTuple):
    """What a date allows, days as ordinals; what is sure as in `Date.certain_bounds`."""

    earliest: Day
    latest: Day
    latest_start: Day
    earliest_end: Day
    sure_first: Day
    sure_last: Day
    start_is_exact: bool
    end_is_exact: bool


def _bounds(date: Date) -> _Bounds:
    sure = date.certain_bounds
    return _Bounds(
        earliest=_ordinal(date.earliest, _LONG_AGO),
        latest=_ordinal(date.latest, _FAR_AHEAD),
        latest_start=_ordinal(date.latest_start, _LONG_AGO),
        earliest_end=_ordinal(date.earliest_end, _FAR_AHEAD),
        sure_first=_ordinal(sure[0], _LONG_AGO) if sure else _FAR_AHEAD,
        sure_last=_ordinal(sure[1], _FAR_AHEAD) if sure else _LONG_AGO,
        start_is_exact=_is_exact(date.start),
        end_is_exact=_is_exact(date.end),
    )


def _ordinal(day: dt.date | None, otherwise: Day) -> Day:
    return day.toordinal() if day else otherwise


def _is_exact(end: Endpoint | None) -> bool:
    return end is None or not end.qualifier


def sorted_numbers(name: str, numbers: Sequence[int]) -> dict[str, bytes]:
    """Return numbers by position as the segments of `SortedNumbers`."""
    size = len(numbers)
    order = sorted(range(size), key=numbers.__getitem__)
    step = _step(size)
    stretches = (bits.from_positions(order[at : at + step], size) for at in range(0, size, step))
    return {
        f"{name} order": from_numbers(order),
        f"{name} sorted": from_numbers(map(numbers.__getitem__, order)),
        **from_bits(f"{name} before", accumulate(stretches, or_, initial=0), size),
    }


def _step(size: int) -> int:
    return size // _KEPT_SETS + 1


class SortedNumbers:
    """Numbers by position, kept so that those below a bound are found without a scan.

    The positions stand in order of their numbers; the sets of those before each
    `_step`-th place are kept, so that few are left to add one by one.
    """

    def __init__(self, segments: Mapping[str, memoryview], name: str) -> None:
        self._order = to_numbers(segments[f"{name} order"])
        self._sorted = to_numbers(segments[f"{name} sorted"])
        self.size = len(self._order)
        self._before = sets_of(segments, f"{name} before", self.size)
        self._everything = (1 << self.size) - 1

    def at_most(self, bound: int) -> int:
        """The set of the positions with a number up to `bound`."""
        count = bisect_right(self._sorted, bound)
        step = _step(self.size)
        steps = count // step
        others = bits.from_positions(self._order[steps * step : count], self.size)
        return self._before[steps] | others

    def at_least(self, bound: int) -> int:
        """The set of the positions with a number from `bound` on."""
        return self._everything ^ self.at_most(bound - 1)


def date_segments(dates: DistinctColumn[Date]) -> dict[str, bytes]:
    """Return the bounds of dates as the segments of `DateColumns`."""
    rows = list(dates.each(_bounds))
    segments: dict[str, bytes] = {}
    for name in _Bounds._fields[:-2]:
        segments |= sorted_numbers(name, [getattr(row, name) for row in rows])
    exact = (bits.from_flags(bool(row[at]) for row in rows) for at in (-2, -1))
    return segments | from_bits(_EXACT, exact, len(rows))


class DateColumns:
    """The bounds of many dates, one column each."""

    def __init__(self, segments: Mapping[str, memoryview]) -> None:
        self._earliest = SortedNumbers(segments, "earliest")
        self._latest = SortedNumbers(segments, "latest")
        self._latest_start = SortedNumbers(segments, "latest_start")
        self._earliest_end = SortedNumbers(segments, "earliest_end")
        self._sure_first = SortedNumbers(segments, "sure_first")
        self._sure_last = SortedNumbers(segments, "sure_last")
        self.size = self._earliest.size
        exact = sets_of(segments, _EXACT, self.size)
        self._start_is_exact, self._end_is_exact = exact[0], exact[1]

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
