"""Tells the last year of an office and the next decade of a life from those of the calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.naming.numbered import NEXT_CLAUSE

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# What somebody can have a last or next of; a business has its last quarter in the calendar.
_UNITS = frozenset({
    Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM, Unit.WEEKEND,
})  # fmt: skip
_SIDES = frozenset({"last", "next"})
# Whose "'s" is a verb: "it's next week", "that's last year's".
_NO_OWNERS = frozenset({
    "he", "here", "how", "it", "let", "she", "that", "there", "this", "what", "when", "where",
    "which", "who",
})  # fmt: skip
# Against this year stands the one before it: "the club's last year was bad, but this year".
_THIS = re.compile(r"\bthis\s(?:week|month|year|season|decade|one)\b")
_NEAR = 80
_OWNING = frozenset({"NAME", "WORD", "COUNTED"})
# What stands behind a length of somebody's time and is no noun.
_BEHIND_UNITS = NEXT_CLAUSE | {
    "abroad", "alive", "alone", "away", "here", "how", "overseas", "together", "under",
}  # fmt: skip
_BEFORE_HERS = frozenset({"BREAK", "IN", "OTHER", "PREPOSITION", "SINCE", "STOP", "UNTIL"})
_SPENDING = frozenset({"is", "spend", "spending", "spends", "spent", "was", "’s"})


def is_of_a_life(phrase: Phrase) -> bool:
    """Tell "Ana's last year coaching", "her next decade" and "his last summer in Rome".

    "Its last year's profit", "the firm's next financial year" and "Friday's" are of the calendar.
    """
    tokens, first = phrase.tokens, phrase.first
    if tokens.word(first).lower() not in _SIDES or phrase.after() == "POSSESSIVE":
        return False
    lasts = phrase.meaning("UNIT", "CENTURY") in _UNITS or phrase.has("SEASON", "WORD_SEASON")
    if not lasts or phrase.has("FISCAL", "WEEKDAY", "QUARTER") or _is_attributive(phrase):
        return False
    if _THIS.search(phrase.text_after(_NEAR).partition(".")[0]):
        return False
    if phrase.word_before() in verbs.OWNED:
        return phrase.word_before() != "her" or _is_hers(phrase)
    owner = phrase.word_before(2)
    is_owner = phrase.before(2) in _OWNING and owner not in _NO_OWNERS
    return phrase.before() == "POSSESSIVE" and is_owner


def _is_hers(phrase: Phrase) -> bool:
    """Tell "in her last week" and "filled her next decade" from "met her last week"."""
    if phrase.meaning("UNIT") is Unit.DECADE or phrase.before(2) in _BEFORE_HERS:
        return True
    word = phrase.word_after()
    is_spent = word in ("as", "of") or verbs.form(word) is verbs.Form.ING
    return is_spent or phrase.word_before(2) in _SPENDING


def _is_attributive(phrase: Phrase) -> bool:
    """Tell "the firm's last year results" from "her last year as mayor"."""
    word = phrase.word_after()
    is_noun = phrase.after() == "WORD" and word not in _BEHIND_UNITS
    return is_noun and verbs.form(word) in (verbs.Form.NONE, verbs.Form.BASE)
