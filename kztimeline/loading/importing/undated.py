"""Why a text of other programs is not taken for a date, and what to write instead."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from kztimeline.dates.display import display
from kztimeline.dates.edtf import OPEN, Date, DateError, Precision, parse
from kztimeline.dates.typed.absolute import read_absolute
from kztimeline.dates.typed.reading import LONGEST, read_typed
from kztimeline.dates.typed.words import NoDate, month_of

_MONTHS: Final = 12
_TWO_YEARS: Final = re.compile(r"(\d{4})\s*[/–-]\s*(\d\d?)")
"""May be a month of a year, or a year and the next: 1997/8."""
IN_FIGURES: Final = "Write the year in four figures, such as 16 dec 2011."
_NOT_UNDERSTOOD: Final = (
    "It is not understood as one date; write it as 2012, 2012-02, 2012-02-03, 2012~ for about "
    "2012, or 2011/2013."
)
_BOUND: Final = re.compile(
    r"(?:not |no )?(?:after|before|by|later than|earlier than|up to|prior to|pre-?|post-?)\b.*\d.*"
    r"|.*\d.*\b(?:onwards?|or later|or earlier|and later|or before|or after)"
)
_SEVERAL: Final = re.compile(r".*\d.*\b(?:or|and)\b.*\d.*")
_BEFORE_OURS: Final = re.compile(r"-\d+(?:-\d+)*|.*\d.*\bb\.?\s?c\.?(?:\s?e\.?)?")
_EDTF_LIKE: Final = re.compile(r"[\d./~?%x-]+")
_THREE_FIGURES: Final = re.compile(r"\d{3}")
_SHORTENED: Final = re.compile(r"(?<!\d[-–/])['’]\d\d(?!\d)")
_SHORT_END: Final = re.compile(r".*\d{4}\s*(?:[-–—/]|to|until|till)\s*\d\d?")
_WORD: Final = re.compile(r"[^\W\d_]+")
_CENTURIES: Final = ("centur", "millenn")
_FIRST_CENTURY: Final = 100


def is_two_years(phrase: str) -> bool:
    """Tell whether a phrase may be a year and the next, such as 1997/8."""
    match = _TWO_YEARS.fullmatch(phrase)
    return match is not None and (int(match[1]) + 1) % 10 ** len(match[2]) == int(match[2])


def why_refused(phrase: str) -> str:
    """Return why a phrase is not a date, where it may be two or names no day of the calendar."""
    if len(phrase) > LONGEST:
        return ""
    if (match := _TWO_YEARS.fullmatch(phrase)) and int(match[2]) > _MONTHS:
        return ""
    try:
        read_absolute(phrase)
    except NoDate as why:
        # What was read stands before it anyway.
        return _capitalized(str(why).removeprefix(f"{phrase}: "))
    return ""


def is_of_no_century(phrase: str, date: Date) -> bool:
    """Tell whether the century of a date that was read from a phrase does not stand in it."""
    day = date.earliest or date.latest
    if day is None or day.year < _FIRST_CENTURY or any(word in phrase for word in _CENTURIES):
        return False
    if _THREE_FIGURES.search(phrase):
        return _SHORTENED.search(phrase) is not None
    # "Nineteen eighty-four" tells it in words, and "the eighties" does not.
    return re.search(r"\d", phrase) is not None or date.precision is Precision.DECADE


def why_undated(phrase: str) -> str:
    """Return why a phrase is not a date, and what to write."""
    if len(phrase) > LONGEST:
        return _NOT_UNDERSTOOD
    if is_two_years(phrase):
        return _which_years(phrase)
    if _BEFORE_OURS.fullmatch(phrase):
        return "Years run from 1 to 9999, and this one is before them."
    if not _THREE_FIGURES.search(phrase) or _SHORTENED.search(phrase):
        return why_refused(phrase) if _is_refused_in_figures(phrase) else _in_figures(phrase)
    if why := why_refused(phrase):
        return why
    if _BOUND.fullmatch(phrase):
        return "A bound is no date; write since or until where it lasted from or up to then."
    if _SEVERAL.fullmatch(phrase):
        return "These are two dates; write the one that is meant, or an interval such as 2011/2013."
    if _EDTF_LIKE.fullmatch(phrase):
        return _fault_of(phrase.upper())
    return IN_FIGURES if _SHORT_END.fullmatch(phrase) else _refused_as_typed(phrase)


def why_no_interval(first: Date, last: Date) -> str:
    """Return why there is no interval from one date to another."""
    if OPEN in (first.text.rpartition("/")[2], last.text.partition("/")[0]):
        return "One of its ends is open already; write one date for both."
    return f"It ends ({display(last)}) before it begins ({display(first)})."


def why_no_parts(year: str, month: str, day: str) -> str:
    """Return why year, month and day, each as it is written, are no date."""
    if not year:
        return "It has no year."
    if not re.fullmatch(r"-?\d+", year):
        return "The year is no number; write it in figures alone."
    if day and not month:
        return "A day has no meaning without its month; write that, too."
    for name, part in (("month", month), ("day", day)):
        if part and not part.isdecimal():
            return f"The {name} is no number; write it in figures."
    if not 1 <= int(year[:6]) <= dt.MAXYEAR:
        return "Years run from 1 to 9999."
    return why_refused("-".join(filter(None, (f"{int(year):04}", month.zfill(2), day)))) or (
        f"There is no month {int(month)}." if month else _NOT_UNDERSTOOD
    )


def _which_years(phrase: str) -> str:
    match = _TWO_YEARS.fullmatch(phrase)
    year, month = (int(match[1]), int(match[2])) if match else (0, 0)
    try:
        one = display(parse(f"{year:04}-{month:02}"))
    except DateError:
        return f"Write {year:04}/{year + 1:04} for the two years."
    return f"{one}, or {year} to {year + 1}? Write one of the two."


def _refused_as_typed(phrase: str) -> str:
    """Return why a phrase is refused where it is typed, without what a century was given for."""
    refused = read_typed(phrase, None, dt.date(1, 1, 1)).refusal
    if not refused or " is not a date; " in refused:
        return _NOT_UNDERSTOOD
    known = all(year in phrase for year in re.findall(r"\d{4}", refused))
    return refused if known else IN_FIGURES


def _is_refused_in_figures(phrase: str) -> bool:
    """Tell whether what is wrong with a phrase is told without giving it a century."""
    return not _WORD.search(phrase) and bool(why_refused(phrase))


def _in_figures(phrase: str) -> str:
    if any(word in phrase for word in _CENTURIES):
        return _NOT_UNDERSTOOD
    named = re.search(r"\d", phrase) or any(map(month_of, _WORD.findall(phrase)))
    return IN_FIGURES if named else _NOT_UNDERSTOOD


def _fault_of(text: str) -> str:
    try:
        parse(text)
    except DateError as error:
        return f"{_capitalized(str(error))}."
    return _NOT_UNDERSTOOD


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
