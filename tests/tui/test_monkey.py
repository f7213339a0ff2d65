"""Somebody who presses, clicks, pastes and resizes at random, and finds no fault."""

from __future__ import annotations

import asyncio
import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key

from kztimeline.session.search import Search
from kztimeline.session.selection import Selector
from kztimeline.text.cells import clean, width
from kztimeline.timeline.model import Timeline
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.render.notices import choice_text
from kztimeline.tui.screens.program import ScreenProgram
from kztimeline.tui.screens.timeline import TimelineScreen
from kztimeline.tui.workspace import browser
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading
from tests.tui.sample import sample

LONG = int(os.environ.get("KZT_SOAK", "1"))
"""How many times as long as usual the soak takes."""
SIZES = ((60, 20), (80, 24), (120, 40), (200, 60), (30, 10), (109, 3), (12, 5), (2, 2), (1, 1))
WORDS = (
    "the",
    "in:2012",
    "topic:",
    "-zzz",
    '"',
    "a or",
    "importance:1",
    "(",
    "2012-02",
    "feb 2012",
)
PASTES = (*WORDS, "中国 🚣‍♀️", "[bold]x", "\x1b[31m\u202e", "a\nb\r\nc", "x" * 500, "")
KEYS = sorted(
    {key for action in ACTIONS for key in (*action.keys, *action.reading_keys)}
    | set('abcxyz01289 .,:;-"()é中')
    | {"enter", "escape", "tab", "backspace", "delete", "f1", "ctrl+q"}
)


class Monkey:
    """Sends what a terminal would, without waiting for the answer."""

    def __init__(self, reader: Reader, seed: int) -> None:
        self.app = reader.app
        self.dice = random.Random(seed)
        self.done: list[str] = []
        self.size = self.app.size
        whole = reader.screen.session.timeline
        some = [event for event in whole.events if self.dice.random() < 0.7]
        kept = {event.id for event in some}
        events_left = tuple(
            replace(event, links=tuple(link for link in event.links if link.to in kept))
            for event in some
        )
        fewer = replace(whole, events=events_left)
        self.versions = (whole, replace(whole), fewer, replace(fewer, documents=()))

    def step(self) -> None:
        acts = {
            self.press_any: 160,
            self.type_words: 10,
            self.click: 20,
            self.wheel: 8,
            self.paste: 8,
            self.resize: 3,
            self.reload: 2,
        }
        self.dice.choices(list(acts), list(acts.values()))[0]()

    def press_any(self) -> None:
        self.press(self.dice.choice(KEYS))

    def press(self, key: str) -> None:
        self.done.append(key)
        character = key if len(key) == 1 else " " if key == "space" else None
        self.send(events.Key(_character_to_key(key) if len(key) == 1 else key, character))

    def type_words(self) -> None:
        for key in (self.dice.choice("f/d"), *self.dice.choice(WORDS), "enter"):
            self.press("space" if key == " " else key)

    def click(self) -> None:
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            self.point(kind)

    def wheel(self) -> None:
        self.point(self.dice.choice((events.MouseScrollDown, events.MouseScrollUp)))

    def point(self, kind: type[events.MouseEvent]) -> None:
        x, y = self.dice.randrange(self.size.width), self.dice.randrange(self.size.height)
        self.done.append(f"{kind.__name__} {x},{y}")
        self.send(kind(None, x, y, 0, 0, 1, False, False, False, x, y))

    def paste(self) -> None:
        text = self.dice.choice(PASTES)
        self.done.append(f"paste {text!r}")
        self.send(events.Paste(text))

    def resize(self) -> None:
        self.size = Size(*self.dice.choice(SIZES))
        self.done.append(f"resize {self.size}")
        self.driver._size = self.size.width, self.size.height
        self.send(events.Resize(self.size, self.size))

    def reload(self) -> None:
        self.done.append("reload")
        screen = self.app.screen_stack[0]
        assert isinstance(screen, TimelineScreen)
        screen.call_later(screen.show_timeline, self.dice.choice(self.versions))

    @property
    def driver(self) -> HeadlessDriver:
        driver = self.app._driver
        assert isinstance(driver, HeadlessDriver)
        return driver

    def send(self, event: events.Event) -> None:
        event.set_sender(self.app)
        self.driver.process_message(event)


def look(reader: Reader) -> None:
    """Compare what the screen shows with what its view says, worked out anew."""
    screen, timeline = reader.screen, reader.screen.session.timeline
    view, layout = screen.session.view, screen.list.arrangement
    assert not screen.session.waits
    found = Search(timeline).run(view.active_query, view.certain)
    pinned = screen.session.pinboard.positions if view.pinned else ()
    selection = Selector(timeline).select(view, found.positions, pinned)
    shown = list(selection.shown)
    assert list(screen.session.shown) == shown
    assert view.cursor is not None
    cursor = layout.nearest_row(timeline.positions_by_id[view.cursor])
    assert screen.list.row == cursor
    assert (screen.pages.detail._event and screen.pages.detail._event.id) == (
        screen.session.event and screen.session.event.id
    )
    title = screen.drawing.title
    if len(shown) < len(selection.everything) and found.certain_count == len(found.positions):
        assert title._said.shown == f"{len(shown):,} of {len(selection.everything):,}"
    choice = choice_text(view, screen.session.timeline, screen.session.hit())
    if (view.active_query or view.find) and screen.drawing.misreads():
        choice = f"last understood: {choice}"
    assert title._said.choice == clean(choice)
    if reader.app.screen.query("Input"):
        # Textual's own input takes an emoji of several parts asunder.
        return
    if reader.app.screen._compositor.size != reader.app.size:
        # Resized in the moment a dialog opens; Textual 8.2 lays it out with the next change.
        assert reader.app.screen is not screen
        return
    for strip in reader.app.screen._compositor.render_strips():
        assert sum(width(segment.text) for segment in strip) <= reader.app.size.width


async def rest(reader: Reader) -> None:
    """Wait until every key is done, every query answered, and the last size taken over."""
    app, session = reader.app, reader.screen.session
    await reader.until(lambda: not session.waits and app._resize_timer is None)


async def play(reader: Reader, steps: int, seed: int, between_looks: int) -> None:
    monkey = Monkey(reader, seed)
    for number in range(1, steps + 1):
        monkey.step()
        await asyncio.sleep(0)
        if number % between_looks == 0:
            await rest(reader)
            assert reader.app.is_running, monkey.done[-200:]
            try:
                look(reader)
            except AssertionError as error:
                error.add_note(f"after step {number}: {monkey.done[-200:]}")
                raise


@pytest.fixture
def no_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(browser, "open_in_browser", lambda _address: False)
    monkeypatch.setattr(ScreenProgram, "quit", lambda _program: None)


@pytest.mark.slow
@pytest.mark.usefixtures("no_way_out")
@pytest.mark.parametrize("seed", mostly_slow([1, 2], [1]))
async def test_a_few_random_steps(seed: int) -> None:
    async with reading(sample(), size=(80, 24), every_frame=True) as reader:
        await play(reader, 250, seed, 10)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.usefixtures("no_way_out")
@pytest.mark.parametrize("seed", range(1991, 1991 + LONG))
async def test_20_000_random_steps(seed: int, builtin: Timeline) -> None:
    async with reading(builtin, every_frame=True) as reader:
        await play(reader, 20_000, seed, 200)
