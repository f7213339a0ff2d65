"""What is written in a timeline, by how it is spelled, for guesses at what may be meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from kztimeline.query.words.words import compared_word, words_of
from kztimeline.text.letters.exonyms import of_other_times
from kztimeline.text.letters.folding import fold
from kztimeline.text.letters.romanization import name_key

SHORTEST: Final = 3
"""How many letters a word has, at least, that another may be meant by."""


class Spellings(NamedTuple):
    """What is written in a timeline, each as a query writes it.

    Attributes:
        words: Words, by how they are spelled.
        names: Words that may be names, and names of several words, by what all spellings
            of one have in common; names of today by those of other times.
    """

    words: dict[str, list[str]]
    names: dict[str, list[str]]


def spellings(words: Iterable[str], names: Iterable[str]) -> Spellings:
    """Return the spellings of words in texts, those used most first, and of names."""
    spelled: dict[str, list[str]] = {}
    named: dict[str, list[str]] = {}
    for word in words:
        if not word.isascii() or not word[:SHORTEST].isalpha():
            continue
        compared = compared_word(word)
        spelling = compared.spellings[0]
        if not spelling.isalpha() or len(spelling) < SHORTEST:
            continue
        written = spelling.upper() if compared.capitals else spelling
        spelled.setdefault(spelling, [written])
        for key in compared.keys:
            named.setdefault(key, [written])
    for name in names:
        plain_name = fold(name)
        written = " ".join(words_of(plain_name)) if " " in plain_name else plain_name
        named.setdefault(key_of(name), [written])
    for name, others in of_other_times().items():
        here = [other for other in others if key_of(other) in named]
        if here:
            named.setdefault(key_of(name), here)
    return Spellings(spelled, named)


def key_of(name: str) -> str:
    """What spellings of a name, in one word or in several, have in common."""
    return name_key("".join(compared_word(word).spellings[0] for word in words_of(name)))
