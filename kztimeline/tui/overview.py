"""The whole span at a glance: how much happened when, under whom, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region
from textual.message import Message

from kztimeline.cells import Piece, clean, fit
from kztimeline.tui import painting
from kztimeline.tui.density import Extents, Scale, bars, density
from kztimeline.tui.painting import Painted
from kztimeline.tui.rows import TRACK_ROLES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.model import Era, EraKind, Timeline

_LABEL = 3
_NOTHING = "·"
_OTHER_LINES = 3

LARGE: Final = 5_000
"""Beyond this many events the overview takes longer than a frame to draw."""


class Overview(Painted):
    """Density by track over the whole span, between the eras, above named years."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"quiet", "rule", "era", "window", "cursor", *TRACK_ROLES}
    )

    class Clicked(Message):
        """A time was clicked."""

        def __init__(self, day: dt.date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self._timeline = timeline
        self._extents: Extents | None = None
        self._shown: Sequence[int] = range(len(timeline.events))
        self._window: tuple[int, int] | None = None
        self._cursor: int | None = None
        self._lines: list[list[Piece]] = []
        self.scale = Scale.over(timeline.span, 1)

    def take(self, timeline: Timeline) -> None:
        """Measure another timeline; it is drawn with the next `show_events`."""
        self._timeline = timeline
        self._extents = self._window = self._cursor = None
        self._lines = []

    def show_events(self, shown: Sequence[int]) -> None:
        """Show the density of other events bright, of the rest pale."""
        self._shown = shown
        self._draw()

    def show_window(self, window: tuple[int, int] | None, cursor: int | None) -> None:
        """Mark what the list shows, by positions of events, and the selected event."""
        if (window, cursor) != (self._window, self._cursor):
            self._window, self._cursor = window, cursor
            self.refresh(Region(0, len(self._lines), self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        if y < len(self._lines):
            return self.line(self._lines[y])
        return self.line(self._years() if y == len(self._lines) else ())

    def on_resize(self, _event: events.Resize) -> None:
        """Share out the new width; a large timeline is drawn when the screen asks."""
        if len(self._timeline.events) <= LARGE:
            self._draw()

    def on_click(self, event: events.Click) -> None:
        """Report the time under the pointer."""
        cell = min(max(event.x - _LABEL, 0), self.scale.cells - 1)
        self.post_message(self.Clicked(self.scale.day(cell)))

    def _draw(self) -> None:
        if self.size.width <= _LABEL + 1 or not self.display:
            return
        self._extents = self._extents or Extents.of(self._timeline)
        self.scale = Scale.over(self._timeline.span, self.size.width - _LABEL - 1)
        tracks = self._timeline.tracks
        everything = range(len(self._timeline.events))
        whole = density(self._extents, everything, self.scale, len(tracks))
        some = whole
        if len(self._shown) < len(everything):
            some = density(self._extents, self._shown, self.scale, len(tracks))
        most = max((max(row) for row in whole), default=0) or 1
        rows = max((self.size.height - _OTHER_LINES) // len(tracks), 1)
        lines = [
            line
            for number in range(len(tracks))
            for line in self._bar_lines(
                number, bars(some[number], most, rows), bars(whole[number], most, rows)
            )
        ]
        self._lines = [self._eras("presidency"), *lines, self._eras("administration")]
        self.refresh()

    def _bar_lines(self, number: int, some: list[str], whole: list[str]) -> list[list[Piece]]:
        role = TRACK_ROLES[number]
        lines = []
        for row, (bright_row, pale_row) in enumerate(zip(some, whole, strict=True)):
            bottom = row == len(some) - 1
            letter = self._timeline.tracks[number].letter if bottom else ""
            pieces = [Piece(fit(f" {letter}", _LABEL), role)]
            for bright, pale in zip(bright_row, pale_row, strict=True):
                if bright != " ":
                    pieces.append(Piece(bright, role))
                else:
                    pieces.append(Piece(_NOTHING if bottom and pale == " " else pale, "rule"))
            lines.append(_joined(pieces))
        return lines

    def _eras(self, kind: EraKind) -> list[Piece]:
        """Name the eras of a kind over their time, as far as there is room."""
        pieces = [Piece(" " * _LABEL)]
        at = 0
        for era in (era for era in self._timeline.eras if era.kind == kind):
            start, end = self._cells_of(era)
            start = max(start, at)
            if end <= start:
                continue
            name = fit(clean(f"╷{era.name}"), end - start)
            pieces += [Piece(" " * (start - at)), Piece(name, "era")]
            at = end
        return pieces

    def _cells_of(self, era: Era) -> tuple[int, int]:
        first, last = era.date.earliest, era.date.latest
        start = self.scale.cell(first.toordinal()) if first else 0
        end = self.scale.cell(last.toordinal()) if last else self.scale.cells
        return start, end

    def _years(self) -> list[Piece]:
        cells = [" "] * self.scale.cells
        for start, label in self.scale.labels():
            cells[start : start + len(label)] = label
        roles = ["quiet"] * self.scale.cells
        if self._window and self._extents:
            first, last = (self._extents.first[position] for position in self._window)
            for cell in range(self.scale.cell(first), self.scale.cell(last) + 1):
                roles[cell] = "window"
        if self._cursor is not None and self._extents:
            cell = self.scale.cell(self._extents.first[self._cursor])
            cells[cell], roles[cell] = "▲", "cursor"
        pairs = zip(cells, roles, strict=True)
        return _joined([Piece(" " * _LABEL), *(Piece(text, role) for text, role in pairs)])


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours of one role, so that a line has few runs."""
    joined = pieces[:1]
    for piece in pieces[1:]:
        if piece.role == joined[-1].role:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.role)
        else:
            joined.append(piece)
    return joined
