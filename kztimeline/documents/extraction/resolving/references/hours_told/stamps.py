"""Tells of which day stamps are: hours that notes of live coverage begin with, or of an update."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_LINE_BEFORE = re.compile(r"(?:^|\n)[ \t#*_•·>–—-]*\Z")
_LINE_AFTER = re.compile(r"[ \t.:*_#]*(?:\n|\Z)")
_LINE_REACH = 8
_POSTED = re.compile(
    r"(?:^|[\n|,;])[ \t*_(\[]*(?:(?:last|first)[ ])?"
    r"(?:filed|modified|posted|published|revised|updated?)(?:[ ]at|[ ]on)?[:,]?[ \t*_]*\Z",
    re.IGNORECASE,
)
_POSTED_REACH = 40
# Behind such a line nothing of its sentence follows; "Updated 5 p.m. ET" has its zone behind it.
_POSTED_END = re.compile(
    r"[ .]*(?:\(?[A-Z]{2,4}\)?)?[ \t.)\]*_]*(?:\n|\Z|[|:]|[,;]\s(?i:last\s)?(?i:updated)\b)"
)
# A text with so many paragraphs before its first stamp tells in them of which day these are.
_LONGEST_OPENING = 4
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*[ \t]*$", re.MULTILINE)
_INTRODUCED = re.compile(r":\s*[#*_•·>–—-]*\Z")
_OPENING_REACH = 4000
_HALF_A_DAY = 12 * 60
_IN_MIND = 40
_WEEK = 7


def day_of_stamp(phrase: Phrase, context: Context) -> Moment | None:
    """Return the day of a stamp, and keep it in mind; None for other hours."""
    day = _day_of_stamp(phrase, context)
    if day:
        context.remember(day, phrase, explicit=False, of_text=False)
    return day


def _day_of_stamp(phrase: Phrase, context: Context) -> Moment | None:
    """Return the day of "18:20" above a note of a live report: that of the stamp before.

    A day in a line of its own between the two begins another. The first of them is of the day of
    such a line, or of publication, where the text above it does not tell what happened when.
    """
    if is_of_posting(phrase):
        return None if _is_told_beside(phrase, context) else _today(context)
    if not is_stamp(phrase):
        return None
    for item in reversed(context.remembered[-_IN_MIND:]):
        if is_stamp(item.phrase):
            return _over_midnight(item, phrase)
        if phrase.start in phrase.tokens.stamps and heads_notes(item):
            return item.moment if item.moment.first_day() else _latest(item.phrase, context)
    if phrase.start not in phrase.tokens.stamps:
        return None if context.remembered else _today(context)
    told = context.last(Unit.DAY, phrase, within=2) if _is_introduced(phrase) else None
    return told[0] if told else _today(context)


def is_stamp(phrase: Phrase) -> bool:
    """Tell an hour at the head of a note, or one that has a line to itself."""
    if phrase.rule != "clock":
        return False
    if phrase.start in phrase.tokens.stamps:
        return True
    return phrase.ends_line and (phrase.begins_line or phrase.before() == "BREAK")


def is_of_posting(phrase: Phrase) -> bool:
    """Tell "Updated 5:15 p.m." in a line of its own."""
    if phrase.rule != "clock" or _POSTED_END.match(phrase.tokens.text, phrase.end) is None:
        return False
    return _POSTED.search(phrase.text_before(_POSTED_REACH)) is not None


def day_of_coverage(phrase: Phrase, time: str, context: Context) -> Moment | None:
    """Return the day of an hour in a note of live coverage whose sentence tells none for it.

    "Will issue another statement at 3am", written at 9.20pm, is of the day after.
    """
    if not phrase.tokens.stamps or is_stamp(phrase) or phrase.rule != "clock":
        return None
    stamp: Remembered | None = None
    for item in reversed(context.remembered[-_IN_MIND:]):
        if is_stamp(item.phrase):
            stamp = item
            break
        if between(item.phrase, phrase) == "sentence" and not item.in_passing:
            return None
    written = phrase.tokens.stamps.get(stamp.phrase.start) if stamp else None
    if stamp is None or written is None:
        return None
    is_before = time < f"T{written // 60:02}:{written % 60:02}"
    tense = outlook(phrase).tense
    if tense in (Tense.FUTURE, Tense.PLAN):
        return stamp.moment.shifted(1) if is_before else stamp.moment
    return stamp.moment if is_before or tense not in TOLD else None


def _today(context: Context) -> Moment | None:
    return context.from_publication(lambda day: Moment.of_day(Unit.DAY, day))


def _latest(phrase: Phrase, context: Context) -> Moment | None:
    """Return the last day until publication that a weekday above notes can mean."""
    weekday = phrase.meaning("WEEKDAY")
    if not isinstance(weekday, int):
        return None
    return context.from_publication(
        lambda day: Moment.of_day(Unit.DAY, day).shifted(-((day.weekday() - weekday) % _WEEK))
    )


def _is_told_beside(phrase: Phrase, context: Context) -> bool:
    """Tell the hour of "Thursday, Apr 2, 2009 | Updated 1:32 PM", of the day in its line."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.unit is not Unit.DAY:
        return False
    return "\n" not in phrase.tokens.text[told.phrase.end : phrase.start]


def _over_midnight(earlier: Remembered, phrase: Phrase) -> Moment | None:
    stamps = phrase.tokens.stamps
    one, other = stamps.get(earlier.phrase.start), stamps.get(phrase.start)
    if one is None or other is None or abs(one - other) < _HALF_A_DAY:
        return earlier.moment
    # Notes go one way: such a leap back is a step over midnight.
    ahead = 1 if one > other else -1
    return earlier.moment if _order(stamps) == -ahead else earlier.moment.shifted(ahead)


def _order(stamps: dict[int, int]) -> int:
    """Return 1 where most notes follow those above them, -1 where they go back, 0 for neither."""
    steps = [other - one for one, other in pairwise(stamps[start] for start in sorted(stamps))]
    short = [step for step in steps if abs(step) < _HALF_A_DAY]
    onward = sum(step > 0 for step in short) - sum(step < 0 for step in short)
    return (onward > 0) - (onward < 0)


def fills_line(phrase: Phrase) -> bool:
    """Tell what has a line to itself, as a heading has."""
    text = phrase.tokens.text
    before = text[max(phrase.start - _LINE_REACH, 0) : phrase.start]
    return bool(_LINE_BEFORE.search(before) and _LINE_AFTER.match(text, phrase.end))


def heads_notes(item: Remembered) -> bool:
    """Tell a day that has a line to itself."""
    return item.moment.unit is Unit.DAY and fills_line(item.phrase)


def _is_introduced(phrase: Phrase) -> bool:
    """Tell hours that an article gives of what it has told, from those of its own notes."""
    above = phrase.text_before(_OPENING_REACH)
    paragraphs = len(_SENTENCE_END.findall(above))
    return paragraphs >= _LONGEST_OPENING or _INTRODUCED.search(above) is not None
