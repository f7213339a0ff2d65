"""What sets a scene: "Berlin, 1989. The wall falls", "The year is 1972", "Flash back to 1996"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_LONGEST_PLACE = 6
_OPENS = frozenset({"STOP", "BREAK", "OTHER"})
_ENDS = frozenset({"STOP", "DOT", "DASH"})
_OF_PLACE = frozenset({"NAME", "COMMA"})
_SETTING = (
    ("it", "is"),
    ("it", "was"),
    ("the", "year", "is"),
    ("the", "year", "was"),
    ("flashback", "to"),
    ("rewind", "to"),
    *((verb, "back", "to") for verb in ("flash", "cut", "jump", "go", "think", "turn")),
    *((verb, "forward", "to") for verb in ("fast", "jump", "skip")),
)
"""The words that set a scene where a sentence begins with them."""


def sets_scene(phrase: Phrase) -> bool:
    """Tell whether its sentence says nothing but where or when what follows goes on."""
    if phrase.after() not in _ENDS and phrase.word_after() != ":":
        return False
    return any(_begins_with(words, phrase) for words in _SETTING) or _stands_behind_place(phrase)


def _begins_with(words: tuple[str, ...], phrase: Phrase) -> bool:
    """Tell whether these words, and none before them, lead to a phrase."""
    count = len(words)
    if any(phrase.word_before(count - at) != word for at, word in enumerate(words)):
        return False
    return phrase.first == count or phrase.before(count + 1) in _OPENS


def _stands_behind_place(phrase: Phrase) -> bool:
    """Tell "Berlin, 1989." at the head of a paragraph, or behind a colon."""
    if phrase.before() != "COMMA" or phrase.before(2) != "NAME":
        return False
    for step in range(2, _LONGEST_PLACE + 2):
        symbol = phrase.before(step)
        if symbol not in _OF_PLACE:
            at_head = symbol == "BREAK" or phrase.first - step < 0
            return at_head or phrase.word_before(step) == ":"
    return False
