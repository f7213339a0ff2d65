"""Bulletins: dated notes below one another, the newest first, each written on its own day.

"Yesterday" in such a note counts from the day above it, not from that of the whole. A chronicle,
which begins with what was first, is written in one go.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# The newest note is of the day of publication, or nearly.
_DAYS_TO_POST = 3
# Between two notes of which the older says no year lies less than half of one.
_LONGEST_SILENCE = 183
_FEWEST_NOTES = 2
_LINE_BEFORE = re.compile(r"(?:^|\n)[ \t#*•-]*\Z")
_LINE_AFTER = re.compile(r"[ \t.:*#]*(?:\n|\Z)")
_LINE_REACH = 8


def days_of_notes(
    phrases: list[Phrase], published: tuple[dt.date, dt.date] | None
) -> dict[int, tuple[Phrase, dt.date]]:
    """Return for the first token of each day that heads a note that phrase and its date.

    Empty where the text is no bulletin: where its days do not go back from publication.
    """
    headings = [phrase for phrase in phrases if phrase.rule == "day" and _is_alone(phrase)]
    if published is None or len(headings) < _FEWEST_NOTES:
        return {}
    found: dict[int, tuple[Phrase, dt.date]] = {}
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
