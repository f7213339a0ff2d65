"""Tells when something was said or found out: "telling reporters on Thursday that it will rain".

What was said is told of in any tense, and may be still to come; that it was said is over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_SAYING = re.compile(
    r"\b(?:acknowledging|adding|admitting|announcing|arguing|assuring|claiming|confirming|declaring"
    r"|disclosing|explaining|informing|insisting|noting|reporting|revealing|saying|stating|stressing"
    r"|telling|tweeting|warning|writing)\s(?:(?!(?:to|will|would|is|are|was|were|has|had)\s)"
    r"[\w.’'-]+\s){0,5}?(?:on\s)?\Z"
)
_WHAT_IS_SAID = re.compile(r"\s(?:that\b|[“\"])|:\s|,\s[“\"]")
_FOUND = (
    r"(?:account|analysis|assessment|audit|briefing|comments|complaint|count|estimate|filing"
    r"|interview|letter|memo|poll|remarks|report|review|speech|statement|study|survey|tally"
    r"|testimony)"
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording\sto\s(?:[\w.’'-]+\s){{0,7}}?{_FOUND}\s(?:[\w’'-]+\s){{0,4}}?"
    r"(?:(?:from|in|of|on)\s)?\Z"
)
# What was said under oath, or in public, and is spoken of in the present.
_SPOKEN = re.compile(
    r"(?:\b(?:[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Tt]he)|['’]s?)\s(?:[\w-]+\s){0,2}?"
    r"(?:deposition|remarks|speech|statement|testimony)\s(?:in|on)\s\Z"
)
# Who said it, and where: "said Ana Roth, head of the board, in the assembly on Friday."
_SPEAKER = re.compile(
    r",[”\"]?\s(?:said|says|told)\s(?:[A-Z][\w.’'-]+\s?){1,4}(?:,\s[^,.;\n]{3,60})?,\s"
    r"(?:(?!(?:who|whose|which|that|will|is|was|has|had)\s)[\w.’'-]+\s){1,8}?(?:on\s)?\Z"
)
_CLOSING = frozenset({"BREAK", "COMMA", "DOT", "STOP"})
_REACH = 150


def is_said_then(phrase: Phrase) -> bool:
    """Tell "telling Reuters on Thursday that" and "According to a report in February,"."""
    before = phrase.text_before(_REACH)
    says = _WHAT_IS_SAID.match(phrase.text_after(_REACH)) is not None
    if phrase.after() in _CLOSING and _SPEAKER.search(before):
        return True
    return (says and _SAYING.search(before) is not None) or _ACCORDING.search(before) is not None


def is_of_testimony(phrase: Phrase) -> bool:
    """Tell the month of "Her testimony in May conflicts with it"."""
    return _SPOKEN.search(phrase.text_before(_REACH)) is not None
