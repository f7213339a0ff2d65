"""Lines that are scrolled, of which no more is drawn anew than what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kztimeline.tui.sequences import strip_sequences
from kztimeline.tui.widgets.painted import Painted, regions_of
from kztimeline.tui.widgets.scrollbar import LineScrollBar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from textual.scrollbar import ScrollBar

    from kztimeline.tui.render.list.layout import Line


class ScrolledLines(Painted, ScrollView, can_focus=False):
    """Lines with nothing around them but a border to their left."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seen: dict[int, Strip] = {}
        self._seen_size = Size()
        self._border: Strip | None = None

    def line_in_sight(self, y: int, sight: range) -> Strip:
        """Return a line in sight as it is to be now.

        Args:
            y: Which of them, from 0.
            sight: The lines in sight, by their places among all.
        """
        raise NotImplementedError

    def lines_in_sight(self, sight: range) -> list[Strip]:
        """Return all lines in sight as they are to be now."""
        return [self.line_in_sight(y, sight) for y in range(len(sight))]

    @property
    def _window(self) -> int:
        """The lines there is room for; no bar or border is above or below them."""
        # To ask for these would take longer than all else that a key does here.
        return self.outer_size.height

    @property
    def _sight(self) -> range:
        first = self.scroll_offset.y
        return range(first, first + self._window)

    def render_line(self, y: int) -> Strip:
        """Return one line of the widget, without its border."""
        strip = self._seen.get(y)
        if strip is None:
            strip = self._seen[y] = self.line_in_sight(y, self._sight)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines in sight with their border.

        Textual works out for every line what is the same for all, which takes most of a move.
        """
        if self._seen_size != self.outer_size:
            self._forget_seen()
            self._seen_size = self.outer_size
        if not self._seen:
            # All have changed, and may all be ready.
            self._seen = dict(enumerate(self.lines_in_sight(self._sight)))
        strips = [self.render_line(y) for y in crop.line_range]
        start, end = crop.column_span
        left = self.styles.gutter.left
        if (start, end) == (left, left + self.line_width):
            return strips
        if start < left:
            border = self._border_beside(crop.y, left)
            strips = [Strip.join([border, strip]) for strip in strips]
            left = 0
        return [strip.crop(start - left, end - left) for strip in strips]

    def refresh(self, *regions: Region, repaint: bool = True, **how: bool) -> Self:
        """Have the widget drawn anew, or regions of it."""
        if repaint and not regions:
            self._forget_seen()
        for region in regions:
            for y in region.line_range:
                self._seen.pop(y, None)
        return super().refresh(*regions, repaint=repaint, **how)

    def refresh_sight(self) -> None:
        """Have all lines drawn anew, but not the bar beside them, which asks for that itself."""
        self._seen.clear()
        lines = Region(0, 0, self.line_width, self._window)
        self.refresh(*([lines] if lines else []))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw other lines, and move the line of the bar."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh_sight()

    def refresh_changed(self) -> None:
        """Have those lines drawn anew that are no longer what was drawn last."""
        sight = self._sight
        if not (sight and self._seen):
            # Nothing was drawn, or it is out of sight: then that says nothing of when it is back.
            self.refresh_sight()
            return
        lines, seen = self.lines_in_sight(sight), self._seen
        # Most are the same strip: to compare what strips hold takes much longer.
        others = [(y, strip) for y, strip in enumerate(lines) if strip is not seen.get(y)]
        changed = [y for y, strip in others if strip != seen.get(y)]
        if changed:
            self.refresh(*regions_of(changed, self.line_width))
            self._seen = dict(enumerate(lines))

    def as_seen(self, y: int, strip: Strip) -> Strip:
        """Return what may stand at a line in sight next: what does now, where that is equal.

        What is the same strip need not be compared again when it is shown.
        """
        seen = self._seen.get(y)
        return seen if seen is not None and seen == strip else strip

    def encode(self, strips: Iterable[Strip]) -> None:
        """Have what the terminal is sent for lines ready, which they then keep."""
        for strip in strips:
            strip_sequences(strip, self.app.console)

    def notify_style_update(self) -> None:
        """Forget the lines of the theme before."""
        self._forget_seen()
        super().notify_style_update()

    def tell_height(self, width: int, lines: Line) -> None:
        """Tell how long it is; the scroll bar is always there, so nothing moves for it."""
        size = Size(width, lines)
        before = self.virtual_size
        if size.width != before.width:
            self.virtual_size = size
        elif size != before:
            # Textual would lay out the whole screen, at every step in the list.
            self.set_reactive(ScrollView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = lines

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first wanted."""
        if self._vertical_scrollbar is None:
            # Textual has no public name for the bar it makes itself.
            self._vertical_scrollbar = LineScrollBar(name="vertical")
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def _forget_seen(self) -> None:
        self._seen.clear()
        self._border = None

    def _border_beside(self, y: int, cells: int) -> Strip:
        """Return the border, which is the same beside every line."""
        if self._border is None:
            self._border = super().render_lines(Region(0, y, cells, 1))[0]
        return self._border
