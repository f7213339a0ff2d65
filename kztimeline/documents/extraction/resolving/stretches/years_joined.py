"""Reads the years that a dash or slash joins, of which each can leave out what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.resolving.years import short_years

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

_CENTURY = 100
_JOINED = ("YEAR_RANGE", "DUAL_YEAR")


def years_joined(phrase: Phrase, context: Context) -> tuple[int, int] | None:
    """Return the years of "1945-46", and of "'45-46" in the century that its text tells of."""
    at, joined = phrase.index(*_JOINED), phrase.meaning(*_JOINED)
    if at is None or not isinstance(joined, str):
        return None
    first, last = map(int, joined.split("/"))
    if phrase.tokens.word(at)[0] not in "'’‘":
        return first, last
    shift = short_years(first % _CENTURY, phrase, context)[0] - first
    return first + shift, last + shift
