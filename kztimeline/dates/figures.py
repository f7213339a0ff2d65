"""Figures that are no EDTF date, day or month first: which days they may mean, or why none."""

from __future__ import annotations

import re
from typing import Final

from kztimeline.dates.calendar_names import MONTHS

FIGURES: Final = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", re.ASCII)


def either_order(match: re.Match[str], _depth: int) -> list[str]:
    """Return the days that figures may mean, the day or the month first."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    days_and_months = dict.fromkeys([(second, first), (first, second)])
    return [
        f"{year}-{month:02}-{day:02}"
        for month, day in days_and_months
        if 1 <= month <= 12 and 1 <= day <= 31
    ]


def two_readings(text: str, shown: str) -> str:
    """Return which two days figures may mean, day or month first; nothing where they mean one."""
    match = FIGURES.fullmatch(text)
    days = either_order(match, 0) if match else []
    named = " or ".join(f"{int(day[8:])} {MONTHS[int(day[5:7]) - 1]}" for day in days)
    return f"'{shown}' may be {named}" if len(days) > 1 else ""


def no_reading(text: str, shown: str) -> str:
    """Return why figures mean no day, whichever stands first; nothing where they mean one."""
    match = FIGURES.fullmatch(text)
    if match is None or either_order(match, 0):
        return ""
    first, second = int(match[1]), int(match[2])
    if not any(1 <= number <= len(MONTHS) for number in (first, second)):
        months = " or ".join(map(str, dict.fromkeys((first, second))))
        return f"there is no month {months} in '{shown}'"
    day = first if 1 <= second <= len(MONTHS) else second
    return f"there is no day {day} in '{shown}'"
