"""Stretches of time as they are typed: decades, centuries, halves, quarters and seasons."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from kztimeline.dates.edtf import Date, parse
from kztimeline.dates.typed.words import ORDINALS, SEASONS, NoDate, ask_which, full_year, months

_NINETIES: Final = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

_YEAR: Final = r"(?P<year>\d{4}|['’]?\d\d)"
_NAMED_YEAR: Final = rf"(?:[\s/,-]*(?:of\s+)?(?:the\s+year\s+)?{_YEAR})?"
_ORDINAL: Final = f"(?:{'|'.join(ORDINALS)})"
_QUARTER: Final = (
    rf"(?:q\s?(?P<q1>[1-4])|(?P<q2>[1-4])\s?q|(?:the\s+)?(?P<q3>{_ORDINAL})\s+quarter)"
)
_HALF: Final = rf"(?:h\s?(?P<q1>[12])|(?P<q2>[12])\s?h|(?:the\s+)?(?P<q3>{_ORDINAL})\s+half)"
_STRETCHES: Final = tuple(
    (re.compile(pattern, re.ASCII), months)
    for part, months in ((_QUARTER, 3), (_HALF, 6))
    for pattern in (part + _NAMED_YEAR, rf"{_YEAR}[\s/-]*{part}")
)
_SEASON: Final = f"(?P<season>{'|'.join(SEASONS)})"
_SEASON_PATTERNS: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?:the\s+)?{_SEASON}(?:\s+(?:of\s+)?{_YEAR}(?:[/–-](?P<next>\d{{4}}|\d\d))?)?",
        rf"(?P<year>\d{{4}})(?P<next>)\s+{_SEASON}",
    )
)
_DECADE: Final = re.compile(
    rf"(?:the\s+)?(?:(?P<full>\d{{3}})0['’]?s|['’]?(?P<short>\d)0['’]?s|(?P<word>{'|'.join(_NINETIES)}))",
    re.ASCII,
)
_CENTURY_OF_EDTF: Final = re.compile(r"(?:the\s+)?(?P<number>\d{1,2})00s\s+\(century\)", re.ASCII)
"""How `display` writes 19XX, which begins a year before the 20th century."""

_CENTURY: Final = re.compile(r"(?:the\s+)?(?P<number>\d\d?)(?:st|nd|rd|th)\s+century", re.ASCII)


def read_stretch(phrase: str, year: int | None) -> Date | None:
    """Return the stretch of time a phrase names, or None for anything else.

    Args:
        phrase: What is typed, in small letters.
        year: The year of a season, quarter or half that is named without one.

    Raises:
        NoDate: the phrase may mean two stretches, or there is none such.
    """
    for read in (_decade, _century, _stretch_of_months, _season):
        found = read(phrase, year)
        if found is not None:
            return found
    return None


def _decade(phrase: str, _year: int | None) -> Date | None:
    match = _DECADE.fullmatch(phrase)
    if match is None:
        return None
    decade = match["full"]
    if not decade:
        figure = match["short"] or str(_NINETIES[match["word"]])
        decade = str(full_year(f"{figure}0"))[:3]
    return _decade_of(int(decade))


def _decade_of(number: int) -> Date:
    if not number:
        raise NoDate("There is no year 0000.")
    return parse(f"{number:03}X")


def _century(phrase: str, _year: int | None) -> Date | None:
    if (told := _CENTURY_OF_EDTF.fullmatch(phrase)) and int(told["number"]):
        return parse(f"{int(told['number']):02}XX")
    match = _CENTURY.fullmatch(phrase)
    if match is None:
        return None
    number = int(match["number"])
    if number == 0:
        raise NoDate("There is no 0th century.")
    return parse(f"{number * 100 - 99:04}/{min(number * 100, dt.MAXYEAR):04}")


def _stretch_of_months(phrase: str, year: int | None) -> Date | None:
    for pattern, count in _STRETCHES:
        if match := pattern.fullmatch(phrase):
            named = full_year(match["year"]) if match["year"] else year
            figure = match["q1"] or match["q2"] or str(ORDINALS[match["q3"]])
            if int(figure) > 12 // count or named is None:
                return None
            return months(named, (int(figure) - 1) * count + 1, count)
    return None


def _season(phrase: str, year: int | None) -> Date | None:
    for pattern in _SEASON_PATTERNS:
        if match := pattern.fullmatch(phrase):
            first = SEASONS[match["season"]]
            named = full_year(match["year"]) if match["year"] else year
            if named is None:
                return None
            if match["next"]:
                return _season_of_two_years(phrase, first, named, match["next"])
            if first == SEASONS["winter"]:
                raise _which_winter(phrase, named)
            return months(named, first, 3)
    return None


def _season_of_two_years(phrase: str, first: int, year: int, following: str) -> Date:
    later = int(following) if len(following) > 2 else year // 100 * 100 + int(following)
    later += 100 if later < year else 0
    if first != SEASONS["winter"] or later != year + 1:
        raise NoDate(
            f"“{phrase}” is not a season of the calendar; write summer 2011 or winter 2011/12."
        )
    return months(year, first, 3)


def _which_winter(phrase: str, year: int) -> NoDate:
    one, other = f"winter {year - 1}/{year % 100:02}", f"winter {year}/{(year + 1) % 100:02}"
    return ask_which(phrase, one, other)
