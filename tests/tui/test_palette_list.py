"""The list of the palette changes while it is drawn and clicked on; that is no failure."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.command import CommandList
from textual.events import Click

from tests.tui.driving import reading


async def test_a_click_on_an_option_that_is_gone_does_nothing() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        found = reader.app.screen.query_one(CommandList)
        await reader.pilot.pause(0.2)
        assert found.option_count
        for number in (found.option_count, 999):
            style = Style(meta={"option": number})
            found.post_message(Click(found, 1, 1, 0, 0, 1, False, False, False, 1, 1, style))
            await reader.settle()
            assert reader.app.is_running
            assert reader.app._exception is None
        found.clear_options()
        found.action_select()
        assert reader.app._exception is None


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["", "help", "x" * 9])
async def test_no_terminal_is_too_narrow(typed: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(":")
        await reader.type(typed)
        await reader.pilot.pause(0.2)
        for width in (12, 8, 7, 6, 5, 4, 3, 2, 1, 4):
            await reader.resize(width, 6)
            await reader.pilot.pause(0.01)
            assert reader.app._exception is None, width
        await reader.resize(80, 24)
        await reader.press("escape", "escape", "j")
        assert reader.app.is_running
