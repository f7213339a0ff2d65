"""Advice on text that was meant as a date and is not EDTF.

Apart from `kztimeline.dates` so that only a faulty date costs the patterns below.
A suggestion is EDTF in form; whether its day exists is for whoever reads it to see.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

_EXAMPLES = "write a date such as 2012, 2012-02, 2012-02-01, 199X, 2012~ or 2011/2013"
_MONTH_STARTS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LONGEST = 60

_Rewrite: TypeAlias = Callable[[re.Match[str]], str | None]


class _Rule(NamedTuple):
    """Text of this form has this problem, and is rewritten to this (None: no idea)."""

    form: re.Pattern[str]
    problem: str
    rewrite: _Rewrite


def advise(text: str) -> tuple[str, str]:
    """Return what is wrong with `text`, which is no EDTF date, and what to write."""
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if not text.strip():
        return "the date is empty", _EXAMPLES
    if len(text) > _LONGEST:
        return f"'{shown}' is too long for a date", _EXAMPLES
    plain = _plain(text)
    if plain != text:
        return _advice_on_characters(text, plain)
    for rule in _RULES:
        if match := rule.form.fullmatch(plain):
            suggestion = rule.rewrite(match)
            remedy = f"write {suggestion}" if suggestion else _EXAMPLES
            return f"{rule.problem} in '{shown}'", remedy
    return f"'{shown}' is not a date", _EXAMPLES


def _plain(text: str) -> str:
    """`text` trimmed, in compatibility characters, with hyphens for dashes."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def _advice_on_characters(text: str, plain: str) -> tuple[str, str]:
    remedy = f"write {_suggestion(plain)}" if _suggestion(plain) else _EXAMPLES
    if text.strip() == plain:
        return "there is a space beside the date", remedy
    strange = next((c for c in text.strip() if _plain(c) != c), None)
    # A letter and its accent may each be plain, and only together one letter.
    strange = strange or next(c for c in text if not c.isascii())
    return f"'{strange}' (U+{ord(strange):04X}) does not belong in a date", remedy


def _suggestion(text: str) -> str | None:
    """EDTF for `text` if it can be told what is meant."""
    if _EDTF.fullmatch(text):
        return text
    for rule in _RULES:
        if match := rule.form.fullmatch(text):
            return rule.rewrite(match)
    return None


def _with_month_name(match: re.Match[str]) -> str:
    month = _MONTH_STARTS.index(match["month"][:3].lower()) + 1
    day = match["before"] or match["after"]
    return f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _days_with_month_name(match: re.Match[str]) -> str:
    month = _with_month_name(match)
    return f"{month}/{month[:8]}{int(match['last']):02}"


def _either_order(match: re.Match[str]) -> str | None:
    first, second, year = int(match[1]), int(match[2]), match[3]
    days_and_months = dict.fromkeys([(second, first), (first, second)])
    readings = [
        f"{year}-{month:02}-{day:02}"
        for month, day in days_and_months
        if 1 <= month <= 12 and 1 <= day <= 31
    ]
    return " or ".join(readings) or None


def _padded(match: re.Match[str]) -> str:
    return "-".join(part.rjust(2, "0") for part in match.groups() if part)


def _interval(match: re.Match[str]) -> str | None:
    start, end = _suggestion(match[1]), _suggestion(match[2])
    return f"{start}/{end}" if start and end else None


def _short_interval(match: re.Match[str]) -> str:
    return f"{match[1]}/{match[1][:2]}{match[2]}"


def _with(prefix: str, suffix: str) -> _Rewrite:
    """Put `prefix` and `suffix` around what is meant by the first group."""

    def rewrite(match: re.Match[str]) -> str | None:
        inner = _suggestion(match[1])
        if inner is None or " or " in inner or ("/" in inner and "/" in prefix + suffix):
            return None
        return f"{prefix}{inner.rstrip(suffix) if len(suffix) == 1 else inner}{suffix}"

    return rewrite


