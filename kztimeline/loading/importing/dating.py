"""Dates of other programs: what stands there as it is, and what words are read to mean.

Nothing is guessed. A text that may be two days, such as 1/2/2012, is not a date; a bound, such as
“after 1998”, dates nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, TypeAlias

from kztimeline.dates.display import display
from kztimeline.dates.displayed import read_displayed
from kztimeline.dates.edtf import OPEN, Date, DateError, parse
from kztimeline.dates.typed.absolute import read_absolute
from kztimeline.dates.typed.reading import LONGEST, normalized, read_typed
from kztimeline.dates.typed.words import NoDate, month_of, weekday_of

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
_FLOAT: Final = re.compile(r"(?<=\d)\.0+$")
"""What programs write behind a whole number in a column with empty cells."""
_MONTHS: Final = 12
_TWO_FIGURES: Final = 99
_TWO_YEARS: Final = re.compile(r"(\d{4})\s*[/–-]\s*(\d\d?)")
"""May be a month of a year, or a year and the next: 1997/8."""


class Dated(NamedTuple):
    """A date, and the words it was read from.

    Attributes:
        edtf: The date; nothing where there is none.
        words: What was read, where it does not say the date literally or says none; nothing
            where the date stands there as it is.
        why: Why those are no date, such as the two that they may be; nothing where that is unknown.
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

    def read(self, *texts: str) -> Dated:
        """Return the date that a text says, or the interval from that of one to another's."""
        said = [text.strip() for text in texts if text.strip()]
        if not said:
            return Dated("")
        dates = [self._one(text) for text in said]
        edtf = _joined([date for date, _literal in dates])
        literal = edtf and all(literal for _date, literal in dates)
        if literal:
            return Dated(edtf)
        undated = [text for text, (date, _) in zip(said, dates, strict=True) if date is None]
        why = filter(None, map(_why_undated, map(normalized, undated)))
        return Dated(edtf, " to ".join(said), " ".join(why))

    def parts(self, year: Any, month: Any = "", day: Any = "") -> str:
        """Return year, month and day as EDTF, no finer than they are given; nothing for none."""
        numbers = [str(part if part is not None else "").strip() for part in (year, month, day)]
        numbers = [_FLOAT.sub("", number) for number in numbers]
        if not re.fullmatch(r"\d{1,4}", numbers[0]) or (numbers[2] and not numbers[1]):
            return ""
        text = f"{int(numbers[0]):04}"
        for part in filter(None, numbers[1:]):
            if not part.isdecimal() or len(part) > len("2012"):
                return ""
            text += f"-{int(part):02}"
        return _parsed(text)

    def _one(self, text: str) -> tuple[Date | None, bool]:
        """Return the date that a text says, and whether literally."""
        if date := _date(_FLOAT.sub("", text)):
            return date, True
        if match := _TIMESTAMP.fullmatch(text):
            return _date(match[1]), not match[2].strip("0:.,")
        phrase = normalized(text)
        if _is_two_years(phrase) or _refusal(phrase):
            return None, False
        # Without its year it would be read as one of some other year.
        if _YEAR.search(text) and all(map(_is_of_figures, _WORD.findall(phrase))):
            typed = read_typed(text, None, dt.date(1, 1, 1))
            if typed.date and not typed.note:
                return typed.date, True
        return _date(in_words_of_ours(text)) or self._words(text), False


def in_words_of_ours(text: str) -> str:
    """Return the EDTF of a date in our words that anybody may have written; nothing for none.

    Of others, two figures are a year of some century, and not of the first.
    """
    date = _date(read_displayed(text))
    days = (date.earliest, date.latest) if date else ()
    return date.text if date and all(day.year > _TWO_FIGURES for day in days if day) else ""


def _is_of_figures(word: str) -> bool:
    return bool(word in _BETWEEN or month_of(word) or weekday_of(word))


def _is_two_years(phrase: str) -> bool:
    match = _TWO_YEARS.fullmatch(phrase)
    return match is not None and (int(match[1]) + 1) % 10 ** len(match[2]) == int(match[2])


def _refusal(phrase: str) -> str:
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


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _why_undated(phrase: str) -> str:
    """Return why a phrase is not a date, as far as it is known."""
    if (match := _TWO_YEARS.fullmatch(phrase)) and _is_two_years(phrase):
        year, month = int(match[1]), int(match[2])
        if 1 <= month <= _MONTHS:
            one = display(parse(f"{year:04}-{month:02}"))
            return f"{one}, or {year} to {year + 1}? Write one of the two."
    return _refusal(phrase)


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
