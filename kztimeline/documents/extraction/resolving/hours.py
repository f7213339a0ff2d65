"""Resolves times of day: what "10:30 on", "at night" and "in the morning" add to a day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.signs.cues import is_as_of
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.occasions import has_day, is_day_of
from kztimeline.documents.extraction.finding.spellings.spoken_hours import hour_in_part, hour_told
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming.timed_things import is_named_by_hour, leaves_or_happens
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving.background import is_background
from kztimeline.documents.extraction.resolving.references.hours_told.hours_of_news import (
    is_of_newswire,
    is_of_trading,
)
from kztimeline.documents.extraction.resolving.references.hours_told.stamps import (
    day_of_coverage,
    day_of_stamp,
)
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_REACH = 15
_NEAR = 3
_DAYS_TOLD = 12
_HOURS = 12
# Of these rules a number alone is an hour: "8 tonight", "six this evening", "9 Monday morning".
_SPOKEN = frozenset({"today", "weekday", "which"})
# "On May 5 in the evening" and "on May 5, at night" are of one clause.
_ADJACENT = 2
# What tells of which night it was: "during the night when they fled".
_CLAUSES = frozenset({
    "after", "before", "he", "his", "her", "i", "it", "its", "she", "that", "their", "they", "we",
    "when", "you",
})  # fmt: skip
_LASTING = frozenset({"from", "since", "till", "until"})
_LIMITS = frozenset({"AFTER", "BEFORE", "BY", "UNTIL"})
_NOON = "T12:00"
# What is done at such hours each day, or all day long.
_OPENING = frozenset({
    "close", "closed", "closes", "open", "opened", "opens", "runs", "shut", "shuts", "works",
})  # fmt: skip
_JOINTS = frozenset(CODES[symbol] for symbol in ("TO", "UNTIL", "DASH", "HYPHEN"))
_VOTING = frozenset({"polling", "polls", "precincts", "voters", "voting"})
_MINUTES_IN = {Unit.MINUTE: 1, Unit.HOUR: 60}
_HOURS_OF_DAY = 24
_MINUTES_IN_DAY = _HOURS_OF_DAY * 60
_MIDNIGHT = "24:00"
_STRUCK = re.compile(
    r"\bthe\s(?P<thing>\w+)\s(?:began|came|erupted|happened|hit|occurred|started|struck|took\splace"
    r"|went\soff)\s(?:at|shortly\s(?:after|before))\s(?:about\s|around\s)?\Z",
    re.IGNORECASE,
)
_STRUCK_REACH = 60
_SENTENCE_END = re.compile(f"[{CODES['STOP']}{CODES['BREAK']}]")


def time_of_day(phrase: Phrase) -> str:
    """Return the TIMEX3 suffix of "the morning of" or "10:30 on", or nothing."""
    clock = phrase.index("CLOCK")
    is_tonight = phrase.word_at("TODAY") == "tonight"
    daypart = "TNI" if is_tonight else phrase.meaning("DAYPART")
    if clock is not None:
        return f"T{_in_part(_hours(phrase.tokens.word(clock)), daypart)}"
    early = phrase.index("EARLY", "SMALL")
    if early is not None and phrase.meaning("UNITS") is Unit.HOUR:
        return "TNI" if phrase.tokens.word(early).casefold() == "late" else "TMO"
    hour = phrase.meaning("DAY_NUMBER", "NUMBER_WORD")
    if phrase.rule in _SPOKEN and isinstance(hour, int) and hour <= _HOURS:
        return f"T{hour_in_part(hour, daypart):02}:00"
    return daypart if isinstance(daypart, str) else ""


def _hours(text: str) -> str:
    """Write a time such as "3 p.m." or "0530 GMT" as 15:00 or 05:30."""
    if told := hour_told(text):
        return told
    figures, half = [int(figure) for figure in re.findall(r"\d\d?", text)], text.lower()
    hour = figures[0] % 12 if "m" in half.removesuffix("gmt") else figures[0]
    is_afternoon = "p" in half
    return f"{hour + 12 * is_afternoon:02}:{figures[1] if len(figures) > 1 else 0:02}"


def _in_part(time: str, part: object) -> str:
    """Return the 20:15 of "8:15 Monday evening"."""
    hour, minutes = time.split(":")
    return f"{hour_in_part(int(hour), part):02}:{minutes}"


def on_day_of_hour(reading: Reading) -> Reading:
    """Return a reading on the day that its hour is of: "2 on Monday night" is on Tuesday."""
    hour, _, minutes = reading.time.removeprefix("T").partition(":")
    if len(reading.moments) != 1 or not hour.isdecimal() or f"{hour}:{minutes}" <= _MIDNIGHT:
        return reading
    day = reading.moments[0].shifted(1)
    time = f"T{int(hour) - _HOURS_OF_DAY:02}:{minutes}"
    return replace(reading, moments=(day,), time=time) if day else reading


def clock(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve a time of day to the day it belongs to; "a 7 p.m. curfew" has none."""
    time = time_of_day(phrase)
    names_thing = is_named_by_hour(phrase)
    if names_thing and not leaves_or_happens(phrase):
        return None
    if day := day_of_stamp(phrase, context) or day_of_coverage(phrase, time, context):
        return Reading("relative", (day,), anchor=context.published_anchor, time=time)
    if _counts_from_event(phrase, following) or _is_of_event(phrase):
        return Reading("relative", timex=f"XXXX-XX-XX{time}")
    told = _day_around(phrase, context)
    if told and (days := _days_on(phrase, following)):
        told = told[0].shifted(days) or told[0], told[1]
    is_past = outlook(phrase).tense in TOLD or is_as_of(phrase)
    is_past = is_past and not context.tells_of_long_ago(phrase)
    is_apart = told is not None and _is_of_other_day(told, phrase, context)
    if is_past and (is_apart or is_of_newswire(told and told[1], phrase)):
        told = None
        day = context.from_publication(lambda day: Moment.of_day(Unit.DAY, day))
        if day:
            return Reading("relative", (day,), anchor=context.published_anchor, time=time)
    if told and _opens_and_closes(phrase) and not _is_on_day(told[1].phrase, phrase):
        told = None
    if told is None:
        return None if names_thing else Reading("relative", timex=f"XXXX-XX-XX{time}")
    time = _in_part_told(time, phrase, told[1].phrase)
    return Reading("relative", (told[0],), anchor=told[1].anchor, time=time)


