"""Advice on text that was meant as a date and is not EDTF.

Apart from `kztimeline.dates.edtf` so that only a faulty date costs the patterns below.
Each date that an advice names has been read by the reader that asks for it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from kztimeline.dates.calendar_names import WEEKDAYS
from kztimeline.dates.figures import FIGURES, either_order, no_reading, two_readings
from kztimeline.dates.wordings import (
    MONTH,
    NOT_FOUR,
    PHRASES,
    Wording,
    after,
    before,
    number_of_month,
)

EXAMPLES = "write a date such as 2012, 2012-02, 2012-02-01, 199X, 2012~ or 2011/2013"
_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’‚‛“”„‟«»", "'") | {"⁄": "/", "∕": "/"}
)
_LONGEST = 60
_DEEPEST = 6  # words and signs around a date, such as "since about 'May 2012'"

Advice: TypeAlias = tuple[str, str]
"""What is wrong, and what to do about it."""

_Rewrite: TypeAlias = Callable[["re.Match[str]", int], "list[str]"]


class _Rule(NamedTuple):
    """Text that matches this has this problem, and is rewritten to these, the likeliest first.

    In the problem the text stands for the first {}, its first group for the second. What they
    would say beyond the text is told by `only_if`.
    """

    pattern: re.Pattern[str]
    problem: str
    rewrite: _Rewrite
    only_if: Callable[[re.Match[str]], str] = lambda _match: ""


def advise(text: str, fault_of: Callable[[str], Advice | None]) -> Advice:
    """Return what is wrong with a text, which is no EDTF date, and what to write.

    Args:
        text: The text.
        fault_of: Returns the same for a text that is nearly a date; None for a date.
    """
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if not text.strip():
        return "the date is empty", EXAMPLES
    if len(text) > _LONGEST:
        return f"'{shown}' is too long for a date", EXAMPLES
    plain = _plain(text)
    rule = next((rule for rule in _RULES if rule.pattern.fullmatch(plain)), None)
    if plain != text:
        problem = _problem_of_characters(text, plain)
    elif rule is not None:
        told = two_readings(plain, shown) or no_reading(plain, shown)
        problem = told or _stated(rule, plain, shown)
    else:
        return f"'{shown}' is not a date", EXAMPLES
    problem, remedy = _remedy(problem, _suggestions(plain, 0), fault_of)
    only_if = _only_if(plain, 0) if remedy.startswith("write ") else ""
    return problem, f"{remedy} if {only_if}" if only_if else remedy


def _stated(rule: _Rule, plain: str, shown: str) -> str:
    """Return the problem of a text that a rule matches, with the text in it or at its end."""
    if "{" not in rule.problem:
        return f"{rule.problem} in '{shown}'"
    match = rule.pattern.fullmatch(plain)
    known = match[1] if match and match.re.groups else ""
    return rule.problem.format(f"'{shown}'", known)


def meant_by(text: str) -> list[str]:
    """Return what a text may mean that is no EDTF date, in EDTF, which need not be a date."""
    return _suggestions(_plain(text), 0) if len(text) <= _LONGEST else []


def _only_if(text: str, depth: int) -> str:
    """Return what has to hold for a suggestion to be true; nothing where it surely is."""
    for rule in _RULES if depth < _DEEPEST and not _EDTF.fullmatch(text) else ():
        if match := rule.pattern.fullmatch(text):
            inner = match[1] if match.re.groups else ""
            return rule.only_if(match) or _only_if(inner or "", depth + 1)
    return ""


def _remedy(
    problem: str, suggestions: list[str], fault_of: Callable[[str], Advice | None]
) -> Advice:
    """Return problem and remedy: what can be read of `suggestions`, or why none can."""
    sound = [text for text in suggestions if fault_of(text) is None]
    if sound:
        return problem, f"write {' or '.join(sound)}"
    faults = [fault for text in suggestions if (fault := fault_of(text))]
    if not faults:
        return problem, EXAMPLES
    reason, remedy = faults[0]
    example = "" if "/" in remedy else ", in a date such as 2012-02-01"
    return f"{problem}, and {reason}", f"{remedy}{example}"


def _plain(text: str) -> str:
    """`text` trimmed, in compatibility characters, with plain hyphens, slashes and quotes."""
    return unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).strip()


def _problem_of_characters(text: str, plain: str) -> str:
    if text.strip() == plain:
        return "there is a space beside the date"
    strange = next((c for c in text.strip() if _plain(c) != c and not c.isspace()), None)
    strange = strange or next((c for c in text.strip() if c.isspace() and c != " "), None)
    # A letter and its accent may each be plain, and only together one letter.
    strange = strange or next(c for c in text if not c.isascii())
    return f"'{strange}' (U+{ord(strange):04X}) does not belong in a date"


def _suggestions(text: str, depth: int) -> list[str]:
    """EDTF for what `text` may mean, the likeliest first; none where that cannot be told."""
    if _EDTF.fullmatch(text):
        return [text]
    for rule in _RULES if depth < _DEEPEST else ():
        if match := rule.pattern.fullmatch(text):
            return list(dict.fromkeys(rule.rewrite(match, depth + 1)))
    return []


def _with_month_name(match: re.Match[str], depth: int) -> list[str]:
    parts = match.groupdict()
    month = number_of_month(parts["month"])
    day = parts.get("before") or parts.get("after")
    return [f"{parts['year']}-{month:02}" + (f"-{int(day):02}" if day else "")]


def _days_with_month_name(match: re.Match[str], depth: int) -> list[str]:
    (first,) = _with_month_name(match, depth)
    return [f"{first}/{first[:8]}{int(match['last']):02}"]


def _padded(match: re.Match[str], depth: int) -> list[str]:
    return ["-".join(part.rjust(2, "0") for part in match.groups() if part)]


def _four_figures(match: re.Match[str], depth: int) -> list[str]:
    return _suggestions(f"{match[1]}0{match[2]}", depth)


def _interval(match: re.Match[str], depth: int) -> list[str]:
    starts, ends = _suggestions(match[1], depth), _suggestions(match[2], depth)
    return [f"{start}/{end}" for start in starts for end in ends if "/" not in start + end]


def _short_interval(match: re.Match[str], depth: int) -> list[str]:
    years = f"{match[1]}/{match[1][:2]}{match[2]}"
    months = f"{match[1]}-{match[2]}"
    return [years, months] if match[2] > match[1][2:] else [months]


def _with(prefix: str, suffix: str) -> _Rewrite:
    """Put `prefix` and `suffix` around what is meant by the first group."""

    def rewrite(match: re.Match[str], depth: int) -> list[str]:
        return [
            f"{prefix}{inner.rstrip(suffix) if len(suffix) == 1 else inner}{suffix}"
            for inner in _suggestions(match[1], depth)
            if not ("/" in inner and (prefix or suffix))
        ]

    return rewrite


def _bounded(edge: Callable[[str], str], prefix: str = "", suffix: str = "") -> _Rewrite:
    """Put what lies before or after what is meant by the first group into an open interval."""

    def rewrite(match: re.Match[str], depth: int) -> list[str]:
        inner = [edge(each) for each in _suggestions(match[1], depth) if "/" not in each]
        return [f"{prefix}{each}{suffix}" for each in inner if each]

    return rewrite


def _fitting_weekday(match: re.Match[str]) -> str:
    """Return what is to be looked at where a day was another day of the week."""
    for text in _suggestions(match["rest"], 1):
        with contextlib.suppress(ValueError):
            weekday = WEEKDAYS[dt.date.fromisoformat(text).weekday()]
            if not weekday.lower().startswith(match["weekday"].lower()[:3]):
                return f"the day is right, which was a {weekday}"
    return ""


def _weekday(match: re.Match[str], depth: int) -> list[str]:
    return _suggestions(match["rest"], depth)


def _from_phrase(phrase: Wording) -> _Rule:
    pattern = re.compile(phrase.pattern, re.ASCII | re.IGNORECASE)
    return _Rule(pattern, phrase.problem, lambda match, _depth: phrase.dates(match), phrase.only_if)


def _qualified_at_the_end(match: re.Match[str], depth: int) -> list[str]:
    qualifiers = {qualifier for qualifier in match[0] if qualifier in "~?%"}
    inner = _suggestions("".join(c for c in match[0] if c not in qualifiers).strip(), depth)
    qualifier = qualifiers.pop() if len(qualifiers) == 1 else "%"
    return [f"{each}{qualifier}" for each in inner if "/" not in each]


def _nothing(match: re.Match[str], depth: int) -> list[str]:
    return []


def _rule(pattern: str, problem: str, rewrite: _Rewrite, only_if: str = "") -> _Rule:
    return _Rule(re.compile(pattern, re.ASCII | re.IGNORECASE), problem, rewrite, lambda _: only_if)


_OPEN = r"(?:open|unknown|present|now|today|ongoing|current|date|the present|\.+)"
_POINT = r"(?:\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX)[~?%]?"
_EDTF = re.compile(rf"{_POINT}(?:/(?:{_POINT}|\.\.))?|\.\./{_POINT}", re.ASCII)

_WEEKDAY = "|".join(f"{day[:3]}(?:{day[3:]})?" for day in WEEKDAYS)
_BEGAN = "it began then and has not ended"
_ENDED = "it ended by then, begun nobody knows when"

_RULES = (
    *map(_from_phrase, PHRASES),
    _Rule(
        re.compile(rf"(?P<weekday>{_WEEKDAY})\.?,? (?P<rest>.+)", re.ASCII | re.IGNORECASE),
        "the day of the week is not written",
        _weekday,
        _fitting_weekday,
    ),
    _rule(
        r"(?:easter|good friday|whit|ascension|pentecost|ramadan|nauryz|thanksgiving).*\d{4}",
        "a feast is not a date",
        _nothing,
    ),
    _rule(
        r"(?:earlier than|sometime before|before|<) ?(?=.*\d)(\S.*)",
        "what came before a date does not hold it",
        _bounded(before, prefix="../"),
        _ENDED,
    ),
    _rule(
        r"(?:later than|sometime after|after|>) ?(\S.*)",
        "what came after a date does not hold it",
        _bounded(after, suffix="/.."),
        _BEGAN,
    ),
    _rule(r"-\d+|Y-?\d+|\d{5,7}|\d{9,}|0{1,3}", NOT_FOUR, _nothing),
    _rule(r"(.*[a-z]{3}[.,]? ?)(\d{3})", NOT_FOUR, _four_figures),
    _rule(r"(?:in|on|at|year|the) (.+)", "a word stands before the date", _with("", "")),
    _rule(
        rf"(?:(?P<before>\d\d?)(?:st|nd|rd|th)?(?: of)?[ -])?{MONTH}"
        r"(?: (?P<after>\d\d?)(?:st|nd|rd|th)?)?(?:,? of)?,?[ -](?P<year>\d{4})",
        "the month is a word",
        _with_month_name,
    ),
    _rule(
        rf"(?P<before>\d\d?) ?- ?(?P<last>\d\d?)(?P<after>) {MONTH} (?P<year>\d{{4}})",
        "the month is a word",
        _days_with_month_name,
    ),
    _rule(
        rf"{MONTH} (?P<after>\d\d?) ?- ?(?P<last>\d\d?),? (?P<year>\d{{4}})",
        "the month is a word",
        _days_with_month_name,
    ),
    _rule(
        rf"(?P<year>\d{{4}})[ ,-]+{MONTH}(?:[ ,-]+(?P<after>\d\d?)(?:st|nd|rd|th)?)?",
        "the month is a word",
        _with_month_name,
    ),
    _rule(FIGURES.pattern, "day, month and year stand in the wrong order", either_order),
    _rule(r"(\d{4})-(\d\d?)(?:-(\d\d?))?", "a month or day is not in two digits", _padded),
    _rule(r"(\d{4})[/.](\d\d?)[/.](\d\d?)", "the parts are not joined by hyphens", _padded),
    _rule(r"(\d{4})(\d\d)(\d\d)", "the hyphens are missing", _padded),
    _rule(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:.*", "there is a time of day", _with("", "")),
    _rule(
        r"(\d{4}(?:-\d\d)?)(?:-[XU]{2})+",
        "leave out what is unknown: {} is {}",
        _with("", ""),
    ),
    _rule(r"(\d{3})(?:0s|[XU])", "the decade is not marked by X", lambda m, _: [f"{m[1]}X"]),
    _rule(
        r"(\d\d)UU|(\d\d)XX", "the century is not marked by XX", lambda m, _: [f"{m[1] or m[2]}XX"]
    ),
    _rule(
        r"(?:about|around|circa|ca?\.?(?![a-z])|approx\.?|approximately|~) ?(.+)",
        "an approximate date is not marked by ~ at its end",
        _with("", "~"),
    ),
    _rule(
        r"(?:since|from|not before|no earlier than) ?(\S.*?)"
        rf"(?: ?(?:/|-|to|until|till) ?{_OPEN}?)?",
        "an open end is written as /..",
        _with("", "/.."),
    ),
    _rule(
        rf"(.+?) ?(?:(?:/|-|\.\.|to|until|till|through) ?{_OPEN}?|\+|onwards?|on)",
        "an open end is written as /..",
        _with("", "/.."),
    ),
    _rule(
        r"(?:until|till|by|up to|to|no later than|not later than|not after"
        rf"|{_OPEN}? ?(?:/|-|\.\.)) ?(\S*[\d?x].*)",
        "an open start is written as ../",
        _with("../", ""),
    ),
    _rule(
        r"['\"\[{(] ?(.+?) ?['\"\]})]", "quotes or brackets stand around the date", _with("", "")
    ),
    _rule(
        r"(\d{4}-\d\d-)(\d\d)/(\d\d)",
        "the second day is cut short",
        lambda m, _: [f"{m[1]}{m[2]}/{m[1]}{m[3]}"],
    ),
    _rule(
        r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[ -](.+)",
        "a part of a date is not written",
        _with("", ""),
    ),
    _rule(r"(\d{4}) ?[-/] ?(\d\d)", "the second year is cut short", _short_interval),
    _rule(
        r"([^/]+?)(?:(?: -|- | - |(?<=\d{4})-(?=\d{4}))|\.\.| to | ?/ ?) ?([^/]+)",
        "two dates need a / between them",
        _interval,
    ),
    _rule(r".*[~?%].*", "a qualifier stands before the end of the date", _qualified_at_the_end),
)
