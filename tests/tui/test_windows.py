"""Two windows on the same timeline, and other programs: neither takes back what the other did."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from kztimeline.session.pins import change_pins, load_pins
from kztimeline.session.state.state_files import state_file, timeline_key
from tests.tui.driving import Reader, reading
from tests.tui.sample import sample

KEY = timeline_key(sample())


@asynccontextmanager
async def two_windows() -> AsyncIterator[tuple[Reader, Reader]]:
    async with (
        reading(size=(120, 40), every_frame=True) as one,
        reading(size=(120, 40), every_frame=True) as other,
    ):
        yield one, other


def kept(name: str = "pins") -> Any:
    return json.loads(state_file(name).read_text(encoding="utf-8"))[KEY]


def write_kept(pinned: list[str], notes: dict[str, str]) -> None:
    """What an editor, or a program that copies settings, writes."""
    path = state_file("pins")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({KEY: {"pinned": pinned, "notes": notes}}), encoding="utf-8")


async def note(reader: Reader, text: str) -> None:
    await reader.press("m", *text.replace(" ", "_"), "enter")


@pytest.mark.slow
async def test_undo_takes_back_the_own_pin_and_leaves_those_of_another_window() -> None:
    async with two_windows() as (one, other):
        await one.go("vote")
        await one.press("p")
        await other.go("press")
        await note(other, "precious")
        await one.press("u")
        assert "Undone: pinning “" in one.picture
        assert kept() == {"pinned": ["press"], "notes": {"press": "precious"}}
        await one.press("U")
        assert kept() == {"pinned": ["vote", "press"], "notes": {"press": "precious"}}
        await other.press("u")
        assert kept() == {"pinned": ["vote"], "notes": {}}
        await other.press("U")
        assert kept() == {"pinned": ["vote", "press"], "notes": {"press": "precious"}}


@pytest.mark.slow
async def test_undo_brings_a_pin_back_to_its_place_among_those_of_others() -> None:
    async with two_windows() as (one, other):
        for event in ("strike", "vote", "press"):
            await one.go(event)
            await one.press("p")
        await one.go("vote")
        await one.press("p")
        await other.go("envoy" if "envoy" in other.ids else other.ids[0])
        await other.press("p")
        theirs = other.here
        await one.press("u")
        assert kept()["pinned"] == ["strike", "vote", "press", theirs]


@pytest.mark.slow
@pytest.mark.parametrize("undone", ["p", "note"])
async def test_what_another_window_changed_since_stays_and_that_is_said(undone: str) -> None:
    async with two_windows() as (one, other):
        await one.go("vote")
        if undone == "p":
            await one.press("p")
        else:
            await note(one, "mine")
        await other.go("vote")
        other.screen.session.pinboard.follow()
        await other.press("m", "end", *"_theirs", "enter")
        before = kept()
        await one.press("u")
        assert kept() == before
        assert before["notes"]["vote"].endswith("_theirs")
        assert "Not undone: " in one.picture
        assert "it was changed in another window since, and stays." in one.picture
        assert (
            one.screen.session.pinboard.note_on(one.screen.session.event)
            == (before["notes"]["vote"])
        )
        assert not one.situation.redo


@pytest.mark.slow
async def test_what_another_window_changed_since_is_not_redone_over() -> None:
    async with two_windows() as (one, other):
        await one.go("vote")
        await note(one, "mine")
        await one.press("u")
        await other.go("vote")
        await note(other, "theirs")
        await one.press("U")
        assert kept() == {"pinned": ["vote"], "notes": {"vote": "theirs"}}
        assert "Not redone: the note on “" in one.picture


async def test_undo_keeps_what_another_program_wrote_into_the_file() -> None:
    async with reading(every_frame=True) as reader:
        await reader.go("vote")
        await reader.press("p")
        write_kept(["gone", "vote"], {"gone": "by hand", "vote": ""})
        await reader.press("u")
        assert kept() == {"pinned": ["gone"], "notes": {"gone": "by hand"}}


async def test_a_pin_shown_is_taken_off_and_one_not_shown_is_set_whatever_others_did() -> None:
    async with two_windows() as (one, other):
        await one.go("vote")
        await other.go("vote")
        await one.press("p")
        await other.press("p")
        assert kept()["pinned"] == ["vote"]
        assert "Pinned in another window already. 1 pinned" in other.picture
        await other.press("u")
        assert kept()["pinned"] == ["vote"], "the pin was none of its own"
        await one.press("p")
        await other.press("p")
        assert kept()["pinned"] == []
        assert "Unpinned in another window already. No pins left." in other.picture


@pytest.mark.slow
async def test_the_note_of_another_window_stands_in_the_question() -> None:
    async with two_windows() as (one, other):
        await one.go("vote")
        await other.go("vote")
        await note(one, "a long note")
        await other.press("m")
        assert "note a_long_note" in other.picture
        await other.press(*"!", "enter")
        assert kept()["notes"] == {"vote": "a_long_note!"}


@pytest.mark.slow
async def test_a_note_written_meanwhile_is_shown_before_it_is_replaced() -> None:
    async with two_windows() as (one, other):
        await one.go("vote")
        await other.go("vote")
        await other.press("m", *"mine")
        await note(one, "theirs")
        await other.press("enter")
        assert "Meanwhile the note reads “theirs” in another window; enter again" in other.picture
        assert kept()["notes"] == {"vote": "theirs"}
        await note_again(one)
        await other.press("enter")
        assert "Meanwhile the note reads “theirs!”" in other.picture
        await other.press("enter")
        assert kept()["notes"] == {"vote": "mine"}
        await other.press("u")
        assert kept()["notes"] == {"vote": "theirs!"}


async def note_again(reader: Reader) -> None:
    await reader.press("m", "end", "!", "enter")


async def test_a_note_removed_meanwhile_is_told() -> None:
    async with reading(every_frame=True) as reader:
        await reader.go("vote")
        await note(reader, "a")
        await reader.press("m", "b")
        write_kept(["vote"], {})
        await reader.press("enter")
        assert "Meanwhile the note was removed in another window" in reader.picture
        await reader.press("enter")
        assert kept()["notes"] == {"vote": "ab"}


@pytest.mark.slow
async def test_what_another_window_pins_is_shown_where_pins_are_used() -> None:
    async with two_windows() as (one, other):
        await other.go("vote")
        await note(other, "theirs")
        await one.press("P")
        assert one.ids == ["vote"]
        assert "theirs" in one.picture
        await other.go("press")
        await other.press("p")
        await one.press("w")
        assert "2 pinned events" in one.picture


async def test_what_another_window_pins_is_shown_in_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kztimeline.tui.app._FOLLOW", 0.05)
    async with reading(size=(120, 40), every_frame=True) as reader:
        await reader.go("vote")
        change_pins(sample(), lambda pins: pins.noted("vote", "by the other"))
        await reader.until_drawn("by the other")


async def test_a_pin_that_could_not_be_written_is_written_with_the_next() -> None:
    async with reading(every_frame=True) as reader:
        path = state_file("pins")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir()
        await reader.go("vote")
        await reader.press("p")
        assert "Kept only until you quit" in reader.picture
        path.rmdir()
        change_pins(sample(), lambda pins: pins.with_pin("strike"))
        await reader.go("press")
        await reader.press("p")
        assert load_pins(sample())[0].pinned == ("strike", "vote", "press")


@pytest.mark.slow
async def test_a_file_that_becomes_damaged_takes_no_pin_off_the_screen_and_none_is_lost() -> None:
    async with reading(every_frame=True) as reader:
        await reader.go("vote")
        await note(reader, "mine")
        state_file("pins").write_text("{no json", encoding="utf-8")
        await reader.press("P")
        assert "pins.json.damaged" in reader.picture
        assert reader.ids == ["vote"]
        await reader.press("P", "P")
        assert reader.ids == ["vote"]
        await reader.press("P")
        await reader.go("press")
        await reader.press("p")
        assert kept() == {"pinned": ["vote", "press"], "notes": {"vote": "mine"}}


@pytest.mark.slow
async def test_a_file_found_damaged_by_a_pin_loses_none_either() -> None:
    async with reading(every_frame=True) as reader:
        await reader.go("vote")
        await note(reader, "mine")
        state_file("pins").write_text("{no json", encoding="utf-8")
        await reader.go("press")
        await reader.press("p")
        assert "pins.json.damaged" in reader.picture
        assert kept() == {"pinned": ["vote", "press"], "notes": {"vote": "mine"}}


async def test_a_file_that_is_removed_takes_the_pins_with_it() -> None:
    async with reading(every_frame=True) as reader:
        await reader.go("vote")
        await note(reader, "mine")
        state_file("pins").unlink()
        await reader.press("P")
        assert "No event is pinned yet" in reader.picture


# Saved views


async def save(reader: Reader, query: str, name: str) -> None:
    await reader.press("f", *query, "enter", "S", *name, "enter")


@pytest.mark.slow
async def test_a_saved_view_is_replaced_only_when_confirmed() -> None:
    async with reading(every_frame=True) as reader:
        await save(reader, "ferries", "mine")
        before = kept("views")
        await save(reader, "dockers", "mine")
        assert "@mine is saved already: ferries; enter again replaces it." in reader.picture
        assert kept("views") == before
        await reader.press("escape")
        assert kept("views") == before
        await reader.press("S", *"@mine", "enter", *"2", "enter")
        assert kept("views")["mine"] == before["mine"]
        assert kept("views")["mine2"]["query"] == "dockers"
        await reader.press("S", *"mine", "enter", "enter")
        assert kept("views")["mine"]["query"] == "dockers"
        assert "in place of: ferries" in reader.picture


@pytest.mark.slow
async def test_the_same_view_is_saved_again_without_a_question() -> None:
    async with reading(every_frame=True) as reader:
        await save(reader, "ferries", "mine")
        await reader.press("S", *"mine", "enter")
        assert "Saved as @mine." in reader.picture


@pytest.mark.slow
async def test_a_view_that_another_window_saved_meanwhile_is_asked_about() -> None:
    async with two_windows() as (one, other):
        await one.press("f", *"ferries", "enter", "S", *"mine")
        await save(other, "dockers", "mine")
        await one.press("enter")
        assert "@mine is saved already: dockers" in one.picture
        await save(other, "regatta", "mine")
        await other.press("enter")
        await one.press("enter")
        assert "@mine is saved already: regatta" in one.picture
        assert kept("views")["mine"]["query"] == "regatta"
        await one.press("enter")
        assert kept("views")["mine"]["query"] == "ferries"


@pytest.mark.slow
async def test_what_is_not_understood_under_a_name_is_asked_about() -> None:
    path = state_file("views")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({KEY: {"mine": ["of a later version"]}}), encoding="utf-8")
    async with reading(every_frame=True) as reader:
        await save(reader, "ferries", "mine")
        assert "@mine is saved already: what is not understood; enter again" in reader.picture
        assert kept("views") == {"mine": ["of a later version"]}


@pytest.mark.slow
async def test_a_view_that_another_window_has_replaced_is_not_deleted() -> None:
    async with two_windows() as (one, other):
        await save(one, "ferries", "mine")
        await one.press("V")
        await save(other, "dockers", "mine")
        await other.press("enter")
        await one.press("x")
        assert "another window has changed @mine; it stays" in one.picture
        assert kept("views")["mine"]["query"] == "dockers"
        assert "dockers" in one.picture


@pytest.mark.slow
async def test_a_deleted_view_comes_back_whole_and_over_no_other() -> None:
    async with two_windows() as (one, other):
        await save(one, "ferries", "mine")
        path = state_file("views")
        record = kept("views")["mine"] | {"later": [1]}
        path.write_text(json.dumps({KEY: {"mine": record}}), encoding="utf-8")
        await one.press("V", "x")
        assert kept("views") == {}
        await one.press("u")
        assert kept("views") == {"mine": record}
        await one.press("x")
        await save(other, "dockers", "mine")
        await one.press("u")
        assert "another @mine is saved now" in one.picture
        assert kept("views")["mine"]["query"] == "dockers"
        await one.press("x", "u")
        assert kept("views")["mine"]["query"] == "dockers"
