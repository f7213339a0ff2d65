"""Bars of dots: two columns and four rows of them in a cell, as Unicode's braille has them.

A column is one bin of time. Heights are dots; bars grow up from a line or down from it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.tui.render.overview.bins import Bins

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from kztimeline.dates.edtf import Day
    from kztimeline.text.cells import Cell

DOTS: Final = 4
"""The rows of dots in a cell."""

_REMEMBERED: Final = 8
_BLANK: Final = 0x2800
_BITS: Final = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of each dot, by column and by row from the top."""

_NOTHING: Final = 1e-6
_CUT: Final = 99
_FLOOR: Final = 1
_LEAST_HIT: Final = 2


class Dots(NamedTuple):
    """Bins over a stretch of time, shared out to the columns of dots of a line.

    Attributes:
        bins: The bins, shared out to the cells of the line; there may be two in a cell.
        columns: For each column of dots its bin.
    """

    bins: Bins
    columns: tuple[int, ...]

    @classmethod
    @lru_cache(maxsize=_REMEMBERED)
    def over(cls, first: dt.date, last: dt.date, cells: int) -> Dots:
        """Return the finest bins for which a line of `cells` has a column of dots each."""
        cells = max(cells, 1)
        finest = Bins.over(first, last, 2 * cells)
        columns = tuple(column * len(finest) // (2 * cells) for column in range(2 * cells))
        return cls(Bins(finest.unit, finest.edges, cells), columns)

    def bins_of(self, cell: Cell) -> range:
        """Return the bins that are drawn in a cell."""
        cell = min(max(cell, 0), self.bins.cells - 1)
        return range(self.columns[2 * cell], self.columns[2 * cell + 1] + 1)

    def cell(self, day: Day) -> Cell:
        """Return the cell in which a day is drawn, as an ordinal; the nearest for one outside."""
        number = self.bins.bin(day)
        return min(-(-number * len(self.columns) // len(self.bins)) // 2, self.bins.cells - 1)

    def cells_of(self, heights: Sequence[int], rows: int, down: bool) -> list[str]:
        """Return bars of the given heights over some rows of cells, the first row at the top.

        Args:
            heights: For each bin the dots of its bar.
            rows: How many rows of cells the bars may take.
            down: Whether they hang from the top.
        """
        columns = [heights[number] for number in self.columns]
        lines = []
        for row in range(rows):
            base = (row if down else rows - 1 - row) * DOTS
            cells = (_cell(columns, at, base, down) for at in range(0, len(columns), 2))
            lines.append("".join(cells))
        return lines


def _cell(columns: Sequence[int], at: int, base: int, down: bool) -> str:
    bits = 0
    for side in (0, 1):
        dots = min(max(columns[at + side] - base, 0), DOTS)
        order = _BITS[side] if down else _BITS[side][::-1]
        for bit in order[:dots]:
            bits |= bit
    return chr(_BLANK + bits) if bits else " "


def scale(rows: Iterable[Sequence[float]]) -> float:
    """Return the value that takes the full height: few are above it and are cut.

    One crowded month would else flatten all others.
    """
    values = sorted(value for row in rows for value in row if value > _NOTHING)
    return values[max(len(values) * _CUT // 100 - 1, 0)] if values else 1.0


def heights(values: Sequence[float], most: float, rows: int) -> list[int]:
    """Return the dots of bars against the greatest value; anything above nothing shows."""
    top = rows * DOTS
    return [
        min(max(round(value / most * top), 1), top) if value > _NOTHING and most > 0 else 0
        for value in values
    ]


def hit_heights(
    hits: Sequence[float], whole: Sequence[float], most: float, rows: int
) -> tuple[list[int], list[bool]]:
    """Return the dots of bars of hits over a floor of all the rest, and which are hits.

    Hits stand on their own scale and are at least two dots high, the floor is one: they
    differ where nothing is drawn dim.
    """
    top = rows * DOTS
    dots, are_hits = [], []
    for hit, all_ in zip(hits, whole, strict=True):
        is_hit = hit > _NOTHING
        are_hits.append(is_hit)
        if is_hit:
            dots.append(min(max(round(hit / most * top), _LEAST_HIT), top))
        else:
            dots.append(_FLOOR if all_ > _NOTHING else 0)
    return dots, are_hits
