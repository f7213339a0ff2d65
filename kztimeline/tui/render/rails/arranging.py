"""Where events, undated ones and matches with their context stand in a list on rails."""

from __future__ import annotations

from array import array
from itertools import accumulate, compress, count, groupby
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.timeline.bulk.columns import ONE_YEAR
from kztimeline.tui.render.list.layout import Layout, headings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Row

_FOLDED_FROM: Final = 2


class Undated(NamedTuple):
    """The events that began in a year, nobody knows in which month.

    Attributes:
        year: The year, and the heading they stand under.
        rows: Their rows, ascending.
        within: Whether all of them were over within the year.
    """

    year: int
    rows: tuple[Row, ...]
    within: bool


def undated_of(
    timeline: Timeline, years: Sequence[int], shown: Sequence[Position]
) -> list[Undated]:
    """Return by year the events shown that began in it on no known day, where there are several.

    Args:
        timeline: Where the events are.
        years: For each position the year an event stands under.
        shown: The positions of the events shown.
    """
    lengths = timeline.columns.undated
    every = len(shown) == len(lengths)
    rows = compress(count(), lengths if every else map(lengths.__getitem__, shown))
    by_year = [(year, tuple(group)) for year, group in groupby(rows, lambda r: years[shown[r]])]
    return [
        Undated(year, of_year, all(lengths[shown[row]] == ONE_YEAR for row in of_year))
        for year, of_year in by_year
        if len(of_year) >= _FOLDED_FROM
    ]


class Arranged(NamedTuple):
    """A layout and the rows that stand for undated events, with how many those are."""

    layout: Layout
    folds: Mapping[int, Undated]


def arrange_rows(
    years: Sequence[int],
    shown: Sequence[Position],
    gaps: Sequence[int] | None = None,
    contexts: Collection[Position] = (),
    undated: Sequence[Undated] = (),
    selected: Row | None = None,
) -> Arranged:
    """Lay out the events at the positions `shown`: one line each.

    Args:
        years: For each position the year an event stands under.
        shown: The positions of the events, ascending.
        gaps: For each row, and the end, the lines of empty time before it.
        contexts: The positions of events that take a line more, to show what matches.
        undated: The undated events that stand behind one line, but for those of the year
            in which one is selected.
        selected: The selected row.
    """
    folds = {
        group.rows[0]: group for group in undated if selected is None or selected not in group.rows
    }
    gaps = bytes(len(shown) + 1) if gaps is None else gaps
    starts: Sequence[int] = range(len(shown) + 1)
    if contexts or folds or any(gaps):
        heights = array("l", [1]) * len(shown)
        if contexts:
            heights = array("l", (1 + (position in contexts) for position in shown))
        for group in folds.values():
            for row in group.rows:
                heights[row] = row == group.rows[0]
        starts = array("l", accumulate(map(add, heights, gaps), initial=0))
    names, firsts = headings(years, shown)
    return Arranged(Layout(shown, starts, names, firsts, gaps, folds=False), folds)
