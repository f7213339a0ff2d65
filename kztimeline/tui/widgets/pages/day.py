"""A day in full, in place of the list: offices, what was under way, what was near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.timeline.in_office.days import Days
from kztimeline.tui.render.pages.on_that_day import on_that_day
from kztimeline.tui.widgets.pages.text_page import TextPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.render.pages.writer import Detail


class DayView(TextPage):
    """The page of the days that were asked for.

    Args:
        timeline: What is known.
        whole: Returns the timeline without a day that it is shown as of.
        key: Returns the key of an action, to be named in the text.
        id: The widget's id.
    """

    def __init__(
        self,
        timeline: Timeline,
        whole: Callable[[], Timeline],
        key: Callable[[str], str],
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._timeline, self._whole, self._key = timeline, whole, key
        self._days: Days | None = None

    def show_timeline(self, timeline: Timeline) -> None:
        """Tell of the same days in another version of the timeline."""
        self._timeline = timeline
        self.write(other=True)

    def show_days(self, days: Days) -> None:
        """Show other days from the beginning of the page."""
        if days != self._days:
            self._days = days
            self.begin()
            self.write()

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        if self._days is None:
            return super().written(cells)
        return on_that_day(self._timeline, self._days, cells, self._key, self._whole())
