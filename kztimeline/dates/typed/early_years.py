"""Years before 1000 as they are typed, by fewer figures than four, and years before the first.

Two figures behind a month mean a year of our time, but where a timeline goes back to the
year that they name: there that is meant, or both may be, and which of them is asked.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.dates.typed.words import NoDate, full_year, month_of, weekday_of

NO_YEARS: Final = range(0)
"""The years of no timeline."""

EVERY_YEAR: Final = range(1, 1000)
"""All years of fewer than four figures."""

_JOINING: Final = "to|until|till|through|thru|and"
_LEADING: Final = (
    rf"{_JOINING}|between|since|from|after|before|about|around|circa|roughly|ca?\.?|in|year"
)
_ALONE: Final = re.compile(
    rf"(?P<before>^|\.\.|…|~|\b(?:{_LEADING})\s+)(?P<year>\d{{1,3}})"
    rf"(?=[~?]?(?:$|\s*\.\.|…|\s+(?:{_JOINING})\b))",
    re.ASCII,
)
_THREE_FIGURES: Final = re.compile(
    r"(?P<before>[a-z]['’.,]?\s*|^)(?P<year>\d{3})(?=[~?]?(?:$|\s|\.\.|…))", re.ASCII
)
_BEHIND_WORD: Final = re.compile(
    r"(?P<before>[a-z][.,]?\s*|\b[qh][1-4]\s+)(?P<year>\d\d)(?=[~?]?$)", re.ASCII
)
_BEHIND_DAY: Final = re.compile(
    r"(?P<before>\d(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+)(?P<year>\d)(?=[~?]?$)", re.ASCII
)
_DECADE: Final = re.compile(r"(?P<before>\b)(?P<year>\d{1,2}0)(?=['’]?s\b)", re.ASCII)
_WORD: Final = re.compile(r"[a-z]+")
_AD: Final = r"(?:a\.?d|c\.?e)\.?"
_OF_OUR_ERA: Final = re.compile(
    rf"{_AD}\s*(?P<first>\d{{1,4}})|(?P<before>.*?)(?P<last>\d{{1,4}})\s*{_AD}", re.ASCII
)
_CENTURY_OF_OUR_ERA: Final = re.compile(rf"(.*\bcentury)\s+{_AD}", re.ASCII)
_BC: Final = r"b\.?\s?c\.?(?:\s?e\.?)?"
_BEFORE_OUR_ERA: Final = re.compile(
    rf".*\d(?:.*\s)?(?:{_BC}|before christ)|{_BC}\s*\d+|-\d+(?:-\d\d?)*", re.ASCII
)


def in_four_figures(phrase: str, years: range) -> str:
    """Return a phrase with the years in it that are surely before 1000 in four figures.

    Args:
        phrase: What is typed, in small letters.
        years: The years of the timeline, of which one may be typed as its headings say it.

    Raises:
        NoDate: the year is before the first, or may be one of two.
    """
    if _BEFORE_OUR_ERA.fullmatch(phrase):
        raise NoDate(f"“{phrase}” is before the year 1; dates run from the year 1 to 9999.")
    if match := _CENTURY_OF_OUR_ERA.fullmatch(phrase):
        return match[1]
    if match := _OF_OUR_ERA.fullmatch(phrase):
        return f"{match['before'] or ''}{int(match['first'] or match['last']):04}"
    if not years or years[0] > EVERY_YEAR[-1]:
        return phrase
    dated = any(month_of(word) or weekday_of(word) for word in _WORD.findall(phrase))
    for shape in (_THREE_FIGURES, _BEHIND_DAY, *(() if dated else (_ALONE,))):
        phrase = shape.sub(lambda match: _padded(match, years), phrase)
    for shape in (_DECADE, _BEHIND_WORD):
        if (match := shape.search(phrase)) and int(match["year"]) in years:
            _ask_between(phrase, match, years)
            phrase = shape.sub(lambda match: _padded(match, years), phrase)
    return phrase


def _padded(match: re.Match[str], years: range) -> str:
    known = int(match["year"]) in years
    return f"{match['before']}{match['year'].zfill(4)}" if known else match[0]


def _ask_between(phrase: str, match: re.Match[str], years: range) -> None:
    """Raise NoDate where two figures may name a year of our time as well as an early one."""
    figures = match["year"]
    if len(figures) == 2 and full_year(figures) in years:
        early, late = (
            f"{phrase[: match.start('year')]}{year:04}{phrase[match.end('year') :]}"
            for year in (int(figures), full_year(figures))
        )
        raise NoDate(f"{phrase}: {early} or {late}? Write one of the two.")


def four_figures_told(phrase: str) -> str:
    """Return how to write a phrase whose year lacks figures; nothing where it does not."""
    try:
        written = in_four_figures(phrase, EVERY_YEAR)
    except NoDate:
        return ""
    if written == phrase:
        return ""
    late = f" or {full_year(phrase)}" if re.fullmatch(r"\d\d", phrase, re.ASCII) else ""
    return f"{written}{late}"
