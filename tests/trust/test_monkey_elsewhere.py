"""The monkey of the screen on other timelines: none, one event, 20,000, and hostile text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kztimeline.timeline.model import Timeline
from tests.tui.driving import reading
from tests.tui.sample import event, sample, timeline_of
from tests.tui.test_monkey import no_way_out, play
from tests.tui.test_text_from_files import odd

__all__ = ["no_way_out"]


def empty() -> Timeline:
    return replace(sample(), events=(), documents=())


def one() -> Timeline:
    return timeline_of([event("one", "2012-01-02", "Envoy speaks", "island", importance=1)])


def hostile() -> Timeline:
    return timeline_of(odd())  # type: ignore[arg-type]


def many() -> Timeline:
    return timeline_of(
        [
            event(
                f"e{number}",
                f"{1992 + number % 30}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                f"The {number}. thing",
                ("island", "league")[number % 2],
                importance=number % 3 + 1,
            )
            for number in range(20_000)
        ]
    )


@pytest.mark.slow
@pytest.mark.usefixtures("no_way_out")
@pytest.mark.parametrize("make", [one, hostile])
async def test_some_steps_elsewhere(make) -> None:  # type: ignore[no-untyped-def]
    async with reading(make(), size=(80, 24)) as reader:
        await play(reader, 60, 3, 20)


async def test_a_timeline_without_events_can_be_looked_at() -> None:
    async with reading(empty(), size=(80, 24)) as reader:
        for key in ("j", "k", "G", "g", "enter", "escape", "f", "x", "enter", "escape", "z", "m"):
            await reader.press(key)
        assert reader.app.is_running


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("no_way_out")
@pytest.mark.parametrize("make", [one, hostile, many])
async def test_thousands_of_steps_elsewhere(make) -> None:  # type: ignore[no-untyped-def]
    async with reading(make()) as reader:
        await play(reader, 2_000, 1991, 100)
