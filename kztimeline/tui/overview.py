"""The whole span at a glance, or a part of it: how much happened when, and under whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kztimeline.cells import Piece, clean, fit
from kztimeline.tui import painting
from kztimeline.tui.bins import Bins, stretch
from kztimeline.tui.density import Extents, bars, density
from kztimeline.tui.painting import Painted
from kztimeline.tui.rows import TRACK_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from kztimeline.dates import Date
    from kztimeline.model import Era, EraKind, Timeline

_LABEL = 3
_NOTHING = "·"
_UNKNOWN = "╱"
_BEHIND: Final[tuple[EraKind, ...]] = ("presidency", "administration")
_ROOM_FOR_ERAS = 5
_ROOM_FOR_SPACE = 3

LARGE: Final = 5_000
"""Beyond this many events the overview takes longer than a frame to draw."""


class Overview(Painted):
    """Density by track over a stretch of time, with the eras behind, above named years."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"quiet", "rule", "era", "shade", "window", "cursor", *TRACK_ROLES}
    )

    class Clicked(Message):
        """A stretch of time was clicked, or dragged over."""

        def __init__(self, date: Date, dragging: bool) -> None:
            super().__init__()
            self.date = date
            self.dragging = dragging

        def can_replace(self, message: Message) -> bool:
            """Tell that of several drags only the last matters."""
            return isinstance(message, Overview.Clicked) and message.dragging and self.dragging

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self._timeline = timeline
        self._extents: Extents | None = None
        self._shown: Sequence[int] = range(len(timeline.events))
        self._everything: Sequence[int] = self._shown
        self._known_until: dt.date | None = None
        self._window: tuple[int, int] | None = None
        self._cursor: int | None = None
        self._lines: list[list[tuple[Piece, str]]] = []
        self._counts: tuple[list[list[float]], list[list[float]]] = ([], [])
        self._level = 0
        self._stretch = stretch(timeline.span, 0, dt.date.min)
        self._dragging = False
        self.bins = Bins.over(*self._stretch, 1)

    def show_events(
        self,
        shown: Sequence[int],
        everything: Sequence[int],
        known_until: dt.date | None = None,
    ) -> None:
        """Show the density of other events bright, of all that may be known pale.

        Args:
            shown: The positions of the events to draw bright.
            everything: The positions of all.
            known_until: The day after which nothing is drawn.
        """
        self._shown, self._everything, self._known_until = shown, everything, known_until
        self._draw()

    def show_level(self, level: int) -> None:
        """Zoom to a number of steps around the selected event."""
        if level != self._level:
            self._level = level
            self._follow()

    def show_window(self, window: tuple[int, int] | None, cursor: int | None) -> None:
        """Mark what the list shows, by positions of events, and the selected event."""
        if (window, cursor) != (self._window, self._cursor):
            self._window, self._cursor = window, cursor
            self.refresh(Region(0, len(self._lines), self.size.width, 1))
            self._follow()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        if y < len(self._lines):
            return Strip.join([self.strip([piece], under) for piece, under in self._lines[y]])
        return self.line(self._years() if y == len(self._lines) else ())

    def on_resize(self, _event: events.Resize) -> None:
        """Share out the new width; a large timeline is drawn when the screen asks."""
        if len(self._timeline.events) <= LARGE:
            self._draw()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the time under the pointer, and follow it while the button is held."""
        self._dragging = True
        self.capture_mouse()
        self._report(event.x, dragging=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer, or tell what is under it."""
        if self._dragging:
            self._report(event.x, dragging=True)
        else:
            self.tooltip = self._explained(self.bins.bin_at(event.x - _LABEL))

    def on_mouse_up(self) -> None:
        """Stop following the pointer."""
        self._dragging = False
        self.release_mouse()
        self._follow()

    def _report(self, x: int, dragging: bool) -> None:
        date = self.bins.date(self.bins.bin_at(x - _LABEL))
        self.post_message(self.Clicked(date, dragging))

    def _explained(self, number: int) -> str | None:
        from kztimeline.dates import display

        some, whole = self._counts
        if not whole or not 0 <= number < len(self.bins):
            return None
        shown, everything = (round(sum(row[number] for row in rows)) for rows in (some, whole))
        count = str(everything) if shown == everything else f"{shown} of {everything}"
        return f"{display(self.bins.date(number))}: {count}"

    def _follow(self) -> None:
        """Draw another stretch of time if the selected event asks for it."""
        if self._dragging:
            return
        wanted = stretch(self._timeline.span, self._level, self._day_of_cursor())
        if wanted != self._stretch:
            self._stretch = wanted
            self._draw()

    def _day_of_cursor(self) -> dt.date:
        if self._cursor is None or self._level == 0:
            return self._stretch[0]
        self._extents = self._extents or Extents.of(self._timeline)
        return dt.date.fromordinal(self._extents.first[self._cursor])

    def _draw(self) -> None:
        if self.size.width <= _LABEL + 1 or not self.display:
            return
        self._extents = self._extents or Extents.of(self._timeline)
        self.bins = Bins.over(*self._stretch, self.size.width - _LABEL - 1)
        tracks = self._timeline.tracks
        whole = density(self._extents, self._everything, self.bins, len(tracks))
        some = whole
        if len(self._shown) < len(self._everything):
            some = density(self._extents, self._shown, self.bins, len(tracks))
        self._counts = some, whole
        most = max((max(row) for row in whole), default=0) or 1
        eras = self.size.height >= _ROOM_FOR_ERAS
        rows = max((self.size.height - 1 - 2 * eras) // len(tracks), 1)
        lines = [
            line
            for number in range(len(tracks))
            for line in self._bar_lines(
                number, bars(some[number], most, rows), bars(whole[number], most, rows)
            )
        ]
        self._lines = [self._eras(_BEHIND[0]), *lines, self._eras(_BEHIND[1])] if eras else lines
        self.refresh()

    def _bar_lines(
        self, number: int, some: list[str], whole: list[str]
    ) -> list[list[tuple[Piece, str]]]:
        role = TRACK_ROLES[number]
        shades = self._shades(_BEHIND[min(number, len(_BEHIND) - 1)])
        last = self._last_known_cell()
        lines = []
        for row, (bright, pale) in enumerate(zip(some, whole, strict=True)):
            bottom = row == len(some) - 1
            letter = self._timeline.tracks[number].letter if bottom else ""
            cells = [(Piece(fit(f" {letter}", _LABEL), role), "")]
            for cell, shade in enumerate(shades):
                if cell > last:
                    cells.append((Piece(_UNKNOWN, "rule"), ""))
                else:
                    cells.append((self._bar(cell, bright, pale, role, bottom), shade))
            lines.append(_joined(cells))
        return lines

    def _bar(self, cell: int, bright: str, pale: str, role: str, bottom: bool) -> Piece:
        number = self.bins.bin_at(cell)
        end = self.bins.starts[number + 1]
        roomy = self.bins.cells // len(self.bins) >= _ROOM_FOR_SPACE
        if roomy and cell == end - 1:
            return Piece(" ")
        if bright[number] != " ":
            return Piece(bright[number], role)
        return Piece(_NOTHING if bottom and pale[number] == " " else pale[number], "rule")

    def _last_known_cell(self) -> int:
        day = self._known_until
        if day is None or day.toordinal() >= self.bins.last:
            return self.bins.cells
        return -1 if day.toordinal() < self.bins.first else self.bins.cell(day.toordinal())

    def _shades(self, kind: EraKind) -> list[str]:
        """Return for each cell what is drawn behind it: every other era is shaded."""
        shades = [""] * self.bins.cells
        for number, era in enumerate(self._eras_of(kind)):
            start, end = self._cells_of(era)
            if number % 2:
                shades[start:end] = ["shade"] * (end - start)
        return shades

    def _eras(self, kind: EraKind) -> list[tuple[Piece, str]]:
        """Name the eras of a kind over their time, as far as there is room."""
        pieces = [(Piece(" " * _LABEL), "")]
        shades = self._shades(kind)
        at = 0
        for era in self._eras_of(kind):
            start, end = self._cells_of(era)
            start = max(start, at)
            if end <= start:
                continue
            name = fit(clean(f"╷{era.name}"), end - start)
            pieces += [(Piece(" " * (start - at)), ""), (Piece(name, "era"), shades[start])]
            at = end
        return pieces

    def _eras_of(self, kind: EraKind) -> list[Era]:
        """Return the eras of a kind that touch the stretch and may be known."""
        first, last = self._stretch
        until = min(last, self._known_until or last)
        return [
            era
            for era in self._timeline.eras
            if era.kind == kind
            and (era.date.earliest is None or era.date.earliest <= until)
            and (era.date.latest is None or era.date.latest >= first)
        ]

    def _cells_of(self, era: Era) -> tuple[int, int]:
        first, last = era.date.earliest, era.date.latest
        start = self.bins.cell(first.toordinal()) if first else 0
        end = self.bins.cells
        if last and last.toordinal() < self.bins.last:
            end = self.bins.cell(last.toordinal())
        return start, min(end, self._last_known_cell() + 1)

    def _cell_of_cursor(self) -> int | None:
        if self._cursor is None or self._extents is None:
            return None
        return self.bins.cell(self._extents.first[self._cursor])

    def _years(self) -> list[Piece]:
        bins = self.bins
        cells = [" "] * bins.cells
        here = self._cell_of_cursor()
        for start, label in _beside(bins.labels(), here, bins.cells):
            cells[start : start + len(label)] = label
        roles = ["quiet"] * bins.cells
        if self._window and self._extents:
            first, last = (self._extents.first[position] for position in self._window)
            if first <= bins.last and last >= bins.first:
                for cell in range(bins.cell(first), bins.cell(last) + 1):
                    roles[cell] = "window"
        if here is not None:
            cells[here], roles[here] = "▲", "cursor"
        pairs = zip(cells, roles, strict=True)
        pieces = [(Piece(text, role), "") for text, role in pairs]
        return [piece for piece, _under in _joined([(Piece(" " * _LABEL), ""), *pieces])]


def _beside(labels: list[tuple[int, str]], here: int | None, cells: int) -> list[tuple[int, str]]:
    """Return labels with the one that a mark would stand on moved behind it, or left out."""
    clear = []
    for number, (start, text) in enumerate(labels):
        if here is not None and start <= here < start + len(text):
            following = labels[number + 1][0] - 1 if number + 1 < len(labels) else cells
            if here + 1 + len(text) > following:
                continue
            start = here + 1
        clear.append((start, text))
    return clear


def _joined(cells: list[tuple[Piece, str]]) -> list[tuple[Piece, str]]:
    """Join neighbours drawn alike, so that a line has few runs."""
    joined = cells[:1]
    for piece, under in cells[1:]:
        before, before_under = joined[-1]
        if (piece.role, under) == (before.role, before_under):
            joined[-1] = Piece(before.text + piece.text, piece.role), under
        else:
            joined.append((piece, under))
    return joined
