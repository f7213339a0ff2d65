"""Finds what "the same day", "the previous week" and "the following weekend" stand beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_TO_COME = (Tense.FUTURE, Tense.PLAN)
_DATES_IN_MIND = 7
_DAYS_OF_NEWS = 7
_LONG_AGO = 2
# From Thursday on, "the following weekend" is not the one right ahead.
_LATE_IN_WEEK = 3


def on_its_side(unit: Unit, phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return what was told of a day over or to come, as the phrase's own is.

    So "will visit on May 4, he said Monday. She will come the same day", and nobody was "held the
    same day" if that is still to come, or lost a vote "the previous week", or left "that year"
    or "that fall". What was done "the following day" was not done after a day of publication.
    """
    direction = quantities.direction(phrase)
    if direction > 0 and unit is Unit.DAY and not phrase.has("WEEKDAY"):
        return _followed(phrase, context)
    is_same = unit is Unit.DAY and direction == 0 and not phrase.has("WEEKDAY")
    by_verb = is_same or direction < 0 or unit is not Unit.DAY
    tense = outlook(phrase).tense if by_verb else Tense.NONE
    last = context.last(unit, phrase)
    if last and (earlier := _told_before_news(unit, phrase, last[1], context)):
        return earlier
    counted = last and (last[0] if direction < 0 else last[1].moment)
    is_past = tense in TOLD and counted is not None and context.is_to_come(counted.first_day())
    if not is_past and not (is_same and tense in _TO_COME):
        return None
    for told in context.remembered[:-_DATES_IN_MIND:-1]:
        moment = told.moment.widened(unit)
        day = told.moment.first_day()
        if moment and day and context.is_to_come(day) == (tense in _TO_COME):
            return moment, told
    return None


def _told_before_news(
    unit: Unit, phrase: Phrase, last: Remembered, context: Context
) -> tuple[Moment, Remembered] | None:
    """Return what "said on Thursday that he had warned them that week" tells of, told before it."""
    of_news = last.phrase.counts_from_publication and last.tense is not Tense.PLUPERFECT
    if not of_news or quantities.direction(phrase) or between(last.phrase, phrase) != "sentence":
        return None
    if Clause(phrase.tokens, phrase.first, phrase.last).governing()[0] is not Tense.PLUPERFECT:
        return None
    for told in context.remembered[:-_DATES_IN_MIND:-1]:
        moment = told.moment.widened(unit) if told.explicit else None
        if moment:
            return moment, told
    return None


def end_of_span(phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the year that "the following year" counts from behind "served from 1990 to 1994".

    "The year before" counts from its first.
    """
    last = context.remembered[-1] if context.remembered else None
    if context.span is None or between(context.span[1].phrase, phrase) == "text":
        return None
    if last and last.phrase.first > context.span[1].phrase.first:
        return None
    looks_back = phrase.has("BEFORE") or quantities.direction(phrase) < 0
    told = context.span[0 if looks_back else 1]
    return told.moment, told


def day_over(unit: Unit, phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the day of the news or paragraph where dates behind it are years, months or to come.

    So "She won on Sunday, as in 2017, and plays on until Friday. He won a day earlier".
    """
    days = context.days
    near = context.last(unit, phrase, within=2)
    is_near = near is not None and not context.is_to_come(near[0].first_day())
    if unit is not Unit.DAY or is_near or days is None or outlook(phrase).tense not in TOLD:
        return None
    for told in context.remembered[:-_DATES_IN_MIND:-1]:
        day = told.moment.first_day() if told.moment.unit is Unit.DAY else None
        if day is None or told.in_passing or day > days[1]:
            continue
        is_beside = near is not None and between(told.phrase, phrase) != "text"
        if is_beside or (days[1] - day).days <= _DAYS_OF_NEWS:
            return told.moment, told
    return None


def _followed(phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the last day told that another over has followed; None for the very last."""
    last = context.last(Unit.DAY, phrase)
    day = last[0].shifted(1) if last else None
    if day is None or not context.is_to_come(day.first_day()) or outlook(phrase).tense not in TOLD:
        return None
    for told in context.remembered[:-_DATES_IN_MIND:-1]:
        day = told.moment.shifted(1) if told.moment.unit is Unit.DAY else None
        if day and day.year is not None and not context.is_to_come(day.first_day()):
            return told.moment, told
    return None


def told_long_enough_ago(
    unit: Unit, steps: int, context: Context
) -> tuple[Moment, Remembered] | None:
    """Return what was told last of which no day to come is so many units after it.

    "They found it in 2009, a paper said Monday. The next came a year later" counts from 2009.
    """
    for item in context.remembered[:-_DATES_IN_MIND:-1]:
        told = item.moment.widened(unit) if item.phrase.moves_story else None
        moment = told.shifted(steps) if told and (told.year or 0) > 0 else None
        day = moment.first_day() if moment else None
        if told and day and not context.is_to_come(day):
            return told, item
    return None


def is_of_today(phrase: Phrase, context: Context) -> bool:
    """Tell "He leaves later in the day" in news from what was later in a day told before.

    What another paragraph told of years ago is not taken up so.
    """
    if phrase.rule != "later_in" or phrase.meaning("UNIT") is not Unit.DAY or not phrase.has("THE"):
        return False
    told = on_its_side(Unit.DAY, phrase, context) or context.last(Unit.DAY, phrase)
    day = told[0].first_day() if told else None
    if told is None or day is None:
        return not context.tells_of_long_ago(phrase)
    if context.days is None or not context.is_amid_news(phrase):
        return False
    is_old = context.days[0].year - day.year >= _LONG_AGO
    return is_old and between(told[1].phrase, phrase) == "text"


def beside_told(told: tuple[Moment, Remembered], direction: int) -> Moment | None:
    """Return the unit so many after the one told; after a Monday, its weekend is the next one."""
    moment, source = told
    day = source.moment.first_day() if source.moment.unit is Unit.DAY else None
    is_ahead = moment.unit is Unit.WEEKEND and day is not None and day.weekday() < _LATE_IN_WEEK
    return moment.shifted(direction - (is_ahead and direction > 0))
