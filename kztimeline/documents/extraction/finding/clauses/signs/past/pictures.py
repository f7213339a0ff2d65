"""Tells what a picture shows, in the present: "Crews clear snow in Boston, Monday."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase

_PICTURES = frozenset({"caption", "image", "photo", "photograph", "picture", "pictured"})
# What a page of captions is headed with.
_IN_PICTURES = re.compile(
    r"\W*[^\n]{0,60}\b(?:in|of)\s(?:images|photographs|photos|pictures)\b[^\n]{0,40}(?:\n|$)",
    re.IGNORECASE,
)
# A shorter sentence without a verb is rather a headline: "Elections in May."
_SHORTEST_CAPTION = 6
# What a picture shows people or things do, and no plan foretells: "Embers smolder Tuesday".
_PICTURED = frozenset({
    "burns", "comforts", "cries", "douse", "douses", "embrace", "embraces", "gestures", "hug",
    "hugs", "inspects", "rummage", "sift", "sifts", "smolder", "smolders", "smoulder",
    "smoulders", "stare", "stares", "weep", "weeps",
})  # fmt: skip
_PICTURED_REACH, _DURING_REACH = 10, 16
# The place in capitals that news begins with: what stands above it is headline or caption.
_DATELINE = re.compile(
    r"[^\n]*\n\s*[A-Z][A-Z .'’-]{1,40}(?:,[^\n]{1,30}?)?"
    r"(?:[ ]\([\w /]{1,20}\))?[ ]?(?:[-–—]{1,2}|:)[ ]"
)
# Where it was taken, behind which a caption ends with the day.
_TAKEN = re.compile(
    r"\b(?:across|along|at|in|inside|near|on|outside)\s(?:the\s)?"
    r"[A-Z][\w.’'-]*(?:(?:,?\s|,?\sof\s)[A-Z][\w.’'-]*){0,7},\s\Z"
)
_TAKEN_REACH = 90
# Who took it, in brackets behind the caption, and what people do in one.
_CREDIT = re.compile(r"[^()\n]{0,280}\([^()\n]{0,60}\b[Pp]hoto(?:graph)?s?\)")
_CREDIT_REACH = 360
# What is seen there has been: "Footage shows him leaving on Monday", "Witnesses describe".
_FOOTAGE = re.compile(
    r"\b(?:(?:clips?|data|films?|footage|images?|logs?|photo(?:graph)?s?|pictures?|records?|tapes?|videos?)\b"
    r"[^.;:\n]{0,40}?\bshow(?:s|ing)?|(?:neighbors|neighbours|residents|survivors|villagers|witnesses)\s"
    r"(?:describe|recall|remember))\s[^.,;:\n]{0,90}\Z",
    re.IGNORECASE,
)
_FOOTAGE_REACH = 170
_POSTURE = re.compile(
    r"\b(?:carr(?:y|ies)|directs?|holds?|kneels?|looks?|performing|plays?|poses?|rests?|sits?|stands?|walks?"
    r"|watch(?:es)?|waves?)\b[^.;:\n]{0,80}\Z"
)
_CLOSING = frozenset({"DOT", "STOP", "BREAK", "CLOSE"})


def is_of_picture(clause: Clause, verb: str) -> bool:
    """Tell "Picture: Workers hang a lamp on Monday", whose present is of a day that is over.

    So is a caption without a verb: "The actor during a visit to Rome on Thursday.", and above the
    news "Ann Dray with her son on her release in May.",
    and that of the headline "Airline grounds its jets late Thursday".
    """
    first, last = clause.sentence()
    tokens = clause.tokens
    if (
        tokens.symbol(last) == "BREAK"
        and clause.has_weekday()
        and clause.word(clause.first - 1) == "late"
    ):
        return True
    if not verb and any(
        clause.word(at) == "during" for at in clause.clause_before(clause.first, _DURING_REACH)
    ):
        return True
    if any(
        clause.word(at) in _PICTURED for at in clause.clause_before(clause.first, _PICTURED_REACH)
    ):
        return True
    colon = first + 1 + (clause.word(first + 1) == "caption")
    if clause.word(first) in _PICTURES and tokens.word(colon) == ":":
        return True
    if _IN_PICTURES.match(tokens.text):
        return True
    is_whole = tokens.symbol(first - 1) != "STOP" or first == 0
    closes = tokens.symbol(last) == "STOP" and tokens.symbol(last + 1) == "BREAK"
    is_caption = not verb and is_whole and closes and clause.first - first >= _SHORTEST_CAPTION
    return is_caption and _DATELINE.match(tokens.text, tokens.ends[last]) is not None


def is_day_of_picture(phrase: Phrase) -> bool:
    """Tell the day that a caption ends with: "Crowds march in Seoul, South Korea, Saturday."."""
    closes = phrase.has("WEEKDAY") and phrase.after() in _CLOSING
    if phrase.has("WEEKDAY") and _FOOTAGE.search(phrase.text_before(_FOOTAGE_REACH)):
        return True
    if closes and _CREDIT.match(phrase.text_after(_CREDIT_REACH)):
        return _POSTURE.search(phrase.text_before(_TAKEN_REACH)) is not None
    if not closes or phrase.before() != "COMMA":
        return False
    return _TAKEN.search(phrase.text_before(_TAKEN_REACH)) is not None
