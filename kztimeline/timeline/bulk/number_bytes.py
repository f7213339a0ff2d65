"""Numbers as bytes, four each, unsigned and little-endian."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from typing import Final

WORD: Final = "I"
"""The kind of an array whose numbers take four bytes."""


def to_numbers(segment: memoryview) -> array[int]:
    """Return the numbers that bytes hold.

    Raises:
        ValueError: they do not hold whole numbers of four bytes.
    """
    numbers = array(WORD)
    numbers.frombytes(segment)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def from_numbers(numbers: Iterable[int]) -> bytes:
    """Return numbers as bytes."""
    found = array(WORD, numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()
