"""What is linked with the selected event, as joints on the rails and counts at the edges.

Rows are rows of a layout, tracks their numbers from the left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Position
    from kztimeline.tui.render.list.layout import Row
    from kztimeline.tui.render.rails.geometry import Rails


_EDGE_COUNT: Final = pattern(r"(?<= )[↑↓^v]\d+( [↑↓^v]\d+)?(?= )")
"""A count as it is drawn, in ASCII, too."""


class Joint(NamedTuple):
    """How an event is joined to the selected one.

    Attributes:
        track: The track of the selected event.
        below: Whether the selected event stands above this one.
    """

    track: int
    below: bool


class Drawn(NamedTuple):
    """The links of the selected event that the list shows.

    Attributes:
        row: The row of the selected event, or None where nothing is to be drawn.
        track: Its track.
        rows: The rows of what is linked with it, ascending.
    """

    row: Row | None = None
    track: int = 0
    rows: tuple[Row, ...] = ()

    def joint(self, row: Row) -> Joint | None:
        """Return how the event of a row is joined to the selected one, or None."""
        if self.row is None or row not in self.rows:
            return None
        return Joint(self.track, row > self.row)

    def passes(self, row: Row) -> bool:
        """Tell whether a link runs past a row on the rail of the selected event."""
        if self.row is None or not self.rows:
            return False
        return min(self.row, self.rows[0]) <= row <= max(self.row, self.rows[-1])

    @property
    def cells_of_count(self) -> int:
        """The most cells that a count of them takes, with a space on either side."""
        return len(f" ↑{len(self.rows)} ")

    def out_of_sight(self, first: Row, last: Row) -> tuple[int, int]:
        """Return how many linked events stand above a stretch of rows, and how many below."""
        above = sum(row < first for row in self.rows)
        return above, sum(row > last for row in self.rows)


NOTHING: Final = Drawn()


def drawn(
    row: Row | None,
    track: int,
    linked: Iterable[Position],
    row_of: Callable[[Position], Row | None],
) -> Drawn:
    """Return the links to draw for a selected row.

    Args:
        row: The selected row, or None.
        track: Its track.
        linked: The positions of the events linked with it.
        row_of: Returns the row of the event at a position, or None where it is not shown.
    """
    if row is None:
        return NOTHING
    rows = {there for position in linked if (there := row_of(position)) is not None}
    return Drawn(row, track, tuple(sorted(rows - {row})))


def rail_signs(
    rails: Rails, track: int | None, sign: str, joint: Joint | None
) -> tuple[str, range]:
    """Return the cells of the rails of a line, and which of them draw a link.

    Args:
        rails: How the line is shared out.
        track: The track of the event, or None for a line without a sign.
        sign: The sign of its date.
        joint: How it is joined to the selected event, or None.
    """
    cells = [" │"[at % 2] for at in range(rails.rails_cells)]
    if track is None:
        return "".join(cells), range(0)
    own = rails.rail_cell(track)
    lit = range(0)
    if joint is not None:
        lit = _join(cells, own, rails.rail_cell(joint.track), joint.below)
    cells[own] = sign
    return "".join(cells), lit


def _join(cells: list[str], own: int, other: int, below: bool) -> range:
    """Draw the line from the sign at `own` to the rail at `other`; on one rail, before it."""
    if own == other:
        cells[own - 1] = "╰" if below else "╭"
        return range(own - 1, own)
    left, right = min(own, other), max(own, other)
    for at in range(left + 1, right):
        cells[at] = "─"
    if other < own:
        cells[other] = "╰" if below else "╭"
        return range(other, own)
    cells[other] = "╯" if below else "╮"
    return range(own + 1, other + 1)


def is_edge_count(text: str, cell: Cell) -> bool:
    """Tell whether a count of links out of sight stands at a cell of a line."""
    return any(found.start() <= cell < found.end() for found in _EDGE_COUNT.finditer(text))


def places_of_counts(window: int, kept: int | None) -> tuple[int, int]:
    """Return the lines in sight on which links out of sight are counted: above, and below.

    Args:
        window: How many lines are in sight.
        kept: The line that is to stand whole, or None: its count goes to the other edge.
    """
    last = window - 1
    if last <= 0:
        return (-1, -1) if kept == 0 else (0, last)
    return last if kept == 0 else 0, 0 if kept == last else last


def edge_count(above: int, below: int, at_top: bool, at_bottom: bool) -> str:
    """Return what to draw on the first or last line in sight of links out of sight."""
    words = []
    if at_top and above:
        words.append(f"↑{above}")
    if at_bottom and below:
        words.append(f"↓{below}")
    return " ".join(words)
