"""Evidence from the text: how a candidate goes on from the dates told before and after it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.positions import is_attributive
from kztimeline.documents.extraction.finding.clauses.telling import (
    answers,
    goes_on,
    is_in_passing,
    opens_when,
    refers_back,
    tells_of_them,
    took_part,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.occasions import is_happening
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Moment, Unit, steps_between
from kztimeline.documents.extraction.weighing.by_publication import LIMIT_CUES
from kztimeline.documents.extraction.weighing.candidates import turns_year
from kztimeline.documents.extraction.weighing.context import between
from kztimeline.documents.extraction.weighing.questions import Evidence, Question
from kztimeline.documents.extraction.weighing.told import by_chronicle

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_MONTHS_IN_YEAR = 12
_RIGHT_BEFORE = 8
_JOINED = 15
_LATE_IN_YEAR = 10
# What follows within so many days is told on with as much more certainty.
_FEW_DAYS, _SURER = 7, 3.0
_LONGEST_STEP = 9
# Years that lie farther apart are not of one story.
_ONE_STORY = 5


def of_story(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return how a candidate goes on from the dates that the text told before."""
    found: Evidence = {}
    phrase = question.phrase
    lead = by_chronicle.story_of(question, context)
    if moment.unit in (Unit.QUARTER, Unit.HALF):
        return _of_year_just_told(moment, question, context)
    if lead:
        found |= _of_lead(moment, lead, question, context)
    elif news := _told_in_news(question, context):
        found |= by_chronicle.of_pluperfect(moment, news, question, context)
    if len(context.leads) > 1:
        steps = steps_between(context.leads[-2].moment, moment)
        if steps is not None and -_MONTHS_IN_YEAR < steps < _MONTHS_IN_YEAR:
            found[f"near the date told before that, {'after' if steps >= 0 else 'before'} it"] = 1.0
    found |= by_chronicle.of_date_before(moment, question, context)
    found |= _of_month_of_news(moment, question, context)
    found |= _of_month_going_on(moment, question, context)
    heading = context.heading
    if heading and (heading.moment.year or 0) <= (moment.year or 0) <= context.heading_until:
        found["year of the heading"] = 1.0
    found |= by_chronicle.of_entries(moment, question, context)
    return (
        found
        | _of_years_named(moment, question, context)
        | by_chronicle.of_next(moment, phrase, context)
    )


def _told_in_news(question: Question, context: Context) -> Remembered | None:
    """Return the day of news that "He was freed on Feb. 24. He had been held on Aug. 2" follows."""
    last = context.remembered[-1] if context.remembered else None
    if last is None or last.tense is not Tense.PAST or last.in_passing or not last.moment.part:
        return None
    is_near = between(last.phrase, question.phrase) != "text"
    return last if is_near and question.outlook.cue not in LIMIT_CUES else None


