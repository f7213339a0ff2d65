"""Reads the words that make a date the end of an open interval: "before 1969", "since May"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.signs.positions import is_attributive
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_given_earlier
from kztimeline.documents.extraction.finding.occasions import is_of_occasion, is_of_unforeseen
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.readings import Reading

Side: TypeAlias = Literal["", "since", "until", "after", "before"]

_WORDS: dict[str, Side] = {"SINCE": "since", "BY": "until", "UNTIL": "until"}
_PHRASES = re.compile(
    r"\b(?:(?P<since>(?:not|no|never)\s+(?:before|earlier\s+than|prior\s+to))"
    r"|(?P<until>(?:not|no|never)\s+(?:after|later\s+than)|up\s+(?:to|until|till))"
    r"|(?P<before>before|prior\s+to|earlier\s+than)|(?P<after>after|later\s+than))\s+\Z",
    re.IGNORECASE,
)
# They say on which side it lies, whatever stands before the date: "by 2018 at the earliest".
_AT_BEST = re.compile(
    r"\s*,?\s+at\s+the\s+(?:very\s+)?(?:(?P<since>earliest|soonest)|(?P<until>latest))"
    r"(?=\W*\Z|\s*[^\w\s]|\s+(?:and|as|because|but|for|from|if|in|on|or|to|when|while)\b)",
    re.IGNORECASE,
)
_AT_BEST_BEFORE = re.compile(
    r"\bat\s+the\s+(?:very\s+)?(?:(?P<since>earliest|soonest)|(?P<until>latest))"
    r"(?:,|,?\s+(?:by|in|on))\s+\Z",
    re.IGNORECASE,
)
_SIDES: dict[str, Side] = {
    "": "", "since": "since", "until": "until", "before": "before", "after": "after",
}  # fmt: skip
# "The pre-2003 law" was there before 2003.
_PREFIXES: dict[str, Side] = {"pre-": "before", "post-": "after"}
_REACH = 32
_BEHIND_REACH = 48
_CAN_LIMIT = frozenset({
    "iso", "numeric", "day", "edge_day", "ordinal_day", "month", "quarter", "season", "decade",
    "century", "year", "year_range", "bare_month", "part_month", "which_month", "holiday", "eve",
})  # fmt: skip
# They name a part of a year, so that what is before its late part can lie in the year.
_PARTS = ("EARLY", "LATER", "MID", "EDGE", "PORTION", "LATTER", "ABOUT", "CIRCA")


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """On which side of a date an open interval lies, and where its words begin.

    "since" and "until" take the date in; "after" and "before" leave it out.
    """

    side: Side
    start: int


def open_end_of(phrase: Phrase, reading: Reading, taken: int) -> OpenEnd:
    """Return the open interval that a phrase is the end of.

    Args:
        phrase: What was found.
        reading: What it means.
        taken: Where the phrase before it ends: its words are of that one.
    """
    if not reading.moments:
        return OpenEnd("", phrase.start)
    if side := _side_at_best(phrase, reading):
        opening = phrase.first - (phrase.before() in _WORDS)
        return OpenEnd(side, phrase.tokens.starts[opening])
    told = _told(phrase, reading, taken)
    if told:
        return told
    side = "" if _is_of_doer(phrase) else _WORDS.get(phrase.before(), "")
    if side:
        return OpenEnd(side, phrase.tokens.starts[phrase.first - 1])
    opens = phrase.has("SINCE") or phrase.rule == "open_range"
    return OpenEnd("since" if opens else "", phrase.start)


def _side_at_best(phrase: Phrase, reading: Reading) -> Side:
    """Return the side of "in 2018 at the earliest" and "at the latest, on 3 May"."""
    if reading.kind in ("set", "range"):
        return ""
    match = _AT_BEST.match(phrase.text_after(_BEHIND_REACH))
    match = match or _AT_BEST_BEFORE.search(phrase.text_before(_REACH))
    return _SIDES[match.lastgroup or ""] if match else ""


def _told(phrase: Phrase, reading: Reading, taken: int) -> OpenEnd | None:
    if phrase.rule not in _CAN_LIMIT or reading.kind == "set" or _names_thing(phrase):
        return None
    window = max(phrase.start - _REACH, taken)
    before = phrase.tokens.text[window : phrase.start]
    for prefix, side in _PREFIXES.items():
        if before.lower().endswith(prefix):
            return OpenEnd(side, phrase.start - len(prefix))
    match = None if is_given_earlier(phrase) else _PHRASES.search(before)
    return OpenEnd(_SIDES[match.lastgroup or ""], window + match.start()) if match else None


def _is_of_doer(phrase: Phrase) -> bool:
    """Tell "sparked by Saturday's killing" from "to be done by Saturday's deadline"."""
    by_thing = phrase.before() == "BY" and phrase.after() == "POSSESSIVE"
    return by_thing and verbs.form(phrase.word_before(2)) in verbs.DONE and is_of_unforeseen(phrase)


def _names_thing(phrase: Phrase) -> bool:
    """Tell "before Tuesday's vote" and "after May 2010 elections", which name no limit."""
    return is_attributive(phrase) or _is_of_occasion(phrase)


def _is_of_occasion(phrase: Phrase) -> bool:
    """Tell "after June general elections" and "after May 2010 elections"."""
    named = phrase.after() in ("POSSESSIVE", "NAME", "COUNTED")
    return named or (phrase.after() == "WORD" and is_of_occasion(phrase))


def edge(reading: Reading, phrase: Phrase, side: Side) -> Moment | None:
    """Return the moment that an open interval begins or ends with.

    "Before" and "after" leave out what they name: it begins or ends a unit farther on. None
    where the calendar has none there.
    """
    first, last = reading.moments[0], reading.moments[-1]
    if first.unit is Unit.SEASON and side in ("before", "after"):
        days = first.first_day(), last.last_day()
        first, last = (Moment.of_day(Unit.MONTH, day) if day else first for day in days)
    takes_in = reading.approximate or phrase.has(*_PARTS)
    if side == "before":
        return first if takes_in else first.shifted(-1)
    if side == "after":
        return last if takes_in else last.shifted(1)
    return first if side == "since" else last
