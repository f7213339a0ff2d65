"""A day in full, in place of the list: offices, what was under way, what was near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.tui.render.pages.on_that_day import Days, on_that_day
from kztimeline.tui.widgets.pages.detail import DetailView

if TYPE_CHECKING:
    from kztimeline.tui.render.pages.writer import Detail


class DayView(DetailView):
    """The page of the days that were asked for."""

    _days: Days | None = None

    @property
    def days(self) -> Days | None:
        """The days shown, or None before there are any."""
        return self._days

    def show_days(self, days: Days) -> None:
        """Show other days from the beginning of the page."""
        if days != self._days:
            self._days, self._chosen = days, None
            self.scroll_to(y=0, animate=False, force=True)
            self._write()

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        return (
            self.nothing(cells)
            if self._days is None
            else on_that_day(self._timeline, self._days, cells)
        )
