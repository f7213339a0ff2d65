"""What stands under the typed text: how much matches, what may be typed, or the mistake.

Each purpose has its hint at several lengths, the longest first, so that a narrow screen
drops the examples and never cuts the advice. All widths are cells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean, cut_start, lines_of, width
from kztimeline.text.pieces import Piece
from kztimeline.tui.render.signs import with_keys_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.query import QueryError
    from kztimeline.text.cells import Cell

_OFFERING: Final = ("tab completes", " · ↑↓ choose", " · enter takes it as typed")
_CHOSEN: Final = ("enter takes {}", " · ↑↓ choose", " · esc keeps what is typed")
"""What is said while completions are offered, and when one of them is chosen."""

MOST_LINES: Final = 4
_APART: Final = re.compile(r"(\s·\s|\s{2,}|(?<=…)\s)")
_EXAMPLE: Final = re.compile(r"\w+:…|\w+:\S*\d|the \d+s|(\w+ )*\d{4}|\d+ [a-z]{3}|today")
_NARROW: Final = 50
_SPACE: Final = "   "
_LEAST_TYPED: Final = 20


def hint_lines(cells: int, indent: int, count: str, texts: Sequence[str]) -> list[list[Piece]]:
    """Return a hint: the longest text that fits beside the count, else the shortest, wrapped.

    Args:
        cells: The room there is.
        indent: Where the typed text begins.
        count: How many events match, or whatever else is to be said of the text.
        texts: The hint, the longest wording first.
    """
    indent = _indent(cells, indent)
    room = cells - indent
    count = clean(count)
    before = f"{count}{_SPACE}" if count else ""
    fitting = next((text for text in texts if width(before) + width(text) <= room), None)
    if fitting is not None:
        return [_line(indent, Piece(before, "count"), Piece(fitting, "quiet"))]
    lines = [_line(indent, Piece(part, "count")) for part in lines_of(count, room)]
    shortest = texts[-1] if texts else ""
    lines += [_line(indent, Piece(part, "quiet")) for part in lines_of(shortest, room)]
    return [line for line in lines if len(line) > 1][:MOST_LINES] or [[]]


def offer_hints(chosen: str, *, is_refused: bool, plain: bool) -> Sequence[str]:
    """Return what may be typed while completions are offered, the longest text first.

    Args:
        chosen: The completion that is chosen, or nothing.
        is_refused: Whether what is typed cannot be used as it is.
        plain: Whether keys are named in ASCII.
    """
    parts = [_CHOSEN[0].format(clean(chosen)), *_CHOSEN[1:]] if chosen else _OFFERING
    texts = ["".join(parts[:count]) for count in (3, 2, 1)]
    if is_refused and not chosen:
        del texts[0]
    return [with_keys_in_words(text) for text in texts] if plain else texts


def mistake_lines(
    cells: int, indent: int, start: int, length: int, mistake: QueryError
) -> list[list[Piece]]:
    """Return carets under a mistake and what to write instead, beside them or below.

    Args:
        cells: The room there is.
        indent: Where the typed text begins.
        start: How many cells of the text stand before the mistake.
        length: How many cells the mistake takes.
        mistake: What is wrong.
    """
    at = min(indent + max(start, 0), max(cells - 1, 0))
    carets = "^" * max(min(length, cells - at), 1)
    messages = list(map(clean, mistake.variants))
    message = messages[0]
    if at + len(carets) + 1 + width(message) <= cells:
        return [_line(at, Piece(f"{carets} {message}", "mistake"))]
    if width(message) + 1 <= at - 1:
        space = " " * (at - 1 - width(message))
        return [[Piece(f"{space}{message} {carets}", "mistake")]]
    indent = _indent(cells, indent)
    written = (lines_of(text, cells - indent) for text in messages)
    parts = next((parts for parts in written if len(parts) <= MOST_LINES), None)
    parts = parts or lines_of(messages[-1], cells - indent, MOST_LINES)
    return [
        _line(at, Piece(carets, "mistake")),
        *(_line(indent, Piece(part, "mistake")) for part in parts),
    ]


def example_at(text: str, cell: Cell) -> str:
    """Return what an example at a cell of a hint is to write: 'topic:' of 'topic:…'; or nothing."""
    start = 0
    for part in _APART.split(text):
        start += width(part)
        if cell < start:
            words = part.strip()
            return words.rstrip("…") if _EXAMPLE.fullmatch(words) else ""
    return ""


def said_lines(cells: int, indent: int, text: str, role: str) -> list[list[Piece]]:
    """Return a text under what is typed, wrapped."""
    indent = _indent(cells, indent)
    return [
        _line(indent, Piece(part, role))
        for part in lines_of(clean(text), cells - indent, MOST_LINES)
    ]


def typed_line(cells: int, typed: str, said: str) -> list[Piece]:
    """Return what is typed, its end where the whole has no room, and what is said of it."""
    room = max(cells - width(said) - 3, _LEAST_TYPED)
    return [Piece(f" {cut_start(clean(typed), room)}▏", "key"), Piece(f" {said}", "quiet")]


def _indent(cells: int, indent: int) -> int:
    return 1 if cells < _NARROW else indent


def _line(indent: int, *pieces: Piece) -> list[Piece]:
    return [Piece(" " * indent), *(piece for piece in pieces if piece.text)]
