"""How many events lie where in time, as numbers for a row of cells.

A date known only to the year is spread over that year, so that nothing is heaped on a
day that no source names.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kztimeline.dates import Date
    from kztimeline.model import Timeline

_BARS: Final = " ▁▂▃▄▅▆▇█"
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LABEL_CELLS: Final = 6
_NOTHING: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Scale:
    """A row of `cells` over the days from `first` to `last`, as ordinals."""

    first: int
    last: int
    cells: int

    @classmethod
    def over(cls, date: Date, cells: int) -> Scale:
        """Return the scale of a whole timeline."""
        first = date.earliest or dt.date(1, 1, 1)
        last = date.latest or dt.date.max
        return cls(first.toordinal(), last.toordinal(), max(cells, 1))

    def cell(self, day: int) -> int:
        """Return the cell of a day, the nearest end for a day outside."""
        cell = (day - self.first) * self.cells // (self.last - self.first + 1)
        return min(max(cell, 0), self.cells - 1)

    def day(self, cell: int) -> dt.date:
        """Return the first day of a cell."""
        days = self.last - self.first + 1
        return dt.date.fromordinal(self.first + -(-cell * days // self.cells))

    def labels(self) -> list[tuple[int, str]]:
        """Return the years to name with their cells, as many as can be read."""
        first, last = dt.date.fromordinal(self.first).year, dt.date.fromordinal(self.last).year
        years = last - first + 1
        fitting = (step for step in _STEPS if self.cells * step >= _LABEL_CELLS * years)
        step = next(fitting, _STEPS[-1])
        wanted = [first, *(year for year in range(first + 1, last + 1) if year % step == 0)]
        labels: list[tuple[int, str]] = []
        for year in wanted:
            cell = self.cell(dt.date(year, 1, 1).toordinal())
            clear = not labels or cell >= labels[-1][0] + _LABEL_CELLS - 1
            if clear and cell + len(str(year)) <= self.cells:
                labels.append((cell, str(year)))
        return labels


@dataclass(frozen=True, slots=True)
class Extents:
    """First and last day of every event, as ordinals, and the number of its track."""

    first: array[int]
    last: array[int]
    track: bytes

    @classmethod
    def of(cls, timeline: Timeline) -> Extents:
        """Take the extents of a timeline; an open end counts where it is known."""
        pairs = [_days(event.date) for event in timeline.events]
        tracks = {track.id: number for number, track in enumerate(timeline.tracks)}
        return cls(
            array("l", (first for first, _ in pairs)),
            array("l", (last for _, last in pairs)),
            bytes(tracks[event.track] for event in timeline.events),
        )


def density(
    extents: Extents, positions: Iterable[int], scale: Scale, tracks: int
) -> list[list[float]]:
    """Return for each track the expected number of events in each cell."""
    changes = [[0.0] * (scale.cells + 1) for _ in range(tracks)]
    first, last, track = extents.first, extents.last, extents.track
    origin, days, cells = scale.first, scale.last - scale.first + 1, scale.cells
    for position in positions:
        start = (first[position] - origin) * cells // days
        end = (last[position] - origin) * cells // days
        if start < 0 or end >= cells:
            start, end = scale.cell(first[position]), scale.cell(last[position])
        weight = 1 / (end - start + 1)
        row = changes[track[position]]
        row[start] += weight
        row[end + 1] -= weight
    return [list(accumulate(row[:-1])) for row in changes]


def bars(values: Sequence[float], most: float, rows: int = 1) -> list[str]:
    """Return bars against the greatest value, drawn over `rows`; the first is the top.

    Heights grow with the square root, so that one crowded month does not flatten all
    others; anything above nothing shows.
    """
    steps = len(_BARS) - 1
    heights = [
        min(max(round((value / most) ** 0.5 * steps * rows), 1), steps * rows)
        if value > _NOTHING
        else 0
        for value in values
    ]
    return [
        "".join(_BARS[min(max(height - steps * row, 0), steps)] for height in heights)
        for row in reversed(range(rows))
    ]


def _days(date: Date) -> tuple[int, int]:
    first, last = date.earliest, date.latest
    known = first or last or dt.date.min
    if first is None or last is None:
        return known.toordinal(), known.toordinal()
    return first.toordinal(), last.toordinal()
