"""Terms of office: how each began and ended, and on which days it surely or perhaps ran."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from kztimeline.dates.display import display
from kztimeline.dates.edtf import OPEN, Date, parse

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Endpoint

Presence: TypeAlias = Literal["surely", "perhaps"]
Stretch: TypeAlias = tuple[dt.date, dt.date]
"""The first and the last of some days."""


class TermEnd(NamedTuple):
    """The first and the last day that an end of a term may be, and its EDTF text.

    Where two records disagree, `other` is the EDTF text of the other one.
    """

    earliest: dt.date
    latest: dt.date
    text: str
    other: str = ""

    @property
    def day(self) -> dt.date | None:
        """The one day that the end is known to be, or None."""
        return self.earliest if self.earliest == self.latest else None


class TermStep(NamedTuple):
    """A named day or time at which an office was entered: when somebody was sworn in."""

    name: str
    when: TermEnd


class OfficeTerm(NamedTuple):
    """An office held for a time.

    Attributes:
        title: The office; empty where an era has no other name for it.
        begins: When it began; None where nobody knows.
        ends: When it ended; None where it goes on.
        sure: The stretches of days on which it surely was held, first and last day.
        steps: How it was entered, by name, in order of time, as far as records name it.
        parts: The dates of its records, where they leave a doubtful time between them.
    """

    title: str
    begins: TermEnd | None
    ends: TermEnd | None
    sure: tuple[Stretch, ...]
    steps: tuple[TermStep, ...] = ()
    parts: tuple[Date, ...] = ()

    @property
    def date(self) -> Date:
        """All of it as a date."""
        start, end = (end.text if end else OPEN for end in (self.begins, self.ends))
        return parse(start if start == end else f"{start}/{end}")

    @property
    def first(self) -> dt.date:
        """The first day on which it may have been held, as far as any is known."""
        known = self.begins or self.ends
        days = [start for start, _end in self.sure] + ([known.earliest] if known else [])
        return min(days, default=dt.date.min)

    @property
    def last(self) -> dt.date:
        """The last day on which it may have been held."""
        return self.ends.latest if self.ends else dt.date.max

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        """Where it stands among terms: by its first day, its last, and its title."""
        return (self.begins.earliest if self.begins else dt.date.min), self.last, self.title

    def bounded(self, begins: TermEnd | None, ends: TermEnd | None) -> OfficeTerm:
        """Return the term with other ends."""
        return self._replace(begins=begins, ends=ends, sure=surely_between(begins, ends))

    def presence(self, first: dt.date, last: dt.date) -> Presence | None:
        """Tell whether the office was held on some day from `first` to `last`; None if not.

        A term of which only the end is known is not taken to reach back before it.
        """
        if last < self.first or self.last < first:
            return None
        inside = (
            end is not None and first <= end.earliest and end.latest <= last
            for end in (self.begins, self.ends)
        )
        sure = any(start <= last and first <= end for start, end in self.sure)
        return "surely" if sure or any(inside) else "perhaps"


def term_of(title: str, date: Date, begins_with: str | None = None) -> OfficeTerm:
    """Return the term of an office with a date.

    Args:
        title: The office.
        date: When it was held.
        begins_with: What its first day is the day of, where that is said.
    """
    begins, ends = _bounds(date, 0), _bounds(date, -1)
    steps = (TermStep(begins_with, begins),) if begins_with and begins else ()
    return OfficeTerm(title, begins, ends, surely_between(begins, ends), steps)


def _bounds(date: Date, which: int) -> TermEnd | None:
    end: Endpoint | None = date.end if which else date.start
    if end is None:
        return None
    return TermEnd(*end.with_room, date.text.split("/")[which])


def surely_between(begins: TermEnd | None, ends: TermEnd | None) -> tuple[Stretch, ...]:
    """Return the days that surely lie between two ends; of an unknown start the last day alone."""
    last = ends.earliest if ends else dt.date.max
    if begins is None:
        return ((last, last),) if ends and ends.day else ()
    return ((begins.latest, last),) if begins.latest <= last else ()


def end_words(end: TermEnd) -> str:
    """Return an end in words; both where two records disagree: '8 Oct or 10 Oct 2008'."""
    words = display(parse(end.text))
    return f"{words} or {display(parse(end.other))}" if end.other else words
