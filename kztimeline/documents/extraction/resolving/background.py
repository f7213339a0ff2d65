"""Tells the days of what came before an event, of which the hours of its story are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Remembered

_JOINING = frozenset({";", ":", "but", "then", "that"})
# The hours behind a sentence with these are those of what is looked into.
_INQUIRING = frozenset({
    "accused", "arrested", "charged", "convicted", "evidence", "hearing", "indicted", "inquest",
    "inquiry", "interviewed", "investigating", "investigation", "investigators", "jailed", "jury",
    "report", "sentenced", "study", "testified", "testimony", "told", "trial", "witness",
    "witnesses",
})  # fmt: skip
_REACH = 15


def is_background(told: Remembered, main: Remembered, phrase: Phrase) -> bool:
    """Tell the latter day of "docked on Tuesday after leaving on Sunday. It tied up at 6".

    What is joined to it goes on, as in "was freed on Monday and left on Tuesday", and so does what
    somebody said or looks into.
    """
    one, other = main.moment.first_day(), told.moment.first_day()
    is_earlier = main.moment.unit is Unit.DAY and bool(one and other and other < one)
    in_sentence = between(told.phrase, phrase) == "sentence"
    if not is_earlier or in_sentence or main.tense not in TOLD:
        return False
    if told.phrase.before() == "SINCE" and between(main.phrase, phrase) == "paragraph":
        return True
    goes_on = outlook(phrase).tense is Tense.PLUPERFECT or _is_of_inquiry(told, main)
    return not goes_on and not _is_joined(told, main)


def _is_joined(told: Remembered, main: Remembered) -> bool:
    tokens, gap = told.phrase.tokens, range(main.phrase.last, told.phrase.first)
    symbols = {tokens.symbol(at) for at in gap}
    words = {tokens.word(at).lower() for at in gap}
    return not symbols.isdisjoint(("AND", "STOP", "BREAK")) or not words.isdisjoint(_JOINING)


def _is_of_inquiry(told: Remembered, main: Remembered) -> bool:
    if verbs.reports(outlook(main.phrase).verb.lower()):
        return True
    near = range(max(main.phrase.first - _REACH, 0), told.phrase.last + _REACH)
    return any(told.phrase.tokens.word(at).lower() in _INQUIRING for at in near)
