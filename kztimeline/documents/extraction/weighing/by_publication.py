"""Evidence from the publication date: on which side of it a candidate lies, and how far away."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.signs.changes import is_put_off
from kztimeline.documents.extraction.finding.clauses.signs.coming.awaited import is_awaited
from kztimeline.documents.extraction.finding.clauses.signs.past.aftermaths import is_looked_back_on
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.occasions import is_of_occasion
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import LONGEST_MONTH, between
from kztimeline.documents.extraction.weighing.questions import KINDS, Evidence, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.clauses.outlook import Outlook
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context

_DAYS_IN_WEEK = 7
_DAYS_IN_MONTH = 30.4
_NEAR = 400
_FEW_DAYS = 3
# So many days ahead an occasion is nearer to those who read of it than the last of its kind.
_SOON = 4
_MOST_DAYS = 400
_SET_DAYS = frozenset({"cutoff", "deadline", "recess"})
# Of two weekdays the one so many days ahead is nearer than the one before.
_NEARER_AHEAD = 2
_MOST_WEEKS = 2
_FEW_VERBS = 3
_COMING = frozenset({Tense.PLAN, Tense.FUTURE, Tense.MAY, Tense.WOULD, Tense.COULD})
_LOOKS_FORWARD = _COMING | {Tense.PRESENT}
_OF_NOW = frozenset({Tense.PRESENT, Tense.PERFECT, Tense.PLAN, Tense.FUTURE, Tense.MAY})
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
    Tense.COULD: "could", Tense.COULD_NOT: "past tense",
}  # fmt: skip
_PLANNED = (Tense.PLAN, Tense.FUTURE, Tense.MAY)
# Who is so is seldom so for a day to come: "were named Thursday in a bulletin".
_SINGLED_OUT = frozenset({"chosen", "forecast", "named", "picked"})
_DUE = frozenset({"due", "expected", "planned", "scheduled", "set", "slated"})
_PLANS = (Tense.PAST_PLAN, Tense.INTENT, Tense.WOULD, Tense.COULD)


def of_report(moment: Moment, question: Question, context: Context) -> Evidence:
    """Return whether what would be comes after the day on which it was said."""
    last = context.remembered[-1] if context.remembered else None
    look = question.outlook
    if look.tense not in _PLANS or look.otherwise or last is None:
        return {}
    said, day = last.moment.first_day(), moment.first_day()
    if said is None or day is None or between(last.phrase, question.phrase) == "text":
        return {}
    if question.kind == "weekday" and context.is_to_come(said):
        return {}
    return {"would, after the date of its report": 1.0} if day > said else {}


def of_publication(
    question: Question,
    days: tuple[dt.date, dt.date],
    context: Context,
    collected: list[Evidence],
) -> None:
    """Add on which side of publication each candidate lies, and how far away."""
    spans = [(item.moment.first_day(), item.moment.last_day()) for item in question.candidates]
    past = [first for first, _ in spans if first and first <= days[1]]
    ahead = [first for first, _ in spans if first and first > days[1]]
    prefix = KINDS[question.kind]
    in_entry = question.outlook.tense is Tense.PRESENT and context.is_in_entry(question.phrase)
    for (first, last), found in zip(spans, collected, strict=True):
        if first is None or last is None:
            continue
        nearest = first == (min(ahead) if first > days[1] else max(past))
        ahead_days = (first - days[1]).days
        found |= _of_direction(_side(first, last, days), question, prefix, in_entry, ahead_days)
        if _is_unfinished(question, last, days):
            found["a quarter of which it tells before its end"] = 1.0
        if nearest:
            found[f"{prefix}nearest on its side of publication"] = 1.0
        found |= _of_distance(first, last, days, question)
        near = (first - days[1]).days <= _NEAR and (days[0] - last).days <= _NEAR
        if near and question.kind == "year":
            found |= _of_surroundings(question, context)


def _side(first: dt.date, last: dt.date, days: tuple[dt.date, dt.date]) -> str:
    if first > days[1]:
        return "after publication"
    return "before publication" if last < days[0] else "at publication"


def _is_unfinished(question: Question, last: dt.date, days: tuple[dt.date, dt.date]) -> bool:
    """Tell the quarter in which "sales fell" though it is not over."""
    in_parts = question.candidates[0].moment.unit in (Unit.QUARTER, Unit.HALF)
    return in_parts and question.outlook.tense in TOLD and last > days[1]


def _of_surroundings(question: Question, context: Context) -> Evidence:
    old, new = context.around.ages(question.phrase)
    found = {
        "near publication, amid dates of long ago": math.log1p(old),
        "near publication, amid words of news": math.log1p(new),
    }
    if not question.outlook.entry and not context.is_in_entry(question.phrase):
        of_now = math.log1p(min(context.around.verbs(question.phrase), _FEW_VERBS))
        found["near publication, amid verbs in the present"] = of_now
    if question.outlook.tense not in _OF_NOW and context.is_in_old_story(question.phrase):
        found["near publication, in a story of long ago"] = 1.0
    return found


def _of_direction(
    side: str, question: Question, prefix: str, in_entry: bool, ahead: int
) -> Evidence:
    look = question.outlook
    found: Evidence = {}
    if side == "at publication":
        forward = look.tense in _LOOKS_FORWARD
        found[f"{prefix}{side}, {'looking ahead' if forward else 'looking back'}"] = 1.0
        if forward and question.kind == "year":
            found[f"{_group(look)}, after publication"] = 1.0
    elif side == "after publication":
        found[f"{prefix}{side}"] = 1.0
        names = ["in an entry, in the present"] if in_entry else _of_coming(question, ahead)
        found |= dict.fromkeys((f"{name}, {side}" for name in names), 1.0)
    elif look.tense in _PLANNED:
        found[f"plan or future, {side}"] = 1.0
    return found


def _group(look: Outlook) -> str:
    """Name the tense; "says" and "is" tell less of when than "opens" does."""
    if look.tense is not Tense.PRESENT:
        return _GROUPS[look.tense]
    return verbs.kind_of_present(look.verb)


def _of_coming(question: Question, ahead: int) -> Iterator[str]:
    """Name what speaks for or against a date so many days after publication."""
    look = question.outlook
    is_near = question.kind == "weekday" and ahead <= _FEW_DAYS
    is_soon = is_near and _is_awaited_day(question)
    yield from _of_clause(look, is_soon)
    is_part = question.candidates[0].moment.unit in (Unit.QUARTER, Unit.HALF)
    of_thing = look.attributive or question.phrase.has("HYPHEN")
    if is_part and (of_thing or look.tense not in (Tense.PLAN, Tense.FUTURE)):
        yield "a quarter"
    for cues, name in _CUES:
        if look.cue in cues:
            yield name
    if look.failed and look.tense in _PLANS:
        yield "came otherwise"
    elif question.kind == "weekday":
        yield from _of_day_set(question.phrase, look, ahead)
    if is_of_occasion(question.phrase):
        yield from _of_occasion(question.phrase, look)
    is_soon = is_soon or (is_near and look.cue == "target" and is_awaited(question.phrase))
    if look.attributive and not is_soon and _names_thing(question, ahead):
        yield "names a thing"


def _of_clause(look: Outlook, is_soon: bool) -> Iterator[str]:
    """Name the tense, and an occasion that is near, of which a noun alone tells nothing."""
    if is_soon:
        yield "an occasion within days"
    if look.entry:
        yield "entry"
    elif not look.dateline and not (is_soon and look.tense is Tense.NOUN):
        yield _group(look)


def _names_thing(question: Question, ahead: int) -> bool:
    """Tell the date of something that is over, or far, from that of a vote within a month."""
    look, phrase = question.outlook, question.phrase
    if question.kind == "year" and ahead <= LONGEST_MONTH and _has_day_set(phrase, look):
        return False
    is_object = look.is_object and look.cue not in LIMIT_CUES
    over = look.tense not in _LOOKS_FORWARD and not _is_next(phrase, look, ahead)
    return over or is_object


def _has_day_set(phrase: Phrase, look: Outlook) -> bool:
    """Tell "grew before the May 9 vote" and "the May 9 deadline" from "the May 9 fire".

    What was done to "the May 9 vote" that opens its sentence was mostly done then.
    """
    is_told = look.fronted or not is_of_occasion(phrase)
    return not is_told or phrase.word_after() in _SET_DAYS


def _of_day_set(phrase: Phrase, look: Outlook, ahead: int) -> Iterator[str]:
    """Name what speaks for a weekday to come of which a report tells in the past.

    What was put off, or was due beside a verb in the past, has the day nearest to publication.
    """
    if _still_stands(look) or _is_next(phrase, look, ahead):
        yield "day that was set"
    elif look.tense is Tense.WOULD and (is_of_occasion(phrase) or not look.attributive):
        yield "day of what would be"


def _is_next(phrase: Phrase, look: Outlook, ahead: int) -> bool:
    """Tell "Thursday's talks were called off" and "due on Thursday, met": a day that is near."""
    words = look.verb.lower().split() or [""]
    was_due = words[0] in ("was", "were") and words[-1] not in _SINGLED_OUT - {"forecast"}
    due = was_due or words[0] in _DUE or (look.attributive and is_put_off(phrase))
    return look.tense is Tense.PAST_PLAN and ahead <= _NEARER_AHEAD and due


def _still_stands(look: Outlook) -> bool:
    """Tell "was to meet on Friday", as papers tell a plan, from what "had been" or came otherwise.

    So "was to have met" did. What they "called for Friday" stands as well.
    """
    words = look.verb.lower().split() or [""]
    over = look.otherwise or "have" in words or words[-1] in _SINGLED_OUT
    set_for = len(words) == 1 and look.cue == "target"
    was_set = words[0] in ("was", "were") or set_for
    return look.tense is Tense.PAST_PLAN and was_set and not over


def _is_awaited_day(question: Question) -> bool:
    """Tell "organizers of Sunday's race" and "to attend it", of which nothing is told as over."""
    phrase, look = question.phrase, question.outlook
    return is_of_occasion(phrase) and look.tense not in TOLD and not is_looked_back_on(phrase)


def _of_occasion(phrase: Phrase, look: Outlook) -> Iterator[str]:
    """Name what speaks for an occasion to come."""
    if look.cue == "before":
        yield "before an occasion"
    elif look.cue in ("target", "ahead") and is_awaited(phrase) and not _had_been(look):
        yield "for an occasion"
    elif look.tense is Tense.PRESENT and look.is_object:
        yield "object in the present, an occasion"


def _had_been(look: Outlook) -> bool:
    """Tell "Plans for Saturday's rally had fallen apart", which was last week's."""
    return look.verb.lower().partition(" ")[0] == "had"


