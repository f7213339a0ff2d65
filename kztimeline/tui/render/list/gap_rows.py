"""Empty time between two events of a list, as the lines it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.dates.display import SHORT_WIDTH
from kztimeline.dates.distance import length_words
from kztimeline.text.cells import width
from kztimeline.text.pieces import Line, Piece, clip
from kztimeline.timeline.gaps import is_cut
from kztimeline.tui.render.signs import AXIS, EMPTY_TIME

if TYPE_CHECKING:
    from kztimeline.tui.render.list.layout import Columns


def gap_line(columns: Columns, part: int, lines: int, days: tuple[int, int], scaled: bool) -> Line:
    """Return a line of empty time; the middle one says how long that was.

    Args:
        columns: How a line is shared out.
        part: The number of the line, from 0.
        lines: How many lines the gap has.
        days: The fewest and the most days it may have lasted.
        scaled: Whether the lines stand for the length of the time.
    """
    text = ""
    if part == (lines - 1) // 2:
        text = length_words(*days)
        if not scaled:
            text += " later"
        elif is_cut(days[0]):
            text += ", shortened"
    axis = EMPTY_TIME.text if scaled else AXIS
    if not columns.two_lanes:
        indent = Piece(" " * SHORT_WIDTH)
        return clip([indent, Piece(f" {axis} ", "axis"), Piece(text, "vague")], columns.width)
    centre = 1 + columns.left + 3 + SHORT_WIDTH // 2
    if not text:
        return [Piece(" " * (centre - 1)), Piece(axis, "axis")]
    before = max(centre - (width(text) + 1) // 2, 0)
    return clip([Piece(" " * before), Piece(text, "vague")], columns.width)
