"""The page of a day while something else is asked for: it follows, or gives way."""

from __future__ import annotations

import pytest

from kztimeline.timeline.model import Timeline
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading


async def on_a_day(reader: Reader) -> None:
    await reader.press("d", *"3 feb 2012", "enter", "r")
    assert "On 3 February 2012" in reader.picture


@pytest.mark.slow
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


@pytest.mark.slow
async def test_another_date_is_followed_and_a_word_begun_comes_back_to_the_day() -> None:
    async with reading(size=SMALL) as reader:
        await on_a_day(reader)
        await reader.press("d", *"5 mar 2012")
        assert "On 5 March 2012" in reader.picture
        await reader.press(*" x")
        assert "On 3 February 2012" in reader.picture
        await reader.press("escape")
        assert "On 3 February 2012" in reader.picture


@pytest.mark.slow
async def test_a_click_on_the_overview_shows_the_time_that_was_clicked() -> None:
    async with reading(size=WIDE) as reader:
        await on_a_day(reader)
        await reader.pilot.click("#overview", offset=(40, 2))
        await reader.settle()
        assert "On 3 February 2012" not in reader.picture


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.parametrize("size", mostly_slow([SMALL, WIDE, (40, 24)], [SMALL]))
@pytest.mark.parametrize(
    ("day", "told", "never"),
    [
        (
            "12 sep 2008",
            (
                "John Ordway sworn in 30 Aug, credentials 17 Sep 2004, until 15 Sep 2008",
                "Richard Hoagland sworn in 10 Sep, credentials 8 Oct 2008, until 14 Jan 2011",
            ),
            "2011, perhaps",
        ),
        (
            "1 feb 2015",
            ("George Krol sworn in 8 Jan, credentials 18 Mar 2015, until 17 Sep 2018",),
            "Sep 2018, perhaps",
        ),
        (
            "10 jan 2007",
            ("Marat Tazhin 11 Jan 2007? to 2009, perhaps",),
            "from that day, until 2009",
        ),
    ],
)
async def test_the_page_says_how_an_office_was_entered(
    builtin: Timeline, size: tuple[int, int], day: str, told: tuple[str, ...], never: str
) -> None:
    async with reading(builtin, size=size) as reader:
        await reader.press("d", *day, "enter", "r")
        seen = ""
        for _ in range(40):
            # What stands below a name on a narrow page follows it with a comma.
            seen += reader.text("#day").replace("┃", " ")
            words = " ".join(seen.split()).replace("Ordway, ", "Ordway ")
            for name in ("Hoagland", "Krol", "Tazhin"):
                words = words.replace(f"{name}, ", f"{name} ")
            if all(each in words for each in told):
                break
            await reader.press("j")
        assert [each for each in told if each not in words] == []
        assert never not in words
