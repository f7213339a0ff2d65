"""Where everything of a timeline stands on the screen, as pure functions.

A `Layout` maps events to lines and back. It holds two sorted arrays of numbers and
no object a row, so that one of 100,000 events is made within a few milliseconds;
rows are drawn from it only when they are seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kztimeline.text.cells import clean
from kztimeline.timeline.bulk.record_tables import Mapped

if TYPE_CHECKING:
    from kztimeline.timeline.model import Position, Timeline

UNDATED: Final = 0
"""The heading of events that begin at no known time; it stands before all years."""


Row: TypeAlias = int
"""Where an event stands among those the list shows, from 0."""

Line: TypeAlias = int
"""Where a line stands among all lines of a list or text, from 0, in sight or not."""


class LineContent(NamedTuple):
    """What a line shows: the heading of `year`, or line `part` of the `row`-th event.

    A negative `part` counts the lines of empty time before the event back from it.
    """

    year: int | None
    row: Row
    part: int


class Measures(NamedTuple):
    """What the list needs of every event, taken once for a timeline.

    Attributes:
        years: The year each event stands under.
        titles: Its title, printable.
    """

    years: Sequence[int]
    titles: Sequence[str]

    @classmethod
    def of(cls, timeline: Timeline) -> Measures:
        """Measure a timeline."""
        columns = timeline.columns
        return cls(columns.years, Mapped(columns.titles, clean))


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
        folds: Whether a row without lines is folded into its heading; else a row
            before it stands for it.
        whole: The row that has `extra` lines more than `starts` says, or -1.
        extra: How many.
    """

    shown: Sequence[Position]
    starts: Sequence[int]
    years: tuple[int, ...]
    firsts: tuple[Row, ...]
    gaps: Sequence[int]
    folds: bool = True
    whole: Row = -1
    extra: int = 0
    _headings: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        if self._headings:
            # They are the same whichever row is whole.
            return
        lines = tuple(
            self.starts[row] + self.gaps[row] + number for number, row in enumerate(self.firsts)
        )
        object.__setattr__(self, "_headings", lines)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self.starts[-1] + len(self.years) + self.extra

    def with_whole(self, row: Row, extra: int) -> Layout:
        """Return the layout with `extra` lines for a row, and for no other."""
        if not (extra or self.extra):
            return self
        return replace(self, whole=row, extra=extra) if extra else replace(self, whole=-1, extra=0)

    def content(self, line: Line) -> LineContent:
        """Return what stands on a line; raise IndexError outside the layout."""
        if not 0 <= line < len(self):
            raise IndexError(line)
        if self.extra:
            beyond = line - self._top(self.whole) - self._height(self.whole)
            if 0 <= beyond < self.extra:
                return LineContent(None, self.whole, self._height(self.whole) + beyond)
            line -= self.extra if beyond >= 0 else 0
        heading = bisect_right(self._headings, line) - 1
        if self._headings[heading] == line:
            return LineContent(
                self.years[heading], min(self.firsts[heading], len(self.shown) - 1), 0
            )
        event_line = line - heading - 1
        row = bisect_right(self.starts, event_line) - 1
        return LineContent(None, row, event_line - self.starts[row] - self.gaps[row])

    def event_row(self, content: LineContent) -> Row | None:
        """Return the row that a line is of; None for a heading that is no row, and empty time."""
        is_heading = content.year is not None and not self.is_folded(content.row)
        return None if is_heading or content.part < 0 else content.row

    def top(self, row: Row) -> Line:
        """Return the first line of a row, its heading's where it is folded into that."""
        return self._top(row) + (self.extra if 0 <= self.whole < row else 0)

    def _top(self, row: Row) -> Line:
        before = bisect_right(self.firsts, row) - self.is_folded(row)
        return self.starts[row] + self.gaps[row] + before

    def height(self, row: Row) -> int:
        """Return the number of lines of a row, 1 where it is folded into its heading."""
        return self._height(row) + (self.extra if row == self.whole else 0)

    def _height(self, row: Row) -> int:
        return max(self.starts[row + 1] - self.starts[row] - self.gaps[row], 1)

    def is_folded(self, row: Row) -> bool:
        """Tell whether a row stands in its heading only."""
        return self.folds and self.starts[row + 1] == self.starts[row]

    def next_row(self, row: Row) -> Row:
        """Return the next row to stop at, or the same at the end."""
        following: Row | None = row + 1
        if self.is_folded(row):
            following = self.first_of_next_year(row)
        return row if following is None or following >= len(self.shown) else following

    def row_before(self, row: Row) -> Row:
        """Return the row to stop at before a row, or the same at the beginning."""
        if self.is_folded(row):
            row = self.firsts[bisect_right(self.firsts, row) - 1]
        row = max(row - 1, 0)
        return self.firsts[bisect_right(self.firsts, row) - 1] if self.is_folded(row) else row

    def row_of(self, position: Position) -> Row | None:
        """Return the row of the event at a position, or None if it is not shown."""
        row = bisect_left(self.shown, position)
        return row if row < len(self.shown) and self.shown[row] == position else None

    def nearest_row(self, position: Position) -> Row | None:
        """Return the row at a position or the next one shown; None if there is none."""
        if not self.shown:
            return None
        return min(bisect_left(self.shown, position), len(self.shown) - 1)

    def year_of(self, row: Row) -> int:
        """Return the heading a row stands under."""
        return self.years[bisect_right(self.firsts, row) - 1]

    def first_of_next_year(self, row: Row) -> Row | None:
        """Return the first row under the next heading, or None under the last."""
        heading = bisect_right(self.firsts, row)
        if heading == len(self.firsts) or self.firsts[heading] == len(self.shown):
            return None
        return self.firsts[heading]

    def first_of_year_before(self, row: Row) -> Row | None:
        """Return the first row of this row's year, or of the year before from there."""
        heading = bisect_left(self.firsts, row) - 1
        return self.firsts[heading] if heading >= 0 else None


def headings(
    event_years: Sequence[int], shown: Sequence[Position]
) -> tuple[tuple[int, ...], tuple[Row, ...]]:
    """Return the years that occur and the first row of each: one search a year."""
    years: list[int] = []
    firsts: list[Row] = []
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
