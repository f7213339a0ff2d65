"""Which of many like cases run each time, and which only where time is no matter."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import pytest

EACH_TIME = "each_time"
_RUN_THE_PROGRAM = "tests/cli/"


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


def cases_left_to_the_slow_run(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield the cases that a run of everything leaves to the slow run.

    Of a test that opens the screen anew for each of many cases the first runs each time, of one
    that runs the program the first and the last; of those that are not slow already, and unless it
    is marked `each_time`.
    """
    screens: dict[str, list[pytest.Item]] = defaultdict(list)
    runs: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker(EACH_TIME) or item.get_closest_marker("slow"):
            continue
        test = item.nodeid.partition("[")[0]
        if inspect.iscoroutinefunction(getattr(item, "obj", None)):
            screens[test].append(item)
        elif test.startswith(_RUN_THE_PROGRAM):
            runs[test].append(item)
    for cases in screens.values():
        yield from cases[1:]
    for cases in runs.values():
        yield from cases[1:-1]
