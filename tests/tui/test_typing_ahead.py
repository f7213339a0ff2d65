"""Keys typed while an answer is still out act on the list they were meant for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.events import Paste

from kztimeline.session.search import Found, Search
from kztimeline.tui.dialogs.help import HelpScreen
from kztimeline.tui.workspace import view_requests
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading


@contextmanager
def slow_answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Hold every answer back until the event that this gives is set."""
    run, answer = Search.run, threading.Event()

    def slowly(search: Search, text: str, *limits: Any, **more: Any) -> Found:
        if text:
            assert answer.wait(20)
        return run(search, text, *limits, **more)

    monkeypatch.setattr(Search, "run", slowly)
    monkeypatch.setattr(view_requests, "_AT_ONCE", 0)
    try:
        yield answer
    finally:
        answer.set()


async def typed_ahead(reader: Reader, answer: threading.Event, *keys: str) -> None:
    reader.send(*keys)
    for _ in range(20):
        await asyncio.sleep(0.005)
    answer.set()
    await reader.settle()


@pytest.mark.parametrize(
    "keys",
    mostly_slow([("j", "j"), ("G",), ("j", "l"), ("]", "j"), ("1", "j", "u", "k")], [("G",)]),
)
async def test_keys_after_a_filter_move_in_its_list(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    filtered = ("f", *"league", "enter")
    async with reading(every_frame=True) as patient:
        await patient.press("g", *filtered, *keys)
        expected = patient.ids, patient.here, patient.screen.session.history
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await reader.press("g")
            await typed_ahead(reader, answer, *filtered, *keys)
            assert (reader.ids, reader.here, reader.screen.session.history) == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("second", "query"), [(("right", *" pier"), "league pier"), (tuple("pier"), "pier")]
)
async def test_a_filter_typed_ahead_of_another_is_typed_in_its_bar(
    second: tuple[str, ...],
    query: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = ("f", *"league", "enter", "j", "f", *second, "enter", "j")
    async with reading(every_frame=True) as patient:
        await patient.press(*keys)
        expected = patient.here
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await typed_ahead(reader, answer, *keys)
            assert reader.screen.session.view.query == query
            assert reader.here == expected
            assert not reader.screen.typing.is_open


async def test_a_step_to_the_next_match_waits_for_the_matches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await reader.press("g")
            await typed_ahead(reader, answer, "/", *"ferry", "enter", "n", "n")
            hits = reader.screen.session.search.run("ferry").positions
            assert reader.screen.list.position == hits[2]


async def test_arrows_beside_an_open_bar_move_in_the_new_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await reader.press("g")
            reader.send("f", *"pier")
            while not reader.screen.session.waits:
                await asyncio.sleep(0.005)
            await typed_ahead(reader, answer, "down")
            assert reader.screen.typing.is_open
            assert reader.here == reader.ids[1]


@pytest.mark.slow
async def test_keys_after_help_are_for_the_help_until_it_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await reader.press("g")
            await typed_ahead(reader, answer, "f", *"league", "enter", "?", "escape", "j")
            assert not isinstance(reader.app.screen, HelpScreen)
            assert reader.here == reader.ids[1]


async def test_keys_after_a_mistake_are_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await reader.press("g")
            await typed_ahead(reader, answer, "f", *"topic:x", "enter", "j", "j")
            assert "there is no topic" in reader.line("#footer") or reader.here == reader.ids[2]
            assert reader.here == reader.ids[2]


async def test_keys_after_a_date_start_from_it() -> None:
    async with reading(every_frame=True) as reader:
        await reader.press("g")
        await typed_ahead(reader, threading.Event(), "d", *"2012-01-15", "enter", "j")
        row = reader.ids.index("vote")
        assert reader.here == reader.ids[row + 1]


@pytest.mark.slow
async def test_a_slow_answer_is_excused(monkeypatch: pytest.MonkeyPatch) -> None:
    with slow_answers(monkeypatch) as answer:
        async with reading(every_frame=True) as reader:
            await reader.press("f")
            reader.send(*"league")
            while "Searching …" not in reader.text("Hint"):
                await asyncio.sleep(0.02)
            reader.send("enter")
            while "Searching …" not in reader.text("#footer"):
                await asyncio.sleep(0.02)
            answer.set()
            await reader.settle()
            assert "Searching" not in reader.text("#footer")


BURSTS = [
    ("?", "?", "j"),
    ("?", *"undo", "escape", "escape", "j"),
    ("V", "q", "j"),
    ("m", *"quJ", "enter", "j"),
    ("w", "f", "p", *"xx"),
    ("w", "q", "G"),
    (">", "down", "enter", "j"),
    ("i", "enter", "G"),
    ("enter", "G"),
    ("enter", "G", "k", "k"),
    ("enter", "escape", "G"),
    ("e", "G"),
    ("r", "l", "l"),
    ("c", "j", "escape", "j"),
    (":", *"oldest", "escape", "j"),
    (":", *"help", "enter", "tab"),
    ("f", *"pier", "enter", "G", "enter", "G"),
    ("d", *"2012", "enter", "j", "enter", "G"),
    ("S", *"mine", "enter", "V", "enter", "j"),
    ("M", "G", "M", "G"),
    ("v", "j", "space", "escape", "G"),
    ("S", *"a/b", "enter"),
    ("a", *"nonsense", "enter"),
    ("T", *"nonsense", "enter"),
    ("d", *"31-02-2012", "enter"),
    ("x", *"a.foo", "enter"),
]


@pytest.mark.slow
@pytest.mark.parametrize("size", mostly_slow([(80, 24), (120, 40)], [(80, 24)]))
@pytest.mark.parametrize("keys", mostly_slow(BURSTS, BURSTS[::2]), ids=lambda keys: "".join(keys))
async def test_a_burst_of_keys_does_what_they_do_one_by_one(
    keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with reading(size=size, every_frame=True) as patient:
        await patient.press("g", "j")
        for key in keys:
            await patient.press(key)
            await patient.pilot.pause(0.02)
        expected = patient.here, patient.screen.session.view, patient.drawn()
    async with reading(size=size, every_frame=True) as reader:
        await reader.press("g", "j")
        reader.send(*keys)
        await reader.until(lambda: reader.drawn() == expected[2])
        assert (reader.here, reader.screen.session.view) == expected[:2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("f", *"actor:nobody"), "unknown value actor:nobody"),
        (("f", *'"pier'), "the quote is not closed"),
        (("/", *'"pier'), "the quote is not closed"),
        (("f", *"topic:"), "topic: has no value"),
    ],
)
async def test_a_query_that_is_none_is_refused_however_fast_it_is_typed(
    keys: tuple[str, ...], told: str
) -> None:
    async with reading(every_frame=True) as reader:
        reader.send(*keys, "enter")
        await reader.settle()
        assert told in reader.picture
        await reader.press("escape")
        assert len(reader.ids) == 60
        reader.screen.session.search.prepare()
        reader.send(*keys, "enter")
        await reader.settle()
        # The answer comes at once now, so that the text still stands there to be mended.
        assert f" {''.join(keys[1:])} ^" in reader.picture
        assert told in reader.picture
        await reader.press("escape")
        assert len(reader.ids) == 60