def _in_part_told(time: str, phrase: Phrase, told: Phrase) -> str:
    """Return the 23:40 of "On Sunday night he called, and at 11:40 he left"."""
    at, part = phrase.index("CLOCK"), told.meaning("DAYPART")
    if at is None or any(sign.isalpha() for sign in phrase.tokens.word(at)) or part == "TMO":
        return time
    if between(told, phrase) != "sentence" or outlook(phrase).tense is Tense.PLUPERFECT:
        return time
    return f"T{_in_part(time[1:], part)}"


def hours_after(told: Phrase, unit: Unit, count: int) -> tuple[int, str]:
    """Return how many days after a phrase with an hour it is so long after it, and its suffix.

    Empty where no hour is told: "left at 8 p.m. on Monday. Two hours later, ..." has one. Hours
    that make whole days count as such: "fell on Tuesday. He had crashed 24 hours earlier".
    """
    hour = told.index("CLOCK")
    if unit not in _MINUTES_IN:
        return 0, ""
    if hour is None:
        days, rest = divmod(count * _MINUTES_IN[unit], _MINUTES_IN_DAY)
        return (0 if rest else days), ""
    hours, minutes = map(int, time_of_day(told).removeprefix("T").split(":"))
    days, rest = divmod(60 * hours + minutes + count * _MINUTES_IN[unit], _MINUTES_IN_DAY)
    return days, f"T{rest // 60:02}:{rest % 60:02}"


def _stands_beside(day: Phrase, hour: Phrase) -> bool:
    """Tell the hour of "has been called for Thursday 21 March, 7 p.m."."""
    return 0 <= hour.first - day.last <= 1


