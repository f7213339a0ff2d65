"""A list folded by year or decade: one line each with its count, opened at will."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from kztimeline.tui.render.list.layout import UNDATED, Layout, heading_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kztimeline.session.view import Zoom
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Measures

ZOOMS: Final[tuple[Zoom, ...]] = ("events", "years", "decades", "time")
FOLDED: Final[dict[Zoom, int]] = {"years": 1, "decades": 10}
"""The years that go into one line."""

_MOST_EMPTY: Final = 200


def group_of(year: int, size: int) -> int:
    """Return the first year of the group a year is in; UNDATED stays by itself."""
    return year if year == UNDATED else max(year // size * size, 1)


class Groups:
    """How many events of each track a timeline has in each group of years."""

    def __init__(self, timeline: Timeline, measures: Measures, size: int) -> None:
        self.size = size
        self._tracks = timeline.columns.tracks
        self._groups = array("i", (group_of(year, size) for year in measures.years))
        self._years = timeline.years
        self.whole = self.count(range(len(timeline.events)))
        self.most = max(self.whole.values(), default=1)

    def count(self, shown: Sequence[Position]) -> Counter[tuple[int, int]]:
        """Return the number of events by group and track."""
        groups, tracks = self._groups, self._tracks
        return Counter((groups[position], tracks[position]) for position in shown)

    def arrange(
        self,
        shown: Sequence[Position],
        opened: Collection[int],
    ) -> Layout:
        """Lay out events under the groups, only those of the `opened` ones as lines.

        Groups without an event are there too, between the first and the last of the
        timeline's own period.
        """
        groups = self._groups
        heights = (groups[at] in opened for at in shown)
        starts = array("l", accumulate(heights, initial=0))
        names = self._names(shown)
        firsts = tuple(bisect_left(shown, name, key=groups.__getitem__) for name in names)
        return Layout(shown, starts, names, firsts, bytes(len(shown) + 1))

    def _names(self, shown: Sequence[Position]) -> tuple[int, ...]:
        if not shown:
            return ()
        found = {self._groups[position] for position in shown}
        first, last = self._years[0], self._years[-1]
        if (last - first) // self.size <= _MOST_EMPTY:
            years = (*range(first, last, self.size), last)
            found.update(group_of(year, self.size) for year in years)
        return tuple(sorted(found))


def group_name(group: int, size: int) -> str:
    """Return the name of a group: '2012', '2010s', 'before', '1–9' for the years before 10."""
    if group == UNDATED or size == 1:
        return heading_text(group)
    return f"{group}s" if group >= size else f"{group}–{size - 1}"
