"""Tells the yesterday of a memory and the tomorrow of hopes from days, and Today, a programme."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.lexicon import MEASURES
from kztimeline.documents.extraction.finding.occasions import is_happening, is_occasion

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 120
_ONLY = r"(?:(?:but|just|only)\s)?"
# What is as yesterday is not of it: "as if it were yesterday", "feels like only yesterday".
_AS_IT_WERE = re.compile(
    rf"\b(?:as\s(?:if|though)\s(?:it|that|this|all|everything)\s[^.,;:\n]{{0,40}}"
    rf"|(?:feel|felt|look|seem|sound)(?:s|ed)?\s(?:to\s\w+\s)?like\s{_ONLY}"
    rf"|(?:feel|felt|seem)(?:s|ed)?\s(?:to\s\w+\s)?(?:but|just|only)\s"
    rf"|(?:know|remember|recall|see)(?:s|ed)?\s[^.,;:\n]{{1,60}}\slike\s{_ONLY}"
    rf"|like\sit\s(?:is|was|were)\s{_ONLY}|it(?:\sis|['’]s|\swas)\slike\s{_ONLY}"
    rf"|(?:could|might)\shave\sbeen\s(?:(?:built|filmed|made|painted|said|written)\s)?{_ONLY}"
    r"|(?:not|n['’]t)\sborn\s|\bno\s)\Z",
    re.IGNORECASE,
)
# What somebody else did as if is unreal, but for what it looks as if they did.
_AS_IF = re.compile(
    r"(?P<before>[^.;:\n]{0,60}?)\bas\s(?:if|though)\s(?:(?!and\b)[^.,;:\n]){0,60}\Z",
    re.IGNORECASE,
)
_LOOKS = re.compile(
    r"\b(?:appear|feel|felt|look|seem|sound)(?:s|ed|ing)?\s(?:\w+\s){0,2}\Z", re.IGNORECASE
)
# What is of an age that is over: "yesterday's men".
_OUT_OF_DATE = frozenset({
    "culture", "fashion", "fashions", "generation", "hero", "heroes", "idea", "ideas", "man",
    "men", "morals", "politics", "taste", "tastes", "technologies", "technology", "thinking",
    "values", "wisdom", "women", "world",
})  # fmt: skip
_BEHIND_THINGS = frozenset({
    "but", "for", "not", "still", "that", "to", "when", "where", "which", "while", "who", "with",
})  # fmt: skip
_BEHIND_HOPES = frozenset({"STOP", "DOT", "COMMA", "BREAK", "AND", "OTHER", "CLOSE", "IN", "WORD"})
_OF_HOPES = frozenset({
    "bank", "car", "children", "city", "factory", "farm", "home", "hospital", "house", "men",
    "office", "people", "school", "shop", "women", "world",
})  # fmt: skip
_HOPED_FOR = frozenset({"better", "bright", "brighter", "cleaner", "greener", "happier", "safer"})
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
})  # fmt: skip
_HEAD_REACH = 6
# Who writes days with a capital means the day.
_CAPITALS = re.compile(r"[a-z],?[ ](?:Tomorrow|Tonight|Yesterday)\b")
_DOING = frozenset({verbs.Form.PAST, verbs.Form.HAD, verbs.Form.HAVE})
_WRITTEN = frozenset({"posted", "published", "shared", "tweeted", "uploaded"})


def is_of_another_time(phrase: Phrase) -> bool:
    """Tell "as if it were yesterday", "like there's no tomorrow" and "yesterday's men"."""
    word = phrase.word_at("TODAY")
    if word not in ("yesterday", "tomorrow") or phrase.last - phrase.first > 1:
        return False
    if phrase.after() == "POSSESSIVE":
        # "As if it had come through yesterday's storm" is told of a day.
        return word == "yesterday" and _is_out_of_date(phrase)
    before = phrase.text_before(_REACH)
    if _AS_IT_WERE.search(before):
        return True
    unreal = _AS_IF.search(before)
    return unreal is not None and not _LOOKS.search(unreal["before"])


def _is_out_of_date(phrase: Phrase) -> bool:
    """Tell "yesterday's men" and "this is yesterday's news" from "yesterday's news conference"."""
    noun, behind = phrase.word_after(2), phrase.after(3)
    ends = behind not in ("NAME", "POSSESSIVE") and (
        behind != "WORD" or _goes_on(phrase.word_after(3))
    )
    is_old = noun in _OUT_OF_DATE
    if noun == "news":
        is_old = verbs.form(phrase.word_before()) in (verbs.Form.IS, verbs.Form.WAS)
    return ends and is_old


def _goes_on(word: str) -> bool:
    """Tell what stands behind a thing and names none: "yesterday's men who", "sell", "still"."""
    return verbs.form(word) is not verbs.Form.NONE or word in _BEHIND_THINGS


def is_of_hopes(phrase: Phrase) -> bool:
    """Tell "the railways of tomorrow" and "a better tomorrow" from "the talks of tomorrow"."""
    if phrase.text.lower() == "tomorrow" and phrase.word_before() in _HOPED_FOR:
        return phrase.before(2) in ("A", "THE") or phrase.word_before(2) in verbs.OWNED
    noun = phrase.word_before(2)
    is_held = is_occasion(noun) or is_happening(noun) or noun in MEASURES | {"events"}
    is_named = phrase.text.lower() == "tomorrow" and phrase.before() == "OF"
    if is_held or not is_named or phrase.after() not in _BEHIND_HOPES:
        return False
    is_plural = noun.endswith("s") and not noun.endswith(("as", "ss", "us"))
    return (is_plural and phrase.before(2) in ("WORD", "COUNTED")) or noun in _OF_HOPES


def is_programme(phrase: Phrase) -> bool:
    """Tell the programme of "the station said that Today lost viewers" from a day.

    It has a capital within a sentence that is no heading, and within a text that gives none to
    other such days.
    """
    tokens, first = phrase.tokens, phrase.first
    if phrase.rule != "today" or phrase.last - first > 1 or phrase.word_before(0) != "today":
        return False
    written = tokens.word(first)
    if written == "TODAY":
        return phrase.word_before() == "by" and phrase.word_before(2) in _WRITTEN
    if not written.istitle() or _gives_capitals(tokens.text):
        return False
    if phrase.before() == "COMMA":
        # "In August, Today averaged 318,000 viewers" has no other subject.
        return verbs.form(phrase.word_after()) in _DOING
    if not tokens.word(first - 1).islower():
        return False
    places = (*range(first - _HEAD_REACH, first), *range(phrase.last, phrase.last + _HEAD_REACH))
    return any(_is_of_sentence(tokens.word(at)) for at in places)


def _is_of_sentence(word: str) -> bool:
    """Tell a word that would have a capital in a heading."""
    return word.islower() and word not in _SMALL


@lru_cache(maxsize=2)
def _gives_capitals(text: str) -> bool:
    """Tell a text that writes "we met Yesterday"; linear in its length."""
    return _CAPITALS.search(text) is not None
