"""Which of many texts hold a word, told from tables of their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property, reduce
from itertools import chain, compress
from operator import and_
from typing import TYPE_CHECKING, Final

from kztimeline.query.words.words import BREAK, form_of, words_of
from kztimeline.timeline.bulk import bitsets as bits

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from kztimeline.query.words.words import Pattern, Wanted, WordForm

_FIRST_SIGN: Final = 0x100
_LAST_SIGN: Final = 0x10FFFF
_AFTER_ALL: Final = chr(_LAST_SIGN)
_BETWEEN: Final = f" {BREAK} "
_AROUND: Final = '.,;:!?()[]"“”'


class _Signs(dict[str, str]):
    """For each word a character that stands for it.

    There are a million of them; all words that come after those share the last.
    """

    def __missing__(self, word: str) -> str:
        sign = self[word] = chr(min(_FIRST_SIGN + len(self), _LAST_SIGN))
        return sign


class _Pieces(dict[str, str]):
    """For each piece of text between spaces the signs of its words: most come again."""

    def __init__(self, signs: _Signs) -> None:
        super().__init__()
        self._signs = signs

    def __missing__(self, piece: str) -> str:
        word = piece.strip(_AROUND)
        if word.isascii() and word.isalnum():
            signs = self._signs[word]
        else:
            signs = "".join(map(self._signs.__getitem__, words_of(piece)))
        self[piece] = signs
        return signs


class _Names:
    """Signs of words by texts that the words are known by."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._ordered: list[str] | None = None

    def add(self, text: str, sign: str) -> None:
        """Let a word be known by a text."""
        self._signs[text] = self._signs.get(text, "") + sign

    def named(self, texts: Iterable[str]) -> set[str]:
        """Return the signs of the words that are known by one of `texts`."""
        return set(chain.from_iterable(self._signs.get(text, "") for text in texts))

    def begun(self, beginnings: Iterable[str]) -> set[str]:
        """Return those of the words known by a text that begins with one of `beginnings`."""
        if self._ordered is None:
            self._ordered = sorted(self._signs)
        found: set[str] = set()
        for beginning in beginnings:
            start = bisect_left(self._ordered, beginning)
            end = bisect_left(self._ordered, beginning + _AFTER_ALL, start)
            begun = map(self._signs.__getitem__, self._ordered[start:end])
            found.update(chain.from_iterable(begun))
        return found


class _Vocabulary:
    """Words, found by how they are compared; each is known by its sign."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        self._wholes, self._spellings = _Names(), _Names()
        self._keys, self._capitals = _Names(), _Names()
        self._names: dict[str, str] = {}
        self._alphabets: dict[bool, set[str]] = {True: set(), False: set()}
        for word, sign in signs.items():
            if word.isascii() and word.islower() and word.isalpha():
                # Most words: nothing but themselves.
                self._wholes.add(word, sign)
                self._alphabets[True].add(sign)
            else:
                self._add(form_of(word), sign)

    def _add(self, form: WordForm, sign: str) -> None:
        self._alphabets[form.is_latin].add(sign)
        for whole in form.wholes:
            self._wholes.add(whole, sign)
        if form.ending:
            for spelling in form.spellings:
                self._spellings.add(spelling, sign)
        if form.is_name:
            self._names[sign] = form.spellings[0]
        for key in form.keys:
            self._keys.add(key, sign)
        for spelling in form.capitals:
            self._capitals.add(spelling, sign)

    def meeting(self, wanted: Wanted, ordinary: Container[str]) -> set[str]:
        """Return the signs of what is wanted.

        Args:
            wanted: The word.
            ordinary: Words that are no names, in small letters.
        """
        if wanted.capitals:
            return self._capitals.named(wanted.form.capitals)
        spelled = self._spelled(wanted)
        if not wanted.form.is_name:
            strangers = spelled & self._alphabets[not wanted.form.is_latin]
            spelled = spelled - strangers | self._names_among(strangers, ordinary)
        alike = self._keys.named(wanted.form.keys) | self._keys.begun(wanted.begun_keys)
        return spelled | self._names_among(alike, ordinary)

    def _spelled(self, wanted: Wanted) -> set[str]:
        wholes = wanted.form.wholes
        if wanted.begins:
            return self._wholes.begun(wholes)
        return self._wholes.named(wholes) | self._spellings.named(wholes)

    def _names_among(self, signs: set[str], ordinary: Container[str]) -> set[str]:
        names = self._names
        return {sign for sign in signs if sign in names and names[sign] not in ordinary}


class WordTable:
    """The words of many rows, each of some texts; a row is known by its number, from 0."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        self._signs = _Signs()
        self._lines: list[str] = []
        self._rows: dict[str, list[int]] = defaultdict(list)
        signs = _Pieces(self._signs)
        for number, texts in enumerate(rows):
            line = "".join(map(signs.__getitem__, _BETWEEN.join(texts).split()))
            self._lines.append(line)
            for sign in set(line):
                self._rows[sign].append(number)

    def prepare(self) -> None:
        """Make every part now, so that no later query waits for one."""
        self._vocabulary  # noqa: B018

    @cached_property
    def words(self) -> dict[str, int]:
        """The words, as they are written but for accents, and how many rows hold each."""
        rows = self._rows
        return {word: len(rows[sign]) for word, sign in self._signs.items() if word != BREAK}

    def holding(self, pattern: Pattern) -> int:
        """Return the set of the rows in whose texts a pattern stands."""
        meeting, ordinary = self._vocabulary.meeting, pattern.ordinary
        signs = [meeting(wanted, ordinary) for wanted in pattern.words]
        found = reduce(and_, map(self._with_any, signs)) if signs else 0
        if len(signs) < 2 or not found:
            return found
        phrase = re.compile("".join(f"[{''.join(any_of)}]" for any_of in signs))
        rows = bits.to_positions(found)
        lines = map(self._lines.__getitem__, rows)
        return bits.from_positions(compress(rows, map(phrase.search, lines)), len(self._lines))

    def _with_any(self, signs: Iterable[str]) -> int:
        flags = [False] * len(self._lines)
        for row in chain.from_iterable(map(self._rows.__getitem__, signs)):
            flags[row] = True
        return bits.from_flags(flags)

    @cached_property
    def _vocabulary(self) -> _Vocabulary:
        return _Vocabulary(self._signs)
