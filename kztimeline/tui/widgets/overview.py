"""The whole period at a glance, or a part of it: how much happened when, and under whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kztimeline.tui.widgets.messages import Pressed
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from kztimeline.dates.edtf import Date
    from kztimeline.text.cells import Cell
    from kztimeline.text.pieces import DrawnLine
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.overview.density import Extents
    from kztimeline.tui.render.overview.picture import Band, Marks
    from kztimeline.tui.render.overview.topic_strip import TopicStrip

_LEAST = 8

LARGE: Final = 5_000
"""Beyond this many events the overview takes longer than a frame to draw."""


class Overview(PaintedLines):
    """Density by track over a stretch of time, with the eras behind, above named years."""

    class TimeClicked(Message):
        """A stretch of time was clicked, or dragged over."""

        def __init__(self, date: Date, dragging: bool) -> None:
            super().__init__()
            self.date = date
            self.dragging = dragging

        def can_replace(self, message: Message) -> bool:
            """Tell that of several drags only the last matters."""
            return isinstance(message, Overview.TimeClicked) and message.dragging and self.dragging

    class Asked(Message):
        """A stretch of time, or a topic in a year, was asked for: a query."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self._timeline = timeline
        self._extents: Extents | None = None
        self._shown: Sequence[Position] = range(len(timeline.events))
        self._everything: Sequence[Position] = self._shown
        self._known_until: dt.date | None = None
        self._window: tuple[int, int] | None = None
        self._cursor: Position | None = None
        self._marks: Marks | None = None
        self._band: Band | None = None
        self._level = 0
        self._stretch: tuple[dt.date, dt.date] | None = None
        self._dragging = False
        self._pressed_at: int | None = None
        self._topics = False
        self._topics_passed = 0
        self._order: tuple[Sequence[Position], Sequence[str]] | None = None
        self._strip: TopicStrip | None = None
        self._strip_lines: list[DrawnLine] = []

    def show_timeline(self, timeline: Timeline) -> None:
        """Measure another timeline; it is drawn with the next `show_events`."""
        self._timeline = timeline
        self._extents = self._window = self._cursor = None
        self._shown = self._everything = range(len(timeline.events))
        self._band = self._stretch = self._order = None

    def show_events(
        self,
        shown: Sequence[Position],
        everything: Sequence[Position],
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

    def show_level(self, level: int, topics: bool, passed: int) -> None:
        """Zoom to a number of steps around the selected event, or show topics by year.

        Args:
            level: The steps.
            topics: Whether topics are shown.
            passed: How many of them are scrolled past.
        """
        if (topics, passed) != (self._topics, self._topics_passed):
            self._topics, self._topics_passed = topics, passed
            self._draw()
        if level != self._level:
            self._level = level
            self._keep_in_sight()

    def show_window(self, window: tuple[int, int] | None, cursor: Position | None) -> None:
        """Mark what the list shows, by positions of events, and the selected event."""
        if (window, cursor) != (self._window, self._cursor):
            self._window, self._cursor = window, cursor
            band = self._band
            # From one event to the next it is mostly the same cells that are marked.
            if band is not None and band.marks(window, cursor) != self._marks:
                self.refresh(Region(0, len(band.lines), self.size.width, 1))
            self._keep_in_sight()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        if self._strip is not None:
            return self.line(self._strip_lines[y] if y < len(self._strip_lines) else ())
        band = self._band
        if band is None or y > len(band.lines):
            return self.line(())
        if y < len(band.lines):
            strips = [self.strip([piece], behind) for piece, behind in band.lines[y]]
            return Strip.join(strips).adjust_cell_length(self.size.width, self.role_style())
        self._marks = band.marks(self._window, self._cursor)
        return self.line(band.names(self._marks))

    def on_resize(self, _event: events.Resize) -> None:
        """Share out the new width; at first, and where there is much, when the screen asks."""
        drawn = self._band is not None or self._strip is not None
        if drawn and len(self._timeline.events) <= LARGE:
            self._draw()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the time under the pointer, and follow it while the button is held."""
        if self._strip is not None:
            if cell := self._strip.at(event.x, event.y):
                self.post_message(self.Asked(cell.query))
            elif way := self._strip.on_count(event.x, event.y):
                self.post_message(Pressed("band_closer" if way > 0 else "band_wider"))
            return
        self._dragging, self._pressed_at = True, event.x
        self.capture_mouse()
        self._report(event.x, dragging=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer, or tell what is under it."""
        if self._dragging:
            self._report(event.x, dragging=True)
        elif self._strip is not None:
            cell = self._strip.at(event.x, event.y)
            self.tooltip = cell.query if cell else None
        else:
            self.tooltip = self._band.explain(self._cell_at(event.x)) if self._band else None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Stop following the pointer; show only the stretch it was dragged over."""
        pressed, self._pressed_at, self._dragging = self._pressed_at, None, False
        self.release_mouse()
        if self._band is not None and pressed is not None and pressed != event.x:
            cells = sorted((self._cell_at(pressed), self._cell_at(event.x)))
            self.post_message(self.Asked(f"in:{self._band.range(*cells)}"))
        self._keep_in_sight()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Zoom in, or scroll the topics up."""
        event.stop()
        self.post_message(Pressed("band_wider" if self._topics else "band_closer"))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Zoom out, or scroll the topics down."""
        event.stop()
        self.post_message(Pressed("band_closer" if self._topics else "band_wider"))

    def _report(self, x: Cell, dragging: bool) -> None:
        if self._band is not None:
            date = self._band.date(self._cell_at(x))
            self.post_message(self.TimeClicked(date, dragging))

    def _cell_at(self, x: Cell) -> Cell:
        from kztimeline.tui.render.overview.picture import LABEL

        return x - LABEL

    def _keep_in_sight(self) -> None:
        """Draw another stretch of time if the selected event asks for it."""
        if self._dragging or self._band is None:
            return
        if self._wanted() != self._stretch:
            self._draw()

    def _wanted(self) -> tuple[dt.date, dt.date]:
        """Return the stretch of time to draw: around the selected event, where zoomed in."""
        from kztimeline.tui.render.overview.bins import ends, stretch

        period = self._timeline.closed_period
        if self._level == 0 or self._cursor is None:
            return ends(period) if self._level == 0 else self._stretch or ends(period)
        day = dt.date.fromordinal(self._known_extents().first[self._cursor])
        return stretch(period, self._level, day)

    def _known_extents(self) -> Extents:
        from kztimeline.tui.render.overview.density import Extents

        self._extents = self._extents or Extents.of(self._timeline)
        return self._extents

    def _draw(self) -> None:
        if self.size.width <= _LEAST or not self.display:
            return
        from kztimeline.tui.render.overview.picture import Band, Matter

        had_topics, self._strip = self._strip is not None, None
        if self._topics:
            self._draw_topics()
            return
        if not self._dragging or self._stretch is None:
            self._stretch = self._wanted()
        matter = Matter(self._known_extents(), self._shown, self._everything, self._known_until)
        size, before = (self.size.width, self.size.height), self._band
        self._band = band = Band(self._timeline, matter, self._stretch, size, before)
        if before is None or had_topics or not band.is_laid_out_as(before):
            self.refresh()
            return
        lines = enumerate(zip(band.lines, before.lines, strict=True))
        if changed := [y for y, (now, then) in lines if now != then]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _draw_topics(self) -> None:
        from kztimeline.tui.render.overview.topic_strip import TopicStrip, topics_by_size

        everything = self._everything
        if self._order is None or self._order[0] is not everything:
            # Of all that may be known, so that a filter leaves every topic in its place.
            self._order = everything, topics_by_size(self._timeline, everything)
        size = (self.size.width, self.size.height)
        self._strip = TopicStrip(
            self._timeline,
            self._known_extents(),
            self._shown,
            *size,
            self._order[1],
            self._topics_passed,
        )
        self._strip_lines = self._strip.lines
        self.refresh()
