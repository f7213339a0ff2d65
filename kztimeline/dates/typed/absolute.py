"""Dates as they are mostly typed, read at once and without a library.

`read_absolute` knows, in figures and in English, a day, a month, a season, a quarter, a half,
a decade or a century, in any usual order: 2/2012, 2012 feb, 19 march 2019, q3 2011, summer
2011, the 1990s. Two figures after a month are a year, before it a day: "feb 12" is
February 2012, and "12 feb" is a day, as "feb 5" and "feb 12th" are, of whatever year is at
hand. Nothing is guessed: what may be two dates, or is not a day of the calendar, is a `NoDate`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import day_name, display
from kztimeline.dates.edtf import Date, Precision, parse
from kztimeline.dates.typed.stretches import read_stretch
from kztimeline.dates.typed.words import (
    EMPTY_WORDS,
    WEEKDAY_WORDS,
    NoDate,
    ask_which,
    full_year,
    made,
    month_of,
    no_such_day,
    weekday_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEARS_RUN_TOGETHER: Final = range(1800, 2200)
"""The years that eight figures in a row may name."""

_FIGURES: Final = re.compile(r"\d+(?:\s*[/.–-]\s*\d+|\s+\d+){0,2}", re.ASCII)
_PART: Final = re.compile(r"(\d+)(?:(st|nd|rd|th)(?![a-z]))?|([a-z]+)", re.ASCII)
_BETWEEN: Final = re.compile(r"[\s,./'’()–-]*")
_ORDERS: Final = tuple(
    (re.compile(shape), order)
    for shape, order in (
        (r"M[YD]", "my"),
        (r"YM", "ym"),
        (r"[dDO]M[YD]", "dmy"),
        (r"M[dDO][YD]", "mdy"),
        (r"YM[dDO]", "ymd"),
        (r"[dDO]M", "dm"),
        (r"M[dO]", "md"),
        (r"M", "m"),
    )
)
"""What the parts of a phrase with the name of a month are, by its shape.

