"""Words: where they stand in a text, what makes two of them the same, and which are wanted.

A word is a run of letters and digits. Of what may stand in it

- an apostrophe divides ("O’Brien" is two words), but 's and its like belong to the word
  before: "Kazakhstan’s" is Kazakhstan with an ending;
- dots between single letters belong to it, and count for nothing: "U.S." is US;
- commas between thousands and the point of a decimal belong to a number: "2,000" is one
  word and no 2;
- hyphens, slashes and whatever else divide: "Nur-Sultan" and "9/11" are two words, one
  after the other.

Signs of currency, percent and pictures are words of their own, and so is each letter of
Chinese and Japanese, which are written without spaces.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.letters.folding import fold, plain
from kztimeline.text.letters.romanization import in_latin, is_cyrillic, name_key
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

BREAK: Final = "\0"
"""Stands between texts that no phrase goes across, as a word that nobody wants."""

_LETTER: Final = r"[^\W_]"
_ENDING: Final = rf"'(?:[sStTdDmM]|ll|LL|re|RE|ve|VE)(?!{_LETTER})"
_WORD: Final = pattern(
    rf"(?<!\d[.,])\d+(?:(?:,\d{{3}})+(?!\d))?(?:\.\d+(?!\.?\d))?(?!{_LETTER})(?:{_ENDING})?"
    rf"|{_LETTER}+(?:{_ENDING}|(?<=\b{_LETTER})(?:\.[^\W\d_])+(?!{_LETTER})\.?(?:{_ENDING})?)?"
    rf"|[{BREAK}%#@©®°$¢-¥\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20cf]"
    r"|[\u2190-\u2bff\U0001f000-\U0001faff]"
)
_DOTTED: Final = pattern(r"\w(?:\.[^\W\d_])+\.?")
_LEAST_KEY: Final = 4
"""The length from which on the key of a name says enough to find another spelling of it."""
_LEAST_BEGINNING: Final = 5
"""The same for the key of a name that is begun: khan is not to find hand."""
_LONGEST_INITIALS: Final = 4
"""Up to what length capitals of another alphabet are initials, which nothing goes on from."""
_KEPT: Final = 1 << 16


class ComparedWord(NamedTuple):
    """A word as it is compared.

    Attributes:
        spellings: The word in small Latin letters, without its ending; more than one
            where it is not clear how to read it.
        wholes: The same with its ending.
        ending: An ending that is not part of the word itself, such as 's, or nothing.
        capitals: The spellings, if the word is written in two or more capitals.
        keys: What the spellings of a name have in common, if the word may be one.
        is_name: Whether it may be a name: it begins with a capital letter.
        is_latin: Whether it is written in Latin letters, or in some at least.
    """

    spellings: tuple[str, ...]
    wholes: tuple[str, ...]
    ending: str = ""
    capitals: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    is_name: bool = False
    is_latin: bool = True


class _ComparedWords(dict[str, ComparedWord]):
    """How words of texts are compared, found out once for each."""

    def __missing__(self, word: str) -> ComparedWord:
        if len(self) >= _KEPT:
            self.clear()
        compared = self[word] = _compared(word)
        return compared


_COMPARED: Final = _ComparedWords()


def compared_word(word: str) -> ComparedWord:
    """Return how a word of a text is compared."""
    return _COMPARED[word]


def _compared(word: str) -> ComparedWord:
    if word.isascii() and word.isalnum():
        return _compared_plainly(word, (word.lower(),))
    stem, ending = _parts(word)
    written = in_latin(stem)
    spellings = tuple(map(fold, written))
    wholes = tuple(spelling + ending for spelling in spellings) if ending else spellings
    is_name = written[0][:1].isupper()
    return ComparedWord(
        spellings,
        wholes,
        ending,
        _in_capitals(written),
        _keys(spellings) if is_name else (),
        is_name,
        not is_cyrillic(stem),
    )


def _compared_plainly(word: str, small: tuple[str]) -> ComparedWord:
    """The same for a word of unmarked letters and digits, as most are."""
    if word == small[0]:
        return ComparedWord(small, small)
    capitals = _in_capitals((word,)) if word[1:2].isupper() else ()
    is_name = word[0].isupper()
    return ComparedWord(small, small, "", capitals, _keys(small) if is_name else (), is_name)


def _parts(word: str) -> tuple[str, str]:
    """Return a word without dots between its letters and without its ending, and the ending."""
    stem, apostrophe, ending = word.partition("'")
    if _DOTTED.fullmatch(stem):
        stem = stem.replace(".", "")
    return stem, fold(apostrophe + ending)


def _in_capitals(written: tuple[str, ...]) -> tuple[str, ...]:
    """Return the spellings of a word in capitals, of NGOs as of NGO; none of another word."""
    stems = (word[:-1] if word.endswith("s") else word for word in written)
    return tuple(fold(stem) for stem in stems if stem.isupper() and _letters(stem) > 1)


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))


def _keys(spellings: tuple[str, ...]) -> tuple[str, ...]:
    keys = (name_key(spelling) for spelling in spellings if spelling.isalpha())
    return tuple(key for key in keys if len(key) >= _LEAST_KEY)


class Wanted(NamedTuple):
    """A word of a query.

    Attributes:
        compared: The word, as it is compared.
        begins: Whether words that go on from it are meant as well.
        begun_keys: The keys of names that may go on.
        capitals: Whether only words in capitals are meant, which are then whole.
    """

    compared: ComparedWord
    begins: bool
    begun_keys: tuple[str, ...]
    capitals: bool

    def is_met_by(self, compared: ComparedWord, ordinary: Container[str]) -> bool:
        """Tell whether a word of a text is wanted.

        Args:
            compared: The word, as it is compared.
            ordinary: Words that are no names, though they may begin with a capital.
        """
        if self.capitals:
            return any(spelling in compared.capitals for spelling in self.compared.capitals)
        is_spelled = self._is_spelled(compared)
        if is_spelled and (self.compared.is_name or compared.is_latin == self.compared.is_latin):
            return True
        # Only names are written in other alphabets, and in other ways.
        may_be = compared.is_name and (is_spelled or self._is_name(compared.keys))
        return may_be and compared.spellings[0] not in ordinary

    def as_ordinary(self) -> Wanted:
        """Return the same for a word that is no name."""
        return self._replace(compared=self.compared._replace(keys=()), begun_keys=())

    def _is_spelled(self, compared: ComparedWord) -> bool:
        wholes = self.compared.wholes
        if not self.begins:
            return any(whole in compared.wholes or whole in compared.spellings for whole in wholes)
        if len(compared.wholes) == 1:
            return compared.wholes[0].startswith(wholes)
        return any(whole.startswith(wholes) for whole in compared.wholes)

    def _is_name(self, keys: tuple[str, ...]) -> bool:
        if len(keys) == 1:
            return keys[0] in self.compared.keys or keys[0].startswith(self.begun_keys)
        return any(key in self.compared.keys or key.startswith(self.begun_keys) for key in keys)


class _Met(dict[str, bool]):
    """Whether words of texts are what one word of a query wants, found out once for each."""

    def __init__(self, wanted: Wanted, ordinary: Container[str]) -> None:
        super().__init__()
        self._wanted = wanted
        self._ordinary = ordinary

    def __missing__(self, word: str) -> bool:
        met = self[word] = self._wanted.is_met_by(compared_word(word), self._ordinary)
        return met


class _HasOne(dict[str, bool]):
    """Whether there is a wanted word in pieces of texts, found out once for each."""

    def __init__(self, met: _Met) -> None:
        super().__init__()
        self._met = met

    def __missing__(self, piece: str) -> bool:
        has_one = self[piece] = any(map(self._met.__getitem__, _WORD.findall(piece)))
        return has_one


class Pattern:
    """Words of a query that stand one after the other in a text.

    Attributes:
        words: The words.
        ordinary: Words that are no names, in small letters.
    """

    def __init__(self, words: Sequence[Wanted], ordinary: Container[str] = ()) -> None:
        self.words = tuple(words)
        self.ordinary = ordinary
        self._met = tuple(_Met(word, ordinary) for word in words)
        self._begins_in = tuple(map(_HasOne, self._met[:1]))

    @property
    def has_capitals(self) -> bool:
        """Whether a word is wanted in capitals only."""
        return any(word.capitals for word in self.words)

    def where(self, ordinary: Container[str]) -> Pattern:
        """Return the same where some words are no names."""
        words = (
            word.as_ordinary() if word.compared.spellings[0] in ordinary else word
            for word in self.words
        )
        return Pattern([*words], ordinary)

    def stands_among(self, words: Sequence[str]) -> bool:
        """Tell whether the words stand in a row among those of a text."""
        if len(self._met) == 1:
            return any(map(self._met[0].__getitem__, words))
        return next(self._places(words), None) is not None

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where in a text that `plain` was applied to the words stand, start and end.

        Of a word that goes on from what is wanted only the beginning is meant, of one
        that is found by another spelling all.
        """
        pieces = text.split()
        if not any(any(map(begins_in.__getitem__, pieces)) for begins_in in self._begins_in):
            return
        found = list(_WORD.finditer(text))
        for at in self._places([match[0] for match in found]):
            last = found[at + len(self.words) - 1]
            yield found[at].start(), last.start() + _length(self.words[-1], last[0])

    def _places(self, words: Sequence[str]) -> Iterator[int]:
        """Yield from which of the words of a text on the wanted ones stand in a row."""
        if not self._met:
            return
        first, *others = self._met
        for at, word in enumerate(words[: max(len(words) - len(others), 0)]):
            if first[word] and all(
                met[following] for met, following in zip(others, words[at + 1 :], strict=False)
            ):
                yield at


