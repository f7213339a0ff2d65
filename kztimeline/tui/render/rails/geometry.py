"""How the cells of a line on rails are shared out.

From the left: edge, date, a rail for each track, title, signs, edge. All widths are cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from kztimeline.text.cells import Cell

_FULL_DATE: Final = 12
_SHORT_DATE: Final = 9
_SHORTEST_DATE: Final = 7
_FULL_FROM: Final = 72
_SHORTEST_BELOW: Final = 30
_NARROW_BELOW: Final = 46
_SIGNS: Final = 4
_HANG: Final = 3


class Rails(NamedTuple):
    """The columns of a line.

    Attributes:
        width: The cells of the line.
        tracks: How many rails there are.
    """

    width: int
    tracks: int

    @property
    def narrow(self) -> bool:
        """Tell whether signs have no column, and long titles go on below their date."""
        return self.width < _NARROW_BELOW

    @property
    def date_cells(self) -> int:
        """Cells of a date."""
        if self.width < _SHORTEST_BELOW:
            return _SHORTEST_DATE
        return _FULL_DATE if self.width >= _FULL_FROM else _SHORT_DATE

    @property
    def rails_cells(self) -> int:
        """Cells of the rails: for each its own, and one before it for what joins two events."""
        return 2 * self.tracks

    @property
    def rails_start(self) -> Cell:
        """The first cell of the rails."""
        return 1 + self.date_cells

    @property
    def title_start(self) -> Cell:
        """The first cell of a title."""
        return self.rails_start + self.rails_cells + (1 if self.narrow else 2)

    @property
    def signs_cells(self) -> int:
        """Cells of the signs at the right, the space before them among them; or 0."""
        return 0 if self.narrow else _SIGNS + 1

    @property
    def title_cells(self) -> int:
        """Cells of a title on its first line."""
        return max(self.width - self.title_start - self.signs_cells - 1, 1)

    @property
    def more_start(self) -> Cell:
        """The first cell of the lines on which a title goes on."""
        return _HANG if self.narrow else self.title_start

    @property
    def more_cells(self) -> int:
        """Cells of the lines on which a title goes on."""
        return max(self.width - self.more_start - self.signs_cells - 1, 1)

    def rail_cell(self, track: int) -> Cell:
        """Return the cell of a rail, counted from the first cell of the rails."""
        return 2 * track + 1
