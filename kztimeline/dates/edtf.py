"""Dates as a timeline writes them: EDTF text with every day it allows.

The subset of EDTF (ISO 8601-2:2019, annex A) read here is level 0 calendar dates
(`1991`, `1991-12`, `1991-12-16`), `~ ? %` at the end of a date, a decade `199X`, a
century `19XX`, and intervals of these with `..` for an open end. Years run from
0001 to 9999. Nothing is rounded or guessed: other text is a `DateError`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import total_ordering
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

OPEN: Final = ".."
SHORT_WIDTH: Final = 12
"""The most cells that `display_short` takes."""

_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_UNSPECIFIED = re.compile(r"(\d\d)(\dX|XX)([~?%]?)", re.ASCII)
_LONG_MONTHS: Final = frozenset({1, 3, 5, 7, 8, 10, 12})
_AFTER_EVERY_DAY: Final = dt.date.max.toordinal() + 1
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class DateError(ValueError):
    """Text that is no date: `problem` says what is wrong, `remedy` what to write."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"


class Precision(IntEnum):
    """How finely a date is known; the finer, the smaller."""

    DAY = 1
    MONTH = 2
    YEAR = 3
    DECADE = 4
    CENTURY = 5

    @property
    def label(self) -> str:
        """The precision as a word, such as 'month'."""
        return self.name.lower()


class Endpoint(NamedTuple):
    """One end of a date: the first and last day it may be, and how it is qualified.

    `qualifier` is '~' (approximate), '?' (uncertain), '%' (both) or empty.
    """

    earliest: dt.date
    latest: dt.date
    precision: Precision
    qualifier: str


