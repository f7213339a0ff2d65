"""The page of an event, and the way along its links."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest

from kztimeline.tui.dialogs.choice import ChoiceDialog, Options
from kztimeline.tui.workspace.browser import open_in_browser
from kztimeline.tui.workspace.choices import Option
from tests.tui.pages import LETTER, LETTER_CARD, app_of, at, text_after

SIZE = (100, 70)


async def test_enter_opens_the_whole_page(tmp_path: Path) -> None:
    (tmp_path / LETTER_CARD.file).write_text(LETTER, encoding="utf-8")
    async with app_of(tmp_path).run_test(size=(140, 80)) as pilot:
        screen = await at(pilot, "press")
        text = await text_after(pilot, "enter")
        assert not screen.drawing.column.display
        assert "Ken Ito, Secretary of the League, Envoy to the Island" in text
        assert "▸ responds to 46 days earlier, 1–2 events between" in text
        assert "▸ responds to 17 days earlier, 0–1 events between" in text
        assert "▸ “Wednesday”, relative to another date: 1 Feb 2012" in text
        assert "https://gazette.example/notes?id=[7]&x=1" in text
        assert "copied from The Gazette" in text
        await text_after(pilot, "escape")
        assert screen.drawing.column.display


async def test_who_says_so_stands_under_the_summary_and_the_other_track_last() -> None:
    headings = ("Links", "Who", "Sources", "When", "Meanwhile on the other track")
    for keys, told in (((), headings[:-1]), (("enter",), headings)):
        async with app_of().run_test(size=(140, 80)) as pilot:
            await at(pilot, "press")
            lines = (await text_after(pilot, *keys)).splitlines()
            found = [name for line in lines for name in headings if f"{name} ─" in line]
            assert tuple(found) == told


async def test_a_disagreement_stands_before_the_sources() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "strike")
        text = await text_after(pilot, "enter")
        assert text.index("Sources disagree") < text.index("Links ─") < text.index("Sources ─")


async def test_next_and_previous_do_not_leave_the_page() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "vote")
        await text_after(pilot, "enter", "j")
        assert (screen.session.view.reading, screen.session.view.cursor) == (True, "press")
        assert "Ito presses the Island's envoy" in await text_after(pilot)
        text = await text_after(pilot, "k")
        assert screen.session.view.cursor == "vote"
        assert "Wren's party wins the council election; two others enter" in text


async def test_offices_at_other_times_are_named_on_request() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "strike")
        text = await text_after(pilot, "enter")
        assert "Ada Wren" in text
        assert "President of the Island" not in text
        assert "1 office at other times (A)" in text
        text = await text_after(pilot, "A")
        assert "1991–June 2006: President of the Island" in text
        assert "President of the Island" not in await text_after(pilot, "A")


async def test_the_sides_of_a_disagreement_stand_side_by_side() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "strike")
        text = await text_after(pilot, "enter")
        assert "The council │ The dockers" in text
        assert "sixteen dead │ many more" in text
        await pilot.resize_terminal(140, 70)
        assert "The council │ The dockers" in await text_after(pilot)
        await pilot.resize_terminal(44, 70)
        text = await text_after(pilot)
        assert "The council: sixteen dead (Archive)" in text


async def test_what_stood_on_the_other_track_is_part_of_the_page() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "press")
        text = await text_after(pilot, "enter")
        assert "Meanwhile on the other track" in text
        assert "▸ 15 Jan 2012 Wren's party wins" in text


@pytest.mark.slow
async def test_follow_goes_at_once_where_there_is_one_way_and_asks_where_there_are_several() -> (
    None
):
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "press")
        text = await text_after(pilot, ">")
        assert isinstance(pilot.app.screen, ChoiceDialog)
        assert "responds to · 46 days earlier · 1–2 events between" in text
        text = await text_after(pilot, "j", "enter")
        assert screen.session.view.cursor == "vote"
        assert "trail 1 Feb 2012 Ito presses" in text
        await text_after(pilot, ">", "enter")
        assert screen.session.view.cursor == "strike"
        assert screen.session.view.trail == ("press", "vote", "strike")


@pytest.mark.slow
async def test_the_trail_leads_back_and_ends_where_it_began() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "press")
        await text_after(pilot, ">", "j", "enter", ">", "enter", "<")
        assert screen.session.view.cursor == "vote"
        text = await text_after(pilot, "<")
        assert screen.session.view.cursor == "press"
        assert screen.session.view.trail == ()
        assert " trail " not in text
        await text_after(pilot, "u")
        assert screen.session.view.cursor == "vote"


@pytest.mark.slow
async def test_whoever_wanders_off_is_led_back_to_the_trail_and_esc_forgets_it() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "press")
        await text_after(pilot, ">", "j", "enter", "g", "<")
        assert screen.session.view.cursor == "vote"
        await text_after(pilot, "escape")
        assert (screen.session.view.trail, screen.session.view.cursor) == ((), "vote")


async def test_a_link_chosen_with_tab_is_the_one_followed() -> None:
    async with app_of().run_test(size=(140, 70)) as pilot:
        screen = await at(pilot, "press")
        await text_after(pilot, *["tab"] * 2, ">")
        assert screen.session.view.cursor == "vote"


@pytest.mark.slow
async def test_a_filter_that_hides_the_linked_event_is_named_and_turned_off() -> None:
    async with app_of().run_test(size=(140, 70)) as pilot:
        screen = await at(pilot, "press")
        screen.ask(query="track:league", filtering=True)
        await pilot.app.workers.wait_for_complete()
        text = await text_after(pilot, ">", "enter")
        assert screen.session.view.cursor == "strike"
        assert "hidden by the filter; now the filter is off" in text


@pytest.mark.slow
async def test_neighbours_of_the_other_track_are_listed_and_gone_to() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        screen = await at(pilot, "vote")
        text = await text_after(pilot, "i")
        assert "Within 30 days of 15 Jan 2012 on the other track" in text
        assert "17 days later" in text
        assert "perhaps: 2012 is too wide to tell" in text
        titles = [option.target for option in pilot.app.screen.query_one(Options).options]
        await text_after(pilot, *["j"] * titles.index("press"), "enter")
        assert screen.session.view.cursor == "press"
        assert screen.session.view.trail == ("vote", "press")


async def test_no_neighbours_is_said() -> None:
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "long")
        text = await text_after(pilot, "i")
        assert "Nothing within 30 days on the other track." in text


async def test_o_asks_which_source_and_opens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def remember(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("kztimeline.tui.workspace.browser.open_in_browser", remember)
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "press")
        text = await text_after(pilot, "o")
        assert "Open which source?" in text
        await text_after(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        text = await text_after(pilot)
        assert opened == ["https://gazette.example/notes?id=[7]&x=1"]
        assert "Opened in the browser: https://gazette.example/notes" in text


async def test_without_a_browser_the_address_is_copied_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kztimeline.tui.workspace.browser.open_in_browser", lambda _address: False)
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "vote")
        await text_after(pilot, "o")
        await pilot.app.workers.wait_for_complete()
        text = await text_after(pilot)
        assert "No browser here; copied: https://gazette.example/notes" in text
        assert pilot.app.clipboard == "https://gazette.example/notes?id=[7]&x=1"


async def test_an_address_in_the_page_is_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def remember(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("kztimeline.tui.workspace.browser.open_in_browser", remember)
    async with app_of().run_test(size=SIZE) as pilot:
        await at(pilot, "since")
        await text_after(pilot, "enter", "shift+tab", "enter")
        await pilot.app.workers.wait_for_complete()
        assert opened == ["https://gazette.example/notes?id=[7]&x=1"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "-flag", ""])
def test_only_web_addresses_are_opened(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> webbrowser.BaseBrowser:
        raise AssertionError

    monkeypatch.setattr(webbrowser, "get", never)
    assert not open_in_browser(address)


def test_a_browser_in_the_terminal_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    assert not open_in_browser("https://gazette.example/")


@pytest.mark.slow
def test_pages_are_loaded_with_their_first_use() -> None:
    script = "import sys, kztimeline.tui.app; print(*(m for m in sys.modules if 'kztimeline' in m))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    pages = {"reader", "evidence_view", "evidence_lines", "coverage_view", "choice", "trail_line"}
    assert not {f"kztimeline.tui.{page}" for page in pages} & set(run.stdout.split())


async def test_a_list_of_options_takes_keys_before_it_is_drawn() -> None:
    options = Options([Option("first", "One"), Option("second", "Two")])
    options.select(1)
    assert options.target == "second"
