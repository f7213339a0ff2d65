"""Dates joined to one token: "16-Dec-2011", "30.11.–2.12.2011", "12/2011", "1999-00".

The patterns are for a verbose regular expression. Each function returns the symbol of a token and
what it means, as ISO 8601 has it, or that the token only looks like a date.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.documents.extraction.finding.layout import MONTH_NAMES, NAMED_MONTH
from kztimeline.documents.extraction.finding.lexicon import Meaning

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
# Until then the year of two calendars was written of days before March 25.
_LAST_DUAL_YEAR = 1752
_LAST_SHORT_YEAR = 60
_CENTURY = 100
_MONTHS, _DAYS = 12, 31
_FIGURES_MEANT = str.maketrans("OolI", "0011")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NO_DATE: Final[tuple[str, Meaning]] = ("FIGURE", None)

_YEAR = r"(?:\d{4}|\d{2})"
_WHOLE_YEAR = r"(?:1[89]|20)\d\d"
_ENDS = r"(?![\w/]|[-.]\d)"
_NO_AMOUNT = r"(?![\w/]|\.\d|\s?(?:%|percent\b|per\scent\b|[mb]illion\b))"
_MONTH_IN_CAPITALS = (
    rf"(?:{'|'.join(form(name) for form in (str.upper, str.title) for name in MONTH_NAMES)})"
)
_ROMAN_MONTH = rf"(?:{'|'.join(reversed(_ROMAN))})"

ISO: Final = r"""\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]++Z?)?(?![\w-])
    |\d{4}(?P<joint>[-/.])\d{1,2}(?P=joint)\d{1,2}(?![\w/-]|\.\d)"""
NAMED: Final = rf"""\d{{1,2}}(?P<beside>[-–/.]){NAMED_MONTH}(?P=beside){_YEAR}(?![\w-])
    |\d{{4}}(?P<within>[-–/.]){NAMED_MONTH}(?P=within)\d{{1,2}}(?![\w-])
    |{NAMED_MONTH}(?P<behind>[-/])\d{{1,2}}(?P=behind)\d{{4}}(?![\w-])
    |\d{{1,2}}{_MONTH_IN_CAPITALS}{_YEAR}(?![\w-])
    |(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\dZ[ ]?{_MONTH_IN_CAPITALS}[ ]?{_YEAR}(?![\w-])"""
"""A day whose month is a name: "16-Dec-2011", "2011/Nov/30", "Dec-16-2011", "16DEC11".

So is that of a telegram, with its hour: "091342Z FEB 06".
"""
ROMAN: Final = rf"\d{{1,2}}(?P<roman_joint>[-./]){_ROMAN_MONTH}(?P=roman_joint){_YEAR}(?!\w)"
"""A day whose month is a Roman number: "16.XII.2011"."""
DAYS: Final = rf"""\d{{1,2}}\.?[-–]\d{{1,2}}(?P<of_days>[./])\d{{1,2}}(?P=of_days)\d{{4}}{_ENDS}
    |\d{{1,2}}[-–]\d{{1,2}}\.{_ROMAN_MONTH}\.\d{{4}}{_ENDS}
    |\d{{1,2}}/\d{{1,2}}[-–]\d{{1,2}}/\d{{4}}{_ENDS}
    |\d{{1,2}}\.\d{{1,2}}\.?[-–]\d{{1,2}}\.\d{{1,2}}\.\d{{4}}{_ENDS}"""
"""Days that share their year: "3-5.10.2006", "12/16-17/2011", "30.11.-2.12.2011"."""
MONTH: Final = rf"(?:0?[1-9]/|0[1-9]\.|1[0-2][/.]){_WHOLE_YEAR}{_NO_AMOUNT}"
"""A month in figures, unless it is a share or a number of something: "12/2011", "02.2012"."""
YEARS: Final = rf"""\d{{4}}(?:[-–—/]|[ \t\xa0][-–—][ \t\xa0]){_YEAR}
        (?![\w/-]|:\d|[ ]{NAMED_MONTH})
    |\d{{4}}[-–/]\d(?![\w/-]|[.,:]\d|[ ]{NAMED_MONTH})
    |(?:\d{{4}}|['’‘]\d\d)[-–/]['’‘]\d\d(?!\w)
    |['’‘]\d\d[-–/]\d\d(?![\w/-])"""
"""Years from one to another: "1992-95", "2001–2", "1999-00", "’98–99"."""
MISREAD: Final = r"(?=\d*[OolI])(?:[1lI][89]|2[0Oo])[\dOolI]{2}(?!\w)"
"""A year that was scanned, with letters for some of its figures: "l999", "2OO1"."""


def read_iso(word: str) -> tuple[str, Meaning]:
    """Read what begins with its year: "2011-12-20", "2011/12/20", "2010-1-2", "20111220".

    Some write the day before the month there, too: "2011.20.12".
    """
    if solid := re.match(r"(\d{4})(\d\d)(\d\d)(?!\d)", word):
        return _day(*map(int, solid.groups()))
    year, month, day = map(int, re.findall(r"\d+", word)[:3])
    if has_day_second(word):
        month, day = day, month
    return _day(year, month, day)


def has_day_second(word: str) -> bool:
    """Tell "2011.20.12", which is a day only if its month is the last figure."""
    figures = re.fullmatch(r"(?:1[89]|20)\d\d[-/.](\d\d)[-/.](\d\d)", word)
    return figures is not None and int(figures[1]) > _MONTHS >= int(figures[2])


def read_named(word: str) -> tuple[str, Meaning]:
    """Read a day whose month is a name, wherever its year stands."""
    names = re.findall("[A-Za-z]+", word.replace("Z", ""))
    first, last = re.findall(r"\d+", word)
    if names[0][:3].lower() not in MONTH_NAMES:
        return NO_DATE
    month = MONTH_NAMES.index(names[0][:3].lower()) + 1
    year, day = (first, last) if len(first) == 4 else (last, first[:2])
    return _day(int(year), month, int(day), len(year))


def read_roman(word: str) -> tuple[str, Meaning]:
    """Read a day whose month is a Roman number."""
    day, month, year = re.split("[-./]", word)
    return _day(int(year), _month_of(month), int(day), len(year))


def read_days(word: str) -> tuple[str, Meaning]:
    """Read two days that share their year, and mostly their month."""
    in_figures = re.sub("[IVX]+", lambda month: str(_month_of(month[0])), word)
    *figures, year = map(int, re.findall(r"\d+", in_figures))
    if len(figures) == 4:
        days = (figures[0], figures[1]), (figures[2], figures[3])
    elif re.match(r"\d+/", word):
        days = (figures[1], figures[0]), (figures[2], figures[0])
    else:
        days = (figures[0], figures[2]), (figures[1], figures[2])
    first, last = (_day(year, month, day)[1] for day, month in days)
    return ("NUMERIC_RANGE", f"{first}/{last}") if first and last else NO_DATE


def _month_of(roman: str) -> int:
    return _ROMAN.index(roman) + 1


def read_month(word: str) -> tuple[str, Meaning]:
    """Read a month in figures."""
    month, year = re.split("[./]", word)
    return "MONTH_FIGURES", f"{year}-{int(month):02}"


def read_misread(word: str) -> tuple[str, Meaning]:
    """Read the year of a scanned text, whose zeros and ones can be letters."""
    return "YEAR", int(word.translate(_FIGURES_MEANT))


def read_years(word: str) -> tuple[str, Meaning]:
    """Read two years, of which the later leaves out what it shares with the earlier.

    "2012-05" can only be a month, for no years go backwards. "January 1648/9" is of 1649, which
    began in March where England still had the old style.
    """
    first, last = re.findall(r"\d+", word)
    start = whole_year(int(first), len(first))
    if last == "00":
        end = start - start % _CENTURY + _CENTURY
    else:
        end = int(str(start)[: 4 - len(last)] + last)
    if "/" in word and start < end == start + 1 <= _LAST_DUAL_YEAR:
        return "DUAL_YEAR", f"{start}/{end}"
    if FIRST_YEAR <= start < end <= LAST_YEAR:
        return "YEAR_RANGE", f"{start}/{end}"
    if re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", word):
        return "MONTH_FIGURES", word
    return NO_DATE


def whole_year(year: int, figures: int) -> int:
    """Return the year that two figures mean in codes such as FY07; four are left as they are."""
    if figures > 2:
        return year
    return year + (1900 if year > _LAST_SHORT_YEAR else 2000)


def _day(year: int, month: int, day: int, figures: int = 4) -> tuple[str, Meaning]:
    """Return a day as ISO 8601 has it; a year of two figures keeps them, whatever its century."""
    is_year = figures < 3 or FIRST_YEAR <= year <= LAST_YEAR
    if not (is_year and 1 <= month <= _MONTHS and 1 <= day <= _DAYS):
        return NO_DATE
    return "ISO", f"{year:0{figures}}-{month:02}-{day:02}"
