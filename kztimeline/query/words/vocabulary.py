"""Words, found by how they are compared; each is known by its number."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from kztimeline.query.words.words import compared_word
from kztimeline.timeline.bulk.kept_lists import from_texts, sorted_texts_of, texts_of
from kztimeline.timeline.bulk.number_bytes import from_numbers, to_numbers

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from kztimeline.query.words.words import Wanted

_WHOLES: Final = "wholes"
_STEMS: Final = "stems"
_KEYS: Final = "keys"
_CAPITALS: Final = "capitals"
_WAYS: Final = (_WHOLES, _STEMS, _KEYS, _CAPITALS)
"""By what a word is known: as a whole, without its ending, by how it sounds, as initials."""


class _Names:
    """Numbers of words by texts that the words are known by; one text may be that of many."""

    def __init__(self, segments: Mapping[str, memoryview], way: str) -> None:
        self._texts = sorted_texts_of(segments, way)
        self._numbers = to_numbers(segments[f"{way} of"])

    def named(self, texts: Iterable[str]) -> set[int]:
        """Return the words that are known by one of `texts`."""
        return self._at(map(self._texts.places_of, texts))

    def begun(self, beginnings: Iterable[str]) -> set[int]:
        """Return the words known by a text that begins with one of `beginnings`."""
        return self._at(map(self._texts.places_begun_with, beginnings))

    def letters_after(self, beginning: str) -> Counter[str]:
        """Return how many texts go on from a beginning with each letter."""
        letters: Counter[str] = Counter()
        begun = self._texts.places_begun_with(beginning)
        at = begun.start
        while at < begun.stop:
            letter = self._texts[at][len(beginning) : len(beginning) + 1]
            # From one letter to the next, at any number of words.
            after = self._texts.places_begun_with(beginning + letter).stop if letter else at + 1
            letters[letter] += after - at
            at = after
        del letters[""]
        return letters

    def _at(self, places: Iterable[range]) -> set[int]:
        numbers = self._numbers
        return set(chain.from_iterable(numbers[at.start : at.stop] for at in places))


class Vocabulary:
    """The words of many texts, as `vocabulary_segments` has put them into segments."""

    def __init__(self, segments: Mapping[str, memoryview]) -> None:
        self.words = texts_of(segments, "words")
        self._is_latin = segments["latin"]
        wholes, stems, keys, capitals = (_Names(segments, way) for way in _WAYS)
        self._wholes, self._stems, self._keys, self._capitals = wholes, stems, keys, capitals

    def letters_after(self, beginning: str) -> Counter[str]:
        """Return how many words, as wholes, go on from a beginning with each letter."""
        return self._wholes.letters_after(beginning)

    def meeting(self, wanted: Wanted, ordinary: Container[str]) -> set[int]:
        """Return the numbers of the words that are wanted.

        Args:
            wanted: What is wanted.
            ordinary: Words that are no names, in small letters.
        """
        if wanted.capitals:
            return self._capitals.named(wanted.compared.capitals)
        spelled = self._spelled(wanted)
        if not wanted.compared.is_name:
            strangers = {at for at in spelled if self._is_latin[at] != wanted.compared.is_latin}
            spelled = spelled - strangers | self._names_among(strangers, ordinary)
        alike = self._keys.named(wanted.compared.keys) | self._keys.begun(wanted.begun_keys)
        return spelled | self._names_among(alike, ordinary)

    def _spelled(self, wanted: Wanted) -> set[int]:
        wholes = wanted.compared.wholes
        if wanted.begins:
            return self._wholes.begun(wholes)
        return self._wholes.named(wholes) | self._stems.named(wholes)

    def _names_among(self, numbers: Iterable[int], ordinary: Container[str]) -> set[int]:
        words = ((number, compared_word(self.words[number])) for number in numbers)
        return {
            number for number, word in words if word.is_name and word.spellings[0] not in ordinary
        }


def vocabulary_segments(words: Mapping[str, int]) -> dict[str, bytes]:
    """Return words, each with its number, as segments; words that share one stand together.

    Args:
        words: The numbers, from 0 and none left out, in order.
    """
    known: dict[str, dict[str, list[int]]] = {way: defaultdict(list) for way in _WAYS}
    latin = bytearray()
    first: list[str] = []
    for word, number in words.items():
        if number == len(first):
            first.append(word)
            latin.append(True)
        if word.isascii() and word.islower() and word.isalpha():
            # Most words: nothing but themselves.
            known[_WHOLES][word].append(number)
            continue
        compared = compared_word(word)
        latin[number] = compared.is_latin
        for way, text in _ways(word):
            known[way][text].append(number)
    segments = from_texts("words", first) | {"latin": bytes(latin)}
    for way, numbers in known.items():
        ordered = [(text, number) for text in sorted(numbers) for number in numbers[text]]
        segments |= from_texts(way, (text for text, _ in ordered))
        segments[f"{way} of"] = from_numbers(number for _, number in ordered)
    return segments


def _ways(word: str) -> Iterator[tuple[str, str]]:
    compared = compared_word(word)
    yield from ((_WHOLES, whole) for whole in compared.wholes)
    if compared.ending:
        yield from ((_STEMS, spelling) for spelling in compared.spellings)
    yield from ((_KEYS, key) for key in compared.keys)
    yield from ((_CAPITALS, spelling) for spelling in compared.capitals)
