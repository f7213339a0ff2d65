"""A day or a stretch of days that is asked about, and what it is called."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.display import display
from kztimeline.dates.edtf import Date, Precision, parse
from kztimeline.timeline.lasting import beginning

_DECADE: Final = re.compile(r"\d+s\b")
_EARLY: Final = re.compile(r"\d{1,3}(–\d+)?\??")
"""A year that could be any number."""


class Days(NamedTuple):
    """The days that are asked about.

    Attributes:
        date: The date that allows them.
        whole: Whether all of them are meant, and not one of them that is not known.
        known_until: The day after which nothing is to be known, or None.
    """

    date: Date
    whole: bool = False
    known_until: dt.date | None = None

    @classmethod
    def of(cls, date: Date, known_until: dt.date | None = None) -> Days:
        """Return all days of an interval with two ends; else those on which it may have begun."""
        if date.is_interval and date.earliest and date.latest:
            return cls(date, whole=True, known_until=known_until)
        return cls(beginning(date), known_until=known_until)

    @property
    def first(self) -> dt.date:
        """The first one."""
        return self.date.earliest or dt.date.min

    @property
    def last(self) -> dt.date:
        """The last one."""
        return self.date.latest or dt.date.max

    @property
    def words(self) -> str:
        """Such as 'On 3 January 2022', 'Some time in 1991', 'Perhaps on …' or 'In the 1990s'."""
        words = spoken(self.date)
        if self.whole:
            return f"In {words}"
        if words.startswith("about"):
            return _capital(words)
        on_a_day = self.date.precision is Precision.DAY
        if on_a_day:
            words = f"{self.first.day} {MONTHS[self.first.month - 1]} {self.first.year}"
        when = f"{'on' if on_a_day else 'some time in'} {words.rstrip('?')}"
        return f"Perhaps {when}" if self.date.qualifier else _capital(when)

    @property
    def unknown(self) -> bool:
        """Whether all of them come after what is to be known."""
        return self.known_until is not None and self.first > self.known_until

    def moved(self, days: int) -> Days:
        """Return the day before the first or after the last of these, as far as time goes."""
        start = self.last if days > 0 else self.first
        ordinal = min(max(start.toordinal() + days, 1), dt.date.max.toordinal())
        day = parse(dt.date.fromordinal(ordinal).isoformat())
        return Days(day, known_until=self.known_until)


def spoken(date: Date) -> str:
    """Return a date in words as it stands within a sentence: the 1990s, the year 44."""
    words = display(date)
    if _DECADE.match(words):
        return f"the {words}"
    if match := _EARLY.fullmatch(words):
        return f"the year{'s' if match[1] else ''} {words}"
    return words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
