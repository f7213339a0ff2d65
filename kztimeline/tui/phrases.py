"""A date that somebody types in words, understood as far as the words go."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from kztimeline.dates import Date, parse
from kztimeline.tui.plain_dates import read_plain

_TIME_WORDS: Final = re.compile(
    r"\d{4}|\d[./-]\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(today|yesterday|tomorrow|ago|last|next|this"
    r"|before|later|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


def read_date(phrase: str, today: dt.date) -> Date | None:
    """Return the date a phrase names, at the precision it names it, or None for no date.

    Plain dates are read as such; then English words, relative ones counted from `today`.
    The first phrase in words loads a library, which takes a noticeable time; see `load`.
    """
    plain = read_plain(phrase, today.year)
    # The library takes words such as "we" and "one" for dates.
    if plain is None and _TIME_WORDS.search(phrase):
        return _read_words(phrase.strip(), today)
    return plain


def load() -> None:
    """Load the library and have it read once, so that the next phrase does not wait for it."""
    _read_words("last month", dt.date(2000, 1, 1))


def _read_words(phrase: str, today: dt.date) -> Date | None:
    from dateparser.date import DateDataParser

    base = dt.datetime.combine(today, dt.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first"}
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
    if found.date_obj is None:
        return None
    form = {"year": "%Y", "month": "%Y-%m"}.get(found.period, "%Y-%m-%d")
    return parse(found.date_obj.strftime(form).zfill(4))
