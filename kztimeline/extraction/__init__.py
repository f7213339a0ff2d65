"""Finds the temporal expressions of English prose and resolves them to dates."""

from __future__ import annotations

from kztimeline.extraction.mentions import Extracted, extract

__all__ = ["Extracted", "extract"]
