"""Screens over the timeline that close once, however fast the keys come."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """A screen over the timeline; to close it twice is to close it."""

    _dismissed = False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the screen if it is open; keys on their way to it may ask again."""
        if self._dismissed or not self.is_current:
            return AwaitComplete()
        # It stays the current screen until its turn to close comes.
        self._dismissed = True
        return super().dismiss(result)
