"""Parts what names its day from the words behind it: "the eve of the vote", "the new year"."""

from __future__ import annotations

from dataclasses import replace

from kztimeline.documents.extraction.finding.occasions import is_occasion
from kztimeline.documents.extraction.finding.phrases import Phrase


def of_occasion(whole: Phrase) -> list[Phrase]:
    """Take "the eve of the vote" alone from "the eve of the vote shops"; other eves are no days."""
    for at in range(whole.first, whole.last):
        if is_occasion(whole.tokens.word(at).lower()):
            return [Phrase(whole.rule, whole.tokens, whole.first, at + 1)]
    return []


def of_date(whole: Phrase) -> list[Phrase]:
    """Take "that date", and no other word behind "that"."""
    return [whole] if whole.word_after(0) == "date" else []


def of_new_year(whole: Phrase) -> list[Phrase]:
    """Tell "by the new year" from "by New Year", which is a feast."""
    new = whole.index("NEW")
    plain = new is not None and whole.tokens.word(new) == "new" and not whole.has("POSSESSIVE")
    return [replace(whole, rule="new_year")] if plain else [whole]
