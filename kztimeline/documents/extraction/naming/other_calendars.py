"""Tells years of another calendar from ours: "1293 AH" and "12 Rajab 1443" of the Hijra.

What they are in our calendar takes a table, and is left to the reader.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_ERA = re.compile(r"\s?(?:A\.?\s?H\.?(?!\w)|[Hh]ijri\b|[Aa]nno\s[Hh]egirae\b)")
_MONTH = re.compile(
    r"\b(?:Muharram|Safar|Rabi['’]?|Jumada|Rajab|Sha['’]?ban|Rama[dz]an|Shaww?al|Dh?u|Zu)"
    r"(?:[-\s](?:al|ul|ath|ath-)[-\s]?[\w'’]+|\s[Qq]a['’]?da|\s[Hh]ijja|\sI{1,2})?,?\s$"
)
_LAST_LUNAR = 1500
"""No text of ours is of a later year of the Hijra."""
_MONTH_REACH = 30
_ERA_REACH = 16


def is_of_hijra(phrase: Phrase) -> bool:
    """Tell whether the year that a phrase ends in is one of the Hijra."""
    if _ERA.match(phrase.text_after(_ERA_REACH)):
        return phrase.has("YEAR", "THREE_DIGITS", "TWO_DIGITS")
    year = phrase.meaning("YEAR")
    named = _MONTH.search(phrase.text_before(_MONTH_REACH)) is not None
    return named and isinstance(year, int) and year <= _LAST_LUNAR
