"""What somebody typed where a date may stand: a date, a text that is none, or other words.

A date is read as it was surely meant, or refused in words. What looks like a date is never
taken for words to look for.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import OPEN, Date, DateError, parse
from kztimeline.dates.typed import early_years, relative
from kztimeline.dates.typed import words as date_words
from kztimeline.dates.typed.absolute import read_absolute
from kztimeline.dates.typed.relative import read_relative
from kztimeline.dates.typed.words import NoDate, ask_which, month_of, weekday_of

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES: Final = "16 dec 2011, dec 2011, 2011, q3 2011, the 1990s or 2011 to 2013"

LONGEST: Final = 60
_SOME_YEAR: Final = 2000
_HYPHENS: Final = str.maketrans("‐‑−", "---")
_ABOUT: Final = re.compile(r"(?:about|around|circa|roughly|approximately|approx\.?|ca?\.|~)\s*(.+)")
_SINCE: Final = re.compile(r"(since|from|after|before|until|till|up to|through)\s+(.+)")
_FROM_TO: Final = re.compile(
    r"(?:(?:from|since)\s+(.+?)\s+(?:to|until|till|through|thru)|between\s+(.+?)\s+and)\s+(.+)"
)
_PARTS: Final = re.compile(
    r"(?:the\s+)?(?:early|mid|middle|late|beginning|start|end)(?:\s+of)?[\s-]+(?:the\s+)?(.+)"
)
_TIME: Final = re.compile(r"[\s,t]+(?:at\s+)?\d{1,2}(?::\d\d){1,2}.*|\s+\d{1,2}\s*[ap]\.?m\.?.*")
_APART: Final = re.compile(
    r"\s+(?:to|until|till|through|thru|and)\s+|\s*(?:\.{2,}|…|[–—/])\s*|\s+-\s+|(?<=\w)-(?=\w)"
)
_DAY: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th)?", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,9})\.?\s*(\d\d?)(?:st|nd|rd|th)?", re.ASCII)
_DAY_AND_YEAR: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th)?(?:[\s,]+(\d{4}))?", re.ASCII)
_BARE_NUMBER_AFTER_MONTH: Final = re.compile(r"([a-z]{3,9})\.?\s*(\d\d)", re.ASCII)
_WORD: Final = re.compile(r"[^\W\d_]+")
_ANCHOR: Final = re.compile(r"\d")
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th", "s", "x", "xx", "q", "h"})
_KNOWN: Final = frozenset(
    {*date_words.EMPTY_WORDS, *date_words.ORDINALS, *date_words.SEASONS, *_ENDINGS}
    | {*relative.UNITS, *(f"{unit}s" for unit in relative.UNITS), *relative.NUMBERS}
    | {*relative.BACK, *relative.ON, "this", "now", "today", "yesterday", "tomorrow"}
    | {"early", "mid", "middle", "late", "beginning", "start", "end", "half", "quarter"}
    | {"about", "around", "circa", "roughly", "approximately", "approx", "c", "ca"}
    | {"since", "from", "until", "till", "up", "to", "through", "thru", "between", "and"}
    | {"century", "centuries", "am", "pm", "at", "t", "z", "utc", "gmt", "ad", "ce", "bc", "bce"}
)


class Typed(NamedTuple):
    """What a text is.

    Attributes:
        date: The date it names, or None.
        note: What else to say of the date, such as what it was counted from.
        refusal: Why it is not a date though it looks like one; empty for other words.
        unfinished: Whether a text that is refused may become a date by typing on.
        in_any_year: The refusal without the year at hand; empty where it does not speak of it.
    """

    date: Date | None = None
    note: str = ""
    refusal: str = ""
    unfinished: bool = False
    in_any_year: str = ""


def read_typed(
    text: str, near: Date | None, today: dt.date, years: range = early_years.NO_YEARS
) -> Typed:
    """Return what a text is where a date may stand.

    Args:
        text: What is typed.
        near: The date at the cursor, from which distances are counted and whose year a
            day or month without one is of; today where it is None.
        today: The day it is.
        years: Those of the timeline, of which one before 1000 may be typed as it is shown.
    """
    phrase = normalized(text)
    if not phrase or len(phrase) > LONGEST:
        return Typed()
    year = next((day.year for day in _days_of(near)), today.year)
    try:
        found = _read(phrase, year, near, today, years)
    except NoDate as error:
        return Typed(None, "", str(error), error.unfinished, error.in_any_year)
    if found.date is None and looks_like_date(phrase):
        told = early_years.four_figures_told(phrase)
        remedy = f"write the year in four figures: {told}" if told else f"write {EXAMPLES}"
        return Typed(refusal=f"“{phrase}” is not a date; {remedy}.", unfinished=True)
    return found


def normalized(text: str) -> str:
    """Return a text in small compatibility letters, its spaces single."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).casefold().split())


def looks_like_date(phrase: str) -> bool:
    """Tell whether every word of a phrase belongs to dates, and something in it dates."""
    words = _WORD.findall(phrase)
    if not all(word in _KNOWN or month_of(word) or weekday_of(word) for word in words):
        return False
    named = any(month_of(w) or weekday_of(w) or w in date_words.SEASONS for w in words)
    return bool(named or _ANCHOR.search(phrase))


def _days_of(date: Date | None) -> Iterator[dt.date]:
    if date is not None:
        yield from (day for day in (date.earliest, date.latest) if day)


