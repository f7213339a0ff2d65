"""The words that dates are made of, and dates made of their parts; nothing is guessed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kztimeline.dates.calendar_names import MONTHS, WEEKDAYS
from kztimeline.dates.edtf import Date, DateError, parse

MONTH_WORDS: Final = tuple(map(str.lower, MONTHS))
WEEKDAY_WORDS: Final = tuple(map(str.lower, WEEKDAYS))
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month that each season of three begins with."""

ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
EMPTY_WORDS: Final = frozenset({"the", "of", "in", "on", "year", "month"})
"""Words that may stand between the parts of a date and say nothing."""

_SHORTEST_NAME: Final = 3
_OLDEST_SHORT_YEAR: Final = 70


class NoDate(ValueError):  # noqa: N818 (it says what the text is, not what went wrong)
    """A text that looks like a date and is none; its words say why and what to write.

    Attributes:
        unfinished: Whether it may become a date by typing on.
        in_any_year: The same words where a day of every year is asked for, without the year
            at hand, which nobody typed; empty where they speak of none.
    """

    def __init__(self, words: str, unfinished: bool = False, in_any_year: str = "") -> None:
        super().__init__(words)
        self.unfinished = unfinished
        self.in_any_year = in_any_year


def full_year(figures: str) -> int:
    """Return the year that two or four figures name."""
    number = int(figures.lstrip("'’"))
    if len(figures.lstrip("'’")) > 2:
        return number
    return number + (1900 if number >= _OLDEST_SHORT_YEAR else 2000)


def month_of(word: str) -> int:
    """Return the month whose name a word is or begins, or 0."""
    return _begun(word, MONTH_WORDS)


def weekday_of(word: str) -> int:
    """Return the day of the week, from 1 for Monday, whose name a word is or begins, or 0."""
    return _begun(word, WEEKDAY_WORDS)


def _begun(word: str, names: tuple[str, ...]) -> int:
    if len(word) < _SHORTEST_NAME:
        return 0
    return next((n for n, name in enumerate(names, 1) if name.startswith(word)), 0)


def made(year: int, month: int | None = None, day: int | None = None) -> Date:
    """Return the date of a year, month or day.

    Raises:
        NoDate: there is none such.
    """
    text = "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
    try:
        return parse(text)
    except DateError:
        raise no_such_day(year, month, day) from None


def no_such_day(year: int, month: int | None, day: int | None) -> NoDate:
    """Return why there is no date of a year, month and day."""
    if not 1 <= year <= dt.MAXYEAR:
        return NoDate(f"There is no year {year}.")
    if month is not None and not 1 <= month <= 12:
        return NoDate(f"There is no month {month}.")
    name = MONTHS[(month or 1) - 1]
    latest = parse(f"{year:04}-{month or 1:02}").latest
    days = latest.day if latest else 31
    there, has = f"There is no {day} {name}", f"the month has {days} days."
    return NoDate(f"{there} {year}; {has}", in_any_year=f"{there} in any year; {has}")


def months(year: int, first: int, count: int) -> Date:
    """Return some whole months of a year, or into the next, as an interval."""
    last = first + count - 1
    ends_in, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    made(year)
    made(ends_in)
    return parse(f"{year:04}-{first:02}/{ends_in:04}-{last:02}")


def ask_which(phrase: str, one: str, other: str, in_any_year: str = "") -> NoDate:
    """Return the question which of two dates a phrase means, or of two days `in_any_year`."""

    def question(which: str) -> str:
        return f"{phrase}: {which}? Write one of the two."

    return NoDate(question(f"{one} or {other}"), in_any_year=in_any_year and question(in_any_year))
