"""Which day "Independence Day" is, which depends on the country that a text speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# Month and day, by name and country.
_DAYS = {
    "independence day": {
        "armenia": (9, 21), "belarus": (7, 3), "georgia": (5, 26), "india": (8, 15),
        "kazakhstan": (12, 16), "kyrgyzstan": (8, 31), "moldova": (8, 27), "pakistan": (8, 14),
        "poland": (11, 11), "tajikistan": (9, 9), "turkmenistan": (10, 27), "ukraine": (8, 24),
        "united states": (7, 4), "uzbekistan": (9, 1),
    },
    "republic day": {
        "azerbaijan": (5, 28), "india": (1, 26), "kazakhstan": (10, 25), "turkey": (10, 29),
    },
    "constitution day": {
        "kazakhstan": (8, 30), "kyrgyzstan": (5, 5), "russia": (12, 12), "tajikistan": (11, 6),
        "turkmenistan": (5, 18), "ukraine": (6, 28), "uzbekistan": (12, 8),
    },
}  # fmt: skip
# Turkmenistan has celebrated its independence a month earlier since then.
_EARLIER, _SINCE = (9, 27), 2018
# In any letters, as of telegrams in capitals only the first words of sentences keep theirs.
_COUNTRIES = {
    "armenia": "armenian?", "azerbaijan": "azerbaijani?|azeri", "belarus": "belarus(?:ian)?",
    # Georgia alone may be the American state.
    "georgia": "georgians?|tbilisi", "india": "indian?", "kazakhstan": "kazakh(?:stani?)?s?",
    "kyrgyzstan": "kyrgyz(?:stani?)?|kirgi[zs](?:ia|tan)?",
    "moldova": "moldovan?", "pakistan": "pakistani?", "poland": "(?-i:Poland|Polish)",
    "russia": "russian?", "tajikistan": "taji[kq](?:istani?)?s?",
    "turkey": "(?-i:Turkey|Turkish)", "turkmenistan": "turkmen(?:istan)?s?",
    "ukraine": "ukraine|ukrainian",
    "united states": r"united\sstates|u\.s\.|(?-i:US)|white\shouse"
    r"|(?<!central\s)(?<!latin\s)(?<!south\s)american?",
    "uzbekistan": "uzbek(?:istani?)?s?",
}  # fmt: skip
_COUNTRY = re.compile(
    "|".join(
        rf"(?P<{name.replace(' ', '_')}>(?<![\w-])(?:{forms})(?!\w))"
        for name, forms in _COUNTRIES.items()
    ),
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:['’]s?)?\s")
_OF = re.compile(r"\s(?:of|in)\s(?:the\s)?")
_SENTENCE = re.compile(r"[.?!]['\"’”)\]]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_MOST = 3
"""A country of which a text speaks so many times as often as of all others is meant."""


class _Mentions(NamedTuple):
    """The countries of a text: where their names begin and end, and where sentences end."""

    starts: list[int]
    ends: list[int]
    countries: list[str]
    stops: list[int]

    @property
    def most(self) -> str | None:
        """The country that is named most by far."""
        count = Counter(self.countries)
        most = count.most_common(1)
        return most[0][0] if most and most[0][1] >= _MOST * (count.total() - most[0][1]) else None


def with_country(name: str, phrase: Phrase) -> str:
    """Return a name with its country: "independence day of kazakhstan"; without, if it is open.

    Other names are returned as they are.
    """
    days = _DAYS.get(name)
    country = _country_of(phrase) if days else None
    return f"{name} of {country}" if days and country in days else name


def day_of(name: str, year: int) -> tuple[int, int] | None:
    """Return month and day of a day named by `with_country`, in a year."""
    day, _, country = name.partition(" of ")
    found = _DAYS.get(day, {}).get(country)
    return _EARLIER if found and has_moved(name) and year >= _SINCE else found


def has_moved(name: str) -> bool:
    """Tell a day that is not the same in every year."""
    return name == "independence day of turkmenistan"


def _country_of(phrase: Phrase) -> str | None:
    """Return the country named beside a phrase, alone in its sentence, or most in its text."""
    text, start, end = phrase.tokens.text, phrase.start, phrase.end
    named = _read(text)
    before, behind = bisect_right(named.ends, start) - 1, bisect_left(named.starts, end)
    if before >= 0 and _BESIDE.fullmatch(text, named.ends[before], start):
        return named.countries[before]
    joint = _OF.match(text, end)
    if joint and behind < len(named.starts) and named.starts[behind] == joint.end():
        return named.countries[behind]
    stop = bisect_right(named.stops, start)
    opens, closes = (named.stops[at] for at in (stop - 1, min(stop, len(named.stops) - 1)))
    within = slice(bisect_left(named.starts, opens), bisect_left(named.starts, closes))
    here = set(named.countries[within])
    return here.pop() if len(here) == 1 else named.most


@lru_cache(maxsize=2)
def _read(text: str) -> _Mentions:
    found = [*_COUNTRY.finditer(text)]
    return _Mentions(
        [each.start() for each in found],
        [each.end() for each in found],
        [(each.lastgroup or "").replace("_", " ") for each in found],
        [0, *(stop.end() for stop in _SENTENCE.finditer(text)), len(text)],
    )
