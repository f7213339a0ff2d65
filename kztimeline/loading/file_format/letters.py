"""Letters for tracks and topics that were given none."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, TypeVar

from kztimeline.timeline.model import Topic, Track

Lettered = TypeVar("Lettered", Track, Topic)

_SPARE: Final = (
    *string.ascii_letters,
    *string.digits,
    *map(chr, chain(range(0x3B1, 0x3CA), range(0x430, 0x450), range(0x4E00, 0x9FFF))),
)
"""What is left where every letter of a name is taken; more than anybody has topics."""


def with_letters(items: Iterable[Lettered]) -> tuple[Lettered, ...]:
    """Return tracks or topics, each with a letter; those that have none take one of their name.

    Letters that are given are never taken away; no letter is given to two.
    """
    items = tuple(items)
    taken = {item.letter.casefold() for item in items if item.letter}
    return tuple(_with_letter(items, taken))


def _with_letter(items: Sequence[Lettered], taken: set[str]) -> Iterator[Lettered]:
    for item in items:
        if item.letter:
            yield item
            continue
        letter = next(each for each in _wanted(item) if each.casefold() not in taken)
        taken.add(letter.casefold())
        yield replace(item, letter=letter)


def _wanted(item: Track | Topic) -> Iterator[str]:
    """Yield letters for a track or topic, the best first: capitals for tracks."""
    for each in chain(item.name, item.id, _SPARE):
        letter = each.upper() if isinstance(item, Track) else each.lower()
        if len(letter) == 1 and letter.isalnum():
            yield letter
