"""How far a list is scrolled, as pure functions: never past its content.

All numbers are lines: `lines` is the length of the content, `window` the height it is
seen through, `first` the first line in sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.tui.render.list.layout import Line


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
