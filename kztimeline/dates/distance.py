"""How far apart dates are, in days, and in words beside an event; `measuring` says it exactly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.text.numbers import count_of, noun_of

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

_YEARS_BESIDE: Final = re.compile(r"\((\d[^()]*)\)")
_LONG: Final = 730
_YEAR: Final = 365.25
_MONTH: Final = 30.436875
_IN_DAYS: Final = 90
_IN_MONTHS: Final = 24


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
    about = "about " if one.qualifier or other.qualifier else ""
    if most == 0:
        return f"{about}the same day" if one.day and one.sort_key == other.sort_key else ""
    if fewest == 0:
        return f"at most {about}{_count(most)}{_in_years(most, most)}"
    number = f"{fewest:,}–{most:,} days" if fewest < most else _count(most)
    return f"{about}{number}{_in_years(fewest, most)}"


def distance(here: Date, there: Date, room: int | None = None) -> str:
    """Return in words where one date is, seen from another: '46 days earlier'.

    Where that takes more than `room` cells, years stand without the days: '4 years later'.
    """
    words = _seen_from(here, there, apart(here, there))
    years = _YEARS_BESIDE.search(words)
    if room is None or len(words) <= room or years is None:
        return words
    about = "about " if here.qualifier or there.qualifier else ""
    return _seen_from(here, there, f"{about}{years[1]}")


def _seen_from(here: Date, there: Date, words: str) -> str:
    if not words or words.endswith("the same day"):
        return words
    if here.overlaps(there):
        return f"{words} apart"
    return f"{words} {'earlier' if there < here else 'later'}"


def _count(days: int) -> str:
    return f"{days:,} {noun_of(days, 'day')}"


def _in_years(fewest: int, most: int) -> str:
    if fewest < _LONG:
        return ""
    years = sorted({round(fewest / _YEAR), round(most / _YEAR)})
    return f" ({'–'.join(map(str, years))} years)"


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