@total_ordering
@dataclass(frozen=True)
class Date:
    """A date, made by `parse`: its text, and its two ends with the days they allow.

    The ends of a date that is no interval are one and the same; an end that is
    None is open. Dates are equal when their texts are, and stand in order of
    earliest day, latest day, precision and text; an open start comes first.
    """

    text: str
    start: Endpoint | None = field(compare=False)
    end: Endpoint | None = field(compare=False)
    is_interval: bool = field(compare=False)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Date) -> bool:
        if not isinstance(other, Date):
            return NotImplemented
        return (self.sort_key, self.text) < (other.sort_key, other.text)

    @property
    def earliest(self) -> dt.date | None:
        """The first day the date allows, or None where the start is open."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> dt.date | None:
        """The last day the date allows, or None where the end is open."""
        return self.end.latest if self.end else None

    @property
    def open_start(self) -> bool:
        """Whether the date reaches back without a bound."""
        return self.start is None

    @property
    def open_end(self) -> bool:
        """Whether the date reaches on without a bound."""
        return self.end is None

    @property
    def precision(self) -> Precision:
        """The coarser precision of the two ends."""
        return max(end.precision for end in (self.start, self.end) if end)

    @property
    def qualifier(self) -> str:
        """The qualifiers of both ends as one: '', '~', '?' or '%'."""
        found = {end.qualifier for end in (self.start, self.end) if end and end.qualifier}
        return "%" if len(found) > 1 else "".join(found)

    @property
    def year(self) -> int | None:
        """The year that every day of the date lies in, or None."""
        if self.earliest and self.latest and self.earliest.year == self.latest.year:
            return self.earliest.year
        return None

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, that every day of the date lies in, or None."""
        if self.year and self.earliest and self.latest and self.earliest.month == self.latest.month:
            return self.earliest.month
        return None

    @property
    def day(self) -> int | None:
        """The day of the month where the date allows a single one, or None."""
        return self.earliest.day if self.earliest and self.earliest == self.latest else None

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Ordinals of the earliest and latest day (0 and a large one if open), precision."""
        return (
            self.start.earliest.toordinal() if self.start else 0,
            self.end.latest.toordinal() if self.end else _AFTER_EVERY_DAY,
            self.precision,
        )

    @property
    def certain_span(self) -> tuple[dt.date | None, dt.date | None] | None:
        """The first and last day on which the thing surely was, or None without any.

        A state surely held from its latest possible start to its earliest possible
        end (None: without a bound); a thing that is no interval surely was on its
        day if it is dated to one. A qualified date is sure of no day.
        """
        if self.qualifier or (not self.is_interval and self.precision > Precision.DAY):
            return None
        first = self.start.latest if self.start else None
        last = self.end.earliest if self.end else None
        if first and last and first > last:
            return None
        return first, last

    def contains(self, other: Date) -> bool:
        """Tell whether every day that `other` allows is one that this date allows."""
        first, last, _ = self.sort_key
        other_first, other_last, _ = other.sort_key
        return first <= other_first and other_last <= last

    def overlaps(self, other: Date) -> bool:
        """Tell whether some day is allowed by both dates."""
        first, last, _ = self.sort_key
        other_first, other_last, _ = other.sort_key
        return first <= other_last and other_first <= last

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from kztimeline.timeline.fields import parsed_from_text

        return parsed_from_text(parse)


def parse(text: str) -> Date:
    """Read an EDTF date.

    Raises:
        DateError: `text` is not in the subset read here, names a day that does not
            exist, or ends before it begins.
    """
    if "/" not in text:
        endpoint = _read_endpoint(text, text)
        return Date(text, endpoint, endpoint, False)
    start_text, _, end_text = text.partition("/")
    if start_text == end_text == OPEN:
        raise DateError("an interval cannot be open at both ends", "give at least one date")
    start = None if start_text == OPEN else _read_endpoint(start_text, text)
    end = None if end_text == OPEN else _read_endpoint(end_text, text)
    if start and end and end.latest < start.earliest:
        raise DateError(
            f"the interval ends ({end_text}) before it begins ({start_text})",
            f"write {end_text}/{start_text} if the ends were exchanged",
        )
    return Date(text, start, end, True)


def _read_endpoint(text: str, whole: str) -> Endpoint:
    """Read one end of the date `whole`; raise DateError where it is none."""
    if match := _CALENDAR.fullmatch(text):
        year, month, day, qualifier = match.groups()
        try:
            return _calendar_endpoint(int(year), month, day, qualifier)
        except ValueError:
            alone = text == whole and day is None and not qualifier
            raise _no_such_day(int(year), int(month or 1), alone) from None
    if match := _UNSPECIFIED.fullmatch(text):
        return _unspecified_endpoint(*match.groups())
    raise _unreadable(whole)


def _calendar_endpoint(year: int, month: str | None, day: str | None, qualifier: str) -> Endpoint:
    if month is None:
        return Endpoint(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR, qualifier)
    if day is None:
        first = dt.date(year, int(month), 1)
        last = dt.date(year, first.month, _month_length(year, first.month))
        return Endpoint(first, last, Precision.MONTH, qualifier)
    only = dt.date(year, int(month), int(day))
    return Endpoint(only, only, Precision.DAY, qualifier)


def _month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 31 if month in _LONG_MONTHS else 30


def _unspecified_endpoint(century: str, rest: str, qualifier: str) -> Endpoint:
    if rest == "XX":
        year, length, precision = int(century) * 100, 100, Precision.CENTURY
    else:
        year, length, precision = int(century + rest[0]) * 10, 10, Precision.DECADE
    if year == 0:
        raise _no_such_day(0, 1, False)
    return Endpoint(dt.date(year, 1, 1), dt.date(year + length - 1, 12, 31), precision, qualifier)


def _no_such_day(year: int, month: int, alone: bool) -> DateError:
    """Say why a day is none; a year and two figures `alone` may be meant as two years."""
    if year == 0:
        return DateError("there is no year 0000", "write a year from 0001 to 9999")
    if not 1 <= month <= 12:
        remedy = "write a month from 01 to 12"
        if alone and month > year % 100:
            remedy += f", or {year:04}/{year // 100:02}{month:02} for an interval of years"
        return DateError(f"there is no month {month:02}", remedy)
    length = _month_length(year, month)
    return DateError(
        f"{_MONTHS[month - 1]} {year:04} has {length} days", f"write a day from 01 to {length}"
    )


def _unreadable(text: str) -> DateError:
    from kztimeline.dates.advice import advise

    return DateError(*advise(text))


def display(date: Date) -> str:
    """Return the date in words: '16–17 Dec 2011', 'about April 2007', 'since 2015'."""
    start, end = date.start, date.end
    if start is None or end is None:
        return f"until {_qualified(end)}" if end else f"since {_qualified(start)}"
    if not date.is_interval:
        return _qualified(start)
    if date.qualifier:
        return f"{_qualified(start)} to {_qualified(end)}"
    if date.day:
        return _words(end)
    return f"{_words_before(start, end)}–{_words(end)}"


def _qualified(end: Endpoint | None) -> str:
    if end is None:
        return OPEN
    about = "about " if end.qualifier in {"~", "%"} else ""
    doubt = "?" if end.qualifier in {"?", "%"} else ""
    return f"{about}{_words(end)}{doubt}"


def _words(end: Endpoint) -> str:
    """The end of a date in full, without its qualifier."""
    first = end.earliest
    match end.precision:
        case Precision.DAY:
            return f"{first.day} {_abbreviated(first)} {first.year}"
        case Precision.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.year}"
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
        return _MONTHS[first.month - 1]
    if end.precision == Precision.DAY and first.month == last.month:
        return f"{first.day}"
    return f"{first.day} {_abbreviated(first)}"


def _abbreviated(day: dt.date) -> str:
    return _MONTHS[day.month - 1][:3]


def display_short(date: Date, year_shown: bool = True) -> str:
    """Return the date in at most `SHORT_WIDTH` cells: '16–17 Dec', '~Apr', '1992–95'.

    What does not fit is left coarser, never cut. With `year_shown` the text stands
    under a heading with the year in which the date begins, and does not repeat it.
    An interval that is qualified at one end is marked as a whole.
    """
    return next(form for form in _short_forms(date, year_shown) if len(form) <= SHORT_WIDTH)


def _short_forms(date: Date, year_shown: bool) -> Iterator[str]:
    """Short forms from the finest to the coarsest; the text itself is the last resort."""
    about = "~" if date.qualifier in {"~", "%"} else ""
    doubt = "?" if date.qualifier in {"?", "%"} else ""
    for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        if date.start is None or date.end is None:
            word = "since" if date.start else "until"
            body = _short_bound(date, year_shown, precision)
            yield f"{word} {about}{body}{doubt}"
            yield f"{word} {about}{body.replace(' ', '')}{doubt}"
        else:
            body = _short_body(date.start, date.end, year_shown, precision)
            yield f"{about}{body}{doubt}"
            yield f"{about}{body.replace(' ', '')}{doubt}"
    yield date.text


def _short_bound(date: Date, year_shown: bool, precision: Precision) -> str:
    if date.start:
        return _short_words(date.start, precision, year=not year_shown)
    return _short_words(date.end, precision, year=True) if date.end else OPEN


def _short_body(start: Endpoint, end: Endpoint, year_shown: bool, precision: Precision) -> str:
    """Both ends at `precision` or coarser, what they share said once."""
    first, last = start.earliest, end.earliest
    if first.year != last.year:
        if year_shown and _turns_the_year(start, end, precision):
            since, until = (_short_words(one, precision, year=False) for one in (start, end))
            return f"{since}–{until}"
        return _short_years(start, end)
    until = _short_words(end, precision, year=not year_shown)
    since = _short_words(start, precision, year=False)
    if since == _short_words(end, precision, year=False):
        return until
    both_days = max(start.precision, end.precision, precision) == Precision.DAY
    if both_days and first.month == last.month:
        since = f"{first.day}"
    return f"{since}–{until}"


def _turns_the_year(start: Endpoint, end: Endpoint, precision: Precision) -> bool:
    """Tell whether the months of two ends say by themselves that a year lies between.

    'Dec–Mar' does under the heading of its first year; 'Mar–Dec' would be read as of one year.
    """
    first, last = start.earliest, end.earliest
    known = max(start.precision, end.precision, precision) <= Precision.MONTH
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


def days_between(a: Date, b: Date) -> tuple[int, int] | None:
    """Return the fewest and most days from the end of one date to the start of the other.

    The order of the two does not matter; dates that meet are 0 days apart.
    Qualifiers are left out of account. None where an open end lies between them.
    """
    gaps = [gap for gap in (_gap(a, b), _gap(b, a)) if gap]
    fewest = max((few for few, _ in gaps), default=0)
    most = max((many for _, many in gaps), default=0)
    if len(gaps) < 2 and most <= 0:
        return None
    return max(fewest, 0), max(most, 0)


def _gap(before: Date, after: Date) -> tuple[int, int] | None:
    """Fewest and most days from `before` to `after`, negative where it precedes."""
    if before.end is None or after.start is None:
        return None
    fewest = after.start.earliest - before.end.latest
    most = after.start.latest - before.end.earliest
    return fewest.days, most.days
