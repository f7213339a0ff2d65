"""Tells when something was first to be, of which another day is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_moved_from
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 5
_AT_FIRST = frozenset({"first", "initially", "originally", "previously"})


def was_first_plan(phrase: Phrase, tense: Tense) -> bool:
    """Tell "the vote, originally planned for May" or moved from May, of which another is told."""
    if tense is not Tense.PLAN or is_moved_from(phrase):
        return phrase.names_calendar and is_moved_from(phrase)
    for at in range(phrase.first - 1, max(phrase.first - 1 - _REACH, -1), -1):
        if phrase.tokens.symbol(at) in (*ENDS, "COMMA"):
            return False
        if phrase.tokens.word(at).lower() in _AT_FIRST:
            return verbs.sets_time(phrase.tokens.word(at + 1))
    return False
