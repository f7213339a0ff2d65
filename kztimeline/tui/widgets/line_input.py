"""A line of text in which keys take effect in the order they come, however fast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from rich.segment import Segment
from textual.actions import SkipAction
from textual.binding import Binding
from textual.events import Key
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from kztimeline.text.cells import ELLIPSIS, width
from kztimeline.text.one_line import pasted_line
from kztimeline.tui.render.signs import in_ascii
from kztimeline.tui.widgets.painted import in_terminal_colours

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from rich.style import Style
    from textual.events import Paste
    from textual.geometry import Offset
    from textual.message import Message

    from kztimeline.text.cells import Cell

PRINTABLE: Final = r"[^\x00-\x1f\x7f-\x9f]*"
"""What may be typed into a line, as a pattern."""

LONGEST_PASTE: Final = 5_000
"""Characters; a query of many more takes its time at every letter."""

_MANY: Final = 12
"""Of so many letters on their way and more, what each comes to is not looked for."""

_EDITING: Final = {
    key.strip(): binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
"""What each key does in a line of text that is not a character."""


class LineInput(Input):
    """An `Input` that does what a key means at once, and takes several lines as one.

    Textual asks the application first what a key such as backspace means, and meanwhile
    the letters typed after it are taken. However long the text, it has its place on the screen.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    _is_begun = False

    def __init__(self, text: str, refuse: Callable[[str], object], **more: Any) -> None:
        """Prepare the line.

        Args:
            text: What stands there to begin with.
            refuse: Says why something that is pasted is not taken.
            more: What Textual asks of an `Input`.
        """
        super().__init__(text, compact=True, select_on_focus=False, **more)
        self._refuse = refuse
        self._offers_to_replace = False

    def on_paste(self, event: Paste) -> None:
        """Take all that is pasted, in one line; Textual takes no more than the first."""
        event.stop()
        event.prevent_default()
        if text := taken(event.text, self._refuse):
            self.replace(text, *sorted(self.selection))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the text, with a sign at an end beyond which it goes on."""
        whole = Region(0, crop.y, self.size.width, crop.height)
        return [self._with_signs(each).crop(*crop.column_span) for each in self.text_lines(whole)]

    def text_lines(self, crop: Region) -> list[Strip]:
        """Return the text as it stands there."""
        return super().render_lines(crop)

    def _with_signs(self, strip: Strip) -> Strip:
        first, cells = self.scroll_offset.x, self.size.width
        cursor = width(self.value[: self.cursor_position]) - first
        sign = in_ascii(ELLIPSIS) if getattr(self.app, "plain_signs", False) else ELLIPSIS
        if first > 0 and cursor > 0:
            strip = Strip.join([_sign_like(strip, 0, sign), strip.crop(1, cells)])
        if width(self.value) > first + cells and cursor < cells - 1:
            strip = Strip.join([strip.crop(0, cells - 1), _sign_like(strip, cells - 1, sign)])
        return strip

    def scroll_to_region(self, region: Region, **how: Any) -> Offset:
        """Have a cell on either side of the cursor in sight, where the text goes on."""
        start = max(region.x - 1, 0)
        return super().scroll_to_region(
            Region(start, region.y, region.right + 1 - start, region.height), **how
        )

    def watch_value(self) -> None:
        """Note that the text has changed once: the first change Textual takes for its beginning.

        It does not scroll to the cursor then.
        """
        if not self._is_begun:
            self._is_begun = True
            self.show_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in sight, also in a line that has had no size before."""
        self.show_cursor()

    def show_cursor(self) -> None:
        """Scroll as little as brings the cursor in sight, once there is room for the line."""
        if self.size:
            self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def select_to_replace(self) -> None:
        """Select the whole text, so that typing replaces it; the reader has not selected it."""
        self.select_all()
        self._offers_to_replace = True

    def watch_selection(self) -> None:
        """Take whatever is selected from now on for what the reader selects."""
        self._offers_to_replace = False

    @property
    def _is_selected_by_reader(self) -> bool:
        return not (self.selection.is_empty or self._offers_to_replace)

    def action_copy(self) -> None:
        """Copy what the reader has selected; else ctrl+c is for whoever takes it for escape."""
        if not self._is_selected_by_reader:
            raise SkipAction
        super().action_copy()

    async def on_key(self, event: Key) -> None:
        """Do what the key means; where the reader selects nothing, ctrl+c is not for copying."""
        if event.key == "ctrl+c" and not self._is_selected_by_reader:
            return
        sign = event.character or ""
        if sign.isspace() and not (sign.isascii() or event.is_printable):
            # Textual passes over the spaces of other scripts, which would join two words.
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(" ")
            return
        action = _EDITING.get(event.key)
        if action is not None and not event.is_printable:
            event.stop()
            event.prevent_default()
            self._offers_to_replace = False
            await self.run_action(action)


def _sign_like(strip: Strip, cell: Cell, sign: str) -> Strip:
    """Return a sign in the style of a cell."""
    style = next((segment.style for segment in strip.crop(cell, cell + 1)), None)
    return Strip([Segment(sign, style)], 1)


