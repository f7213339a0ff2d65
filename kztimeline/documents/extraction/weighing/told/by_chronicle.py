"""Evidence from the order in which dates are told, as in a chronicle.

A date goes on from the line before it, stands in its line, or lies before the next date told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.telling import is_in_passing
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Unit, steps_between
from kztimeline.documents.extraction.weighing.by_publication import LIMIT_CUES
from kztimeline.documents.extraction.weighing.context import between
from kztimeline.documents.extraction.weighing.questions import Evidence, Question

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_MONTHS_IN_YEAR = 12
_LONGEST_OUTLOOK = 24
_DATES_IN_MIND = 8
_NEXT_REACH = 200
_LONGEST_STRETCH = 24
_TO_COME = frozenset({Tense.PLAN, Tense.FUTURE})
OF_NOW = frozenset({Tense.PRESENT, Tense.PLAN, Tense.FUTURE, Tense.MAY})


def story_of(question: Question, context: Context) -> Remembered | None:
    """Return the date that the story has reached; for a line of a chronicle, the line before."""
    lead, entry = context.lead, context.entry
    if lead is None or entry is None or not question.outlook.entry:
        return _before_what_had_been(lead, question, context)
    return lead if lead.phrase.is_in_heading else entry


def _before_what_had_been(
    lead: Remembered | None, question: Question, context: Context
) -> Remembered | None:
    """Return the May of "He died in May. He had been shot in April. In June he was buried"."""
    if lead is None or lead.tense is not Tense.PLUPERFECT:
        return lead
    in_year = lead.moment.unit is Unit.YEAR
    if not in_year and (lead.explicit or lead.fronted):
        return lead
    story = _story_in_past(question.phrase, context)
    if story is None or question.outlook.tense is not Tense.PAST:
        return lead
    steps = steps_between(lead.moment, story.moment)
    goes_on = between(lead.phrase, question.phrase) == "sentence"
    is_of_story = in_year or (steps is not None and 0 <= steps < _MONTHS_IN_YEAR)
    return story if is_of_story and not goes_on else lead


def _story_in_past(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the date that the paragraph told last of what was, not of what had been."""
    over = (
        item
        for item in context.remembered[:-_DATES_IN_MIND:-1]
        if item.tense is Tense.PAST and item.moment.part and not item.in_passing
    )
    story = next(over, None)
    return story if story and between(story.phrase, phrase) != "text" else None


