"""The whole span at a glance, or a part of it: how much happened when, and under whom."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kztimeline.tui.render.signs import TRACK_ROLES
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.render.overview.density import Extents
    from kztimeline.tui.render.overview.picture import Band

_LEAST = 8

LARGE: Final = 5_000
"""Beyond this many events the overview takes longer than a frame to draw."""


class Overview(Painted):
    """Density by track over a stretch of time, with the eras behind, above named years."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"quiet", "rule", "era", "shade", "window", "cursor", "here", *TRACK_ROLES}
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
        self._band: Band | None = None
        self._level = 0
        self._stretch: tuple[dt.date, dt.date] | None = None
        self._dragging = False

    def take(self, timeline: Timeline) -> None:
        """Measure another timeline; it is drawn with the next `show_events`."""
        self._timeline = timeline
        self._extents = self._window = self._cursor = None
        self._shown = self._everything = range(len(timeline.events))
        self._band = self._stretch = None

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
            if self._band is not None:
                self.refresh(Region(0, len(self._band.lines), self.size.width, 1))
            self._follow()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        band = self._band
        if band is None or y > len(band.lines):
            return self.line(())
        if y < len(band.lines):
            strips = [self.strip([piece], behind) for piece, behind in band.lines[y]]
            return Strip.join(strips).adjust_cell_length(self.size.width, self.rich_style)
        return self.line(band.names(self._window, self._cursor))

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
            self.tooltip = self._band.explain(self._bin_at(event.x)) if self._band else None

    def on_mouse_up(self) -> None:
        """Stop following the pointer."""
        self._dragging = False
        self.release_mouse()
        self._follow()

    def _report(self, x: int, dragging: bool) -> None:
        if self._band is not None:
            date = self._band.bins.date(self._bin_at(x))
            self.post_message(self.Clicked(date, dragging))

    def _bin_at(self, x: int) -> int:
        from kztimeline.tui.render.overview.picture import LABEL

        return self._band.bins.bin_at(x - LABEL) if self._band else 0

    def _follow(self) -> None:
        """Draw another stretch of time if the selected event asks for it."""
        if self._dragging or self._band is None:
            return
        if self._wanted() != self._stretch:
            self._draw()

    def _wanted(self) -> tuple[dt.date, dt.date]:
        """Return the stretch of time to draw: around the selected event, where zoomed in."""
        from kztimeline.tui.render.overview.bins import ends, stretch

        span = self._timeline.span
        if self._level == 0 or self._cursor is None:
            return ends(span) if self._level == 0 else self._stretch or ends(span)
        day = dt.date.fromordinal(self._known_extents().first[self._cursor])
        return stretch(span, self._level, day)

    def _known_extents(self) -> Extents:
        from kztimeline.tui.render.overview.density import Extents

        self._extents = self._extents or Extents.of(self._timeline)
        return self._extents

    def _draw(self) -> None:
        if self.size.width <= _LEAST or not self.display:
            return
        from kztimeline.tui.render.overview.picture import Band, Matter

        if not self._dragging or self._stretch is None:
            self._stretch = self._wanted()
        matter = Matter(self._known_extents(), self._shown, self._everything, self._known_until)
        size = (self.size.width, self.size.height)
        self._band = Band(self._timeline, matter, self._stretch, size)
        self.refresh()