def _qualified_at_the_end(match: re.Match[str]) -> str | None:
    marks = {mark for mark in match[0] if mark in "~?%"}
    inner = _suggestion("".join(c for c in match[0] if c not in marks))
    if inner is None or "/" in inner:
        return None
    return inner + (marks.pop() if len(marks) == 1 else "%")


def _rule(form: str, problem: str, rewrite: _Rewrite) -> _Rule:
    return _Rule(re.compile(form, re.ASCII | re.IGNORECASE), problem, rewrite)


_POINT = r"(?:\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX)[~?%]?"
_EDTF = re.compile(rf"{_POINT}(?:/(?:{_POINT}|\.\.))?|\.\./{_POINT}", re.ASCII)

_RULES = (
    _rule(
        rf"(?:(?P<before>\d\d?)(?:st|nd|rd|th)? )?{_MONTH}"
        r"(?: (?P<after>\d\d?)(?:st|nd|rd|th)?)?,? (?P<year>\d{4})",
        "the month is a word",
        _with_month_name,
    ),
    _rule(
        rf"(?P<before>\d\d?) ?- ?(?P<last>\d\d?)(?P<after>) {_MONTH} (?P<year>\d{{4}})",
        "the month is a word",
        _days_with_month_name,
    ),
    _rule(
        r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})",
        "day, month and year stand in the wrong order",
        _either_order,
    ),
    _rule(r"(\d{4})-(\d\d?)(?:-(\d\d?))?", "a month or day is not in two digits", _padded),
    _rule(r"(\d{4})[/.](\d\d?)[/.](\d\d?)", "the parts are not joined by hyphens", _padded),
    _rule(r"(\d{4})(\d\d)(\d\d)", "the hyphens are missing", _padded),
    _rule(r"(\d{4}-\d\d-\d\d)[T ].*", "there is a time of day", _with("", "")),
    _rule(
        r"(\d{4}(?:-\d\d)?)(?:-[XU]{2})+",
        "an unknown month or day is written out",
        _with("", ""),
    ),
    _rule(r"(\d{3})(?:0s|[XU])", "the decade is not marked by X", lambda m: f"{m[1]}X"),
    _rule(r"(\d\d)UU|(\d\d)XX", "the century is not marked by XX", lambda m: f"{m[1] or m[2]}XX"),
    _rule(
        r"(?:about|around|circa|ca?\.?|approx\.?|approximately|~) ?(.+)",
        "an approximate date is not marked by ~ at its end",
        _with("", "~"),
    ),
    _rule(r"(?:since|from|after|>) ?(\S.*)", "an open end is not written ..", _with("", "/..")),
    _rule(r"(.+?)(?:/|/open|/unknown|-)", "an open end is not written ..", _with("", "/..")),
    _rule(
        r"(?:until|till|before|to|<|/) ?(\S.*)", "an open start is not written ..", _with("../", "")
    ),
    _rule(
        r"(\d{4}-\d\d-)(\d\d)/(\d\d)",
        "the second day is cut short",
        lambda m: f"{m[1]}{m[2]}/{m[1]}{m[3]}",
    ),
    _rule(r"(?:early|mid|late)[ -](.+)", "a part of a date has no sign in EDTF", _with("", "")),
    _rule(r"(\d{4}) ?[-/] ?(\d\d)", "the second year is cut short", _short_interval),
    _rule(
        r"([^/]+?)(?:(?: -|- | - |(?<=\d{4})-(?=\d{4}))|\.\.| to | ?/ ?) ?([^/]+)",
        "the ends of an interval are not joined by /",
        _interval,
    ),
    _rule(r".*[~?%].*", "a qualifier stands before the end of the date", _qualified_at_the_end),
    _rule(r"-\d+|Y-?\d+|\d{5,}|\d{1,3}", "the year is not in four digits", lambda _: None),
)
