"""Who was in office and what was under way at a time, as bars in a margin of the list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.message import Message

from kztimeline.dates.display import SHORT_WIDTH, display, display_short
from kztimeline.text.cells import clean, cut, fit
from kztimeline.text.pieces import Line, Piece, pieces_width
from kztimeline.timeline.lasting import Running, Runs, Time
from kztimeline.tui.render.overview.bins import ends
from kztimeline.tui.render.signs import ASKED, POSSIBLE, SURE, TRACK_ROLES, UNSURE
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.timeline.model import Timeline

Drawn: TypeAlias = "list[tuple[Line, Running | None]]"
"""Lines, each with what it shows, or None for a heading."""

_NAME_SHARE = 45
_DATES = 26
_ON, _NOT = "▸", "·"


class RunningView(Painted):
    """A bar for each thing that ran at a time, over the span of the timeline."""

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
        self._time: Time | None = None
        self._known_until: dt.date | None = None
        self._found: list[Running] = []
        self._lines: Drawn = []
        self._beside = False

    def take(self, timeline: Timeline) -> None:
        """Find what lasts in another timeline; it is drawn with the next `show_time`."""
        self._span = ends(timeline.span)
        self._runs = Runs(timeline)

    def use_room(self, beside: bool, lines: int) -> None:
        """Stand beside the list, two lines each; or in some lines below it, one line each."""
        self.set_class(beside, "-beside")
        self.styles.height = "100%" if beside else lines
        if beside != self._beside:
            self._beside = beside
            self._write()

    def show_time(self, time: Time | None, known_until: dt.date | None) -> None:
        """Show what ran at a time, as far as it was known on a day."""
        self._time, self._known_until = time, known_until
        self._found = self._runs.at(time, known_until) if time else []
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
        each = 2 if self._beside else 1
        in_office = [run for run in self._found if run.event is None]
        under_way = self._found[len(in_office) :]
        lines: Drawn = [(self._heading(cells, bool(in_office)), None)]
        lines += self._drawn(in_office, cells)
        if under_way:
            lines.append(([Piece(" Under way", "heading")], None))
            lines += self._drawn(under_way, cells)
        if len(lines) > height:
            fitting = self._fitting(lines, height - 1, each)
            left = len(self._found) - len({id(run) for _line, run in fitting if run is not None})
            more = f" and {left} more, on a larger screen"
            lines = [*fitting, ([Piece(cut(more, cells), "quiet")], None)]
        self._lines = lines
        self.refresh()

    def _drawn(self, runs: Sequence[Running], cells: int) -> Drawn:
        return [
            (line, run)
            for run in runs
            for line in (self._two(run, cells) if self._beside else [self._one(run, cells)])
        ]

    @staticmethod
    def _fitting(lines: Drawn, height: int, each: int) -> Drawn:
        """Return the lines that fit, none of them a heading or a half without the rest."""
        fitting = lines[: max(height, 0)]
        while fitting:
            run = fitting[-1][1]
            if run is not None and sum(other is run for _line, other in fitting) == each:
                break
            fitting.pop()
        return fitting

    def _heading(self, cells: int, somebody: bool) -> Line:
        if self._time is None:
            return []
        words = self._time.words
        vague = words.startswith("some time")
        who = "in office" if somebody else "nobody known in office"
        text = f"{words}: {who}" if vague else f"{who} {words}"
        return [Piece(cut(f" {text[0].upper()}{text[1:]}", cells), "heading")]

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
        sure = self._time is not None and run.sure_at(self._time)
        sign = Piece(" ") if sure else Piece(POSSIBLE.text, POSSIBLE.role)
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
            signs[cell] = SURE if cell in sure else UNSURE
        if run.date.end is None:
            signs[last] = _ON
        here = self._cell(self._time and self._time.first, cells, 0)
        role = "era" if run.track is None else TRACK_ROLES[run.track]
        return [
            *_pieces(signs[:here], role),
            Piece(ASKED, "cursor"),
            *_pieces(signs[here + 1 :], role),
        ]

    def _cell(self, day: dt.date | None, cells: int, otherwise: int) -> int:
        if day is None:
            return otherwise
        first, last = (end.toordinal() for end in self._span)
        return min(max((day.toordinal() - first) * cells // (last - first + 1), 0), cells - 1)


def _pieces(signs: list[str], role: str) -> Line:
    return [Piece(sign, "rule" if sign == _NOT else role) for sign in signs]
