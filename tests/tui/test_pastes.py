"""What is pasted: all of it arrives, in one line, wherever a line can be typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.events import Paste

from kztimeline.session.state.state_files import state_file
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading

LINES = "alpha\r\nbeta\tgamma\r\r\ndelta\n"
IN_ONE = "alpha beta gamma delta"


async def paste(reader: Reader, text: str) -> None:
    reader.app.post_message(Paste(text))
    await reader.settle()


PLACES = {
    "filter": ["f"],
    "find": ["slash"],
    "date": ["d"],
    "as of": ["a"],
    "on this day": ["T"],
    "save": ["S"],
    "values": ["v", "slash"],
    "note": ["m"],
    "export to": ["x"],
    "Commands": [":"],
    "Help": ["?"],
}
"""For every line that can be typed into, what stands beside it, and the keys that open it."""
AT_ONCE = ["filter", "date", "note", "Commands"]


def keys_of(place: str) -> list[str]:
    return ["/" if key == "slash" else key for key in PLACES[place]]


@pytest.mark.parametrize("place", mostly_slow(PLACES, AT_ONCE))
async def test_lines_that_are_pasted_become_one(place: str) -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press(*keys_of(place))
        assert place in reader.picture
        await paste(reader, LINES)
        assert IN_ONE in reader.picture
        assert "�" not in reader.picture


@pytest.mark.parametrize("place", mostly_slow(PLACES, AT_ONCE))
async def test_controls_take_nothing_else_of_a_paste_with_them(place: str) -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press(*keys_of(place))
        await paste(reader, "al\u00adpha\x1b[31m \x00\x07\u202ebeta\x9b")
        assert "alpha" in reader.picture
        assert "beta" in reader.picture
        assert not {*"".join(reader.drawn())} & set("\x1b\x00\x07\u202e\x9b\u00ad�")


@pytest.mark.parametrize("place", mostly_slow(PLACES, AT_ONCE))
async def test_of_a_paste_longer_than_its_line_the_end_is_seen(place: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(*keys_of(place), "ctrl+u")
        await paste(reader, f"first {'ferry harbour ' * 10}last")
        assert "first" not in line_of_end(reader)
        assert "…" in line_of_end(reader).partition("last")[0]


def line_of_end(reader: Reader) -> str:
    return next(line for line in reader.drawn() if "harbour last" in line)


@pytest.mark.parametrize("key", mostly_slow(["f", "m"], ["f"]))
async def test_a_long_text_that_stands_in_the_bar_is_seen_at_its_end(key: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(key)
        await paste(reader, f"vote or {'ferry or harbour or ' * 8}harbour last")
        await reader.press("enter", key)
        assert "…" in line_of_end(reader)


async def test_the_cursor_stays_in_sight_when_the_terminal_becomes_narrower() -> None:
    async with reading(size=(120, 24)) as reader:
        await reader.press("f", *("ferry " * 10), *"harbour last")
        await reader.resize(60, 24)
        assert line_of_end(reader).startswith(" filter …")


@pytest.mark.parametrize(
    "place",
    mostly_slow(["filter", "find", "date", "as of", "save", "on this day"], ["filter"]),
)
async def test_lines_pasted_before_the_bar_is_there_become_one(place: str) -> None:
    async with reading(size=(120, 40), every_frame=True) as reader:
        reader.send(*keys_of(place))
        reader.app.post_message(Paste(LINES))
        await reader.settle()
        assert IN_ONE in reader.picture


async def test_a_pasted_filter_filters_by_all_its_lines() -> None:
    async with reading() as reader:
        await reader.press("f")
        await paste(reader, "ferries\nin:2012\n")
        assert reader.screen.session.view.query == "ferries in:2012"
        await paste(reader, " or dockers")
        assert reader.screen.session.view.query == "ferries in:2012 or dockers"


@pytest.mark.slow
async def test_a_paste_takes_the_place_of_what_is_selected_and_goes_in_at_the_cursor() -> None:
    async with reading() as reader:
        await reader.press("f", *"dockers", "enter", "f")
        await paste(reader, "ferries\n")
        assert reader.screen.session.view.query == "ferries"
        await reader.press("home")
        await paste(reader, "in:2012\r\n or ")
        assert reader.screen.session.view.query == "in:2012 or ferries"


async def test_a_pasted_note_is_kept_whole() -> None:
    async with reading() as reader:
        await reader.go("vote")
        await reader.press("m")
        await paste(reader, "First line\nSecond\n\nThird")
        await reader.press("enter")
        notes = [own["notes"] for own in json.loads(state_file("pins").read_bytes()).values()]
        assert notes == [{"vote": "First line Second Third"}]


async def test_a_pasted_date_is_gone_to() -> None:
    async with reading() as reader:
        await reader.press("d")
        await paste(reader, "\n1 february\n2012\n")
        assert "1 Feb 2012" in reader.picture


async def test_a_pasted_name_of_a_file_is_one_name(tmp_path: Path) -> None:
    async with reading(size=(200, 40)) as reader:
        await reader.press("x")
        await paste(reader, f"{tmp_path}/two\nwords.csv\n")
        await reader.press("enter")
        assert [each.name for each in tmp_path.iterdir()] == ["two words.csv"]


async def test_a_filter_kept_with_line_ends_can_be_typed_on() -> None:
    path = state_file("last")
    path.parent.mkdir(parents=True, exist_ok=True)
    from kztimeline.session.resume import memory_of
    from kztimeline.session.state.state_files import timeline_key
    from tests.tui.sample import sample

    path.write_text(json.dumps({timeline_key(sample()): {"query": "ferries\nin:2012"}}))
    async with reading(memory=memory_of(sample())) as reader:
        await reader.press("f", "end", *" or dockers")
        assert reader.screen.session.view.query == "ferries in:2012 or dockers"


@pytest.mark.parametrize(
    "place", mostly_slow(["filter", "find", "save", "note", "export to"], ["filter"])
)
async def test_what_is_no_line_is_refused_in_words_and_changes_nothing(place: str) -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press(*keys_of(place))
        await reader.press(*"kept")
        await paste(reader, "words\n" * 200_000)
        assert "Not pasted: 1,200,000 characters; at most 5,000 fit a line." in reader.picture
        assert "kept" in reader.picture
        await paste(reader, "!" + "x" * 60)
        assert "Not pasted" not in reader.picture
