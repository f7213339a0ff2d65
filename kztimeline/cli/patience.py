"""What a terminal is told when something takes so long that silence would look like a failure."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Final

from kztimeline.cli.reporting import say

PATIENCE: Final = 0.5
"""Seconds after which silence would look like a failure."""

OF_A_TEXT: Final = 2.0
"""The same where a text is read, which is known to take its time."""


class _Steps:
    """Says what is being done, once the time is up."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._time_is_up = False
        self._lock = Lock()

    def begin(self, step: str) -> None:
        with self._lock:
            self._doing = step
            if self._time_is_up:
                say(f"{step} …")

    def time_is_up(self) -> None:
        with self._lock:
            self._time_is_up = True
            say(f"{self._doing} …")


def _unsaid(_step: str) -> None:
    """Take a step where nobody waits."""


@contextmanager
def patience(doing: str, seconds: float = PATIENCE) -> Iterator[Callable[[str], None]]:
    """Say what is done if it takes longer than some seconds, and from then on each step.

    What is yielded takes the words for a step when it begins. Nothing is said where standard
    error is no terminal: nobody waits there, and a log holds what has happened alone.
    """
    if not sys.stderr.isatty():
        yield _unsaid
        return
    steps = _Steps(doing)
    timer = Timer(seconds, steps.time_is_up)
    timer.daemon = True
    timer.start()
    try:
        yield steps.begin
    finally:
        timer.cancel()


@contextmanager
def reading_a_text(name: str) -> Iterator[None]:
    """Say that a text is being read, if that takes long."""
    with patience(f"reading {name}", OF_A_TEXT):
        yield
