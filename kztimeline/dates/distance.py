"""How far apart dates are, in days and in words, and how long a time is.

All of them are told in the same words, '7 years 9 months': beside an event and in a list
to the month, between two dates that a reader measures by the calendar, to the day.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.edtf import month_length
from kztimeline.text.numbers import count_of, noun_of
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

_WORDS_BESIDE: Final = pattern(r"\((\d[^()]*)\)")
_LONG: Final = 730
_YEAR: Final = 365.25
_MONTH: Final = 30.436875
_IN_DAYS: Final = 90
_IN_MONTHS: Final = 24
_BY_CALENDAR: Final = 32
"""From so many days on the calendar says more."""


def days_between(a: Date, b: Date) -> tuple[int, int] | None:
    """Return the fewest and most days from the end of one date to the start of the other.

    The order of the two does not matter; dates that meet are 0 days apart.
    Qualifiers are left out of account. None where an open end lies between them.
    """
    gaps = [gap for gap in (_gap(a, b), _gap(b, a)) if gap]
    fewest = max((few for few, _ in gaps), default=0)
    most = max((many for _, many in gaps), default=0)
    if len(gaps) < 2 and most <= 0:
        return None
    return max(fewest, 0), max(most, 0)


def _gap(before: Date, after: Date) -> tuple[int, int] | None:
    """Fewest and most days from `before` to `after`, negative where it precedes."""
    if before.end is None or after.start is None:
        return None
    fewest = after.start.earliest - before.end.latest
    most = after.start.latest - before.end.earliest
    return fewest.days, most.days


def apart(one: Date, other: Date) -> str:
    """Return in words how far apart two dates are: '46 days', 'about 3–33 days'.

    Empty where they meet or overlap, or where an open end lies between them.
    """
    days = days_between(one, other)
    if days is None:
        return ""
    fewest, most = days
    if most == 0:
        same = one.day and one.sort_key == other.sort_key
        return f"{_about(one, other)}the same day" if same else ""
    long = f" ({length_words(*days)})" if fewest >= _LONG else ""
    return f"{_in_days(one, other, days)}{long}"


def distance(here: Date, there: Date, room: int | None = None) -> str:
    """Return in words where one date is, seen from another: '46 days earlier'.

    Where that takes more than `room` cells, a long one is told without its days, or in years
    alone: '3 years 9 months later', 'about 4 years later'.
    """
    words = _seen_from(here, there, apart(here, there))
    long, days = _WORDS_BESIDE.search(words), days_between(here, there)
    if room is None or len(words) <= room or long is None or days is None:
        return words
    in_months = _seen_from(here, there, f"{_about(here, there)}{long[1]}")
    if len(in_months) <= room:
        return in_months
    years = dict.fromkeys(round(each / _YEAR) for each in days)
    return _seen_from(here, there, f"about {'–'.join(map(str, years))} years")


def _seen_from(here: Date, there: Date, words: str) -> str:
    if not words or words.endswith("the same day") or words.startswith("within"):
        return words
    if here.overlaps(there):
        return f"{words} apart"
    return f"{words} {'earlier' if there < here else 'later'}"


def measured(one: Date, other: Date) -> str:
    """Return how far apart two dates are: '46 days (1 month 15 days)', '31–61 days'.

    From the end of the one to the beginning of the other; 'the same time' where they meet,
    empty where an open end lies between them.
    """
    days = days_between(one, other)
    if days is None:
        return ""
    if days[1] == 0:
        same = "day" if one.day and other.day else "time"
        return f"{_about(one, other)}the same {same}"
    return f"{_in_days(one, other, days)}{_by_calendar(one, other, days)}"


def _in_days(one: Date, other: Date, days: tuple[int, int]) -> str:
    """The days between two dates that do not meet, no more exactly than these are known."""
    fewest, most = days
    if fewest == 0:
        return f"within {_about(one, other)}{_count(most)}"
    number = f"{fewest:,}–{most:,} days" if fewest < most else _count(most)
    return f"{_about(one, other)}{number}"


def _about(one: Date, other: Date) -> str:
    return "about " if one.qualifier or other.qualifier else ""


def _count(days: int) -> str:
    return f"{days:,} {noun_of(days, 'day')}"


def _by_calendar(one: Date, other: Date, days: tuple[int, int]) -> str:
    before, after = sorted((one, other))
    exact = days[0] == days[1] >= _BY_CALENDAR
    if not exact or before.latest is None or after.earliest is None:
        return ""
    return f" ({parts_between(before.latest, after.earliest)})"


class Parts(NamedTuple):
    """A length of time by the calendar."""

    years: int
    months: int
    days: int

    def __str__(self) -> str:
        """Return it in words: '20 years 10 months 13 days'."""
        parts = ((self.years, "year"), (self.months, "month"), (self.days, "day"))
        return " ".join(count_of(number, unit) for number, unit in parts if number) or "0 days"


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
    return dt.date(year, month, min(day.day, month_length(year, month)))


def length_words(fewest: int, most: int) -> str:
    """Return a length of time: '46 days', '31–61 days', '7 months', '2 years 4 months'."""
    if most <= _IN_DAYS:
        return _days(fewest, most)
    low, high = _months(fewest), _months(most)
    if high - low <= 1:
        return _long(high)
    if high < _IN_MONTHS:
        return f"{low}–{high} months"
    low, high = low // 12, -(-high // 12)
    return f"{low}–{high} years" if low else f"up to {high} years"


def _months(days: int) -> int:
    return round(days / _MONTH)


def _days(fewest: int, most: int) -> str:
    if fewest == most:
        return count_of(fewest, "day")
    return f"{fewest}–{most} days"


def _long(months: int) -> str:
    if months < _IN_MONTHS:
        return f"{months} months"
    years, rest = divmod(months, 12)
    if not rest:
        return f"{years} years"
    return f"{years} years {count_of(rest, 'month')}"
