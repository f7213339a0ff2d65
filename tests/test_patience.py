"""A start that takes long says what it is doing; one that does not, says nothing."""

from __future__ import annotations

import time

import pytest

from kztimeline.cli.read.screen import patience


def test_a_slow_start_says_what_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    with patience("reading events.yaml …", 0.01):
        time.sleep(0.2)
    assert capsys.readouterr().err == "kzt: reading events.yaml …\n"


def test_a_quick_start_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with patience("reading events.yaml …", 0.2):
        pass
    time.sleep(0.3)
    assert capsys.readouterr().err == ""
