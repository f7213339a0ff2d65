"""Parts a length of time from what it is a part of: "the last two days" of "the year"."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.finding.quantities import count
from kztimeline.documents.extraction.moments import Unit

_MONTHS_IN_QUARTER = 3
_IN_PART = (_MONTHS_IN_QUARTER, 2 * _MONTHS_IN_QUARTER)


def span_of_the_year(whole: Phrase) -> list[Phrase]:
    """Return the parts of "the last two days of the year"; "the first six months" of it are one.

    Empty where the year is named: "the first six months of 2012".
    """
    tokens, of = whole.tokens, whole.index("OF")
    if of is None or tokens.symbol(whole.last - 1) != "UNIT" or whole.has("YEAR"):
        return []
    units = whole.meaning("UNITS"), tokens.meaning(whole.last - 1)
    if units == (Unit.MONTH, Unit.YEAR) and count(whole) in _IN_PART:
        return [whole]
    rule = "the_unit" if tokens.symbol(whole.last - 2) == "THE" else "which"
    span = Phrase("span", tokens, whole.first, of)
    return [span, Phrase(rule, tokens, of + 1, whole.last)]
