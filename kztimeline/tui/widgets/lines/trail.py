"""The events that led here, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.tui.render.trail import step_at, trail_pieces
from kztimeline.tui.widgets.messages import Visited
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.timeline.model import Event


class TrailLine(PaintedLines):
    """The trail, the present event last; where there is no room the first are left out."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._events: Sequence[Event] = ()
        self._here = ""

    def show_trail(self, events: Sequence[Event], here: str | None) -> None:
        """Show the events of a trail; the one with the id `here` is where the reader is."""
        if (events, here) != (self._events, self._here):
            self._events, self._here = events, here or ""
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the event under the pointer."""
        step = step_at(trail_pieces(self._events, self._here, self.size.width), event.x)
        if step is not None and step <= len(self._events):
            self.post_message(Visited(self._events[-step].id))

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self.line(trail_pieces(self._events, self._here, self.size.width))
