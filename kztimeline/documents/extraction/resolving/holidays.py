"""Days with a name, in the year that a text speaks of."""

from __future__ import annotations

import datetime as dt

_GOOD_FRIDAY = -2
_EASTER_MONDAY = 1
# Month and day; of a movable feast those near which it falls.
_DAYS = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "halloween": (10, 31), "new year's eve": (12, 31), "new year's day": (1, 1),
    "armistice day": (11, 11), "thanksgiving": (11, 25), "easter": (4, 10),
    "easter sunday": (4, 10), "easter monday": (4, 11), "good friday": (4, 8),
}  # fmt: skip
# Days that were once only.
_ONCE = {"d-day": (1944, 6, 6), "v-e day": (1945, 5, 8), "ve day": (1945, 5, 8)}


def once(name: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a day that was once only, such as "D-Day"."""
    return _ONCE.get(name)


def usual(name: str) -> tuple[int, int] | None:
    """Return month and day of a yearly holiday, roughly for movable feasts."""
    return _DAYS.get(name) or _DAYS.get(name.removesuffix(" day"))


def in_year(name: str, year: int) -> tuple[int, int] | None:
    """Return month and day of a yearly holiday in a year of the Gregorian calendar."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return usual(name)
    day: dt.date | None = None
    if name.startswith("thanksgiving"):
        first = dt.date(year, 11, 1)
        day = first + dt.timedelta((3 - first.weekday()) % 7 + 21)
    elif name.startswith("easter"):
        day = easter(year) + dt.timedelta(_EASTER_MONDAY * name.endswith("monday"))
    elif name == "good friday":
        day = easter(year) + dt.timedelta(_GOOD_FRIDAY)
    return (day.month, day.day) if day else usual(name)


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Western churches (Oudin's algorithm)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return dt.date(year, month, days + 28 - 31 * (month // 4))
