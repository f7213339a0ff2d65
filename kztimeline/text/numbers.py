"""Numbers of things in words: one of a thing, and several."""

from __future__ import annotations

from collections.abc import Sequence


def noun_of(number: int, thing: str, things: str = "") -> str:
    """Return what a number of things are called: 'event' for 1, else 'events', or `things`."""
    return thing if number == 1 else things or f"{thing}s"


def count_of(number: int, thing: str, things: str = "") -> str:
    """Return a number of things in words, such as '2 events' or '5,183 events'."""
    return f"{number:,} {noun_of(number, thing, things)}"


def either(names: Sequence[str]) -> str:
    """Return some names, at least one, as a choice: 'a', 'a or b', 'a, b or c'."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
