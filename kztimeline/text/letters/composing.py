"""Letters in pieces or written by an older sign, and the form that most texts have (NFC)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from kztimeline.text.patterns import pattern

_WORDS: Final = pattern(r"\S+")
_VARIANTS: Final = pattern("([\uf900-\ufaff\U0002f800-\U0002fa1f])")  # of ideographs, which show
_NUMBERS: Final = {2: "two", 3: "three"}


class Uncomposed(NamedTuple):
    """The first letter of a word that is written in another form: where, and what to do.

    `offset` counts code points from the start of the text.
    """

    offset: int
    problem: str
    remedy: str


def composed(text: str) -> str:
    """Return `text` with each letter as one character, where there is one."""
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _VARIANTS.split(text)  # every other one is a variant
    parts[::2] = (unicodedata.normalize("NFC", part) for part in parts[::2])
    return "".join(parts)


def uncomposed(text: str) -> Iterator[Uncomposed]:
    """Yield each word that is not in form NFC: letters and marks apart, older doubles."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in _WORDS.finditer(text):
        word = _VARIANTS.sub("-", match[0])
        pairs = enumerate(zip(word, unicodedata.normalize("NFC", word), strict=False))
        first = next((number for number, (one, other) in pairs if one != other), None)
        if first is not None:
            letter = _letter(word, first)
            yield Uncomposed(match.start() + first, *_wording(letter))


def _letter(word: str, place: int) -> str:
    """Return the characters that make the letter at a place of a word."""
    start, end = place, place + 1
    while start and unicodedata.combining(word[start]):
        start -= 1
    while end < len(word) and (
        unicodedata.combining(word[end])
        or len(unicodedata.normalize("NFC", word[start : end + 1])) == 1
    ):
        end += 1
    return word[start:end]


def _wording(letter: str) -> tuple[str, str]:
    usual = unicodedata.normalize("NFC", letter)
    codes = " ".join(f"U+{ord(character):04X}" for character in usual)
    remedy = f"Write {usual} ({codes})."
    if len(letter) == 1:
        name = unicodedata.name(letter, "no letter").lower()
        return f"{usual!r} is written as U+{ord(letter):04X} ({name})", remedy
    number = _NUMBERS.get(len(letter), str(len(letter)))
    parts = "its parts"
    if all(map(unicodedata.combining, letter[1:])):
        marks = _NUMBERS.get(len(letter) - 1, str(len(letter) - 1))
        parts = f"{letter[0]} and {'an accent' if len(letter) == 2 else f'{marks} accents'}"
    return f"{usual!r} is written as {number} characters, {parts}", remedy
