"""Tells the days of what came before an event, of which the hours of its story are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_JOINING = frozenset({";", ":", "but", "then", "that"})
# The hours behind a sentence with these are those of what is looked into.
_INQUIRING = frozenset({
    "accused", "arrested", "charged", "convicted", "detained", "evidence", "hearing", "indicted",
    "inquest", "inquiry", "interviewed", "investigating", "investigation", "investigators",
    "jailed", "jury", "police", "prosecutors", "report", "sentenced", "study", "suspected",
    "suspects", "suspicion", "testified", "testimony", "told", "trial", "witness", "witnesses",
})  # fmt: skip
_VERBAL = (Form.PAST, Form.ING, Form.HAD)
# So are those of a calamity of these days; one of long ago is only remembered.
_CALAMITIES = frozenset({
    "abducted", "ambushed", "attacked", "beaten", "blew", "bombed", "burned", "capsized",
    "collapsed", "collided", "crashed", "derailed", "died", "disappeared", "drowned", "exploded",
    "fell", "hurt", "injured", "kidnapped", "killed", "missing", "murdered", "rammed", "robbed",
    "sank", "shot", "stabbed", "struck", "stolen", "suffered", "vanished", "wounded",
})  # fmt: skip
_OF_THESE_DAYS = 60
_REACH = 15


def is_background(told: Remembered, main: Remembered, phrase: Phrase) -> bool:
    """Tell the latter day of "docked on Tuesday after leaving on Sunday. It tied up at 6".

    What is joined to it goes on, as in "was freed on Monday and left on Tuesday", and so does what
    somebody said or looks into. A thing without a verb, as in "after the fire on Sunday", can be
    either.
    """
    one, other = main.moment.first_day(), told.moment.first_day()
    if one is None or other is None or other >= one or main.moment.unit is not Unit.DAY:
        return False
    if between(told.phrase, phrase) == "sentence" or main.tense not in TOLD:
        return False
    if told.phrase.before() == "SINCE" and between(main.phrase, phrase) == "paragraph":
        return True
    goes_on = outlook(phrase).tense is Tense.PLUPERFECT or _is_of_inquiry(told, main)
    goes_on = goes_on or _takes_up(phrase, told, main)
    goes_on = goes_on or (_is_calamity(told, main) and (one - other).days < _OF_THESE_DAYS)
    return not goes_on and _has_own_verb(told, main)


def _has_own_verb(told: Remembered, main: Remembered) -> bool:
    """Tell "after leaving on Sunday" from "after a fire on Sunday" and "and left on Sunday"."""
    tokens, gap = told.phrase.tokens, range(main.phrase.last, told.phrase.first)
    symbols = {tokens.symbol(at) for at in gap}
    words = {tokens.word(at).lower() for at in gap}
    if not symbols.isdisjoint(("AND", "STOP", "BREAK")) or not words.isdisjoint(_JOINING):
        return False
    return any(verbs.form(word) in _VERBAL for word in words)


def _is_calamity(told: Remembered, main: Remembered) -> bool:
    gap = range(main.phrase.last, told.phrase.first)
    return any(told.phrase.tokens.word(at).lower() in _CALAMITIES for at in gap)


def _takes_up(phrase: Phrase, told: Remembered, main: Remembered) -> bool:
    """Tell the fire of "met those who fled the fire on Sunday. The fire broke out at 6 a.m."."""
    tokens, at = phrase.tokens, phrase.first
    while at > 0 and tokens.symbol(at - 1) not in ("STOP", "BREAK"):
        at -= 1
    gap = range(main.phrase.last, told.phrase.last + _REACH)
    ends = next((each for each in gap if tokens.symbol(each) in ("STOP", "BREAK")), gap[-1])
    words = {tokens.word(each).lower() for each in range(main.phrase.last, ends)}
    return tokens.symbol(at) == "THE" and tokens.word(at + 1).lower() in words


def _is_of_inquiry(told: Remembered, main: Remembered) -> bool:
    if verbs.reports(outlook(main.phrase).verb.lower()):
        return True
    near = range(max(main.phrase.first - _REACH, 0), told.phrase.last + _REACH)
    return any(told.phrase.tokens.word(at).lower() in _INQUIRING for at in near)
