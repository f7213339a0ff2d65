"""Where everything of a timeline stands on the screen, as pure functions.

A `Layout` maps events to lines and back. It holds two sorted arrays of numbers and
no object a row, so that one of 100,000 events is made within a few milliseconds;
rows are drawn from it only when they are seen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from kztimeline.dates.display import SHORT_WIDTH
from kztimeline.text.cells import clean, width, wrap
from kztimeline.timeline.bulk.columns import NO_YEAR
from kztimeline.tui.render.signs import DISPUTED, DOCUMENT

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

WIDE: Final = 110
"""Screens from this many columns on show two tracks and the detail side by side."""

UNDATED: Final = NO_YEAR
"""The heading of events that begin at no known time; it stands before all years."""

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_SIGNS: Final = (
    "",
    f"{NO_BREAK}{DOCUMENT.text}",
    f"{NO_BREAK}{DISPUTED.text}",
    f"{NO_BREAK}{DOCUMENT.text}{DISPUTED.text}",
)
"""What stands behind a title, by the signs of its event."""
_SIGN_CELLS: Final = tuple(map(width, _SIGNS))
_TITLE_LINES = ((32, 4), (42, 3))
_EXACT_UP_TO = 5_000
_STACKED_BELOW = 46
_STACKED_FIXED = 4


class Columns(NamedTuple):
    """How the cells of a line are shared out.

    Two lanes: edge, left title, mark, date in the middle, mark, right title, edge.
    One lane: edge, date, mark, letter, title. Where that leaves too little for the
    title, it stands stacked below the others.
    """

    width: int
    two_lanes: bool

    @property
    def stacked(self) -> bool:
        """Tell whether titles stand below their dates."""
        return not self.two_lanes and self.width < _STACKED_BELOW

    @property
    def left(self) -> int:
        """Cells of a title in the left lane, or in the only one."""
        if self.two_lanes:
            return max((self.width - self._fixed) // 2, 1)
        return max(self.width - (_STACKED_FIXED if self.stacked else self._fixed), 1)

    @property
    def right(self) -> int:
        """Cells of a title in the right lane."""
        return max(self.width - self._fixed - self.left, 1)

    @property
    def _fixed(self) -> int:
        return SHORT_WIDTH + (8 if self.two_lanes else 7)

    @property
    def title_lines(self) -> int:
        """The most lines a title takes."""
        return next((lines for cells, lines in _TITLE_LINES if self.left < cells), 2)


class Place(NamedTuple):
    """What a line shows: the heading of `year`, or line `part` of the `row`-th event.

    A negative `part` counts the lines of empty time before the event back from it.
    """

    year: int | None
    row: int
    part: int


class SignedTitles(Sequence[str]):
    """Printable titles with their signs: ¶ a passage at hand, ≠ sources disagree."""

    def __init__(self, titles: Sequence[str], signs: bytes) -> None:
        self._titles = titles
        self._signs = signs

    def __len__(self) -> int:
        return len(self._signs)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return clean(self._titles[at]) + _SIGNS[self._signs[at]]


@dataclass(frozen=True, eq=False, repr=False)
class Measures:
    """Numbers about every event that the layout needs, taken once for a timeline."""

    years: Sequence[int]
    titles: Sequence[str]
    cells: array[int]
    _counts: dict[Columns, array[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, timeline: Timeline) -> Measures:
        """Measure a timeline."""
        columns = timeline.columns
        signs = columns.signs
        cells = map(add, columns.title_cells, map(_SIGN_CELLS.__getitem__, signs))
        return cls(columns.years, SignedTitles(columns.titles, signs), array("i", cells))

    def line_counts(self, columns: Columns) -> array[int]:
        """Return how many lines each event's title takes."""
        if columns not in self._counts:
            more = 1 if columns.stacked else 0
            lines = self._count(columns.left, columns.title_lines)
            self._counts[columns] = array("b", (count + more for count in lines))
        return self._counts[columns]

    def _count(self, cells: int, limit: int) -> list[int]:
        if len(self.titles) > _EXACT_UP_TO:
            return [min(1 + (taken - 1) // cells, limit) for taken in self.cells]
        # Fewer lines than the most, with a space between any two, hold no more than this.
        fewer = (limit - 1) * (cells + 1)
        return [
            1 if taken <= cells else limit if taken > fewer else min(len(wrap(title, cells)), limit)
            for title, taken in zip(self.titles, self.cells, strict=True)
        ]


@dataclass(frozen=True, eq=False, repr=False)
class Layout:
    """The lines of a list of events under headings of years.

    Attributes:
        shown: The positions of the events in the timeline, ascending.
        starts: For each row the number of lines before it, headings left out, and the
            sum at the end. A row that is folded into its heading has no lines.
        years: The headings, ascending; one may have no events.
        firsts: For each heading the row it stands above.
        gaps: For each row, and the end, the lines of empty time before it.
    """

    shown: Sequence[int]
    starts: Sequence[int]
    years: tuple[int, ...]
    firsts: tuple[int, ...]
    gaps: Sequence[int]
    _headings: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        lines = tuple(
            self.starts[row] + self.gaps[row] + number for number, row in enumerate(self.firsts)
        )
        object.__setattr__(self, "_headings", lines)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self.starts[-1] + len(self.years)

    def place(self, line: int) -> Place:
        """Return what stands on a line; raise IndexError outside the layout."""
        if not 0 <= line < len(self):
            raise IndexError(line)
        heading = bisect_right(self._headings, line) - 1
        if self._headings[heading] == line:
            return Place(self.years[heading], min(self.firsts[heading], len(self.shown) - 1), 0)
        event_line = line - heading - 1
        row = bisect_right(self.starts, event_line) - 1
        return Place(None, row, event_line - self.starts[row] - self.gaps[row])

    def top(self, row: int) -> int:
        """Return the first line of a row, its heading's where it is folded into that."""
        folded = self.starts[row + 1] == self.starts[row]
        return self.starts[row] + self.gaps[row] + bisect_right(self.firsts, row) - folded

    def height(self, row: int) -> int:
        """Return the number of lines of a row, 1 where it is folded into its heading."""
        return max(self.starts[row + 1] - self.starts[row] - self.gaps[row], 1)

    def is_folded(self, row: int) -> bool:
        """Tell whether a row stands in its heading only."""
        return self.starts[row + 1] == self.starts[row]

    def next_row(self, row: int) -> int:
        """Return the next row to stop at, or the same at the end."""
        following: int | None = row + 1
        if self.is_folded(row):
            following = self.first_of_next_year(row)
        return row if following is None or following >= len(self.shown) else following

    def row_before(self, row: int) -> int:
        """Return the row to stop at before a row, or the same at the beginning."""
        if self.is_folded(row):
            row = self.firsts[bisect_right(self.firsts, row) - 1]
        row = max(row - 1, 0)
        return self.firsts[bisect_right(self.firsts, row) - 1] if self.is_folded(row) else row

    def row_of(self, position: int) -> int | None:
        """Return the row of the event at a position, or None if it is not shown."""
        row = bisect_left(self.shown, position)
        return row if row < len(self.shown) and self.shown[row] == position else None

    def nearest_row(self, position: int) -> int | None:
        """Return the row at a position or the next one shown; None if there is none."""
        if not self.shown:
            return None
        return min(bisect_left(self.shown, position), len(self.shown) - 1)

    def year_of(self, row: int) -> int:
        """Return the heading a row stands under."""
        return self.years[bisect_right(self.firsts, row) - 1]

    def first_of_next_year(self, row: int) -> int | None:
        """Return the first row under the next heading, or None under the last."""
        heading = bisect_right(self.firsts, row)
        if heading == len(self.firsts) or self.firsts[heading] == len(self.shown):
            return None
        return self.firsts[heading]

    def first_of_year_before(self, row: int) -> int | None:
        """Return the first row of this row's year, or of the year before from there."""
        heading = bisect_left(self.firsts, row) - 1
        return self.firsts[heading] if heading >= 0 else None


def arrange(
    measures: Measures,
    shown: Sequence[int],
    columns: Columns,
    gaps: Sequence[int] | None = None,
) -> Layout:
    """Lay out the events at the positions `shown`, which ascend.

    Args:
        measures: The timeline measured.
        shown: Which of its events.
        columns: How a line is shared out.
        gaps: For each row, and the end, the lines of empty time before it.
    """
    counts = measures.line_counts(columns)
    heights = counts if len(shown) == len(counts) else [counts[position] for position in shown]
    if gaps is None:
        gaps = bytes(len(shown) + 1)
    else:
        heights = array("l", map(add, heights, gaps))
    starts = array("l", accumulate(heights, initial=0))
    years, firsts = _headings(measures.years, shown)
    return Layout(shown, starts, years, firsts, gaps)


def _headings(
    event_years: Sequence[int], shown: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years that occur and the first row of each: one search a year."""
    years: list[int] = []
    firsts: list[int] = []
    row = 0
    while row < len(shown):
        year = event_years[shown[row]]
        years.append(year)
        firsts.append(row)
        row = bisect_right(shown, year, lo=row, key=event_years.__getitem__)
    return tuple(years), tuple(firsts)


def heading_text(year: int) -> str:
    """Return a heading in words."""
    return str(year) if year else "before"
