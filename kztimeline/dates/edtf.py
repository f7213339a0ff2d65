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
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kztimeline.dates.calendar_names import MONTHS

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

OPEN: Final = ".."

_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_UNSPECIFIED = re.compile(r"(\d\d)(\dX|XX)([~?%]?)", re.ASCII)
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # of level 1
_LONG_MONTHS: Final = frozenset({1, 3, 5, 7, 8, 10, 12})
_AFTER_EVERY_DAY: Final = dt.date.max.toordinal() + 1


Day: TypeAlias = int
"""An ordinal day, as `datetime.date.toordinal` counts them: 1 is the first of January of year 1."""


class DateError(ValueError):
    """Text that is not a date: `problem` says what is wrong, `remedy` what to write."""

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

    @property
    def with_room(self) -> tuple[dt.date, dt.date]:
        """The first and last day it may be, wider by its own length where it is qualified."""
        if not self.qualifier:
            return self.earliest, self.latest
        room = (self.latest - self.earliest).days + 1
        first = max(self.earliest.toordinal() - room, dt.date.min.toordinal())
        last = min(self.latest.toordinal() + room, dt.date.max.toordinal())
        return dt.date.fromordinal(first), dt.date.fromordinal(last)


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
    def latest_start(self) -> dt.date | None:
        """The last day on which it may have begun, or None where the start is open.

        In 2011-12/2011-12-15 the start is of December, but not after the end.
        """
        last = self.start.latest if self.start else None
        return min(last, self.latest) if last and self.latest else last

    @property
    def earliest_end(self) -> dt.date | None:
        """The first day on which it may have ended, not before its start; None where open."""
        first = self.end.earliest if self.end else None
        return max(first, self.earliest) if first and self.earliest else first

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
    def is_exact(self) -> bool:
        """Whether each end is known to the day, and nothing of it in doubt."""
        return self.precision is Precision.DAY and not self.qualifier

    @property
    def is_undated(self) -> bool:
        """Whether not even the month is known in which it began."""
        return self.start is not None and self.start.precision >= Precision.YEAR

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
    def certain_days(self) -> tuple[dt.date | None, dt.date | None] | None:
        """The first and last day on which the thing surely was, or None without any.

        A state surely held from its latest possible start to its earliest possible
        end (None: without a bound), and does not start after its end; a thing that is
        no interval surely was on its day if it is dated to one. A qualified date is
        sure of no day.
        """
        if self.qualifier or (not self.is_interval and self.precision > Precision.DAY):
            return None
        first, last = self.latest_start, self.earliest_end
        if first and last and first > last:
            return None
        return first, last

    @property
    def certain_bounds(self) -> tuple[dt.date | None, dt.date | None] | None:
        """A first and a last day, or None where nothing is sure.

        A period that ends on the first or later and begins on the last or earlier surely
        holds a day of the thing. They are the certain days, but where no start is known:
        then only the end is sure, and lies in a period that holds each day it may be.
        """
        if self.start is None and self.end and not self.qualifier:
            return self.end.latest, self.end.earliest
        return self.certain_days

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
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(parse, core_schema.str_schema())


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
        last = dt.date(year, first.month, month_length(year, first.month))
        return Endpoint(first, last, Precision.MONTH, qualifier)
    only = dt.date(year, int(month), int(day))
    return Endpoint(only, only, Precision.DAY, qualifier)


def month_length(year: int, month: int) -> int:
    """Return how many days a month has; the month counts from 1."""
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
        if alone and month in _SEASONS and year < dt.MAXYEAR:
            from kztimeline.dates.wordings import season

            name = _SEASONS[month]
            remedy = f"write {season(year, name)} for the {name}, or a month from 01 to 12"
        if alone and month > year % 100:
            remedy += f", or {year:04}/{year // 100:02}{month:02} for an interval of years"
        return DateError(f"there is no month {month:02}", remedy)
    length = month_length(year, month)
    return DateError(
        f"{MONTHS[month - 1]} {year:04} has {length} days", f"write a day from 01 to {length}"
    )


def _unreadable(text: str) -> DateError:
    from kztimeline.dates.advice import advise

    return DateError(*advise(text, _fault_of))


def _fault_of(text: str) -> tuple[str, str] | None:
    """Return problem and remedy of a text; None where it is a date."""
    try:
        parse(text)
    except DateError as error:
        return error.problem, error.remedy
    return None
