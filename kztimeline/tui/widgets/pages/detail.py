"""The text of the selected event, beside the list or in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.cache import LRUCache

from kztimeline.text.pieces import Highlights, no_highlights
from kztimeline.tui.render.pages.event_detail import detail_of
from kztimeline.tui.render.pages.writer import Detail
from kztimeline.tui.render.rails.preview import leads_to
from kztimeline.tui.widgets.messages import Pressed
from kztimeline.tui.widgets.pages.text_page import DrawnText, TextPage, no_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Event, Timeline

_KEPT_TEXTS: Final = 24


class DetailView(TextPage):
    """Everything about one event: in short beside the list, in full on a page of its own."""

    def __init__(
        self,
        timeline: Timeline,
        read_text: Callable[[str], str | None],
        key: Callable[[str], str],
        id: str | None = None,
    ) -> None:
        """Prepare the page.

        Args:
            timeline: What the event is of.
            read_text: Returns the text of a document by its id.
            key: Returns the key of an action, to be named in the text.
            id: The name of the widget.
        """
        super().__init__(id=id)
        self._timeline = timeline
        self._read_text = read_text
        self._key = key
        self._event: Event | None = None
        self._highlights: Callable[[str], Highlights] = no_highlights
        self._pin: str | None = None
        self._full = False
        self._all_offices = False
        self._kept: LRUCache[tuple[object, ...], DrawnText] = LRUCache(_KEPT_TEXTS)

    def show_timeline(self, timeline: Timeline) -> None:
        """Write the event anew as another timeline has it, and stay at the same line."""
        self._timeline = timeline
        self._event = timeline.as_here(self._event)
        self._kept.clear()
        self.write(other=True)

    def use_page(self, full: bool, all_offices: bool) -> None:
        """Show the whole page of an event, or what fits beside the list."""
        if (full, all_offices) != (self._full, self._all_offices):
            if full != self._full:
                self.begin()
            self._full, self._all_offices = full, all_offices
            self.write()

    def show_event(self, event: Event | None, highlights: Callable[[str], Highlights]) -> None:
        """Show another event from its beginning, or the same with other highlights."""
        if event is self._event and highlights == self._highlights:
            return
        if event is not self._event:
            self.begin()
        self._event, self._highlights = event, highlights
        self.write()

    def show_pin(self, note: str | None) -> None:
        """Show the note of a pinned event, maybe empty; None where it is not pinned."""
        if note != self._pin:
            self._pin = note
            self.write()

    def _click_words(self, line: int, cell: Cell) -> None:
        lines = ["".join(piece.text for piece in pieces) for pieces in self._detail.lines]
        in_head = not self._full and "" not in lines[:line]
        action = leads_to(lines[line], cell) or ("read" if in_head else "")
        if action:
            self.post_message(Pressed(action))
        else:
            super()._click_words(line, cell)

    def notify_style_update(self) -> None:
        """Forget the texts in the colours of the theme before."""
        self._kept.clear()
        super().notify_style_update()

    def read_ahead(
        self,
        event: Event,
        pin: str | None,
        highlights: Callable[[str], Highlights] | None = None,
    ) -> None:
        """Have the text about an event ready, as it begins.

        Args:
            event: The event.
            pin: The note that it is pinned with; None where it is not pinned.
            highlights: What will match of it, if not what does now.
        """
        if self._full or not self._cells:
            return
        detail, strips = self._in_short(event, pin, highlights or self._highlights)
        for number in range(self._window):
            if number not in strips:
                strips[number] = self.as_seen(number, self._strip_of(detail, number))
        self.encode(strips.values())

    def _text(self, cells: int) -> DrawnText:
        if self._full or self._event is None:
            return super()._text(cells)
        return self._in_short(self._event, self._pin, self._highlights)

    def _in_short(
        self, event: Event, pin: str | None, highlights: Callable[[str], Highlights]
    ) -> DrawnText:
        """Return the text that stands beside the list, which is kept for when it comes again."""
        key = (event.id, pin, self._width, highlights)
        text = self._kept.get(key)
        if text is None:
            what = (self._timeline, event, self._cells, highlights, self._read_text)
            text = self._kept[key] = detail_of(*what, pin), {}
        return text

    def written(self, cells: int) -> Detail:
        """Return the text of the page, wrapped to `cells`."""
        if self._event is None:
            return no_event(cells, self._key("back")) if self._full else Detail()
        from kztimeline.tui.render.pages.event_page import reader_of

        what = (self._timeline, self._event, cells, self._highlights, self._read_text)
        return reader_of(*what, self._all_offices, self._pin, self._key)
