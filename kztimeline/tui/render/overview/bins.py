"""Calendar bins over a stretch of time, the stretches to zoom to, and what to name them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.edtf import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kztimeline.dates.edtf import Date, Day
    from kztimeline.text.cells import Cell

LEVELS: Final = (240, 120, 60, 24, 12, 6, 3, 1)
"""The months that a zoomed band shows, from far to near; before them, the whole period."""

_YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_FIRST_YEAR, _LAST_YEAR = 1, 9999
_MONTHS: Final = tuple(month[:3] for month in MONTHS)


class CalendarUnit(NamedTuple):
    """A unit of the calendar: its name, and the first day of the unit after a day's own."""

    name: str
    start_of: Callable[[dt.date], dt.date]
    next_start: Callable[[dt.date], dt.date]


class Label(NamedTuple):
    """A name under the band: the first day it stands for, as an ordinal, and its text."""

    day: Day
    text: str


def month_start(day: dt.date, months: int = 1) -> dt.date:
    """Return the first day of the stretch of `months` that a day is in, counted from January."""
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the first of the month some months on; not beyond what dates can say."""
    number = day.year * 12 + day.month - 1 + months
    if number < _FIRST_YEAR * 12:
        return dt.date.min
    if number > _LAST_YEAR * 12 + 11:
        return dt.date.max
    return dt.date(number // 12, number % 12 + 1, 1)


def _year_start(day: dt.date, years: int) -> dt.date:
    return dt.date(max(day.year // years * years, _FIRST_YEAR), 1, 1)


def _after_years(day: dt.date, years: int) -> dt.date:
    year = day.year // years * years + years
    return dt.date(year, 1, 1) if year <= _LAST_YEAR else dt.date.max


def _after_days(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))


def _week_start(day: dt.date) -> dt.date:
    return dt.date.fromordinal(max(day.toordinal() - day.weekday(), 1))


UNITS: Final = (
    CalendarUnit("day", lambda day: day, partial(_after_days, days=1)),
    CalendarUnit("week", _week_start, partial(_after_days, days=7)),
    CalendarUnit("month", month_start, partial(add_months, months=1)),
    CalendarUnit("two months", partial(month_start, months=2), partial(add_months, months=2)),
    CalendarUnit("quarter", partial(month_start, months=3), partial(add_months, months=3)),
    CalendarUnit("half-year", partial(month_start, months=6), partial(add_months, months=6)),
    *(
        CalendarUnit(name, partial(_year_start, years=years), partial(_after_years, years=years))
        for name, years in (("year", 1), ("decade", 10), ("century", 100), ("millennium", 1000))
    ),
)
"""The units of bins, the finest first."""

_DAYS: Final = (1, 7, 28, 59, 90, 181, 365, 3652, 36524, 365242)


def levels(period: Date) -> int:
    """Return how many steps a period can be zoomed in."""
    first, last = ends(period)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return sum(level < months for level in LEVELS)


def ends(period: Date) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a period."""
    return period.earliest or dt.date.min, period.latest or dt.date.max


