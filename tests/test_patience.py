"""A start that takes long says what it is doing; one that does not, says nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest

from kztimeline.cli import patience as waiting
from kztimeline.cli.patience import patience
from kztimeline.loading.cache import load_timeline

from .files import timeline, write


class Clock:
    """Stands for the timers: time passes when a test says so, whatever the machine does."""

    def __init__(self) -> None:
        self._due: list[Alarm] = []

    def __call__(self, _seconds: float, ring: Callable[[], None]) -> Alarm:
        return Alarm(self._due, ring)

    def goes_on(self) -> None:
        for alarm in list(self._due):
            alarm.ring()


class Alarm:
    """Stands for one timer."""

    daemon = False

    def __init__(self, due: list[Alarm], ring: Callable[[], None]) -> None:
        self._due = due
        self.ring = ring

    def start(self) -> None:
        self._due.append(self)

    def cancel(self) -> None:
        self._due.remove(self)


class Window(StringIO):
    """Stands for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(waiting, "Timer", made)
    return made


def test_a_slow_start_says_what_it_waits_for(clock: Clock) -> None:
    with redirect_stderr(Window()) as window, patience("reading events.yaml"):
        clock.goes_on()
    assert window.getvalue() == "kzt: reading events.yaml …\n"


def test_a_quick_start_says_nothing(clock: Clock) -> None:
    with redirect_stderr(Window()) as window:
        with patience("reading events.yaml"):
            pass
        clock.goes_on()
    assert window.getvalue() == ""


def test_nothing_is_said_where_nobody_waits(clock: Clock) -> None:
    with redirect_stderr(StringIO()) as log, patience("reading events.yaml") as tell:
        clock.goes_on()
        tell("checking each entry")
    assert log.getvalue() == ""


@pytest.mark.slow
def test_time_goes_on_by_itself() -> None:
    with redirect_stderr(Window()) as window, patience("reading events.yaml", 0.01):
        while not window.getvalue().endswith("\n"):
            time.sleep(0.01)
    assert window.getvalue() == "kzt: reading events.yaml …\n"


def test_each_step_of_a_slow_reading_is_said(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    path = write(tmp_path, timeline())
    for expected in (["checking each", "checking how the 1 event fit", "keeping what"], []):
        with redirect_stderr(Window()) as window, patience(f"reading {path}") as tell:
            clock.goes_on()
            load_timeline(path, tell)
        first, *steps = window.getvalue().splitlines()
        assert first == f"kzt: reading {path} …"
        assert [step[5 : 5 + len(words)] for step, words in zip(steps, expected, strict=True)] == (
            expected
        )
