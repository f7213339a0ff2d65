"""Whether the reader is here for the first time, and what a new reader is told."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kztimeline.loading.locations import user_state
from kztimeline.text.cells import width

if TYPE_CHECKING:
    from collections.abc import Callable

WELCOMED: Final = "welcomed"

_LINES: Final = (
    "{jump} go to date · {filter} filter · {read} read · {evidence} sources · {follow} links"
    " · {help} help",
    "{jump} date · {filter} filter · {read} read · {evidence} sources · {help} help",
    "{filter} filter · {help} help",
)
_NAMED: Final = ("jump", "filter", "read", "evidence", "follow", "help")


def is_first_run() -> bool:
    """Tell whether the screen opens for the first time, and remember that it has."""
    seen = user_state() / WELCOMED
    # A state folder that may not be looked at says nothing: no other way fails at it either.
    if os.path.exists(seen):  # noqa: PTH110  never fails
        return False
    with suppress(OSError):
        seen.parent.mkdir(parents=True, exist_ok=True)
        seen.touch()
    return True


def welcome_text(key: Callable[[str], str], cells: int) -> str:
    """Return what people come for and its keys, the longest that fits into so many cells.

    Args:
        key: Returns the key of an action.
        cells: The room there is.
    """
    keys = {action: key(action) for action in _NAMED}
    lines = [line.format_map(keys) for line in _LINES]
    return next((line for line in lines if width(line) <= cells), lines[-1])