def stretch(period: Date, level: int, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and last day a band shows with a day in its middle.

    It begins and ends with whole months, or whole years where it is long enough, so
    that it moves only when the day comes into another of these.
    """
    first, last = ends(period)
    if level <= 0:
        return first, last
    months = LEVELS[len(LEVELS) - levels(period) + min(level, levels(period)) - 1]
    by_year = months >= 12
    unit = 12 if by_year else 1
    middle = month_start(min(max(day, first), last), unit)
    start = add_months(middle, -(months // unit // 2 * unit))
    latest = add_months(month_start(last, unit), unit - months)
    start = max(min(start, latest), month_start(first, unit))
    end = add_months(start, months)
    return max(start, first), min(_after_days(end, 0) - dt.timedelta(days=1), last)


@dataclass(frozen=True, slots=True)
class Bins:
    """Bins of one unit over the days from `first` to `last`, shared out to `cells`.

    Attributes:
        unit: The unit of the bins.
        edges: The first day of each bin as an ordinal, and the day after the last.
        cells: The cells of a line.
    """

    unit: CalendarUnit
    edges: tuple[Day, ...]
    cells: int
    starts: tuple[Cell, ...] = field(init=False)

    def __post_init__(self) -> None:
        count = len(self.edges) - 1
        starts = tuple(number * self.cells // count for number in range(count + 1))
        object.__setattr__(self, "starts", starts)

    @classmethod
    def over(cls, first: dt.date, last: dt.date, cells: int) -> Bins:
        """Return the finest bins that a line of `cells` has room for."""
        cells = max(cells, 1)
        days = last.toordinal() - first.toordinal() + 1
        for unit, length in zip(UNITS, _DAYS, strict=True):
            if days // length > 2 * cells:
                continue
            edges = tuple(_edges(unit, first, last))
            if len(edges) - 1 <= cells:
                return cls(unit, edges, cells)
        return cls(UNITS[-1], (first.toordinal(), last.toordinal() + 1), cells)

    def __len__(self) -> int:
        """Return the number of bins."""
        return len(self.edges) - 1

    @property
    def first(self) -> Day:
        """The first day, as an ordinal."""
        return self.edges[0]

    @property
    def last(self) -> Day:
        """The last day, as an ordinal."""
        return self.edges[-1] - 1

    def bin(self, day: Day) -> int:
        """Return the bin of a day, the nearest for a day outside."""
        return min(max(bisect_right(self.edges, day) - 1, 0), len(self) - 1)

    def cell(self, day: Day) -> Cell:
        """Return the cell of a day, the nearest for a day outside."""
        day = min(max(day, self.first), self.last)
        number = self.bin(day)
        start, end = self.starts[number], self.starts[number + 1]
        length = self.edges[number + 1] - self.edges[number]
        return min(start + (day - self.edges[number]) * (end - start) // length, self.cells - 1)

    def date(self, number: int) -> Date:
        """Return the date of a bin."""
        return self.stretch(range(number, number + 1))

    def stretch(self, numbers: range) -> Date:
        """Return the date of some bins that follow each other."""
        first = dt.date.fromordinal(self.edges[numbers[0]])
        last = dt.date.fromordinal(self.edges[numbers[-1] + 1] - 1)
        if len(numbers) > 1:
            return _date_of(first, last)
        whole = self.unit.start_of(first) == first and self.unit.next_start(first) > last
        patterns = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
        if whole and self.unit.name in patterns:
            return parse(first.strftime(patterns[self.unit.name]).zfill(4))
        return _date_of(first, last)

    def labels(self) -> list[tuple[Cell, str]]:
        """Return names for the cells they begin at, the finest that can be read."""
        for labels in _label_sets(dt.date.fromordinal(self.first), dt.date.fromordinal(self.last)):
            placed = self._placed(labels)
            if placed:
                return placed
        return []

    def _placed(self, labels: Sequence[Label]) -> list[tuple[Cell, str]]:
        """Return where labels stand; nothing where they are too many.

        The first says the most and may stand in the way of those after it.
        """
        placed: list[tuple[Cell, str]] = []
        for label in labels:
            cell = self.cell(label.day)
            if placed and cell < placed[-1][0] + len(placed[-1][1]) + 1:
                if len(placed) > 1:
                    return []
                continue
            if cell + len(label.text) <= self.cells:
                placed.append((cell, label.text))
        return placed


def _date_of(first: dt.date, last: dt.date) -> Date:
    """Return the date of a stretch of days: by its months or years where it has whole ones."""
    if first == last:
        return parse(first.isoformat())
    ends_month = month_start(last) < last and _after_days(last, 1).day == 1
    if first.day == 1 and ends_month and last.year < _LAST_YEAR:
        if (first.month, last.month) == (1, 12):
            one, other = f"{first.year:04}", f"{last.year:04}"
        else:
            one, other = f"{first:%Y-%m}".zfill(7), f"{last:%Y-%m}".zfill(7)
        return parse(one if one == other else f"{one}/{other}")
    return parse(f"{first.isoformat()}/{last.isoformat()}")


def _edges(unit: CalendarUnit, first: dt.date, last: dt.date) -> Iterator[Day]:
    day = first
    while day <= last:
        yield day.toordinal()
        following = unit.next_start(unit.start_of(day))
        if following <= day:
            break
        day = following
    yield last.toordinal() + 1


def _label_sets(first: dt.date, last: dt.date) -> Iterator[list[Label]]:
    """Yield sets of labels over a stretch, from the finest to the coarsest."""
    days = last.toordinal() - first.toordinal() + 1
    if days <= 100:
        for step in (1, 5, 10):
            yield list(_days(first, last, step))
    if days <= 8 * 366:
        for months in (1, 3, 6):
            yield list(_month_labels(first, last, months))
    for years in _YEAR_STEPS:
        starts = range(first.year // years * years + years, last.year + 1, years)
        later = [Label(dt.date(year, 1, 1).toordinal(), str(year)) for year in starts]
        yield [Label(first.toordinal(), str(first.year)), *later]


def _days(first: dt.date, last: dt.date, step: int) -> Iterator[Label]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        if ordinal == first.toordinal():
            yield Label(ordinal, f"{day.day} {_MONTHS[day.month - 1]} {day.year}")
        elif day.day == 1:
            yield Label(ordinal, f"1 {_MONTHS[day.month - 1]}")
        elif (day.day - 1) % step == 0 and day.day < 31:
            yield Label(ordinal, str(day.day))


def _month_labels(first: dt.date, last: dt.date, months: int) -> Iterator[Label]:
    day = first
    while day <= last:
        name = _MONTHS[day.month - 1]
        if day == first:
            name = f"{name} {day.year}" if day.month > 1 else str(day.year)
        elif day.month == 1:
            name = str(day.year)
        yield Label(day.toordinal(), name)
        following = add_months(month_start(day, months), months)
        if following <= day:
            return
        day = following
