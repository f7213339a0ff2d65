"""Which day is meant where something is to be held within weeks, or was a year ago.

News say the year of what was a year ago, and not that of what is to come.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.coming.awaited import (
    days_before_occasion,
    is_before_occasion,
    is_date_set,
    is_held_soon,
    is_hosted_soon,
    is_in_place,
    is_named_for,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.editions import (
    days_before_edition,
    is_dated_ahead,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.meetings import (
    is_for_meeting,
    is_of_feast,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.questions import Question

_DAYS_IN_WEEK = 7
# Of two days of a week the one so many days ahead is nearer than the one before.
_NEARER_AHEAD = 4
_DAYS = 120
"""So many days ahead what is held is told of without its year."""
_DAYS_TO_SEASON, _DAYS_TO_MONTH = 45, 183
# "Arrived for the championships in May" is of a month to come only where that is near.
_DAYS_TO_ARRIVAL = 62
_DAYS_TO_BEGINNING, _DAYS_TO_FEAST = 45, 60
_LASTING = frozenset({"TO", "UNTIL", "DASH", "HYPHEN"})
_OVER = frozenset({"after", "during", "following", "last", "since"})
_PREFIX = "pre-"
_DAYS_DATED, _DAYS_OF_HOLIDAY = 7, 3
_LATE_IN_YEAR = 11
_SETTING_IN = ("the onset", "onset")
# So many days after somebody said something it is still news.
_NEWS = 31
_SAID_WOULD = re.compile(
    r"\b(?:added|announced|confirmed|pledged|promised|said|vowed|told\s(?:[\w’'.-]+\s){0,2}[\w’'.-]+)"
    r"(?:\s(?:on\s)?\w+day)?(?:\sthat)?\s[^.;\n\"“”]{0,70}?\bwould\s(?:also\s|now\s)?"
    r"(?:be\s\w+ed|be\sheld|begin|come|end|go|hold|introduce|leave|launch|meet|open|start|take|visit)\b"
    r"[^.,;\n\"“”]{0,60}\Z"
)
_SAID_REACH = 220
_FOLLOWED = re.compile(r",\sfollowed\sby\s[^,;.\n]*\Z|,?\s(?:and|or)\s(?:on\s)?\Z")
_TO_COME = frozenset({Tense.PLAN, Tense.FUTURE, Tense.MAY, Tense.PRESENT})
_OPEN = frozenset({Tense.PERFECT, Tense.NONE, Tense.PRESENT})


def day_held_soon(question: Question, context: Context) -> Moment | None:
    """Return the day to come of "a squad for the tie on August 31"; None where it is open.

    A story of the year before keeps its own.
    """
    days = context.days
    if days is None or question.outlook.entry:
        return None
    if question.kind == "weekday":
        return _next_weekday(question, days[1])
    if question.kind != "year":
        return None
    if half := _half_of_the_year(question, days[1]):
        return half
    if next_one := _next_in_row(question, context):
        return next_one
    if _is_said_to_come(question, context):
        return _next_of(question, days[1])
    if is_date_set(question.phrase) and not _is_in_story(question, context):
        return _next_of(question, days[1])
    moments = (item.moment for item in question.candidates)
    soon = (
        each for each in moments if _is_soon(each, _days_from(days[1], each), question, context)
    )
    return next(soon, None)


def _next_in_row(question: Question, context: Context) -> Moment | None:
    """Return the day of "open in Rome on May 3, followed by a tie in Dublin on May 11", to come.

    So is the second of "planned for May 3 and June 8".
    """
    told = context.remembered[-1] if context.remembered else None
    day = told.moment.first_day() if told else None
    if told is None or day is None or not context.is_to_come(day) or not told.phrase.names_calendar:
        return None
    if question.phrase.after() == "POSSESSIVE":
        return None
    joint = question.phrase.tokens.text[told.phrase.end : question.phrase.start]
    return _next_of(question, day) if _FOLLOWED.match(joint) else None


def _is_said_to_come(question: Question, context: Context) -> bool:
    """Tell "said a service would be held on August 31", where no other date is told before it.

    What somebody said then would be soon after that: "said in May that it would open in June".
    """
    phrase = question.phrase
    if question.outlook.tense is not Tense.WOULD or question.outlook.otherwise:
        return False
    if _SAID_WOULD.search(phrase.text_before(_SAID_REACH)) is None:
        return False
    told = context.remembered[-1] if context.remembered else None
    day = told.moment.first_day() if told and between(told.phrase, phrase) != "text" else None
    is_old = day is not None and context.days is not None and (context.days[0] - day).days > _NEWS
    return not is_old and not _is_in_story(question, context)


def _is_soon(moment: Moment, ahead: int, question: Question, context: Context) -> bool:
    """Tell a day, month or season so many days ahead that no year is told with it."""
    phrase = question.phrase
    if moment.unit is Unit.SEASON:
        return 0 < ahead <= _DAYS_TO_SEASON and _is_of_season_to_come(phrase)
    if moment.unit is Unit.MONTH:
        most = _DAYS_TO_MONTH
        is_awaited = is_before_occasion(phrase)
        if not is_awaited and is_for_meeting(phrase):
            is_awaited = True
            most = _DAYS_TO_ARRIVAL if question.outlook.tense in TOLD else most
        near = 0 < ahead <= most and is_awaited
        return near and not _is_in_story(question, context)
    if moment.unit is not Unit.DAY or not 0 < ahead <= _DAYS:
        return False
    if ahead <= _DAYS_DATED and is_dated_ahead(phrase):
        return True
    if phrase.rule == "holiday" and ahead <= _days_before_holiday(phrase):
        return True
    if ahead <= _DAYS_TO_BEGINNING and _begins_then(question):
        return not _is_in_story(question, context)
    if question.outlook.tense is Tense.PLUPERFECT and days_before_occasion(phrase):
        return False
    return is_held_soon(phrase) and not _is_in_story(question, context)


def _begins_then(question: Question) -> bool:
    """Tell "accepted Angola as a member from January 1", told in December."""
    phrase = question.phrase
    begins = phrase.word_before() == "from" and phrase.after() not in _LASTING
    return begins and question.outlook.tense in (Tense.PAST, Tense.PERFECT)


def _half_of_the_year(question: Question, published: dt.date) -> Moment | None:
    """Return the half of "The first half of the year is unlikely to be good", told in July.

    Late in a year that can be the next one.
    """
    phrase = question.phrase
    of_year = phrase.meaning("UNIT") is Unit.YEAR and not phrase.has("WHICH", "DIRECTION")
    if not of_year or question.outlook.tense not in _TO_COME or published.month >= _LATE_IN_YEAR:
        return None
    halves = (item.moment for item in question.candidates if item.moment.unit is Unit.HALF)
    return next((half for half in halves if half.year == published.year), None)


def _next_weekday(question: Question, published: dt.date) -> Moment | None:
    """Return the day to come for which somebody is named, or of an edition that is out before."""
    phrase = question.phrase
    is_set = is_named_for(phrase) or is_hosted_soon(phrase)
    within = _DAYS_IN_WEEK if is_set else days_before_edition(phrase)
    within = max(within, _NEARER_AHEAD * is_in_place(phrase))
    if question.outlook.tense is Tense.PAST_PLAN and question.outlook.verb.startswith("had "):
        # "The team had been due to leave on Friday", told on a Thursday.
        within = max(within, 1)
    if question.outlook.tense is not Tense.PLUPERFECT:
        within = max(within, days_before_occasion(phrase))
    days = (item.moment for item in question.candidates)
    ahead = (day for day in days if 0 < _days_from(published, day) <= within)
    return next(ahead, None)


def _is_of_season_to_come(phrase: Phrase) -> bool:
    """Tell "unease about a difficult autumn" and "the government's autumn budget", told in August.

    What was done "in autumn" was done in the last one.
    """
    if phrase.text.lower().startswith(_SETTING_IN):
        return True
    before = [phrase.word_before(steps) for steps in (1, 2, 3)]
    return phrase.before() in ("A", "POSSESSIVE", "WORD") and _OVER.isdisjoint(before)


def _next_of(question: Question, published: dt.date) -> Moment | None:
    """Return the first day or month to come that can be meant, or the month that is not over."""
    ends = ((item.moment, item.moment.last_day()) for item in question.candidates)
    ahead = [moment for moment, last in ends if last is not None and last > published]
    return min(ahead, key=partial(_days_from, published), default=None)


def _days_before_holiday(phrase: Phrase) -> int:
    """Return within how many days a holiday is the next one; before Christmas all is so.

    So is a Christmas break, which has its name.
    """
    is_before = phrase.text_before(len(_PREFIX)).lower() == _PREFIX
    if is_before:
        return _DAYS
    return _DAYS_TO_FEAST if is_of_feast(phrase) else _DAYS_OF_HOLIDAY


def _days_from(published: dt.date, moment: Moment) -> int:
    day = moment.first_day()
    return (day - published).days if day else 0


def day_told_before(question: Question, context: Context) -> Moment | None:
    """Return the day to come that was told before: "the May 16 reopening", for which they "have".

    What was done on "May 16" was done another year. Told of behind May 16, "could open in May" is
    of the same month.
    """
    if question.kind != "year":
        return None
    if month := _month_of_day_told(question, context):
        return month
    if question.outlook.tense not in _OPEN:
        return None
    candidates = [item.moment for item in question.candidates if item.moment.unit is Unit.DAY]
    told = (item.moment for item in reversed(context.remembered) if item.moment in candidates)
    last = next(told, None)
    return last if last and context.is_to_come(last.first_day()) else None


def _month_of_day_told(question: Question, context: Context) -> Moment | None:
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.unit is not Unit.DAY or question.outlook.tense in TOLD:
        return None
    if not context.is_to_come(told.moment.first_day()):
        return None
    month = told.moment.widened(Unit.MONTH)
    return next((item.moment for item in question.candidates if item.moment == month), None)


def _is_in_story(question: Question, context: Context) -> bool:
    """Tell a paragraph whose dates say a year before that of publication."""
    told = (item for item in reversed(context.leads) if item.explicit)
    last = next(told, None)
    if last is None or last.moment.year is None or context.days is None:
        return False
    is_old = last.moment.year < context.days[0].year
    return is_old and between(last.phrase, question.phrase) != "text"
