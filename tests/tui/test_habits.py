"""Keys of habit, what is redone, and the filter on what is linked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import call, patch

import pytest

from kztimeline.tui.app import TimelineApp
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.dialogs.help import HelpText

from ..sampling import mostly_slow
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


@pytest.mark.parametrize("opened", mostly_slow([(), ("enter",)], [()]), ids=["list", "reader"])
async def test_one_key_filters_on_what_is_linked(opened: tuple[str, ...]) -> None:
    async with reading() as reader:
        await reader.go_to("press")
        await reader.press(*opened, "L")
        await reader.settle()
        assert reader.screen.session.view.query == "linked:press"
        assert reader.ids
        assert "press" not in reader.ids
        assert reader.said.startswith("Linked with “Ito presses")
        assert "linked:press; L or u goes back" in reader.said
        assert "linked with “Ito presses" in reader.drawn()[0]
        await reader.press("u")
        assert reader.screen.session.view.query == ""


@pytest.mark.parametrize(
    "before",
    mostly_slow(["", "ito or police"], ["ito or police"]),
    ids=["everything", "a filter"],
)
async def test_the_key_for_linked_events_goes_back_to_the_event_and_filter_before(
    before: str,
) -> None:
    async with reading() as reader:
        if before:
            await reader.press("f", *before, "enter")
        await reader.go_to("press")
        await reader.press("L")
        assert reader.here != "press"
        await reader.press("L")
        assert (reader.screen.session.view.query, reader.here) == (before, "press")
        assert reader.said == "No longer only linked events."
        await reader.press("u")
        assert reader.screen.session.view.query == "linked:press"


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
    ("there", "back"),
    mostly_slow(
        [("ctrl+d", "ctrl+u"), ("ctrl+f", "ctrl+b"), ("pagedown", "pageup")],
        [("ctrl+d", "ctrl+u")],
        several=True,
    ),
)
async def test_pages_are_turned_by_the_keys_of_other_programs(there: str, back: str) -> None:
    async with reading() as reader:
        await reader.press("g")
        at = [reader.ids.index(reader.here)]
        for key in (there, there, back):
            await reader.press(key)
            at.append(reader.ids.index(reader.here))
        assert at[0] < at[1] < at[2] > at[3]


@pytest.mark.slow
async def test_a_jump_from_a_marked_event_says_how_far_it_is() -> None:
    async with reading(size=(120, 30)) as reader:
        await reader.go_to("strike")
        await reader.press("M", "d", *"1", "space", *"feb", "space", *"2012", "enter")
        await reader.settle()
        assert reader.here == "press"
        assert reader.said.startswith("46 days (1 month 15 days)")


def halves(reader: Reader) -> list[tuple[str, str]]:
    """The two columns of the help as they are drawn, without its frame and its first lines."""
    text = reader.app.screen.query_one(HelpText)
    region = text.scrollable_content_region
    lines = [line[region.x : region.right] for line in reader.drawn()[region.y : region.bottom]]
    middle = lines[2].index("Signs") if "Signs" in lines[2] else region.width // 2 + 1
    return [(line[:middle].strip(), line[middle:].strip()) for line in lines[2:]]


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 40), (200, 60), (140, 20)])
async def test_the_help_uses_both_columns_to_the_end(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("?")
        first = halves(reader)
        assert first[0] == ("Move", "Signs")
        seen = [*first]
        for _ in range(20):
            await reader.press("pagedown")
            seen += halves(reader)
        left, right = ({half[side] for half in seen} - {""} for side in (0, 1))
        assert any("key events; paler titles" in line for line in right)
        assert any(line.startswith("q ") for line in left | right)
        # The last page has text on both sides.
        last = halves(reader)
        assert sum(bool(half[0]) for half in last) >= len(last) // 2
        assert sum(bool(half[1]) for half in last) > len(last) // 2


@pytest.mark.slow
async def test_in_two_columns_the_choice_goes_down_one_and_then_the_other() -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press("?")
        text = reader.app.screen.query_one(HelpText)
        chosen = []
        for _ in range(200):
            chosen.append(text.chosen)
            await reader.press("down")
            if chosen[-1] == "quit" and text.chosen == "quit":
                break
        named = [action for action in chosen[:-1] if action]
        assert named == list(dict.fromkeys(named))
        assert set(named) >= {action.id for action in ACTIONS if action.id != "quit"}
        assert "" in chosen  # The signs, from which nothing can be done.


async def test_a_key_that_waits_when_the_program_ends_does_nothing() -> None:
    async with reading() as reader:
        screen = reader.screen
    for action in ("filter", "palette", "quit"):
        screen.do(action)


@pytest.mark.slow
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