def _day_around(phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the day told last, but none that a clause aside told beside that of its sentence.

    "On Sunday those who fled on Monday came back in the evening" tells of Sunday.
    """
    occasion = "vote" if _is_of_vote(phrase) else _what_happened(phrase)
    if occasion and (day_told := _day_of(occasion, phrase, context)):
        return day_told
    beside = context.remembered[-1] if context.remembered else None
    day = beside.moment.widened(Unit.DAY) if beside else None
    if beside and day and _stands_beside(beside.phrase, phrase):
        return day, beside
    told = context.last(Unit.DAY, phrase, within=2)
    around = context.remembered[-2] if len(context.remembered) > 1 else None
    if told and around and is_background(told[1], around, phrase):
        return around.moment, around
    if told is None or around is None or not told[1].in_passing or around.in_passing:
        return told
    is_aside = told[1] is context.remembered[-1] and phrase.first - told[1].phrase.last > _ADJACENT
    day = around.moment.widened(Unit.DAY)
    return (
        (day, around) if day and is_aside and between(around.phrase, phrase) == "sentence" else told
    )


def _is_of_other_day(told: tuple[Moment, Remembered], phrase: Phrase, context: Context) -> bool:
    """Tell what is over from the day told last, which is to come or only began what lasts."""
    is_to_come = context.is_to_come(told[0].first_day())
    is_to_come = is_to_come and not _stands_beside(told[1].phrase, phrase)
    return is_to_come or _is_of_what_lasts(told[1], phrase)


def _is_of_what_lasts(told: Remembered, phrase: Phrase) -> bool:
    """Tell "has been shut since Monday. They met at 4 p.m.", of the day of the news.

    "Since Monday, when at 5 a.m. a wall fell" is of that day.
    """
    joined = phrase.tokens.word(told.phrase.last + 1).lower() in ("when", "as")
    lasts = told.phrase.before() == "SINCE" and told.tense is not Tense.PLUPERFECT
    beside = joined or _stands_beside(told.phrase, phrase)
    return lasts and not beside and not _opens_and_closes(phrase)


def _counts_from_event(phrase: Phrase, following: list[Phrase]) -> bool:
    """Tell the hour of "at 5 a.m. two days before the fire", of a day that is not told."""
    counted = following[0] if following else None
    if counted is None or counted.rule not in ("after_event", "day_after"):
        return False
    return counted.first - phrase.last < _REACH and between(phrase, counted) == "sentence"


def _days_on(phrase: Phrase, following: list[Phrase]) -> int:
    """Return how many days after the one told "is due at 5:02 three days later" is."""
    counted = following[0] if following else None
    if counted is None or counted.rule != "away" or counted.first - phrase.last > _NEAR:
        return 0
    is_days = quantities.unit(counted) is Unit.DAY and counted.has("LATER")
    return (quantities.count(counted) or 0) * is_days


def _is_of_event(phrase: Phrase) -> bool:
    """Tell the night of "from the night the bridge fell" from "left in the night"."""
    if phrase.rule != "daypart" or not phrase.has("THE"):
        return False
    of_clause = phrase.after() in ("THE", "A", "NAME", "OF") or phrase.word_after() in _CLAUSES
    return phrase.before() == "PREPOSITION" and of_clause


def _is_on_day(told: Phrase, phrase: Phrase) -> bool:
    """Tell "was shut on Monday from 8 to 10 p.m." from "Since Monday it is shut", each day.

    The hours of a vote are of its day, whichever sentence tells it.
    """
    lasts = told.word_before() in _LASTING
    return (between(told, phrase) == "sentence" or _is_of_vote(phrase)) and not lasts


def _day_of(occasion: str, phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the day of an occasion that the paragraph told last, or the latest of the text."""
    told = [
        (day, item)
        for item in context.remembered[:-_DAYS_TOLD:-1]
        if item.moment.unit is Unit.DAY and is_day_of(item.phrase, occasion)
        if (day := item.moment.first_day())
    ]
    near = next((item for _, item in told if between(item.phrase, phrase) != "text"), None)
    latest = near or (max(told, key=lambda one: one[0])[1] if told else None)
    return (latest.moment, latest) if latest else None


def _what_happened(phrase: Phrase) -> str:
    """Return the "quake" of "The quake struck at 2:46 p.m."; nothing for other hours."""
    struck = _STRUCK.search(phrase.text_before(_STRUCK_REACH))
    return struck["thing"].lower() if struck and has_day(struck["thing"].lower()) else ""


def _is_of_vote(phrase: Phrase) -> bool:
    """Tell "Polling stations opened at 7 a.m. and close at 8 p.m."; "on Election Day" is any."""
    near = range(max(phrase.first - _REACH, 0), phrase.first)
    words = {phrase.tokens.word(at).lower() for at in near}
    return not _VOTING.isdisjoint(words) and "day" not in words


def _opens_and_closes(phrase: Phrase) -> bool:
    """Tell the hours of "from 9 a.m. to 5 p.m." and "opened at 7:00 and closed at 20:00".

    "Fell between 2:30 and 3 a.m." and "was called at 2:40 and came at 3:15" are of one day.
    """
    tokens, clock = phrase.tokens, CODES["CLOCK"]
    before = _SENTENCE_END.split(tokens.codes[max(phrase.first - _REACH, 0) : phrase.first])[-1]
    after = _SENTENCE_END.split(tokens.codes[phrase.last : phrase.last + _REACH])[0]
    if clock not in before + after:
        return False
    begins = before[-2:-1] == clock and before[-1:] in _JOINTS
    ends = after[1:2] == clock and after[:1] in _JOINTS
    near = range(phrase.first - len(before), phrase.last + len(after))
    opens = any(tokens.word(at).lower() in _OPENING for at in near)
    return begins or ends or opens


def daypart(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "at night", which is no certain night, "in the morning" and "at noon" of a day."""
    is_limit = phrase.before() in _LIMITS and not phrase.has("MID")
    if is_limit and time_of_day(phrase) != _NOON:
        return None
    plain = phrase.has("THE", "MID") or time_of_day(phrase)[1:2].isdecimal()
    if plain or is_of_trading(phrase):
        return clock(phrase, context, following)
    return Reading("vague", timex=f"XXXX-XX-XX{time_of_day(phrase)}")
