"""What the reader sees after each key: one test for every action, and whole errands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from textual.events import MouseScrollDown, Paste

from kztimeline.tui.actions.action import possible, with_keys
from kztimeline.tui.actions.situation import Situation, everything_on
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.dialogs.help import HelpScreen, HelpText
from kztimeline.tui.render.room import WIDE as WIDE_COLUMNS
from kztimeline.tui.widgets.prompt_bar import PromptBar
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, Reader, reading
from tests.tui.facet_checks import FACET_CHECKS
from tests.tui.sample import event, large, sample, timeline_of

Check: TypeAlias = Callable[[Reader], Awaitable[None]]
CHECKS: dict[str, Check] = {**FACET_CHECKS}
ADDRESS = "https://gazette.example/notes?id=[7]&x=1"


def checks(*actions: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(actions, check))
        return check

    return register


@checks("next_event")
async def _next(reader: Reader) -> None:
    await reader.press("g", "j", "down")
    assert reader.here == reader.ids[2]


@checks("previous_event")
async def _previous(reader: Reader) -> None:
    await reader.press("g", "j", "j", "j", "k", "up")
    assert reader.here == reader.ids[1]
    await reader.press("k", "k")
    assert reader.here == reader.ids[0]


@checks("next_page")
async def _page(reader: Reader) -> None:
    await reader.press("space")
    assert 3 < reader.ids.index(reader.here) < 40
    assert reader.screen.list.scroll_offset.y > 0


@checks("previous_page")
async def _page_back(reader: Reader) -> None:
    await reader.press("space", "pagedown", "b", "pageup", "b")
    assert reader.here == reader.ids[0]


@checks("first_event")
async def _first(reader: Reader) -> None:
    await reader.press("space", "g")
    assert reader.here == reader.ids[0]
    assert reader.screen.list.scroll_offset.y == 0


@checks("last_event")
async def _last(reader: Reader) -> None:
    await reader.press("G")
    assert reader.here == reader.ids[-1]
    assert reader.screen.session.timeline.events[-1].title[:12] in reader.text("#events")


@checks("next_year")
async def _next_year(reader: Reader) -> None:
    await reader.go("strike")
    await reader.press("]")
    assert reader.here == "year"


@checks("previous_year")
async def _previous_year(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("[")
    assert reader.here == "year"
    await reader.press("[")
    assert str(reader.screen.session.event and reader.screen.session.event.date)[:4] == "2011"


@checks("first_track")
async def _first_track(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("h")
    assert reader.here == "vote"


@checks("second_track")
async def _second_track(reader: Reader) -> None:
    await reader.go("vote")
    await reader.press("l")
    assert reader.here == "year"
    await reader.press("right")
    assert reader.here == "year"


@checks("filter")
async def _filter(reader: Reader) -> None:
    await reader.press("f")
    await reader.type("dockers")
    assert reader.ids == ["strike"]
    assert "1 of 60" in reader.line("#title")
    await reader.press("enter")
    assert reader.screen.session.view.query == "dockers"


@checks("find")
async def _find(reader: Reader) -> None:
    await reader.press("/")
    await reader.type("regatta")
    assert reader.here == "emoji"
    assert len(reader.ids) == 60
    await reader.press("enter")
    assert reader.here == "emoji"


@checks("next_match")
async def _next_match(reader: Reader) -> None:
    await reader.press("g", "/", *"ito", "enter")
    first = reader.here
    await reader.press("n")
    assert reader.ids.index(reader.here) > reader.ids.index(first)
    await reader.press("G", "n")
    assert reader.here == first
    assert "Back at the first match." in reader.line("#footer")
    await reader.press("j", "n")
    assert "· 2 of " in reader.line("#title")


@checks("previous_match")
async def _previous_match(reader: Reader) -> None:
    await reader.press("g", "/", *"ito", "enter")
    first = reader.here
    await reader.press("n", "N")
    assert reader.here == first
    await reader.press("N")
    assert reader.ids.index(reader.here) > reader.ids.index(first)


@checks("jump")
async def _jump(reader: Reader) -> None:
    first = reader.here
    await reader.press("d")
    await reader.type("feb 2012")
    await reader.press("enter")
    assert reader.here == "press"
    await reader.press("u")
    assert reader.here == first


@checks("toggle_filter")
async def _toggle_filter(reader: Reader) -> None:
    await reader.press("f", *"dockers", "enter", "F")
    assert len(reader.ids) == 60
    assert "off: dockers" in reader.line("#title")
    await reader.press("F")
    assert reader.ids == ["strike"]


@checks("read")
async def _read(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("enter")
    before = reader.line("#detail")
    assert reader.screen.session.view.reading
    await reader.press("j")
    assert reader.line("#detail") != before
    assert reader.here != "press"


@checks("scroll_down")
async def _scroll_down(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("J")
    assert reader.screen.pages.detail.scroll_offset.y == 1
    await reader.press("enter", "down")
    assert reader.screen.pages.detail.scroll_offset.y == 1
    assert reader.here == "press"


@checks("scroll_up")
async def _scroll_up(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("J", "J", "K")
    assert reader.screen.pages.detail.scroll_offset.y == 1


@checks("scroll_page_down")
async def _scroll_page_down(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("enter", "space")
    assert reader.screen.pages.detail.scroll_offset.y > 1
    assert reader.here == "press"


@checks("scroll_page_up")
async def _scroll_page_up(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("enter", "space", "b")
    assert reader.screen.pages.detail.scroll_offset.y == 0


@checks("next_link")
async def _next_link(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("tab")
    assert reader.screen.pages.detail.target == "strike"
    await reader.press("tab", "tab")
    assert reader.screen.pages.detail.target == ADDRESS


@checks("previous_link")
async def _previous_link(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("tab", "tab", "shift+tab")
    assert reader.screen.pages.detail.target == "strike"


@checks("follow")
async def _follow(reader: Reader) -> None:
    await reader.go("press")
    await reader.press(">", "enter")
    assert reader.here == "strike"
    await reader.press("u")
    assert reader.here == "press"


@checks("open_link")
async def _open_link(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("enter", "tab", "enter")
    assert reader.here == "strike"


@checks("importance_1")
async def _importance_1(reader: Reader) -> None:
    await reader.go("strike")
    await reader.press("1")
    assert {reader.screen.session.timeline.event(name).importance for name in reader.ids} == {1}
    assert reader.here == "strike"
    assert "key events only" in reader.line("#title")


@checks("importance_2")
async def _importance_2(reader: Reader) -> None:
    await reader.press("2")
    assert {reader.screen.session.timeline.event(name).importance for name in reader.ids} == {1, 2}


@checks("importance_3")
async def _importance_3(reader: Reader) -> None:
    await reader.press("1", "3")
    assert len(reader.ids) == 60


@checks("undo")
async def _undo(reader: Reader) -> None:
    await reader.press("f", *"dockers", "enter", "1", "u")
    assert reader.screen.session.view.importance == 3
    assert reader.ids == ["strike"]
    await reader.press("u")
    assert len(reader.ids) == 60


@checks("redo")
async def _redo(reader: Reader) -> None:
    await reader.press("f", *"dockers", "enter", "u", "U")
    assert reader.ids == ["strike"]


@checks("toggle_theme")
async def _toggle_theme(reader: Reader) -> None:
    dark = reader.screen.list.render_line(2)
    await reader.press("D")
    assert reader.app.theme == "kzt-light"
    light = reader.screen.list.render_line(2)
    assert dark.text == light.text
    assert list(dark) != list(light)


@checks("zoom_list")
async def _zoom_list(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("z")
    assert "▸ 2012" in reader.text("#events")
    await reader.press("z")
    assert "▸ 2010s" in reader.text("#events")
    await reader.press("z")
    assert "┊" in reader.text("#events")


@checks("band_closer", "band_wider", "band_whole")
async def _zoom_band(reader: Reader) -> None:
    whole = reader.text("#overview")
    await reader.press("+", "+")
    near = reader.text("#overview")
    assert near != whole
    await reader.press("-")
    assert reader.text("#overview") not in (near, whole)
    await reader.press("0")
    assert reader.text("#overview") == whole


@checks("running")
async def _running(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("r")
    assert "On 1 February 2012" in reader.text("#day")
    assert "Okafor" in reader.text("#day")
    await reader.press("r")
    assert reader.here == "press"
    assert not reader.screen.pages.day.display


@checks("next_day", "previous_day")
async def _next_day(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("r", "l")
    assert "On 2 February 2012" in reader.text("#day")
    await reader.press("h", "h")
    assert "On 31 January 2012" in reader.text("#day")
    await reader.press("escape")
    assert reader.here == "press"


@checks("day_down", "day_up")
async def _day_down(reader: Reader) -> None:
    await reader.pilot.resize_terminal(80, 12)
    await reader.go("press")
    await reader.press("r", "j", "j")
    assert reader.screen.pages.day.scroll_offset.y == 2
    await reader.press("k")
    assert reader.screen.pages.day.scroll_offset.y == 1


@checks("mark")
async def _mark(reader: Reader) -> None:
    await reader.go("strike")
    await reader.press("M")
    assert "Marked 16–17 Dec 2011" in reader.line("#footer")
    await reader.press("j")
    assert " days" in reader.line("#footer")
    await reader.go("press")
    await reader.press("M")
    assert "46 days (1 month 15 days)" in reader.text("#pair")
    assert "Police break up" in reader.text("#pair")
    assert "Ito presses" in reader.text("#pair")
    await reader.press("M")
    assert reader.here == "press"
    assert not reader.screen.session.view.mark


@checks("topics")
async def _topics(reader: Reader) -> None:
    whole = reader.text("#overview")
    await reader.press("Z")
    assert "elections" in reader.text("#overview")
    await reader.press("Z")
    assert reader.text("#overview") == whole


@checks("as_of")
async def _as_of(reader: Reader) -> None:
    await reader.go("vote")
    await reader.press("a", "enter")
    assert "AS OF 15 Jan 2012" in reader.line("#title")
    assert "press" not in reader.ids


@checks("on_this_day")
async def _on_this_day(reader: Reader) -> None:
    reader.screen.today = lambda: dt.date(2026, 2, 1)
    await reader.press("T", "enter")
    assert "press" in reader.ids
    assert "vote" not in reader.ids
    await reader.press("T", *"15 jan", "enter")
    assert "vote" in reader.ids
    assert "press" not in reader.ids


@checks("edit")
async def _edit(reader: Reader) -> None:
    reader.screen.show_timeline(replace(reader.screen.session.timeline, path="events.yaml"))
    await reader.press("E")
    assert "No editor set" in reader.line("#footer")


@checks("reload")
async def _reload(reader: Reader) -> None:
    reader.screen.show_timeline(replace(reader.screen.session.timeline, path="no such file.yaml"))
    await reader.press("R")
    await reader.until_drawn("no such file.yaml")
    assert "no such file.yaml" in reader.text("#problems")


@checks("back")
async def _back(reader: Reader) -> None:
    await reader.press("f", *"ito", "enter")
    assert reader.screen.session.view.query == "ito"
    await reader.press("/", *"envoy", "enter", "enter", "escape")
    view = reader.screen.session.view
    assert (view.reading, view.find, view.query) == (False, "envoy", "ito")
    await reader.press("escape")
    assert reader.screen.session.view.query == "ito"
    await reader.press("escape")
    assert reader.screen.session.view.query == ""
    await reader.press("escape")
    assert reader.app.is_running


@checks("palette")
async def _palette(reader: Reader) -> None:
    await reader.press(":")
    assert type(reader.app.screen).__name__ == "Palette"
    await reader.type("last event")
    await reader.press("enter")
    assert reader.here == reader.ids[-1]


@checks("help")
async def _help(reader: Reader) -> None:
    await reader.press("?")
    assert isinstance(reader.app.screen, HelpScreen)
    await reader.press("escape")
    assert not isinstance(reader.app.screen, HelpScreen)


@checks("suspend")
async def _suspend(reader: Reader) -> None:
    asked: list[str] = []
    reader.app.action_suspend_process = lambda: asked.append("list")  # type: ignore[method-assign]
    await reader.press("ctrl+z")
    assert asked == ["list"]
    for key in ("?", "f", "m", ":"):
        await reader.press(key, "ctrl+z", "escape", "escape")
    assert len(asked) == 5


@checks("text_start", "text_end")
async def _ends_of_text(reader: Reader) -> None:
    await reader.go("press")
    await reader.press("enter", "end")
    assert reader.screen.pages.detail.scroll_offset.y == reader.screen.pages.detail.max_scroll_y
    await reader.press("home")
    assert reader.screen.pages.detail.scroll_offset.y == 0
    assert reader.here == "press"


@checks("quit")
async def _quit(reader: Reader) -> None:
    await reader.press("q")
    assert not reader.app.is_running


@pytest.mark.each_time
@pytest.mark.parametrize("action", CHECKS)
async def test_an_action_does_what_it_says(action: str) -> None:
    async with reading() as reader:
        await CHECKS[action](reader)


def test_the_registry_is_complete_and_unambiguous() -> None:
    assert {action.id for action in ACTIONS} >= set(CHECKS)
    for page in ("", "evidence", "coverage"):
        known = everything_on(page)
        listing = page != "coverage"
        situation = known._replace(page=page, shown=listing, find=listing, two_tracks=listing)
        there = tuple(possible(ACTIONS, situation))
        keys = [(each.where, key) for each in there for key in each.keys if key != "enter"]
        assert len(keys) == len(set(keys))
    while_reading = [key for action in ACTIONS for key in action.reading_keys]
    assert len(while_reading) == len(set(while_reading))
    assert all(action.help[0].isupper() and action.label for action in ACTIONS)


def test_nothing_but_the_program_is_possible_without_events() -> None:
    ids = {action.id for action in possible(ACTIONS, Situation())}
    assert {"help", "quit", "palette", "filter"} <= ids
    assert not {"next_event", "read", "find", "undo", "follow"} & ids


async def test_the_help_names_every_key() -> None:
    async with reading(size=(120, 80)) as reader:
        await reader.press("?")
        lines = reader.app.screen.query_one(HelpText).lines
        text = " ".join("".join(piece.text for line in lines for piece in line).split())
        for action in ACTIONS:
            assert action.help in text
            assert action.key_text in text


async def test_keys_can_be_set_and_are_shown() -> None:
    async with reading(keys={"next_event": "5,6"}) as reader:
        await reader.press("g", "5", "6")
        assert reader.here == reader.ids[2]
        await reader.press("j")
        assert reader.here == reader.ids[2]
    assert with_keys(ACTIONS, {"quit": "Q"})[-1].keys == ("Q",)


# Errands


async def test_a_wide_screen_shows_both_tracks_and_the_event() -> None:
    async with reading() as reader:
        await reader.go("press")
        list_text = reader.text("#events")
        assert any("2012" in line and line.count("─") > 30 for line in list_text.split("\n"))
        assert "1 Feb 2012" in reader.line("#detail")
        assert "∴ inferred" in reader.text("#detail")


async def test_a_narrow_screen_shows_one_and_opens_the_event_over_it() -> None:
    async with reading(size=SMALL) as reader:
        await reader.go("press")
        assert not reader.screen.pages.detail.display
        assert "│ ●  Ito presses" in reader.text("#events")
        assert "harbour" in reader.text("#preview").casefold()
        await reader.press("enter")
        assert "Ito presses" in reader.text("#detail")
        await reader.press("escape")
        assert not reader.screen.pages.detail.display
        assert reader.here == "press"


async def test_the_year_out_of_sight_is_named_above_the_list() -> None:
    async with reading(size=SMALL) as reader:
        await reader.press("G")
        first = reader.screen.list.seen_rows()
        assert first is not None
        year = reader.screen.list.arrangement.year_of(first[0])
        assert reader.line("#events").startswith(f" {year} ──")


async def test_a_filter_by_date_tells_the_certain_from_the_possible() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("in:2012-03")
        assert "2 of 60 · 1 possible" in reader.line("#title")
        rows = reader.text("#events").split("\n")
        assert any("?" in row and "doubles its" in row for row in rows)
        assert any("◐" in row and "delegation" in row for row in rows)


async def test_keys_typed_faster_than_answers_are_not_lost() -> None:
    async with reading() as reader:
        reader.send("f", *"dockers", "enter", "1", "enter")
        await reader.settle()
        view = reader.screen.session.view
        assert (view.query, view.importance, view.reading) == ("dockers", 1, True)
        assert reader.ids == ["strike"]
        assert not reader.screen.query("PromptBar")


async def test_pasted_control_characters_are_not_taken() -> None:
    async with reading() as reader:
        await reader.press("f")
        reader.app.post_message(Paste("\x1b\x07\n\x9b"))
        await reader.settle()
        assert reader.screen.session.view.query == ""
        reader.app.post_message(Paste("dockers"))
        await reader.settle()
        assert reader.ids == ["strike"]


@pytest.mark.slow
async def test_a_mistake_is_pointed_at_and_the_last_result_stays() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.press(*"dockers", "space", *"topic:xyz")
        bar = reader.screen.query_one("PromptBar")
        hint = bar.children[1].render_line(0).text
        assert reader.ids == ["strike"]
        assert hint.index("^") == len(" filter ") + len("dockers topic:")
        assert "xyz" in hint
        await reader.press("enter")
        assert reader.screen.query("PromptBar")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_answer_above_a_mistake_is_not_said_to_be_one_to_what_is_typed(
    size: tuple[int, int],
) -> None:
    async with reading(size=size) as reader:
        await reader.press("f", *"dockers")
        assert "1 of 60 · dockers" in reader.drawn()[0]
        await reader.press("space", *"in:2012-13")
        assert "60 · last understood: dockers" in reader.drawn()[0]
        await reader.press("enter")
        assert "60 · last understood: dockers" in reader.drawn()[0]
        # What may still become right is no mistake yet, unless it is to be used as it is.
        await reader.press(*["backspace"] * 10, *"topic:")
        assert "last understood" not in reader.drawn()[0]
        await reader.press("enter")
        assert "last understood: dockers" in reader.drawn()[0]
        await reader.press(*"ferries")
        assert "last understood" not in reader.drawn()[0]
        await reader.press("x", "escape")
        assert reader.drawn()[0].endswith("60 events")
        await reader.press("f", *"in:2012-13")
        await reader.press("escape", "/", *"pier", "space", *"in:2012-13")
        assert "last understood: " in reader.drawn()[0]
        assert "/pier" in reader.drawn()[0]


async def test_matches_stand_out_in_titles() -> None:
    async with reading() as reader:
        await reader.press("f", *"dockers")
        lines = [reader.screen.list.render_line(y) for y in range(5)]
        found = [segment for line in lines for segment in line if segment.text == "dockers"]
        assert found
        assert found[0].style is not None
        assert found[0].style.bgcolor != reader.screen.list.role_style("selected").bgcolor


async def test_a_name_of_a_field_half_typed_does_not_empty_the_list() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("impo")
        assert len(reader.ids) == 60
        await reader.type("zz")
        assert reader.ids == []


@pytest.mark.slow
async def test_the_cursor_goes_to_a_date_while_it_is_typed_and_esc_goes_back() -> None:
    async with reading() as reader:
        await reader.go("emoji")
        await reader.press("d", *"2/201")
        assert reader.here == "emoji"
        await reader.press("2")
        assert reader.here == "press"
        assert reader.app.screen.query_one(PromptBar).hint.startswith("February 2012")
        await reader.press("escape")
        assert reader.here == "emoji"
        await reader.press("d", *"2/2012", *["backspace"] * 6)
        assert reader.here == "emoji"


@pytest.mark.slow
async def test_a_date_gone_to_is_one_step_to_undo_however_it_was_typed() -> None:
    async with reading() as reader:
        await reader.go("emoji")
        await reader.press("d", *"2012-02", "enter")
        assert reader.here == "press"
        assert "February 2012" in reader.line("#footer")
        await reader.press("u")
        assert reader.here == "emoji"
        assert not reader.situation.undo


async def test_a_date_without_a_year_is_one_of_the_year_left() -> None:
    async with reading() as reader:
        await reader.go("emoji")
        await reader.press("d", *"2012 ", *["backspace"] * 5, *"3 aug", "enter")
        assert reader.here == "emoji"
        assert "3 Aug 2013" in reader.line("#footer")


async def test_a_date_in_words_is_read_however_fast_it_is_typed() -> None:
    async with reading() as reader:
        await reader.go("emoji")
        reader.send("d", *"2012", "escape", "d", *"last month", "enter")
        await reader.settle()
        assert reader.here == "chinese"


async def test_tab_completes_in_the_bar() -> None:
    async with reading() as reader:
        await reader.press("f")
        await reader.type("topic:elec")
        await reader.press("tab", "enter")
        assert reader.screen.session.view.query == "topic:elections"


async def test_without_a_match_the_screen_says_what_to_press() -> None:
    async with reading() as reader:
        await reader.press("f", *"qqqq", "enter")
        text = reader.text("#events")
        assert "No event matches" in text
        assert "esc clears" in text
        await reader.press("j", "G", "space", "n", "enter", "escape")
        assert len(reader.ids) == 60


@pytest.mark.slow
async def test_a_jump_to_no_date_finds_words_and_one_outside_says_so() -> None:
    async with reading() as reader:
        await reader.press("d")
        await reader.type("north mole")
        await reader.press("enter")
        assert reader.here == "about"
        assert "has these words" in reader.line("#footer")
        await reader.press("d", *"2050", "enter")
        assert reader.here == reader.ids[-1]
        assert "in 2050; the last is 1 Sep 2024." in reader.line("#footer")
        await reader.press("d", *"zzzz", "enter")
        assert "“zzzz” is not a date, and no event has this word." in reader.picture
        await reader.press("escape")


@pytest.mark.slow
async def test_a_link_to_a_hidden_event_turns_the_filter_off_and_says_so() -> None:
    async with reading() as reader:
        await reader.press("f", *"envoy", "enter", "enter", "tab", "enter")
        assert reader.here == "strike"
        assert "hidden by the filter; now the filter is off. u goes back." in reader.said
        await reader.press("u")
        assert (reader.here, len(reader.ids)) == ("press", 1)


@pytest.mark.slow
async def test_everything_goes_by_mouse_as_well() -> None:
    async with reading() as reader:
        await reader.go("press")
        view = reader.screen.list
        row = view.arrangement.row_of(reader.screen.session.timeline.positions_by_id["vote"])
        assert row is not None
        line = view.arrangement.top(row) - view.scroll_offset.y
        await reader.pilot.click("#events", offset=(30, line))
        await reader.settle()
        assert reader.here == "vote"
        await reader.pilot.click("#events", offset=(30, line), times=2)
        await reader.settle()
        assert reader.screen.session.view.reading
        detail = reader.screen.pages.detail
        line = next(y for y in range(30) if "▸" in detail.render_line(y).text)
        await reader.pilot.click("#detail", offset=(8, line))
        await reader.settle()
        assert reader.here in {"strike", "press"}
        await reader.press("escape")
        await reader.pilot.click("#overview", offset=(100, 1))
        await reader.settle()
        assert str(reader.screen.session.event and reader.screen.session.event.date) > "2018"
        await reader.press("j")
        keys = reader.line("#footer")
        await reader.pilot.click("#footer", offset=(keys.index("help"), 0))
        await reader.settle()
        assert isinstance(reader.app.screen, HelpScreen)


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with reading(size=SMALL) as reader:
        here, before = reader.here, reader.screen.list.scroll_offset.y
        await reader.pilot._post_mouse_events([MouseScrollDown], "#events")
        await reader.settle()
        assert reader.screen.list.scroll_offset.y > before
        assert reader.here == here


async def test_text_from_a_file_is_only_text() -> None:
    titles = ("[bold]a[/bold] [@click=app.quit]b[/]", "esc \x1b[31mred", "turn \u202e back")
    timeline = timeline_of([event(f"e{n}", "2012", title) for n, title in enumerate(titles)])
    async with reading(timeline) as reader:
        text = reader.text("#events") + reader.text("#detail")
        assert "[bold]a[/bold] [@click=app.quit]b[/]" in " ".join(text.split())
        assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize(
    "size", mostly_slow([(30, 10), (20, 4), (60, 20), (80, 24), (109, 24), (250, 70)], [(20, 4)])
)
async def test_any_size_works(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("j", "enter", "j", "escape", "f", *"ito", "enter", "G", "?")
        await reader.press("q")
        await reader.pilot.resize_terminal(*reversed(size))
        await reader.settle()
        assert reader.here


@pytest.mark.slow
async def test_a_resized_screen_keeps_the_event_in_sight() -> None:
    async with reading() as reader:
        await reader.go("emoji")
        for size in ((80, 24), (200, 60), (60, 12), (WIDE_COLUMNS, 30)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert reader.here == "emoji"
            assert "regatta" in reader.text("#events")


async def test_a_timeline_without_events_is_friendly() -> None:
    async with reading(timeline_of([])) as reader:
        assert "no events in this timeline yet" in reader.text("#events")
        await reader.press("j", "G", "enter", "f", *"ito", "enter", "d", "tab", "1", "u", "escape")
        assert reader.app.is_running


async def test_a_timeline_with_one_track_uses_one_column() -> None:
    from dataclasses import replace

    whole = sample()
    events = tuple(item for item in whole.events if item.track == "island")
    events = tuple(replace(item, links=()) for item in events)
    async with reading(replace(whole, tracks=whole.tracks[:1], events=events)) as reader:
        assert " ● " in reader.text("#events")
        assert "│" not in reader.text("#events")
        await reader.press("l", "h", "G")
        assert reader.here == reader.ids[-1]


@pytest.mark.slow
async def test_a_hundred_thousand_events_open_scroll_and_filter() -> None:
    async with reading(large()) as reader:
        assert len(reader.ids) == 100_000
        await reader.press("j", "j", "space", "G", "k", "g", "]", "l")
        await reader.press("f", *"lighthouse in:2012", "enter")
        assert 100 < len(reader.ids) < 10_000
        await reader.press("G", "escape")
        assert len(reader.ids) == 100_000


async def test_a_key_that_means_nothing_here_says_so() -> None:
    async with reading() as reader:
        await reader.press("n")
        assert "No words to step through; / finds words." in reader.line("#footer")
        await reader.press("j")
        assert "No words to step" not in reader.line("#footer")
        await reader.press("u")
        assert "Nothing to undo." in reader.line("#footer")
        await reader.press("j", "escape")
        assert "Nothing to undo" not in reader.line("#footer")


@pytest.mark.slow
async def test_what_is_said_names_the_keys_as_they_are() -> None:
    keys = {"zoom_list": "W", "undo": "Z", "saved_views": "X", "as_of": "M"}
    async with reading(keys=keys) as reader:
        await reader.press("W")
        assert "W decades" in reader.line("#footer")
        await reader.press("S", *"mine", "enter")
        assert "X opens it" in reader.line("#footer")
        await reader.press("X", "enter")
        assert "Z goes back" in reader.line("#footer")
        reader.screen.ask(as_of="2000")
        await reader.settle()
        assert "M changes or ends it" in reader.line("#title")


async def test_a_narrow_line_keeps_what_it_must_say_and_drops_the_remedy() -> None:
    async with reading(size=(60, 20)) as reader:
        reader.screen.ask(as_of="2000")
        await reader.settle()
        assert "AS OF 31 Dec 2000" in reader.line("#title")
        assert "changes" not in reader.line("#title")


async def test_as_of_a_day_no_step_leads_to_what_came_later() -> None:
    async with reading() as reader:
        await reader.go("strike")
        assert reader.situation.linked
        reader.screen.ask(as_of="2011-12-31")
        await reader.settle()
        assert not reader.situation.linked
        await reader.press("i")
        assert "Nothing within 30 days on the other track." in reader.line("#footer")
        await reader.press("e")
        assert "on the rule of law" not in reader.text("#evidence")


async def test_a_long_message_is_not_cut_on_a_narrow_screen() -> None:
    async with reading(size=(30, 10)) as reader:
        message = "The filter hides the events with these words; F switches it off."
        reader.screen.say(message)
        await reader.settle()
        lines = [line.strip() for line in reader.text("#footer").splitlines()]
        assert " ".join(lines) == message
        await reader.press("j")
        assert reader.screen.query_one("#footer").size.height == 1
