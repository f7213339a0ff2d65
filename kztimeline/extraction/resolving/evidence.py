"""What stands near a mention and speaks for or against each date that it can mean.

Each piece of evidence has a name that a reader understands; `weights.py` says what it is
worth. Evidence that holds for every candidate alike decides nothing and is not collected.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.extraction.finding.clauses import Outlook, Tense
from kztimeline.extraction.moments import Moment, Unit
from kztimeline.extraction.resolving.context import between

if TYPE_CHECKING:
    from kztimeline.extraction.finding.phrases import Phrase
    from kztimeline.extraction.resolving.candidates import Candidate
    from kztimeline.extraction.resolving.context import Context, Remembered

Evidence = dict[str, float]

_MONTHS_IN_YEAR = 12
_YEARS_COUNTED = 4
_DAYS_IN_WEEK = 7
_DAYS_IN_YEAR = 365.25
_SPANS = ((2, "within two months"), (6, "within half a year"), (12, "within a year"))
_FEW_WEEKS, _FEW_MONTHS = 21, 100
# What counts from publication says nothing of a date near one that the text told.
_OF_NEWS = ("years back of publication", "would, before publication", "would, after publication")
_DATELINE = 12
_AFTER_DATELINE = frozenset({"HYPHEN", "DASH", "OPEN", "BREAK", "OTHER", "STOP"})
_LOOKS_BACK = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_LOOKS_FORWARD = frozenset({Tense.PRESENT, Tense.PLAN, Tense.FUTURE, Tense.MAY, Tense.WOULD})
_AHEAD_CUES = frozenset({"ahead", "start"})
_LIMIT_CUES = frozenset({"by", "until"})
_CUES = (
    (_AHEAD_CUES, "ahead of it"),
    (_LIMIT_CUES, "by or until it"),
    (frozenset({"since"}), "since or after it"),
)
_PREFIXES = {"year": "", "month": "day of month, ", "weekday": "weekday "}
_GROUPS = {
    Tense.NONE: "no verb", Tense.PAST: "past tense", Tense.PERFECT: "perfect",
    Tense.PLUPERFECT: "past tense", Tense.PRESENT: "present tense", Tense.PLAN: "plan or future",
    Tense.FUTURE: "plan or future", Tense.MAY: "plan or future", Tense.WOULD: "would",
    Tense.PAST_PLAN: "would",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A mention to be decided: its candidates and what is known of its clause.

    `kind` says what is asked: which "year", which "month" of "the 20th", which day of a
    "weekday", or the order of "figures".
    """

    phrase: Phrase
    outlook: Outlook
    candidates: tuple[Candidate, ...]
    kind: str = "year"


def is_impossible(candidate: Candidate, question: Question, context: Context) -> bool:
    """Tell a past-tense day after publication: publication is never contradicted."""
    look, days = question.outlook, context.days
    first = candidate.moment.first_day()
    if days is None or first is None or first <= days[1]:
        return False
    forward = look.attributive or look.looks_ahead or look.cue in _AHEAD_CUES | _LIMIT_CUES
    return look.tense in _LOOKS_BACK and not forward


def collect(question: Question, context: Context) -> list[Evidence]:
    """Return the evidence for each candidate, in their order."""
    if question.kind == "figures":
        return [_of_figures(item.moment, question.phrase, context) for item in question.candidates]
    collected = [_of_report(item.moment, question, context) for item in question.candidates]
    if context.days:
        _of_publication(question, context.days, collected)
    for candidate, found in zip(question.candidates, collected, strict=True):
        if question.kind == "weekday":
            found |= _of_told_days(candidate.moment, question.phrase, context)
        elif question.kind == "month":
            found |= _of_date_before(candidate.moment, question, context)
        else:
            story = _of_story(candidate.moment, question, context)
            if any(name.startswith("near the date told") for name in story):
                for name in _OF_NEWS:
                    found.pop(name, None)
            found |= story
    return collected


