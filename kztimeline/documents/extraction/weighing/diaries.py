"""Diaries: entries that begin with a day of the week and no date, such as "Friday: A ticket.".

The last of them is of the latest such day until publication, and the others count back from it;
where the newest stands first it is the other way round. What an entry says counts from its day.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.telling import verb_of_entry
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.phrases import Phrase

_DAYS_IN_WEEK = 7
_FEWEST_LABELS = 3
# A longer gap cannot be told from a step back.
_LONGEST_GAP = 4
_LONGEST_ENTRY = 300
_REACH_ABOVE = 300
_REACH = 40
_LINE_BEFORE = re.compile(r"(?:\A|\n)[ \t]*[#*_•·–-]*[ \t]*\Z")
# The line above has ended, and does not run on as in "… on\nFriday. Then".
_ENDED_BEFORE = re.compile(r"(?:\A|\n[ \t]*\n|[.!?:\"”)*_][ \t]*\n)[ \t]*[#*_•·–-]*[ \t]*\Z")
_HOUR = r"\d{1,2}(?:[.:]\d\d)?[ ]?(?:[ap]\.?m\.?)?|noon|midnight|midday|morning|afternoon|evening"
_LINE_AFTER = re.compile(
    rf"(?:,?[ \t](?P<hour>(?i:{_HOUR})))?[*_ \t]*(?P<mark>[:.–—]|--?[ \t]|\n|\Z)"
)
_LABEL_REACH = 12
_ANNOUNCED = re.compile(
    r"\b(?:agenda|ahead|arrangements|calendar|coming|fixtures|hours|itinerary|next|plans?|planned"
    r"|previews?|program(?:me)?s?|schedules?d?|shall|timetable|to\scome|upcoming|will)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"(?:\b(?:diary|journal|log)\s(?:from|of)|['’]s\s(?:diary|journal|log)"
    r"|\b(?:logbook|notebook|unfolded))\b",
    re.IGNORECASE,
)
# "Friday: closed" and "Monday: We are open from 9" tell of every week.
_KEEPS_HOURS = re.compile(
    r"\W*(?:\w+\W+){0,3}(?:cancell?ed|closed|closes|open|opens|postponed|shut)\b", re.IGNORECASE
)
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Mm][ey]|[Yy]esterday|[Ll]ast night)\b")
_OVER = frozenset({Form.WAS, Form.HAD, Form.DID})
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN, Tense.MAY})


@dataclass(frozen=True, slots=True)
class Diary:
    """The days of a diary.

    Attributes:
        labels: The days of its labels, by their first tokens.
        scopes: For the first token of the phrase behind a label that label and its day; behind
            the last entry no label, and the day of publication.
    """

    labels: dict[int, dt.date] = field(default_factory=dict)
    scopes: dict[int, tuple[Phrase | None, dt.date]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _DayOfDiary:
    """An entry: its label, the weekday and hour of that, and where what it tells ends."""

    label: Phrase
    weekday: int
    has_hour: bool
    end: int


def read_diary(phrases: list[Phrase], published: tuple[dt.date, dt.date] | None) -> Diary:
    """Return the days of the entries of a diary; nothing where the text is none.

    A programme of what is to come is none, nor are the hours of a shop.
    """
    if published is None or published[0] != published[1]:
        return Diary()
    entries = list(_entries(phrases))
    if len(entries) < _FEWEST_LABELS or not _is_told(entries):
        return Diary()
    days = _days_of(entries, published[0])
    if not days or _has_dates(phrases, entries[0].label, published[0]):
        return Diary()
    labels = {entry.label.first: day for entry, day in zip(entries, days, strict=True)}
    return Diary(labels, dict(_scopes(phrases, entries, days, published[0])))


def _entries(phrases: list[Phrase]) -> Iterator[_DayOfDiary]:
    """Yield the entries that the weekdays alone at the beginning of lines are the labels of."""
    labels = [phrase for phrase in phrases if phrase.rule == "weekday" and _ends_label(phrase)]
    if len(labels) < _FEWEST_LABELS:
        return
    codes = labels[0].tokens.codes
    paragraphs = [
        codes[one.last : other.first - 1].count(CODES["BREAK"]) for one, other in pairwise(labels)
    ]
    ends = [label.first for label in labels[1:]]
    ends.append(_end_of_last(labels[-1], 1 + max(paragraphs)))
    for label, end in zip(labels, ends, strict=True):
        weekday, hour = label.meaning("WEEKDAY"), _ends_label(label)
        if isinstance(weekday, int):
            has_hour = label.has("DAYPART", "CLOCK") or bool(hour and hour["hour"])
            yield _DayOfDiary(label, weekday, has_hour, end)


def _ends_label(phrase: Phrase) -> re.Match[str] | None:
    """Return what ends the label of "Friday: ", "FRIDAY —" and "Friday, 9 a.m.:", or None."""
    before, after = phrase.text_before(_LABEL_REACH), _LINE_AFTER.match(phrase.text_after(_REACH))
    begins = _LINE_BEFORE if after and after["mark"] == ":" else _ENDED_BEFORE
    return after if begins.search(before) else None


def _end_of_last(label: Phrase, paragraphs: int) -> int:
    """Return where the last entry ends, which has no more paragraphs than those before it."""
    codes, at = label.tokens.codes, label.last
    for _ in range(paragraphs):
        at = codes.find(CODES["BREAK"], at) + 1
        if not at:
            return len(codes)
    return at


def _has_dates(phrases: list[Phrase], first: Phrase, published: dt.date) -> bool:
    """Tell whether lines say of which date they are; those with a weekday alone go by them."""
    dates = [phrase for phrase in phrases if phrase.has(*MONTH_SYMBOLS)]
    return any(
        phrase.has(*DAY_SYMBOLS) and _ends_label(phrase)
        if phrase.first > first.first
        else _heads_text(phrase) and not _is_of_publication(phrase, published)
        for phrase in dates
    )


def _heads_text(phrase: Phrase) -> bool:
    """Tell the month of "Ayr, May 2009" in a line of its own above the entries."""
    return _ends_label(phrase) is not None or (phrase.has("YEAR") and phrase.is_in_heading)


def _is_of_publication(phrase: Phrase, published: dt.date) -> bool:
    """Tell the day or month of publication, or of the week before it, in a line of its own."""
    month, day = phrase.meaning(*MONTH_SYMBOLS), phrase.meaning(*DAY_SYMBOLS)
    year = phrase.meaning("YEAR") or published.year
    if not phrase.ends_line or not isinstance(month, int) or not isinstance(year, int):
        return False
    unit = Unit.DAY if isinstance(day, int) else Unit.MONTH
    moment = Moment(unit, year, month, day if isinstance(day, int) else 0)
    begins, ends = moment.first_day(), moment.last_day()
    if begins is None or ends is None:
        return False
    return begins <= published <= ends + dt.timedelta(_DAYS_IN_WEEK)


def _is_told(entries: list[_DayOfDiary]) -> bool:
    """Tell whether most of the entries tell what was; those of a programme do not.

    Where the text above announces something, only verbs in the past say so.
    """
    first = entries[0].label
    above = first.text_before(_REACH_ABOVE)
    is_announced, is_diary = _ANNOUNCED.search(above), _LOOKS_BACK.search(above)
    told = 0
    for entry in entries:
        tense = verb_of_entry(entry.label)
        if tense in _TO_COME or _KEEPS_HOURS.match(first.tokens.text, entry.label.end):
            continue
        is_now = not is_announced and (is_diary is not None or _is_personal(entry))
        told += is_now or tense in TOLD or _is_in_past(entry)
    return 2 * told >= len(entries)


def _is_personal(entry: _DayOfDiary) -> bool:
    """Tell an entry in which somebody says "I", or tells of "last night"."""
    tokens = entry.label.tokens
    last = tokens.ends[min(entry.end, len(tokens.ends)) - 1]
    return _PERSONAL.search(tokens.text, entry.label.end, last) is not None


def _is_in_past(entry: _DayOfDiary) -> bool:
    """Tell an entry that has a "was" or begins as in "Slept late. Wrote to her."."""
    tokens = entry.label.tokens
    places = range(entry.label.last, min(entry.end, entry.label.last + _LONGEST_ENTRY))
    forms = [verbs.form(tokens.word(at).lower()) for at in places]
    opening = next((form for form in forms if form is not Form.NONE), Form.NONE)
    begins = opening is Form.PAST and forms.index(opening) <= 1
    return begins or not _OVER.isdisjoint(forms)


def _days_of(entries: list[_DayOfDiary], published: dt.date) -> list[dt.date]:
    """Return the days of entries that go on or back in time; empty where they do neither."""
    pairs = list(pairwise(entries))
    onward = [_step(one, other) for one, other in pairs]
    backward = [_step(other, one) for one, other in pairs]
    goes_on = sum(onward) <= sum(backward)
    steps = onward if goes_on else backward[::-1]
    if any(_LONGEST_GAP < step < _DAYS_IN_WEEK for step in steps):
        return []
    latest = entries[-1 if goes_on else 0]
    days = [published - dt.timedelta((published.weekday() - latest.weekday) % _DAYS_IN_WEEK)]
    for step in reversed(steps):
        days.append(days[-1] - dt.timedelta(step))
    return days[::-1] if goes_on else days


def _step(one: _DayOfDiary, other: _DayOfDiary) -> int:
    """Return how many days lie between two entries, of which the other is the later one."""
    step = (other.weekday - one.weekday) % _DAYS_IN_WEEK
    if step or (one.has_hour and other.has_hour):
        return step
    return _DAYS_IN_WEEK


def _scopes(
    phrases: list[Phrase], entries: list[_DayOfDiary], days: list[dt.date], published: dt.date
) -> Iterator[tuple[int, tuple[Phrase | None, dt.date]]]:
    """Yield where each entry begins to count from its day, and where the last one ends."""
    starts = [phrase.first for phrase in phrases]
    for entry, day in zip(entries, days, strict=True):
        at = bisect_right(starts, entry.label.first)
        if at < len(starts) and starts[at] < entry.end:
            yield starts[at], (entry.label, day)
    left = bisect_left(starts, entries[-1].end)
    if left < len(starts):
        yield starts[left], (None, published)
