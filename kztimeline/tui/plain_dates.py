"""Dates as they are mostly typed, read at once and without a library.

`read_plain` knows what `kzt` writes itself (EDTF) and, in figures and in English, a
month of a year and a day, in any usual order: 2/2012, 2012 feb, 19 march 2019. Two
figures after a month are a year, before it a day: "feb 12" is February 2012, and
"12 feb" is a day, as "feb 5" and "feb 12th" are, of whatever year is at hand.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.dates import Date, DateError, parse

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SHORTEST_MONTH: Final = 3
_PART: Final = re.compile(r"(\d+)(?:(st|nd|rd|th)\b)?|([a-z]+)")
_BETWEEN: Final = re.compile(r"[\s,./'’-]*")
_EMPTY_WORDS: Final = frozenset({"the", "of"})
_DECADE: Final = re.compile(r"(?:the )?(\d{3})0s")
_OLDEST_SHORT_YEAR: Final = 70

_ORDERS: Final = tuple(
    (re.compile(shape), order)
    for shape, order in (
        (r"M[YD]|[dD]Y", "my"),
        (r"YM|Y[dD]", "ym"),
        (r"[dDO]M[YD]", "dmy"),
        (r"M[dDO][YD]", "mdy"),
        (r"YM[dDO]|Y[dD][dD]", "ymd"),
        (r"[dDO]M", "dm"),
        (r"M[dO]", "md"),
        (r"M", "m"),
    )
)
"""What the parts of a phrase are by its shape.

In a shape M is the name of a month, Y a number of four figures, D of two, d of one, and
O one such as 12th; in an order y, m and d are year, month and day.
"""


def read_plain(phrase: str, year: int | None = None) -> Date | None:
    """Return the date a plain phrase names, or None for anything else.

    Args:
        phrase: What is typed.
        year: The year of a day or month that is named without one; where it is None,
            such a phrase is no date.
    """
    phrase = phrase.strip()
    return _parsed(phrase) or _in_parts(phrase.casefold(), year)


def _parsed(text: str) -> Date | None:
    try:
        return parse(text)
    except DateError:
        return None


def _in_parts(phrase: str, year: int | None) -> Date | None:
    if decade := _DECADE.fullmatch(phrase):
        return _parsed(f"{decade[1]}X")
    if not all(map(_BETWEEN.fullmatch, _PART.split(phrase)[:: _PART.groups + 1])):
        return None
    shape, values = "", []
    for figures, ending, word in _PART.findall(phrase):
        if word not in _EMPTY_WORDS:
            shape += _kind(figures, ending, word)
            values.append(int(figures) if figures else _month(word))
    for pattern, order in _ORDERS:
        if pattern.fullmatch(shape):
            return _date(dict(zip(order, values, strict=True)), year)
    return None


def _kind(figures: str, ending: str, word: str) -> str:
    """Return what a part is in a shape; a blank for what no date has."""
    if word:
        return "M" if _month(word) else " "
    return "O" if ending else {1: "d", 2: "D", 4: "Y"}.get(len(figures), " ")


def _month(word: str) -> int:
    """Return the month whose name a word is or begins, or 0."""
    if len(word) < _SHORTEST_MONTH:
        return 0
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _date(parts: dict[str, int], year: int | None) -> Date | None:
    named = parts.get("y", year)
    if named is None:
        return None
    if named < 100:
        named += 1900 if named >= _OLDEST_SHORT_YEAR else 2000
    day = f"-{parts['d']:02}" if "d" in parts else ""
    return _parsed(f"{named:04}-{parts['m']:02}{day}")
