"""Figures that are a date only amid words that say so: "dated 20111216", "the 40s BC".

The patterns are for a verbose regular expression.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.documents.extraction.finding.layout import NAMED_MONTH
from kztimeline.documents.extraction.finding.lexicon import Meaning

_BEHIND = "|".join(
    rf"(?<={word}\s)"
    for word in (
        r"\b[Oo]n", r"\b[Ss]ince", r"\b[Uu]ntil", r"\b[Dd]ated", r"\b[Dd]ate:", r"\bDATE:",
        r"\b[Pp]osted", r"\b[Pp]ublished", r"\b[Uu]pdated", "[nsir]day", "[nsir]day,",
    )
)  # fmt: skip
_OPENING = rf"(?:{_BEHIND}|(?<=\()|(?<![\s\S]))"
_MONTH_AND_YEAR = rf"\s{NAMED_MONTH}\.?\s\d{{4}}\b"
_ERA = r"\s(?:B\.?\s?C|A\.?\s?D|C\.?\s?E)\b"

SOLID: Final = rf"""(?=\d{{8}})(?:{_BEHIND}|(?<![^\n])(?=\d+[ \t]*(?:\n|\Z)))
        (?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w/-]|[.,:]\w)
    |(?<![\w./-])(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])
        T[0-2]\d[0-5]\d(?:[0-5]\d)?Z?(?![\w/-]|\.\w)"""
"""A day as computers write it, behind such words, on a line of its own, or with its hour."""
HYPHENED: Final = rf"(?=\d)(?:{_BEHIND})\d{{1,2}}-\d{{1,2}}-\d\d(?![\w-]|[./:]\d)"
DOTTED: Final = rf"""(?=\d)(?:{_OPENING}|(?<=\b[Tt]he\s))\d{{1,2}}\.(?={_MONTH_AND_YEAR})
    |\d{{1,2}}(?:st|nd|rd|th)\.(?={_MONTH_AND_YEAR}[ \t]*(?:[,.;:)!?\n]|\Z))"""
"""The "16." of "on 16. December 2011", whose dot ends no sentence."""
BARE_DECADE: Final = rf"(?:[2-9]0['’]?s\b|10s(?={_ERA}))"


def read_dotted(word: str) -> tuple[str, Meaning]:
    """Read the day of a month that a dot stands behind."""
    figures = re.findall(r"\d+", word)[0]
    day = int(figures)
    return ("DAY_NUMBER", day) if 1 <= day <= 31 else ("AMOUNT", None)


def read_decade(word: str) -> tuple[str, Meaning]:
    """Read "’60s", of whatever century."""
    return "DECADE", int(re.findall(r"\d+", word)[0])
