"""Tells the date that a text or an entry of it begins with: "ASTANA, March 22 (Reuters) -"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.tokens import CODES

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

_DATELINE = 12
_LONGEST_PLACE, _OF_PLACES = 8, frozenset({"NAME", "COMMA", "DOT"})
_BEFORE_REPORTS = frozenset({"HYPHEN", "DASH", "OPEN"})
_AFTER_DATELINE = _BEFORE_REPORTS | {"BREAK", "OTHER", "STOP"}


def is_dateline(phrase: Phrase) -> bool:
    """Tell the date of "ASTANA, March 22 (Reuters) -" and of "Posted: March 22"."""
    before, after = phrase.before(), phrase.after()
    opens = phrase.first < _DATELINE or "BREAK" in (phrase.before(2), phrase.before(3))
    opens = opens or (after in _BEFORE_REPORTS and _stands_behind_place(phrase))
    in_brackets = (before, after) == ("OPEN", "CLOSE") and phrase.before(3) in ("BREAK", "STOP")
    if in_brackets and phrase.before(2) == "NAME" and phrase.after(2) in ("HYPHEN", "DASH"):
        return True
    has_bullet = before == "OTHER" and (phrase.first == 1 or phrase.before(2) == "BREAK")
    begins = phrase.first == 0 or before == "BREAK" or has_bullet
    if phrase.rule == "bare_month" and after == "BREAK":
        return False
    if begins and (after in ("HYPHEN", "DASH", "STOP", "DOT") or phrase.word_after() == ":"):
        return False
    line = phrase.tokens.codes[max(phrase.first - _DATELINE, 0) : phrase.first]
    if CODES["YEAR"] in line.rpartition(CODES["BREAK"])[2]:
        return False
    return opens and before in ("COMMA", "OTHER", "BREAK", "STOP") and after in _AFTER_DATELINE


def _stands_behind_place(phrase: Phrase) -> bool:
    """Tell the day of "BREAK SAN SALVADOR, El Salvador, June 5", where a line begins with names."""
    at = phrase.first - 2
    while phrase.first - at < _LONGEST_PLACE and phrase.tokens.symbol(at) in _OF_PLACES:
        at -= 1
    return "BREAK" in (phrase.tokens.symbol(at), phrase.tokens.symbol(at - 1))


def is_year_of_dateline(tokens: Tokens, at: int) -> bool:
    """Tell the year of "WARSAW, 15 May 2013 (AP) – The mission opened", which tells no story.

    "15 May 2013 – The mission opened" can be an entry of a chronicle.
    """
    first = at
    while tokens.symbol(first - 1) not in ("BREAK", "STOP") and at - first < _DATELINE:
        first -= 1
    in_brackets = tokens.symbol(at + 1) == "OPEN" and tokens.symbol(at + 3) == "CLOSE"
    behind = at + (4 if in_brackets else 1)
    has_place = tokens.symbol(first) == "NAME" and "COMMA" in map(tokens.symbol, range(first, at))
    return has_place and tokens.symbol(behind) in ("DASH", "HYPHEN")


def _closes_aside(phrase: Phrase) -> bool:
    """Tell the day of "is due -- somewhere in the west -- on Friday" from a bullet."""
    is_dash = phrase.before() == "HYPHEN" and phrase.before(2) not in ("BREAK", "STOP", "")
    return is_dash and phrase.has("WEEKDAY") and phrase.first > 1


def is_entry(phrase: Phrase) -> bool:
    """Tell the day that a line of a chronicle begins with: "June 10: the capital is opened"."""
    begins = phrase.before() in ("BREAK", "STOP", "OTHER", "HYPHEN") or phrase.first == 0
    begins = begins and not phrase.has("DIRECTION") and not _closes_aside(phrase)
    opens_line = phrase.before() == "BREAK" or (phrase.before() == "STOP" and phrase.begins_line)
    if opens_line and phrase.tokens.word(phrase.last)[:1].isupper():
        return True
    if phrase.after() in ("DASH", "HYPHEN") or phrase.word_after() == ":":
        return begins
    if phrase.rule == "bare_month" and phrase.after() == "BREAK":
        return opens_line
    return begins and phrase.after() in ("STOP", "DOT")
