"""Days of the year, as of an anniversary: what somebody typed is read as one of every year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.edtf import parse
from kztimeline.dates.typed.reading import read_typed

if TYPE_CHECKING:
    from kztimeline.dates.typed.reading import Typed

_LEAP_YEARS: Final = tuple(map(parse, ("2024", "2000")))
"""Years that have 29 February; what means the same in both does not lean on either."""


class DayOfYear(NamedTuple):
    """What a text is where a day of the year may stand.

    Attributes:
        day: The day as `MM-DD`, or nothing.
        refusal: Why the text is none.
        of_a_year: The same day of the year that the text names, `YYYY-MM-DD`, or nothing.
    """

    day: str = ""
    refusal: str = ""
    of_a_year: str = ""


def read_day_of_year(text: str, today: dt.date) -> DayOfYear:
    """Return the day of the year that a text names, be it a day of one year: '16 dec 2011'.

    Args:
        text: What is typed.
        today: The day it is.
    """
    one, other = (read_typed(text, near, today) for near in _LEAP_YEARS)
    day = _day(one)
    if day and day == _day(other):
        return DayOfYear(day, of_a_year=_of_a_year(text, one, other, today))
    if one.refusal and one.refusal == other.refusal:
        return DayOfYear(refusal=one.refusal)
    none = f"“{text}” is not a day of the year; write e.g. 16 dec."
    return DayOfYear(refusal=one.in_any_year or none)


def _of_a_year(text: str, one: Typed, other: Typed, today: dt.date) -> str:
    """Return the day in full where the text itself names its year, and not the day it is."""
    if one.date is None or one.date != other.date:
        return ""
    on_another_day = read_typed(text, _LEAP_YEARS[0], today - dt.timedelta(days=400))
    same = on_another_day.date == one.date
    return one.date.earliest.isoformat() if same and one.date.earliest else ""


def _day(found: Typed) -> str:
    return f"{found.date.earliest:%m-%d}" if found.date and found.date.day else ""
