"""Names of people in office: the last name, and whether two names are one person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.text.letters.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

IN_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")
_AFTER_COMMA: Final = re.compile(r",\s*.*")
_SUFFIX: Final = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii"})


def surname(name: str) -> str:
    """Return the last word of a name: 'George H.W. Bush' is Bush, 'X (2nd term)' is X."""
    words = _bare(name)
    return words[-1] if words else name


def same_person(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: 'W. H. Moser' and 'William Moser (2nd term)'.

    The last names are the same, and no given name or initial of the one contradicts the other's.
    """
    (*given, last), (*others, other_last) = (
        [fold(word) for word in _bare(name)] or [""] for name in (one, other)
    )
    if last != other_last:
        return False
    return not given or not others or _agree(given, others)


def _agree(given: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether a given name of the one is the other's, or an initial of it."""
    return any(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one in map(_letters, given)
        for other in map(_letters, others)
        if one and other
    )


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word))


def _bare(name: str) -> list[str]:
    words = _AFTER_COMMA.sub("", IN_BRACKETS.sub("", name)).split()
    while len(words) > 1 and words[-1].casefold() in _SUFFIX:
        words.pop()
    return words
