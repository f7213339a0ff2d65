"""Resolves what an entry of a chronicle counts from its own day: "Jan 22 - has until Sunday".

Such an entry tells what was in the present, and looks on from its date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DAYS_IN_WEEK = 7
_WEDNESDAY = 2
_WINTER = 4
_MONTHS_IN_SEASON = 3
_LIMITS = frozenset({"at last", "by", "until"})
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN, Tense.MAY})


def weekday_of_entry(phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the day of "until Sunday" in an entry of a Thursday, which is within a week of it."""
    entry, named, look = context.entry, phrase.meaning("WEEKDAY"), outlook(phrase)
    day = _day_of(entry, phrase, context)
    if entry is None or day is None or not isinstance(named, int) or look.attributive:
        return None
    ahead, limits = (named - day.weekday()) % _DAYS_IN_WEEK, look.cue in _LIMITS
    if look.tense in TOLD and not limits:
        ahead -= _DAYS_IN_WEEK if ahead else 0
    elif limits and not ahead:
        ahead = _DAYS_IN_WEEK
    moment = entry.moment.shifted(ahead)
    return (moment, entry) if moment else None


def weekend_of_entry(phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the weekend that an entry tells of: the nearest, or the one it looks ahead to."""
    entry, look = context.entry, outlook(phrase)
    day = _day_of(entry, phrase, context)
    if entry is None or day is None:
        return None
    ahead = look.tense in _TO_COME or look.cue in _LIMITS
    is_before = not ahead and (look.tense in TOLD or day.weekday() < _WEDNESDAY)
    weekend = Moment.of_day(Unit.WEEKEND, day).shifted(-int(is_before))
    return (weekend, entry) if weekend else None


def season_of_entry(season: int, phrase: Phrase, context: Context) -> Remembered | None:
    """Return the entry that "the autumn" is of the year of; None where its tense does not fit."""
    entry, look = context.entry, outlook(phrase)
    if entry is None or entry.moment.year is None or not context.is_in_entry(phrase):
        return None
    begins, month = season * _MONTHS_IN_SEASON, entry.moment.month
    if month is None or season == _WINTER:
        return None
    is_over = look.tense in TOLD and look.cue not in _LIMITS
    is_ahead = look.tense in _TO_COME or look.cue in _LIMITS
    if (is_over and begins > month) or (is_ahead and begins + _MONTHS_IN_SEASON <= month):
        return None
    return entry


def _day_of(entry: Remembered | None, phrase: Phrase, context: Context) -> dt.date | None:
    """Return the day of the entry that a phrase stands in; None where it has a month or year."""
    if entry is None or entry.moment.unit is not Unit.DAY or not context.is_in_entry(phrase):
        return None
    return entry.moment.first_day()
