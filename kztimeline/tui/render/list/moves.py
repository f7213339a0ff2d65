"""Where the cursor goes: from a row of a layout to another, or None to stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from kztimeline.tui.render.list.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Row

Move: TypeAlias = Callable[[Layout, int], "int | None"]

MOVES: Final[Mapping[str, Move]] = {
    "next_event": Layout.next_row,
    "previous_event": Layout.row_before,
    "first_event": lambda _layout, _row: 0,
    "last_event": lambda layout, _row: len(layout.shown) - 1,
    "next_year": Layout.first_of_next_year,
    "previous_year": Layout.first_of_year_before,
}
"""The movements that need nothing but the layout, by the action that makes them."""


def nearest_on_track(timeline: Timeline, layout: Layout, row: Row, track: int) -> Row | None:
    """Return the nearest row on a track, the earlier of two; None where there is none."""
    wanted = timeline.tracks[track].id
    count = len(layout.shown)
    for distance in range(count):
        for other in (row - distance, row + distance):
            on_track = 0 <= other < count and timeline.events[layout.shown[other]].track == wanted
            if on_track:
                return other
    return None


def next_hit(
    layout: Layout, hits: Sequence[Position], position: Position, direction: int
) -> Row | None:
    """Return the row of the next event found from a position, going round at the end."""
    if direction > 0:
        start = bisect_left(hits, position + 1)
        order = [*range(start, len(hits)), *range(start)]
    else:
        start = bisect_left(hits, position)
        order = [*range(start - 1, -1, -1), *range(len(hits) - 1, start - 1, -1)]
    rows = (layout.row_of(hits[number]) for number in order)
    return next((row for row in rows if row is not None), None)


def row_at(timeline: Timeline, layout: Layout, date: Date) -> tuple[Row, bool]:
    """Return the first row that begins in a date, and True; else the next row, and False.

    After the last event that is the last row. The layout must not be empty.
    """
    first = (date.earliest.toordinal() if date.earliest else 0, 0, 0)
    row = bisect_left(layout.shown, first, key=lambda at: timeline.events[at].date.sort_key)
    if row == len(layout.shown):
        return row - 1, False
    earliest = timeline.events[layout.shown[row]].date.earliest
    inside = earliest is None or date.latest is None or earliest <= date.latest
    return row, inside
