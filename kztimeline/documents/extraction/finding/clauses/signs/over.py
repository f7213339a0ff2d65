"""Tells what is over by what it is: a fire, a verdict, what somebody is accused of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import occasions
from kztimeline.documents.extraction.finding.clauses.signs.changes import was_held
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
    from kztimeline.documents.extraction.finding.phrases import Phrase

# What one is so for is over.
_ACCUSED = frozenset({
    "accused", "accuse", "accuses", "blame", "blames", "blamed", "charged", "charges", "convicted",
    "fined", "guilty", "indicted", "investigation", "jailed", "linked", "prosecuted",
    "responsible", "suspected", "suspects", "sued", "thanks", "trial", "wanted",
})  # fmt: skip
_ACCUSED_OF = frozenset({"for", "of", "over", "with", "to", "him", "her", "them", "it"})
_ACCUSED_REACH = 14
# "A premium of 29% to Friday's closing price".
_TRADED = re.compile(r"['’]s\s(?:close\b(?!\sof)|(?:closing|opening)\s(?:bid|level|price|value))")
_COMPARED_TO = frozenset({"above", "against", "below", "from", "over", "than", "to"})
_TRADED_REACH = 24


def is_during(phrase: Phrase, tense: Tense) -> bool:
    """Tell "were killed during January's election", which is over as they are."""
    return tense in TOLD and phrase.after() == "POSSESSIVE" and phrase.word_before() == "during"


def is_of_what_is_over(phrase: Phrase) -> bool:
    """Tell "Friday's fire", "appeal Friday's ruling" and "the June 9 vote, which he won"."""
    unforeseen = occasions.is_of_unforeseen(phrase) or occasions.is_of_answered(phrase)
    compared = phrase.word_before() in _COMPARED_TO
    traded = compared and _TRADED.match(phrase.text_after(_TRADED_REACH)) is not None
    return unforeseen or traded or occasions.is_of_decided(phrase) or was_held(phrase)


def is_of_accusation(clause: Clause) -> bool:
    """Tell "is accused of killing a man in May", which was then."""
    for at in clause.clause_before(clause.first, _ACCUSED_REACH):
        if clause.has_infinitive(at):
            return False
        if clause.word(at) in _ACCUSED and clause.word(at + 1) in _ACCUSED_OF:
            return clause.word(at) != "trial" or clause.word(at - 1) == "on"
    return False
