"""A text to be read: wrapped to its width, scrolled, with links that can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.message import Message

from kztimeline.text.pieces import Piece
from kztimeline.tui.render.pages.writer import Detail, Writer, next_link
from kztimeline.tui.widgets.painted import linked
from kztimeline.tui.widgets.scrolled import ScrolledLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip

    from kztimeline.text.cells import Cell
    from kztimeline.tui.render.list.layout import Line

DrawnText: TypeAlias = "tuple[Detail, dict[Line, Strip]]"
"""A text, and those of its lines that have been drawn with no link chosen."""


class TextPage(ScrolledLines, can_focus=False):
    """Lines of a text, of which `written` says what they are.

    Attributes:
        when_sized: Is called when the text has been wrapped to the room there is.
    """

    MEASURE: ClassVar[int] = 100
    """The most cells of a line, for a text that can be read."""

    class Followed(Message):
        """A link was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._detail = Detail()
        self._strips: dict[Line, Strip] = {}
        self._width = 0
        self._chosen: int | None = None
        self._margin = 1
        self.when_sized: Callable[[], object] = lambda: None

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`; every page has its own."""
        return Writer(cells).detail

    @property
    def line_width(self) -> int:
        """The cells of a line, as the text was written for."""
        return self._width

    @property
    def has_links(self) -> bool:
        """Whether the text leads anywhere."""
        return bool(self._detail.links)

    @property
    def chosen_link(self) -> str | None:
        """Where the chosen link leads."""
        return None if self._chosen is None else self._detail.links[self._chosen][1]

    @property
    def target(self) -> str | None:
        """Where the chosen link, or the only one, leads to; see `Detail`."""
        links = self._detail.links
        if self._chosen is None:
            return links[0][1] if len(links) == 1 else None
        return links[self._chosen][1]

    def choose_link(self, direction: int) -> None:
        """Choose the next or the previous link, from what is in sight, and scroll to it."""
        first, height = self.scroll_offset.y, self.scrollable_content_region.height
        seen = range(first, first + height)
        self._chosen = next_link(self._detail.links, self._chosen, seen, direction)
        if self._chosen is None:
            return
        lines = self._detail.links[self._chosen][0]
        if not (seen.start <= lines.start and lines.stop <= seen.stop):
            self.scroll_to(y=max(lines.start - height // 3, 0), animate=False, force=True)
        self._strips = {}
        self.refresh_changed()

    def scroll_lines(self, lines: int) -> None:
        """Scroll the text by some lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def scroll_pages(self, pages: int) -> None:
        """Scroll the text by some heights of the widget, less a line."""
        self.scroll_lines(pages * max(self.scrollable_content_region.height - 1, 1))

    def begin(self) -> None:
        """Go to the top of another text, no link of it chosen."""
        self._chosen = None
        if self.scroll_y or self.scroll_target_y:
            self.scroll_to(y=0, animate=False, force=True)

    def write(self, *, other: bool = False) -> None:
        """Write the text anew.

        Args:
            other: Whether it is another text, in which no link is chosen yet.
        """
        if other:
            self._chosen = None
        self._width, height = self.scrollable_content_region.size
        cells = self._cells
        self._margin = 1 + (self._width - 2 - cells) // 2
        self._detail, strips = self._text(cells) if cells else (Detail(), {})
        if self._chosen is not None and self._chosen >= len(self._detail.links):
            self._chosen = None
        self._tell_height(max(len(self._detail.lines), height))
        self._strips = strips if self._chosen is None else {}
        self.refresh_changed()

    @property
    def _cells(self) -> int:
        """The cells that a text is wrapped to; none where there is no room."""
        return max(min(self._width - 2, self.MEASURE), 0)

    def _text(self, cells: int) -> DrawnText:
        """Return the text and those of its lines that are drawn, with no link chosen."""
        return self.written(cells), {}

    def line_in_sight(self, y: int, sight: range) -> Strip:
        """Return a line in sight as it is to be now."""
        number = sight.start + y
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._strip_of(self._detail, number, self._chosen)
        return strip

    def notify_style_update(self) -> None:
        """Forget the strips of the theme before."""
        self._strips.clear()
        super().notify_style_update()

    def _strip_of(self, detail: Detail, number: Line, chosen: int | None = None) -> Strip:
        if number >= len(detail.lines):
            return self.line(())
        pieces = (Piece(" " * self._margin), *detail.lines[number])
        is_chosen = chosen is not None and number in detail.links[chosen][0]
        strip = self.line(pieces, "chosen" if is_chosen else "")
        return linked(strip, detail.addresses.get(number))

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap the text to the new width."""
        self.write()
        self.when_sized()

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the pointer, or filter by what the words there name."""
        place = self.place_of(event)
        if place is None:
            return
        link = self._detail.link_at(place[0])
        if link is not None:
            self.post_message(self.Followed(self._detail.links[link][1]))
        elif value := self._detail.value_at(*place):
            self.post_message(self.Followed(value))
        elif 0 <= place[0] < len(self._detail.lines):
            self._click_words(*place)

    def _click_words(self, line: int, cell: Cell) -> None:
        """Do what words that are no link lead to, or the key that they name."""
        pieces = self._detail.lines[line]
        self.press_key_in("".join(piece.text for piece in pieces), cell)

    def place_of(self, event: events.Click) -> tuple[int, int] | None:
        """Return the line and the cell of the text that are under the pointer."""
        offset = event.get_content_offset(self)
        return offset and (offset.y + self.scroll_offset.y, offset.x - self._margin)

    def _tell_height(self, lines: Line) -> None:
        """Tell how long the text is."""
        self.tell_height(self._width, lines)
        if self.scroll_y and self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)


def no_event(cells: int, back: str) -> Detail:
    """Return what is said on a page where there is no event to show.

    Args:
        cells: The room there is.
        back: The key that goes back.
    """
    writer = Writer(cells)
    writer.paragraph(f"No event is shown; {back} goes back to the list.", "muted")
    return writer.detail
