"""Reckons movable days: Easter of both churches, months of the lunar calendar, nth weekdays."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

_DAYS_IN_WEEK = 7
# In all years that dates of days are told of, the Julian calendar is so many days behind.
_JULIAN_LAG = 13
# The ordinal, as of `datetime.date`, of the day before 1 Muharram of the year 1, and the years
# of the lunar calendar to 33 of the solar one.
_EPOCH = 227014
_LUNAR_YEARS = 34
_FIRST_LUNAR_YEAR = 622


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> dt.date | None:
    """Return a weekday of a month; None where the month, or the calendar, has none.

    Args:
        year: Of the Gregorian calendar; it has none before 1 and after 9999.
        month: From 1.
        weekday: From 0 for Monday.
        which: From 1; -1 is the last.
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    first_weekday, length = monthrange(year, month)
    first = 1 + (weekday - first_weekday) % _DAYS_IN_WEEK
    weeks = (length - first) // _DAYS_IN_WEEK if which < 0 else which - 1
    number = first + weeks * _DAYS_IN_WEEK
    return dt.date(year, month, number) if number <= length else None


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Western churches (Oudin's algorithm)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return dt.date(year, month, days + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> dt.date:
    """Return Easter Sunday of the Orthodox churches in 1900 to 2099 (Meeus's Julian algorithm)."""
    moon = (19 * (year % 19) + 15) % 30
    days = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + moon + 114
    return dt.date(year, days // 31, days % 31 + 1) + dt.timedelta(_JULIAN_LAG)


def lunar_days(year: int, month: int, day: int) -> list[dt.date]:
    """Return when a day of the tabular Islamic calendar comes in a Gregorian year, once or twice.

    Where the new moon decides, the day can be one earlier or later. None for years before 623.
    """
    lunar = (year - _FIRST_LUNAR_YEAR) * _LUNAR_YEARS // 33
    found = []
    for number in range(max(lunar - 1, 1), lunar + 3):
        days = (11 * number + 3) // 30 + 354 * (number - 1) + (29 * month - 29 + month // 2) + day
        found.append(dt.date.fromordinal(_EPOCH + days))
    return [each for each in found if each.year == year]
