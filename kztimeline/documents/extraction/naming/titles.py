"""Tells names that hold a day or month: the title "Monday Night Quiz", "the July 22 Movement"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

# What can be a title; a date that says its year is one in a title, too.
_NAMED = frozenset({
    "bare_month", "duration", "holiday", "set", "today", "weekday", "which",
})  # fmt: skip
# What goes by a day of the year.
_STREETS = frozenset({
    "avenue", "boulevard", "bridge", "park", "prospect", "square", "stadium", "street",
})  # fmt: skip
_GROUPS = frozenset({
    "alliance", "battalion", "brigade", "brigades", "coalition", "front", "group", "leagues",
    "movement", "organization", "party", "youth",
})  # fmt: skip
# Before a weekday they make a name: "ahead of Patch Tuesday".
_WEEKDAYS_NAMED = frozenset({
    "Bargain", "Casual", "Mad", "Oscar", "Patch", "Selection", "Taco", "Throwback",
})  # fmt: skip
# "Black September" is a name, whatever happened in that month.
_MONTHS_NAMED = frozenset({"Black", "Red"})
# What has a month for its name, and is of a year that everybody knows.
_KNOWN = frozenset({
    "coup", "days", "manifesto", "massacre", "plot", "putsch", "revolution", "theses", "uprising",
})  # fmt: skip
_TITLES = frozenset({"bare_month", "bare_season", "day", "ordinal_day", "season"})
_CALLED = re.compile(
    r"\b(?:albums?|books?|called|comed(?:y|ies)|dramas?|entitled|films?|movies?|musicals?|novels?"
    r"|operas?|plays?|poems?|series|shot|show(?:ing)?|songs?|titled)\b[^.]{0,40}\Z"
)
_CALLED_REACH = 60
_MARKS = frozenset({'"', "“", "”"})
_LONGEST = 6
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
_SHOWS = frozenset({"program", "programme", "show"})


def is_in_title(phrase: Phrase) -> bool:
    """Tell "Monday Night Quiz" in quotation marks, and the "Today" show, from days.

    In "On Monday," and "Yes, Monday," no other word than the first and the day has a capital.
    """
    tokens = phrase.tokens
    words = [tokens.word(at) for at in range(phrase.first, phrase.last)]
    if _is_whole(phrase):
        return True
    if phrase.rule not in _NAMED or not all(map(_is_of_title, words)):
        return False
    if words[0][:1].islower():
        return False
    if phrase.rule == "today" and _SHOWS.intersection(map(phrase.word_after, (1, 2))):
        quoted = phrase.word_after() in ('"', "”", "’", "'")
        return quoted or phrase.after() == "NAME"
    first = _opening(tokens, phrase.first)
    last = _closing(tokens, phrase.last) if first is not None else None
    if first is None or last is None:
        return False
    others = [*range(first + 2, phrase.first), *range(phrase.last, last)]
    return any(
        tokens.symbol(at) == "NAME"
        or (tokens.symbol(at) in ("UNIT", "UNITS") and tokens.word(at)[:1].isupper())
        for at in others
    )


def _is_whole(phrase: Phrase) -> bool:
    """Tell a title that is nothing but a date: "The Fifth of July", "December", "Summer of '42"."""
    tokens = phrase.tokens
    opens = tokens.word(phrase.first - 1) in _MARKS and tokens.word(phrase.first)[:1].isupper()
    closes = tokens.word(phrase.last) in _MARKS and not phrase.has("YEAR")
    if phrase.rule not in _TITLES or not opens or not closes:
        return False
    return _CALLED.search(phrase.text_before(_CALLED_REACH)) is not None


def is_named_by_day(phrase: Phrase) -> bool:
    """Tell "the July 22 Movement", "9 May Square" and "August Bebel Street", which are no dates.

    Nor is "Patch Tuesday".
    """
    if phrase.rule in ("weekday", "which") and phrase.word_at("SHORT_WEEKDAY") == "sun":
        # "The Sun night editor".
        return True
    if phrase.rule == "weekday":
        return phrase.tokens.word(phrase.first - 1) in _WEEKDAYS_NAMED
    if phrase.before() == "OF" and phrase.word_before(2) in _STREETS - {"park"}:
        # "The Street of the Fifth of March".
        return phrase.rule in ("day", "ordinal_day") and not phrase.has("YEAR")
    if phrase.rule == "bare_month" and phrase.tokens.word(phrase.first - 1) in _MONTHS_NAMED:
        return True
    if phrase.rule == "bare_month":
        return phrase.after() == "NAME" and phrase.word_after(2) in _STREETS
    if phrase.rule != "day" or phrase.has("YEAR", "UNIT"):
        return False
    word, written = phrase.word_after(), phrase.tokens.word(phrase.last)
    is_street = phrase.has("THE") and word in _STREETS
    return is_street or (written[:1].isupper() and word in _STREETS | _GROUPS)


def is_known_by_month(phrase: Phrase) -> bool:
    """Tell "the October Revolution", not of the past year, from "the October vote"."""
    written = phrase.tokens.word(phrase.last)
    return phrase.rule == "bare_month" and written.istitle() and written.lower() in _KNOWN


def _opening(tokens: Tokens, first: int) -> int | None:
    """Return where the quotation mark before a row of capitalized words stands."""
    for at in range(first - 1, max(first - 1 - _LONGEST, -1), -1):
        word = tokens.word(at)
        opens = tokens.text[tokens.starts[at] - 1 : tokens.starts[at]] in ("", " ", "\n", "(")
        if word in ("“", "‘") or (word in ('"', "'", "`") and opens):
            return at
        if not _is_of_title(word):
            return None
    return None


def _closing(tokens: Tokens, last: int) -> int | None:
    """Return where that row ends, before the mark or the comma that stands within it."""
    for at in range(last, min(last + _LONGEST, len(tokens.starts))):
        word, following = tokens.word(at), tokens.word(at + 1)
        is_letter = tokens.text[tokens.ends[at] : tokens.ends[at] + 1].isalpha()
        inside = word in (",", ".") and following in ('"', "”")
        if inside or (word in ('"', "”", "’", "'") and not is_letter):
            return at
        if not _is_of_title(word):
            return None
    return None


def _is_of_title(word: str) -> bool:
    return word[:1].isupper() or word.lower() in _SMALL or word.isdecimal()
