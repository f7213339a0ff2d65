"""A list to choose one event, source or address from, over the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size

from kztimeline.text.cells import clean
from kztimeline.text.pieces import Piece
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.pages.writer import INDENT, Writer
from kztimeline.tui.render.signs import CURSOR
from kztimeline.tui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.tui.workspace.choices import Option


class Options(PickList, can_focus=True):
    """The options, one of them selected."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.options = options
        self._writer = Writer(1)

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self.options)

    @property
    def target(self) -> str:
        """What the selected option returns."""
        return self.options[self.number].target

    def lines_of(self, number: int) -> range:
        """Return the lines of an option; none before the room for them is known."""
        links = self._writer.detail.links
        return links[number][0] if links else range(0)

    def on_resize(self) -> None:
        """Wrap the options to the width."""
        region = self.scrollable_content_region
        self._writer = Writer(max(region.width - INDENT, 8))
        for option in self.options:
            start = len(self._writer.detail.lines)
            self._writer.paragraph(option.text, "link", INDENT)
            if option.note:
                self._writer.paragraph(option.note, "muted", INDENT)
            first = self._writer.detail.lines[start]
            self._writer.detail.lines[start] = (option.sign, Piece(" "), *first[1:])
            self._writer.link_from(start, option.target)
        self.virtual_size = Size(region.width, len(self._writer.detail.lines))
        self.select(self.number)

    def render_line(self, y: int) -> Strip:
        """Return one line of the list."""
        number = y + self.scroll_offset.y
        lines = self._writer.detail.lines
        if number >= len(lines):
            return self.line(())
        selected = self._writer.detail.link_at(number) == self.number
        edge = Piece(CURSOR if selected else " ", "label")
        return self.line((edge, *lines[number]), "selected" if selected else "")

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        number = self._writer.detail.link_at(offset.y + self.scroll_offset.y)
        if number is not None:
            self.select(number)
            self.screen.dismiss(self.target)


class ChoiceDialog(Dialog["str | None"]):
    """Asks for one of several options; None where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("enter,o,greater_than_sign", "choose", show=False),
        Binding("j,down,tab,i", "select(1)", show=False),
        Binding("k,up,shift+tab", "select(-1)", show=False),
        Binding("space,pagedown", "select(8)", show=False),
        Binding("b,pageup", "select(-8)", show=False),
        Binding("g,home", "select(-1000000)", show=False),
        Binding("G,end", "select(1000000)", show=False),
    ]

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._list = Options(options)
        self._list.border_title = clean(title).replace("[", "\\[")
        self._list.border_subtitle = "enter goes there · esc closes"

    def compose(self) -> ComposeResult:
        """Show the list in a frame."""
        yield self._list

    def on_mount(self) -> None:
        """Take the keys."""
        self._list.focus()

    def action_choose(self) -> None:
        """Return the selected option."""
        self.dismiss(self._list.target)

    def action_select(self, steps: int) -> None:
        """Select another option."""
        self._list.select(self._list.number + steps)
