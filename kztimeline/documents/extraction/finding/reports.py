"""Tells the time that reports and figures are of: "figures for May", "covers the year to June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import MEASURES

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_PUBLISHING = frozenset({
    "announce", "announces", "announcing", "disclose", "discloses", "issue", "issues", "present",
    "presents", "publish", "publishes", "publishing", "release", "releases", "releasing", "report",
    "reporting", "reports", "unveil", "unveils",
})  # fmt: skip
_FINITE = frozenset({Form.PAST, Form.WAS, Form.IS, Form.HAD, Form.HAVE, Form.WILL})
_COVERING = frozenset({"covers", "documents", "reviews", "spans", "summarises", "summarizes"})
_REPORTED = MEASURES | {"data", "index", "jobs", "report"}
_MEASURE_REACH = 6


def is_measured(phrase: Phrase) -> bool:
    """Tell "will publish its figures for May" and "the estimate of output for the quarter"."""
    tokens = phrase.tokens
    opening = phrase.first - 1 - (phrase.before() == "THE")
    for at in range(opening - 1, max(opening - 1 - _MEASURE_REACH, -1), -1):
        word = tokens.word(at).lower()
        if tokens.symbol(at) in (*ENDS, "COMMA") or verbs.form(word) in _FINITE:
            return False
        if word in MEASURES or word == "those":
            return tokens.word(opening).lower() == "for"
    return False


def is_published(phrase: Phrase) -> bool:
    """Tell "will publish third-quarter figures" from "third-quarter profit will rise"."""
    if phrase.rule not in ("quarter", "portion") or MEASURES.isdisjoint(
        map(phrase.word_after, (1, 2))
    ):
        return False
    places = range(1, _MEASURE_REACH)
    return any(phrase.word_before(steps) in _PUBLISHING for steps in places)


def is_of_report(phrase: Phrase) -> bool:
    """Tell the month of "Friday's November jobs report", which is over when it is reported."""
    days = phrase.before() == "POSSESSIVE" and phrase.before(2) in ("WEEKDAY", "TODAY")
    return days and not _REPORTED.isdisjoint(map(phrase.word_after, (1, 2, 3)))


def is_covered(phrase: Phrase) -> bool:
    """Tell the months of "The report covers the year to June", which are over."""
    tokens = phrase.tokens
    for at in range(phrase.first - 1, max(phrase.first - 1 - _MEASURE_REACH, -1), -1):
        if tokens.symbol(at) in ENDS:
            return False
        if tokens.word(at).lower() in _COVERING:
            return tokens.symbol(at - 1) in ("COMMA", "WORD", "NAME")
    return False
