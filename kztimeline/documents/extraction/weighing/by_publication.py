"""Evidence from the publication date: on which side of it a candidate lies, and how far away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.verb_groups import Tense
from kztimeline.documents.extraction.weighing.context import between
from kztimeline.documents.extraction.weighing.questions import KINDS, Evidence, Question

if TYPE_CHECKING:
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context

_YEARS_COUNTED = 4
_DAYS_IN_WEEK = 7
_DAYS_IN_YEAR = 365.25
_FEW_DAYS, _FEW_WEEKS, _FEW_MONTHS = 3, 21, 100
_LOOKS_FORWARD = frozenset({Tense.PRESENT, Tense.PLAN, Tense.FUTURE, Tense.MAY, Tense.WOULD})
# What stands before a date and looks ahead to it, and what limits by it.
AHEAD_CUES = frozenset({"ahead", "start"})
LIMIT_CUES = frozenset({"by", "until"})
_CUES = (
    (AHEAD_CUES, "ahead of it"),
    (LIMIT_CUES, "by or until it"),
    (frozenset({"since"}), "since or after it"),
)
_GROUPS = {
    Tense.NONE: "no verb", Tense.PAST: "past tense", Tense.PERFECT: "perfect",
    Tense.PLUPERFECT: "past tense", Tense.PRESENT: "present tense", Tense.PLAN: "plan or future",
    Tense.FUTURE: "plan or future", Tense.MAY: "plan or future", Tense.WOULD: "would",
    Tense.PAST_PLAN: "was to be", Tense.INTENT: "intended", Tense.NOUN: "of a thing",
}  # fmt: skip
_PLANNED = (Tense.PLAN, Tense.FUTURE, Tense.MAY)
_PLANS = (Tense.PAST_PLAN, Tense.INTENT, Tense.WOULD)


def of_report(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether what would be comes after the day on which it was said."""
    last = context.remembered[-1] if context.remembered else None
    if question.outlook.tense not in _PLANS or last is None:
        return {}
    said, day = last.moment.first_day(), moment.first_day()
    if said is None or day is None or between(last.phrase, question.phrase) == "text":
        return {}
    return {f"would, {'after' if day > said else 'before'} the date of its report": 1.0}


def of_publication(
    question: Question, days: tuple[dt.date, dt.date], collected: list[Evidence]
) -> None:
    """Add on which side of publication each candidate lies, and how far away."""
    spans = [(item.moment.first_day(), item.moment.last_day()) for item in question.candidates]
    past = [first for first, _ in spans if first and first <= days[1]]
    ahead = [first for first, _ in spans if first and first > days[1]]
    prefix = KINDS[question.kind]
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
        found |= _of_distance(first, last, days, prefix, question.outlook.dateline)


def _of_direction(side: str, question: Question, prefix: str) -> Evidence:
    look = question.outlook
    found: Evidence = {}
    if side == "at publication":
        forward = look.tense in _LOOKS_FORWARD
        found[f"{prefix}{side}, {'looking ahead' if forward else 'looking back'}"] = 1.0
        if forward and question.kind == "year":
            found[f"{prefix}{_GROUPS[look.tense]}, after publication"] = 1.0
    elif side == "after publication":
        found[f"{prefix}{_GROUPS[look.tense]}, {side}"] = 1.0
        for cues, name in _CUES:
            if look.cue in cues:
                found[f"{prefix}{name}, {side}"] = 1.0
        if look.looks_ahead:
            found[f"{prefix}still to be done, {side}"] = 1.0
        if look.failed and look.tense in _PLANS:
            found[f"{prefix}came otherwise, {side}"] = 1.0
        if look.attributive and look.tense not in _LOOKS_FORWARD:
            found[f"{prefix}names a thing, {side}"] = 1.0
    elif look.tense in _PLANNED:
        found[f"{prefix}plan or future, {side}"] = 1.0
    return found


def _of_distance(
    first: dt.date, last: dt.date, days: tuple[dt.date, dt.date], prefix: str, dateline: bool
) -> Evidence:
    if first > days[1]:
        away, side = (first - days[1]).days, "ahead"
    else:
        away, side = max((days[0] - last).days, 0), "back"
    if prefix == "weekday ":
        return {f"{prefix}weeks {side}": float(min(away // _DAYS_IN_WEEK, _YEARS_COUNTED))}
    found = {f"{prefix}years {side} of publication": min(away / _DAYS_IN_YEAR, _YEARS_COUNTED)}
    if dateline and away <= _FEW_DAYS:
        found["dateline within days of publication"] = 1.0
    if away <= _FEW_WEEKS:
        found[f"{prefix}within weeks of publication, {side}"] = 1.0
    if away <= _FEW_MONTHS and not prefix:
        found[f"within months of publication, {side}"] = 1.0
    return found
