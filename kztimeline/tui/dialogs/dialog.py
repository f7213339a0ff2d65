"""Screens over the timeline that close once, however fast the keys come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from kztimeline.text.cells import width
from kztimeline.tui.actions.cyrillic_layouts import key_named, latin
from kztimeline.tui.render.named_keys import key_at
from kztimeline.tui.unthrottled import UnthrottledScreen

if TYPE_CHECKING:
    from textual.events import Click, Key

_FRAME_END = 3


class Dialog(UnthrottledScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A screen over the timeline; to close it twice is to close it."""

    _dismissed = False

    def on_key(self, event: Key) -> None:
        """Take ctrl+c for escape, and a letter of another keyboard layout for the key it lies on.

        In a text a letter is what it is, and ctrl+c copies what is selected.
        """
        if event.key == "ctrl+c":
            self.app.call_later(self.app.simulate_key, "escape")
        character = event.character or ""
        if not isinstance(self.focused, Input) and latin(character) != character:
            event.key = key_named(latin(character))
            event.character = latin(character)

    def on_click(self, event: Click) -> None:
        """Press the key that the frame names under the pointer; beside the dialog close it."""
        widget, region = self.get_widget_at(event.screen_x, event.screen_y)
        hint = str(widget.border_subtitle or "")
        if widget is self:
            self.leave()
        elif hint and event.screen_y == region.bottom - 1:
            # The hint ends before a space, a piece of the frame and its corner.
            start = region.right - _FRAME_END - width(hint)
            if key := key_at(hint, event.screen_x - start):
                # In the application's turn: a key that a dialog sends itself goes no further.
                self.app.call_later(self.app.simulate_key, key)

    def leave(self) -> None:
        """Close the dialog without an answer, as a click beside it does."""
        self.dismiss()

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the screen if it is open; keys on their way to it may ask again."""
        if self._dismissed or not self.is_current:
            return AwaitComplete()
        # It stays the current screen until its turn to close comes.
        self._dismissed = True
        return super().dismiss(result)
