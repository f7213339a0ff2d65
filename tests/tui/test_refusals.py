"""A key that does nothing here: what is missing is said, and what to press."""

from __future__ import annotations

import pytest

from tests.tui.driving import SMALL, reading


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("u",), "Nothing to undo."),
        (("U",), "Nothing to redo."),
        (("n",), "No words to step through; / finds words."),
        (("F",), "No filter is set; f sets one."),
        (("s",), "There is no other passage here; e shows an event’s sources."),
        (("f", *"zzzz", "enter", "p"), "No events are shown; esc goes back a step."),
        (("f", *"zzzz", "enter", "x"), "No events are shown; esc goes back a step."),
        (("r", "p"), "This page is about a day; tab chooses a link, enter opens it, esc leaves."),
        (("r", "y"), "This page is about a day; tab chooses a link, enter opens it, esc leaves."),
        (("r", "M"), "This page is about a day; tab chooses a link, enter opens it, esc leaves."),
        (("B",), "B does nothing here; ? lists the keys."),
        (("!",), "! does nothing here; ? lists the keys."),
    ],
    ids=lambda value: "".join(value)[:12] if isinstance(value, tuple) else "",
)
async def test_what_is_missing_is_said(keys: tuple[str, ...], said: str) -> None:
    async with reading(size=SMALL) as reader:
        await reader.press(*keys)
        assert said in reader.picture


async def test_keys_that_are_typed_before_a_bar_is_open_are_no_unknown_keys() -> None:
    async with reading(size=SMALL) as reader:
        await reader.type("fBt")
        assert "does nothing here" not in reader.picture
        assert "Bt" in reader.picture


async def test_what_is_hidden_by_importance_is_said_in_words() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("2")
        assert "minor events hidden" in reader.drawn()[0]
        await reader.press("1")
        assert "key events only" in reader.drawn()[0]


async def test_topics_by_year_are_said_not_to_be_zoomed() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("Z")
        before = reader.text("#overview")
        await reader.press("+")
        assert "All topics are shown; Z goes back to the events." in reader.picture
        assert reader.text("#overview") == before


async def test_a_day_of_the_year_without_events_leads_to_the_next_that_has_some() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("T", *"16 jan", "enter")
        assert "No dated event on 16 January." in reader.picture
        assert "n goes there" in reader.picture
        for key in ("n", "l"):
            await reader.press("T", *"16 jan", "enter", key)
            assert reader.ids
            assert reader.screen.session.view.on_day > "01-16"
        await reader.press("T", *"16 jan", "enter", "h")
        assert "15 January" in reader.picture


async def test_the_scroll_bar_is_a_line_and_no_block_beside_the_frame() -> None:
    async with reading(size=SMALL) as reader:
        column = "".join(line[79:80] for line in reader.drawn())
        assert "┃" in column
        assert not set(column) & set("▁▂▃▄▅▆▇█▐")


def test_no_two_commands_have_one_name_in_one_place() -> None:
    from kztimeline.tui.commands import ACTIONS

    names = [(action.label, action.where) for action in ACTIONS]
    doubled = {name for name in names if names.count(name) > 1}
    assert not {label for label, _ in doubled} & {"other track"}
