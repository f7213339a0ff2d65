"""Two events side by side, in place of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.tui.render.pages.pair import pair_of
from kztimeline.tui.widgets.pages.detail import DetailView

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event
    from kztimeline.tui.render.pages.writer import Detail


class PairView(DetailView):
    """The marked event and the selected one."""

    _marked: Event | None = None

    def show_marked(self, marked: Event | None) -> None:
        """Show another event beside the selected one."""
        if marked is not self._marked:
            self._marked = marked
            self._write()

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        if self._event is None or self._marked is None:
            return self.nothing(cells)
        what = (self._timeline, self._marked, self._event, cells)
        return pair_of(*what, self._highlights, self._read_text)
