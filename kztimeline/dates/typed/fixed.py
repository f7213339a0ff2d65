"""Dates that mean the same whenever they are typed, as values of fields and options.

EDTF is read at once; 'dec 2011', '16 Dec 2011' and the like by the reader of typed dates.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from kztimeline.dates.edtf import OPEN, Date, DateError, parse

_IN_EDTF: Final = re.compile(r"(?:[0-9X~?%/-]|\.\.)*")
_DATES: Final = "2012, dec 2011, 16 dec 2011 or dec 2011..feb 2012"
_WORD: Final = re.compile(r"[^\W\d_]+")
_TWO_DAYS: Final = (dt.date(1991, 12, 16), dt.date(2004, 2, 29))
"""Days that share neither year nor month: what a text means on both depends on neither."""


def range_of(text: str) -> Date:
    """Read the value of a date field: EDTF or 'dec 2011', or a range A..B of either.

    A range may be open at one end.

    Raises:
        DateError: `text` is not a date, or none that is the same on every day.
    """
    if ".." in text and "/" not in text:
        start, _, end = text.partition("..")
        return _between(text, start, end)
    return typed_date(text)


def _between(text: str, start: str, end: str) -> Date:
    """Return the range between two ends, each a date or a stretch of time that has a name.

    Raises:
        DateError: one of them is neither, or a range again, so that `text` has more than two ends.
    """
    dates = [typed_date(each) if each else None for each in (start, end)]
    first, last = (each.text if each else OPEN for each in dates)
    first, last = first.partition("/")[0], last.rpartition("/")[2]
    if any(date and date.is_interval for date in dates):
        from kztimeline.dates.typed.reading import is_of_two_ends

        if is_of_two_ends(start) or is_of_two_ends(end):
            meant = "..".join("" if each == OPEN else each for each in (first, last))
            raise DateError(f"a range has two ends, and '{text}' has more", f"write {meant}")
    return parse(f"{first}/{last}")


def is_range(text: str) -> bool:
    """Tell whether a text is the value of a date field."""
    try:
        range_of(text)
    except DateError:
        return False
    return True


def typed_date(text: str) -> Date:
    """Read a date that is written in EDTF, or as one types it with its year.

    Raises:
        DateError: `text` is neither.
    """
    try:
        return parse(text)
    except DateError as error:
        return _typed(text, error)


def _typed(text: str, error: DateError) -> Date:
    from kztimeline.dates.advice import EXAMPLES

    date, on_some_days = read_fixed(text)
    if date is not None:
        return date
    if error.remedy != EXAMPLES:
        _raise_for_what_is_meant(text, error.remedy)
        raise error
    if on_some_days and not _names_part_of_year(text):
        raise DateError(f"'{text}' depends on today's date", f"write the date, such as {_DATES}")
    problem = f"'{text}' does not say which year" if on_some_days else error.problem
    raise DateError(problem, f"write {_DATES}")


def _raise_for_what_is_meant(text: str, remedy: str) -> None:
    """Raise where what a text means is no date: how it is written is not at fault here."""
    from kztimeline.dates.advice import meant_by

    meant = meant_by(text)
    if text in meant or any(map(_is_date, meant)):
        return
    for each in meant:
        try:
            parse(each)
        except DateError as fault:
            raise DateError(f"'{text}': {fault.problem}", remedy) from None


def _is_date(text: str) -> bool:
    try:
        return bool(parse(text))
    except DateError:
        return False


def _names_part_of_year(text: str) -> bool:
    """Tell whether a text names a day, month or part of a year, which lacks nothing but a year."""
    from kztimeline.dates.typed.words import SEASONS, month_of

    words = _WORD.findall(text.lower())
    return not words or any(month_of(each) or each in SEASONS or len(each) == 1 for each in words)


def as_edtf(text: str) -> str:
    """Return the value of a date field in EDTF, or as it is where that is what it holds.

    Raises:
        DateError: `text` is no value of such a field.
    """
    date = range_of(text)
    return text if _IN_EDTF.fullmatch(text) else date.text


def is_dated(text: str) -> bool:
    """Tell whether a text looks like a date, be it one or not."""
    from kztimeline.dates.typed.reading import looks_like_date, normalized

    return looks_like_date(normalized(text))


def read_fixed(text: str) -> tuple[Date | None, bool]:
    """Return the date that a text names on whatever day it is typed, if it does.

    'last week' does not, nor does a day without its year; for these the second is true.
    """
    from kztimeline.dates.typed.reading import read_typed

    one, other = (read_typed(text, None, day).date for day in _TWO_DAYS)
    return (one, False) if one == other else (None, True)
