"""Text measured and cut in terminal cells, and made safe to print.

Everything read from a file passes `clean` before it reaches a terminal.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from kztimeline.text.patterns import pattern
from kztimeline.text.spans import Span

ELLIPSIS = "…"

# Controls, lone surrogates, line separators, the marks that reorder text, and what
# takes no room and so could hide in it. The joiners stay: emoji and scripts need them.
_UNPRINTABLE = pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_WORD = re.compile("[^ ]+")
# What takes one cell each, alone and in any company: the letters, signs and dashes of
# most texts here. Rich is asked about any other, character by character.
_NARROW = pattern(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u25fc]*"
)


Cell: TypeAlias = int
"""A place across a line of the screen: terminal cells to the left of it."""


def clean(text: str) -> str:
    """Return `text` with everything a terminal might obey replaced, one for one."""
    return _UNPRINTABLE.sub("\ufffd", text)


def width(text: str) -> int:
    """Return how many terminal cells `text` takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    # What is drawn before Textual is loaded is not measured: Rich takes a while to load.
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """Return `text` if it fits into `cells`, else its beginning and an ellipsis."""
    if width(text) <= cells:
        return text
    return text[: _prefix(text, cells - 1)] + ELLIPSIS if cells > 0 else ""


def cut_start(text: str, cells: int) -> str:
    """Return `text` if it fits into `cells`, else an ellipsis and its end."""
    if width(text) <= cells:
        return text
    start = _prefix(text, width(text) - cells + 1)
    while start < len(text) and width(text[start:]) >= cells:
        start += 1
    return ELLIPSIS + text[start:] if cells > 0 else ""


def fit(text: str, cells: int, align: str = "left") -> str:
    """Return `text` cut or padded to exactly `cells`; `align` is left, right or centre."""
    text = cut(text, cells)
    space = cells - width(text)
    if align == "right":
        return " " * space + text
    if align == "centre":
        return " " * (space // 2) + text + " " * (space - space // 2)
    return text + " " * space


def wrap(text: str, cells: int, lines: int | None = None) -> list[Span]:
    """Break `text` between words into stretches of at most `cells` each.

    A word wider than a line is broken. With `lines` given, whatever is left
    over stays in the last stretch, for the caller to cut.
    """
    break_up = _wrap_narrow if _NARROW.fullmatch(text) else _wrap_any
    slices = break_up(text, max(cells, 1))
    if lines is not None and len(slices) > lines:
        slices[lines - 1 :] = [Span(slices[lines - 1].start, len(text))]
    return slices


def _wrap_narrow(text: str, cells: int) -> list[Span]:
    """Break a text all of whose characters take one cell."""
    slices: list[Span] = []
    start, stop = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    while stop - start > cells:
        end = text.rfind(" ", start, start + cells + 1)
        if end < 0:
            slices.append(Span(start, start + cells))
            start += cells
            continue
        line = text[start:end].rstrip(" ")
        slices.append(Span(start, start + len(line)))
        start = end + 1
        while text[start] == " ":
            start += 1
    slices.append(Span(start, stop) if start < stop else Span(0, 0))
    return slices


def _wrap_any(text: str, cells: int) -> list[Span]:
    """Break any text, each stretch measured."""
    slices: list[Span] = []
    start = end = 0
    for match in _WORD.finditer(text):
        if end > start and width(text[start : match.end()]) > cells:
            slices.append(Span(start, end))
            start = match.start()
        elif end == start:
            start = match.start()
        end = match.end()
        while width(text[start:end]) > cells:
            split = start + max(_prefix(text[start:end], cells), 1)
            slices.append(Span(start, split))
            start = split
    if end > start or not slices:
        slices.append(Span(start, end))
    return slices


def lines_of(text: str, cells: int, most: int | None = None) -> list[str]:
    """Return `text` broken between words into lines of at most `cells`.

    With `most` given there are no more lines than that, the last one cut.
    """
    parts = wrap(text, cells, most)
    return [cut(text[part.start : part.end], cells) for part in parts]


@lru_cache(maxsize=1024)
def _prefix(text: str, cells: int) -> int:
    """Return how many code points of `text` fit into `cells`, no character broken."""
    if cells <= 0:
        return 0
    if text.isascii():
        return min(cells, len(text))
    from rich.cells import split_graphemes

    used = 0
    for start, _end, size in split_graphemes(text)[0]:
        if used + size > cells:
            return int(start)
        used += size
    return len(text)
