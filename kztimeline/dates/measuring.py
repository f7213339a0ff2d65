"""How far it is from one date to another, exactly: in days, and in years, months and days.

For two dates that a reader marks; `distance` says it roughly, beside an event.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.dates.distance import days_between

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date


class Parts(NamedTuple):
    """A length of time by the calendar."""

    years: int
    months: int
    days: int

    def __str__(self) -> str:
        """Return it in few letters: '20 y 10 m 13 d'."""
        parts = ((self.years, "y"), (self.months, "m"), (self.days, "d"))
        return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 d"


def parts_between(first: dt.date, last: dt.date) -> Parts:
    """Return the years, months and days from one day to a later one, by the calendar.

    A month is over on the same day of the next, or on its last day where it has none.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    if _months_on(first, months) > last:
        months -= 1
    return Parts(months // 12, months % 12, (last - _months_on(first, months)).days)


def _months_on(day: dt.date, months: int) -> dt.date:
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def measured(one: Date, other: Date) -> str:
    """Return how far apart two dates are: '7,613 days (20 y 10 m 13 d)', '31–61 days'.

    From the end of the one to the beginning of the other; 'the same time' where they meet,
    empty where an open end lies between them.
    """
    found = days_between(one, other)
    if found is None:
        return ""
    fewest, most = found
    if most == 0:
        return "the same day" if one.day and other.day else "the same time"
    about = "about " if one.qualifier or other.qualifier else ""
    if fewest == 0:
        return f"at most {about}{most:,} {'day' if most == 1 else 'days'}"
    if fewest < most:
        return f"{about}{fewest:,}–{most:,} days"
    before, after = sorted((one, other))
    words = f"{about}{fewest:,} {'day' if fewest == 1 else 'days'}"
    if before.latest is None or after.earliest is None or fewest < _BY_CALENDAR:
        return words
    return f"{words} ({parts_between(before.latest, after.earliest)})"


_BY_CALENDAR = 32
"""From so many days on the calendar says more."""
