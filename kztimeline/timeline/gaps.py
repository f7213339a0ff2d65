"""How long nothing happened between one event of a list and the next.

The distance counts from the end of what is short to the beginning of what follows;
a state that held for years counts at its beginning.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Final

from kztimeline.timeline.bulk.columns import NO_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kztimeline.dates.edtf import Day
    from kztimeline.timeline.bulk.columns import Columns
    from kztimeline.timeline.parts import Position

LONG: Final = 30
"""Fewer days than this between two events are not remarked on."""

MOST_LINES: Final = 8
"""Empty time never takes more lines than this."""

_DAYS_A_LINE: Final = 46


def empty_lines(
    columns: Columns, shown: Sequence[Position], proportional: bool, least: int = LONG
) -> array[int]:
    """Return for each row of a list how many lines of empty time stand before it.

    One line where the time before it was long, at least `least` days; in proportion to the
    time, up to `MOST_LINES`, where that is asked for. A further 0 stands at the end.

    Args:
        columns: Those of the timeline.
        shown: The positions of the events of the list, ascending.
        proportional: Whether lines are in proportion.
        least: The days.
    """
    lines = array("b", bytes(len(shown) + 1))
    first, last = columns.first_days, columns.last_days
    least = max(least, LONG)
    # What has no known start stands before all else, its days in no order.
    unordered = bisect_left(shown, bisect_right(columns.years, NO_YEAR))
    ordered = range(unordered, len(shown))
    for row in chain(range(1, unordered + 1), _far_on(first, shown, ordered, least)):
        days = first[shown[row]] - last[shown[row - 1]] if row < len(shown) else 0
        if days >= least:
            lines[row] = min(1 + days // _DAYS_A_LINE, MOST_LINES) if proportional else 1
    return lines


def _far_on(
    days: Sequence[Day], shown: Sequence[Position], rows: range, least: int
) -> Iterator[int]:
    """Yield those of some rows that come at least so many days after the one before.

    Their days ascend: where the last is not so far from the first, nothing between them is.
    """
    if len(rows) < 2 or days[shown[rows[-1]]] - days[shown[rows[0]]] < least:
        return
    if len(rows) == 2:
        yield rows[1]
        return
    middle = len(rows) // 2
    yield from _far_on(days, shown, rows[: middle + 1], least)
    yield from _far_on(days, shown, rows[middle:], least)


def is_cut(days: int) -> bool:
    """Tell whether a gap would take more lines than it is given."""
    return 1 + days // _DAYS_A_LINE > MOST_LINES
