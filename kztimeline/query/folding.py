"""Text without regard to case, accents and typographic quotes."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans("‘’‚‛“”„‟‐‑‒–—−", "''''" + '""""' + "------")


class _FoldedCharacters(dict[int, str]):
    """Table for `str.translate`, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    text = character.translate(_PLAIN)
    while (folded := _without_marks(text.casefold())) != text:
        text = folded
    return text


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_TABLE = _FoldedCharacters()


def fold(text: str) -> str:
    """Return `text` as it is compared: each character on its own, without case or accent."""
    return text.lower() if text.isascii() else text.translate(_TABLE)
