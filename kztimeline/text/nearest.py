"""Names that may be meant by a misspelled one: one measure, one cut-off, one wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.numbers import either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PART: Final = re.compile(r"[^\W_]+")
_MOST_MISTAKES: Final = 3
_LETTERS_A_MISTAKE: Final = 3
_SHORTEST_PART: Final = 4


class Near(NamedTuple):
    """Names that are equally like a text, the likest first, and how many mistakes that takes."""

    names: tuple[str, ...]
    mistakes: int


def nearest(
    text: str,
    known: Iterable[str],
    *,
    alike: Callable[[str], str] = str.casefold,
    by_words: bool = True,
    most: int = 3,
) -> tuple[str, ...]:
    """Return those of some names that differ least from `text`; none if all differ much.

    One mistake in three letters may be made, one in a shorter text, three at most; a
    single letter is like no other.

    Args:
        text: What was written.
        known: The names, of which the earlier go before the later.
        alike: Makes the same of what is not to count as a difference.
        by_words: Whether a name is as near as the nearest of its words; those of three letters
            and fewer are to be the same.
        most: How many to return.
    """
    return near(text, known, alike=alike, by_words=by_words).names[:most]


def near(
    text: str,
    known: Iterable[str],
    *,
    alike: Callable[[str], str] = str.casefold,
    by_words: bool = True,
) -> Near:
    """Return all names that `nearest` may return, with their number of mistakes."""
    wanted = alike(text)
    limit = mistakes_allowed(wanted)
    if not limit:
        return Near((), 0)
    closeness = Closeness(wanted)
    found: list[tuple[int, bool, bool, str]] = []
    for name in known:
        whole = alike(name)
        parts = _PART.findall(whole) if by_words and not whole.isalnum() else ()
        for part in (whole, *parts) if parts else (whole,):
            # The little words of a name are like too many others: the "for" of one like "foo".
            least_part = part is not whole and len(part) < _SHORTEST_PART
            mistakes = closeness.to(part, 0 if least_part else limit)
            if mistakes is not None:
                limit = mistakes
                found.append((mistakes, part is not whole, part[:1] != wanted[:1], name))
    least = min((entry[:2] for entry in found), default=None)
    best = sorted((entry for entry in found if entry[:2] == least), key=lambda entry: entry[2])
    return Near(tuple(dict.fromkeys(name for *_order, name in best)), limit)


def did_you_mean(names: Sequence[str], *, sentence: bool = False) -> str:
    """Return the question whether one of some names, at least one, is meant.

    Args:
        names: The names, the likest first.
        sentence: Whether it stands by itself and begins with a capital.
    """
    return f"{'Did' if sentence else 'did'} you mean {either(names)}?"


def mistakes_allowed(text: str) -> int:
    """Return how many mistakes a text may have and still be like another."""
    if len(text) < 2:
        return 0
    return min(max(len(text) // _LETTERS_A_MISTAKE, 1), _MOST_MISTAKES)


class Closeness:
    """How many mistakes lead from one text to others.

    A letter too many, too few or wrong is a mistake, and so are two that changed places:
    the restricted edit distance of Damerau and Levenshtein.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)
        self._letters = dict.fromkeys(map(ord, text))

    def to(self, other: str, limit: int) -> int | None:
        """Return the number of mistakes in `other`, or None where it is over `limit`."""
        # What differs in length, or in the letters it has, is passed over without a measure.
        if (
            abs(len(other) - self._length) > limit
            or len(other.translate(self._letters)) > limit
            or len(self._text.translate(dict.fromkeys(map(ord, other)))) > limit
        ):
            return None
        mistakes = _mistakes(self._text, other, limit)
        return mistakes if mistakes <= limit else None


def _mistakes(one: str, other: str, limit: int) -> int:
    """The mistakes between two texts, or some number above `limit`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        before_that, before, row = before, row, [at + 1]
        for place, its in enumerate(other):
            cost = before[place] + (letter != its)
            if at and place and letter == other[place - 1] and its == one[at - 1]:
                cost = min(cost, before_that[place - 1] + 1)
            row.append(min(cost, row[place] + 1, before[place + 1] + 1))
        if min(row) > limit and min(before) >= limit:
            return limit + 1
    return row[-1]
