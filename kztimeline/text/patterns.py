"""Regular expressions that are compiled when they are first used.

A start uses few of those that its modules name; to compile the rest takes a tenth of it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LaterPattern:
    """Stands for a compiled expression: what it is asked for first compiles it."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression by whose methods texts are searched.

    Raises:
        re.error: when it is first used, and is none.
    """
    return cast("re.Pattern[str]", _LaterPattern(text, flags))
