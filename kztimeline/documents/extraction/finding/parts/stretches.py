"""Makes one phrase of the two ends of a stretch: "between 1994 and 1996", "from 1947 until 1975".

So it does of the months of a period: "the period May to July". What is moved "from May to July"
has two dates, not the months between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.set_days import mover_of
from kztimeline.documents.extraction.finding.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a range is read as that two of a rule make.
_RANGES = {"year": "year_range", "day": "spoken_range"}
_RANGES |= dict.fromkeys(("month", "bare_month"), "month_range")
_JOINTS = frozenset({
    ("to",), ("until",), ("till",), ("through",), ("thru",), ("up", "to"), ("up", "until"),
    ("up", "till"), ("through", "to"), ("on", "to"),
})  # fmt: skip
_LONGEST_JOINT = 2
# What the months behind it make up.
_PERIODS = frozenset({"months", "period", "quarter", "season", "semester", "term"})
_MONTHS = ("month", "bare_month")


def with_stretches(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases of a text, the two ends of a stretch as one; others stay as they are."""
    at = 0
    while at < len(phrases):
        phrase = phrases[at]
        other = phrases[at + 1] if at + 1 < len(phrases) else None
        rule = _RANGES.get(phrase.rule)
        if rule and other and _RANGES.get(other.rule) == rule and _is_one(phrase, other):
            yield Phrase(rule, phrase.tokens, phrase.first, other.last)
            at += 2
        else:
            yield phrase
            at += 1


def _is_one(phrase: Phrase, other: Phrase) -> bool:
    """Tell the ends of a stretch from "and 2000 guns" and "and June this year"."""
    opening, joint = phrase.word_before(), other.first - phrase.last
    if other.after() == "COUNTED" or phrase.has("UNIT") or joint > _LONGEST_JOINT:
        return False
    if phrase.has("YEAR") and other.has("UNIT"):
        return False
    if opening == "between":
        return phrase.after() == "AND" and joint == 1
    if phrase.rule == "day" or not (opening == "from" or _names_period(phrase, opening)):
        return False
    words = tuple(phrase.tokens.word(at).lower() for at in range(phrase.last, other.first))
    return words in _JOINTS and mover_of(phrase) is None


def _names_period(phrase: Phrase, opening: str) -> bool:
    """Tell "the period May to July", whose months stand right behind it."""
    return phrase.rule in _MONTHS and opening in _PERIODS
