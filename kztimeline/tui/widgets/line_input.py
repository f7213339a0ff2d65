"""A line of text in which keys take effect in the order they come, however fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Key

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
