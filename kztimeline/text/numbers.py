"""Numbers of things in words: one of a thing, and several."""

from __future__ import annotations

from collections.abc import Sequence


def noun_of(number: int, thing: str, things: str = "") -> str:
    """Return what a number of things are called: 'event' for 1, else 'events', or `things`."""
    return thing if number == 1 else things or f"{thing}s"


def count_of(number: int, thing: str, things: str = "") -> str:
    """Return a number of things in words, such as '2 events' or '5,183 events'."""
    return f"{number:,} {noun_of(number, thing, things)}"


def together(names: Sequence[str]) -> str:
    """Return some names, at least one, as a whole: 'a', 'a and b', 'a, b and c'."""
    return _joined(names, "and")


def either(names: Sequence[str]) -> str:
    """Return some names, at least one, as a choice: 'a', 'a or b', 'a, b or c'."""
    return _joined(names, "or")


def _joined(names: Sequence[str], word: str) -> str:
    *others, last = names
    return f"{', '.join(others)} {word} {last}" if others else last
