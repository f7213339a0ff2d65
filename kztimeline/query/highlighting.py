"""The words of a query found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.query.folding import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.query.index import Index
    from kztimeline.query.language import Query


def highlights(query: Query, index: Index, text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` that the words wanted by `query` match.

    Offsets count code points, the end exclusive; the stretches are ascending and
    do not touch each other. The index tells what is written in capitals.
    """
    patterns = [index.pattern(term) for term in query.wanted_terms()]
    if not patterns:
        return []
    bare = plain(text)
    found = sorted(span for pattern in patterns for span in pattern.occurrences(bare))
    return _merged(found if text.isascii() else _unfolded(found, text))


def _unfolded(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that `spans` of it in plain letters come from, marks included."""
    if not spans:
        return []
    offsets = [at for at, character in enumerate(text) for _ in plain(character)]
    offsets.append(len(text))
    return [(offsets[start], max(offsets[end - 1] + 1, offsets[end])) for start, end in spans]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
