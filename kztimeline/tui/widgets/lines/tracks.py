"""The line above the list: the tracks, and the year at its top."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kztimeline.dates.display import SHORT_WIDTH
from kztimeline.text.cells import clean, cut, width
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.render.list.layout import Columns, heading_text
from kztimeline.tui.render.signs import TRACK_ROLES
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.strip import Strip

    from kztimeline.timeline.model import Timeline


class TrackLine(Painted):
    """The names of the tracks above their columns, and the year at the top of the list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"year", "rule", *TRACK_ROLES})

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tracks = timeline.tracks
        self._columns = Columns(0, False)
        self._year: int | None = None

    def take(self, timeline: Timeline) -> None:
        """Name other tracks."""
        self._tracks = timeline.tracks
        self.refresh()

    def show_year(self, year: int | None, columns: Columns) -> None:
        """Show the year that the first event in sight stands under."""
        if (year, columns) != (self._year, self._columns):
            self._year, self._columns = year, columns
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        year = "" if self._year is None else heading_text(self._year)
        if self._columns.two_lanes:
            return self.line(self._two_lanes(year))
        names: list[Piece] = []
        for track, role in zip(self._tracks, TRACK_ROLES, strict=False):
            names += [Piece(f" {track.letter} {clean(track.name)} ", role), Piece("━", "rule")]
        start = Piece(f" {year} ", "year") if year else Piece("")
        fill = self.size.width - 2 - pieces_width([start, *names])
        return self.line([Piece("━", "rule"), start, Piece("━" * max(fill, 0), "rule"), *names])

    def _two_lanes(self, year: str) -> list[Piece]:
        columns = self._columns
        names = [
            cut(f" {track.letter} {clean(track.name)} ", columns.left) for track in self._tracks
        ]
        middle = f" {year} " if year else ""
        axis = 1 + columns.left + 3 + (SHORT_WIDTH - width(middle)) // 2
        before = axis - width(names[0]) - 2
        after = self.size.width - axis - width(middle) - width(names[1]) - 2
        return [
            Piece("━━", "rule"),
            Piece(names[0], TRACK_ROLES[0]),
            Piece("━" * before, "rule"),
            Piece(middle, "year"),
            Piece("━" * after, "rule"),
            Piece(names[1], TRACK_ROLES[1]),
            Piece("━━", "rule"),
        ]
