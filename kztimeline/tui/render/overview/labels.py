"""The line of named times under the overview, as a pure function of what it marks.

Names stand where their time begins, whatever else is marked: one that moved would name
another year. All numbers are cells from the first one of the axis.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from kztimeline.text.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.text.cells import Cell

HERE: Final = "▲"
"""The sign of the selected event, where no name stands in its cell or next to it."""


def axis(
    labels: Sequence[tuple[Cell, str]], cells: int, window: range, here: Cell | None
) -> list[Piece]:
    """Return the line: names, the stretch that the list shows, and the selected event.

    Where a name has the cell of the event, or one beside it, that cell is drawn in the
    role `here`: a sign there would cut the name short, or seem to point at it.

    Args:
        labels: Where names begin, and the names.
        cells: The length of the axis.
        window: The cells of what the list shows.
        here: The cell of the selected event, or None.
    """
    signs = [" "] * cells
    for start, text in labels:
        signs[start : start + len(text)] = text
    signs = signs[:cells]
    roles = ["window" if cell in window else "quiet" for cell in range(cells)]
    if here is not None and 0 <= here < cells:
        clear = not "".join(signs[max(here - 1, 0) : here + 2]).strip()
        roles[here] = "cursor" if clear else "here"
        if clear:
            signs[here] = HERE
    runs = groupby(zip(signs, roles, strict=True), key=lambda pair: pair[1])
    return [Piece("".join(sign for sign, _role in run), role) for role, run in runs]
