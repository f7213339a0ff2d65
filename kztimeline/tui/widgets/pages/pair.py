"""Two events side by side, in place of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.text.pieces import no_highlights
from kztimeline.tui.render.pages.pair import pair_of
from kztimeline.tui.widgets.pages.text_page import TextPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.timeline.model import Event, Timeline
    from kztimeline.tui.render.pages.writer import Detail


class PairView(TextPage):
    """The marked event and the selected one."""

    def __init__(
        self,
        timeline: Timeline,
        read_text: Callable[[str], str | None],
        id: str | None = None,
    ) -> None:
        """Prepare the page.

        Args:
            timeline: What the events are of.
            read_text: Returns the text of a document by its id.
            id: The name of the widget.
        """
        super().__init__(id=id)
        self._timeline = timeline
        self._read_text = read_text
        self._events: tuple[Event, Event] | None = None
        self._narrowed = False

    def show_timeline(self, timeline: Timeline) -> None:
        """Show nothing until it is said which events of another timeline are meant."""
        self._timeline, self._events = timeline, None
        self.write()

    def show_events(self, marked: Event | None, here: Event | None, narrowed: bool) -> None:
        """Show two other events; say of all that they are, where only some are shown."""
        events = None if marked is None or here is None else (marked, here)
        if (events, narrowed) != (self._events, self._narrowed):
            self._events, self._narrowed = events, narrowed
            self.write()

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        if self._events is None:
            return super().written(cells)
        return pair_of(
            self._timeline,
            *self._events,
            cells,
            no_highlights,
            self._read_text,
            self._narrowed,
        )