class PromptInput(LineInput):
    """Where the text is typed; every key is offered to the screen first."""

    def __init__(
        self,
        text: str,
        use_key: Callable[[Key], bool],
        use_text: Callable[[], object],
        refuse: Callable[[str], object],
    ) -> None:
        self._coming = 0
        super().__init__(text, refuse, restrict=PRINTABLE)
        self._use_key = use_key
        self._use_text = use_text
        self._own_styles: tuple[Style, Style] | None = None
        self._is_late = False

    def text_lines(self, crop: Region) -> list[Strip]:
        """Return the text with its cursor; there is nothing around it.

        Textual has Rich lay the text out at every letter, for what is selected or suggested.
        """
        if not (self.value and self.selection.is_empty):
            return super().text_lines(crop)
        return [self._line.crop(*crop.column_span)] * crop.height

    @property
    def _line(self) -> Strip:
        own, under_cursor = self._styles_of_text
        text, at = f"{self.value} ", self.cursor_position
        if not (self.has_focus and self._cursor_visible):
            under_cursor = own
        parts = (text[:at], own), (text[at], under_cursor), (text[at + 1 :], own)
        first, cells = self.scroll_offset.x, self.size.width
        strip = Strip([Segment(part, style) for part, style in parts if part])
        return strip.crop(first, first + cells).extend_cell_length(cells, own)

    @property
    def _styles_of_text(self) -> tuple[Style, Style]:
        """The style of the text, and of what the cursor stands on."""
        if self._own_styles is None:
            background, style = self.background_colors[1], self.rich_style
            cursor = style + self.get_component_rich_style("input--cursor")
            self._own_styles = (
                in_terminal_colours(self, style, background),
                in_terminal_colours(self, cursor, background),
            )
        return self._own_styles

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._own_styles = None
        super().notify_style_update()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Have the line drawn anew, once for all that a letter changes of it."""
        is_asked = self._repaint_required and self._repaint_regions
        if is_asked and not (layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    async def on_key(self, event: Key) -> None:
        """Leave to the screen what is its own; `LineInput` is asked after."""
        if event.is_printable:
            self._coming -= 1
        elif self._is_late:
            # What another key does, it does to what is typed.
            self._is_late = False
            self._use_text()
        if self._use_key(event):
            event.stop()
            event.prevent_default()

    def replace(self, text: str, start: int, end: int) -> None:
        """Have what is typed used in the turn of its key, so that both are one frame."""
        if not self._replace_in_sight(text, start, end):
            with self.prevent(Input.Changed):
                super().replace(text, start, end)
        self._tell_text()

    def _tell_text(self) -> None:
        """Have the text used, but not while many letters are on their way.

        A terminal that marks no pastes types hundreds of them at once.
        """
        order = getattr(self.app, "key_order", None)
        coming = self._coming + (order.letters_waiting(_MANY) if order is not None else 0)
        self._is_late = coming >= _MANY
        if not self._is_late:
            self._use_text()

    def post_message(self, message: Message) -> bool:
        """Note the letters that are on their way."""
        self._coming += isinstance(message, Key) and message.is_printable
        return super().post_message(message)

    def _replace_in_sight(self, text: str, start: int, end: int) -> bool:
        """Put a text in where the whole line stays in sight; False where that cannot be.

        Textual looks after validation, suggestions and scrolling as well, which takes a tenth of
        the time that a letter is answered in.
        """
        start, end = sorted((max(start, 0), min(end, len(self.value))))
        value = f"{self.value[:start]}{text}{self.value[end:]}"
        size = Size(width(value) + 1, 1)
        is_in_sight = not self.scroll_x and size.width <= self.outer_size.width
        if self._is_begun and is_in_sight and re.fullmatch(PRINTABLE, text):
            self.set_reactive(Input.value, value)
            self.set_reactive(Input.selection, Selection.cursor(start + len(text)))
            self.set_reactive(LineInput.virtual_size, size)
            self.app.cursor_position = self.cursor_screen_offset
            self.watch_selection()
            self.refresh()
            return True
        return False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Have a text used that was put there."""
        event.stop()
        # Keys may come faster than their texts are reported.
        if event.value == self.value:
            self._use_text()

    def put(self, text: str, cursor: int | None = None) -> None:
        """Have a text there, with the cursor at an offset of it, or behind it."""
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    def close_up(self, end: int) -> None:
        """Take the space before an offset out where a comma, bracket or space follows it."""
        text, cursor = self.value, self.cursor_position - 1
        if end and text[end - 1 : end + 1] in {" ,", " )", "  "}:
            self.value = text[: end - 1] + text[end:]
            self.cursor_position = cursor


def taken(text: str, refuse: Callable[[str], object]) -> str:
    """Return a pasted text as one line; refuse one that is no line, and return nothing."""
    if len(text) <= LONGEST_PASTE:
        return pasted_line(text)
    refuse(f"Not pasted: {len(text):,} characters; at most {LONGEST_PASTE:,} fit a line.")
    return ""


def with_typed(text: str, typed: str) -> str:
    """Return what is typed behind a text, with one space where both bring one."""
    return text + (typed.lstrip() if text.endswith(" ") else typed)
