"""How long nothing happened between one event of a list and the next.

The distance counts from the end of what is short to the beginning of what follows;
a state that held for years counts at its beginning.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.edtf import Date, Day, Endpoint
    from kztimeline.timeline.model import Timeline
    from kztimeline.timeline.parts import Position

LONG: Final = 30
"""Fewer days than this between two events are not remarked on."""

MOST_LINES: Final = 8
"""Empty time never takes more lines than this."""

_DAYS_A_LINE: Final = 46
_SHORT_INTERVAL: Final = 31


class Occurrences:
    """The first and last day on which each event of a timeline took place, as ordinals."""

    __slots__ = ("_events", "first", "last")

    def __init__(self, timeline: Timeline) -> None:
        self._events = timeline.events
        dates = timeline.columns.dates
        self.first = array("l", dates.each(first_day))
        self.last = array("l", dates.each(last_day))

    def apart(self, before: Position, after: Position) -> tuple[int, int]:
        """Return the fewest and most days from one event to the next, never below 0."""
        end = _end(self._events[before].date)
        start = _start(self._events[after].date)
        fewest, most = start.earliest - end.latest, start.latest - end.earliest
        return max(fewest.days, 0), max(most.days, 0)


def first_day(date: Date) -> Day:
    """Return the first day on which something happened or began, as an ordinal."""
    return _start(date).earliest.toordinal()


def last_day(date: Date) -> Day:
    """Return the last day on which something happened or began, as an ordinal."""
    return _end(date).latest.toordinal()


def _start(date: Date) -> Endpoint:
    start = date.start or date.end
    if start is None:
        raise ValueError(f"a date has at least one end: {date.text}")
    return start


def _end(date: Date) -> Endpoint:
    """Return the end of what was over within a month, else the beginning."""
    start, end = _start(date), date.end
    short = end is not None and (end.latest - start.earliest).days <= _SHORT_INTERVAL
    return end if end is not None and short else start


def empty_lines(
    found: Occurrences, shown: Sequence[Position], proportional: bool, least: int = LONG
) -> array[int]:
    """Return for each row of a list how many lines of empty time stand before it.

    One line where the time before it was long, at least `least` days; in proportion to the
    time, up to `MOST_LINES`, where that is asked for. A further 0 stands at the end.
    """
    lines = array("b", bytes(len(shown) + 1))
    first, last = found.first, found.last
    for row in range(1, len(shown)):
        days = first[shown[row]] - last[shown[row - 1]]
        if days >= max(least, LONG):
            lines[row] = min(1 + days // _DAYS_A_LINE, MOST_LINES) if proportional else 1
    return lines


def is_cut(days: int) -> bool:
    """Tell whether a gap would take more lines than it is given."""
    return 1 + days // _DAYS_A_LINE > MOST_LINES
