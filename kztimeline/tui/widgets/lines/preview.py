"""A few lines on the selected event, where no text has room beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.tui.render.rails.preview import leads_to, preview
from kztimeline.tui.widgets.messages import Pressed
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from kztimeline.text.pieces import DrawnLine
    from kztimeline.timeline.model import Event, Timeline


class Preview(PaintedLines):
    """When and where the selected event was, what happened, and what there is to read."""

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self._timeline = timeline
        self._event: Event | None = None
        self._lines: tuple[tuple[int, int], list[DrawnLine]] | None = None

    def show_timeline(self, timeline: Timeline) -> None:
        """Tell of another version of the timeline."""
        self._timeline, self._event = timeline, None
        self._lines = None

    def show_event(self, event: Event | None) -> None:
        """Show another event, or none."""
        if event is not self._event:
            self._event, self._lines = event, None
            if self.display:
                self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Read on: what the words under the pointer name, else the page of the event."""
        if self._event is not None and self._lines is not None:
            line = self._lines[1][event.y] if event.y < len(self._lines[1]) else []
            words = "".join(piece.text for piece in line)
            self.post_message(Pressed(leads_to(words, event.x) or "read"))

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        if self._event is None:
            return self.line(())
        size = (self.size.width, self.size.height)
        if self._lines is None or self._lines[0] != size:
            self._lines = size, preview(self._timeline, self._event, *size)
        lines = self._lines[1]
        return self.line(lines[y] if y < len(lines) else ())
