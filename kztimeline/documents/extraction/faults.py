"""Says what cannot be in a date as its text writes it, and whose quarters it leaves open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.dates.calendar_names import MONTHS, WEEKDAYS
from kztimeline.documents.extraction.finding.spellings.joined_dates import has_day_second
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming.named_dates import fits

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.readings import Reading

_LEAP_YEAR = 2000
_FISCAL = re.compile(r"\bFY|\b(?:fiscal|financial)\b", re.IGNORECASE)
_PARTS_OF_YEARS = (Unit.QUARTER, Unit.HALF)
# The first whole year in which Britain as well counted by the calendar of today.
_FIRST_GREGORIAN = 1753


def fault_of(phrase: Phrase, reading: Reading) -> str:
    """Return in words what is wrong with a date as its text writes it; empty for nothing."""
    if phrase.rule == "turn" and not reading.moments:
        return "no century is named"
    if phrase.rule == "numeric" and not reading.moments and reading.anchor is None:
        return "" if reading.kind == "date" else "neither figure is a month"
    if phrase.rule == "iso" and has_day_second(phrase.text):
        return f"{reading.moments[0].day} is no month, so that the day seems to stand before it"
    if _is_fiscal_part(phrase, reading):
        return "a fiscal year may begin in another month than January"
    for moment in reading.moments:
        if fault := _no_such_day(moment):
            return fault
    return _other_name(phrase, reading) or _other_weekday(phrase, reading)


def _is_fiscal_part(phrase: Phrase, reading: Reading) -> bool:
    """Tell a quarter or half of a fiscal year, whose months depend on whose year it is."""
    fiscal = bool(_FISCAL.search(phrase.text))
    return fiscal and any(moment.unit in _PARTS_OF_YEARS for moment in reading.moments)


def _no_such_day(moment: Moment) -> str:
    year = _LEAP_YEAR if moment.year is None else moment.year
    if moment.unit is not Unit.DAY or year < 1 or moment.in_year(year).first_day():
        return ""
    if not (moment.part and moment.day):
        return ""
    month = MONTHS[moment.part - 1]
    return f"{month}{'' if moment.year is None else f' {moment.year}'} has no day {moment.day}"


def _other_name(phrase: Phrase, reading: Reading) -> str:
    if phrase.name is None or len(reading.moments) != 1:
        return ""
    moment = reading.moments[0]
    if moment.year is None or moment.year < _FIRST_GREGORIAN or fits(moment, phrase.name):
        return ""
    return f"{moment.day} {MONTHS[moment.part - 1]} {moment.year} was not {phrase.name.text}"


def _other_weekday(phrase: Phrase, reading: Reading) -> str:
    named = phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
    if phrase.rule != "day" or len(reading.moments) != 1 or not isinstance(named, int):
        return ""
    moment = reading.moments[0]
    day = moment.first_day() if moment.unit is Unit.DAY else None
    if day is None or day.weekday() == named:
        return ""
    told = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{told} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[named]}"
