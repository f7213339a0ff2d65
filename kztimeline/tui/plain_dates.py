"""Dates as they are mostly typed, read at once and without a library.

`read_plain` knows, in figures and in English, a day, a month, a season, a quarter, a half,
a decade or a century, in any usual order: 2/2012, 2012 feb, 19 march 2019, q3 2011, summer
2011, the 1990s. Two figures after a month are a year, before it a day: "feb 12" is
February 2012, and "12 feb" is a day, as "feb 5" and "feb 12th" are, of whatever year is at
hand. Nothing is guessed: what may be two dates, or is no day of the calendar, is a `NoDate`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates import Date, DateError, Precision, display, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday"),
    *("friday", "saturday", "sunday"),
)
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
_YEARS_RUN_TOGETHER: Final = range(1800, 2200)
"""The years that eight figures in a row may name."""

_NINETIES: Final = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

_YEAR: Final = r"(?P<year>\d{4}|['’]?\d\d)"
_NAMED_YEAR: Final = rf"(?:[\s/,-]*(?:of\s+)?(?:the\s+year\s+)?{_YEAR})?"
_ORDINAL: Final = f"(?:{'|'.join(ORDINALS)})"
_QUARTER: Final = (
    rf"(?:q\s?(?P<q1>[1-4])|(?P<q2>[1-4])\s?q|(?:the\s+)?(?P<q3>{_ORDINAL})\s+quarter)"
)
_HALF: Final = rf"(?:h\s?(?P<q1>[12])|(?P<q2>[12])\s?h|(?:the\s+)?(?P<q3>{_ORDINAL})\s+half)"
_SPANS: Final = tuple(
    (re.compile(form, re.ASCII), months)
    for part, months in ((_QUARTER, 3), (_HALF, 6))
    for form in (part + _NAMED_YEAR, rf"{_YEAR}[\s/-]*{part}")
)
_SEASON: Final = f"(?P<season>{'|'.join(SEASONS)})"
_SEASON_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?:the\s+)?{_SEASON}(?:\s+(?:of\s+)?{_YEAR}(?:[/–-](?P<next>\d{{4}}|\d\d))?)?",
        rf"(?P<year>\d{{4}})(?P<next>)\s+{_SEASON}",
    )
)
_DECADE: Final = re.compile(
    rf"(?:the\s+)?(?:(?P<full>\d{{3}})0['’]?s|['’]?(?P<short>\d)0['’]?s|(?P<word>{'|'.join(_NINETIES)}))",
    re.ASCII,
)
_CENTURY: Final = re.compile(r"(?:the\s+)?(?P<number>\d\d?)(?:st|nd|rd|th)\s+century", re.ASCII)

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


class NoDate(ValueError):  # noqa: N818 (it says what the text is, not what went wrong)
    """A text that looks like a date and is none; its words say why and what to write.

    Attributes:
        unfinished: Whether it may become a date by typing on.
    """

    def __init__(self, words: str, unfinished: bool = False) -> None:
        super().__init__(words)
        self.unfinished = unfinished


def read_plain(phrase: str, year: int | None = None) -> Date | None:
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
    for read in (_decade, _century, _span_of_months, _season, _figures, _with_month):
        found = read(phrase, year)
        if found is not None:
            return found
    return None


def full_year(figures: str) -> int:
    """Return the year that two or four figures name."""
    number = int(figures.lstrip("'’"))
    if len(figures.lstrip("'’")) > 2:
        return number
    return number + (1900 if number >= _OLDEST_SHORT_YEAR else 2000)


def month_of(word: str) -> int:
    """Return the month whose name a word is or begins, or 0."""
    return _begun(word, MONTHS)


def weekday_of(word: str) -> int:
    """Return the day of the week, from 1 for Monday, whose name a word is or begins, or 0."""
    return _begun(word, WEEKDAYS)


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
        raise NoDate(_no_such_day(year, month, day)) from None


def _no_such_day(year: int, month: int | None, day: int | None) -> str:
    if not 1 <= year <= dt.MAXYEAR:
        return f"There is no year {year}."
    if month is not None and not 1 <= month <= 12:
        return f"There is no month {month}."
    name = MONTHS[(month or 1) - 1].capitalize()
    latest = parse(f"{year:04}-{month or 1:02}").latest
    days = latest.day if latest else 31
    return f"There is no {day} {name} {year}; the month has {days} days."


def months(year: int, first: int, count: int) -> Date:
    """Return some whole months of a year, or into the next, as an interval."""
    last = first + count - 1
    ends_in, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    made(year)
    made(ends_in)
    return parse(f"{year:04}-{first:02}/{ends_in:04}-{last:02}")


def either(phrase: str, one: str, other: str) -> NoDate:
    """Return the question which of two dates a phrase means."""
    return NoDate(f"{phrase}: {one} or {other}? Write one of the two.")


# Decades, seasons, quarters


def _decade(phrase: str, _year: int | None) -> Date | None:
    match = _DECADE.fullmatch(phrase)
    if match is None:
        return None
    decade = match["full"]
    if not decade:
        figure = match["short"] or str(_NINETIES[match["word"]])
        decade = str(full_year(f"{figure}0"))[:3]
    return _decade_of(int(decade))


def _decade_of(number: int) -> Date:
    if not number:
        raise NoDate("There is no year 0000.")
    return parse(f"{number:03}X")


def _century(phrase: str, _year: int | None) -> Date | None:
    match = _CENTURY.fullmatch(phrase)
    if match is None:
        return None
    number = int(match["number"])
    if number == 0:
        raise NoDate("There is no 0th century.")
    return parse(f"{number * 100 - 99:04}/{min(number * 100, dt.MAXYEAR):04}")


def _span_of_months(phrase: str, year: int | None) -> Date | None:
    for form, count in _SPANS:
        if match := form.fullmatch(phrase):
            named = full_year(match["year"]) if match["year"] else year
            figure = match["q1"] or match["q2"] or str(ORDINALS[match["q3"]])
            if int(figure) > 12 // count or named is None:
                return None
            return months(named, (int(figure) - 1) * count + 1, count)
    return None


def _season(phrase: str, year: int | None) -> Date | None:
    for form in _SEASON_FORMS:
        if match := form.fullmatch(phrase):
            first = SEASONS[match["season"]]
            named = full_year(match["year"]) if match["year"] else year
            if named is None:
                return None
            if match["next"]:
                return _season_of_two_years(phrase, first, named, match["next"])
            if first == SEASONS["winter"]:
                raise _which_winter(phrase, named)
            return months(named, first, 3)
    return None


def _season_of_two_years(phrase: str, first: int, year: int, following: str) -> Date:
    later = int(following) if len(following) > 2 else year // 100 * 100 + int(following)
    later += 100 if later < year else 0
    if first != SEASONS["winter"] or later != year + 1:
        raise NoDate(
            f"“{phrase}” is no season of the calendar; write summer 2011 or winter 2011/12."
        )
    return months(year, first, 3)


def _which_winter(phrase: str, year: int) -> NoDate:
    one, other = f"winter {year - 1}/{year % 100:02}", f"winter {year}/{(year + 1) % 100:02}"
    return either(phrase, one, other)


# Figures alone


class _Candidate(NamedTuple):
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
) -> Iterator[_Candidate]:
    """Yield the days that figures may mean, whether or not the calendar has them."""
    match lengths:
        case "x" if len(parts[0]) == 8:
            figures = parts[0]
            for y, m, d in _cut_up(figures):
                if int(y) in _YEARS_RUN_TOGETHER:
                    yield _Candidate(int(y), int(m), int(d))
        case "422":
            yield _Candidate(*values)
        case "224":
            yield _Candidate(values[2], values[1], values[0])
            yield _Candidate(values[2], values[0], values[1])
        case "22" if sign and year is not None:
            yield _Candidate(year, values[1], values[0])
            yield _Candidate(year, values[0], values[1])


def _cut_up(figures: str) -> tuple[tuple[str, str, str], ...]:
    """Return year, month and day of eight figures in a row, in each usual order."""
    first, second, third, fourth = (figures[at : at + 2] for at in (0, 2, 4, 6))
    year = third + fourth
    return (first + second, third, fourth), (year, second, first), (year, first, second)


def _only(phrase: str, candidates: list[_Candidate]) -> Date:
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
        raise either(phrase, *map(display, found))
    if not found:
        in_year = [c for c in candidates if 1 <= c.month <= 12]
        raise NoDate(_no_such_day(*in_year[0])) if in_year else why[0]
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
        raise either(phrase, display(made(year, other)), years)
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
        was, named = (WEEKDAYS[n - 1].capitalize() for n in (day.isoweekday(), weekday))
        raise NoDate(f"{display(date)} was a {was}, not a {named}.")
    return date
