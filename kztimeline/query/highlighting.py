"""The words of a query found in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kztimeline.query.folding import fold

if TYPE_CHECKING:
    from kztimeline.query.language import Query


def highlights(query: Query, text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` that the words wanted by `query` match.

    Offsets count code points, the end exclusive; the stretches are ascending and
    do not touch each other.
    """
    words = _folded_words(query)
    if not words:
        return []
    folded = fold(text)
    found = sorted(span for word in words for span in _occurrences(word, folded))
    return _merged(found if text.isascii() else _unfolded(found, text))


@lru_cache(maxsize=8)
def _folded_words(query: Query) -> frozenset[str]:
    return frozenset(fold(word) for word in query.wanted_words())


def _unfolded(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that `spans` of the folded text come from, marks included."""
    offsets = [at for at, character in enumerate(text) for _ in fold(character)]
    offsets.append(len(text))
    return [(offsets[start], max(offsets[end - 1] + 1, offsets[end])) for start, end in spans]


def _occurrences(word: str, folded: str) -> list[tuple[int, int]]:
    spans = []
    start = folded.find(word)
    while start >= 0:
        spans.append((start, start + len(word)))
        start = folded.find(word, start + len(word))
    return spans


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
