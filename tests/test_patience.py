"""A start that takes long says what it is doing; one that does not, says nothing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kztimeline.cli.patience import patience
from kztimeline.loading.cache import load_timeline

from .files import timeline, write


def test_a_slow_start_says_what_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    with patience("reading events.yaml", 0.01):
        time.sleep(0.2)
    assert capsys.readouterr().err == "kzt: reading events.yaml …\n"


def test_a_quick_start_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with patience("reading events.yaml", 0.2):
        pass
    time.sleep(0.3)
    assert capsys.readouterr().err == ""


def test_each_step_of_a_slow_reading_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, timeline())
    for expected in (["checking each", "checking how the 1 event fit", "keeping what"], []):
        with patience(f"reading {path}", 0) as tell:
            time.sleep(0.2)
            load_timeline(path, tell)
        first, *steps = capsys.readouterr().err.splitlines()
        assert first == f"kzt: reading {path} …"
        assert [step[5 : 5 + len(words)] for step, words in zip(steps, expected, strict=True)] == (
            expected
        )
