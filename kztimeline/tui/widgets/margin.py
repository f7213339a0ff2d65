"""The margin of the list: made with its first use, beside the list or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.dates.edtf import parse

if TYPE_CHECKING:
    from kztimeline.timeline.lasting import Time
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.lasting_bars import RunningView

_ROOMY = 150
_LOW = 20
_MOST_LINES = 9


class Margin:
    """Shows who was in office at the date at hand where the view asks for it."""

    def __init__(self, screen: TimelineScreen) -> None:
        self._screen = screen
        self._running: RunningView | None = None

    def take(self, timeline: Timeline) -> None:
        """Find what lasts in another timeline; it is drawn with the next `show`."""
        if self._running is not None:
            self._running.take(timeline)

    def fit(self) -> None:
        """Use the room there is."""
        if self._running is None:
            return
        size = self._screen.size
        beside = size.width >= _ROOMY
        self._running.display = self._screen.view.running and size.height >= _LOW
        self._running.set_class(beside, "-beside")
        self._running.styles.height = "100%" if beside else min(size.height // 4, _MOST_LINES)
        self._running.use_margin(beside)

    def show(self) -> None:
        """Show who was in office and what was under way at the date at hand."""
        screen = self._screen
        if not screen.view.running and self._running is None:
            return
        if self._running is None:
            from kztimeline.tui.widgets.lasting_bars import RunningView

            self._running = RunningView(screen.timeline, id="running")
            screen.list_column.mount(self._running)
        self.fit()
        if screen.view.running:
            self._running.show_time(self._time(), screen.chosen.day)

    def _time(self) -> Time | None:
        """Return the date that was asked for, or that of the selected event."""
        from kztimeline.timeline.lasting import beginning, throughout

        if self._screen.view.asked:
            return throughout(parse(self._screen.view.asked))
        event = self._screen.event
        return beginning(event.date) if event else None
