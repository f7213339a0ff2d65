"""A menu: a few things to choose from, by letter, arrows or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from kztimeline.text.cells import clean, fit, lines_of, width
from kztimeline.text.pieces import Piece
from kztimeline.tui.actions.cyrillic_layouts import latin
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.signs import CURSOR
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.strip import Strip

    from kztimeline.tui.workspace.choices import Item


_FRAME: Final = 4
"""Lines of the screen that a menu leaves free, with its own frame."""
_LEAST_PREVIEW: Final = 4


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
        self._previewed = 0
        self.number = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line for each choice, and those of a preview where there is room."""
        longest = max(len(_wrapped(item.preview, width)) for item in self._items)
        room = viewport.height - _FRAME - len(self._items) - 1
        self._previewed = min(longest, room) if longest and room >= _LEAST_PREVIEW else 0
        return len(self._items) + (self._previewed and self._previewed + 1)

    def move(self, step: int) -> None:
        """Select the next choice or the one before."""
        self.number = (self.number + step) % len(self._items)
        self.refresh()

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
        if number < 0:
            return [Piece("─" * self.line_width, "quiet")]
        lines = _wrapped(self._items[self.number].preview, self.line_width)
        return [Piece(lines[number], "quiet")] if number < min(len(lines), self._previewed) else []

    def on_click(self, event: events.Click) -> None:
        """Report the line under the pointer."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._items):
            self.post_message(self.ItemClicked(offset.y))


def _wrapped(texts: Sequence[str], cells: int) -> list[str]:
    """Return lines of a text in so many cells; one that goes on keeps its indent."""
    lines: list[str] = []
    for text in map(clean, texts):
        indent = text[: len(text) - len(text.lstrip())]
        room = max(cells - len(indent), 1)
        lines += [f"{indent}{part}" for part in lines_of(text.strip(), room) or [""]]
    return lines


class Menu(Dialog[None]):
    """Shows items in a frame; one of them is done, or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
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
