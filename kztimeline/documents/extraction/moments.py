"""Calendar values of temporal expressions, and arithmetic on them.

A `Moment` is one stretch of the calendar in the unit that a phrase names: a day,
a week, a month, a season, a century. It can be written as a TIMEX3 value
(TimeML 1.2.1) or, where the calendar of EDTF holds it, as an EDTF date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_SEASON_MONTHS = ((3, 5), (6, 8), (9, 11), (12, 2))
_DAYS_IN_WEEK = 7
_MONTHS_IN_YEAR = 12


class Unit(StrEnum):
    """Units of time; the value is the letter or letters TIMEX3 durations use."""

    SECOND = "S"
    MINUTE = "TM"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "HY"
    SEASON = "SN"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "ML"


_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6}
_YEARS_IN = {
    Unit.YEAR: 1,
    Unit.SEASON: 1,
    Unit.DECADE: 10,
    Unit.CENTURY: 100,
    Unit.MILLENNIUM: 1000,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar, `unit` long.

    Attributes:
        unit: Which unit the phrase names; never shorter than a day.
        year: The year, negative before Christ (-480 is 480 BC), the first year of
            a decade or century; None where no year is known.
        part: Which month, quarter, half, season or ISO week of the year, from 1.
        day: Which day of the month, from 1.
    """

    unit: Unit
    year: int | None
    part: int = 0
    day: int = 0

    @classmethod
    def of_day(cls, unit: Unit, day: dt.date) -> Moment:
        """Return the `unit` of the calendar that `day` lies in."""
        if unit is Unit.DAY:
            return cls(unit, day.year, day.month, day.day)
        if unit in (Unit.WEEK, Unit.WEEKEND):
            iso = day.isocalendar()
            return cls(unit, iso.year, iso.week)
        if unit in _MONTHS_IN:
            return cls(unit, day.year, (day.month - 1) // _MONTHS_IN[unit] + 1)
        if unit is Unit.SEASON:
            return cls(unit, day.year - (day.month < 3), (day.month - 3) % 12 // 3 + 1)
        length = _YEARS_IN[unit]
        return cls(unit, day.year // length * length)

    @property
    def month(self) -> int | None:
        """The month, where the phrase names one."""
        return self.part if self.unit in (Unit.MONTH, Unit.DAY) and self.part else None

    @property
    def order(self) -> tuple[int, int, int]:
        """Year, month and day it begins with, to compare; 0 for what is not named."""
        if self.unit is Unit.SEASON:
            return self.year or 0, _SEASON_MONTHS[self.part - 1][0], 0
        if self.unit in (Unit.QUARTER, Unit.HALF):
            return self.year or 0, (self.part - 1) * _MONTHS_IN[self.unit] + 1, 0
        return self.year or 0, self.month or 0, self.day

    def in_year(self, year: int | None) -> Moment:
        """Return the same part of another year."""
        return Moment(self.unit, year, self.part, self.day)

    def first_day(self) -> dt.date | None:
        """Return the first day, or None where the calendar has no such day."""
        if self.unit is Unit.DAY:
            fields = [self.year or 0, self.part, self.day]
        else:
            start = self.edtf_ends()[0].rstrip("~").replace("X", "0")
            fields = [*map(int, start.split("-")), 1, 1] if start else [0, 0, 0]
        try:
            return dt.date(fields[0], fields[1], fields[2])
        except ValueError:
            return None

    def last_day(self) -> dt.date | None:
        """Return the last day, or None where the calendar has no such day."""
        if self.unit is Unit.DAY:
            return self.first_day()
        if self.unit is Unit.SEASON:
            end = _SEASON_MONTHS[self.part - 1][1]
            year = (
                None if self.year is None else self.year + (end < _SEASON_MONTHS[self.part - 1][0])
            )
            return Moment(Unit.MONTH, year, end).last_day()
        following = self.shifted(1)
        day = following.first_day() if following else None
        return day - dt.timedelta(1) if day and day > dt.date.min else None

    def widened(self, unit: Unit) -> Moment | None:
        """Return the `unit` around this moment; None where it is not so precise."""
        if unit is self.unit:
            return self
        if self.year is None:
            return None
        if unit in _YEARS_IN and unit is not Unit.SEASON:
            length = _YEARS_IN[unit]
            return Moment(unit, self.year // length * length)
        if unit is Unit.MONTH and self.unit is Unit.DAY:
            return Moment(unit, self.year, self.part)
        day = self.first_day()
        return Moment.of_day(unit, day) if day and self.unit is Unit.DAY else None

    def shifted(self, count: int) -> Moment | None:
        """Return the moment `count` units later; None outside the calendar."""
        if self.year is None:
            return None
        if self.unit in _YEARS_IN:
            year = self.year + count * _YEARS_IN[self.unit]
            crosses = (year >= 0) != (self.year > 0) and self.unit is Unit.YEAR
            return self.in_year(year + (1 if year >= 0 else -1) if crosses else year)
        if self.unit in _MONTHS_IN:
            parts = 12 // _MONTHS_IN[self.unit]
            index = self.year * parts + self.part - 1 + count
            return Moment(self.unit, index // parts, index % parts + 1)
        day = self.first_day()
        length = 1 if self.unit is Unit.DAY else _DAYS_IN_WEEK
        try:
            return Moment.of_day(self.unit, day + dt.timedelta(count * length)) if day else None
        except OverflowError:
            return None

    def months_on(self, count: int) -> Moment | None:
        """Return the same day of the month `count` months later, or its last; a year to a year.

        A week or weekend leads to that of its first day; None outside the calendar.
        """
        if self.year is None:
            return None
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            first = self.first_day()
            moved = Moment.of_day(Unit.DAY, first).months_on(count) if first else None
            there = moved.first_day() if moved else None
            return Moment.of_day(self.unit, there) if there else None
        if self.unit not in (Unit.DAY, Unit.MONTH):
            return self.in_year(self.year + count // _MONTHS_IN_YEAR)
        index = self.year * _MONTHS_IN_YEAR + count + self.part - 1
        year, part = index // _MONTHS_IN_YEAR, index % _MONTHS_IN_YEAR + 1
        last = Moment(Unit.MONTH, year, part).last_day()
        return Moment(self.unit, year, part, min(self.day, last.day)) if last else None

    @property
    def timex(self) -> str:
        """The TIMEX3 value, such as 2012-02-01, 199, 2011-SU, BC0480 or XXXX-04-26."""
        if self.unit is Unit.DECADE:
            return self._year_text()[:-1]
        if self.unit is Unit.CENTURY:
            return self._year_text()[:-2]
        if self.unit is Unit.MILLENNIUM:
            return self._year_text()[:-3]
        suffix = {
            Unit.DAY: f"-{self.part:02}-{self.day:02}",
            Unit.MONTH: f"-{self.part:02}",
            Unit.QUARTER: f"-Q{self.part}",
            Unit.HALF: f"-H{self.part}",
            Unit.SEASON: f"-{_SEASONS.get(self.part)}",
            Unit.WEEK: f"-W{self.part:02}",
            Unit.WEEKEND: f"-W{self.part:02}-WE",
        }.get(self.unit, "")
        return self._year_text() + suffix

    def _year_text(self) -> str:
        if self.year is None:
            return "XXXX"
        if self.year >= 0:
            return f"{self.year:04}"
        return f"BC{-self.year:04}"

    def edtf_ends(self) -> tuple[str, str]:
        """Return the EDTF of the first and last part, equal where one date says it.

        Empty strings where EDTF years (0001 to 9999) cannot say it. Seasons have no
        agreed first day, so their months are approximate.
        """
        if self.year is None or not 1 <= self.year <= 9999:
            return "", ""
        year = f"{self.year:04}"
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return self._week_ends()
        if self.unit is Unit.SEASON:
            first, last = _SEASON_MONTHS[self.part - 1]
            return f"{year}-{first:02}~", f"{self.year + (last < first):04}-{last:02}~"
        if self.unit in (Unit.QUARTER, Unit.HALF):
            length = _MONTHS_IN[self.unit]
            last = self.part * length
            return f"{year}-{last - length + 1:02}", f"{year}-{last:02}"
        if self.unit in (Unit.DECADE, Unit.CENTURY) and self.year < _YEARS_IN[self.unit]:
            # No year is the 0 that "000X" and "00XX" begin with.
            return "0001", f"{_YEARS_IN[self.unit] - 1:04}"
        if self.unit is Unit.MILLENNIUM:
            first = self.year // _YEARS_IN[self.unit] * _YEARS_IN[self.unit]
            return f"{first or 1:04}", f"{first + _YEARS_IN[self.unit] - 1:04}"
        text = self._edtf_date(year)
        return text, text

    def _edtf_date(self, year: str) -> str:
        if self.unit is Unit.DAY:
            return f"{year}-{self.part:02}-{self.day:02}"
        if self.unit is Unit.MONTH:
            return f"{year}-{self.part:02}"
        if self.unit is Unit.DECADE:
            return f"{year[:3]}X"
        return f"{year[:2]}XX" if self.unit is Unit.CENTURY else year

    def _week_ends(self) -> tuple[str, str]:
        first_weekday = 1 if self.unit is Unit.WEEK else 6
        try:
            days = [
                dt.date.fromisocalendar(self.year or 0, self.part, weekday)
                for weekday in (first_weekday, _DAYS_IN_WEEK)
            ]
        except ValueError:
            return "", ""
        return days[0].isoformat(), days[1].isoformat()


def steps_between(told: Moment, moment: Moment) -> int | None:
    """Return how many months a moment lies after the one told; days of one month count too."""
    if told.unit in (Unit.WEEK, Unit.WEEKEND):
        first = told.first_day()
        told = Moment.of_day(Unit.MONTH, first) if first else told
    if told.year is None or moment.year is None:
        return None
    if not told.part:
        return (moment.year - told.year) * _MONTHS_IN_YEAR
    steps = (moment.year - told.year) * _MONTHS_IN_YEAR + moment.order[1] - told.order[1]
    if steps == 0 and moment.day and told.day and moment.day < told.day:
        return -1
    return steps
