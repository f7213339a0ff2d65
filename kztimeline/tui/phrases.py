"""A date that somebody types in words, understood as far as the words go."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from kztimeline.dates import Date, DateError, parse

_TIME_WORDS: Final = re.compile(
    r"\d{4}|\d[./-]\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(today|yesterday|tomorrow|ago|last|next|this"
    r"|before|later|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_DECADE: Final = re.compile(r"(?:the )?(\d{3})0s", re.IGNORECASE)


def read_date(phrase: str, today: dt.date) -> Date | None:
    """Return the date a phrase names, at the precision it names it, or None for no date.

    EDTF is read as such; then English words, relative ones counted from `today`.
    The first phrase in words loads a library, which takes a noticeable time.
    """
    phrase = phrase.strip()
    try:
        return parse(phrase)
    except DateError:
        pass
    if decade := _DECADE.fullmatch(phrase):
        return parse(f"{decade[1]}X")
    # The library takes words such as "we" and "one" for dates.
    return _read_words(phrase, today) if _TIME_WORDS.search(phrase) else None


def _read_words(phrase: str, today: dt.date) -> Date | None:
    from dateparser.date import DateDataParser

    base = dt.datetime.combine(today, dt.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DAY_OF_MONTH": "first"}
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
    if found.date_obj is None:
        return None
    form = {"year": "%Y", "month": "%Y-%m"}.get(found.period, "%Y-%m-%d")
    return parse(found.date_obj.strftime(form).zfill(4))
