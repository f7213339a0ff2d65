"""On which day of a year the days with a name are: feasts, and days such as "Black Monday"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_YEAR = ("YEAR", "SHORT_YEAR", "COMMA", "OF")
_DAYS_IN_WEEK = 7
_THURSDAY, _FRIDAY, _SUNDAY = 3, 4, 6
# How many days after Easter Sunday the feasts are that move with it.
_FROM_EASTER = {
    "shrove tuesday": -47, "fat tuesday": -47, "mardi gras": -47, "ash wednesday": -46,
    "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter saturday": -1, "easter": 0, "easter sunday": 0,
    "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whitsunday": 49,
    "pentecost sunday": 49, "whit monday": 50, "trinity sunday": 56,
}  # fmt: skip
# Month, weekday from 0 for Monday, and which of that month, from 1; -1 is the last.
_NTH = {
    "thanksgiving": (11, _THURSDAY, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "presidents day": (2, 0, 3), "martin luther king day": (1, 0, 3), "columbus day": (10, 0, 2),
    "remembrance sunday": (11, _SUNDAY, 2),
}  # fmt: skip
_FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "halloween": (10, 31), "new years eve": (12, 31), "new years day": (1, 1),
    "armistice day": (11, 11), "veterans day": (11, 11), "valentines day": (2, 14),
    "st valentines day": (2, 14), "st patricks day": (3, 17), "st davids day": (3, 1),
    "st georges day": (4, 23), "st andrews day": (11, 30), "st stephens day": (12, 26),
    "st nicholass day": (12, 6), "st nicholas day": (12, 6), "may day": (5, 1),
    "all saints day": (11, 1), "all souls day": (11, 2), "april fools day": (4, 1),
    "april fool day": (4, 1), "womens day": (3, 8), "bastille day": (7, 14),
    "anzac day": (4, 25), "guy fawkes night": (11, 5), "guy fawkes day": (11, 5),
}  # fmt: skip
# Days that were once only.
_ONCE = {"d-day": (1944, 6, 6), "v-e day": (1945, 5, 8), "ve day": (1945, 5, 8)}
# Weekdays that became names of what was done on them, and the primaries of many states at once.
_NAMED = {
    "black monday": ((1987, 10, 19), (1929, 10, 28)),
    "black tuesday": ((1929, 10, 29),),
    "black wednesday": ((1992, 9, 16),),
    "black thursday": ((1929, 10, 24),),
    "bloody sunday": ((1905, 1, 22), (1920, 11, 21), (1965, 3, 7), (1972, 1, 30)),
    "bloody friday": ((1972, 7, 21),),
    "super tuesday": (
        (1988, 3, 8), (1992, 3, 10), (1996, 3, 12), (2000, 3, 7), (2004, 3, 2), (2008, 2, 5),
        (2012, 3, 6), (2016, 3, 1), (2020, 3, 3), (2024, 3, 5),
    ),
}  # fmt: skip
# Since then the day after Thanksgiving goes by the name of Black Friday.
_FIRST_BLACK_FRIDAY = 1961
_USUAL_YEAR = 1999


def _plain(name: str) -> str:
    """Return a name without its apostrophes, dots and "international"."""
    plain = re.sub(r"['’.]", "", name).replace("saint ", "st ").replace(",", "")
    return plain.replace(" jr", "").removeprefix("international ")


def once(name: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a day that was once only, such as "D-Day"."""
    return _ONCE.get(name)


def usual(name: str) -> tuple[int, int] | None:
    """Return month and day of a yearly holiday, roughly for movable feasts."""
    plain = _plain(name)
    fixed = _FIXED.get(plain) or _FIXED.get(plain.removesuffix(" day"))
    return fixed or _moving(plain, _USUAL_YEAR)


def in_year(name: str, year: int) -> tuple[int, int] | None:
    """Return month and day of a yearly holiday in a year of the Gregorian calendar."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return usual(name)
    return _moving(_plain(name), year) or usual(name)


def moves(name: str) -> bool:
    """Tell a feast that is on another day each year."""
    return _moving(_plain(name), _USUAL_YEAR) is not None


def _moving(plain: str, year: int) -> tuple[int, int] | None:
    if plain in _FROM_EASTER:
        day = easter(year) + dt.timedelta(_FROM_EASTER[plain])
    elif plain == "advent sunday":
        eve = dt.date(year, 12, 24)
        day = eve - dt.timedelta((eve.weekday() - _SUNDAY) % _DAYS_IN_WEEK + 3 * _DAYS_IN_WEEK)
    else:
        rule = _NTH.get(plain) or _NTH.get(plain.removesuffix(" day"))
        rule = rule or _NTH.get(plain.replace("president ", "presidents "))
        if rule is None:
            return None
        day = _nth(year, *rule)
    return day.month, day.day


def _nth(year: int, month: int, weekday: int, which: int) -> dt.date:
    first = dt.date(year, month, 1)
    days = (weekday - first.weekday()) % _DAYS_IN_WEEK
    last = first + dt.timedelta(days + 4 * _DAYS_IN_WEEK)
    if which < 0:
        return last if last.month == month else last - dt.timedelta(_DAYS_IN_WEEK)
    return first + dt.timedelta(days + (which - 1) * _DAYS_IN_WEEK)


def is_named(name: str) -> bool:
    """Tell a weekday whose name means a day, such as "Black Monday", from "Sheffield Wednesday"."""
    return name in _NAMED or name == "black friday"


def named_weekday(name: str, year: int) -> dt.date | None:
    """Return the day that the name of a weekday means in a year: "Black Monday" of 1987."""
    if name == "black friday" and _FIRST_BLACK_FRIDAY <= year < dt.MAXYEAR:
        return _nth(year, *_NTH["thanksgiving"]) + dt.timedelta(_FRIDAY - _THURSDAY)
    return next((dt.date(*day) for day in _NAMED.get(name, ()) if day[0] == year), None)


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Western churches (Oudin's algorithm)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return dt.date(year, month, days + 28 - 31 * (month // 4))


def feast_named(phrase: Phrase) -> str:
    """Return what names a day, in lower case, without the year behind it."""
    year = phrase.index(*_YEAR) or phrase.last
    name = phrase.tokens.text[phrase.start : phrase.tokens.ends[year - 1]]
    return " ".join(name.lower().replace("’", "'").split())
