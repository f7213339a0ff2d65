"""A date as it is known outside the program: what it allows, in words, in order."""

from __future__ import annotations

import datetime as dt
from functools import total_ordering

from kztimeline.dates.edtf import DateError, parse
from kztimeline.export.making_records import date_record


class Settled:
    """What does not change once it is made."""

    def __setattr__(self, name: str, value: object) -> None:
        if "_settled" in vars(self):
            raise AttributeError(f"{name} cannot be set: what is known does not change here")
        super().__setattr__(name, value)

    def _settle(self) -> None:
        self._settled = True


@total_ordering
class KnownDate(Settled):
    """A date no finer than it is known.

    Dates stand in order of their earliest day, then their latest, then precision; an open
    start comes first, an open end last. Equal are those with the same EDTF. A text stands for
    the date that it is in EDTF. `day in date` tells whether the date allows the whole of a
    day, or of another date.

    Attributes:
        edtf: The date as it is written, in EDTF (ISO 8601-2).
        words: The date in English.
        earliest: The first day it allows, or None where its start is open.
        latest: The last day it allows, or None where its end is open.
        precision: day, month, year, decade or century.
        qualifier: approximate, uncertain, both, or empty.
        open_start: Whether it has no known beginning.
        open_end: Whether it has no known end.
        year: The year that every day it allows is in, or None; so `month` and `day`.
    """

    def __init__(self, edtf: str) -> None:
        """Read a date in EDTF; raise DateError, a ValueError, where the text is none."""
        date = self._date = parse(edtf)
        known = date_record(date)
        self.edtf, self.words = known.edtf, known.words
        self.earliest, self.latest = date.earliest, date.latest
        self.precision, self.qualifier = str(known.precision), str(known.qualifier)
        self.open_start, self.open_end = known.open_start, known.open_end
        self.year, self.month, self.day = date.year, date.month, date.day
        self._settle()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (KnownDate, str)):
            return self.edtf == str(other)
        return NotImplemented

    def __lt__(self, other: KnownDate | str) -> bool:
        if isinstance(other, str):
            other = KnownDate(other)
        return self._date < other._date if isinstance(other, KnownDate) else NotImplemented

    def __contains__(self, day: KnownDate | dt.date | str) -> bool:
        return self._date.contains(known_date(day)._date)

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __reduce__(self) -> tuple[type[KnownDate], tuple[str]]:
        return KnownDate, (self.edtf,)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"<Date {self.edtf}>"


def known_date(value: KnownDate | dt.date | str) -> KnownDate:
    """Return the date that a value is: a day, or a text in EDTF."""
    if isinstance(value, KnownDate):
        return value
    return KnownDate(value if isinstance(value, str) else value.isoformat()[: len("2012-02-01")])


def last_day_of(as_of: KnownDate | dt.date | str | None) -> str:
    """Return a date in EDTF that has a last day; nothing for None."""
    if as_of is None:
        return ""
    date = known_date(as_of)
    if date.latest is None:
        raise DateError(f"{date} has no end", "write the last day that is to be seen")
    return date.edtf
