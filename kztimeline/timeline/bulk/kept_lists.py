"""Many texts, or many sets of positions, one after the other in two segments of what is kept.

What is asked for is taken out; nothing else is looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final, overload

from kztimeline.timeline.bulk import bitsets as bits
from kztimeline.timeline.bulk.bitsets import PositionSet
from kztimeline.timeline.bulk.number_bytes import from_numbers, to_numbers
from kztimeline.timeline.parts import Position

_AFTER_ALL: Final = chr(0x10FFFF)
_NUMBER: Final = 4


class KeptTexts(Sequence[str]):
    """Texts that stand one after the other, each taken out when it is looked at."""

    def __init__(self, ends: Sequence[int], bodies: memoryview) -> None:
        self._ends = ends
        self._bodies = bodies

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return str(self._bodies[self._ends[at] : self._ends[at + 1]], "utf-8")


class SortedTexts(KeptTexts):
    """Texts in order, one of which is found without looking at all."""

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and bool(self.places_of(text))

    def places_of(self, text: str) -> range:
        """Return where a text stands; it may stand there more than once."""
        return self._from_to(text, text + "\0")

    def places_begun_with(self, beginning: str) -> range:
        """Return where texts stand that begin with `beginning`."""
        return self._from_to(beginning, beginning + _AFTER_ALL)

    def _from_to(self, first: str, after: str) -> range:
        start = bisect_left(self, first)
        return range(start, bisect_left(self, after, start))


class KeptSets:
    """Sets of positions, each as bits where these are shorter, else as its positions.

    Args:
        size: Every position is below it.
        ends: Where the sets end.
        bodies: The sets.
    """

    def __init__(self, size: int, ends: Sequence[int], bodies: memoryview) -> None:
        self._octets = _octets(size)
        self._ends = ends
        self._bodies = bodies

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> PositionSet:
        return self.any_of((number,))

    def any_of(self, numbers: Iterable[int]) -> PositionSet:
        """Return the positions that are in any of some sets, as bits."""
        found, few = 0, bytearray(self._octets)
        for number in numbers:
            body = self._body(number)
            if len(body) == self._octets:
                found |= int.from_bytes(body, "little")
            else:
                for position in to_numbers(body):
                    few[position >> 3] |= 1 << (position & 7)
        return found | int.from_bytes(few, "little")

    def count(self, number: int) -> int:
        """Return how many positions are in a set."""
        body = self._body(number)
        if len(body) == self._octets:
            return int.from_bytes(body, "little").bit_count()
        return len(body) // _NUMBER

    def _body(self, number: int) -> memoryview:
        return self._bodies[self._ends[number] : self._ends[number + 1]]


def from_texts(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    """Return texts as two segments."""
    bodies = [text.encode() for text in texts]
    return _segments(name, bodies)


def texts_of(segments: Mapping[str, memoryview], name: str) -> KeptTexts:
    """Return the texts of two segments."""
    return KeptTexts(to_numbers(segments[f"{name} ends"]), segments[name])


def sorted_texts_of(segments: Mapping[str, memoryview], name: str) -> SortedTexts:
    """Return the texts of two segments, which stand in order."""
    return SortedTexts(to_numbers(segments[f"{name} ends"]), segments[name])


def from_sets(name: str, sets: Iterable[Sequence[Position]], size: int) -> dict[str, bytes]:
    """Return sets of positions, each below `size` and ascending, as two segments."""
    octets = _octets(size)
    bodies = [
        from_numbers(each)
        if len(each) * _NUMBER < octets
        else bits.from_positions(each, size).to_bytes(octets, "little")
        for each in sets
    ]
    return _segments(name, bodies)


def from_bits(name: str, sets: Iterable[PositionSet], size: int) -> dict[str, bytes]:
    """Return sets of positions below `size`, given as bits, as two segments."""
    return _segments(name, [each.to_bytes(_octets(size), "little") for each in sets])


def sets_of(segments: Mapping[str, memoryview], name: str, size: int) -> KeptSets:
    """Return the sets of two segments, of positions below `size`."""
    return KeptSets(size, to_numbers(segments[f"{name} ends"]), segments[name])


def _octets(size: int) -> int:
    return size // 8 + 1


def _segments(name: str, bodies: Sequence[bytes]) -> dict[str, bytes]:
    ends = accumulate(map(len, bodies), initial=0)
    return {name: b"".join(bodies), f"{name} ends": from_numbers(ends)}
