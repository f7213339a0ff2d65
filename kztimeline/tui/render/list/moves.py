"""Where the cursor goes that needs more than the layout: from a row to another, or None to stay."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Layout, Row


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
