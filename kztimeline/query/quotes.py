"""Quotation marks as people and their word processors write them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CLOSING: Final = {
    '"': "”“„‟",
    "“": '”“"',
    "”": '”“"',
    "„": '“”"',
    "‟": '”“"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
}
"""For each mark that begins a quote those that may end it, '"' for itself apart."""
QUOTATION_MARKS: Final = "".join(_CLOSING)
"""The marks that begin a quote wherever a word may begin."""
_APOSTROPHES: Final = "'‘‚‛"
"""Marks that begin one only where another at the end of a word answers them."""
_STRAIGHT: Final = re.compile(r'"((?:[^"]|"")*)"')
_SINGLE: Final = re.compile(r"['‘‚‛](?=\S)(.{0,200}?)(?<=\S)['’‘](?=[\s(),]|\Z)", re.DOTALL)
OPEN_OR_CLOSED: Final = "|".join(
    [
        '"(?:[^"]|"")*(?:"|$)',
        *(f"{mark}[^{ends}]*(?:[{ends}]|$)" for mark, ends in _CLOSING.items() if mark != '"'),
    ]
)
"""Matches a quote, also one that is not closed."""


class Quote(NamedTuple):
    """What stands in quotation marks, and where the text goes on after them."""

    text: str
    end: int


def quote_at(text: str, position: int) -> Quote | None:
    """Return the quote that begins at a position of a text, or None where none does."""
    mark = text[position]
    if mark in _APOSTROPHES:
        match = _SINGLE.match(text, position)
        return Quote(match[1], match.end()) if match else None
    if mark == '"' and (match := _STRAIGHT.match(text, position)):
        return Quote(match[1].replace('""', '"'), match.end())
    start = position + 1
    ends = [text.find(closing, start) for closing in _CLOSING.get(mark, "")]
    end = min((at for at in ends if at >= 0), default=None)
    return None if end is None else Quote(text[start:end], end + 1)


def begins_quote(text: str, position: int) -> bool:
    """Tell whether a quote begins at a position of a text, be it closed or not."""
    return text[position] in QUOTATION_MARKS or quote_at(text, position) is not None


def closing_of(mark: str) -> str:
    """Return what closes a quote that begins with `mark`."""
    return mark if mark == '"' else _CLOSING[mark][0]


def quoted(text: str) -> str:
    """Return `text` in quotes, as they are written for programs."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
