"""Which day "Independence Day" is, which depends on the country that a text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

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
_COUNTRIES = {
    "armenia": "Armenian?", "azerbaijan": "Azerbaijan[i']?|Azeri", "belarus": "Belarus(?:ian)?",
    "georgia": "Georgian?", "india": "Indian?", "kazakhstan": "Kazakh(?:stani?)?s?",
    "kyrgyzstan": "Kyrgyz(?:stani?)?|Kyrgyz Republic|Kirgi[zs](?:ia|tan)?",
    "moldova": "Moldovan?", "pakistan": "Pakistani?", "poland": "Poland|Polish",
    "russia": "Russian?", "tajikistan": "Taji[kq](?:istani?)?s?", "turkey": "Turkey|Turkish",
    "turkmenistan": "Turkmen(?:istan)?s?", "ukraine": "Ukraine|Ukrainian",
    "united states": r"United\sStates|U\.S\.|US|American?|White\sHouse",
    "uzbekistan": "Uzbek(?:istani?)?s?",
}  # fmt: skip
_COUNTRY = re.compile(
    "|".join(
        rf"(?P<{name.replace(' ', '_')}>(?<![\w-])(?:{forms})(?!\w))"
        for name, forms in _COUNTRIES.items()
    )
)
_BESIDE = re.compile(r"(?:['’]s?)?\s\Z")
_OF = re.compile(r"\s(?:of|in)\s(?:the\s)?")
_SENTENCE = re.compile(r"[.?!]['\"’”)\]]*\s+(?=[A-Z\"“‘(])|\n\s*\n")
_MOST = 3
"""A country of which a text speaks so many times as often as of all others is meant."""


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
    named = [(found.start(), found.end(), _name(found)) for found in _COUNTRY.finditer(text)]
    joint = _OF.match(text, end)
    for first, last, country in named:
        if (joint and first == joint.end()) or (
            last < start and _BESIDE.fullmatch(text, last, start)
        ):
            return country
    stops = [0, *(stop.end() for stop in _SENTENCE.finditer(text)), len(text)]
    opens = max(stop for stop in stops if stop <= start)
    closes = min(stop for stop in stops if stop >= end)
    here = {country for first, _last, country in named if opens <= first < closes}
    if len(here) == 1:
        return here.pop()
    count = Counter(country for _first, _last, country in named)
    for country, times in count.most_common(1):
        if times >= _MOST * (count.total() - times):
            return country
    return None


def _name(found: re.Match[str]) -> str:
    return (found.lastgroup or "").replace("_", " ")