@lru_cache(maxsize=_KEPT)
def alike(text: str) -> str:
    """Return what texts have in common that are spelled alike: the keys of their words."""
    spellings = (compared_word(word).spellings[0] for word in words_of(text))
    return " ".join(map(name_key, spellings))


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are written, but for accents."""
    return _WORD.findall(plain(text))


@lru_cache(maxsize=256)
def pattern_of(text: str, *, whole: bool, in_any_case: bool = False) -> Pattern:
    """Return the words that a word or phrase of a query consists of.

    Args:
        text: The word or phrase, as it was written.
        whole: Whether its last word, too, is meant as it stands and not only begun.
        in_any_case: Whether words in capitals mean others, too.
    """
    words = [word for word in words_of(text) if word != BREAK]
    wanted = [
        _wanted(word, begins=at == len(words) and not whole) for at, word in enumerate(words, 1)
    ]
    return Pattern([word._replace(capitals=False) for word in wanted] if in_any_case else wanted)


def _wanted(word: str, *, begins: bool) -> Wanted:
    """What a word of a query wants: names also where it is written without a capital."""
    compared = compared_word(word)
    if _DOTTED.fullmatch(word):
        compared = compared._replace(capitals=compared.spellings)
    keys = () if compared.ending else _keys(compared.spellings)
    if not compared.is_latin and compared.capitals and len(word) <= _LONGEST_INITIALS:
        begins = False
    begun_keys = tuple(key for key in keys if len(key) >= _LEAST_BEGINNING) if begins else ()
    return Wanted(compared._replace(keys=keys), begins, begun_keys, bool(compared.capitals))


def _length(wanted: Wanted, word: str) -> int:
    """How many characters of a word that is wanted are meant."""
    written = fold(word)
    for whole in wanted.compared.wholes:
        if wanted.begins and not wanted.capitals and written.startswith(whole):
            return min(len(whole), len(word))
    return len(word) if wanted.compared.ending else len(word) - len(compared_word(word).ending)
