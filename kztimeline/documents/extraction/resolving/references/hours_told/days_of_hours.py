"""Tells of which day an hour is by its clause: "between 6 and 9 p.m. on Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming.timed_things import (
    NAMING,
    RECURRING,
    leaves_or_happens,
)
from kztimeline.documents.extraction.resolving.hours import time_of_day
from kztimeline.documents.extraction.resolving.references.hours_told.hours_of_news import (
    is_of_trading,
)
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens
    from kztimeline.documents.extraction.weighing.context import Context

# So many words can stand between an hour and its day: "at 5:12 p.m. off the coast on Wednesday".
_REACH = 8
_RECURRING = frozenset(CODES[symbol] for symbol in RECURRING)
# So far before it stands the evening in which a night began.
_NIGHT_REACH = 12
_EVENING, _NOON = "T18:00", "T12:00"
_DATELINE_END = re.compile(r"(?:\s*\([^)\n]*\))?\s*(?:[–—]|--?\s)")
_DAYS = ("weekday", "day", "today")
_JOINTS = frozenset({"AND", "TO", "UNTIL", "DASH", "HYPHEN"})
# Behind them another thing or another clause begins.
_APART = frozenset({"AND", "COMMA", "OTHER", "DASH", "OPEN", "CLOSE", "AFTER", "BEFORE", "SINCE"})
# What a journey begins with, and what it comes to.
_LEAVING = frozenset({
    "departed", "embarked", "left", "sailed", "set off", "set out", "started", "took off",
})  # fmt: skip
_ARRIVING = frozenset({
    "arrived", "crossed", "docked", "entered", "landed", "passed", "reached",
})  # fmt: skip
_STORY, _SENTENCE = 8, 60
_NO_VERBS = (Form.NONE, Form.BASE, Form.ING)
_CLAUSES = frozenset(
    {"as", "because", "but", "if", "that", "when", "where", "which", "while", "who"}
)


def day_behind(phrase: Phrase, context: Context, following: list[Phrase]) -> Phrase | None:
    """Return the phrase behind an hour that names its day, or None.

    A day that its sentence told before the hour is the hour's: "On Monday he met at 6 p.m. those
    who came on Tuesday".
    """
    day = following[0] if following else None
    if day is None or day.rule not in _DAYS or between(phrase, day) != "sentence":
        return None
    if phrase.start in phrase.tokens.stamps:
        return None
    if phrase.rule == "daypart":
        of_trading = is_of_trading(phrase) and _is_one_clause(phrase.last + 1, day)
        return day if of_trading else None
    is_thing = leaves_or_happens(phrase)
    names_thing = phrase.before() in NAMING and not is_thing
    if phrase.rule != "clock" or names_thing or _has_day(phrase, context):
        return None
    if day.has("CLOCK"):
        joined = day.first == phrase.last + 1 and phrase.after() in _JOINTS
        return day if joined else None
    is_one = _is_one_clause(phrase.last, day, has_verb=is_thing)
    return day if day.after() != "POSSESSIVE" and is_one else None


def is_of_no_past_day(phrase: Phrase, context: Context) -> bool:
    """Tell the hours of "He rises at 5 a.m." and "will open at 9 a.m.", which are of no day over.

    Plans of the same sentence can be: "On Monday they agreed to meet at 6 p.m.".
    """
    told = context.last(Unit.DAY, phrase, within=2)
    day = told[0].first_day() if told else None
    if told is None or day is None or context.days is None:
        return False
    is_over = day < context.days[0] and not context.tells_of_long_ago(phrase)
    if not is_over or told[1].phrase.last >= phrase.first - 1 or context.is_in_entry(phrase):
        return False
    apart = between(told[1].phrase, phrase) != "sentence"
    tense = outlook(phrase).tense
    return tense in (Tense.FUTURE, Tense.PRESENT) or (apart and tense is Tense.PLAN)


def is_after_midnight(phrase: Phrase) -> bool:
    """Tell the second hour of "from 10 p.m. on Monday until 6 a.m.", which is of the next day."""
    tokens, joined = phrase.tokens, False
    if phrase.rule != "clock" or not time_of_day(phrase) < _NOON or phrase.before() in NAMING:
        return False
    for at in range(phrase.first - 1, max(phrase.first - 1 - _NIGHT_REACH, -1), -1):
        if tokens.symbol(at) in ("STOP", "BREAK"):
            return False
        if tokens.symbol(at) == "CLOCK":
            evening = time_of_day(replace(phrase, first=at, last=at + 1)) >= _EVENING
            return joined and evening and outlook(phrase).tense is not Tense.PLUPERFECT
        joined = joined or tokens.symbol(at) in _JOINTS
    return False


def is_night_before(phrase: Phrase, day: Phrase) -> bool:
    """Tell the first hour of "from 10 p.m. to 6 a.m. Tuesday", which is of the day before."""
    return time_of_day(phrase) >= _EVENING and time_of_day(day) < _NOON and day.has("CLOCK")


def is_of_the_news(phrase: Phrase, context: Context) -> bool:
    """Tell "By mid-afternoon the square was full" of the news, of which no day is told near it."""
    by_then = phrase.rule == "daypart" and phrase.has("MID") and phrase.before() == "BY"
    told = context.last(Unit.DAY, phrase, within=2) if by_then else None
    near = told is not None and between(told[1].phrase, phrase) != "text"
    over = by_then and outlook(phrase).tense in TOLD
    return over and not near and not context.tells_of_long_ago(phrase)


def is_set(phrase: Phrase, context: Context) -> bool:
    """Tell "A ruling is due at noon" in news, where no other day is told for it: it is today."""
    is_hour = phrase.before() in ("AT", "BY") and time_of_day(phrase)[1:2].isdecimal()
    is_to_come = outlook(phrase).tense in (Tense.FUTURE, Tense.PLAN, Tense.PAST_PLAN)
    return is_hour and is_to_come and context.is_amid_news(phrase) and not _recurs(phrase)


def _recurs(phrase: Phrase) -> bool:
    """Tell "Each day it will open at 9 a.m." and "will open at 9 a.m. on weekdays"."""
    around = phrase.tokens.codes[max(phrase.first - _NIGHT_REACH, 0) : phrase.last + _NIGHT_REACH]
    return not _RECURRING.isdisjoint(around)


def day_of_arrival(phrase: Phrase, context: Context) -> Moment | None:
    """Return the day on which a journey ended, of which the hour tells in a sentence of its own.

    "It reached the town on Tuesday. ... It set out on Monday morning. It passed the last bridge at
    7:15 am" tells of Tuesday.
    """
    told = context.last(Unit.DAY, phrase, within=1) if phrase.rule == "clock" else None
    if told is None or between(told[1].phrase, phrase) != "paragraph":
        return None
    left = set(_sentence(told[1].phrase.tokens, told[1].phrase.first))
    here = set(_sentence(phrase.tokens, phrase.first))
    if left.isdisjoint(_LEAVING) or not left.isdisjoint(_ARRIVING) or here.isdisjoint(_ARRIVING):
        return None
    begun = told[0].first_day()
    for item in reversed(context.remembered[-_STORY:]):
        day = item.moment.first_day() if item.moment.unit is Unit.DAY else None
        later = day is not None and begun is not None and day > begun
        if later and not context.is_to_come(day) and item.tense in TOLD:
            ended = set(_sentence(item.phrase.tokens, item.phrase.first))
            return None if ended.isdisjoint(_ARRIVING) else item.moment
    return None


def _sentence(tokens: Tokens, place: int) -> Iterator[str]:
    """Yield the words of the sentence around a token; "set out" as one."""
    for step in (-1, 1):
        at = place
        while tokens.symbol(at) not in ("STOP", "BREAK") and abs(at - place) < _SENTENCE:
            word = tokens.word(at).lower()
            yield f"{word} {tokens.word(at + 1).lower()}" if word in ("set", "took") else word
            at += step


def is_same_hour(phrase: Phrase, context: Context) -> bool:
    """Tell the hour of "at 4:31 a.m. Friday (2031 GMT Thursday)" in brackets, which tells no day.

    What came "that day" came on the Friday.
    """
    in_brackets = phrase.before() == "OPEN" and phrase.after() == "CLOSE" and phrase.has("CLOCK")
    told = context.last(Unit.DAY, phrase, within=1) if in_brackets else None
    return told is not None and between(told[1].phrase, phrase) != "text"


def _has_day(phrase: Phrase, context: Context) -> bool:
    """Tell whether the sentence told a day before; the dateline before its first is none."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.widened(Unit.DAY) is None:
        return False
    if _DATELINE_END.match(phrase.tokens.text, told.phrase.end):
        return False
    return between(told.phrase, phrase) == "sentence"


def _is_one_clause(first: int, day: Phrase, has_verb: bool = False) -> bool:
    """Tell whether neither a verb nor a comma stands between an hour and a day.

    That of a thing can have its verb there: "the 6.15pm train hit a cow on Sunday".
    """
    tokens = day.tokens
    return day.first - first <= _REACH and not any(
        tokens.symbol(at) in _APART
        or tokens.word(at).lower() in _CLAUSES
        or not (has_verb or verbs.form(tokens.word(at).lower()) in _NO_VERBS)
        for at in range(first, day.first)
    )
