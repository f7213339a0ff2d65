"""A line of text in which keys take effect in the order they come, however fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Key

PRINTABLE: Final = r"[^\x00-\x1f\x7f-\x9f]*"
"""What may be typed into a line, as a pattern."""

_EDITING: Final = {
    key.strip(): binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
"""What each key does in a line of text that is not a character."""


class LineInput(Input):
    """An `Input` that does what a key means at once.

    Textual asks the application first what a key such as backspace means, and meanwhile
    the letters typed after it are taken. However long the text, it has its place on the screen.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    async def on_key(self, event: Key) -> None:
        """Do what the key means."""
        action = _EDITING.get(event.key)
        if action is not None and not event.is_printable:
            event.stop()
            event.prevent_default()
            await self.run_action(action)


class PromptInput(LineInput):
    """Where the text is typed; every key is offered to the screen first."""

    def __init__(
        self, text: str, use_key: Callable[[Key], bool], use_text: Callable[[], object]
    ) -> None:
        super().__init__(text, compact=True, select_on_focus=False, restrict=PRINTABLE)
        self._use_key = use_key
        self._use_text = use_text

    async def on_key(self, event: Key) -> None:
        """Leave to the screen what is its own; `LineInput` is asked after."""
        if self._use_key(event):
            event.stop()
            event.prevent_default()

    def replace(self, text: str, start: int, end: int) -> None:
        """Have what is typed used in the turn of its key, so that both are one frame."""
        super().replace(text, start, end)
        self._use_text()

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


def with_typed(text: str, typed: str) -> str:
    """Return what is typed behind a text, with one space where both bring one."""
    return text + (typed.lstrip() if text.endswith(" ") else typed)
