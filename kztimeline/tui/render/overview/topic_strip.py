"""Topics by year: a row for each topic, a shade for how many events of it a year has.

A cell asks for its topic and its time: `topic:rights in:2012`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.cells import clean, fit
from kztimeline.text.cells import width as cells_of
from kztimeline.text.pieces import DrawnLine, Piece, clip, pieces_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.overview.density import Extents

_SHADES: Final = " ·░▒▓█"
_SHORT_NAME: Final = 4
_TOTAL: Final = 5
_LONG_NAME: Final = 26
_NARROW_BELOW: Final = 60
_WIDE_FROM: Final = 100


class StripCell(NamedTuple):
    """What a cell of the strip stands for, as a query."""

    topic: str
    years: str

    @property
    def query(self) -> str:
        """The query for its events."""
        return f"topic:{self.topic} in:{self.years}"


def topics_by_size(timeline: Timeline, positions: Iterable[Position]) -> list[str]:
    """Return the ids of the topics, those of most of some events first."""
    sizes = Counter[str]()
    for topics, count in timeline.columns.topics.counted(positions).items():
        sizes.update(dict.fromkeys(topics, count))
    return sorted((topic.id for topic in timeline.topics), key=lambda topic: -sizes[topic])


class TopicStrip:
    """The topics of a timeline by the years of its period, at one width."""

    def __init__(
        self,
        timeline: Timeline,
        extents: Extents,
        shown: Iterable[Position],
        width: int,
        rows: int,
        topics: Sequence[str],
        passed: int = 0,
    ) -> None:
        """Share out the lines.

        Args:
            timeline: Where the events are.
            extents: When they began.
            shown: The positions of the events that are counted.
            width: The cells of a line.
            rows: How many lines there are, that of the years among them.
            topics: The ids of all topics, in the order in which they stand.
            passed: How many of them are scrolled past; as many as leave no line empty.
        """
        self._timeline = timeline
        names = (clean(topic.name) for topic in timeline.topics)
        self._name = _name_cells(width, max(map(cells_of, names), default=0))
        total = 0 if width < _NARROW_BELOW else _TOTAL
        years = [dt.date(year, 1, 1).toordinal() for year in timeline.years]
        self._first_year = timeline.years[0]
        self._cells, self._total = max(width - self._name - total - 1, 1), total
        self._years = len(years)
        self._counts = self._count(extents, shown)
        room = max(rows - 1, 1)
        self._above = min(max(passed, 0), most_passed(len(topics), rows))
        self._topics = topics[self._above : self._above + room]
        self._below = len(topics) - self._above - len(self._topics)

    def _count(self, extents: Extents, shown: Iterable[Position]) -> dict[str, list[int]]:
        """Count events by topic in the year they began in; those of no single year are left out."""
        counts = {topic.id: [0] * self._years for topic in self._timeline.topics}
        column = self._timeline.columns.topics
        for position in shown:
            first = dt.date.fromordinal(extents.first[position]).year
            last = dt.date.fromordinal(extents.last[position]).year
            if first == last and 0 <= first - self._first_year < self._years:
                for topic in column.distinct[column.numbers[position]]:
                    counts[topic][first - self._first_year] += 1
        return counts

    @property
    def lines(self) -> list[DrawnLine]:
        """A line for each topic in sight; then years, and how many topics stand elsewhere."""
        most = max((max(counts) for counts in self._counts.values()), default=0) or 1
        return [*(self._line(topic, most) for topic in self._topics), self._axis()]

    def _line(self, topic: str, most: int) -> DrawnLine:
        name = clean(self._timeline.topics_by_id[topic].name)
        counts = self._counts[topic]
        shades = [_shade(counts[self._year(cell)], most) for cell in range(self._cells)]
        line = [Piece(f" {fit(name, self._name - 1)}", "quiet"), Piece("".join(shades), "first")]
        if self._total:
            line.append(Piece(fit(str(sum(counts)), self._total, "right"), "quiet"))
        return line

    def _year(self, cell: Cell) -> int:
        return cell * self._years // self._cells

    def _axis(self) -> DrawnLine:
        elsewhere = self._elsewhere()
        line: DrawnLine = [Piece(elsewhere, "more")]
        line.append(Piece(" " * (self._name - pieces_width(line))))
        for cell, text in self._labels():
            space = self._name + cell - pieces_width(line)
            if space >= 0 and cell + len(text) <= self._cells:
                line += [Piece(" " * space), Piece(text, "quiet")]
        return clip(line, self._name + self._cells)

    def _elsewhere(self) -> str:
        """Return how many topics stand above and below those in sight."""
        above = f"↑{self._above}" if self._above else ""
        below = f"↓{self._below}" if self._below else ""
        counts = " ".join(filter(None, (above, below)))
        words = f" {counts} more" if counts else ""
        return words if len(words) < self._name else f" {counts}" if counts else ""

    def _labels(self) -> Sequence[tuple[Cell, str]]:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 10_000) if self._roomy(step))
        years = range(self._first_year, self._first_year + self._years)
        return [
            (-(-(year - self._first_year) * self._cells // self._years), str(year))
            for year in years
            if year % step == 0
        ]

    def _roomy(self, step: int) -> bool:
        return step * self._cells // self._years >= len("2000 ")

    def on_count(self, x: Cell, y: int) -> int:
        """Tell whether a place is on the count of topics elsewhere: 1 for below, -1 above, or 0."""
        if y != len(self._topics) or not 0 <= x < len(self._elsewhere()):
            return 0
        return 1 if self._below else -1

    def at(self, x: Cell, y: int) -> StripCell | None:
        """Return what the cell at a place stands for, or None outside."""
        cell = x - self._name
        if not (0 <= y < len(self._topics) and 0 <= cell < self._cells):
            return None
        return StripCell(self._topics[y], str(self._first_year + self._year(cell)))


def most_passed(topics: int, rows: int) -> int:
    """Return how many topics may be scrolled past where they have `rows` lines, one for years."""
    return max(topics - max(rows - 1, 1), 0)


def _name_cells(width: int, longest: int) -> int:
    """Return the cells of the names: all that the longest takes, where the years keep theirs."""
    if width < _NARROW_BELOW:
        return _SHORT_NAME
    return min(longest + 2, _LONG_NAME if width < _WIDE_FROM else width // 4)


def _shade(count: int, most: int) -> str:
    if not count:
        return _SHADES[0]
    steps = len(_SHADES) - 1
    return _SHADES[min(max(round((count / most) ** 0.5 * steps), 1), steps)]
