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
_OF_DAY = (
    r"(?:tonight|this|that|last|tomorrow|yesterday|(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\b"
)
SPOKEN_HOUR = (
    rf"(?i:(?:{_BEFORE}){_HOUR}\s{_PART}|\b{_HOUR}\so['’]clock(?:\s{_PART}|(?=\s{_OF_DAY})))"
)
_NOON = ("noon", "midday")
_HALF_A_DAY = 12
_FIRST_OF_NIGHT = 5
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def hour_told(text: str) -> str | None:
    """Return the "16:00" of "four in the afternoon", 12:00 of "Noon:"; None for other writings.

    "At two at night" is early on the day told, but "at twelve" ends it.
    """
    if text.lower() in _NOON:
        return "12:00"
    plain, is_told = re.subn(r"\so['’]clock", "", text.lower())
    first, _, rest = plain.partition(" ")
    part = rest.rpartition(" ")[2]
    if part not in _PARTS and not is_told:
        return None
    name, _, minutes = first.replace(".", ":").partition(":")
    hour = _NAMES.index(name) + 1 if name in _NAMES else int(name)
    of_day = hour_in_part(hour % _HALF_A_DAY, _PARTS.get(part))
    is_early = of_day > 2 * _HALF_A_DAY
    return f"{hour if is_early else of_day:02}:{minutes or '00'}"


def hour_in_part(hour: int, part: object) -> int:
    """Return the 20 of "8 on Monday evening"; the 2 of "2 on Monday night" is its 26.

    Args:
        hour: As it is told, of 12 or of 24.
        part: The part of the day as TIMEX3 has it, such as TEV, or None.
    """
    if hour > _HALF_A_DAY or part not in _PARTS.values():
        return hour
    hour %= _HALF_A_DAY
    if part == "TNI":
        return hour + (1 if hour >= _FIRST_OF_NIGHT else 2) * _HALF_A_DAY
    return hour + _HALF_A_DAY * (part != "TMO")
