"""Roman numbers of what is counted so: "the IV quarter", "the XIX century", "XVIII–XIXth"."""

from __future__ import annotations

from typing import Final

from kztimeline.documents.extraction.finding.lexicon import Meaning

_WORTH = {"I": 1, "V": 5, "X": 10}
# Behind other words a letter is rather the end of a name: "Malcolm X".
_BEHIND = "|".join(
    f"(?<={word})"
    for word in (
        r"\b[Tt]he\s", r"\bof\s", r"\b[Ii]n\s", r"\b[Ee]arly\s", r"\b[Ll]ate\s", r"\bmid[\s-]",
        r"\band\s", r"\bor\s", r"\bto\s", "[-–—]",
    )
)  # fmt: skip
_NO_PRONOUN = r"(?<!\band\s)(?<!\bor\s)(?<!\bto\s)"
# To XXI, with or without the ending that it has when it is spoken.
_CENTURY = (
    rf"(?:X(?:XI?|IX|IV|VI{{0,3}}|I{{1,3}})|IX|IV|VI{{1,3}}|I{{2,3}}|(?:{_BEHIND})(?:[VX]|{_NO_PRONOUN}I))"
    r"(?:th|st|nd|rd)?(?![^\W_])"
)
_CENTURIES = r"[ \xa0-]centur(?:y|ies)\b(?!-)"
_JOINT = r"(?:\s?[-–—]\s?|\s(?:and|or|to)\s)(?:(?:the|early|mid|late)[\s-]){0,2}"
NUMBER: Final = rf"""(?:I{{1,3}}|IV)(?=\squarter\b)
        |(?=[IVX]){_CENTURY}(?={_CENTURIES}|{_JOINT}{_CENTURY}{_CENTURIES})"""


def read_number(word: str) -> tuple[str, Meaning]:
    """Read "XIX" and "XIXth" as 19."""
    worths = [_WORTH[letter] for letter in word.rstrip("dhnrst")]
    number = 0
    for worth, following in zip(worths, [*worths[1:], 0], strict=True):
        number += -worth if worth < following else worth
    return "ORDINAL_NUMBER", number
