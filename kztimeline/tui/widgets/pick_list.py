"""A list that one thing is picked from: its cursor, and keeping that in sight."""

from __future__ import annotations

from textual.scroll_view import ScrollView

from kztimeline.tui.widgets.painted import Painted


def bring_in_sight(view: ScrollView, lines: range) -> None:
    """Scroll as little as shows some lines; the first of them where they are too many."""
    first, height = view.scroll_offset.y, view.scrollable_content_region.height
    if height <= 0:
        return
    if lines.start < first:
        view.scroll_to(y=lines.start, animate=False, force=True)
    elif lines.stop > first + height:
        view.scroll_to(y=min(lines.start, lines.stop - height), animate=False, force=True)


# The keys with which Textual scrolls a view would be taken from those that move the cursor.
class PickList(Painted, ScrollView, inherit_bindings=False):
    """Things one below the other, one of which is at the cursor.

    Attributes:
        number: Which of them that is, from 0.
    """

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    @property
    def count(self) -> int:
        """How many things there are."""
        raise NotImplementedError

    def lines_of(self, number: int) -> range:
        """Return the lines that show a thing; none before they are drawn."""
        raise NotImplementedError

    def select(self, number: int) -> None:
        """Put the cursor on a thing, or on the nearest there is, and keep it in sight."""
        self.number = min(max(number, 0), max(self.count - 1, 0))
        if lines := self.lines_of(self.number):
            bring_in_sight(self, lines)
        self.refresh()
