"""Makes one phrase of a date and its name: "Good Friday, 10 April 1998"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kztimeline.dates.calendar_names import WEEKDAYS
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.naming import feasts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.moments import Moment

_NAMED_BESIDE = frozenset({"day", "iso", "numeric"})
_YEARS = ("YEAR", "SHORT_YEAR")
_CLOSING = frozenset({"COMMA", "STOP", "DOT", "BREAK", "CLOSE"})
_BETWEEN: tuple[list[str], ...] = ([], ["COMMA"], ["COMMA", "THE"])
# Names of clubs that end in a weekday.
_CLUBS = frozenset({"sheffield wednesday"})
# Every day that a movable feast can be on, it is on in these years.
_CYCLE = range(1700, 2100)
_ORTHODOX = frozenset({"orthodox", "russian", "julian", "coptic"})


def with_names(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases of a text, each date as one with the name that stands beside it."""
    return list(_with_names(phrases))


def _with_names(phrases: list[Phrase]) -> Iterator[Phrase]:
    at = 0
    while at < len(phrases):
        pair = phrases[at : at + 2]
        one = _one(*pair) if len(pair) > 1 else None
        yield one or phrases[at]
        at += 2 if one else 1


def _one(first: Phrase, second: Phrase) -> Phrase | None:
    date, name = (first, second) if _names_day(second) else (second, first)
    if date.rule not in _NAMED_BESIDE or date.whole or not _names_day(name):
        return None
    joint = [first.tokens.symbol(at) for at in range(first.last, second.first)]
    bracketed = joint == ["OPEN"] and second.after() == "CLOSE"
    if not bracketed:
        follows = second is date or (joint and second.after() in _CLOSING)
        if joint not in _BETWEEN or not follows or not _can_be(date, name):
            return None
    return Phrase(date.rule, first.tokens, first.first, second.last + bracketed, name=name)


def _names_day(phrase: Phrase) -> bool:
    if phrase.has(*_YEARS):
        return False
    name = feasts.feast_named(phrase)
    if phrase.rule == "named_weekday":
        return weekday_named(name) is not None and name not in _CLUBS
    return phrase.rule == "holiday" and (feasts.usual(name) or feasts.once(name)) is not None


def _can_be(date: Phrase, name: Phrase) -> bool:
    """Tell a name from another item of a list, such as "New Year's Day, 7 January, 8 March"."""
    month, day = date.meaning(*MONTH_SYMBOLS), date.meaning(*DAY_SYMBOLS)
    if date.rule != "day" or date.has(*_YEARS) or name.rule == "named_weekday":
        return True
    return any(feasts.in_year(feasts.feast_named(name), year) == (month, day) for year in _CYCLE)


def weekday_named(name: str) -> int | None:
    """Return the weekday, from 0 for Monday, that the name of a day ends with."""
    last = name.rpartition(" ")[2].capitalize()
    return WEEKDAYS.index(last) if last in WEEKDAYS else None


def fits(moment: Moment, name: Phrase) -> bool:
    """Tell whether a day can have the name that stands beside it.

    Orthodox feasts are not reckoned, and any day can be one that is called so.
    """
    day = moment.first_day()
    if day is None or name.word_before() in _ORTHODOX:
        return True
    called = feasts.feast_named(name)
    if once := feasts.once(called):
        return day == dt.date(*once)
    if feasts.is_lunar(called):
        return True
    if feasts.usual(called) is None:
        return weekday_named(called) in (None, day.weekday())
    return feasts.in_year(called, day.year) == (day.month, day.day)
