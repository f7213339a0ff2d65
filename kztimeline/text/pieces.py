"""Pieces of a line: text with the role it plays, split and clipped by cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from kztimeline.text.cells import cut, width
from kztimeline.text.spans import Span


class Piece(NamedTuple):
    """A run of text drawn in one role, such as 'title' or 'muted'."""

    text: str
    role: str = ""


DrawnLine: TypeAlias = list[Piece]
"""A line as it is drawn."""

Highlights: TypeAlias = Sequence[tuple[int, int]]
"""The spans of a text that something stands out in: first and last offset, exclusive."""


class RoleSpan(NamedTuple):
    """A span of a text that is drawn in a role of its own, `end` exclusive."""

    start: int
    end: int
    role: str


def pieces_of(text: str, part: Span, role: str, spans: Iterable[RoleSpan] = ()) -> list[Piece]:
    """Return the `part` of `text` as pieces, the `spans` within it in their own roles."""
    pieces: list[Piece] = []
    position = part.start
    for span in spans:
        start, end = max(span.start, position), min(span.end, part.end)
        if start >= end:
            continue
        if start > position:
            pieces.append(Piece(text[position:start], role))
        pieces.append(Piece(text[start:end], span.role))
        position = end
    if position < part.end:
        pieces.append(Piece(text[position : part.end], role))
    return pieces


def clip(pieces: Sequence[Piece], cells: int) -> list[Piece]:
    """Return `pieces`, or as much of them as fits into `cells` and an ellipsis."""
    if pieces_width(pieces) <= cells:
        return list(pieces)
    clipped: list[Piece] = []
    for piece in pieces:
        taken = width(piece.text)
        if taken >= cells:
            clipped.append(Piece(cut(piece.text + " ", cells), piece.role))
            break
        clipped.append(piece)
        cells -= taken
    return clipped


def pieces_width(pieces: Iterable[Piece]) -> int:
    """Return the cells that `pieces` take together."""
    return sum(width(piece.text) for piece in pieces)


def no_highlights(_text: str) -> Highlights:
    """Highlight nothing."""
    return ()
