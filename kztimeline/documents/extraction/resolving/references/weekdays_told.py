"""Resolves "on the Sunday he was freed", which is the Sunday beside a day told before."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.occasions import has_day, is_day_of, occasion_at
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.resolving.references.days_of_entries import weekday_of_entry
from kztimeline.documents.extraction.resolving.references.hours_told.stamps import (
    fills_line,
    heads_notes,
)
from kztimeline.documents.extraction.resolving.relative import told_from
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.readings import Reading
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_CLAUSE_REACH = 90
# What one did "this weekend", told within the week, is over.
_DONE_THEN = frozenset({
    "arrived", "attended", "attracted", "beat", "began", "celebrated", "chose", "defeated", "died",
    "drew", "elected", "ended", "erupted", "flew", "gathered", "happened", "held", "hit", "killed",
    "lost", "marched", "met", "occurred", "opened", "rallied", "resigned", "returned",
    "scored", "spent", "started", "struck", "took", "visited", "won",
})  # fmt: skip
_OTHER_VERB = re.compile(r"\b(?:and|but|that|when|which|who|\w{2,}ing)\b|[,;:.]")
_DAYS_IN_WEEK = 7
_SATURDAY = 5
_DAYS_IN_MIND = 6
_LONG_AGO = 60
_OPENING_QUOTES = ('"', "“")
_YEARS_OF_NEWS = 1
_OF_STORY = frozenset({
    Tense.PAST, Tense.PAST_PLAN, Tense.WOULD, Tense.COULD, Tense.COULD_NOT, Tense.INTENT,
})  # fmt: skip
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN, Tense.PAST_PLAN, Tense.PRESENT})
# What a raid on Monday was planned, or would be, for is not before it.
_NOT_BEFORE = _TO_COME | {Tense.WOULD}
# Between two days they begin another clause.
_PARTING = frozenset({"AND", "BEFORE", "OTHER", "WEEKDAY"})
_RIGHT_BEHIND = 2
_LONGEST_EVENT = 4


def days_since_later(phrase: Phrase, weekday: int, context: Context) -> int | None:
    """Return 0 for "are to fly out later on Monday" in news of a Monday, else None.

    "Said he might go later on Monday" is of yesterday in news of a Tuesday.
    """
    days = context.days
    is_later = phrase.word_before(1 + (phrase.before() == "ON")) == "later"
    if not is_later or days is None or days[0] != days[1]:
        return None
    ago = (days[0].weekday() - weekday) % _DAYS_IN_WEEK
    most = int(outlook(phrase).tense in _OF_STORY)
    return ago if ago <= most else None


def is_over(phrase: Phrase, context: Context) -> bool:
    """Tell "spoke this Wednesday" and "took place this weekend" from "agreed to speak this Sunday".

    "A vote this Sunday" is to come, and so is this weekend from its Saturday on. "Had planned to
    speak this Wednesday" is of the week of publication.
    """
    look, named = outlook(phrase), phrase.meaning("WEEKDAY")
    today = context.days[1].weekday() if context.days else None
    if look.tense is Tense.PAST_PLAN and look.verb.startswith("had "):
        return today is None or not isinstance(named, int) or named <= today
    if named is None and (today is None or today >= _SATURDAY or not look.verb):
        return False
    if named is None and _is_aside(phrase, look.verb):
        return False
    told = look.tense in (Tense.PAST, Tense.PLUPERFECT)
    is_bound = bool(look.cue) and look.cue != "at last"
    return told and not (look.looks_ahead or look.attributive or is_bound)


def _is_aside(phrase: Phrase, verb: str) -> bool:
    """Tell what does not follow its verb at once: "came and count on leaving this weekend"."""
    if verb.lower().rpartition(" ")[2] not in _DONE_THEN:
        return True
    _, found, behind = phrase.text_before(_CLAUSE_REACH).rpartition(verb)
    return not found or _OTHER_VERB.search(behind) is not None


def the_weekday(phrase: Phrase, context: Context) -> Reading | None:
    """Return the day of "on the Sunday"; None where a noun has it or no day is told near it.

    It follows the day told, or went before it where the clause tells what had been.
    """
    named, look = phrase.meaning("WEEKDAY"), outlook(phrase)
    if not isinstance(named, int):
        return None
    if first := _first_of_two(phrase, context):
        return _after(named, phrase, context, first)
    if event := _event_after(phrase, context):
        return _before(named, phrase, context, event)
    if of_entry := weekday_of_entry(phrase, context):
        return told_from(of_entry[0], phrase, context, of_entry[1])
    if opening := _day_of_heading(phrase, context) or _day_of_story(phrase, context):
        return _after(named, phrase, context, opening)
    if look.over and (event := _day_of_event(named, phrase, context)):
        return told_from(event.moment, phrase, context, event)
    if not _stands_alone(phrase) or look.tense not in TOLD:
        return None
    told = context.last(Unit.DAY, phrase, within=1)
    day = told[0].first_day() if told else None
    if told is None or day is None or not _is_of_story(told[1].phrase, phrase, day, context):
        return None
    ahead = (named - day.weekday()) % _DAYS_IN_WEEK
    if not ahead:
        return None
    follows = Clause(phrase.tokens, phrase.first, phrase.last).group_after(phrase.last)
    had_been = Tense.PLUPERFECT in (look.tense, follows[0] if follows else None)
    is_over = had_been or context.is_to_come(day + dt.timedelta(ahead))
    moment = told[0].shifted(ahead - _DAYS_IN_WEEK if is_over else ahead)
    return told_from(moment, phrase, context, told[1]) if moment else None


def _is_of_story(told: Phrase, phrase: Phrase, day: dt.date, context: Context) -> bool:
    """Tell whether a day of long ago is told right before, or before who then says what was."""
    if between(told, phrase) != "text":
        return True
    spoken = phrase.tokens.text[told.end : phrase.start].partition("\n\n")[2]
    is_said = spoken[:1] in _OPENING_QUOTES and "\n\n" not in spoken
    days = context.days
    return is_said and days is not None and (days[0] - day).days > _LONG_AGO


def _day_of_event(named: int, phrase: Phrase, context: Context) -> Remembered | None:
    """Return the day of "Saturday's fire" that the paragraph has told of it, or with its weekday.

    So "burned on Saturday, November 4" did, however long ago.
    """
    behind = range(phrase.last, phrase.last + _LONGEST_EVENT)
    events = [word for at in behind if has_day(word := occasion_at(phrase.tokens, at))]
    for told in context.remembered[:-_DAYS_IN_MIND:-1]:
        day = told.moment.first_day() if told.moment.unit is Unit.DAY else None
        if day is None or day.weekday() != named or between(told.phrase, phrase) == "text":
            continue
        has_weekday = told.phrase.rule == "day" and told.phrase.has("WEEKDAY", "SHORT_WEEKDAY")
        if has_weekday or any(is_day_of(told.phrase, event) for event in events):
            return told
    return None


def _day_of_story(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the day of "On 4 May 1987 the crew left port and on Sunday the ship sank".

    It opens their sentence and lies years back; what is now, had been, or was said of it on some
    day is of no week after it.
    """
    told, look, days = context.lead, outlook(phrase), context.days
    if told is None or days is None or told.moment.unit is not Unit.DAY:
        return None
    opens = told.explicit and told.fronted and between(told.phrase, phrase) == "sentence"
    was_put_off = look.tense is Tense.PLAN and look.verb.startswith(("was ", "were "))
    in_story = (look.tense in _OF_STORY or was_put_off) and not verbs.reports(look.verb)
    is_old = days[0].year - (told.moment.year or 0) > _YEARS_OF_NEWS
    return told if opens and in_story and is_old else None


