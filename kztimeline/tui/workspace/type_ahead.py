"""Keys typed ahead of an answer: they wait for the list that they were meant for."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual.events import Key

if TYPE_CHECKING:
    from kztimeline.tui.screens.timeline import TimelineScreen


class HeldKeys:
    """The keys that wait, so that what they do never depends on how fast they come."""

    def __init__(self, screen: TimelineScreen) -> None:
        self._screen = screen
        self._keys: deque[Key] = deque()
        self._releasing = False

    @property
    def waits(self) -> bool:
        """Whether a key must wait now."""
        return self._screen.asking.waits

    def hold(self, event: Key) -> None:
        """Keep a key until everything is answered."""
        self._keys.append(Key(event.key, event.character))

    def release(self) -> None:
        """Do what the keys mean, up to one after which the next must wait again.

        Where one has opened a dialog, the others are dropped, as they are not for the list.
        """
        if self._releasing:
            return
        self._releasing = True
        try:
            while self._keys and not self.waits:
                event = self._keys.popleft()
                if self._screen.is_active:
                    self._screen.use_key(event)
        finally:
            self._releasing = False
