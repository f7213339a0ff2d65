"""How many lines an overview takes by the number of its tracks."""

from __future__ import annotations


def lines_wanted(lines: int, tracks: int) -> int:
    """Return the lines of an overview that has `lines` with two tracks, with another number."""
    return lines + (tracks - 2) * max((lines - 1) // 4, 1)
