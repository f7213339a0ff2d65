"""Keys of habit, what is redone, and the filter on what is linked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import call, patch

import pytest

from kztimeline.tui.app import TimelineApp
from kztimeline.tui.dialogs.help import HelpText

from . import driving
from .sample import sample


class Reader(driving.Reader):
    """Presses keys and tells what is to be seen."""

    @property
    def pinned(self) -> set[str]:
        return {event.id for event in self.screen.session.pinboard.events}


@asynccontextmanager
async def reading(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reader]:
    app = TimelineApp(sample())
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


async def test_an_undone_pin_is_redone_and_named() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("p", "u")
        assert reader.pinned == set()
        assert reader.said.endswith("U redoes it.")
        await reader.press("U")
        assert reader.pinned == {"vote"}
        assert reader.said.startswith("Redone: pinning “")
        await reader.press("u")
        assert reader.pinned == set()


async def test_an_undone_note_is_redone() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("m", "a", "enter", "u", "U")
        assert reader.screen.session.pinboard.pins.notes["vote"] == "a"


async def test_steps_are_redone_in_the_order_in_which_they_were_made() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        await reader.press("p", "1", "u", "u")
        assert reader.pinned == set()
        await reader.press("U")
        assert reader.pinned == {"vote"}
        assert reader.screen.session.view.importance == 3
        await reader.press("U")
        assert reader.screen.session.view.importance == 1


@pytest.mark.parametrize("opened", [(), ("enter",)], ids=["list", "reader"])
async def test_one_key_filters_on_what_is_linked(opened: tuple[str, ...]) -> None:
    async with reading() as reader:
        await reader.go_to("press")
        await reader.press(*opened, "L")
        await reader.settle()
        assert reader.screen.session.view.query == "linked:press"
        assert reader.ids
        assert "press" not in reader.ids
        assert reader.said.startswith("Linked with this event: linked:press; u goes back")
        await reader.press("u")
        assert reader.screen.session.view.query == ""


async def test_tab_in_the_list_goes_to_the_other_track_where_no_links_are_shown() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        before = reader.screen.session.event
        await reader.press("tab")
        after = reader.screen.session.event
        assert before is not None
        assert after is not None
        assert before.track != after.track
        await reader.press("tab")
        again = reader.screen.session.event
        assert again is not None
        assert again.track == before.track


async def test_ctrl_l_draws_the_screen_anew_and_changes_nothing() -> None:
    async with reading() as reader:
        await reader.go_to("vote")
        before, view = reader.ids, reader.screen.session.view
        with patch.object(type(reader.screen), "refresh", autospec=True) as refresh:
            await reader.press("ctrl+l")
        assert call(reader.screen, repaint=True, layout=True) in refresh.mock_calls
        assert (reader.ids, reader.screen.session.view) == (before, view)
        assert reader.said == ""


@pytest.mark.parametrize(
    ("there", "back"), [("ctrl+d", "ctrl+u"), ("ctrl+f", "ctrl+b"), ("pagedown", "pageup")]
)
async def test_pages_are_turned_by_the_keys_of_other_programs(there: str, back: str) -> None:
    async with reading() as reader:
        await reader.press("g")
        at = [reader.ids.index(reader.here)]
        for key in (there, there, back):
            await reader.press(key)
            at.append(reader.ids.index(reader.here))
        assert at[0] < at[1] < at[2] > at[3]


async def test_a_jump_from_a_marked_event_says_how_far_it_is() -> None:
    async with reading(size=(120, 30)) as reader:
        await reader.go_to("strike")
        await reader.press("M", "d", *"1", "space", *"feb", "space", *"2012", "enter")
        await reader.settle()
        assert reader.here == "press"
        assert reader.said.startswith("46 days (1 m 15 d)")


@pytest.mark.parametrize("rows", [14, 20, 30, 40])
async def test_every_sign_stands_beside_the_keys_or_none(rows: int) -> None:
    async with reading(size=(140, rows)) as reader:
        await reader.press("?")
        text = reader.app.screen.query_one(HelpText)
        drawn = "\n".join(
            "".join(segment.text for segment in text.render_line(y))
            for y in range(text.scrollable_content_region.height)
        )
        assert ("key events; paler titles" in drawn) == (" Signs " in drawn.split("Move", 1)[1])


async def test_a_key_that_waits_when_the_program_ends_does_nothing() -> None:
    async with reading() as reader:
        screen = reader.screen
    for action in ("filter", "palette", "quit"):
        screen.do(action)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["f", *"strike", "enter"], "filter strike"),
        (["f", *"strike", "enter", "f", *"ferry", "enter"], "filter ferry"),
        (["f", *"strike", "enter", "escape"], "removing the filter strike"),
        (["2"], "without minor events"),
        (["1", "3"], "all events"),
        (["a", *"2010", "enter"], "as of 2010"),
        (["a", *"2010", "enter", "escape"], "ending as-of"),
    ],
)
async def test_what_is_undone_or_redone_is_what_was_done(keys: list[str], words: str) -> None:
    async with reading(size=(120, 30)) as reader:
        await reader.press(*keys)
        await reader.press("u")
        assert reader.said == f"Undone: {words}. U redoes it."
        await reader.press("U")
        assert reader.said.startswith(f"Redone: {words}.")
