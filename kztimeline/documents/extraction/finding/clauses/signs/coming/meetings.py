"""Tells the day on which what stands right before it is held: "the agenda for a summit on May 3".

What is held has a day of its own, whatever the clause around it tells of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.occasions import is_occasion

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 120
# What is held, and takes days, besides occasions.
_MEETINGS = frozenset({
    "celebration", "championship", "championships", "convention", "cup", "event", "exhibition",
    "expo", "fair", "festival", "festivities", "holiday", "holidays", "olympics", "pilgrimage",
    "seminar", "service", "services", "symposium", "tournament", "workshop",
})  # fmt: skip
# Before what is held they say what it is to those who are told of.
_AHEAD = (
    r"ahead\sof|before|concerning|(?:build|lead|run)-?\s?up\sto|prior\sto|regarding|surrounding"
    r"|towards?|looking\sforward\sto"
)
_AMID = r"about|around|at|during|for|from|in|into|of|over|to|with"
_PART = r"[\w’'.-]+"
# A place behind it, between commas or not: "in Busan, Korea,".
_PLACE = (
    rf",?\s(?:against|at|in)\s(?:{_PART}\s){{0,3}}?{_PART}(?:,\s[A-Z]{_PART}(?:\s[A-Z]{_PART})?)?,?"
)
_NAMED = (
    rf"\s((?:(?:an?|the|its|his|her|their)\s)?(?:{_PART}\s){{0,7}}?)({_PART})"
    rf"(?:\s(?:being|to\sbe)\sheld)?((?:{_PLACE}){{0,2}})"
)
_OPENS = re.compile(rf"\b(?:{_AHEAD}|{_AMID})(?=\s)")
_LOOKS_AHEAD = re.compile(rf"\b(?:{_AHEAD})(?=\s)", re.IGNORECASE)
_FOR = re.compile(r"\bfor(?=\s)")
_ON_DAY = re.compile(rf"{_NAMED}\s(?:between|from|on)\s\Z")
_IN_MONTH = re.compile(rf"{_NAMED}\s(?:at|in)\s\Z")
_NO_NAMES = frozenset({
    Form.PAST, Form.WAS, Form.IS, Form.HAD, Form.HAVE, Form.WILL, Form.WOULD, Form.MAY, Form.DID,
    Form.DO,
})  # fmt: skip
_APART = frozenset({
    "after", "at", "in", "on", "since", "that", "when", "where", "which", "while", "who", "whose",
})  # fmt: skip
_NO_NOUNS = frozenset({
    "after", "also", "because", "but", "he", "i", "in", "it", "last", "nobody", "she", "than",
    "that", "there", "they", "though", "we", "when", "where", "which", "while", "who", "with",
    "without", "you",
})  # fmt: skip
# What changes hands or begins on a day that was set: "after the July 1 handover".
_CHANGES = frozenset({"changeover", "handover", "takeover", "transition"})
# A day of the world, or of a people, that somebody marks: "to mark World AIDS Day on December 1".
_MARKED = re.compile(
    r"\bto\s(?:celebrate|coincide\swith|commemorate|mark|observe)\s(?:(?:an?|the)\s)?"
    rf"(?:{_PART}\s){{1,8}}?(?:[Dd]ay|[Ww]eek|[Hh]oliday)\son\s\Z"
)
_TURNED_OVER = re.compile(
    rf"\b(?:change|transfer|transition)\sof\s(?:{_PART}\s){{1,8}}?on\s\Z"
    rf"|\btargets?\sof\s\w+ing\s(?:{_PART}\s){{1,8}}?on\s\Z"
)
# What two have agreed on for a day: "almost reached an agreement for April 17".
_AGREED = re.compile(r"\b(?:agreement|appointment|arrangement|date|invitation|slot)s?\sfor\s\Z")
# "Interfax said April 11 was a probable date."
_IS_DATE = re.compile(
    r"\s(?:is|was)\s(?:an?|the)\s(?:likely|possible|probable|proposed|target|tentative)\s(?:date|day)\b"
)


def is_held_then(phrase: Phrase) -> bool:
    """Tell "reviewed the agenda for a summit in Busan on May 3" and "the July 1 handover"."""
    if phrase.before() == "THE" and phrase.word_after() in _CHANGES:
        return True
    if _IS_DATE.match(phrase.text_after(_REACH)):
        return True
    before = phrase.text_before(_REACH)
    if _MARKED.search(before) or _TURNED_OVER.search(before) or _AGREED.search(before):
        return True
    return _is_held(before, _OPENS, _ON_DAY)


def is_of_feast(phrase: Phrase) -> bool:
    """Tell "the busy Christmas season" and "going home for Christmas", told before it."""
    noun = phrase.word_after() if phrase.after() == "WORD" else ""
    is_named = bool(noun) and verbs.form(noun) in (Form.NONE, Form.BASE) and noun not in _NO_NOUNS
    return phrase.word_before() == "for" or is_named


def is_held_that_month(phrase: Phrase) -> bool:
    """Tell "is looking forward to his visit in May" and "ahead of the celebrations in May"."""
    return _is_held(phrase.text_before(_REACH), _LOOKS_AHEAD, _IN_MONTH)


def is_for_meeting(phrase: Phrase) -> bool:
    """Tell the month of "prepares for the championships in May", told before them or since."""
    return _is_held(phrase.text_before(_REACH), _FOR, _IN_MONTH)


def _is_held(before: str, opens: re.Pattern[str], names: re.Pattern[str]) -> bool:
    """Tell whether one of the words that open it leads to what is held, with no verb between."""
    for opening in opens.finditer(before):
        named = names.match(before, opening.end())
        if named is not None and not _is_verb(opening, named) and _is_meeting(named):
            return True
    return False


def _is_verb(opening: re.Match[str], named: re.Match[str]) -> bool:
    """Tell "for leave to march on 1 May", which names no march."""
    is_bare = opening[0] == "to" and not named[1]
    return is_bare and verbs.form(named[2].lower()) is Form.BASE


def _is_meeting(named: re.Match[str]) -> bool:
    noun, words, place = named[2].lower(), named[1].lower().split(), named[3].lower().split()
    if not is_occasion(noun) and noun not in _MEETINGS:
        return False
    # "Chairman for the session at the summit in May" was elected at the summit.
    if any(map(is_occasion, place)) or words[-1:] == ["to"]:
        return False
    return not any(word in _APART or verbs.form(word) in _NO_NAMES for word in words)
