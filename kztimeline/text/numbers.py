"""Numbers of things in words."""

from __future__ import annotations


def count_of(number: int, thing: str) -> str:
    """Return a number of things in words, such as '2 events'."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
