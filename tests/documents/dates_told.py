"""What the extractor makes of the phrases that a case asks for."""

from __future__ import annotations

from collections.abc import Iterable

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract


def dates_told(text: str, published: str, phrases: Iterable[str]) -> dict[str, str]:
    """Return the date of each phrase in a text, "None" where it has none or is not found."""
    found = {item.text: str(item.date) for item in extract(text, parse(published))}
    return {phrase: found.get(phrase, "None") for phrase in phrases}
