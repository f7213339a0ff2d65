"""The page of a day while something else is asked for: it follows, or gives way."""

from __future__ import annotations

import pytest

from kztimeline.timeline.model import Timeline
from tests.tui.driving import SMALL, WIDE, Reader, reading


async def on_a_day(reader: Reader) -> None:
    await reader.press("d", *"3 feb 2012", "enter", "r")
    assert "On 3 February 2012" in reader.picture


@pytest.mark.parametrize(
    "keys",
    [
        ("d", *"ferry", "enter"),
        ("T", *"15 jan", "enter"),
        ("f", *"ferry", "enter"),
        ("u",),
    ],
    ids=lambda keys: keys[0],
)
async def test_the_list_is_in_front_where_it_is_what_was_asked_for(keys: tuple[str, ...]) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("f", *"island", "enter", "escape")
        await on_a_day(reader)
        await reader.press(*keys)
        assert "On 3 February 2012" not in reader.picture
        assert reader.screen.list.display
        assert "▌" in reader.text("#events")


async def test_another_date_is_followed_and_a_word_begun_comes_back_to_the_day() -> None:
    async with reading(size=SMALL) as reader:
        await on_a_day(reader)
        await reader.press("d", *"5 mar 2012")
        assert "On 5 March 2012" in reader.picture
        await reader.press(*" x")
        assert "On 3 February 2012" in reader.picture
        await reader.press("escape")
        assert "On 3 February 2012" in reader.picture


async def test_a_click_on_the_overview_shows_the_time_that_was_clicked() -> None:
    async with reading(size=WIDE) as reader:
        await on_a_day(reader)
        await reader.pilot.click("#overview", offset=(40, 2))
        await reader.settle()
        assert "On 3 February 2012" not in reader.picture


async def test_a_key_on_the_page_of_a_day_acts_only_on_what_it_shows() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("strike")
        await on_a_day(reader)
        for key in ("o", "y", "p", "e", "E"):
            await reader.press(key)
            assert "On 3 February 2012" in reader.picture, key
            assert "Open which source?" not in reader.picture, key
            assert not reader.screen.session.pinboard.positions, key
        await reader.press("tab", "o")
        chosen = reader.screen.pages.day.chosen_link
        assert chosen
        sources = reader.screen.session.timeline.event(chosen).sources
        assert sources or "On 3 February 2012" in reader.picture


@pytest.mark.parametrize("size", [(30, 10), (60, 20), (80, 24), (120, 40), (200, 60)])
async def test_at_every_size_a_handover_names_both_and_a_vague_term_says_perhaps(
    builtin: Timeline, size: tuple[int, int]
) -> None:
    async with reading(builtin, size=size) as reader:
        await reader.press("d", *"20 mar 2019", "enter", "r")
        seen = ""
        for _ in range(80):
            seen += reader.text("#day")
            if "United States" in seen and "perhaps" in seen:
                break
            await reader.press("j")
        told = " ".join(seen.replace("┃", " ").split())
        assert "Nursultan Nazarbayev" in told
        assert "until that day" in told
        assert "from that day" in told
        assert "perhaps" in told
