"""A start that takes long says what it is doing; one that does not, says nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
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


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(waiting, "Timer", made)
    return made


def test_a_slow_start_says_what_it_waits_for(
    capsys: pytest.CaptureFixture[str], clock: Clock
) -> None:
    with patience("reading events.yaml"):
        clock.goes_on()
    assert capsys.readouterr().err == "kzt: reading events.yaml …\n"


def test_a_quick_start_says_nothing(capsys: pytest.CaptureFixture[str], clock: Clock) -> None:
    with patience("reading events.yaml"):
        pass
    clock.goes_on()
    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_time_goes_on_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    # What pytest captures is lost where it is written while that is taken out.
    said = StringIO()
    monkeypatch.setattr("sys.stderr", said)
    with patience("reading events.yaml", 0.01):
        while not said.getvalue().endswith("\n"):
            time.sleep(0.01)
    assert said.getvalue() == "kzt: reading events.yaml …\n"


def test_each_step_of_a_slow_reading_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: Clock
) -> None:
    path = write(tmp_path, timeline())
    for expected in (["checking each", "checking how the 1 event fit", "keeping what"], []):
        with patience(f"reading {path}") as tell:
            clock.goes_on()
            load_timeline(path, tell)
        first, *steps = capsys.readouterr().err.splitlines()
        assert first == f"kzt: reading {path} …"
        assert [step[5 : 5 + len(words)] for step, words in zip(steps, expected, strict=True)] == (
            expected
        )
