"""Dates of other programs: what stands there as it is, and what words are read to mean.

Nothing is guessed. A text that may be two days, such as 1/2/2012, is not a date; a bound, such as
“after 1998”, dates nothing; and no year of two figures is given a century.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, TypeAlias

from kztimeline.dates.displayed import read_displayed
from kztimeline.dates.edtf import OPEN, Date, DateError, parse
from kztimeline.dates.typed.reading import normalized, read_typed
from kztimeline.dates.typed.words import month_of, weekday_of
from kztimeline.loading.importing.undated import (
    is_of_no_century,
    is_two_years,
    why_no_interval,
    why_no_parts,
    why_refused,
    why_undated,
)

Words: TypeAlias = Callable[[str], Date | None]
"""What says which date a phrase in words means, or None; the same that reads documents."""

READ: Final = "date read from words"
"""What is counted of dates that do not stand literally in what was read."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\d{3,4}")
_BETWEEN: Final = frozenset({"in", "on", "of", "the", "to", "st", "nd", "rd", "th"})
"""Words that stand between the figures of a date and say nothing beyond them."""
_TIMESTAMP: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d(?::?\d\d){0,2}(?:[.,]\d+)?)\s*(?:Z|UTC|[+-]\d\d(?::?\d\d)?)?", re.I
)
_LASTING: Final = frozenset({"present", "the present", "now", "today", "ongoing"})
_UP_TO_NOW: Final = re.compile(
    r"(.*\d.*?)\s*(?:[-–—/]|\b(?:to|until|till)\b)\s*(?:the )?(?:present|now|today)", re.I
)
_FLOAT: Final = re.compile(r"(?<=\d)\.0+$")
"""What programs write behind a whole number in a column with empty cells."""
_TWO_FIGURES: Final = 99


class Dated(NamedTuple):
    """A date, and the words it was read from.

    Attributes:
        edtf: The date; nothing where there is none.
        words: What was read, where it does not say the date literally or says none; nothing
            where the date stands there as it is.
        why: Why those are no date, such as the two that they may be, or nothing.
    """

    edtf: str
    words: str = ""
    why: str = ""


def no_words(_text: str) -> None:
    """Read no words as a date."""


class Dating:
    """Reads dates."""

    def __init__(self, words: Words = no_words) -> None:
        self._words = words

    def read(self, text: str, end: str = "") -> Dated:
        """Return the date that a text says, or the interval from there to what another says."""
        text, end = text.strip(), end.strip()
        if end and not text:
            return Dated("", end, "That is its end, and its beginning is missing.")
        if not text:
            return Dated("")
        first, literal = self._one(text)
        if not end:
            return self._dated(first, literal, text)
        words = f"{text} to {end}"
        if normalized(end) in _LASTING:
            return self._dated(_opened(first), False, words, text)
        last, literal_too = self._one(end)
        if first is None or last is None:
            said = [each for each, date in ((text, first), (end, last)) if date is None]
            return self._dated(None, False, words, *said)
        between = _joined([first, last])
        why = "" if between else why_no_interval(first, last)
        plain = literal and literal_too and "/" not in first.text + last.text
        return Dated(between, "" if between and plain else words, why)

    def _dated(self, date: Date | None, literal: bool, words: str, *undated: str) -> Dated:
        """Return a date with the words that it was read from, or why those of some are none."""
        if date is not None:
            return Dated(date.text, "" if literal else words)
        why = dict.fromkeys(why_undated(_without_time(each)) for each in undated or (words,))
        return Dated("", words, " ".join(why))

    def parts(self, year: Any, month: Any = "", day: Any = "") -> Dated:
        """Return the date of year, month and day, no finer than they are given."""
        numbers = [str(part if part is not None else "").strip() for part in (year, month, day)]
        numbers = [_FLOAT.sub("", number) for number in numbers]
        known = [*filter(None, numbers)]
        edtf = ""
        if all(map(str.isdecimal, known)) and known == numbers[: len(known)]:
            edtf = _parsed("-".join([f"{int(known[0][:5]):04}", *(n.zfill(2) for n in known[1:])]))
        return Dated(edtf, "", "" if edtf else why_no_parts(*numbers))

    def _one(self, text: str) -> tuple[Date | None, bool]:
        """Return the date that a text says, and whether literally."""
        if date := _date(_FLOAT.sub("", text)):
            return date, True
        if match := _TIMESTAMP.fullmatch(text):
            return _date(match[1]), not match[2].strip("0:.,")
        phrase = normalized(text)
        if is_two_years(phrase) or why_refused(phrase):
            return None, False
        # Without its year it would be read as one of some other year.
        if _YEAR.search(text) and all(map(_is_of_figures, _WORD.findall(phrase))):
            typed = read_typed(text, None, dt.date(1, 1, 1))
            if typed.date and not typed.note:
                return typed.date, True
        date = _date(in_words_of_ours(text)) or self._words(text)
        if date is None and (match := _UP_TO_NOW.fullmatch(text)):
            date = _opened(self._one(match[1])[0])
        return None if date is None or is_of_no_century(phrase, date) else date, False


def in_words_of_ours(text: str) -> str:
    """Return the EDTF of a date in our words that anybody may have written; nothing for none.

    Of others, two figures are a year of some century, and not of the first.
    """
    date = _date(read_displayed(text))
    days = (date.earliest, date.latest) if date else ()
    return date.text if date and all(day.year > _TWO_FIGURES for day in days if day) else ""


def _is_of_figures(word: str) -> bool:
    return bool(word in _BETWEEN or month_of(word) or weekday_of(word))


def _without_time(text: str) -> str:
    """Return a phrase, of a day with a time the day alone."""
    match = _TIMESTAMP.fullmatch(text)
    return normalized(match[1] if match else _FLOAT.sub("", text))


def _opened(date: Date | None) -> Date | None:
    """Return what has lasted since a date; None where that is an interval already."""
    return _date(f"{date.text}/{OPEN}") if date and "/" not in date.text else None


def _joined(dates: list[Date | None]) -> str:
    """Return one date, or the interval from the start of one to the end of another."""
    known = [date.text for date in dates if date is not None]
    if len(known) != len(dates):
        return ""
    start, end = known[0].partition("/")[0], known[-1].rpartition("/")[2]
    if len(known) == 1 or known[0] == known[-1]:
        return known[0]
    return (
        ""
        if OPEN in (known[0].rpartition("/")[2], known[-1].partition("/")[0])
        else _parsed(f"{start}/{end}")
    )


def _date(text: str) -> Date | None:
    try:
        return parse(text)
    except DateError:
        return None


def _parsed(text: str) -> str:
    date = _date(text)
    return date.text if date else ""


def joined(first: str, last: str) -> str:
    """Return the interval between two dates in EDTF; nothing where it is none."""
    return _joined([_date(first), _date(last)])


def span_of(dates: Iterable[str]) -> str:
    """Return the years from the first of some dates to the last; nothing for none."""
    read = [parse(date) for date in dates]
    days = [day for date in read for day in (date.earliest, date.latest) if day]
    return f"{min(days).year:04}/{max(days).year:04}" if days else ""
