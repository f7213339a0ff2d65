"""How soon its answer is drawn after a key, where Textual itself would draw seldom."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import kztimeline

from .terminal import terminal

SELDOM = 5
"""Seconds between Textual's own frames."""
LATER = (
    "import textual.screen\n"
    f"textual.screen.UPDATE_PERIOD = {SELDOM}\n"
    "from kztimeline.__main__ import main\n"
    "main()"
)
FILTER, COMMANDS = ("f", "actor:…"), (":", "type to search all commands")
WORD = "zha"


def counts() -> list[str]:
    """Return what the screen says when each letter of the word is answered."""
    whole = kztimeline.load()
    found = [len(whole.query(WORD[:size])) for size in range(1, len(WORD) + 1)]
    assert len(set(found)) == len(found)
    return [f"{count} of {len(whole.events)}" for count in found]


def seconds(
    folder: Path, opening: tuple[str, str], word: str, answers: Sequence[str], **more: str
) -> float:
    """Return how long the letters of a word wait for their answers, all together."""
    key, bar = opening
    own = {"XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder)} | more
    with terminal(size=(120, 40), command=(sys.executable, "-c", LATER), environment=own) as opened:
        opened.until("? help")
        opened.type(key)
        opened.until(bar)
        began = time.monotonic()
        for letter, answer in zip(word, answers, strict=True):
            opened.type(letter)
            opened.until(answer)
        return time.monotonic() - began


@pytest.mark.slow
def test_a_letter_of_a_filter_is_answered_before_the_next_frame_would_be(tmp_path: Path) -> None:
    assert seconds(tmp_path, FILTER, WORD, counts()) < SELDOM


@pytest.mark.slow
def test_so_is_a_letter_typed_in_a_dialog(tmp_path: Path) -> None:
    answers = ("b▏", "br▏", "bri▏")
    assert seconds(tmp_path, COMMANDS, "bri", answers) < SELDOM


@pytest.mark.slow
def test_who_asks_for_fewer_frames_has_fewer(tmp_path: Path) -> None:
    assert seconds(tmp_path, FILTER, WORD, counts(), TEXTUAL_FPS="2") > 1