def _day_of_heading(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the day above the notes before those that a weekday in a line of its own heads."""
    if not fills_line(phrase):
        return None
    return next((item for item in reversed(context.remembered) if heads_notes(item)), None)


def _first_of_two(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the first day of "is called for Friday and Saturday" and "from May 4 until Sunday"."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or phrase.first - told.phrase.last > _RIGHT_BEHIND:
        return None
    until = phrase.before() in ("UNTIL", "TO") and told.phrase.word_before() == "from"
    joined = phrase.before() == "AND" and told.phrase.last == phrase.first - 1
    is_day = told.moment.unit is Unit.DAY
    return told if (joined and told.phrase.rule == "weekday") or (until and is_day) else None


def _event_after(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the day told of "died on March 20 after she had fallen ill on Monday".

    So is that of "Men wade home on March 20, the dam having burst on Monday".
    """
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.unit is not Unit.DAY or told.phrase.rule == "holiday":
        return None
    if told.phrase.after() == "POSSESSIVE" and not context.is_to_come(told.moment.first_day()):
        # "The victims of Sunday's fire are all dead after a search on Wednesday."
        return None
    if outlook(phrase).tense in _NOT_BEFORE and not context.is_to_come(told.moment.first_day()):
        return None
    codes, tokens = phrase.tokens.codes[told.phrase.last : phrase.first], phrase.tokens
    _, joint, behind = codes.partition(CODES["AFTER"])
    having = [at for at in range(told.phrase.last, phrase.first) if tokens.word(at) == "having"]
    if having and not joint:
        joint, behind = "having", tokens.codes[having[0] : phrase.first]
    parted = any(CODES[symbol] in codes for symbol in _PARTING) or CODES["COMMA"] in behind
    return told if joint and not parted and between(told.phrase, phrase) == "sentence" else None


def _before(named: int, phrase: Phrase, context: Context, told: Remembered) -> Reading | None:
    """Return the day within a week before one told; None where the last one until now is it."""
    day, days = told.moment.first_day(), context.days
    if day is None or days is None:
        return None
    last = days[0] - dt.timedelta((days[0].weekday() - named) % _DAYS_IN_WEEK)
    back = (day.weekday() - named) % _DAYS_IN_WEEK
    is_other = day < last or outlook(phrase).tense in _TO_COME
    moment = told.moment.shifted(-back) if back and is_other else None
    return told_from(moment, phrase, context, told) if moment else None


def _after(named: int, phrase: Phrase, context: Context, told: Remembered) -> Reading | None:
    """Return the day within a week after one told; None where publication parts the two."""
    day = told.moment.first_day()
    ahead = (named - day.weekday()) % _DAYS_IN_WEEK if day else 0
    moment = told.moment.shifted(ahead) if ahead else None
    last = moment.first_day() if moment else None
    if day is None or moment is None or last is None:
        return None
    parted = context.is_to_come(last) and not (context.is_to_come(day) or fills_line(phrase))
    return None if parted else told_from(moment, phrase, context, told)


def _stands_alone(phrase: Phrase) -> bool:
    """Tell "on the Sunday he was freed" from "on the Sunday papers"."""
    if phrase.before() != "THE" or phrase.before(2) not in ("ON", "BY", "UNTIL"):
        return False
    if phrase.after() in ("COMMA", "STOP", "DOT", "BREAK", "AND", "AFTER"):
        return True
    return phrase.after() == "WORD" and (
        verbs.form(phrase.word_after()) is not verbs.Form.NONE
        or phrase.word_after() in ("he", "she", "it", "they", "we", "i", "you", "when", "but")
    )
