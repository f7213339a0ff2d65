"""Tells birthdays, whose year nobody says: "was born on 23 March", "her birthday was 4 May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 120
_BORN = re.compile(r"\bborn\s(?:on\s)?(?:the\s)?\Z", re.IGNORECASE)
# On a birthday something was done: "he died on his birthday, 4 May".
_WAS_BIRTHDAY = re.compile(
    r"(?:\bbirthday\s(?:was|fell)\s(?:on\s)?"
    r"|(?<!\bon\s)\b(?:her|his|my|our|same|their|whose)\sbirthday(?:,|\s\())\s?(?:the\s)?\Z",
    re.IGNORECASE,
)
# They have just been born, and so have things.
_NEW_BORN = re.compile(
    r"\b(?:bab(?:y|ies)|calf|calves|chicks?|clinic|club|company|cubs?|firm|foals?|group|hospital"
    r"|infants?|it|kittens?|lambs?|league|maternity|midwife|movement|nation|newborns?|newspaper"
    r"|ounces|party|pounds|premature(?:ly)?|pup(?:py|pies|s)?|quadruplets|republic|sextuplets|state"
    r"|triplets|twins|union|weigh(?:ed|s)?|zoo)\b",
    re.IGNORECASE,
)


def is_birthday(phrase: Phrase) -> bool:
    """Tell "Ann, who is also born on 23 March," from "the cub was born on 23 March"."""
    if phrase.rule != "day" or phrase.has("YEAR", "SHORT_YEAR", "WEEKDAY", "SHORT_WEEKDAY", "UNIT"):
        return False
    before = phrase.text_before(_REACH)
    if _WAS_BIRTHDAY.search(before):
        return True
    if not _BORN.search(before):
        return False
    around = before, phrase.text_after(_REACH).partition(".")[0]
    return not any(map(_NEW_BORN.search, around))