def _read(phrase: str, year: int, near: Date | None, today: dt.date, years: range) -> Typed:
    if counted := read_relative(phrase, near, today):
        return Typed(counted.date, counted.origin)
    phrase = early_years.in_four_figures(phrase, years)
    if (match := _TIME.search(phrase)) and _point(phrase[: match.start()], year):
        raise NoDate(f"Leave out the time of day: {phrase[: match.start()]}.")
    if (match := _PARTS.fullmatch(phrase)) and (inner := _point(match[1], year)):
        raise NoDate(f"“{phrase}” has no fixed days; write {display(inner)}, or the days you mean.")
    date = _edtf(phrase) or _interval(phrase, year) or _point(phrase, year)
    return Typed(date, _other_reading(phrase) if date else "")


def _other_reading(phrase: str) -> str:
    """Return how to write the day where two figures after a month are taken for a year."""
    match = _BARE_NUMBER_AFTER_MONTH.fullmatch(phrase)
    if match is None or not month_of(match[1]):
        return ""
    day = f"{int(match[2])} {match[1]}"
    # In a leap year, so that no day is left out.
    return f"{day} is the day" if _plain_or_none(f"{day} 2000") else ""


def _edtf(phrase: str) -> Date | None:
    try:
        return parse(phrase.replace("x", "X"))
    except DateError:
        return None


def _point(phrase: str, year: int) -> Date | None:
    """Return the one date a phrase names, maybe a qualified one."""
    if match := _ABOUT.fullmatch(phrase):
        return _qualified(match[1], year, "~")
    if len(phrase) > 1 and phrase[-1] in "~?":
        return _qualified(phrase[:-1].strip(), year, phrase[-1])
    return _edtf(phrase) or read_absolute(phrase, year)


def _qualified(phrase: str, year: int, sign: str) -> Date | None:
    date = _point(phrase, year)
    if date is None or date.is_interval:
        return None
    return _edtf(f"{date.text}{sign}")


def _interval(phrase: str, year: int) -> Date | None:
    """Return the interval a phrase names by its ends, one of which may be open."""
    if match := _FROM_TO.fullmatch(phrase):
        return _joined(match[1] or match[2], match[3], year)
    if match := _SINCE.fullmatch(phrase):
        return _open(match[1], match[2], year)
    if _is_one_date(phrase, year):
        return None
    found: list[Date] = []
    for match in _APART.finditer(phrase):
        start, end = phrase[: match.start()], phrase[match.end() :]
        date = _joined(start, end, year) if start and end else None
        if date is not None and date not in found:
            found.append(date)
    if len(found) > 1:
        raise ask_which(phrase, display(found[0]), display(found[1]))
    return found[0] if found else None


def is_of_two_ends(text: str) -> bool:
    """Tell whether a text names an interval by its ends, not as 'summer 2011' does."""
    try:
        return _interval(normalized(text), _SOME_YEAR) is not None
    except NoDate:
        return False


def _is_one_date(phrase: str, year: int) -> bool:
    """Tell whether a phrase is, or is refused as, one date: a hyphen in it joins no ends."""
    try:
        return read_absolute(phrase, year) is not None
    except NoDate:
        return True


def _plain_or_none(phrase: str) -> Date | None:
    try:
        return read_absolute(phrase)
    except NoDate:
        return None


def _open(word: str, phrase: str, year: int) -> Date | None:
    date = _point(phrase, year) or _interval_within(phrase, year)
    if date is None:
        return None
    if word in {"since", "from"}:
        return _edtf(f"{_start(date)}/{OPEN}")
    if word == "after":
        return _edtf(f"{_shifted(date.latest, 1)}/{OPEN}") if date.latest else None
    if word == "before":
        return _edtf(f"{OPEN}/{_shifted(date.earliest, -1)}") if date.earliest else None
    return _edtf(f"{OPEN}/{_end(date)}")


def _interval_within(phrase: str, year: int) -> Date | None:
    return None if _SINCE.fullmatch(phrase) else _interval(phrase, year)


def _shifted(day: dt.date, days: int) -> str:
    number = day.toordinal() + days
    if not 1 <= number <= dt.date.max.toordinal():
        raise NoDate("There is no such year.")
    return dt.date.fromordinal(number).isoformat()


def _joined(first: str, second: str, year: int) -> Date | None:
    """Return the interval between two ends, each of which may leave out what the other says."""
    if any(end is not None and end.is_interval for end in map(_edtf, (first, second))):
        # There would be three.
        return None
    ends = _ends(first, second, year)
    if ends is None:
        return None
    start, end = ends
    try:
        return parse(f"{_start(start)}/{_end(end)}")
    except DateError:
        pass
    if start.is_interval or end.is_interval or OPEN in start.text + end.text:
        return None
    raise NoDate(f"{display(end)} comes before {display(start)}; write the earlier date first.")


def _ends(first: str, second: str, year: int) -> tuple[Date, Date] | None:
    """Return the two ends of an interval, or None where one of them is not a date."""
    month_first = _MONTH_FIRST.fullmatch(first)
    rest = _DAY_AND_YEAR.fullmatch(second)
    if month_first and rest and month_of(month_first[1]):
        # december 16 to 18, 2011
        named = int(rest[2]) if rest[2] else year
        days = (f"{int(text)} {month_first[1]} {named}" for text in (month_first[2], rest[1]))
        start, end = (_point(text, named) for text in days)
        return (start, end) if start and end else None
    end = _point(second, year)
    if end is None:
        return None
    if (day := _DAY.fullmatch(first)) and end.day and end.month:
        # 16 to 18 december 2011
        first = f"{int(day[1])} {date_words.MONTH_WORDS[end.month - 1]} {end.year}"
    given = next((day.year for day in _days_of(end)), year)
    start = _point(first, given)
    if start is None:
        return None
    if start.earliest and end.latest and end.latest < start.earliest:
        # december to february 2012: the year before
        start = _point(first, given - 1) or start
    return start, end


def _start(date: Date) -> str:
    return date.text.partition("/")[0]


def _end(date: Date) -> str:
    return date.text.rpartition("/")[2]
