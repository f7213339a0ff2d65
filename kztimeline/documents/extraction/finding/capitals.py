"""Texts in capitals, as embassies and agencies sent their telegrams, in the usual letters."""

from __future__ import annotations

import re
from typing import Final

from kztimeline.dates.calendar_names import MONTHS, WEEKDAYS
from kztimeline.documents.extraction.finding.lexicon import ABBREVIATIONS, CAPITALISED, WORDS
from kztimeline.documents.extraction.naming import names_of_days

_CAPITAL, _SMALL = re.compile(r"[A-Z]"), re.compile(r"[a-z]")
_MOST: Final = 4
"""A text is in capitals that has so many for each small letter."""
_SENTENCE = re.compile(r"[^\W_]{2}[.?!][\"'”’)\]]*(?:\s|\Z)")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n(?=[^\n]*\S)[^\n]*)*")
_PROSE = re.compile(r"(?:\S+\s+){9,}\S*[.?!][\"'”’)\]]*\s*\Z")
# Letters that belong to figures are no words: FY2006, 4Q05, but those of 19TH and 1990S are.
_WORD = re.compile(
    r"(?<![^\W_])[^\W\d_]+(?:['’][^\W\d_]+)*(?![^\W_])|(?<=\d)(?:S|ST|ND|RD|TH|AM|PM)(?![^\W_])"
)
_NAMES: Final = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS)) | CAPITALISED
# A verb, a star or a name they are unless something of a date stands beside them.
_ALSO_WORDS: Final = CAPITALISED - {"august"}
_MONTH = rf"(?:{'|'.join(MONTHS).upper()})"
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:IN|SINCE|UNTIL|TILL|LAST|NEXT|EARLY|LATE|MID|BY|DURING|FROM|OF|FOLLOWING|BEFORE|THAN"
    rf"|EVERY)[\s-]|\d(?:ST|ND|RD|TH)?,?[\s/-]|\b{_MONTH}\s(?:TO|AND|OR)\s)\Z"
)
_BEFORE_MAY, _BEHIND_MAY = re.compile(r"\b(?:FOR|THE|TO)\s\Z"), re.compile(r"[.,;:)/]|\sOF\b|\Z")
_BEHIND_MONTH = re.compile(rf"\.?,?[\s-]?\d|:|\s(?:TO|AND|OR)\s{_MONTH}\b")
_HOUR = re.compile(r"(?<=\d)\s?[AP]\.?M\b")
_ZONES: Final = frozenset({"GMT", "UTC", "EST", "EDT", "CET", "BST", "AD", "BC", "BCE", "CE"})
_OPENING = re.compile(
    r"(?:\A|\n[ \t]*\n\s*|[-•*]\s|([^\W_]{2,})[.?!][\"'”’)\]]*\s+|\d[.)]\s+)"
    r"(?:\([A-Z]+\)\s)?[\"'“‘(\[]*\Z"
)
_REACH = 24
# The place of a dateline; a street or a group that goes by a number or a day.
_PLACE = re.compile(
    r"^[ \t]*[A-Z][A-Z .'’/()-]{2,40},(?=\s(?:\d{1,2}\s[A-Z]|[A-Z]{3,9}\.?\s\d))"
    r"|(?<=\d\s)(?:[A-Z.]+\s){1,3}"
    r"(?:STREET|AVENUE|ROAD|BOULEVARD|SQUARE|MOVEMENT|FRONT|BRIGADE)S?\b",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\s\d{4,}")
_FEAST = re.compile(
    rf"\b(?:{names_of_days.FEAST}|(?<!the\s)new\syear(?:['’]s)?(?:\s(?:day|eve))?"
    r"|(?:christmas|easter)(?:\s(?:day|eve|monday|sunday))?|thanksgiving|halloween)\b",
    re.IGNORECASE,
)
_SMALL_WORDS: Final = frozenset({"al", "of", "the", "ul"})


def in_usual_letters(text: str) -> str:
    """Return a text with what is in capitals as it is usually written, letter for letter.

    That is all of a telegram, or whole paragraphs, but no headline or table. Words that begin a
    sentence and the names of days, months and feasts keep a capital; other names do not, as
    nothing tells them from words.
    """
    is_telegram = len(_CAPITAL.findall(text)) > _MOST * len(_SMALL.findall(text))
    if is_telegram and _SENTENCE.search(text):
        return _lowered(text)
    return _PARAGRAPH.sub(
        lambda found: _lowered(found[0]) if _is_shouted(found[0]) else found[0], text
    )


def _is_shouted(paragraph: str) -> bool:
    """Tell a paragraph of prose in capitals from a headline."""
    return paragraph.isupper() and _PROSE.match(paragraph) is not None


def _lowered(text: str) -> str:
    named = _PLACE.sub(lambda place: _WORD.sub(_capitalized, place[0]), text)
    lowered = _WORD.sub(_usual, _HOUR.sub(lambda hour: hour[0].lower(), named))
    return _FEAST.sub(lambda feast: _WORD.sub(_capitalized, feast[0]), lowered)


def _usual(found: re.Match[str]) -> str:
    """Return a word as it is written where not all is in capitals."""
    word, text = found[0], found.string
    lower = word.lower()
    if not word.isupper() or word in _ZONES or _is_initial(found) or len(lower) != len(word):
        return word
    before = text[max(found.start() - _REACH, 0) : found.start()]
    is_name = lower in _NAMES and (lower not in _ALSO_WORDS or _is_in_date(found, before))
    is_label = lower not in WORDS and _NUMBER.match(text, found.end())
    return word.capitalize() if is_name or is_label or _opens_sentence(before) else lower


def _opens_sentence(before: str) -> bool:
    """Tell the first word of a sentence by what stands before it, but not behind "AMB."."""
    opening = _OPENING.search(before)
    return opening is not None and (opening[1] or "").lower() not in ABBREVIATIONS


def _is_initial(found: re.Match[str]) -> bool:
    text, end = found.string, found.end()
    if len(found[0]) > 1 or text[found.start() - 1 : found.start()].isdecimal():
        return False
    return found[0] == "I" or text[end : end + 1] == "."


def _is_in_date(found: re.Match[str], before: str) -> bool:
    """Tell MAY and MARCH in a date from what somebody may do, and from a march."""
    text, end = found.string, found.end()
    if _BEFORE_MONTH.search(before) or _BEHIND_MONTH.match(text, end):
        return True
    is_month = _BEFORE_MAY.search(before) or _BEHIND_MAY.match(text, end)
    return found[0] == "MAY" and is_month is not None


def _capitalized(found: re.Match[str]) -> str:
    return found[0] if found[0].lower() in _SMALL_WORDS else found[0].capitalize()
