"""Finds the temporal expressions of English prose and resolves them to dates.

Knows no card, no event and no timeline.
"""

from __future__ import annotations

from kztimeline.documents.extraction.explaining import (
    candidates,
    doubt,
    doubtful_first,
    explain,
    likeliest,
)
from kztimeline.documents.extraction.mentions import Extracted, extract, own_day

__all__ = [
    "Extracted",
    "candidates",
    "doubt",
    "doubtful_first",
    "explain",
    "extract",
    "likeliest",
    "own_day",
]
