"""Text as it is compared: without regard to case, accents, typographic signs and what is unseen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS: Final = str.maketrans(
    "‘’‚‛´ʹʻʼʽˈ“”„‟‐‑‒–—−łŁøØđĐðÐħĦŧŦı",
    "''''''''''" + '""""' + "------lLoOdDdDhHtTi",
    # Selectors of how a letter is drawn, which are no letters.
    "\u034f\u180b\u180c\u180d" + "".join(map(chr, range(0xFE00, 0xFE10))),
)
_JOINED: Final = str.maketrans({"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"})
PLAIN_LETTERS: Final = {**_SIGNS, **_JOINED}
"""What stands for signs and letters that Unicode does not decompose, for `str.translate`."""
SIBILANTS: Final = "šžčşŠŽČŞ"
"""Letters whose mark is more than an accent: romanization writes them sh, zh and ch."""
_ACCENTS_OF_SIBILANTS: Final = "\u030c\u0327"
_SIBILANT: Final = pattern("(?:[SZCszc]\u030c|[Ss]\u0327)")
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
UNSPACED: Final = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"))
"""The letters of Chinese and Japanese, first and last of each range."""


class _Characters(dict[int, str]):
    """Table for `str.translate`, filled as characters turn up."""

    def __init__(self, of_character: Callable[[str], str]) -> None:
        super().__init__()
        self._of_character = of_character

    def __missing__(self, code: int) -> str:
        made = self[code] = self._of_character(chr(code))
        return made


def _without_accents(text: str) -> str:
    """Return `text` in its plainest letters, without what only marks them or is not seen."""
    decomposed = unicodedata.normalize("NFKD", text.translate(PLAIN_LETTERS))
    return "".join(
        character
        for character in decomposed
        if not unicodedata.combining(character) and unicodedata.category(character) != "Cf"
    )


def _plain_character(character: str) -> str:
    if any(first <= character <= last for first, last in UNSPACED):
        return f" {character} "
    return character if character in SIBILANTS else _until_same(_without_accents, character)


def _folded_character(character: str) -> str:
    return _until_same(lambda text: _without_accents(text.casefold()), character)


def _until_same(change: Callable[[str], str], text: str) -> str:
    while (changed := change(text)) != text:
        text = changed
    return text


_PLAIN: Final = _Characters(_plain_character)
_FOLDED: Final = _Characters(_folded_character)


def plain(text: str) -> str:
    """Return `text` without accents and typographic signs, its case and `SIBILANTS` kept.

    Letters of languages without spaces are set apart by some. The length of the outcome is
    what `plain` makes of the characters one by one.
    """
    if text.isascii():
        return text
    if any(accent in text for accent in _ACCENTS_OF_SIBILANTS):
        text = _SIBILANT.sub(_composed, text)
    return _NON_ASCII.sub(_in_plain_letters, text)


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _in_plain_letters(match: re.Match[str]) -> str:
    return match[0].translate(_PLAIN)


def fold(text: str) -> str:
    """Return `text` as it is compared: each character on its own, without case or accent."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)
