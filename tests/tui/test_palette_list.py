"""The palette: commands found by the words people have for them, and what is said of others."""

from __future__ import annotations

import pytest

from kztimeline.tui.dialogs.palette import Palette
from tests.sampling import mostly_slow
from tests.tui.driving import reading

WORDS = {
    "theme": "dark/light",
    "bookmark": "pin",
    "print": "briefing",
    "excel": "export",
    "screenshot": "export",
    "ambassador": "in office",
    "search": "filter",
    "measure": "measure",
}


@pytest.mark.parametrize(
    ("typed", "label"), mostly_slow(WORDS.items(), [*WORDS.items()][:1], several=True)
)
async def test_a_command_is_found_by_the_words_people_have(typed: str, label: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        await reader.type(typed)
        assert f"{typed}▏" in reader.picture
        lines = [line for line in reader.drawn() if "▌" in line and "│" in line]
        assert any(f"▌{label} " in line for line in lines), reader.picture


async def test_the_commands_stand_in_order_of_use() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        drawn = reader.picture
        places = [drawn.index(label) for label in ("▌filter f", "find /", "date d", "pin p")]
        assert places == sorted(places)
        assert "Show only the events that match, as you type" in drawn


async def test_what_escape_does_is_named_as_it_is() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        assert "esc closes" in reader.picture
        await reader.type("pin")
        assert "esc clears" in reader.picture
        await reader.press("escape")
        assert "pin▏" not in reader.picture
        assert "esc closes" in reader.picture
        await reader.press("escape")
        assert "Commands" not in reader.picture


@pytest.mark.parametrize("size", mostly_slow([(80, 24), (120, 40), (30, 10)], [(80, 24)]))
async def test_where_nothing_matches_it_is_said_what_else_to_try(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press(":")
        await reader.type("prnt")
        said = " ".join(reader.picture.replace("│", " ").replace("┃", " ").split())
        assert "No command here matches “prnt”." in said
        assert "Did you mean print?" in said
        if size[0] > 30:
            assert "Try fewer letters or another word: print, theme, bookmark" in said
            assert "? lists all keys" in said
        await reader.press("tab")
        assert "print▏" in reader.picture
        assert "▌briefing" in reader.picture


async def test_a_command_that_is_not_possible_here_is_said_to_be() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        await reader.type("previous value")
        assert "Not possible here: up." in reader.picture
        await reader.press("enter")
        assert isinstance(reader.app.screen, Palette)
        await reader.press("escape")
        assert "type to search all commands" in reader.picture
        await reader.press("escape")
        assert not isinstance(reader.app.screen, Palette)


async def test_a_click_does_the_command_under_it() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("G", ":")
        await reader.type("first event")
        y = next(n for n, line in enumerate(reader.drawn()) if " g home " in line)
        await reader.pilot.click(offset=(6, y))
        await reader.settle()
        assert reader.here == reader.ids[0]


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["", "help", "x" * 9])
async def test_no_terminal_is_too_narrow(typed: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        await reader.type(typed)
        for width in (12, 8, 7, 6, 5, 4, 3, 2, 1, 4):
            await reader.resize(width, 6)
            assert reader.app._exception is None, width
        await reader.resize(80, 24)
        await reader.press("escape", "escape", "j")
        assert reader.app.is_running
