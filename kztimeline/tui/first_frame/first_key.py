"""The first key that is typed while a frame stands: what it leads to is drawn as soon as that is.

It is read by a thread, since everything else is being loaded meanwhile, and handed on to who has
the terminal afterwards, who carries it out. So is what is typed after it, which waits unseen.
"""

from __future__ import annotations

import os
import select
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_INPUT: Final = 0
_AT_ONCE: Final = 4096
_LONGEST: Final = 0.5
"""Seconds that a terminal is given to take what is being drawn."""
_NAMES: Final = {
    " ": "space",
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[F": "end",
    "\x1b[H": "home",
    "\x1b[5~": "pageup",
    "\x1b[6~": "pagedown",
}
"""Keys that are named otherwise than by what they type."""


class FirstKey:
    """Reads what is typed first, and has drawn what that leads to."""

    def __init__(self, draw: Callable[[str], object]) -> None:
        """Begin to wait.

        Args:
            draw: Is given the name of the key, and called by another thread.
        """
        self._draw = draw
        self._typed = b""
        self._woken, self._wakes = os.pipe()
        self._thread = Thread(target=self._wait, daemon=True)
        self._thread.start()

    def _wait(self) -> None:
        ready, _, _ = select.select([_INPUT, self._woken], [], [])
        if self._woken not in ready:
            with suppress(OSError):
                self._typed = os.read(_INPUT, _AT_ONCE)
                key = self._typed.decode("ascii", "replace")
                self._draw(_NAMES.get(key, key))

    def stop(self) -> bytes:
        """Read nothing from now on, and return what has been typed."""
        os.write(self._wakes, b".")
        self._thread.join(_LONGEST)
        return self._typed
