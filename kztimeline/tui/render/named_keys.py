"""Keys that a text names, such as in 'Undone. U redoes it.': a click there is that key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import width
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.text.cells import Cell

SPECIAL: Final = {
    "esc": "escape",
    "enter": "enter",
    "tab": "tab",
    "⇧tab": "shift+tab",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "⌫": "backspace",
    "↑↓": "down",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "f1": "f1",
    # As they are named in ASCII.
    "shift+tab": "shift+tab",
    "bksp": "backspace",
    "up/down": "down",
}
"""The keys that have names, as they are printed, and as Textual calls them."""

_PART: Final = pattern(r"(\.\s|;\s|,\s|:\s|\s[·-]\s|\s{2,}|[‹›()]|\sor\s|\sPress\s|^Press\s)")
_LETTER: Final = pattern(r"[^\W\d]|[^\w\s.,;:()]")
_VERB: Final = pattern(r"\w+s|earlier|later|opens?")


def key_at(text: str, cell: Cell, *, letters: bool = True) -> str:
    """Return the key that the words at a cell of a line name, as Textual calls it, or nothing.

    It stands before what it does: 'U redoes it', 'n: next match'; or alone: '(A)', 'nearby: i'.

    Args:
        text: The line.
        cell: The cell.
        letters: Whether a letter may be a key; where text is typed it is not.
    """
    for start, stop, key in _named(text):
        if start <= cell < stop and (letters or key in SPECIAL.values()):
            return key
    return ""


def _named(text: str) -> Iterator[tuple[Cell, Cell, str]]:
    """Yield from where to where a text names each key."""
    parts = _PART.split(text)
    start = 0
    for number in range(0, len(parts), 2):
        part, stop = parts[number], start + width(parts[number])
        before = parts[number - 1] if number else ""
        after = parts[number + 1] if number + 1 < len(parts) else ""
        key, _, does = part.strip().partition(" ")
        key = key.rstrip(".:")
        named = SPECIAL.get(key) or (key if _LETTER.fullmatch(key) else "")
        alone = not does and (before.strip() in {"(", ":", "or"} or after.strip() == ":")
        told = before.strip() == "Press"
        if named and (told or alone or _VERB.match(does) or (does and key in SPECIAL)):
            follows = width(parts[number + 2]) if after.strip() == ":" else 0
            yield start, stop + (width(after) + follows if follows else 0), named
        start = stop + width(after)
