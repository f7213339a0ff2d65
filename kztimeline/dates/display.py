"""Dates in words, in full and short. Never finer than they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.edtf import OPEN, Date, Endpoint, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator


Qualifier: TypeAlias = Literal["", "approximate", "uncertain", "approximate and uncertain"]
QUALIFIERS: Final[dict[str, Qualifier]] = {
    "": "",
    "~": "approximate",
    "?": "uncertain",
    "%": "approximate and uncertain",
}
"""What the qualifier of a date means."""

SHORT_WIDTH: Final = 12
"""The most cells that `display_short` takes."""


def display(date: Date) -> str:
    """Return the date in words: '16–17 Dec 2011', 'about April 2007', 'since 2015'."""
    start, end = date.start, date.end
    if start is None or end is None:
        return f"until {_after_word(end)}" if end else f"since {_after_word(start)}"
    if not date.is_interval:
        return _qualified(start)
    if date.qualifier:
        return f"{_qualified(start)} to {_qualified(end)}"
    if date.day:
        return _words(end)
    return f"{_words_before(start, end)}–{_words(end)}"


def day_name(day_of_year: str) -> str:
    """Return a day of the year in words: '21 November' for '11-21'."""
    month, _, day = day_of_year.partition("-")
    return f"{int(day)} {MONTHS[int(month) - 1]}"


def _qualified(end: Endpoint | None) -> str:
    if end is None:
        return OPEN
    if end.qualifier in {"~", "%"}:
        return _after_word(end)
    return f"{_words(end)}{'?' if end.qualifier else ''}"


def _after_word(end: Endpoint | None) -> str:
    """The same after 'since' or the like: 'about the 1980s', 'the 1990s'."""
    if end is None:
        return OPEN
    about = "about " if end.qualifier in {"~", "%"} else ""
    doubt = "?" if end.qualifier in {"?", "%"} else ""
    the = "the " if end.precision > Precision.YEAR else ""
    return f"{about}{the}{_words(end)}{doubt}"


def _words(end: Endpoint) -> str:
    """The end of a date in full, without its qualifier."""
    first = end.earliest
    match end.precision:
        case Precision.DAY:
            return f"{first.day} {_abbreviated(first)} {first.year}"
        case Precision.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case Precision.YEAR:
            return f"{first.year}"
        case Precision.DECADE if first.year % 100:
            return f"{first.year}s"
    return f"{first.year}s ({end.precision.label})"


def _words_before(start: Endpoint, end: Endpoint) -> str:
    """The start of an interval without what its end goes on to say."""
    first, last = start.earliest, end.earliest
    if first.year != last.year or max(start.precision, end.precision) > Precision.MONTH:
        return _words(start)
    if start.precision == Precision.MONTH:
        return MONTHS[first.month - 1]
    if end.precision == Precision.DAY and first.month == last.month:
        return f"{first.day}"
    return f"{first.day} {_abbreviated(first)}"


def _abbreviated(day: dt.date) -> str:
    return MONTHS[day.month - 1][:3]


def display_beginning(date: Date) -> str:
    """Return the year in which something began, else its decade or century; empty where open."""
    if date.start is None or date.earliest is None:
        return ""
    return _words(date.start) if date.start.precision > Precision.YEAR else f"{date.earliest.year}"


def display_within(date: Date, cells: int) -> str:
    """Return the date in words, with short months and signs where that takes more than `cells`.

    Unlike `display_short` it says its years: '~Sep–Nov 1994', 'Sep 2022–Feb 2023'. What does
    not fit even so is whole; from 22 cells on every date fits.
    """
    words = display(date)
    forms = (words, *_short_with_years(date))
    return next((form for form in forms if len(form) <= cells), words)


def _short_with_years(date: Date) -> Iterator[str]:
    about = "~" if date.qualifier in {"~", "%"} else ""
    doubt = "?" if date.qualifier in {"?", "%"} else ""
    start, end = date.start, date.end
    if start and end:
        yield from _loose_and_tight(about, _short_body_with_years(start, end), doubt)
    elif one := start or end:
        words = _short_words(one, Precision.DAY, year=True)
        for written in _loose_and_tight(about, words, doubt):
            yield f"{'since' if start else 'until'} {written}"


def _short_body_with_years(start: Endpoint, end: Endpoint) -> str:
    """Both ends as they are known, the year once where it is the same."""
    since, until = (_short_words(one, Precision.DAY, year=True) for one in (start, end))
    in_one_year = start.earliest.year == end.earliest.year
    if since == until:
        return until
    if in_one_year and max(start.precision, end.precision) <= Precision.MONTH:
        return f"{_short_body(start, end)} {end.earliest.year}"
    return f"{since}–{until}"


def display_short(date: Date, cells: int = SHORT_WIDTH) -> str:
    """Return the date in at most `cells`, at least 7: '16–17 Dec', '~Apr', 'Sep–Feb 2023'.

    The text stands under a heading with the year in which the date begins, and does not
    repeat it; that of another end is told. What does not fit never reads as a coarser date:
    it ends in '…', or is written closer, as '2 Mar–' for 'since 2 Mar' and 'Mar→2023' for an
    end in that year. An interval that is qualified at one end is marked as a whole.
    """
    return next(short for short in _abbreviations(date) if len(short) <= cells)


def _abbreviations(date: Date) -> Iterator[str]:
    """Abbreviations: all of the date, ever closer, then ever less of it with a sign of that."""
    about = "~" if date.qualifier in {"~", "%"} else ""
    doubt = "?" if date.qualifier in {"?", "%"} else ""
    if date.start and date.end:
        for body in _short_bodies(date.start, date.end):
            yield from _loose_and_tight(about, body, doubt)
        if date.is_interval:
            since = _short_words(date.start, Precision.DAY, year=False)
            yield from _loose_and_tight(about, since, "–…")
    else:
        end = date.start or date.end
        words = _short_words(end, Precision.DAY, year=not date.start) if end else OPEN
        for written in _loose_and_tight(about, words, doubt):
            yield f"since {written}" if date.start else f"until {written}"
        for written in _loose_and_tight(about, words, doubt):
            yield f"{written}–" if date.start else f"–{written}"
    yield from _cut_off(date, about)


def _loose_and_tight(before: str, words: str, after: str) -> tuple[str, str]:
    return f"{before}{words}{after}", f"{before}{words.replace(' ', '')}{after}"


def _cut_off(date: Date, about: str) -> Iterator[str]:
    """The beginning of a date, ever coarser, with a sign that more of it is not shown."""
    end, dash = (date.start, "") if date.start else (date.end, "–")
    for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.CENTURY):
        words = _short_words(end, precision, year=not date.start) if end else OPEN
        yield f"{dash}{about}{words.replace(' ', '')}…"


def _short_bodies(start: Endpoint, end: Endpoint) -> Iterator[str]:
    """Both ends as they are known, what they share said once; then less of an end in another year.

    A month without a year never stands beside the year of another end, as in 'Dec–2007'.
    """
    first, last = start.earliest, end.earliest
    since, until = (_short_words(one, Precision.DAY, year=False) for one in (start, end))
    if first.year == last.year:
        yield _short_body(start, end)
        return
    if start.precision > Precision.MONTH:
        yield _short_years(start, end)
        return
    if _turns_the_year(start, end):
        yield f"{since}–{until} {last.year}"
        if (first.month, last.month) == (12, 1):
            yield f"{since}–{until}"
    of_end = _short_words(end, Precision.YEAR, year=True)
    yield f"{since}→{of_end}"
    if of_end == f"{last.year}" and first.year // 100 == last.year // 100:
        yield f"{since}→’{last.year % 100:02}"


def _short_body(start: Endpoint, end: Endpoint) -> str:
    """Both ends of one year as they are known, what they share said once."""
    since, until = (_short_words(one, Precision.DAY, year=False) for one in (start, end))
    if since == until:
        return until
    both_days = max(start.precision, end.precision) == Precision.DAY
    if both_days and start.earliest.month == end.earliest.month:
        since = f"{start.earliest.day}"
    return f"{since}–{until}"


def _turns_the_year(start: Endpoint, end: Endpoint) -> bool:
    """Tell whether the months of two ends say by themselves that a year lies between.

    'Dec–Mar 2012' does under the heading of its first year; 'Mar–Dec 2012' would be read as of
    one year.
    """
    first, last = start.earliest, end.earliest
    known = max(start.precision, end.precision) <= Precision.MONTH
    return known and last.year == first.year + 1 and last.month < first.month


def _short_years(start: Endpoint, end: Endpoint) -> str:
    """Ends in different years, by their years: never a month of one beside another year."""
    since, until = (_short_words(one, Precision.YEAR, year=True) for one in (start, end))
    first, last = start.earliest.year, end.earliest.year
    plain = since == f"{first}" and until == f"{last}"
    # '2011–12' is written for December 2011 too.
    if plain and first // 100 == last // 100 and last % 100 > 12:
        return f"{first}–{last % 100:02}"
    return f"{since}–{until}"


def _short_words(end: Endpoint, precision: Precision, *, year: bool) -> str:
    first = end.earliest
    match max(end.precision, precision):
        case Precision.DAY:
            words = f"{first.day} {_abbreviated(first)}"
        case Precision.MONTH:
            words = _abbreviated(first)
        case Precision.YEAR:
            return f"{first.year}"
        case Precision.DECADE:
            return f"{first.year}s" if first.year % 100 else f"{first.year // 10}X"
        case Precision.CENTURY:
            return f"{first.year // 100}XX"
    return f"{words} {first.year}" if year else words
