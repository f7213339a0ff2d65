"""Whether the reader is here for the first time."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from kztimeline.places import user_state

MARK: Final = "welcomed"


def is_first_run() -> bool:
    """Tell whether the screen opens for the first time, and remember that it has."""
    mark = user_state() / MARK
    if mark.exists():
        return False
    with suppress(OSError):
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return True
