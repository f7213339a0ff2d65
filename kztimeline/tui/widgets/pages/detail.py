"""The text of the selected event, beside the list or in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from kztimeline.text.pieces import Piece, Spans, no_spans
from kztimeline.tui.actions.action import first_key
from kztimeline.tui.render.pages.event_detail import ROLES, detail_of
from kztimeline.tui.render.pages.writer import Detail, Writer, next_link
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip

    from kztimeline.timeline.model import Event, Timeline


class DetailView(Painted, ScrollView, can_focus=False):
    """Everything about one event, with links to others that can be chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(ROLES)
    MEASURE = 100
    """The most cells of a line, for a text that can be read."""

    class Followed(Message):
        """A link was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(
        self, timeline: Timeline, read_text: Callable[[str], str | None], id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._read_text = read_text
        self._timeline = timeline
        self._event: Event | None = None
        self._highlights: Callable[[str], Spans] = no_spans
        self._detail = Detail()
        self._chosen: int | None = None
        self._pin: str | None = None
        self._margin = 1
        self._full = False
        self._all_offices = False
        self._key: Callable[[str], str] = first_key

    def use_keys(self, key: Callable[[str], str]) -> None:
        """Name the keys as they are set.

        Args:
            key: Returns the key of an action.
        """
        self._key = key

    @property
    def has_links(self) -> bool:
        """Whether the text leads anywhere."""
        return bool(self._detail.links)

    def use_page(self, full: bool, all_offices: bool) -> None:
        """Show the whole page of an event, or what fits beside the list."""
        if (full, all_offices) != (self._full, self._all_offices):
            if full != self._full:
                self._chosen = None
                self.scroll_to(y=0, animate=False, force=True)
            self._full, self._all_offices = full, all_offices
            self._write()

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

    def take(self, timeline: Timeline) -> None:
        """Write the event anew as another timeline has it, and stay at the same line."""
        self._timeline = timeline
        self._chosen = None
        known = self._event is not None and self._event.id in timeline.position
        self._event = timeline.event(self._event.id) if known and self._event else None
        self._write()

    def show_event(self, event: Event | None, highlights: Callable[[str], Spans]) -> None:
        """Show another event from its beginning, or the same with other highlights."""
        if event is self._event and highlights == self._highlights:
            return
        if event is not self._event:
            self._chosen = None
            self.scroll_to(y=0, animate=False, force=True)
        self._event, self._highlights = event, highlights
        self._write()

    def show_pin(self, note: str | None) -> None:
        """Show the note of a pinned event, maybe empty; None where it is not pinned."""
        if note != self._pin:
            self._pin = note
            self._write()

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
        self.refresh()

    def scroll_lines(self, lines: int) -> None:
        """Scroll the text by some lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def scroll_pages(self, pages: int) -> None:
        """Scroll the text by some heights of the widget, less a line."""
        self.scroll_lines(pages * max(self.scrollable_content_region.height - 1, 1))

    def render_line(self, y: int) -> Strip:
        """Return one line of the widget."""
        number = y + self.scroll_offset.y
        if number >= len(self._detail.lines):
            return self.line(())
        pieces = (Piece(" " * self._margin), *self._detail.lines[number])
        chosen = self._chosen is not None and number in self._detail.links[self._chosen][0]
        return self.line(pieces, "chosen" if chosen else "")

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap the text to the new width."""
        self._write()

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the pointer."""
        offset = event.get_content_offset(self)
        if offset is not None:
            link = self._detail.link_at(offset.y + self.scroll_offset.y)
            if link is not None:
                self.post_message(self.Followed(self._detail.links[link][1]))

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        if self._event is None:
            return self.nothing(cells)
        what = (self._timeline, self._event, cells, self._highlights, self._read_text)
        if not self._full:
            return detail_of(*what, self._pin)
        from kztimeline.tui.render.pages.event_page import reader_of

        return reader_of(*what, self._all_offices, self._pin, self._key)

    def nothing(self, cells: int) -> Detail:
        """Return what is said on a page where there is no event to show."""
        writer = Writer(cells)
        if self._full:
            back = self._key("back")
            writer.paragraph(f"No event is shown; {back} goes back to the list.", "muted")
        return writer.detail

    def _write(self) -> None:
        space = self.scrollable_content_region.width - 2
        cells = min(space, self.MEASURE)
        self._margin = 1 + (space - cells) // 2
        self._detail = Detail() if cells <= 0 else self.written(cells)
        if self._chosen is not None and self._chosen >= len(self._detail.links):
            self._chosen = None
        self._tell_height(max(len(self._detail.lines), self.scrollable_content_region.height))
        self.refresh()

    def _tell_height(self, lines: int) -> None:
        """Tell how long the text is; the scroll bar is always there, so nothing moves for it."""
        size = Size(self.scrollable_content_region.width, lines)
        if size.width != self.virtual_size.width:
            self.virtual_size = size
        elif size != self.virtual_size:
            # Textual would lay out the whole screen, at every step in the list.
            self.set_reactive(DetailView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = lines
            if self.scroll_offset.y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
