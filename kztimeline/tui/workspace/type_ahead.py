"""Keys typed ahead of an answer: they wait for the list that they were meant for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple


class KeyPress(NamedTuple):
    """A key: its name, and the character it writes, or None."""

    key: str
    character: str | None

    @property
    def is_printable(self) -> bool:
        """Whether it writes something that can be seen."""
        return self.character is not None and self.character.isprintable()


class HeldKeys:
    """The keys that wait, so that what they do never depends on how fast they come."""

    def __init__(self, waits: Callable[[], bool], use: Callable[[KeyPress], object]) -> None:
        """Prepare.

        Args:
            waits: Tells whether a key must wait now.
            use: Does what a key means, unless it comes too late.
        """
        self._waits = waits
        self._use = use
        self._keys: deque[KeyPress] = deque()
        self._releasing = False

    def hold(self, key: KeyPress) -> None:
        """Keep a key until everything is answered."""
        self._keys.append(key)

    def release(self) -> None:
        """Do what the keys mean, up to one after which the next must wait again."""
        if self._releasing:
            return
        self._releasing = True
        try:
            while self._keys and not self._waits():
                self._use(self._keys.popleft())
        finally:
            self._releasing = False
