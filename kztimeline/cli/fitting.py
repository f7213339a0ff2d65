"""Fitting lines to the terminal that they are written to; in a pipe or a file they stay whole."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import IO, Any, Final

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.text.cells import width

_LEAST: Final = 40
_MONTH: Final = f"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*"
_DATE: Final = rf"(?:(?:\d{{1,2}}(?:–\d{{1,2}})? )?{_MONTH} )?\d{{4}}"
_WORD: Final = re.compile(rf"(\s*)(\S*`[^`]*`\S*|{_DATE}(?:–{_DATE})?(?!\d)\S*|\S+)")
"""A word after its spaces; a date is one, and a command between backticks, which is copied so."""


def cells_of(stream: IO[Any]) -> int | None:
    """Return how many cells a line has on the terminal that a stream is; None where it is none."""
    if not stream.isatty():
        return None
    try:
        columns = int(os.environ.get("COLUMNS", "0"))
    except ValueError:
        columns = 0
    try:
        return max(columns or os.get_terminal_size(stream.fileno()).columns or 80, _LEAST)
    except (OSError, ValueError):
        return 80


def lined_up(texts: Sequence[str]) -> list[str]:
    """Return texts padded to the widest of them, as a column."""
    widest = max(map(width, texts), default=0)
    return [text + " " * (widest - width(text)) for text in texts]


def fitted(line: str, cells: int | None, indent: int = 4) -> str:
    """Return a line parted between words where it is longer than a number of cells.

    Args:
        line: The line, without its end.
        cells: How many there are; None for any number.
        indent: How far the lines after the first are indented.
    """
    if cells is None or width(line) <= cells:
        return line
    lines: list[str] = []
    now = ""
    for space, word in _WORD.findall(line):
        if now and width(now) + len(space) + width(word) > cells:
            lines.append(now)
            now = " " * indent + word
        else:
            now += space + word
    return "\n".join([*lines, now])
