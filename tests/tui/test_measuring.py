"""Measuring from a marked event: it is said once, has an end, and is not taken up again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.session.resume import memory_of
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, reading
from tests.tui.sample import sample


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
async def test_the_keys_come_back_when_the_distance_has_been_read(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.go("press")
        await reader.press("M", "k")
        assert "days" in reader.drawn()[-1]
        assert "M compares · esc ends" in reader.picture
        await reader.press("D")
        await reader.press("D")
        assert "enter" in reader.drawn()[-1]
        await reader.press("k")
        assert "M compares · esc ends" in reader.picture


@pytest.mark.slow
async def test_esc_ends_measuring_before_anything_of_the_list() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"ito", "enter")
        await reader.press("M", "j", "M")
        assert "M or esc closes" in reader.drawn()[-1]
        await reader.press("escape")
        await reader.press("escape")
        assert "Measuring ended." in reader.drawn()[-1]
        assert "ito" in reader.drawn()[0]
        await reader.press("k")
        assert " days" not in reader.drawn()[-1]


async def test_another_session_does_not_go_on_measuring(tmp_path: Path) -> None:
    timeline = replace(sample(), path=str(tmp_path / "events.yaml"))
    async with reading(timeline, size=SMALL, memory=memory_of(timeline)) as reader:
        await reader.press("M", "j", "M")
    async with reading(timeline, size=SMALL, memory=memory_of(timeline)) as reader:
        await reader.press("j")
        assert " days" not in reader.drawn()[-1]
        assert "compares" not in reader.picture


@pytest.mark.slow
async def test_the_measure_is_said_again_once_a_filter_is_typed() -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.go("strike")
        await reader.press("M")
        await reader.go("press")
        await reader.press("j", "k")
        assert "46 days" in reader.drawn()[-1]
        await reader.press("f", *"ito", "enter")
        assert reader.here == "press"
        assert "46 days" in reader.drawn()[-1]


async def test_a_page_that_compares_says_how_it_ends_wherever_one_moves() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("press")
        await reader.press("M", "k", "M")
        assert "M or esc closes" in reader.picture
        for key in ("l", "h", "]"):
            here = reader.here
            await reader.press(key)
            if reader.here != here and reader.here != "press":
                assert "M or esc closes" in reader.picture
            assert "M compares" not in reader.picture


@pytest.mark.parametrize("leaving", mostly_slow(["escape", "e"], ["escape"]))
async def test_the_sources_lead_back_to_the_comparison_they_were_opened_over(leaving: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("press")
        await reader.press("M", "k", "M", "e")
        assert reader.situation.page == "evidence"
        await reader.press(leaving)
        assert reader.situation.page == "pair"
        await reader.press("escape", "e", leaving)
        assert reader.situation.page == ""


@pytest.mark.slow
async def test_what_is_done_beside_another_event_says_to_which() -> None:
    async with reading(size=WIDE) as reader:
        await reader.go("strike")
        await reader.press("M")
        await reader.go("press")
        await reader.press("M", "p")
        event = reader.screen.session.event
        assert event is not None
        title = event.title[:20]
        assert f"“{title}" in reader.said
        assert "1 pinned" in reader.said
        await reader.press("p")
        assert f"“{title}" in reader.said
        assert "Unpinned. No pins left." in reader.said
        await reader.press("escape", "p")
        assert reader.said.startswith("1 pinned")


@pytest.mark.slow
async def test_events_between_are_counted_of_all_where_a_filter_hides_some() -> None:
    async with reading(size=WIDE) as reader:
        await reader.go("strike")
        await reader.press("M")
        await reader.press("G", "k")
        assert "events between · " in reader.said
        await reader.press("f", *"harbour or ito or police", "enter", "j", "k")
        assert "events between, of all 60 · " in reader.said
        await reader.press("M")
        assert "events between, of all 60" in reader.text("#pair")
        await reader.press("F")
        assert "of all" not in reader.text("#pair")


@pytest.mark.parametrize(
    "words", mostly_slow(["compare", "period", "interval", "distance"], ["compare"])
)
async def test_the_help_finds_how_to_compare(words: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("?", *words)
        assert "Mark the event and move to measure" in reader.picture