In a shape M is the name of a month, Y a number of four figures, D of two, d of one, and
O one such as 12th; in an order y, m and d are year, month and day.
"""


def read_absolute(phrase: str, year: int | None = None) -> Date | None:
    """Return the date a plain phrase names, or None for anything else.

    Args:
        phrase: What is typed, in small letters.
        year: The year of what is named without one; where it is None, such a phrase is
            no date.

    Raises:
        NoDate: the phrase may be two dates, or there is no such day.
    """
    words = phrase.split()
    while len(words) > 1 and words[0] in EMPTY_WORDS:
        del words[0]
    phrase = " ".join(words)
    for read in (read_stretch, _figures, _with_month):
        found = read(phrase, year)
        if found is not None:
            return found
    return None


# Figures alone


class _PossibleDay(NamedTuple):
    year: int
    month: int
    day: int | None = None


def _figures(phrase: str, year: int | None) -> Date | None:
    if not _FIGURES.fullmatch(phrase):
        return None
    parts = re.findall(r"\d+", phrase, re.ASCII)
    sign = "".join(re.findall(r"[^\d\s]", phrase))[:1]
    lengths = "".join("4" if len(part) == 4 else "2" if len(part) < 3 else "x" for part in parts)
    values = [int(part) for part in parts]
    if lengths == "4":
        return made(values[0])
    if lengths in {"42", "24"}:
        return _year_and_other(phrase, values, lengths == "42", sign)
    if lengths == "222":
        raise NoDate(f"{phrase}: write the year in four figures, such as 16 dec 2011.", True)
    candidates = list(_candidates(parts, values, lengths, sign, year))
    return _only(phrase, candidates) if candidates else None


def _candidates(
    parts: list[str], values: list[int], lengths: str, sign: str, year: int | None
) -> Iterator[_PossibleDay]:
    """Yield the days that figures may mean, whether or not the calendar has them."""
    match lengths:
        case "x" if len(parts[0]) == 8:
            figures = parts[0]
            for y, m, d in _cut_up(figures):
                if int(y) in _YEARS_RUN_TOGETHER:
                    yield _PossibleDay(int(y), int(m), int(d))
        case "422":
            yield _PossibleDay(*values)
        case "224":
            yield _PossibleDay(values[2], values[1], values[0])
            yield _PossibleDay(values[2], values[0], values[1])
        case "22" if sign and year is not None:
            yield _PossibleDay(year, values[1], values[0])
            yield _PossibleDay(year, values[0], values[1])


def _cut_up(figures: str) -> tuple[tuple[str, str, str], ...]:
    """Return year, month and day of eight figures in a row, in each usual order."""
    first, second, third, fourth = (figures[at : at + 2] for at in (0, 2, 4, 6))
    year = third + fourth
    return (first + second, third, fourth), (year, second, first), (year, first, second)


def _only(phrase: str, candidates: list[_PossibleDay]) -> Date:
    """Return the one day of the calendar among candidates.

    Raises:
        NoDate: there are two, or none.
    """
    found: list[Date] = []
    why: list[NoDate] = []
    for candidate in candidates:
        try:
            date = made(*candidate)
        except NoDate as error:
            why.append(error)
        else:
            if date not in found:
                found.append(date)
    if len(found) > 1:
        days = " or ".join(day_name(f"{date.earliest:%m-%d}") for date in found)
        one, other = map(display, found)
        raise ask_which(phrase, one, other, in_any_year=days)
    if not found:
        in_year = [c for c in candidates if 1 <= c.month <= 12]
        raise no_such_day(*in_year[0]) if in_year else why[0]
    return found[0]


def _year_and_other(phrase: str, values: list[int], year_first: bool, sign: str) -> Date:
    """Return the month of a year; two figures after a year may also be a later year."""
    year, other = values if year_first else values[::-1]
    later = year // 100 * 100 + other
    years = f"{year}–{later}"
    if year_first and sign == "–" and other > 12 and later > year:
        return parse(f"{year:04}/{later:04}")
    follows = later > year and (sign == "–" or (sign == "/" and later == year + 1))
    if year_first and follows and 1 <= other <= 12:
        raise ask_which(phrase, display(made(year, other)), years)
    if year_first and other > 12 and later > year:
        raise NoDate(f"There is no month {other}; write {years} for the years.")
    return made(year, other)


# With the name of a month


def _with_month(phrase: str, year: int | None) -> Date | None:
    if not all(map(_BETWEEN.fullmatch, _PART.split(phrase)[:: _PART.groups + 1])):
        return None
    shape, values, weekday = "", [], 0
    for figures, ending, word in _PART.findall(phrase):
        if word in EMPTY_WORDS:
            continue
        if word and not month_of(word) and weekday_of(word) and not weekday:
            weekday = weekday_of(word)
            continue
        shape += _kind(figures, ending, word)
        values.append(int(figures) if figures else month_of(word))
    for pattern, order in _ORDERS:
        if pattern.fullmatch(shape):
            date = _ordered(phrase, dict(zip(order, values, strict=True)), year)
            return date and _on_weekday(date, weekday)
    return None


def _kind(figures: str, ending: str, word: str) -> str:
    """Return what a part is in a shape; a blank for what no date has."""
    if word:
        return "M" if month_of(word) else " "
    return "O" if ending else {1: "d", 2: "D", 4: "Y"}.get(len(figures), " ")


def _ordered(phrase: str, parts: dict[str, int], year: int | None) -> Date | None:
    named = parts.get("y", year)
    if named is None:
        return None
    if "y" in parts and named < 100 and not re.search(r"\d{4}", phrase):
        named = full_year(f"{named:02}")
    return made(named, parts["m"], parts.get("d"))


def _on_weekday(date: Date, weekday: int) -> Date | None:
    """Return a date if it is a day that falls on a day of the week, or on none in question."""
    day = date.earliest
    if not weekday or day is None:
        return date
    if date.precision is not Precision.DAY:
        return None
    if day.isoweekday() != weekday:
        was, named = (WEEKDAY_WORDS[n - 1].capitalize() for n in (day.isoweekday(), weekday))
        raise NoDate(f"{display(date)} was a {was}, not a {named}.")
    return date
