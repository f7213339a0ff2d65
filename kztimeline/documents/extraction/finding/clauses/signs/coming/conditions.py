"""Tells a present that is still to come: "when it opens in May", "expires in May", "unless"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS, REACH
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase

_WAITING = frozenset({"before", "once", "till", "unless", "until", "when"})
_APART = frozenset({"and", "but", "if", "that", "which", "while", "who", "whose", "where", "or"})
_PRESENT = frozenset({Form.IS, Form.PRESENT, Form.PRESENT_OR_NOUN})
# What does so on a day has it before it.
RUNNING_OUT = frozenset({"expire", "expires", "lapse", "lapses", "mature", "matures"})
_UNLESS = re.compile(r",?\s(?:provided|unless)\s")
_REACH = 12
# What will be on a day is to come: "fears grew before Saturday, when the clans will meet".
_WHEN_WILL = re.compile(
    r",\swhen\s(?:[\w.’'-]+\s){1,6}?(?:will|(?:is|are)\s(?:due|expected|scheduled|set)\b|(?:is|are)\sto)\s"
)
_WHEN_REACH = 90


def is_conditional(clause: Clause, phrase: Phrase, tense: Tense, verb: str) -> bool:
    """Tell the month of "when the fair opens in May", "his term expires in May" and "unless"."""
    if tense is not Tense.PRESENT or not (phrase.has("WEEKDAY") or clause.is_of_now()):
        return False
    runs_out = verb.lower().rpartition(" ")[2] in RUNNING_OUT and clause.has_verb_before()
    return runs_out or _waits(clause) or _UNLESS.match(phrase.text_after(_REACH)) is not None


def is_told_ahead(phrase: Phrase) -> bool:
    """Tell "fears grew before Saturday, when the clans will meet" by what stands behind."""
    return _WHEN_WILL.match(phrase.text_after(_WHEN_REACH)) is not None


def _waits(clause: Clause) -> bool:
    """Tell "before it turns the port over in May" from "meets before the vote in May"."""
    is_verb = False
    for at in range(clause.first - 1, max(clause.first - REACH, -1), -1):
        word = clause.word(at)
        if clause.tokens.symbol(at) in ("COMMA", *ENDS) or word in _APART:
            return False
        if word in _WAITING:
            return is_verb
        is_verb = is_verb or clause.form(at) in _PRESENT
    return False
