"""What the bars say of a word that finds nothing."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from kztimeline.timeline.model import Timeline
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, reading


@pytest.mark.parametrize("key", mostly_slow(["f", "/"], ["f"]))
async def test_a_word_that_finds_nothing_gets_a_guess_that_tab_takes(
    builtin: Timeline, key: str
) -> None:
    async with reading(builtin, size=SMALL) as reader:
        await reader.press(key, *"zhanaozan")
        found = reader.screen.session.search.run("zhanaozen").positions
        count = len(found)
        assert f"did you mean zhanaozen ({count} events)?" in reader.text("Hint")
        assert "tab" in reader.text("Hint")
        await reader.press("tab")
        assert reader.screen.query_one(Input).value == "zhanaozen"
        assert "did you mean" not in reader.text("Hint")
        await reader.press("enter")
        view = reader.screen.session.view
        assert (view.query or view.find) == "zhanaozen"
        assert reader.here in {builtin.events[position].id for position in found}


@pytest.mark.parametrize("key", mostly_slow(["/", "d"], ["/"]))
async def test_what_is_not_found_is_said_with_the_guess(builtin: Timeline, key: str) -> None:
    async with reading(builtin, size=SMALL) as reader:
        reader.send(key, *"zhanaozan", "enter")
        await reader.settle()
        assert "zhanaozan" in reader.drawn()[-1]
        assert "Did you mean zhanaozen (" in reader.picture


@pytest.mark.slow
async def test_the_guess_is_counted_as_the_view_is(builtin: Timeline) -> None:
    async with reading(builtin) as reader:
        await reader.press("f", *"in:2012", "enter", "/", *"clintn")
        count = len(reader.screen.session.search.run("in:2012 clinton").positions)
        assert f"did you mean clinton ({count} events)?" in reader.text("Hint")
        await reader.press("tab", "enter")
        assert reader.screen.session.view.find == "clinton"


@pytest.mark.slow
async def test_a_value_that_there_is_not_gets_a_guess(builtin: Timeline) -> None:
    async with reading(builtin) as reader:
        await reader.press("f", *"actor:clintn")
        assert "unknown value actor:clintn" in reader.text("Hint")
        assert "did you mean clinton (" in reader.text("Hint")
        await reader.press("tab", "enter")
        assert reader.screen.session.view.query == "actor:clinton"


async def test_not_is_written_as_a_minus_sign(builtin: Timeline) -> None:
    async with reading(builtin) as reader:
        await reader.press("f", *"not clinton")
        assert "did you mean -clinton (" in reader.text("Hint")
        await reader.press("tab", "enter")
        assert reader.screen.session.view.query == "-clinton"


async def test_where_nothing_is_alike_nothing_is_said() -> None:
    async with reading() as reader:
        await reader.press("f", *"qqqqqq")
        assert "did you mean" not in reader.text("Hint")
        await reader.press("tab")
        assert reader.screen.query_one(Input).value == "qqqqqq"


@pytest.mark.slow
async def test_a_guess_goes_when_one_types_on() -> None:
    async with reading() as reader:
        await reader.press("f", *"harbuor")
        assert "did you mean harbour (" in reader.text("Hint")
        await reader.press("backspace", "backspace", "backspace")
        assert "did you mean" not in reader.text("Hint")
        assert reader.ids


async def test_what_is_meant_by_a_filter_stands_on_the_empty_page_and_tab_takes_it() -> None:
    async with reading(size=SMALL) as reader:
        await reader.type("f")
        await reader.type("dokkers")
        await reader.press("enter")
        await reader.settle()
        assert "Did you mean dockers" in reader.picture
        assert "tab accepts" in reader.picture
        await reader.press("tab")
        assert reader.screen.session.view.query == "dockers"
        assert reader.ids
