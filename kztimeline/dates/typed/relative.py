"""Dates named by their distance: "last month", "two weeks later", "next friday".

What leads on or back is counted from the date at the cursor, what begins with the present
(today, ago) from today. A distance is never finer than its words, nor than what it is
counted from: two weeks after a month are not a day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import Date, Precision, parse
from kztimeline.dates.typed.words import (
    MONTH_WORDS,
    WEEKDAY_WORDS,
    NoDate,
    made,
    month_of,
    months,
    weekday_of,
)

if TYPE_CHECKING:
    pass

UNITS: Final = ("day", "week", "fortnight", "month", "quarter", "year", "decade")
NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a couple of": 2,
    "twenty": 20,
    "thirty": 30,
}
BACK: Final = frozenset({"last", "previous", "past", "before", "earlier", "ago", "back"})
ON: Final = frozenset({"next", "following", "coming", "later", "after", "on", "hence"})
_PRESENT: Final = frozenset({"ago", "hence", "this"})

_DAYS: Final = {
    "today": 0,
    "now": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_UNIT: Final = f"(?P<unit>{'|'.join(UNITS)})"
_COUNT: Final = rf"(?P<count>\d{{1,4}}|{'|'.join(NUMBERS)})"
_NAME: Final = rf"(?P<name>{'|'.join(UNITS)}|[a-z]{{3,9}})"
_DIRECTION: Final = "|".join(sorted(BACK | ON))
_PATTERNS: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_COUNT}\s+{_UNIT}s?\s+(?P<way>{_DIRECTION}|from now)",
        rf"in\s+{_COUNT}\s+{_UNIT}s?(?P<way>)",
    )
)
_NAMED: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?:the\s+)?(?P<way>last|previous|past|next|following|coming|this)\s+{_NAME}",
        rf"(?:the\s+)?{_NAME}\s+(?P<way>before|after|earlier|later)",
    )
)


class RelativeDate(NamedTuple):
    """A date, and what it was counted from, in words."""

    date: Date
    origin: str


def read_relative(phrase: str, near: Date | None, today: dt.date) -> RelativeDate | None:
    """Return the date a phrase names by its distance, or None for any other phrase.

    Args:
        phrase: What is typed, in small letters.
        near: The date at the cursor; today where it is None.
        today: The day it is.

    Raises:
        NoDate: what it is counted from is too wide, or the phrase may be two dates.
    """
    this_day = parse(today.isoformat())
    if phrase in _DAYS:
        return RelativeDate(_days_on(this_day, _DAYS[phrase]), "")
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(phrase):
            base = _base(match["way"] or "in", near, this_day)
            count = NUMBERS.get(match["count"]) or int(match["count"])
            steps = -count if match["way"] in BACK else count
            return RelativeDate(_moved(base, match["unit"], steps), _origin(base, this_day))
    for pattern in _NAMED:
        if match := pattern.fullmatch(phrase):
            base = _base(match["way"], near, this_day)
            date = _named(match["name"], match["way"], base)
            return None if date is None else RelativeDate(date, _origin(base, this_day))
    return None


def _base(way: str, near: Date | None, today: Date) -> Date:
    """Return what is counted from: an end of the date at the cursor, or today."""
    if near is None or way in _PRESENT or way in {"in", "from now"}:
        return today
    return near


def _origin(base: Date, today: Date) -> str:
    return f"counted from {'today, ' if base is today else ''}{display(base)}"


def _named(name: str, way: str, base: Date) -> Date | None:
    step = 0 if way == "this" else -1 if way in BACK else 1
    if name in UNITS:
        return _of_unit(name, step, base)
    if weekday := weekday_of(name):
        return _weekday(weekday, step, base)
    if month := month_of(name):
        return _month(month, step, base)
    return None


def _of_unit(unit: str, step: int, base: Date) -> Date | None:
    """Return the week, month or the like that is so many steps from that of a date."""
    if unit == "fortnight":
        return None
    if unit != "week":
        return _moved(base, unit, step)
    monday = _day(base, unit) - dt.timedelta(days=_day(base, unit).weekday())
    first = _shifted(monday, 7 * step)
    return parse(f"{first.isoformat()}/{_shifted(first, 6).isoformat()}")


def _weekday(weekday: int, step: int, base: Date) -> Date:
    day = _day(base, "day")
    if not step:
        name = WEEKDAY_WORDS[weekday - 1]
        raise NoDate(f"“this {name}” may be the last or the next one; write last or next {name}.")
    away = (weekday - day.isoweekday()) * step % 7 or 7
    return parse(_shifted(day, step * away).isoformat())


def _month(month: int, step: int, base: Date) -> Date:
    year, here = _month_number(base, MONTH_WORDS[month - 1])
    if step > 0:
        year += here >= month
    elif step < 0:
        year -= here <= month
    return made(year, month)


def _moved(base: Date, unit: str, steps: int) -> Date:
    """Return the date so many units on, as fine as the unit."""
    match unit:
        case "day":
            return _days_on(base, steps)
        case "week":
            return _days_on(base, 7 * steps)
        case "fortnight":
            return _days_on(base, 14 * steps)
        case "month" | "quarter":
            return _months_on(base, unit, steps)
        case "year":
            return made(_year(base) + steps)
    decade = _year(base) // 10 + steps
    if not 1 <= decade <= dt.MAXYEAR // 10:
        raise NoDate("There is no such year.")
    return parse(f"{decade:03}X")


def _months_on(base: Date, unit: str, steps: int) -> Date:
    year, month = _month_number(base, unit)
    size = 3 if unit == "quarter" else 1
    number = (year * 12 + month - 1) // size * size + steps * size
    if size == 1:
        return made(number // 12, number % 12 + 1)
    return months(number // 12, number % 12 + 1, size)


def _days_on(base: Date, days: int) -> Date:
    return parse(_shifted(_day(base, "day"), days).isoformat())


def _shifted(day: dt.date, days: int) -> dt.date:
    number = day.toordinal() + days
    if not 1 <= number <= dt.date.max.toordinal():
        raise NoDate("There is no such year.")
    return dt.date.fromordinal(number)


def _year(base: Date) -> int:
    return _first_day(base, Precision.YEAR, "year").year


def _month_number(base: Date, what: str) -> tuple[int, int]:
    first = _first_day(base, Precision.MONTH, what)
    return first.year, first.month


def _day(base: Date, what: str) -> dt.date:
    return _first_day(base, Precision.DAY, what)


def _first_day(base: Date, coarsest: Precision, what: str) -> dt.date:
    """Return the first day of a date that is known well enough to count from it."""
    end = base.start or base.end
    if end is None or end.precision > coarsest:
        name = what if what in {*UNITS} else "month"
        raise NoDate(f"{display(base)} is too wide to count a {name} from; write the date itself.")
    return end.earliest
