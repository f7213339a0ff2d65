"""Tells somebody named Ramadan, or Easter, from the feast: "Taha Yassin Ramadan"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_NAMES = frozenset({"easter", "ramadan", "ramazan"})
# Before a feast stand such words with a capital, too, and no names.
_NO_NAMES = (
    "A|After|All|And|As|At|Before|By|During|Each|Early|Eid|Every|First|For|From|Happy|Holy|In|Islamic"
    "|Last|Late|Muslim|Next|Of|On|Orthodox|Since|That|The|This|Though|Through|Till|To|Until|When"
    "|While|With"
)
_FULL_NAME = re.compile(
    rf"(?<![\w.])(?!(?:{_NO_NAMES})\s)[A-Z][\w’'-]+\s(?:al-)?(Easter|Rama[dz]an)\b"
    r"(?!\s(?:[Bb]ayram|fast|feast|holidays?|Monday|Sunday|service|week))"
)
_OF_FEASTS = frozenset({
    "after", "before", "by", "during", "for", "in", "of", "since", "the", "this", "through",
    "throughout", "until",
})  # fmt: skip


def is_person(phrase: Phrase) -> bool:
    """Tell "Taha Yassin Ramadan", and "Ramadan" of a text that names him so, from the feast.

    "During Ramadan" is the feast in such a text, too.
    """
    name = phrase.text.lower()
    if name not in _NAMES or name not in _persons(phrase.tokens.text):
        return False
    if phrase.before() == "NAME" or phrase.after() == "POSSESSIVE":
        return True
    return phrase.word_before() not in _OF_FEASTS


@lru_cache(maxsize=2)
def _persons(text: str) -> frozenset[str]:
    """Return which of the names a text has with another before it; linear in its length."""
    return frozenset(match[1].lower() for match in _FULL_NAME.finditer(text))
