"""Which of many like cases run each time, and which only where time is no matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pytest


def mostly_slow(cases: Iterable[Any], at_once: Collection[Any]) -> Iterator[Any]:
    """Yield the cases for a parametrized test; those not in `at_once` are marked slow."""
    for case in cases:
        yield case if case in at_once else pytest.param(case, marks=pytest.mark.slow)
