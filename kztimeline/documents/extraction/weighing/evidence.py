"""What stands near a mention and speaks for or against each date that it can mean.

Each piece of evidence has a name that a reader understands; `weights.py` says what it is
worth. Evidence that holds for every candidate alike decides nothing and is not collected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.coming.conditions import RUNNING_OUT
from kztimeline.documents.extraction.finding.clauses.telling import stands_as_subject
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.weighing import by_publication
from kztimeline.documents.extraction.weighing.bulletins import is_announced
from kztimeline.documents.extraction.weighing.context import LONGEST_MONTH, between
from kztimeline.documents.extraction.weighing.questions import Evidence, Question
from kztimeline.documents.extraction.weighing.told import by_chronicle, by_days_told, by_story
from kztimeline.documents.extraction.weighing.told.moves import contradicts_move
from kztimeline.documents.extraction.weighing.told.right_before import (
    contradicts_before,
    is_no_alternative,
)
from kztimeline.documents.extraction.weighing.told.scenes import is_outside_scene
from kztimeline.documents.extraction.weighing.told.soon import day_held_soon, day_told_before

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.documents.extraction.finding.clauses.outlook import Outlook
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.questions import Candidate

_OF_NEWS = tuple(
    f"{group}, after publication" for group in ("would", "could", "was to be", "intended")
)
# Parts of a day that can still come on the day of publication.
_LATE = frozenset({"TAF", "TEV", "TNI"})
# Chronicles tell what "will" be of days longer ago than these.
_RECENT = 800
# What was done "on the eve of" a weekday to come was done so many days before it, at most; one so
# near is meant, not that of the week before.
_EVE = 2
_DAYS_IN_WEEK = 7
# So many tokens behind one entry of a list stands the next.
_NEXT_ENTRY = 40
_AHEAD = frozenset({Tense.PLAN, Tense.MAY})
# So far ahead nothing is over "by" then; until such days a month can still be to come.
_MOST_AHEAD = 200
_EARLY_DAY, _LATE_DAY = 7, 20
_LATE_IN_MONTH = ("late", "the end of", "end of", "the close of")
_NOT_OVER = frozenset({Tense.PRESENT, Tense.FUTURE, Tense.PLAN})
_SINCE = TOLD | {Tense.PRESENT, Tense.NONE}


def is_impossible(candidate: Candidate, question: Question, context: Context) -> bool:
    """Tell what would contradict publication, or the beginning of what it ends.

    A past day does not lie after publication, and a coming one not before it.
    """
    if (soon := day_held_soon(question, context)) is not None:
        return candidate.moment != soon
    if (told := day_told_before(question, context)) is not None:
        return candidate.moment != told
    if _contradicts_text(candidate.moment, question, context):
        return True
    return _contradicts_publication(candidate, question, context)


def _contradicts_publication(candidate: Candidate, question: Question, context: Context) -> bool:
    look, days = question.outlook, context.days
    if _has_ended(candidate, question, context):
        return True
    first, last = candidate.moment.first_day(), candidate.moment.last_day()
    if days is None or first is None or last is None:
        return False
    if _is_since(question):
        return first > days[1]
    if look.tense is Tense.FUTURE and last < days[0] and not context.is_in_entry(question.phrase):
        is_recent = (days[0] - last).days < _RECENT
        return question.kind == "year" and (is_recent or not candidate.of_text)
    if first > days[1] and question.kind == "figures" and look.tense is Tense.NOUN:
        return True
    if question.kind == "weekday" and _is_other_week(first, days, question, context):
        return True
    if look.cue == "eve" and question.kind == "weekday":
        return _has_other_eve((first - days[1]).days, look.tense)
    if look.tense not in TOLD:
        return last < days[0] and _is_half_to_come(candidate.moment, look)
    return by_publication.has_hardly_begun(candidate.moment, days[0], question) or _is_no_past(
        (first - days[1]).days, question
    )


def _has_ended(candidate: Candidate, question: Question, context: Context) -> bool:
    """Tell the last January of "is closed until 1 January", which is that to come."""
    look = question.outlook
    lasts = look.cue == "until" and look.tense is Tense.PRESENT and not look.attributive
    if question.kind != "year" or not lasts or candidate.of_text:
        return False
    return context.is_over(candidate.moment) and not context.is_in_entry(question.phrase)


def _contradicts_text(moment: Moment, question: Question, context: Context) -> bool:
    """Tell what the dates told before it, its entry or its tense rule out."""
    if contradicts_move(moment, question.phrase, context):
        return True
    if question.kind == "year" and _skips_nearest(moment, question, context):
        return True
    if question.kind == "year" and _had_not_been(moment, question, context):
        return True
    if question.kind == "year" and contradicts_before(moment, question, context):
        return True
    if question.kind == "year" and _has_run_out(moment, question, context):
        return True
    if question.kind == "weekday" and is_no_alternative(moment, question.phrase, context):
        return True
    return question.kind in ("year", "month") and _cannot_be_told(moment, question, context)


def _has_run_out(moment: Moment, question: Question, context: Context) -> bool:
    """Tell last June of "His term expires in June", told in July."""
    last, look = moment.last_day(), question.outlook
    if look.tense is not Tense.PLAN or look.verb.lower().rpartition(" ")[2] not in RUNNING_OUT:
        return False
    return last is not None and context.days is not None and last < context.days[0]


def _skips_nearest(moment: Moment, question: Question, context: Context) -> bool:
    """Tell next April of "will meet in late April", told on April 3, which is the same month.

    So is next March of "were gone by the end of March", told in May.
    """
    first, look, phrase = moment.first_day(), question.outlook, question.phrase
    if context.days is None or first is None:
        return False
    ahead = (first - context.days[1]).days
    if look.cue == "by" and look.tense in (Tense.PAST, Tense.PERFECT) and not look.looks_ahead:
        return ahead > _MOST_AHEAD
    is_month = moment.unit is Unit.MONTH and moment.part == context.days[1].month
    until = _LATE_DAY if phrase.text.lower().startswith(_LATE_IN_MONTH) else _EARLY_DAY
    is_early = context.days[1].day <= until
    return is_month and ahead > 0 and is_early and look.tense in _AHEAD | {Tense.FUTURE}


def _had_not_been(moment: Moment, question: Question, context: Context) -> bool:
    """Tell next March of "had opened by the end of March", or a late May of "had sunk" in it."""
    first, look = moment.first_day(), question.outlook
    if context.days is None or first is None or look.looks_ahead:
        return False
    if look.tense is not Tense.PLUPERFECT:
        return False
    if look.cue in ("by", "at last"):
        return first > context.days[1]
    is_late = question.phrase.text.lower().startswith(_LATE_IN_MONTH) and not look.cue
    month = Moment.of_day(Unit.MONTH, context.days[1])
    return is_late and moment == month and context.days[1].day <= _LATE_DAY


def _cannot_be_told(moment: Moment, question: Question, context: Context) -> bool:
    """Tell what the line of a chronicle rules out, or the tense of "the 22nd"."""
    if by_chronicle.is_not_of_its_entry(moment, question, context):
        return True
    if is_outside_scene(moment, question, context):
        return True
    if question.kind == "month":
        return _is_over(moment, question, context)
    return _is_yet_to_end(moment, question, context)


def _is_yet_to_end(moment: Moment, question: Question, context: Context) -> bool:
    """Tell that "fell from January to September" was not begun in the month of publication.

    Nor was "was renewed in October, November and December".
    """
    phrase = question.phrase
    last = _last_month_of(phrase)
    if last is None or question.outlook.tense not in TOLD or moment.unit is not Unit.MONTH:
        return False
    if moment.year is None:
        return False
    ends = Moment(Unit.MONTH, moment.year + (last < moment.part), last)
    return context.is_to_come(ends.first_day(), LONGEST_MONTH)


def _last_month_of(phrase: Phrase) -> int | None:
    """Return the last month of a stretch or list that a phrase begins, by its number."""
    tokens, at = phrase.tokens, phrase.last
    last: int | None = None
    joints = {"TO"} if phrase.word_before() == "from" else {"COMMA", "AND"}
    while tokens.symbol(at) in joints:
        is_last = tokens.symbol(at) == "COMMA" and tokens.symbol(at + 1) == "AND"
        if is_last and last is None:
            # Two are no list: "was gone by April, and March had been dry".
            break
        at += 1 + is_last
        number = tokens.meaning(at)
        if tokens.symbol(at) not in MONTH_SYMBOLS or not isinstance(number, int):
            break
        last, at = number, at + 1
    return last


def _is_over(moment: Moment, question: Question, context: Context) -> bool:
    """Tell what "ends on the 22nd" and "will meet on the 22nd" do not mean outside a chronicle."""
    look, entry, last = question.outlook, context.entry, moment.last_day()
    if look.tense not in _NOT_OVER or look.attributive or look.entry:
        return False
    if context.days is None or last is None or not context.is_over(moment):
        return False
    in_chronicle = entry is not None and between(entry.phrase, question.phrase) != "text"
    return not in_chronicle and (context.days[0] - last).days < _RECENT


def _has_other_eve(ahead: int, tense: Tense) -> bool:
    """Tell a weekday so many days ahead that nothing can be on the eve of, as a clause tells it."""
    if tense is Tense.PRESENT:
        return ahead < 0
    return tense in TOLD and not _EVE - _DAYS_IN_WEEK < ahead <= _EVE


def _is_no_past(ahead: int, question: Question) -> bool:
    """Tell a day so many days ahead of publication of which nothing can be told in the past."""
    look = question.outlook
    if ahead <= 0 or (ahead <= 1 and _can_be_next_day(question)):
        return False
    cues = by_publication.AHEAD_CUES | (frozenset() if look.fronted else by_publication.LIMIT_CUES)
    can_be = (look.attributive and not look.over) or look.looks_ahead
    return not (can_be or look.cue in cues)


def _is_half_to_come(moment: Moment, look: Outlook) -> bool:
    """Tell the half-year of "are to rise in the second half" from one that is measured."""
    return moment.unit is Unit.HALF and look.tense in _AHEAD and not look.attributive


def _can_be_next_day(question: Question) -> bool:
    """Tell what "was shut on the eve of Thursday's march", or has its weekday beside it."""
    named = question.kind == "year" and question.phrase.has("WEEKDAY", "SHORT_WEEKDAY")
    return named or question.outlook.cue == "eve"


def _is_other_week(
    first: dt.date, days: tuple[dt.date, dt.date], question: Question, context: Context
) -> bool:
    """Tell a day of last week or next where today, or the one to come, must be meant.

    On a Sunday "will meet on Sunday" is today; "by Sunday" can be in a week, and so can the Sunday
    of "on Saturday and Sunday". "Tuesday night" can still come on the Tuesday on which one reads
    of it.
    """
    is_ahead = _is_listed_ahead(question, context)
    if first < days[0] and (is_ahead or _is_what_is(question)):
        return True
    look = question.outlook
    if look.dateline and not is_ahead:
        return not -_DAYS_IN_WEEK < (first - days[1]).days <= 0
    told = context.remembered[-1].moment.first_day() if context.remembered else None
    goes_on = told is not None and days[1] < told < first
    is_late = question.phrase.meaning("DAYPART") in _LATE or question.phrase.has("CLOCK")
    is_limit = look.cue in by_publication.LIMIT_CUES | {"before"}
    is_week_on = (first - days[1]).days == _DAYS_IN_WEEK
    return is_week_on and (is_late or not (is_limit or goes_on))


def _is_listed_ahead(question: Question, context: Context) -> bool:
    """Tell "Sunday:" of "Today: sunny. Sunday: dry at first", and of a list of fixtures."""
    phrase, told = question.phrase, context.remembered[-1] if context.remembered else None
    if phrase.word_after() not in (":", "-", "–") or question.outlook.tense is not Tense.NONE:
        return False
    if is_announced(phrase):
        return True
    if told is None or context.days is None or told.phrase.word_after() != ":":
        return False
    day, is_next = told.moment.first_day(), phrase.first - told.phrase.last < _NEXT_ENTRY
    return is_next and day is not None and day >= context.days[0]


def _is_what_is(question: Question) -> bool:
    """Tell "Sunday marks the anniversary" and "Friday is a holiday", which are not over."""
    phrase = question.phrase
    opens = phrase.before() in ("STOP", "BREAK", "OTHER")
    return opens and question.outlook.tense is Tense.PRESENT and stands_as_subject(phrase)


def _is_since(question: Question) -> bool:
    """Tell "since March 21 he has been ill" from "since March 21 is a holiday, he is off"."""
    phrase = question.phrase
    look = question.outlook
    looks_back = look.tense in _SINCE or not look.fronted
    return phrase.before() == "SINCE" and looks_back and not stands_as_subject(phrase)


def collect(question: Question, context: Context) -> list[Evidence]:
    """Return the evidence for each candidate, in their order."""
    if question.kind == "figures":
        return [_of_figures(item.moment, question.phrase, context) for item in question.candidates]
    if question.kind == "century":
        return [{} for _ in question.candidates]
    collected = [
        by_publication.of_report(item.moment, question, context) for item in question.candidates
    ]
    if context.days:
        by_publication.of_publication(question, context.days, context, collected)
    for candidate, found in zip(question.candidates, collected, strict=True):
        _add_of_text(found, candidate.moment, question, context)
    return collected


def _add_of_text(found: Evidence, moment: Moment, question: Question, context: Context) -> None:
    """Add how a candidate stands to the dates of the text, which can outweigh publication."""
    if question.kind == "weekday":
        told = by_days_told.of_told_days(moment, question, context)
        if any(name.startswith("weekday goes on from a day to come") for name in told):
            found.pop("day weeks ahead", None)
    elif question.kind == "month":
        told = by_chronicle.of_date_before(moment, question, context)
    else:
        told = by_story.of_story(moment, question, context)
        if any(name.startswith("near the date told") for name in told):
            for name in _OF_NEWS:
                found.pop(name, None)
    found |= told


def _of_figures(moment: Moment, phrase: Phrase, context: Context) -> Evidence:
    """Return what speaks for one order of day and month in "12/03/2012"."""
    found: Evidence = {}
    day_first, month_first = context.orders
    first = int(re.findall(r"\d+", phrase.text)[0])
    is_day_first = first == moment.day
    if (day_first if is_day_first else month_first * (first == moment.part)) > 0:
        found["order of the text's other figures"] = 1.0
    if is_day_first and "." in phrase.text:
        found["day first with dots"] = 1.0
    return found
