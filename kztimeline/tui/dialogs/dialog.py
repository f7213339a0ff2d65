"""Screens over the timeline that close once, however fast the keys come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from kztimeline.tui.actions.cyrillic_layouts import key_named, latin

if TYPE_CHECKING:
    from textual.events import Key


class Dialog(ModalScreen[ScreenResultType]):
    """A screen over the timeline; to close it twice is to close it."""

    _dismissed = False

    def on_key(self, event: Key) -> None:
        """Take a letter of another keyboard layout for the key it lies on, but not in a text."""
        character = event.character or ""
        if not isinstance(self.focused, Input) and latin(character) != character:
            event.key = key_named(latin(character))
            event.character = latin(character)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the screen if it is open; keys on their way to it may ask again."""
        if self._dismissed or not self.is_current:
            return AwaitComplete()
        # It stays the current screen until its turn to close comes.
        self._dismissed = True
        return super().dismiss(result)
