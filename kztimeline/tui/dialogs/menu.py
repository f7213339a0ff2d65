"""A menu: a few things to choose from, by letter, arrows or mouse."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from kztimeline.text.cells import clean, fit, lines_of, width
from kztimeline.text.numbers import count_of
from kztimeline.text.pieces import Piece
from kztimeline.tui.actions.cyrillic_layouts import latin
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.signs import CURSOR
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.strip import Strip

    from kztimeline.tui.workspace.choices import Item


_FRAME: Final = 4
"""Lines of the screen that a menu leaves free, with its own frame."""
_LEAST_PREVIEW: Final = 4
_WHEEL: Final = 3
"""Lines of a preview that a turn of the wheel goes on."""


class Items(Painted):
    """The items, one a line."""

    class ItemClicked(Message):
        """A line was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self._items = items
        self._labels = max(len(item.label) for item in items) + 2
        self._previewed = self._first = 0
        self._preview_lines: _PreviewLines | None = None
        self.number = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line for each choice, and those of a preview where there is room."""
        room = max(viewport.height - _FRAME - len(self._items) - 1, 0)
        longest = max(len(_PreviewLines(item.preview, width).lines(room)) for item in self._items)
        self._previewed = min(longest, room) if longest and room >= _LEAST_PREVIEW else 0
        return len(self._items) + (self._previewed and self._previewed + 1)

    def move(self, step: int) -> None:
        """Select the next choice or the one before."""
        self.number = (self.number + step) % len(self._items)
        self._preview_lines, self._first = None, 0
        self.refresh()

    def turn(self, pages: int) -> None:
        """Show what goes on after the preview in sight, or what comes before it."""
        self._scroll(pages * max(self._previewed - 1, 0))

    def _scroll(self, lines: int) -> None:
        """Show the preview so many lines further on, where it goes on, or further back."""
        goes_on = self._previewed and self._text.goes_on(self._first + self._previewed)
        if lines < 0 or goes_on:
            self._first = max(self._first + lines, 0)
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show more of the preview."""
        event.stop()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show the preview above what is in sight."""
        event.stop()
        self._scroll(-_WHEEL)

    @property
    def _text(self) -> _PreviewLines:
        """What comes of the selected item, in the lines there is room for."""
        if self._preview_lines is None or self._preview_lines.cells != self.line_width:
            self._preview_lines = _PreviewLines(self._items[self.number].preview, self.line_width)
        return self._preview_lines

    def render_line(self, y: int) -> Strip:
        """Return the line of one choice."""
        if y >= len(self._items):
            return self.line(self._preview(y - len(self._items) - 1))
        item = self._items[y]
        selected = y == self.number
        pieces = [
            Piece(CURSOR if selected else " ", "key"),
            Piece(f"{item.key}  ", "key"),
            Piece(fit(item.label, self._labels), "text"),
            # What it is for gives way where there is no room to say it whole.
            Piece(
                item.help if 4 + self._labels + width(item.help) <= self.line_width else "", "quiet"
            ),
        ]
        return self.line(pieces, "selected" if selected else "")

    def _preview(self, number: int) -> list[Piece]:
        """Return a line of what comes of the selected item; -1 is the rule above it."""
        text, at = self._text, self._first + number
        if number < 0:
            above = text.left_before(self._first)
            said = f"─ … {count_of(above, 'line')} above · pgup ─" if above else ""
            return [Piece(said.ljust(self.line_width, "─"), "quiet")]
        if number >= self._previewed:
            return []
        if number == self._previewed - 1 and text.goes_on(at + 1):
            more = count_of(text.left_from(at), "more line")
            return [Piece(f"… {more} · pgdn goes on", "quiet")]
        return [Piece(line, "quiet") for line in text.lines(at + 1)[at:]]

    def on_click(self, event: events.Click) -> None:
        """Report the line under the pointer."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._items):
            self.post_message(self.ItemClicked(offset.y))


class _PreviewLines:
    """A text in so many cells, wrapped no further than it is looked at."""

    def __init__(self, texts: Sequence[str], cells: int) -> None:
        self.cells = cells
        self._count = len(texts)
        self._coming = _wrapped(texts, cells)
        self._lines: list[tuple[int, str]] = []

    def lines(self, end: int) -> list[str]:
        """Return the lines before the one at `end`."""
        self._lines += islice(self._coming, max(end - len(self._lines), 0))
        return [line for _number, line in self._lines[:end]]

    def goes_on(self, end: int) -> bool:
        """Tell whether there is a line at `end`."""
        return len(self.lines(end + 1)) > end

    def left_before(self, start: int) -> int:
        """Return how many lines of the text are not whole from a line on."""
        return self._lines[start - 1][0] + 1 if start else 0

    def left_from(self, start: int) -> int:
        """Return how many lines of the text are not whole before a line."""
        return self._count - self._lines[start][0]


def _wrapped(texts: Sequence[str], cells: int) -> Iterator[tuple[int, str]]:
    """Yield lines of a text in so many cells, each with its number; one keeps its indent."""
    for number, text in enumerate(map(clean, texts)):
        indent = text[: len(text) - len(text.lstrip())]
        room = max(cells - len(indent), 1)
        for part in lines_of(text.strip(), room) or [""]:
            yield number, f"{indent}{part}"


class Menu(Dialog[None]):
    """Shows items in a frame; one of them is done, or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self, title: str, items: Sequence[Item]) -> None:
        super().__init__()
        self._items = items
        self._list = Items(items)
        self._list.border_title = title
        self._list.border_subtitle = "enter chooses · esc closes"

    def compose(self) -> ComposeResult:
        """Show the items."""
        yield self._list

    def on_key(self, event: events.Key) -> None:
        """Do the choice with this letter."""
        for number, item in enumerate(self._items):
            if latin(event.key) == item.key:
                event.stop()
                self._do(number)

    def action_move(self, step: int) -> None:
        """Select the next choice or the one before."""
        self._list.move(step)

    def action_turn(self, pages: int) -> None:
        """Show another page of what comes of the selected choice."""
        self._list.turn(pages)

    def action_choose(self) -> None:
        """Do the selected choice."""
        self._do(self._list.number)

    def on_items_item_clicked(self, message: Items.ItemClicked) -> None:
        """Do the choice that was clicked."""
        self._do(message.number)

    def _do(self, number: int) -> None:
        if not self.is_current:
            return
        self.dismiss()
        self.app.call_later(self._items[number].do)
