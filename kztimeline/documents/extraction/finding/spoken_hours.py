"""Hours in words: "four in the morning", "10 at night", "three o'clock in the afternoon"."""

from __future__ import annotations

import re

_NAMES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_HOUR = rf"(?:{'|'.join(_NAMES)}|1[0-2]|[1-9])(?:[:.][0-5]\d)?"
_PART = r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
_WORDS_BEFORE = (
    "at", "about", "around", "by", "until", "till", "before", "after", "since", "from",
)  # fmt: skip
_BEFORE = "|".join(rf"(?<=\b{word}\s)" for word in _WORDS_BEFORE)
# Without "o'clock" it can be a number of people: "arrested four in the morning raid".
_OF_DAY = r"(?:this|last|tomorrow|yesterday|(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
SPOKEN_HOUR = (
    rf"(?i:(?:{_BEFORE}){_HOUR}\s{_PART}|\b{_HOUR}\so['’]clock(?:\s{_PART}|(?=\s{_OF_DAY})))"
)
_NOON = 12
# "At two at night" is after midnight, "at ten at night" before it.
_EVENING = 6


def hour_told(text: str) -> str | None:
    """Return the "16:00" of "four in the afternoon"; None for an hour written otherwise."""
    plain, is_told = re.subn(r"\so['’]clock", "", text.lower())
    first, _, rest = plain.partition(" ")
    part = rest.rpartition(" ")[2]
    if part not in ("morning", "afternoon", "evening", "night") and not is_told:
        return None
    name, _, minutes = first.replace(".", ":").partition(":")
    hour = (_NAMES.index(name) + 1 if name in _NAMES else int(name)) % _NOON
    if not hour and part == "night":
        return f"24:{minutes or '00'}"
    is_late = part in ("afternoon", "evening") or (part == "night" and hour >= _EVENING)
    return f"{hour + _NOON * is_late:02}:{minutes or '00'}"
