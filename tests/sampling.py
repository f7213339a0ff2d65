"""Which of many like cases run each time, and which only where time is no matter."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pytest

EACH_TIME = "each_time"


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


def cases_of_the_screen(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield the cases of the screen that are left to the slow run.

    A test that opens the screen anew for each of many cases has its first and its last run each
    time, of those that are not slow already, unless it is marked `each_time`.
    """
    families: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        opens_screen = inspect.iscoroutinefunction(getattr(item, "obj", None))
        is_fast = not (item.get_closest_marker(EACH_TIME) or item.get_closest_marker("slow"))
        if opens_screen and is_fast:
            families[item.nodeid.partition("[")[0]].append(item)
    for cases in families.values():
        yield from cases[1:-1]
