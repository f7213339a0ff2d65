"""Tells the time that reports and figures are of: "figures for May", "covers the year to June"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import MEASURES, MONTH_SYMBOLS

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
_OF_HEADLINES = MEASURES | {
    "budget", "consumption", "debt", "demand", "economy", "incomes", "orders", "shipments",
    "spending", "starts", "trade", "unemployment",
}  # fmt: skip
_MEASURE_REACH = 6
_TEXT_REACH = 90
_TO_BE_OUT = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:accounts|data|earnings|estimates?|figures?|numbers?|report|results?)"
    r"\s(?:will|are|is|were|was)\s(?:(?:due|expected|likely|scheduled|set)\s)?(?:to\s)?(?:be\s)?"
    r"(?:announced|due|issued|out|published|released|reported|unveiled)\b"
)
_PERCENT = r"\d[\d.,]*\s?(?:%|pct|percent|per\scent)"
# A headline tells in the present what a figure did: "Exports rise 3 pct in July".
_MOVES = (
    r"(?:(?:rise|fall|dip|soar|surge|jump|drop|slip|climb|plunge|slump|grow|shrink|narrow|widen"
    r"|decline|gain|double|tumble|ease|rebound)s?|edges?\s(?:up|down|higher|lower))"
)
_MOVED = re.compile(
    rf"[^.\n]*(?<!would\s)(?<!will\s)(?<!could\s)(?<!may\s)(?<!might\s)(?<!\bto\s)(?<!not\s)"
    rf"\b{_MOVES}\s(?P<figure>(?:by\s)?{_PERCENT}\s)?in\s\Z"
)
_LINE_END = re.compile(r"\.?\s*(?:\n|\Z|[-–—]\s)")
_LONGEST_HEADLINE = 90
_FORETOLD = re.compile(
    r"\b(?:data|figures|numbers|report|survey)\s[^.;\n]{0,60}?\b(?:expected|forecast|likely|seen)"
    r"\sto\sshow\s[^.;\n]{0,80}\s(?:for|in)\s\Z"
)
_FORETOLD_REACH = 180
# An entry of a table of figures: "CPI: July +0.4%".
_TABLED = re.compile(r"\s?[+−–-]\s?\d+(?:[.,]\d+)?\s?(?:%|pct|m\s?/|[;)])")


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
    """Tell "will publish third-quarter figures" from "third-quarter profit will rise".

    So is the quarter of "Third-quarter figures will be released on Friday".
    """
    if _TO_BE_OUT.match(phrase.text_after(_TEXT_REACH)):
        return True
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


def is_foretold(phrase: Phrase) -> bool:
    """Tell the month of "Friday's report is forecast to show a gap for May", which is over."""
    is_month = phrase.has(*MONTH_SYMBOLS) and not phrase.has("DAY_NUMBER")
    return is_month and _FORETOLD.search(phrase.text_before(_FORETOLD_REACH)) is not None


def is_tabled(phrase: Phrase) -> bool:
    """Tell the month of "Exports rise 3 pct in July", a headline, and of "CPI: July +0.4%"."""
    if not phrase.has(*MONTH_SYMBOLS, "QUARTER", "QUARTER_LABEL") or phrase.has("DAY_NUMBER"):
        return False
    if _TABLED.match(phrase.text_after(_LONGEST_HEADLINE)):
        return True
    moved = _MOVED.search(phrase.text_before(_LONGEST_HEADLINE))
    if moved is None or _OF_HEADLINES.isdisjoint(moved[0].lower().split()):
        return False
    is_line = phrase.start <= _LONGEST_HEADLINE and "\n" not in phrase.text_before(phrase.start)
    ends = _LINE_END.match(phrase.text_after(_LONGEST_HEADLINE)) is not None
    return ends and (is_line or moved["figure"] is not None)


def is_covered(phrase: Phrase) -> bool:
    """Tell the months of "The report covers the year to June", which are over."""
    tokens = phrase.tokens
    for at in range(phrase.first - 1, max(phrase.first - 1 - _MEASURE_REACH, -1), -1):
        if tokens.symbol(at) in ENDS:
            return False
        if tokens.word(at).lower() in _COVERING:
            return tokens.symbol(at - 1) in ("COMMA", "WORD", "NAME")
    return False