def _of_distance(
    first: dt.date, last: dt.date, days: tuple[dt.date, dt.date], question: Question
) -> Evidence:
    if first > days[1]:
        away, side = (first - days[1]).days, "ahead"
    else:
        away, side = max((days[0] - last).days, 0), "back"
    found: Evidence = {}
    if question.kind == "weekday":
        found[f"day weeks {side}"] = float(min(away // _DAYS_IN_WEEK, _MOST_WEEKS))
        awaited = question.outlook.cue == "before" and is_of_occasion(question.phrase)
        if side == "ahead" and away <= _SOON and awaited:
            found["before an occasion, within days"] = 1.0
    elif question.kind == "year":
        coming = side == "ahead" and question.outlook.tense in _COMING
        months = math.log2(1 + min(away, _MOST_DAYS) / _DAYS_IN_MONTH)
        found[f"months {side}{', to come' * coming}"] = months
    if question.outlook.dateline and away <= _FEW_DAYS:
        found["dateline within days of publication"] = 1.0
    return found


def has_hardly_begun(moment: Moment, published: dt.date, question: Question) -> bool:
    """Tell the half-year of whose results nothing was known yet: "First-half profit fell".

    Quarters are often those of a business year, whose fourth is told in October.
    """
    first, last = moment.first_day(), moment.last_day()
    if moment.unit is not Unit.HALF or first is None or last is None:
        return False
    is_told = question.outlook.tense in (Tense.PAST, Tense.PLUPERFECT)
    return is_told and published - first < (last - first) / 2
