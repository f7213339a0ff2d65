"""Tells where a date stands in its clause: in front of it, or before a noun that it describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.participles import opens_behind_comma
from kztimeline.documents.extraction.finding.clauses.signs.cues import is_as_of

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_LONGEST_LIST = 8
_OPENING = frozenset({"IN", "ON", "BY", "THE", "SINCE", "UNTIL", "PREPOSITION", "AFTER", "OTHER"})
_TIME_LIMITS = frozenset({"deadline", "date", "start", "launch", "return", "cutoff", "target"})


def is_time_limit(phrase: Phrase) -> bool:
    """Tell the date of "has set a May deadline"."""
    return phrase.before() == "A" and phrase.word_after() in _TIME_LIMITS


def is_fronted(phrase: Phrase) -> bool:
    """Tell whether a phrase opens its clause, as in "In 1987, the line opened"."""
    tokens, index = phrase.tokens, phrase.first - 1
    index -= 2 * is_as_of(phrase)
    for _ in range(_LONGEST_LIST):
        if tokens.symbol(index) not in ("COMMA", "AND") or tokens.symbol(index - 1) != "YEAR":
            break
        index -= 2
    for _ in range(3):
        symbol = tokens.symbol(index)
        if symbol in ENDS or tokens.word(index) in (";", ":"):
            return True
        if symbol == "AND" or tokens.word(index) == "but":
            return opens_behind_comma(tokens, index)
        if symbol not in _OPENING:
            return False
        index -= 1
    return False


def is_attributive(phrase: Phrase) -> bool:
    """Tell the date of "Sunday's vote" and "the May 2009 ban"."""
    after, before = phrase.after(), phrase.before()
    if after == "POSSESSIVE":
        return True
    if before == "A" and phrase.has("MONTH", "SHORT_MONTH") and after == "WORD":
        return not is_time_limit(phrase)
    return before in ("THE", "POSSESSIVE") and after in ("WORD", "NAME", "LABEL")
