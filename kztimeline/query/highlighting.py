"""The words of a query found in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.text.letters.folding import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kztimeline.query.index import Index
    from kztimeline.query.syntax import Query
    from kztimeline.text.pieces import Highlights

_REMEMBERED: Final = 2000
"""How many texts the spans of are remembered: lines are drawn again and again."""


def highlights(query: Query, index: Index, text: str) -> Highlights:
    """Return the spans of `text` that the words wanted by `query` match.

    They are ascending and do not touch each other. The index tells what is written in
    capitals.
    """
    return highlighter(query, index)(text)


def highlighter(query: Query, index: Index) -> Callable[[str], Highlights]:
    """Return what finds the spans of texts that the words wanted by `query` match."""
    patterns = [index.pattern(term) for term in query.wanted_terms()]
    remembered: dict[str, Highlights] = {}

    def found_in(text: str) -> Highlights:
        bare = plain(text)
        found = sorted(span for pattern in patterns for span in pattern.occurrences(bare))
        return _merged(found if text.isascii() else _unfolded(found, text))

    def spans_in(text: str) -> Highlights:
        known = remembered.get(text)
        if known is None:
            if len(remembered) >= _REMEMBERED:
                remembered.clear()
            known = remembered[text] = found_in(text) if patterns else []
        return known

    return spans_in


def _unfolded(spans: Highlights, text: str) -> Highlights:
    """The spans of `text` that `spans` of it in plain letters come from, accents included."""
    if not spans:
        return []
    offsets = [at for at, character in enumerate(text) for _ in plain(character)]
    offsets.append(len(text))
    return [(offsets[start], max(offsets[end - 1] + 1, offsets[end])) for start, end in spans]


def _merged(spans: Iterable[tuple[int, int]]) -> Highlights:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
