"""Finds the stamps of live coverage: the hours that its notes begin with, as in "7.10am Good"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_ZONE = r"(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T|IST|JST|HKT|SGT|MSK|AE[SD]T|(?i:local\stime))\b"
_STAMP = re.compile(
    r"^[ \t#*_>•·\[(–—-]*+(?P<figures>(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?"
    r"|(?P<noon>(?i:noon|midday))(?=[*_\])]*[ \t]*[:|–—-]))"
    r"(?!\d|[:.]\d)(?:[ ]?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    rf"(?P<zone>[ ]{_ZONE})?(?P<mark>[*_\])]*(?:[ \t]*(?:[:|–—-]+|\.(?=\s))[*_]*(?=\s)|(?=\s)|\Z))",
    re.MULTILINE,
)
# What goes on as here is no note: "7 p.m. Monday", "9 a.m. to 5 p.m.", "8.15 metres".
_GOES_ON = re.compile(
    r"[ \t]*(?:(?P<plain>(?!noon\b|midnight\b|to\b|and\b)[a-z])|[a-z&%€£$\d]|[-–—][ \t]*\d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Jan|Feb|Mar(?:ch|\b)|Apr|May\s\d|June?\b"
    r"|July?\b|Aug|Sept?|Oct|Nov|Dec)"
)
# A line that says of which day the notes below it are, whose hours begin anew.
_DAY_LINE = re.compile(
    r"^[ \t#*_=–—-]*(?:(?i:day|mon|tues|wednes|thurs|fri|satur|sun)|(?:\d{1,2}[ ])?"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec))[^\n.!?]{0,30}$",
    re.MULTILINE,
)
_OF_PROSE = re.compile(r"\b[a-z]+\b")
_SENTENCE_END = re.compile(r"[\w%)][.!?]['\"”’)\]]*(?:\s|\Z)")
_NOTE_REACH = 500
_FEWEST_WORDS = 2
_FEWEST, _FEWEST_BARE = 2, 3
_LEAST_OF_PROSE = 2 / 3
_NOON = 12
_HALF_A_DAY, _DAY = 12 * 60, 24 * 60


@dataclass(frozen=True, slots=True)
class _HourStamp:
    """An hour at the head of a line, in minutes, and where its note begins."""

    start: int
    line: int
    minutes: int
    is_bare: bool
    end: int


def stamps_in(text: str) -> dict[int, int]:
    """Return the offsets of the hours that notes begin with, and the minutes of the day of each.

    They go one way, and midnight can lie between two. Figures without "am" or "pm" can be numbers
    of sections, scores and results as well: those of notes are several, have sentences behind
    them, and leave more than a minute between each other.
    """
    found = [stamp for match in _STAMP.finditer(text) if (stamp := _stamp(match)) is not None]
    fewest = _FEWEST_BARE if any(stamp.is_bare for stamp in found) else _FEWEST
    if len(found) < fewest or not _go_one_way(found, text) or _are_numbers(found):
        return {}
    ends = [stamp.line for stamp in found[1:]] + [len(text)]
    told = sum(_is_told(text, stamp, end) for stamp, end in zip(found, ends, strict=True))
    if told < _LEAST_OF_PROSE * len(found):
        return {}
    return {stamp.start: stamp.minutes for stamp in found}


def _stamp(match: re.Match[str]) -> _HourStamp | None:
    hour, minute, half = int(match["hour"] or _NOON), match["minute"], match["half"]
    half = "p" if match["noon"] else half
    if not (1 <= hour <= _HALF_A_DAY // 60 if half else hour < _DAY // 60 and minute):
        return None
    goes_on = _GOES_ON.match(match.string, match.end())
    is_marked = bool(match["mark"].strip("*_]) \t."))
    if goes_on and not (is_marked and goes_on["plain"]):
        return None
    hours = hour % 12 + 12 * (half in "Pp") if half else hour
    minutes = 60 * hours + int(minute or 0)
    is_bare = half is None and match["zone"] is None
    return _HourStamp(match.start("figures"), match.start(), minutes, is_bare, match.end())


def _go_one_way(found: list[_HourStamp], text: str) -> bool:
    """Tell hours that only rise or only fall within a day, but for one midnight."""
    steps = [
        other.minutes - one.minutes
        for one, other in pairwise(found)
        if not _DAY_LINE.search(text, one.end, other.line)
    ]
    sign = 1 if sum(step > 0 for step in steps) * 2 >= len(steps) else -1
    against = [step for step in steps if step * sign < 0]
    is_midnight = all(-step * sign >= _HALF_A_DAY for step in against)
    return any(steps) and len(against) <= 1 and is_midnight


def _are_numbers(found: list[_HourStamp]) -> bool:
    """Tell bare figures that count one after another, as in "10.15", "10.16" and "11.01"."""
    if not any(stamp.is_bare for stamp in found):
        return False
    pairs = [(one.minutes, other.minutes) for one, other in pairwise(found)]
    counted = sum(
        other - one == 1 or (other // 60 == one // 60 + 1 and other % 60 <= 1)
        for one, other in pairs
    )
    return 2 * counted >= len(pairs)


def _is_told(text: str, stamp: _HourStamp, end: int) -> bool:
    """Tell whether what stands behind a stamp is prose."""
    note = text[stamp.end : min(end, stamp.end + _NOTE_REACH)]
    words = len(_OF_PROSE.findall(note))
    return words >= _FEWEST_WORDS and _SENTENCE_END.search(note) is not None