def _of_report(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether what would be comes after the day on which it was said."""
    last = context.remembered[-1] if context.remembered else None
    if question.outlook.tense not in (Tense.WOULD, Tense.PAST_PLAN) or last is None:
        return {}
    said, day = last.moment.first_day(), moment.first_day()
    if said is None or day is None or between(last.phrase, question.phrase) == "text":
        return {}
    return {f"would, {'after' if day > said else 'before'} the date of its report": 1.0}


def _of_publication(
    question: Question, days: tuple[dt.date, dt.date], collected: list[Evidence]
) -> None:
    """Add on which side of publication each candidate lies, and how far away."""
    spans = [(item.moment.first_day(), item.moment.last_day()) for item in question.candidates]
    past = [first for first, _ in spans if first and first <= days[1]]
    ahead = [first for first, _ in spans if first and first > days[1]]
    prefix = _PREFIXES[question.kind]
    for (first, last), found in zip(spans, collected, strict=True):
        if first is None or last is None:
            continue
        if first > days[1]:
            found |= _of_direction("after publication", question, prefix)
            nearest = first == min(ahead)
        elif last < days[0]:
            found |= _of_direction("before publication", question, prefix)
            nearest = first == max(past)
        else:
            found |= _of_direction("at publication", question, prefix)
            nearest = first == max(past)
        if nearest:
            found[f"{prefix}nearest on its side of publication"] = 1.0
        found |= _of_distance(first, last, days, prefix)


def _of_direction(side: str, question: Question, prefix: str) -> Evidence:
    look = question.outlook
    found: Evidence = {}
    if side == "at publication":
        forward = look.tense in _LOOKS_FORWARD
        found[f"{prefix}{side}, {'looking ahead' if forward else 'looking back'}"] = 1.0
        if forward:
            found[f"{prefix}{_GROUPS[look.tense]}, after publication"] = 1.0
        if is_dateline(question.phrase):
            found["dateline of publication"] = 1.0
    elif side == "after publication":
        found[f"{prefix}{_GROUPS[look.tense]}, {side}"] = 1.0
        for cues, name in _CUES:
            if look.cue in cues:
                found[f"{prefix}{name}, {side}"] = 1.0
        if look.looks_ahead:
            found[f"{prefix}still to be done, {side}"] = 1.0
        if look.attributive:
            found[f"{prefix}names a thing, {side}"] = 1.0
    elif _GROUPS[look.tense] in ("present tense", "plan or future", "would"):
        found[f"{prefix}{_GROUPS[look.tense]}, {side}"] = 1.0
    return found


def is_dateline(phrase: Phrase) -> bool:
    """Tell the date of "ASTANA, March 22 (Reuters) -" and of "Posted: March 22"."""
    before, after = phrase.before(), phrase.after()
    opens = phrase.first < _DATELINE or phrase.before(3) == "BREAK" or phrase.before(2) == "BREAK"
    return opens and before in ("COMMA", "OTHER", "BREAK", "STOP") and after in _AFTER_DATELINE


def _of_distance(
    first: dt.date, last: dt.date, days: tuple[dt.date, dt.date], prefix: str
) -> Evidence:
    if first > days[1]:
        away, side = (first - days[1]).days, "ahead"
    else:
        away, side = max((days[0] - last).days, 0), "back"
    if prefix == "weekday ":
        return {f"{prefix}weeks {side}": float(min(away // _DAYS_IN_WEEK, _YEARS_COUNTED))}
    found = {f"{prefix}years {side} of publication": min(away / _DAYS_IN_YEAR, _YEARS_COUNTED)}
    if away <= _FEW_WEEKS:
        found[f"{prefix}within weeks of publication, {side}"] = 1.0
    if away <= _FEW_MONTHS and not prefix:
        found[f"within months of publication, {side}"] = 1.0
    return found


def _of_story(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return how a candidate goes on from the dates that the text told before."""
    found: Evidence = {}
    phrase = question.phrase
    lead = context.lead
    if moment.unit in (Unit.QUARTER, Unit.HALF):
        return found
    if lead:
        found |= _of_lead(moment, lead, question, context)
    if len(context.leads) > 1:
        steps = _steps(context.leads[-2].moment, moment)
        if steps is not None and -_MONTHS_IN_YEAR < steps < _MONTHS_IN_YEAR:
            found[f"near the date told before that, {'after' if steps >= 0 else 'before'} it"] = 1.0
    found |= _of_date_before(moment, question, context)
    heading = context.heading
    if heading and heading.moment.year == moment.year:
        found["year of the heading"] = 1.0
    for named in context.years[:-4:-1]:
        if named.moment.year == moment.year and named is not lead:
            place = between(named.phrase, phrase)
            if place != "text":
                found[f"year named in the {place}"] = 1.0
                break
    return found | _of_next(moment, phrase, context)


def _of_date_before(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether the date right before it told the same month."""
    last = context.remembered[-1] if context.remembered else None
    if not last or (last.moment.year, last.moment.month) != (moment.year, moment.month):
        return {}
    if question.kind == "year" and moment.unit is last.moment.unit is Unit.MONTH:
        return {"names again the month told": 1.0}
    place = between(last.phrase, question.phrase)
    return {f"{_PREFIXES[question.kind]}month of the date before it, {place}": 1.0}


def _of_lead(moment: Moment, lead: Remembered, question: Question, context: Context) -> Evidence:
    """Return how far a candidate lies from the date that the story has reached."""
    told, tense = lead.moment, question.outlook.tense
    steps = _steps(told, moment)
    if steps is None:
        return {}
    if steps >= _MONTHS_IN_YEAR:
        return {"leaps a year or more": 1.0}
    if steps <= -_MONTHS_IN_YEAR:
        return {}
    found = _of_nearness(lead, question, context)
    if not told.part:
        found["in the year told"] = 1.0
    elif steps >= 0:
        found[f"goes on {_apart(steps)}"] = 1.0
    else:
        found[f"steps back {_apart(-steps)}"] = 1.0
    if steps and moment.year != told.year:
        found["turns the year"] = 1.0
    if tense is Tense.PLUPERFECT and steps:
        found[f"pluperfect, {'after' if steps > 0 else 'before'} the date told"] = 1.0
    return found


def _of_nearness(lead: Remembered, question: Question, context: Context) -> Evidence:
    """Return what speaks for a date near the one told, before or after it."""
    phrase, tense = question.phrase, question.outlook.tense
    found = {
        f"near the date told, {between(lead.phrase, phrase)}": 1.0,
        "near the date told, as the dates before it": math.log1p(context.dates_told),
    }
    if lead.fronted:
        found["near a date that opens its sentence"] = 1.0
    if context.is_amid_news(phrase):
        found["near the date told, amid words of news"] = 1.0
    if context.back_in_news > lead.phrase.first:
        found["near the date told, after a date of news"] = 1.0
    if tense in _LOOKS_FORWARD | {Tense.PERFECT}:
        found["near the date told, in the present or future"] = 1.0
    return found


def _apart(months: int) -> str:
    return next(words for limit, words in _SPANS if months <= limit)


def _steps(told: Moment, moment: Moment) -> int | None:
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


def _of_next(moment: Moment, phrase: Phrase, context: Context) -> Evidence:
    """Return whether a candidate lies before the next date that the text tells."""
    following = context.upcoming.get(phrase.first)
    if following is None or following[0].year is None or following[1].first - phrase.last > 200:
        return {}
    told = following[0]
    limit = (told.year or 0, told.order[1] or _MONTHS_IN_YEAR)
    if (moment.year or 0, moment.order[1]) > limit:
        return {"after the next date told": 1.0}
    if moment.year == told.year:
        return {"year of the next date told": 1.0}
    return {}


def _of_told_days(moment: Moment, phrase: Phrase, context: Context) -> Evidence:
    """Return how a weekday stands to the days that the text told before."""
    found: Evidence = {}
    day = moment.first_day()
    for item in context.remembered[:-13:-1]:
        told = item.moment.first_day() if item.moment.unit is Unit.DAY else None
        if told and told == day and item.explicit:
            found["weekday of an event already dated"] = 1.0
            break
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


def _of_figures(moment: Moment, phrase: Phrase, context: Context) -> Evidence:
    """Return what speaks for one order of day and month in "12/03/2012"."""
    found: Evidence = {}
    day_first, month_first = context.orders
    is_day_first = int(re.findall(r"\d+", phrase.text)[0]) == moment.day
    if (day_first if is_day_first else month_first) > 0:
        found["order of the text's other figures"] = 1.0
    if is_day_first and "." in phrase.text:
        found["day first with dots"] = 1.0
    return found
