"""The way back from the words of `display` to the date that they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.display import display
from kztimeline.dates.edtf import OPEN, DateError, parse

_END: Final = re.compile(
    r"(?P<about>about )?(?:the )?(?:(?:(?P<day>\d\d?) )?(?P<month>[A-Z][a-z]+) )?"
    r"(?P<year>\d{1,4})(?:s(?P<many>| \(decade\)| \(century\)))?(?P<doubt>\?)?"
)
_OPENED: Final = re.compile(r"(since|until) (.+)")
_LAST_MONTH: Final = re.compile(r"(?:\d+ )?([A-Z][a-z]+ \d+)")
_LAST_YEAR: Final = re.compile(r"\d+$")
_MONTHS: Final = {
    name: number for number, month in enumerate(MONTHS, 1) for name in (month, month[:3])
}


def read_displayed(words: str) -> str:
    """Return the EDTF of a date that `display` wrote in words; nothing for any others."""
    return next((edtf for edtf in _readings(words) if _shown(edtf) == words), "")


def _readings(words: str) -> Iterator[str]:
    """Yield what words may say, of an interval with what its beginning leaves to its end."""
    if opened := _OPENED.fullmatch(words):
        end = _end(opened[2])
        yield f"{end}/{OPEN}" if opened[1] == "since" else f"{OPEN}/{end}"
    yield _end(words)
    start, _, last = words.partition(" to ")
    yield f"{_end(start)}/{_end(last)}"
    start, _, last = words.partition("–")
    for said in (_LAST_MONTH.fullmatch(last), _LAST_YEAR.search(last)):
        if said:
            yield f"{_end(f'{start} {said[said.lastindex or 0]}')}/{_end(last)}"
    yield f"{_end(start)}/{_end(last)}"


def _end(words: str) -> str:
    """Return what an end of a date says; nothing for what is none."""
    match = _END.fullmatch(words)
    if match is None or (match["month"] and match["month"] not in _MONTHS):
        return ""
    year = int(match["year"])
    text = f"{year:04}"
    if match["many"] is not None:
        text = f"{year // 100:02}XX" if "century" in match["many"] else f"{year // 10:03}X"
    if match["month"]:
        text += f"-{_MONTHS[match['month']]:02}"
    if match["day"]:
        text += f"-{int(match['day']):02}"
    both = bool(match["about"]), bool(match["doubt"])
    return text + {(True, True): "%", (True, False): "~", (False, True): "?"}.get(both, "")


def _shown(edtf: str) -> str:
    try:
        return display(parse(edtf))
    except DateError:
        return ""
