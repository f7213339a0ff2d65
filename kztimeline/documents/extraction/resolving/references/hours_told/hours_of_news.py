"""Tells hours that are of the day of the news: "were down 4 percent at 1030 GMT"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.cues import is_as_of
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_ZONES = frozenset({
    "aedt", "aest", "awst", "bst", "cdt", "cest", "cet", "cst", "edt", "est", "gmt", "hkt", "ist",
    "jst", "msk", "mst", "pdt", "pst", "sgt", "utc", "wst",
})  # fmt: skip
_PRICE = re.compile(
    r"(?:[$€£¥]\s?\d|\d\s?%|\b(?:percent|per\scent|cents?|points?)\b)(?:(?![.!?]\s).)*\Z"
)
_OF_MINUTES = re.compile(
    r"\b(?i:briefing|committee|council|conference|court|hearing|house|meeting|session|sitting)\b"
    r"[^!?\n]{0,50}\b(?:adjourned|concluded|ended|resumed|rose|suspended)\sat\s(?:about\s)?\Z"
)
_REACH = 90


def is_of_newswire(told: Remembered | None, phrase: Phrase) -> bool:
    """Tell the hour of "were down 4 percent at 1030 GMT", of the day of publication.

    What the shares had been before, as in "9 at Friday's close", is told aside.

    Args:
        told: The day told last, if any.
        phrase: The hour, of which its clause tells in the past.
    """
    is_by, of_zone = _is_by(phrase), _is_of_zone(phrase)
    signs = (is_of_trading, is_as_of, _is_of_price, _is_of_minutes)
    if not (is_by or of_zone or any(tells(phrase) for tells in signs)):
        return False
    if told is None:
        return True
    if is_by and phrase.rule == "clock" and not of_zone:
        return False
    if told.tense is Tense.PLUPERFECT or told.phrase.after() == "POSSESSIVE":
        return True
    apart = between(told.phrase, phrase)
    if is_as_of(phrase):
        return apart != "sentence"
    if is_by or (of_zone and phrase.before() == "BY"):
        return apart == "text"
    return is_of_trading(phrase) and apart != "sentence"


def _is_of_zone(phrase: Phrase) -> bool:
    """Tell "1030 GMT" and "11:30 a.m. EST"."""
    return phrase.text.endswith(("GMT", "UTC")) or phrase.word_after() in _ZONES


def is_of_trading(phrase: Phrase) -> bool:
    """Tell "fell 64 cents in afternoon trading", of the day of the news."""
    return phrase.rule == "daypart" and phrase.word_after() in ("dealings", "trade", "trading")


def _is_by(phrase: Phrase) -> bool:
    """Tell "had closed by noon" and "by 4 p.m. had risen": how far things have come in the news."""
    named = phrase.rule in ("clock", "daypart")
    return named and phrase.before() == "BY" and not phrase.has("MID")


def _is_of_price(phrase: Phrase) -> bool:
    """Tell "was down 14 percent at $4.06 at 11 a.m."."""
    return phrase.rule == "clock" and _PRICE.search(phrase.text_before(_REACH)) is not None


def _is_of_minutes(phrase: Phrase) -> bool:
    """Tell "The sitting was suspended at 12:45 p.m. and resumed at 2 p.m."."""
    return phrase.rule == "clock" and _OF_MINUTES.search(phrase.text_before(_REACH)) is not None
