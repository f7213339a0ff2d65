"""Names that may be meant by a misspelled one: one measure, one cut-off, one wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PART: Final = re.compile(r"[^\W_]+")
_MOST_MISTAKES: Final = 3
_LETTERS_A_MISTAKE: Final = 3


def nearest(
    text: str,
    known: Iterable[str],
    *,
    alike: Callable[[str], str] = str.casefold,
    most: int = 3,
) -> tuple[str, ...]:
    """Return those of some names that differ least from `text`; none if all differ much.

    A name is as near as all of it, or as one of its words. One mistake in three letters
    may be made, one in a shorter text, three at most; a single letter is like no other.

    Args:
        text: What was written.
        known: The names, of which the earlier go before the later.
        alike: Makes the same of what is not to count as a difference.
        most: How many to return.
    """
    wanted = alike(text)
    limit = mistakes_in(wanted)
    if not limit:
        return ()
    close = Closeness(wanted)
    found: list[tuple[int, bool, bool, str]] = []
    for name in known:
        whole = alike(name)
        for part in dict.fromkeys((whole, *_PART.findall(whole))):
            distance = close.to(part, limit)
            if distance is not None:
                limit = distance
                found.append((distance, part != whole, part[:1] != wanted[:1], name))
    best = [entry for entry in found if entry[0] == limit]
    ordered = (name for *_order, name in sorted(best, key=lambda entry: entry[:3]))
    return tuple(dict.fromkeys(ordered))[:most]


def did_you_mean(names: Sequence[str]) -> str:
    """Return the question whether one of some names, at least one, is meant."""
    *others, last = names
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"


def mistakes_in(text: str) -> int:
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
        self._without_letters = dict.fromkeys(map(ord, text))

    def to(self, other: str, limit: int) -> int | None:
        """Return the number of mistakes in `other`, or None where it is over `limit`."""
        text = self._text
        if abs(len(other) - len(text)) > limit:
            return None
        # Each letter that the text does not have is a mistake.
        if len(other.translate(self._without_letters)) > limit:
            return None
        distance = _distance(text, other, limit)
        return distance if distance <= limit else None


def _distance(one: str, other: str, limit: int) -> int:
    """The distance of two texts, or some number above `limit`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        before_that, before, row = before, row, [at + 1]
        for place, its in enumerate(other):
            cost = before[place] + (letter != its)
            swapped = at and place and letter == other[place - 1] and its == one[at - 1]
            if swapped and letter != its:
                cost = min(cost, before_that[place - 1] + 1)
            row.append(min(cost, row[place] + 1, before[place + 1] + 1))
        if min(row) > limit and min(before) > limit - 1:
            return limit + 1
    return row[-1]
