"""Parts a length of time from what it is a part of: "the last two days" of "the year"."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.finding.quantities import count
from kztimeline.documents.extraction.moments import Unit

_MONTHS_IN_QUARTER = 3
_BEGINS = {"WEEKDAY": "weekday", "TODAY": "today", "PRESENT": "now"}
_WEEKS = (Unit.WEEK, "fortnight")
# What names an end of a year, besides "first" and "last".
EDGES = frozenset({"closing", "final", "opening"})
_IN_PART = (_MONTHS_IN_QUARTER, 2 * _MONTHS_IN_QUARTER)


def of_no_edge(whole: Phrase) -> list[Phrase]:
    """Return the parts of "the best four months of 2014"; "the final four months" of it are one.

    Empty where it needs no parting so.
    """
    tokens, word, of = whole.tokens, whole.index("WORD"), whole.index("OF")
    if word is None or of is None or tokens.word(word).lower() in EDGES:
        return []
    year = Phrase(_rule_of_year(whole), tokens, of + 1, whole.last)
    counted = Phrase("duration", tokens, word + 1, of)
    return [year] if whole.has("QUARTERS") else [counted, year]


def _rule_of_year(whole: Phrase) -> str:
    """Return by which rule the year is read that a phrase ends with."""
    if whole.tokens.symbol(whole.last - 1) != "UNIT":
        return "year"
    return "the_unit" if whole.tokens.symbol(whole.last - 2) == "THE" else "which"


def span_of_the_year(whole: Phrase) -> list[Phrase]:
    """Return the parts of "the last two days of the year"; "the first six months" of it are one.

    Empty where the year is named: "the first six months of 2012".
    """
    tokens, of = whole.tokens, whole.index("OF")
    if of is None or tokens.symbol(whole.last - 1) != "UNIT" or whole.has("YEAR"):
        return []
    units = whole.meaning("UNITS"), tokens.meaning(whole.last - 1)
    is_of_now = tokens.word(whole.last - 2).lower() in ("the", "this")
    if units == (Unit.MONTH, Unit.YEAR) and count(whole) in _IN_PART and is_of_now:
        return [whole]
    span = Phrase("span", tokens, whole.first, of)
    return [span, Phrase(_rule_of_year(whole), tokens, of + 1, whole.last)]


def counted_to_day(whole: Phrase) -> list[Phrase]:
    """Return "two weeks from Wednesday", "a week today" and "a week on Monday", days, as they are.

    Two are "shut for two days from Wednesday" and "spent a day today".
    """
    start = whole.index("PREPOSITION")
    if start is None and not whole.has("AGO"):
        at, on = whole.last - 1, whole.has("ON")
        is_day = whole.meaning("UNIT") in _WEEKS and whole.word_at("TODAY") != "yesterday"
        is_day = is_day and whole.word_before() not in ("for", "after")
        beside = Phrase("weekday" if on else "today", whole.tokens, at, whole.last)
        span = Phrase("duration", whole.tokens, whole.first, at - on)
        return [whole] if is_day else [span, beside]
    if whole.word_before() != "for" or start is None:
        return [whole]
    begin = _BEGINS.get(whole.tokens.symbol(start + 1), "which")
    return [
        Phrase("duration", whole.tokens, whole.first, start),
        Phrase(begin, whole.tokens, start + 1, whole.last),
    ]


def is_at_weekend(whole: Phrase) -> bool:
    """Tell "recalled at the weekend after his remarks" from "held on the weekend after Easter"."""
    is_weekend = whole.meaning("UNIT") is Unit.WEEKEND and whole.word_before() == "at"
    behind = whole.word_after()
    owned = behind in verbs.OWNED or verbs.form(behind) is verbs.Form.ING
    return is_weekend and whole.after(0) in ("AFTER", "BEFORE") and owned
