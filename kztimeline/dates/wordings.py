"""Words for dates that a date has no sign for, and what may be meant by them.

Part of the advice on what is not a date. `extract` reads a season in prose alike.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from kztimeline.dates.calendar_names import MONTHS

MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PARTS: Final = {"half": 6, "quarter": 3}
_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_LASTED: Final = "it lasted from the one to the other"


class Wording(NamedTuple):
    """Words that match this have this problem, and may mean these dates, if something holds."""

    pattern: str
    problem: str
    dates: Callable[[re.Match[str]], list[str]]
    only_if: Callable[[re.Match[str]], str] = lambda _match: ""


def season(year: int, name: str) -> str:
    """Return the months of a season, spring to winter, north of the equator, as about then."""
    first = _SEASONS[name]
    last_year, last = (year, first + 2) if first < 12 else (year + 1, 2)
    return f"{year:04}-{first:02}~/{last_year:04}-{last:02}~"


def _season(match: re.Match[str]) -> list[str]:
    return [season(int(match["year"]), match["season"].lower())]


def _season_months(match: re.Match[str]) -> str:
    first = _SEASONS[match["season"].lower()]
    return f"you mean about {MONTHS[first - 1]} to about {MONTHS[(first + 1) % 12]}"


def _century(match: re.Match[str]) -> list[str]:
    first = int(match["number"]) - 1
    return [f"{first:02}XX" if first else "0001/0099"]


def _century_years(match: re.Match[str]) -> str:
    first = int(match["number"]) - 1
    return f"you mean {first:02}00 to {first:02}99" if first else "you mean 0001 to 0099"


def _ordinal_part(match: re.Match[str]) -> list[str]:
    length = _PARTS[match["part"].lower()]
    number = _ORDINALS[match["which"].lower()]
    number = 12 // length if match["which"].lower() == "last" else number
    if number * length > 12:
        return []
    last = number * length
    return [f"{match['year']}-{last - length + 1:02}/{match['year']}-{last:02}"]


def number_of_month(name: str) -> int:
    """Return the number of a month by its name, or by the first three letters of it."""
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3].lower())


def _months(match: re.Match[str]) -> list[str]:
    first, last = number_of_month(match["first"]), number_of_month(match["last"])
    return [f"{match['year']}-{first:02}/{match['year']}-{last:02}"]


def _days_of_months(match: re.Match[str]) -> list[str]:
    ends = (("first", "day"), ("last", "to"))
    days = [f"{number_of_month(match[m]):02}-{int(match[d]):02}" for m, d in ends]
    return [f"{match['year']}-{days[0]}/{match['year']}-{days[1]}"]


def _month_of_year(match: re.Match[str]) -> list[str]:
    return [f"{match[2]}-{int(match[1]):02}"]


def _either(match: re.Match[str]) -> list[str]:
    return [f"{match[1]}?", f"{match[2]}?"]


def _both(match: re.Match[str]) -> list[str]:
    return [f"{match[1]}/{match[2]}"]


def _fixed(match: re.Match[str]) -> list[str]:
    return [f"{match['year']}-{'12-25' if match['day'].lower()[0] == 'c' else '01-01'}"]


def before(date: str) -> str:
    """Return the last date of the same kind before one: the year, month or day before."""
    return _moved(date, -1)


def after(date: str) -> str:
    """Return the first date of the same kind after one; of a decade the year after it."""
    return _moved(date, 1)


def _moved(date: str, by: int) -> str:
    plain = date.rstrip("~?%")
    mark = date[len(plain) :]
    try:
        return _stepped(plain, by) + mark
    except (ValueError, OverflowError):
        return ""


def _stepped(date: str, by: int) -> str:
    if "X" in date:
        edge = date.replace("X", "0" if by < 0 else "9")
        return _stepped(edge, by)
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return (dt.date(*parts) + dt.timedelta(by)).isoformat()
    months = parts[0] * 12 + (parts[1] - 1 + by if len(parts) == 2 else by * 12)
    year, month = divmod(months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(date)
    return f"{year:04}-{month + 1:02}" if len(parts) == 2 else f"{year:04}"


def _part_of_year(match: re.Match[str]) -> list[str]:
    length = {"q": 3, "h": 6}[match["part"].lower()]
    first = (int(match["number"]) - 1) * length + 1
    return [f"{match['year']}-{first:02}/{match['year']}-{first + length - 1:02}"]


NOT_FOUR: Final = "the year in {} does not have four digits"

_YEAR: Final = r"(?P<year>\d{4})"
_NO_SIGN: Final = "a season is written as its months"
_WHOLE: Final = r"\d{4}(?:-\d\d){0,2}"
_FIRST_MONTH: Final = MONTH.replace("month", "first")
_LAST_MONTH: Final = MONTH.replace("month", "last")
_TO: Final = r" ?(?:-|/| to | till | until | through ) ?"

_BEFORE_YEAR_1: Final = (
    r"-\d+(?:-\d\d?){0,2}[~?%]?"
    r"|.*\d.*(?:\bb\.? ?c\.?(?: ?e\.?)?|\bbefore christ|[\d~?]bce?)\b.*"
)
_TO_OR_FROM_BEFORE_YEAR_1: Final = r"[^/]*/-\d+(?:-\d\d?){0,2}[~?%]?|-\d+[^/]*/.*"
_FIRST_YEAR: Final = "earlier than 0001; years run from 0001 to 9999"

PHRASES: Final = (
    Wording(r"(?!0+$)\d{1,3}", NOT_FOUR, lambda match: [match[0].zfill(4)]),
    Wording(
        r"(\d\d)0s",
        "the decade is not marked by X",
        lambda match: [f"0{match[1]}X"],
        lambda match: f"you mean 0{match[1]}0 to 0{match[1]}9",
    ),
    *(
        Wording(pattern, "a part of a year is written as its months", _part_of_year)
        for pattern in (
            rf"(?P<part>[qh])(?P<number>[1-4])[ /-]?{_YEAR}",
            rf"{_YEAR}[ /-]?(?P<part>[qh])(?P<number>[1-4])",
        )
    ),
    Wording(_BEFORE_YEAR_1, f"{{}} is {_FIRST_YEAR}", lambda _match: []),
    Wording(_TO_OR_FROM_BEFORE_YEAR_1, f"a year in {{}} is {_FIRST_YEAR}", lambda _match: []),
    Wording(
        r"(?:a\.?d\.?|c\.?e\.?) ?(?P<first>\d{1,4})|(?P<last>\d{1,4}) ?(?:a\.?d\.?|c\.?e\.?)",
        "AD is not written",
        lambda match: [(match["first"] or match["last"]).zfill(4)],
    ),
    Wording(
        rf"(?P<season>spring|summer|autumn|fall|winter)(?: of|,|-)? ?{_YEAR}",
        _NO_SIGN,
        _season,
        _season_months,
    ),
    Wording(
        rf"{_YEAR}[ -](?P<season>spring|summer|autumn|fall|winter)",
        _NO_SIGN,
        _season,
        _season_months,
    ),
    Wording(
        r"(?P<number>0?[1-9]|[1-9]\d)(?:st|nd|rd|th)[ -](?:century|cent\.?|c\.?)",
        "a century is written with XX",
        _century,
        _century_years,
    ),
    Wording(
        rf"(?P<which>{'|'.join(_ORDINALS)}) (?P<part>half|quarter) (?:of )?{_YEAR}",
        "a part of a year is written as its months",
        _ordinal_part,
    ),
    Wording(
        rf"{_FIRST_MONTH}{_TO}{_LAST_MONTH},? (?:of )?{_YEAR}",
        "the months are words",
        _months,
    ),
    Wording(
        rf"(?P<day>\d\d?) {_FIRST_MONTH}{_TO}(?P<to>\d\d?) {_LAST_MONTH},? {_YEAR}",
        "the months are words",
        _days_of_months,
    ),
    Wording(r"(\d\d?)[/.-](\d{4})", "the month stands before the year", _month_of_year),
    Wording(
        rf"(?:either )?({_WHOLE}) or ({_WHOLE})",
        "a date names no alternatives",
        _either,
        lambda _match: "that is the likelier, and name the other under `note`",
    ),
    Wording(rf"({_WHOLE}) ?[;,.]", "a sign follows the date", lambda match: [match[1]]),
    Wording(
        rf"(?:sometime )?between ({_WHOLE}) and ({_WHOLE})",
        "between is not written in a date",
        _both,
        lambda _match: _LASTED,
    ),
    Wording(
        rf"from ({_WHOLE}) (?:to|until|till|through) ({_WHOLE})", "from and to are words", _both
    ),
    Wording(
        rf"(?P<day>christmas|new year)(?:['’]?s)?(?: day)?,? (?:of )?{_YEAR}",
        "the day is a word",
        _fixed,
        lambda _match: "you mean the day itself",
    ),
)
