"""Evidence from the text for a weekday: how it stands to the days that were told before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.cues import is_to_take_part
from kztimeline.documents.extraction.finding.clauses.telling import is_among, refers_back
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.occasions import (
    is_day_of,
    is_of_unforeseen,
    occasion_of,
)
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.questions import Evidence, Question

_DAYS_IN_WEEK = 7
# A weekday after a day farther ahead would have its date beside it.
_SOON = 31
# What has such a day is not what nobody foresees, such as "Tuesday's clash".
_SET = frozenset({Tense.PLAN, Tense.PAST_PLAN, Tense.INTENT, Tense.FUTURE})
# Exchanges have them each day: "what it gave up in Thursday's session".
_OF_EACH_DAY = frozenset({"close", "closing", "dealings", "session", "trading"})
# An event's day may have been told that many dates before.
_TOLD_OF_EVENTS = 60
_TOLD_AGAIN = 7
_RELATIVE = re.compile(r",\s(?:who|whose|which)\s[^,;.]*\Z")
_RELATIVE_REACH = 80
_BREAKS = frozenset({"break", "holiday", "holidays", "recess", "weekend"})


def _of_day_to_come(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether a weekday goes on from a day to come: "will meet on May 4 and on Friday"."""
    last = context.remembered[-1] if context.remembered else None
    told = last.moment.first_day() if last and last.moment.unit is Unit.DAY else None
    day = moment.first_day()
    if last is None or told is None or day is None or not context.is_to_come(told):
        return {}
    look = question.outlook
    had_been = look.tense is Tense.PAST_PLAN and look.verb.startswith("had ")
    if had_been or is_to_take_part(question.phrase):
        return {}
    place = between(last.phrase, question.phrase)
    is_near = context.days is not None and (told - context.days[1]).days < _SOON
    if (last.limits and place != "sentence") or is_among(last.phrase, question.phrase):
        return {}
    if last.phrase.rule == "holiday" or _is_of_break(last.phrase):
        return {}
    if _is_of_relative(last.phrase, question.phrase):
        return {}
    if not is_near or not 0 < (day - told).days < _DAYS_IN_WEEK:
        return {}
    found: Evidence = {f"weekday goes on from a day to come, {place}": 1.0}
    if place == "paragraph" and refers_back(question.phrase):
        found["weekday goes on from a day to come, of the same"] = 1.0
    return found


def _is_of_break(told: Phrase) -> bool:
    """Tell the day of "the July 4th recess, which begins Friday"."""
    return told.before() == "THE" and told.word_after() in _BREAKS


def _is_of_relative(told: Phrase, phrase: Phrase) -> bool:
    """Tell the day of "Roth, whose term ends on May 15, is due to report on Tuesday"."""
    closes = told.after() == "COMMA" and told.last < phrase.first
    return closes and _RELATIVE.search(told.text_before(_RELATIVE_REACH)) is not None


def of_told_days(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return how a weekday stands to the days that the text told before."""
    found = _of_day_to_come(moment, question, context)
    day = moment.first_day()
    phrase = question.phrase
    dated = question.outlook.attributive and _is_of_dated_event(moment, phrase, context)
    if dated or _is_told_again(moment, question, context):
        found["weekday of an event already dated"] = 1.0
    lead = context.lead
    told = lead.moment.first_day() if lead and lead.moment.unit is Unit.DAY else None
    if lead and told and day:
        place = between(lead.phrase, phrase)
        if 0 <= (day - told).days < _DAYS_IN_WEEK:
            found[f"weekday after the day told, {place}"] = 1.0
            if context.is_amid_news(phrase):
                found["weekday after the day told, amid words of news"] = 1.0
            if context.back_in_news > lead.phrase.first:
                found["weekday after the day told, after a date of news"] = 1.0
        elif -_DAYS_IN_WEEK <= (day - told).days < 0:
            found["weekday before the day told"] = 1.0
    return found


def _is_told_again(moment: Moment, question: Question, context: Context) -> bool:
    """Tell the second Friday of a paragraph, which is the first one again, over or to come."""
    phrase, is_over = question.phrase, question.outlook.tense in TOLD
    if is_over == context.is_to_come(moment.first_day()):
        return False
    told = [item.phrase for item in context.remembered[:-_TOLD_AGAIN:-1] if item.moment == moment]
    return any(day.has("WEEKDAY") and between(day, phrase) != "text" for day in told)


def _is_of_dated_event(moment: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell the day of "Sunday's vote", named with its date before or told of the vote."""
    told = [item for item in context.remembered[:-13:-1] if item.moment == moment]
    if is_of_unforeseen(phrase):
        told = [item for item in told if item.tense not in _SET]
    has_date = any(item.explicit or item.phrase.has("DAY_NUMBER") for item in told)
    if has_date and phrase.word_after(2) not in _OF_EACH_DAY:
        return True
    occasion = occasion_of(phrase)
    return bool(occasion) and any(
        item.moment == moment and is_day_of(item.phrase, occasion)
        for item in context.remembered[:-_TOLD_OF_EVENTS:-1]
    )
