"""Tells somebody named Ramadan, Winter or August from the time: "Taha Yassin Ramadan"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_NAMES = frozenset({"easter", "ramadan", "ramazan"})
# Before a feast stand such words with a capital, too, and no names.
_NO_NAMES = (
    "A|After|All|And|As|At|Before|By|During|Each|Early|Eid|Every|First|For|From|Happy|Holy|In|Islamic"
    "|Last|Late|Muslim|Next|Of|On|Orthodox|Since|That|The|This|Though|Through|Till|To|Until|When"
    "|While|With"
)
_FULL_NAME = re.compile(
    rf"(?<![\w.])(?!(?:{_NO_NAMES})\s)[A-Z][\w’'-]+\s(?:al-)?(Easter|Rama[dz]an)\b"
    r"(?!\s(?:[Bb]ayram|fast|feast|holidays?|Monday|Sunday|service|week))"
)
_OF_DAYS = frozenset({"DAY_NUMBER", "ORDINAL_NUMBER", "YEAR"})
# Persons known by a first name that is a month.
_KNOWN = {
    "april": frozenset({"ryan"}),
    "august": frozenset({"bebel", "horch", "macke", "sander", "strindberg", "wilson"}),
    "june": frozenset({"allyson", "carter", "jordan", "lockhart"}),
}
_OF_FEASTS = frozenset({
    "after", "before", "by", "during", "for", "in", "of", "since", "the", "this", "through",
    "throughout", "until",
})  # fmt: skip


def is_person(phrase: Phrase) -> bool:
    """Tell "Taha Yassin Ramadan", and "Ramadan" of a text that names him so, from the feast.

    "During Ramadan" is the feast in such a text, too.
    """
    name = phrase.text.lower()
    if name not in _NAMES or name not in _persons(phrase.tokens.text):
        return False
    if phrase.before() == "NAME" or phrase.after() == "POSSESSIVE":
        return True
    return phrase.word_before() not in _OF_FEASTS


def is_behind_initial(phrase: Phrase) -> bool:
    """Tell "Staton R. Winter" and "John B. March" from "in Washington, D.C. May 3"."""
    initial = phrase.tokens.word(phrase.first - 2)
    written = phrase.before() == "DOT" and len(initial) == 1 and initial.isupper()
    named = written and phrase.before(3) == "NAME" and len(phrase.tokens.word(phrase.first - 3)) > 1
    return named and phrase.text.istitle() and phrase.after() not in _OF_DAYS


def is_full_name(phrase: Phrase) -> bool:
    """Tell "August Wilson" and "John B. March" from "in August Wilson left"."""
    known = _KNOWN.get(phrase.text.lower(), frozenset[str]())
    is_known = phrase.word_after() in known and phrase.before() not in ("IN", "SINCE", "UNTIL")
    return is_known or is_behind_initial(phrase)


@lru_cache(maxsize=2)
def _persons(text: str) -> frozenset[str]:
    """Return which of the names a text has with another before it; linear in its length."""
    return frozenset(match[1].lower() for match in _FULL_NAME.finditer(text))
