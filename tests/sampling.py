"""Which of many like cases run each time, and which only where time is no matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pytest


def mostly_slow(
    cases: Iterable[Any], at_once: Collection[Any], *, several: bool = False
) -> Iterator[Any]:
    """Yield the cases for a parametrized test; those not in `at_once` are marked slow.

    Args:
        cases: All cases.
        at_once: Those that run each time.
        several: Whether a case is a tuple with a value for each of several names.
    """
    for case in cases:
        marks = () if case in at_once else (pytest.mark.slow,)
        yield pytest.param(*(case if several else (case,)), marks=marks)