def of_entries(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether a line of a chronicle stands under the year of a candidate."""
    under = question.outlook.entry and moment.year == _year_of_entries(context)
    return {"entry under its year": 1.0} if under else {}


def _year_of_entries(context: Context) -> int | None:
    """Return the year that the entries of a chronicle belong to."""
    lead = context.lead
    if lead and (lead.phrase.is_in_heading or lead.fronted):
        return lead.moment.year
    return context.heading.moment.year if context.heading else None


def is_not_of_its_entry(moment: Moment, question: Question, context: Context) -> bool:
    """Tell what a chronicle in the present cannot mean in the line of its entry.

    What it tells in the past does not lie after the entry, what it says will be not before it,
    and it does not look years ahead. "The 20th" is that of its month, or of the next. The entry
    itself is of the year that heads it.
    """
    entry, tense, phrase = context.entry, question.outlook.tense, question.phrase
    if question.outlook.entry:
        return _is_not_under_its_year(moment, context)
    if entry is None:
        return tense is Tense.PRESENT and _is_below_old_year(moment, context)
    names_nothing = entry.tense is Tense.NONE and between(entry.phrase, phrase) != "text"
    is_number = question.kind == "month" and names_nothing
    if not is_number and not context.is_in_entry(phrase):
        return False
    steps = steps_between(entry.moment, moment)
    if steps is None:
        return False
    if question.kind == "month":
        return not 0 <= steps <= 1
    if tense in TOLD and question.outlook.cue not in ("by", "until"):
        return steps > 0
    first, last = 0 if tense in _TO_COME else -_MONTHS_IN_YEAR, _LONGEST_OUTLOOK
    if not entry.moment.part:
        first, last = 0, 0 if tense is Tense.PRESENT else last
    return tense in OF_NOW and not first <= steps <= last


def _is_below_old_year(moment: Moment, context: Context) -> bool:
    """Tell what a text in the present below a year of long ago cannot mean: another year."""
    year, days = context.heading.moment.year if context.heading else None, context.days
    is_old = year is not None and days is not None and days[0].year - year > 1
    return is_old and _is_not_under_its_year(moment, context)


def _is_not_under_its_year(moment: Moment, context: Context) -> bool:
    """Tell what an entry below a line with nothing but a year cannot mean: another year.

    An entry that says a year of its own begins another list.
    """
    heading, year = context.heading, moment.year
    if heading is None or year is None or heading.moment.unit is not Unit.YEAR:
        return False
    begins = heading.phrase.first == 0 or heading.phrase.before() in ("BREAK", "OTHER")
    is_alone = begins and heading.phrase.ends_line
    told = {lead.moment.year for lead in context.leads if lead.explicit}
    is_one_year = told <= {heading.moment.year} and heading.moment.year == context.heading_until
    return is_alone and is_one_year and year != heading.moment.year


def of_date_before(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether the date right before it told the same month."""
    last = _last_told(question, context)
    told = _month_going_on(last, moment, question) if last else None
    if not last or told is None or (told.year, told.month) != (moment.year, moment.month):
        return {}
    if question.kind == "year" and moment.unit is last.moment.unit is Unit.MONTH:
        return {"names again the month told": 1.0}
    place = between(last.phrase, question.phrase)
    named = "day of the month" if question.kind == "month" else "month"
    return {f"{named} of the date before it, {place}": 1.0}


def _last_told(question: Question, context: Context) -> Remembered | None:
    """Return the date before a mention; for "the 20th" one that has a month.

    That is no month of a thing, as "that of March".
    """
    told = context.remembered
    if question.kind == "month":
        told = [item for item in told[-_DATES_IN_MIND:] if item.moment.month]
    at = len(told) - 1
    while question.kind == "month" and at > 0 and told[at].moment.unit is Unit.MONTH:
        joined = told[at].phrase.before() == "AND" and told[at - 1].phrase.before() == "OF"
        if not joined and told[at].phrase.before() != "OF":
            break
        at -= 1
    return told[at] if told else None


def _month_going_on(last: Remembered, moment: Moment, question: Question) -> Moment | None:
    """Return the month of the date before it, or for "the 3rd" after "the 28th" the next one."""
    goes_on = question.kind == "month" and last.moment.unit is Unit.DAY
    if not goes_on or moment.day >= last.moment.day or question.outlook.tense is Tense.PLUPERFECT:
        return last.moment
    return last.moment.months_on(1)


def of_pluperfect(
    moment: Moment, lead: Remembered, question: Question, context: Context
) -> Evidence:
    """Return on which side of the date told lies what "had been"; that is before it."""
    look = question.outlook
    steps = steps_between(lead.moment, moment)
    if look.tense is not Tense.PLUPERFECT or look.cue == "at last" or steps is None:
        return {}
    if lead.tense is Tense.PLUPERFECT:
        return _of_pluperfect_again(moment, question, context)
    if _had_been_by(steps, moment, lead, question):
        return {}
    if steps < 0:
        return {"pluperfect, before the date told": 1.0}
    limited = look.cue in LIMIT_CUES
    told_last = lead is context.remembered[-1] and lead.explicit and lead.tense is Tense.PAST
    found: Evidence = {"pluperfect, after the date told": 1.0} if steps < _MONTHS_IN_YEAR else {}
    if told_last and not limited:
        found["pluperfect, after the date told right before it"] = 1.0
    return found


def _had_been_by(steps: int, moment: Moment, lead: Remembered, question: Question) -> bool:
    """Tell "He came in January 1994. By June he had left", which looks into the year told."""
    look = question.outlook
    limited = look.cue in LIMIT_CUES and look.fronted and not lead.in_passing
    goes_on = limited and between(lead.phrase, question.phrase) != "text"
    return goes_on and (steps < 0) == (moment.year != lead.moment.year)


def _of_pluperfect_again(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return what speaks against the June of "He had been shot in April, and warned in June".

    Where he died in May, both were before that.
    """
    story = _story_in_past(question.phrase, context)
    steps = steps_between(story.moment, moment) if story else None
    if steps is None or not 0 < steps < _MONTHS_IN_YEAR:
        return {}
    names = ("pluperfect, after the date told", "pluperfect, after the date told right before it")
    return dict.fromkeys(names, 1.0)


def of_next(moment: Moment, phrase: Phrase, context: Context) -> Evidence:
    """Return whether a candidate lies before the next date that the text tells."""
    following = context.upcoming.get(phrase.first)
    if following is None or following[1].first - phrase.last > _NEXT_REACH:
        return {}
    told = following[0]
    found: Evidence = {}
    if moment.year == told.year:
        found["year of the next date told"] = 1.0
    steps = steps_between(moment, told)
    if steps is not None and steps < 0:
        found["after the next date told"] = 1.0
    told_first = (lead for lead in reversed(context.leads) if lead.explicit and not lead.in_passing)
    last = next(told_first, None)
    if (
        last
        and not _is_wider_to_come(last.moment, moment, context)
        and not is_in_passing(following[1])
        and steps is not None
        and _lies_between(last.moment, moment, told)
    ):
        found["between the date told and the next"] = 1.0
    return found


def _is_wider_to_come(told: Moment, moment: Moment, context: Context) -> bool:
    """Tell the "October 2010" to come behind which "The result is expected on 9 December" is near.

    Of a day more than a year ahead its year would be said.
    """
    is_wider = moment.unit is Unit.DAY and told.unit is not Unit.DAY
    return is_wider and context.is_to_come(told.first_day())


def _lies_between(told: Moment, moment: Moment, following: Moment) -> bool:
    """Tell whether a date lies in a stretch of at most two years from one told to another."""
    after, before = steps_between(told, moment), steps_between(moment, following)
    stretch = steps_between(told, following)
    if after is None or before is None or stretch is None:
        return False
    return after >= 0 and before >= 0 and stretch <= _LONGEST_STRETCH
