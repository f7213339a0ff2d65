"""Which of many texts hold a word, told from tables of their words."""

from __future__ import annotations

import re
from functools import cached_property, reduce
from itertools import compress
from operator import and_
from typing import TYPE_CHECKING, Final

from kztimeline.query.words.vocabulary import Vocabulary, vocabulary_segments
from kztimeline.query.words.words import BREAK, words_of
from kztimeline.timeline.bulk import bitsets as bits
from kztimeline.timeline.bulk.kept_lists import from_sets, from_texts, sets_of, texts_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence

    from kztimeline.query.words.words import Pattern

_FIRST_SIGN: Final = 0xE000
"""From here on, every number of a character may stand in a text."""
_LAST: Final = 0x10FFFF - _FIRST_SIGN
_BETWEEN: Final = f" {BREAK} "
_AROUND: Final = '.,;:!?()[]"“”'


def _sign(number: int) -> str:
    """Return the character that stands for the word with a number."""
    return chr(_FIRST_SIGN + number)


class _Numbers(dict[str, int]):
    """For each word its number.

    There are a million of them; all words that come after those share the last.
    """

    def __missing__(self, word: str) -> int:
        number = self[word] = min(len(self), _LAST)
        return number


class _Pieces(dict[str, str]):
    """For each piece of text between spaces the signs of its words: most come again."""

    def __init__(self, numbers: _Numbers) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, piece: str) -> str:
        word = piece.strip(_AROUND)
        words = [word] if word.isascii() and word.isalnum() else words_of(piece)
        signs = self[piece] = "".join(_sign(self._numbers[each]) for each in words)
        return signs


def _phrase(words: Iterable[Iterable[int]]) -> str:
    """Return the expression of a phrase: for each word the numbers of which one is enough."""
    return "".join(f"[{''.join(map(_sign, any_of))}]" for any_of in words)


def word_segments(rows: Iterable[Iterable[str]]) -> dict[str, bytes]:
    """Return rows, each of some texts, as the segments of a table of their words."""
    numbers = _Numbers()
    signs = _Pieces(numbers)
    lines: list[str] = []
    holding: dict[str, list[int]] = {}
    for at, texts in enumerate(rows):
        line = "".join(map(signs.__getitem__, _BETWEEN.join(texts).split()))
        lines.append(line)
        for sign in set(line):
            holding.setdefault(sign, []).append(at)
    ordered = (holding[sign] for sign in sorted(holding))
    return {
        **vocabulary_segments(numbers),
        **from_texts("lines", lines),
        **from_sets("rows", ordered, len(lines)),
    }


class WordTable:
    """The words of many rows, each of some texts; a row is known by its number, from 0."""

    def __init__(self, segments: Mapping[str, memoryview]) -> None:
        self._vocabulary = Vocabulary(segments)
        self._lines = texts_of(segments, "lines")
        self.size = len(self._lines)
        self._rows = sets_of(segments, "rows", self.size)

    @classmethod
    def of(cls, rows: Iterable[Iterable[str]]) -> WordTable:
        """Return the table of rows that are laid out now."""
        return cls({name: memoryview(part) for name, part in word_segments(rows).items()})

    @property
    def words(self) -> dict[str, int]:
        """The words, as they are written but for accents, and how many rows hold each."""
        counts = map(self._rows.count, range(len(self._rows)))
        words = zip(self._vocabulary.words, counts, strict=True)
        return {word: rows for word, rows in words if word != BREAK}

    def letters_after(self, beginning: str) -> Counter[str]:
        """Return how many words go on from a beginning, as it is compared, with each letter."""
        return self._vocabulary.letters_after(beginning)

    def holding(self, pattern: Pattern) -> int:
        """Return the set of the rows in whose texts a pattern stands."""
        meeting, ordinary = self._vocabulary.meeting, pattern.ordinary
        numbers = [meeting(wanted, ordinary) for wanted in pattern.words]
        found = reduce(and_, map(self._rows.any_of, numbers)) if numbers else 0
        if len(numbers) < 2 or not found:
            return found
        rows, stands = bits.to_positions(found), re.compile(_phrase(numbers)).search
        lines = map(self._lines.__getitem__, rows)
        return bits.from_positions(compress(rows, map(stands, lines)), self.size)

    def holding_first(self, pattern: Pattern, rows: Sequence[int]) -> list[int]:
        """Return those of some rows in whose first text a pattern stands."""
        meeting, ordinary = self._vocabulary.meeting, pattern.ordinary
        numbers = [meeting(wanted, ordinary) for wanted in pattern.words]
        if not all(numbers):
            return []
        before = f"[^{_sign(self._break)}]*?" if self._break >= 0 else ".*?"
        stands = re.compile(before + _phrase(numbers), re.DOTALL).match
        return [*compress(rows, map(stands, map(self._lines.__getitem__, rows)))]

    @cached_property
    def _break(self) -> int:
        """The number of what stands between two texts of a row, -1 where each row has one."""
        return next((at for at, word in enumerate(self._vocabulary.words) if word == BREAK), -1)
