"""Tells the fall of a climber, of a wall or of prices from the season."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.naming.numbered import NEXT_CLAUSE

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_BEING = verbs.MODALS | {verbs.Form.IS, verbs.Form.WAS}
# What there is of a fall, or comes of it: "video of the fall".
_OF_A_FALL = frozenset({
    "afraid", "because", "cause", "causes", "clip", "clips", "consequences", "died", "dies",
    "effects", "extent", "footage", "force", "height", "image", "images", "impact", "photo",
    "photos", "picture", "pictures", "reason", "reasons", "result", "scene", "severity", "shock",
    "sight", "size", "speed", "survivor", "video", "videos", "victim", "victims", "witness",
    "witnesses",
})  # fmt: skip
# What can be done with a season: "spent the fall in Rome".
_LIVED = frozenset({
    "enjoy", "enjoyed", "enjoys", "love", "loved", "loves", "spend", "spending", "spends", "spent",
    "start", "started", "starts",
})  # fmt: skip
# Where somebody or something has come down, "the fall" is that, and not when.
_CAME_DOWN = re.compile(
    r"\b(?:bruis\w+|cliff|collaps\w+|falling|fell|fractur\w+|injur\w+|kill(?:ed|s)?\s(?:her|him|me|them)|ladder|rooftop|slipped"
    r"|stairs|steps|stumbled|tripped|tumbled?|unhurt|wounds?"
    r"|(?:broke|broken|hurt)\s(?:her|his|a|an|the|my|their)\s(?:ankle|arm|back|hip|leg|neck|rib|wrist)s?)\b",
    re.IGNORECASE,
)
# Of a fall one tells how it came about.
_CAME_ABOUT = re.compile(
    r"\s(?:is|was)\s(?:blamed|caused|driven|due|led|prompted)\b|\s(?:came|comes)\s(?:after|amid|as|despite)\b"
    r"|\s(?:follow(?:ed|s)|reflect(?:ed|s))\b"
)
_NEAR = 120
# Where it goes, behind what is no season: "the fall from his horse".
_DOWN = frozenset({"down", "from", "into", "off", "onto"})
_WHEN = frozenset({"BY", "IN", "UNTIL"})
_SUBJECTS = frozenset({"STOP", "BREAK", "COMMA", "WORD", "NAME", "AND"})


def is_of_falling(phrase: Phrase) -> bool:
    """Tell "A fall was not likely", "the fall-out" and "survived the fall" from the season.

    That is when something is, as in "by the fall", or has a name of its own: "the fall semester".
    """
    if phrase.tokens.word(phrase.last - 1).lower() != "fall":
        return False
    if phrase.after() == "HYPHEN" and phrase.word_after(2) in ("off", "out", "back", "guy"):
        return True
    if phrase.text.lower() == "the fall":
        return _is_the_fall(phrase)
    return phrase.text.lower() == "fall" and _is_a_fall(phrase)


def _is_a_fall(phrase: Phrase) -> bool:
    """Tell "A fall was not likely" and "Fall: 1-103, 2-105", of prices and wickets."""
    is_list = phrase.word_after() == ":" and phrase.after(2) not in ("WORD", "NAME")
    falls = phrase.before() == "A" and (
        phrase.after() in ("IN", "OF", "TO") or verbs.form(phrase.word_after()) in _BEING
    )
    return is_list or falls


def _is_the_fall(phrase: Phrase) -> bool:
    """Tell "video of the fall", "blamed the fall on oil" and "The fall broke his leg"."""
    if phrase.after() == "POSSESSIVE" or _is_attributive(phrase):
        return False
    if phrase.before() == "OF":
        return phrase.word_before(2) in _OF_A_FALL
    acts = verbs.form(phrase.word_before()) if phrase.before() == "WORD" else verbs.Form.NONE
    if acts is not verbs.Form.NONE and not verbs.reports(phrase.word_before()):
        return acts not in _BEING and phrase.word_before() not in _LIVED
    if phrase.before() == "AFTER" or phrase.word_after() in _DOWN:
        return phrase.before() not in _WHEN
    came = phrase.before() in ("STOP", "BREAK") and _CAME_ABOUT.match(phrase.text_after(_NEAR))
    return bool(came) or (phrase.before() in _SUBJECTS and _comes_down(phrase))


def _is_attributive(phrase: Phrase) -> bool:
    """Tell "the fall semester" from "said the fall had"."""
    word = phrase.word_after()
    is_verb = verbs.form(word) is not verbs.Form.NONE
    return phrase.after() == "WORD" and not is_verb and word not in NEXT_CLAUSE


def _comes_down(phrase: Phrase) -> bool:
    around = phrase.text_before(_NEAR), phrase.text_after(_NEAR).partition(".")[0]
    return any(map(_CAME_DOWN.search, around))
