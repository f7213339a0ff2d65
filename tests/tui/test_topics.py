"""Topics by year: every topic can be reached, and keeps its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from kztimeline.timeline.model import Topic
from tests.sampling import mostly_slow
from tests.tui.driving import reading
from tests.tui.sample import event, timeline_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline
    from tests.tui.driving import Reader

NAMES = tuple(f"{one}{two}" for one in "abcde" for two in "vwxyz")


def many_topics() -> Timeline:
    """Return a timeline with 25 topics, each of fewer events than the one before."""
    events = [
        event(f"{name}-{number}", str(1991 + number), f"{name} {number}", topics=(name,))
        for rank, name in enumerate(NAMES)
        for number in range(30 - rank)
    ]
    topics = tuple(Topic(id=name, name=name.upper(), letter="T") for name in NAMES)
    return replace(timeline_of(events), topics=topics)


def topics_seen(reader: Reader) -> list[str]:
    """Return the topics of the strip as they are drawn, the highest first."""
    lines = reader.text("#overview").splitlines()
    return [name.lower() for line in lines if (name := line[:3].strip()).lower() in NAMES]


def elsewhere(reader: Reader) -> tuple[int, int]:
    """Return how many topics the strip says stand above and below."""
    line = reader.text("#overview").splitlines()[-1]
    return tuple(int(found[1]) if (found := re.search(f"{arrow}(\\d+)", line)) else 0
                 for arrow in "↑↓")  # type: ignore[return-value]  # fmt: skip


@pytest.mark.parametrize(
    "size", mostly_slow([(60, 20), (80, 24), (120, 40), (200, 60)], [(60, 20)])
)
async def test_every_topic_is_reached_by_keys_and_those_out_of_sight_are_counted(
    size: tuple[int, int],
) -> None:
    async with reading(many_topics(), size=size) as reader:
        await reader.press("Z")
        seen: list[str] = []
        while (rest := elsewhere(reader))[1]:
            assert sum(rest) + len(topics_seen(reader)) == len(NAMES)
            seen += topics_seen(reader)
            await reader.press("+")
        seen += topics_seen(reader)
        assert list(dict.fromkeys(seen)) == list(NAMES)
        assert elsewhere(reader)[0] == len(NAMES) - len(topics_seen(reader))
        await reader.press("+")
        if elsewhere(reader)[0]:
            assert reader.said == "These are the last topics."
        await reader.press("0")
        assert topics_seen(reader)[0] == NAMES[0]


async def test_the_wheel_scrolls_the_topics_and_so_does_a_click_on_their_count() -> None:
    async with reading(many_topics(), size=(80, 24)) as reader:
        await reader.press("Z")
        top = topics_seen(reader)
        await reader.wheel(MouseScrollDown, "#overview")
        assert top[0] not in topics_seen(reader)
        await reader.wheel(MouseScrollUp, "#overview")
        assert topics_seen(reader) == top
        await reader.pilot.click("#overview", offset=(3, len(top)))
        await reader.settle()
        assert top[0] not in topics_seen(reader)


async def test_choosing_a_cell_leaves_every_topic_in_its_place() -> None:
    async with reading(many_topics(), size=(80, 24)) as reader:
        await reader.press("Z", "+", "+")
        before, rest = topics_seen(reader), elsewhere(reader)
        await reader.pilot.click("#overview", offset=(20, 2))
        await reader.settle()
        assert f"topic:{before[2]}" in reader.screen.session.view.query
        assert topics_seen(reader) == before
        assert elsewhere(reader) == rest


async def test_where_all_topics_have_room_nothing_is_said_to_be_elsewhere() -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press("Z")
        assert "more" not in reader.text("#overview")
        await reader.press("+")
        assert reader.said == "All topics are shown; Z goes back to the events."


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (30, 24)])
async def test_what_keys_can_do_with_a_cell_is_said(size: tuple[int, int]) -> None:
    async with reading(many_topics(), size=size) as reader:
        await reader.press("Z")
        told = "Click a cell to see its events, or type f topic:… in:… · + - scroll"
        assert told in reader.picture
        await reader.press("f", *"topic:av in:1993", "enter")
        assert len(reader.ids) == 1


@pytest.mark.parametrize(
    ("size", "keys", "said"),
    [
        ((40, 12), ("Z",), "Terminal too low: the overview needs 20 lines."),
        ((80, 24), ("enter", "Z"), "Terminal too low: the overview needs 20 lines, 30 above a"),
        (
            (80, 24),
            ("Z", "enter", "+"),
            "Terminal too low: the overview needs 20 lines, 30 above a",
        ),
    ],
)
async def test_where_there_is_no_room_for_topics_it_is_said_how_much_they_need(
    size: tuple[int, int], keys: tuple[str, ...], said: str
) -> None:
    async with reading(size=size) as reader:
        await reader.press(*keys)
        assert said in reader.picture