def _of_year_just_told(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether a quarter is of the year or story just told: "2005 was hard. In the first"."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.in_passing:
        return {}
    in_story = told.moment.unit is Unit.YEAR or (told.of_text and told.tense in TOLD)
    goes_on = (
        in_story
        and question.outlook.tense in TOLD
        and between(told.phrase, question.phrase) != "text"
    )
    is_of_it = goes_on and told.moment.year == moment.year
    return {"a quarter of the year just told": 1.0} if is_of_it else {}


def _of_years_named(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether a candidate lies in a year that was named near it."""
    phrase = question.phrase
    for named in context.years[:-4:-1]:
        place = between(named.phrase, phrase)
        year_told = (named.moment.year or 0) + turns_year(named, moment)
        if year_told != moment.year or place == "text":
            continue
        year = "year of a thing" if _is_of_thing(named.phrase) else "year"
        found: Evidence = {} if named is context.lead else {f"{year} named in the {place}": 1.0}
        if phrase.first - named.phrase.last <= _RIGHT_BEFORE and (found or place == "sentence"):
            found[f"{year} named right before it"] = 1.0
        found |= _of_year_told_last(named, question, context)
        if place == "sentence":
            found |= _of_year_in_sentence(named, question)
        return found
    return {}


def _of_year_told_last(named: Remembered, question: Question, context: Context) -> Evidence:
    """Return what joins a mention to the year told last: "He came in 2003. He left in August"."""
    if named is not context.remembered[-1]:
        return {}
    tells = question.outlook.tense in TOLD or question.outlook.tense is Tense.NONE
    if tells and answers(named.phrase, question.phrase):
        return {"year of the question that it answers": 1.0}
    if not named.tells:
        return {}
    if question.outlook.fronted:
        found: Evidence = {"year of what was told last, opens its sentence": 1.0}
        if _is_far_from_last(named, context):
            found["year of what was told last, far from the year before it"] = 1.0
        if tells_of_them(question.phrase):
            found["year of what was told last, opens its sentence, of the same"] = 1.0
        return found
    in_past = question.outlook.tense is named.tense is Tense.PAST
    told_on = in_past and refers_back(question.phrase) and _year_before(named, context) is None
    return {"year of what was told last, told on of the same": 1.0} if told_on else {}


def _is_far_from_last(named: Remembered, context: Context) -> bool:
    """Tell the last of years that lead up to now: "built in 1961 and enlarged in 1994"."""
    before = _year_before(named, context)
    return before is not None and abs((named.moment.year or 0) - before) >= _ONE_STORY


def _year_before(named: Remembered, context: Context) -> int | None:
    """Return the year named before the last one in its paragraph; None for the only one."""
    before = context.years[-2:-1]
    is_near = before and between(before[0].phrase, named.phrase) != "text"
    return before[0].moment.year if is_near else None


def _is_of_thing(phrase: Phrase) -> bool:
    """Tell the year of "the 2008 law" and "the treaty of 1998", which has its own long after."""
    if phrase.before() == "OF":
        return not is_happening(phrase.word_before(2))
    return is_attributive(phrase) and not is_happening(phrase.word_after())


def _of_year_in_sentence(named: Remembered, question: Question) -> Evidence:
    """Return what joins a mention to the year that its sentence named before."""
    look, phrase = question.outlook, named.phrase
    found: Evidence = {}
    if look.cue == "since" and named.fronted:
        found["since or after it, under the year of the sentence"] = 1.0
    if look.tense is Tense.PLUPERFECT:
        found["pluperfect, year named in the sentence"] = 1.0
    if opens_when(phrase, question.phrase):
        found["in the year when it was"] = 1.0
    return found


def _of_month_of_news(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether a date follows a month of news: "held last July. In January he was freed"."""
    last = context.remembered[-1] if context.remembered else None
    if last is None or last.of_text or last.explicit or last.tense not in TOLD:
        return {}
    place = between(last.phrase, question.phrase)
    steps = steps_between(last.moment, moment)
    if place == "text" or not last.moment.part or steps is None:
        return {}
    goes_on = question.outlook.tense in TOLD and question.outlook.tense is not Tense.PLUPERFECT
    near = 0 <= steps < _MONTHS_IN_YEAR and goes_on
    return {"goes on from a month of news": 1.0} if near else {}


def _of_month_going_on(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether a sentence goes on from a month: "It shut in March 2001. In June he left".

    What lies nearly a year on is rather a step back.
    """
    last, look = context.remembered[-1] if context.remembered else None, question.outlook
    if last is None or not last.explicit or last.in_passing or last.tense is not Tense.PAST:
        return {}
    steps = steps_between(last.moment, moment)
    told_on = look.tense is Tense.PAST and steps is not None and bool(last.moment.part)
    if not told_on or between(last.phrase, question.phrase) != "paragraph":
        return {}
    if not 0 <= (steps or 0) <= _LONGEST_STEP:
        return {}
    if look.fronted:
        return {"goes on from a month told, opens its sentence": 1.0}
    in_full = last.moment.unit is Unit.DAY and not look.attributive
    day, before = moment.first_day(), last.moment.first_day()
    soon = day and before and moment.unit is Unit.DAY and 0 < (day - before).days < _FEW_DAYS
    return {"goes on from a day told in full": _SURER if soon else 1.0} if in_full else {}


def _of_lead(moment: Moment, lead: Remembered, question: Question, context: Context) -> Evidence:
    """Return how far a candidate lies from the date that the story has reached."""
    told, tense = _reached_by(lead, moment), question.outlook.tense
    steps = steps_between(told, moment)
    if steps is None or steps <= -_MONTHS_IN_YEAR:
        return {}
    had_been = by_chronicle.of_pluperfect(moment, lead, question, context)
    if steps >= _MONTHS_IN_YEAR:
        return had_been | {"leaps a year or more": 1.0}
    found = _of_nearness(lead, question, context)
    if not told.part:
        found["in the year told"] = 1.0
    elif steps >= 0:
        found["goes on, months"] = math.log2(1 + steps)
        if question.outlook.cue in LIMIT_CUES and tense in TOLD:
            found["by or until it, after the date told"] = 1.0
    else:
        found |= {"steps back": 1.0, "steps back, months": math.log2(-steps)}
    if steps and moment.year != told.year:
        found["turns the year"] = 1.0
    aside = tense in TOLD and is_in_passing(question.phrase) and not goes_on(question.phrase)
    aside = aside and not took_part(question.phrase)
    if steps and aside:
        found[f"told in passing, {'after' if steps > 0 else 'before'} the date told"] = 1.0
    return found | had_been if steps else found


def _reached_by(lead: Remembered, moment: Moment) -> Moment:
    """Return the October of "late 2004", behind which "in February" is of the next year."""
    turns = turns_year(lead, moment)
    return Moment(Unit.MONTH, lead.moment.year, _LATE_IN_YEAR) if turns else lead.moment


def _of_nearness(lead: Remembered, question: Question, context: Context) -> Evidence:
    """Return what speaks for a date near the one told, before or after it.

    What was told in passing, as in "a man jailed in May 2013", is not what the story goes by.
    """
    phrase = question.phrase
    place = between(lead.phrase, phrase)
    joined = _is_joined(lead.phrase, phrase)
    if lead.in_passing and place == "sentence" and not joined:
        return {"near a date told in passing, sentence": 1.0}
    found = {f"near the date told, {place}": 1.0}
    if not any((*context.around.ages(phrase)[1:], context.around.verbs(phrase))):
        found["near the date told, with no word of now around"] = 1.0
    if lead.in_passing:
        found["near a date told in passing"] = 1.0
    if lead.tense in TOLD and question.outlook.tense in by_chronicle.OF_NOW:
        found["near the date told, from past to present"] = 1.0
    if lead.tense is Tense.PLUPERFECT and question.outlook.tense is Tense.PAST:
        found["near a date told in the pluperfect"] = 1.0
    if joined:
        found["near the date told, joined by and"] = 1.0
    if lead.fronted:
        found["near a date that opens its sentence"] = 1.0
        if question.outlook.fronted:
            found["near a date that opens its sentence, as it does"] = 1.0
    if context.back_in_news > lead.phrase.first:
        found["near the date told, after a date of news"] = 1.0
    return found


def _is_joined(told: Phrase, phrase: Phrase) -> bool:
    """Tell whether "and" or a semicolon leads from one date to the next in one sentence."""
    if phrase.first - told.last > _JOINED or between(told, phrase) != "sentence":
        return False
    places = range(told.last, phrase.first)
    return CODES["AND"] in phrase.tokens.codes[told.last : phrase.first] or any(
        phrase.tokens.word(at) == ";" for at in places
    )
