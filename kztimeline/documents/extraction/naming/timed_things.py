"""Tells the hours of what leaves or happens once, as in "the 9:30 a.m. departure to Toronto"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.phrases import Phrase

_THINGS = frozenset({
    "arrival", "attack", "blast", "boat", "bombing", "bus", "collision", "crash", "crossing",
    "departure", "earthquake", "eruption", "explosion", "express", "ferry", "flight", "landing",
    "launch", "liftoff", "plane", "quake", "raid", "sailing", "shift", "shooting", "shuttle",
    "train", "tram",
})  # fmt: skip
# Behind them an hour is that of a thing: "the 6 p.m. train".
NAMING = frozenset({"A", "THE", "POSSESSIVE", "EVERY"})
# "The 9:30 a.m. Air Canada departure".
_REACH = 4
_SENTENCE_REACH = 40
_ONCE = TOLD | {Tense.PERFECT, Tense.PLUPERFECT, Tense.PAST_PLAN, Tense.NOUN}
RECURRING = ("EVERY", "FREQUENCY", "WEEKDAYS", "SEASONS")
_USUAL = frozenset({"always", "never", "normally", "often", "regularly", "usual", "usually"})


def is_named_by_hour(phrase: Phrase) -> bool:
    """Tell the hour of "the 6.15pm train" and "a 7 p.m. curfew" from one at which something is."""
    is_thing = phrase.after() in ("WORD", "NAME", "COUNTED")
    return phrase.rule == "clock" and is_thing and phrase.before() in NAMING


def leaves_or_happens(phrase: Phrase) -> bool:
    """Tell the thing of one day in "missed the 6.15pm train" from what is so each day."""
    if phrase.before() == "EVERY" or phrase.before() not in NAMING:
        return False
    tokens, is_of_once = phrase.tokens, outlook(phrase).tense in _ONCE
    if phrase.word_after() in ("from", "to") and phrase.after(2) == "NAME":
        return is_of_once and phrase.before() == "THE" and not _recurs(phrase)
    for at in range(phrase.last, phrase.last + _REACH):
        if tokens.symbol(at) not in ("WORD", "NAME", "COUNTED"):
            return False
        if tokens.word(at).lower() in _THINGS:
            return is_of_once and not _recurs(phrase)
    return False


def _recurs(phrase: Phrase) -> bool:
    tokens = phrase.tokens
    return any(
        tokens.symbol(at) in RECURRING or tokens.word(at).lower() in _USUAL
        for at in _sentence(phrase)
    )


def _sentence(phrase: Phrase) -> Iterator[int]:
    for step, begin in ((-1, phrase.first - 1), (1, phrase.last)):
        at = begin
        while (
            phrase.tokens.symbol(at) not in ("STOP", "BREAK") and abs(at - begin) < _SENTENCE_REACH
        ):
            yield at
            at += step