@pytest.mark.slow
async def test_editing_keys_take_effect_in_the_order_they_are_typed() -> None:
    async with reading(every_frame=True) as reader:
        await reader.press("f")
        reader.send(*"dockxx", "backspace", "backspace", *"ers", "home", "x", "delete", "ctrl+a")
        reader.send("delete", "end", "ctrl+u", *"regatta")
        await reader.settle()
        assert " filter regatta" in reader.picture
        assert reader.ids == ["emoji"]
        await reader.press("escape", "m")
        reader.send(*"onne", "backspace", "backspace", *"e", "enter")
        await reader.settle()
        assert "Pinned; note saved." in reader.picture
        assert list(reader.screen.session.notes) == ["one"]


async def test_what_is_pasted_before_the_bar_is_there_is_taken() -> None:
    async with reading(every_frame=True) as reader:
        reader.send("f")
        reader.app.post_message(Paste("dockers\nand strike\n"))
        await reader.settle()
        assert " filter dockers and strike" in reader.picture
        assert reader.ids == ["strike"]
        await reader.press("escape")
        reader.app.post_message(Paste("qqq"))
        await reader.settle()
        assert len(reader.ids) == 60


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["is:disp", "topic:fe", "track:har"])
async def test_what_is_completed_is_the_text_as_it_stands_when_the_key_comes(typed: str) -> None:
    async with reading(size=(80, 24), every_frame=True) as patient:
        await patient.press("f")
        for key in (*typed, "tab", "enter"):
            await patient.press(key)
        expected = patient.screen.session.view.query
    for _ in range(5):
        async with reading(size=(80, 24), every_frame=True) as reader:
            reader.send("f", *typed, "tab", "enter")
            await reader.settle()
            await reader.settle()
            assert reader.screen.session.view.query == expected
