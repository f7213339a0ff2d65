"""Bulletins: dated notes below one another, the newest first, each written on its own day.

"Yesterday" in such a note counts from the day above it, not from that of the whole, as it does in
a report from that of its dateline. A chronicle, which begins with what was first, is written in one
go; one of a year that is ending looks back.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, TypeAlias

from kztimeline.documents.extraction.finding.clauses.signs.datelines import is_dateline
from kztimeline.documents.extraction.finding.clauses.telling import verb_of_entry
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.phrases import Phrase

# The newest note is of the day of publication, or nearly.
_DAYS_TO_POST = 3
# A report is printed soon after the day of its dateline.
_DAYS_TO_PRINT = 7
_FIRST_WORDS = 12
# Between two notes of which the older says no year lies less than half of one.
_LONGEST_SILENCE = 183
_FEWEST_NOTES = 2
_LINE_BEFORE = re.compile(r"(?:^|\n)[ \t#*•-]*\Z")
_LINE_AFTER = re.compile(r"[ \t.:*#]*(?:\n|\Z)")
_LINE_REACH = 8
_FEWEST_ITEMS = 3
# What is announced for a time to come reaches less far, in months.
_LONGEST_OUTLOOK = 5
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN, Tense.MAY})
_BEFORE_ENTRIES = frozenset({"BREAK", "STOP", "OTHER", "HYPHEN"})
_BEHIND_DATES = frozenset({"DASH", "HYPHEN", "BREAK", "STOP", "DOT"})
_HEADING_REACH = 120
_COMING = re.compile(
    r"\b(?:agenda|ahead|calendar|coming|diary|fixtures|forecast|outlook|next|preview|program(?:me)?|schedule"
    r"|upcoming|to\scome|what\sto\swatch)\b",
    re.IGNORECASE,
)

_MonthAndDay: TypeAlias = tuple[int, int]


def days_of_notes(
    phrases: list[Phrase], published: tuple[dt.date, dt.date] | None
) -> dict[int, tuple[Phrase | None, dt.date]]:
    """Return for the first token of each day that heads a note that phrase and its date.

    Empty where the text is no bulletin: where its days do not go back from publication.
    """
    headings = [phrase for phrase in phrases if phrase.rule == "day" and _is_alone(phrase)]
    if published is None or len(headings) < _FEWEST_NOTES:
        return {}
    found: dict[int, tuple[Phrase | None, dt.date]] = {}
    newest, silence = published[1], _DAYS_TO_POST
    for heading in headings:
        day = _day_until(newest, heading)
        if day is None:
            return {}
        is_near = (newest - day).days <= silence
        if not is_near and (not found or not heading.has("YEAR")):
            return {}
        found[heading.first] = (heading, day)
        newest = day
        silence = _LONGEST_SILENCE
    return found


def days_of_datelines(
    phrases: list[Phrase], published: tuple[dt.date, dt.date] | None
) -> dict[int, tuple[Phrase | None, dt.date]]:
    """Return for the first token of each dateline before publication that phrase and its date.

    What "KHUJARAY, June 10 (Reuters) - The minister said today" was printed in came out later.
    """
    found: dict[int, tuple[Phrase | None, dt.date]] = {}
    if published is None:
        return found
    for phrase in phrases:
        day = _day_until(published[1], phrase) if phrase.rule == "day" else None
        if day and (published[0] - day).days <= _DAYS_TO_PRINT and _heads_report(phrase):
            found[phrase.first] = (phrase, day)
    return found


def _heads_report(phrase: Phrase) -> bool:
    """Tell the day of "KHUJARAY, June 10 -", or one alone above a text, from that of an entry."""
    is_short = phrase.before(2) == "DOT"
    named = phrase.before(2 + is_short) == "NAME"
    has_place = phrase.before() in ("COMMA", "OPEN") and named
    opens = phrase.first < _FIRST_WORDS and _is_alone(phrase)
    return (has_place or opens) and is_dateline(phrase)


def _is_alone(phrase: Phrase) -> bool:
    """Tell a day that has a line to itself."""
    text = phrase.tokens.text
    before = text[max(phrase.start - _LINE_REACH, 0) : phrase.start]
    return bool(_LINE_BEFORE.search(before) and _LINE_AFTER.match(text, phrase.end))


def _day_until(newest: dt.date, phrase: Phrase) -> dt.date | None:
    """Return the last day up to `newest` that a phrase can mean; None where there is none."""
    year, month, day = (
        phrase.meaning("YEAR"),
        phrase.meaning(*MONTH_SYMBOLS),
        phrase.meaning(*DAY_SYMBOLS),
    )
    if not isinstance(month, int) or not isinstance(day, int):
        return None
    years = [year] if isinstance(year, int) else [newest.year, newest.year - 1]
    days = [Moment(Unit.DAY, each, month, day).first_day() for each in years]
    return next((each for each in days if each and each <= newest), None)


def years_of_lists(
    phrases: list[Phrase], published: tuple[dt.date, dt.date] | None
) -> dict[int, int]:
    """Return for the first token of each date in a list the year of that list.

    "JANUARY: Storm strips the roof off. … DECEMBER: Not one brick is laid" looks back on a year:
    the dates go one way, through half a year or more, or begin with the newest. A list of what is
    to come says so above it.
    """
    found: dict[int, int] = {}
    for items in _lists(phrases) if published else ():
        year = _year_of_list(items, published[1]) if published else None
        if year and len(items) >= _FEWEST_ITEMS and _has_weekdays_of(year, items):
            found |= {phrase.first: year for phrase, _ in items}
    return found


def _has_weekdays_of(year: int, items: list[tuple[Phrase, _MonthAndDay]]) -> bool:
    """Tell a list whose days are the weekdays that it says they are."""
    for phrase, (month, day) in items:
        weekday = phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
        named = Moment(Unit.DAY, year, month, day).first_day() if day else None
        if isinstance(weekday, int) and named and named.weekday() != weekday:
            return False
    return True


def _year_of_list(items: list[tuple[Phrase, _MonthAndDay]], published: dt.date) -> int | None:
    dates, today = [date for _, date in items], (published.month, published.day)
    first, last = min(dates), max(dates)
    if is_announced(items[0][0]):
        goes_on = last >= today and today[0] - first[0] <= 1
        return published.year + (first <= today and not goes_on) if dates[0] == first else None
    if last[0] - first[0] < _LONGEST_OUTLOOK and dates[0] == first:
        return None
    return published.year - (last > today)


def _lists(phrases: list[Phrase]) -> Iterator[list[tuple[Phrase, _MonthAndDay]]]:
    """Yield the dates that head entries below or behind one another, all going one way."""
    items: list[tuple[Phrase, _MonthAndDay]] = []
    for phrase in phrases:
        if phrase.has("YEAR") and (phrase.is_in_heading or _heads_entry(phrase)):
            # Whatever follows is of that year, or of years told likewise.
            break
        month, day = phrase.meaning(*MONTH_SYMBOLS), phrase.meaning(*DAY_SYMBOLS) or 0
        if not isinstance(month, int) or not isinstance(day, int) or not _heads_entry(phrase):
            continue
        if verb_of_entry(phrase) in _TO_COME:
            continue
        if items and not _goes_on(items, (month, day)):
            yield items
            items = []
        items.append((phrase, (month, day)))
    if items:
        yield items


def _heads_entry(phrase: Phrase) -> bool:
    """Tell the January of "January: Floods.", of "Jan. 5 | Snow" and of "Harbor (January)"."""
    if (phrase.before(), phrase.after()) == ("OPEN", "CLOSE"):
        return True
    begins = phrase.first == 0 or phrase.before() in _BEFORE_ENTRIES
    return begins and (phrase.after() in _BEHIND_DATES or phrase.word_after() in (":", "|"))


def _goes_on(items: list[tuple[Phrase, _MonthAndDay]], date: _MonthAndDay) -> bool:
    before = [each for _, each in items]
    if len(before) == 1:
        return date != before[0]
    return (date > before[-1]) if before[1] > before[0] else (date < before[-1])


def is_announced(phrase: Phrase) -> bool:
    """Tell a date of a list of what is to come, by its line and the line above it."""
    above, _, line = phrase.text_before(_HEADING_REACH).rpartition("\n")
    heading = above.rstrip().rpartition("\n")[2]
    return _COMING.search(f"{heading}\n{line}") is not None
