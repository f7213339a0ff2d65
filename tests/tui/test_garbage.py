"""Garbage is collected while the reader pauses, and not while an answer is awaited."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator

import pytest

from kztimeline.timeline.model import Timeline
from kztimeline.tui import garbage
from kztimeline.tui.screens import read_ahead
from tests.tui.driving import WIDE, Reader, reading

NEVER = 600


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Begin as the program does, with none collected; return the generations that are."""
    generations: list[int] = []

    def note(phase: str, what: dict[str, int]) -> None:
        if phase == "start":
            generations.append(what["generation"])

    thresholds = gc.get_threshold()
    gc.disable()
    monkeypatch.setattr(read_ahead, "_BETWEEN", NEVER)
    gc.callbacks.append(note)
    try:
        yield generations
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*thresholds)
        gc.enable()


async def begun(reader: Reader) -> None:
    reader.screen.session.search.prepare()
    while not gc.isenabled():
        await asyncio.sleep(0.002)


async def until(generation: int, collected: list[int]) -> None:
    while generation not in collected:
        await asyncio.sleep(0.002)


@pytest.mark.slow
async def test_none_is_collected_between_a_key_and_the_next(
    collected: list[int], builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_PAUSE", NEVER)
    # A pilot makes much of its own.
    monkeypatch.setattr(garbage, "_MOST", 1_000_000)
    async with reading(builtin, size=WIDE) as reader:
        await begun(reader)
        collected.clear()
        await reader.press("j", "j", "k", "f", *"presid")
        assert not collected


async def test_it_is_collected_when_the_reader_pauses_and_all_of_it_when_they_rest(
    collected: list[int], builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_PAUSE", 0.01)
    monkeypatch.setattr(garbage, "_REST", 0.01)
    async with reading(builtin, size=WIDE) as reader:
        await begun(reader)
        for _ in range(2):
            collected.clear()
            await reader.press("j")
            await until(1, collected)
            await until(2, collected)


async def test_what_is_made_in_one_go_is_not_left_for_a_pause(
    collected: list[int], builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_PAUSE", NEVER)
    async with reading(builtin, size=WIDE) as reader:
        await begun(reader)
        collected.clear()
        kept: list[list[int]] = [[] for _ in range(50_000)]
        assert collected
        assert kept
