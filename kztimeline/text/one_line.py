"""Text that somebody pastes into a line: all of it, in one line, as it looks."""

from __future__ import annotations

from typing import Final

from kztimeline.text.letters.unseen import without_unseen
from kztimeline.text.patterns import pattern

_LINE_ENDS: Final = pattern("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_HALVES: Final = pattern("[\ud800-\udfff]")


def joined_lines(text: str) -> str:
    """Return the lines of a text as one, with a space for each line end and tab between words.

    Spaces at the ends of the text stay, for it may go on from another.
    """
    first, *others = _LINE_ENDS.split(text)
    if not others:
        return text
    *between, last = others
    parts = (first.rstrip(" "), *(part.strip(" ") for part in between), last.lstrip(" "))
    return " ".join(filter(None, parts))


def pasted_line(text: str) -> str:
    """Return a text that was pasted as one line: joined, and without what does not show."""
    return _HALVES.sub("", without_unseen(joined_lines(text)))
