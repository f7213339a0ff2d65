"""What the list begins with, however far it is scrolled: a year, and no event without its title.

A heading stands in the place of the first line in sight, which may hide the title of an
event and leave the lines that belong to it. Where that would be so the list is scrolled on
or back by a few lines.
"""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING, Final

from kztimeline.tui.render.list.layout import LineContent
from kztimeline.tui.render.list.scrolling import in_sight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.tui.render.list.layout import Layout, Line

_STICKY: Final = 4
"""Beyond this many lines in sight the year of the first stands over it."""


def year_over(layout: Layout, window: int, first: Line) -> LineContent | None:
    """Return the heading to stand in the place of the first line in sight.

    None for few lines, and for a heading. Over empty time it is that of the year before.
    """
    if window <= _STICKY or first + 1 >= len(layout) or layout.content(first).year is not None:
        return None
    _, row, part = layout.content(first + 1)
    over = max(row - 1, 0) if part < 0 else row
    return LineContent(layout.year_of(over), row, 0)


def may_begin(layout: Layout, window: int, line: Line) -> bool:
    """Tell whether the list may be scrolled to a line.

    A year stands first and the beginning of an event, or empty time, below it; a heading has
    no other over it. An event that is higher than the window may begin anywhere.
    """
    if line <= 0 or line >= len(layout) or layout.content(line).year is not None:
        return True
    covered = window > _STICKY
    if line + covered >= len(layout):
        return True
    year, row, part = layout.content(line + covered)
    if year is not None:
        return False
    return part <= 0 or layout.height(row) + covered > window


def start_from(layout: Layout, window: int, line: Line, step: int) -> Line:
    """Return a line, or the first one from it in steps of 1 or -1 that the list may begin at."""
    return next(at for at in count(line, step) if may_begin(layout, window, at))


def lines_to_scroll(layout: Layout, window: int) -> int:
    """Return the lines that the list is scrolled over: its own, and a few empty ones at its end.

    They are there where the last lines would else begin in the middle of an event.
    """
    lines = len(layout)
    return lines if lines <= window else start_from(layout, window, lines - window, 1) + window


def first_in_sight(layout: Layout, window: int, first: Line, stretch: range, margin: int) -> Line:
    """Return the first line in sight, changed as little as shows a stretch of lines.

    Args:
        layout: Where everything stands.
        window: How many lines are in sight.
        first: The first line in sight so far.
        stretch: The lines to be seen, those of one event.
        margin: The lines to be seen on either side of them.
    """
    line = in_sight(lines_to_scroll(layout, window), window, first, stretch, margin)
    near = _lines_near(layout, window, line, stretch, upward=line < first)
    return next((at for at in near if may_begin(layout, window, at)), line)


def _lines_near(
    layout: Layout, window: int, line: Line, stretch: range, upward: bool
) -> Iterator[Line]:
    """Yield the lines from which a stretch is in sight, the nearest first."""
    heads = window <= _STICKY or layout.content(stretch.start).year is not None
    last = stretch.start if heads else stretch.start - 1
    earliest = min(max(stretch.stop - window, 0), last)
    step = -1 if upward else 1
    for distance in takewhile(lambda far: far <= window, count()):
        for at in (line + step * distance, line - step * distance):
            if earliest <= at <= last:
                yield at
