"""How far a list is scrolled, as pure functions: never past its content.

All numbers are lines: `lines` is the length of the content, `window` the height it is
seen through, `first` the first line in sight.

The list of events begins with a year, and with no event without its title: a heading stands in
the place of the first line in sight, which may hide the title of an event and leave the lines
that belong to it. Where that would be so it is scrolled on or back by a few lines.
"""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING, Final

from kztimeline.tui.render.list.layout import LineContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.tui.render.list.layout import Layout, Line

_STICKY: Final = 4
"""Beyond this many lines in sight the year of the first stands over it."""


def clamped(lines: int, window: int, first: Line) -> Line:
    """Return `first`, or the nearest line from which nothing but content is in sight.

    Content that fits is shown whole, from its beginning.
    """
    return min(max(first, 0), max(lines - window, 0))


def held(lines: int, window: int, line: Line, height: int) -> Line:
    """Return the first line in sight that leaves a line as near as can be to a height.

    Args:
        lines: The length of the content.
        window: The height it is seen through.
        line: The line to hold, such as that of the cursor.
        height: The lines to stand above it in the window.
    """
    return clamped(lines, window, line - min(max(height, 0), max(window - 1, 0)))


def in_sight(lines: int, window: int, first: Line, stretch: range, margin: int = 0) -> Line:
    """Return the first line in sight, changed as little as shows a stretch of lines.

    A stretch from afar comes to the upper third.

    Args:
        lines: The length of the content.
        window: The height it is seen through.
        first: The first line in sight so far.
        stretch: The lines to be seen.
        margin: The lines to be seen on either side of them; where they take the room for
            that, one, if the window has five lines or more.
    """
    margin = min(margin, max((window - 3) // 2, 0))
    margin = max(min(margin, (window - len(stretch)) // 2), min(margin, 1))
    if not first - window <= stretch.start <= first + 2 * window:
        first = stretch.start - window // 3
    elif stretch.start - margin < first:
        first = stretch.start - margin
    if stretch.stop + margin > first + window:
        # Its beginning is what counts where it is longer than the window.
        first = min(stretch.stop + margin - window, stretch.start - margin)
    return clamped(lines, window, first)


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
