"""What is done while the reader pauses."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class InPauses:
    """Does what can wait between one key and the next, a little at a time."""

    def __init__(self) -> None:
        self._next: asyncio.TimerHandle | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether there is anything yet to be done."""
        return self._next is not None

    def _wait(self, seconds: float, then: Callable[[], object]) -> None:
        """Do something after so long, and not what was to be done before."""
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.get_running_loop().call_later(seconds, then)
