"""What was running at the date of the selected event, as bars in a margin of the list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from kztimeline.cells import Piece, clean, cut, fit, pieces_width
from kztimeline.dates import SHORT_WIDTH, display, display_short, parse
from kztimeline.running import Running, Runs
from kztimeline.tui import painting
from kztimeline.tui.bins import ends
from kztimeline.tui.painting import Painted
from kztimeline.tui.rows import TRACK_ROLES, Line

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from kztimeline.model import Timeline

WIDE_MARGIN = 34
"""The cells of the margin beside the list."""

_NAME_SHARE = 45
_DATES = 26
_HERE, _SURE, _UNSURE, _ON, _NOT = "┃", "━", "╌", "▸", "·"


class RunningView(Painted):
    """A bar for each thing that ran at a day, over the span of the timeline."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"heading", "quiet", "rule", "text", "possible", "era", "cursor", *TRACK_ROLES}
    )

    class Chosen(Message):
        """An event that was running was clicked."""

        def __init__(self, position: int) -> None:
            super().__init__()
            self.position = position

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self.take(timeline)
        self._day: dt.date | None = None
        self._known_until: dt.date | None = None
        self._found: list[Running] = []
        self._lines: list[tuple[Line, Running | None]] = []
        self._beside = False

    def take(self, timeline: Timeline) -> None:
        """Find what lasts in another timeline; it is drawn with the next `show_day`."""
        self._span = ends(timeline.span)
        self._runs = Runs(timeline)

    def use_margin(self, beside: bool) -> None:
        """Stand beside the list, two lines each; or below it, one line each."""
        if beside != self._beside:
            self._beside = beside
            self._write()

    def show_day(self, day: dt.date | None, known_until: dt.date | None) -> None:
        """Show what ran at a day, as far as it was known at another."""
        self._day, self._known_until = day, known_until
        self._found = self._runs.on(day, known_until) if day else []
        self._write()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        return self.line(self._lines[y][0] if y < len(self._lines) else ())

    def on_resize(self, _event: events.Resize) -> None:
        """Use the new room."""
        self._write()

    def on_click(self, event: events.Click) -> None:
        """Report the event under the pointer."""
        offset = event.get_content_offset(self)
        if offset and offset.y < len(self._lines):
            run = self._lines[offset.y][1]
            if run is not None and run.event is not None:
                self.post_message(self.Chosen(run.event))

    def _write(self) -> None:
        cells, height = self.line_width, self.scrollable_content_region.height
        if cells <= 0 or height <= 0:
            return
        self._lines = [(self._heading(cells), None)]
        each = 2 if self._beside else 1
        room = (height - 1) // each
        found = self._found if len(self._found) <= room else self._found[: room - 1]
        for run in found:
            for line in self._two(run, cells) if self._beside else [self._one(run, cells)]:
                self._lines.append((line, run))
        if len(found) < len(self._found):
            more = len(self._found) - len(found)
            self._lines.append(([Piece(f" and {more} more, with more room", "quiet")], None))
        self.refresh()

    def _heading(self, cells: int) -> Line:
        if self._day is None:
            return []
        day = display(parse(self._day.isoformat()))
        text = f" Running on {day}" if self._found else f" Nothing known to run on {day}"
        return [Piece(cut(text, cells), "heading")]

    def _one(self, run: Running, cells: int) -> Line:
        name = self._named(run, cells * _NAME_SHARE // 100)
        dates = [Piece(fit(f" {clean(display(run.date))}", _DATES), "quiet")]
        return [*name, *self._bar(run, cells - pieces_width([*name, *dates])), *dates]

    def _two(self, run: Running, cells: int) -> list[Line]:
        dates = clean(display_short(run.date, year_shown=False))
        room = cells - 5 - SHORT_WIDTH
        line = [Piece("   "), *self._bar(run, room), Piece(f" {dates}", "quiet")]
        return [self._named(run, cells), line]

    def _named(self, run: Running, cells: int) -> Line:
        role = "era" if run.track is None else TRACK_ROLES[run.track]
        sure = self._day is not None and run.sure_on(self._day)
        sign = Piece(" ") if sure else Piece("?", "possible")
        return [sign, Piece(f"{run.letter} ", role), Piece(fit(clean(run.name), cells - 3), "text")]

    def _bar(self, run: Running, cells: int) -> Line:
        """Return a bar over the span, paler where it only may have run."""
        cells = max(cells, 1)
        span = run.date.certain_span
        sure = range(0)
        if span is not None:
            sure = range(self._cell(span[0], cells, 0), self._cell(span[1], cells, cells - 1) + 1)
        first = self._cell(run.date.earliest, cells, 0)
        unknown = self._cell(self._known_until, cells, cells - 1)
        last = min(self._cell(run.date.latest, cells, cells - 1), unknown)
        signs = [_NOT] * cells
        for cell in range(first, last + 1):
            signs[cell] = _SURE if cell in sure else _UNSURE
        if run.date.end is None:
            signs[last] = _ON
        here = self._cell(self._day, cells, 0)
        role = "era" if run.track is None else TRACK_ROLES[run.track]
        return [
            *_pieces(signs[:here], role),
            Piece(_HERE, "cursor"),
            *_pieces(signs[here + 1 :], role),
        ]

    def _cell(self, day: dt.date | None, cells: int, otherwise: int) -> int:
        if day is None:
            return otherwise
        first, last = (end.toordinal() for end in self._span)
        return min(max((day.toordinal() - first) * cells // (last - first + 1), 0), cells - 1)


def _pieces(signs: list[str], role: str) -> Line:
    return [Piece(sign, "rule" if sign == _NOT else role) for sign in signs]
