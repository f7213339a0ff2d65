"""Driving the application in tests: press, wait until it is done, and look.

A frame is drawn when all is settled, as on a terminal slower than the program. Drawing
those in between takes most of the time of a run; tests of just that ask for every frame.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager, nullcontext
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from textual._compositor import Compositor
from textual.events import Key, MouseEvent
from textual.widgets import Input

from kztimeline.tui.app import TimelineApp
from kztimeline.tui.screens.keys import situation_of
from kztimeline.tui.screens.timeline import TimelineScreen
from kztimeline.tui.widgets.lines.footer import Footer
from tests.tui.sample import sample

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from rich.console import RenderableType
    from textual.pilot import Pilot

    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.actions.situation import Situation

NAMES = {
    " ": "space",
    ",": "comma",
    ":": "colon",
    "-": "minus",
    "+": "plus",
    "/": "slash",
    "?": "question_mark",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
}
THEME = "kzt-dark"
WIDE = (120, 40)
SMALL = (80, 24)
LONG = 20.0


class SlowTerminal:
    """A terminal that takes no frame but those it is told to draw.

    Entered before the application starts.
    """

    def __init__(self) -> None:
        self._render = Compositor.render_update
        self._drawing = False
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> SlowTerminal:
        terminal = self

        def render(compositor: Compositor, *args: Any, **more: Any) -> RenderableType | None:
            # What has changed stays noted in the compositor until it is drawn.
            return terminal._render(compositor, *args, **more) if terminal._drawing else None

        self._patch.setattr(Compositor, "render_update", render)
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()

    def draw(self, app: TimelineApp) -> None:
        """Draw what has changed since the last frame."""
        self._drawing = True
        try:
            app.screen._compositor_refresh()
        finally:
            self._drawing = False


Wheel: TypeAlias = type[MouseEvent]


class Reader:
    """Somebody at the keyboard."""

    def __init__(
        self, app: TimelineApp, pilot: Pilot[None], terminal: SlowTerminal | None = None
    ) -> None:
        self.app = app
        self.pilot = pilot
        self.terminal = terminal

    @property
    def screen(self) -> TimelineScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, TimelineScreen)
        return screen

    @property
    def situation(self) -> Situation:
        return situation_of(self.screen, self.screen.pages)

    @property
    def here(self) -> str:
        event = self.screen.session.event
        return "" if event is None else event.id

    @property
    def said(self) -> str:
        return self.screen.query_one(Footer).message

    @property
    def ids(self) -> list[str]:
        session = self.screen.session
        return [session.timeline.events[position].id for position in session.shown]

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause(0)
            while self.app.key_order.is_waited_in:
                await asyncio.sleep(0.002)
            while any(worker.is_running for worker in self.app.workers):
                await asyncio.sleep(0.002)
        await self.pilot.pause(0)
        if self.terminal:
            self.terminal.draw(self.app)

    async def until(self, holds: Callable[[], object], seconds: float = LONG) -> None:
        """Wait until something holds, however slow the machine is; settled, then."""
        end = time.monotonic() + seconds
        while True:
            await self.settle()
            if holds():
                return
            assert time.monotonic() < end, f"in vain for {seconds:.0f} s, with\n{self.picture}"
            await self.pilot.pause(0.02)

    async def until_drawn(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        await self.until(lambda: text in self.picture)

    async def go_to(self, identifier: str) -> None:
        self.screen.ask(cursor=identifier)
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, each when all is done that the one before does, but letters of a text."""
        for key, following in zip_longest(keys, keys[1:], fillvalue=""):
            self.send(key)
            in_a_text = len(key) == len(following) == 1 and isinstance(self.app.focused, Input)
            if not in_a_text:
                await self.settle()

    async def type(self, text: str) -> None:
        """Type keys of any kind without a pause."""
        self.send(*text)
        await self.settle()

    def send(self, *keys: str) -> None:
        """Send keys without waiting for what they do; quicker than the pilot, which sleeps."""
        for key in keys:
            character = " " if key == "space" else key if len(key) == 1 else None
            self.app.post_message(Key(NAMES.get(key, key), character))

    async def go(self, identifier: str) -> None:
        self.screen.ask(record=False, cursor=identifier)
        await self.settle()

    def drawn(self) -> list[str]:
        """The lines of the whole screen as they are drawn, whatever lies over what."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def picture(self) -> str:
        """The whole screen as it is drawn, runs of spaces and line ends as one space."""
        return " ".join(" ".join(self.drawn()).split())

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def wheel(self, event: Wheel, selector: str, times: int = 1) -> None:
        await self.pilot._post_mouse_events([event] * times, selector)
        await self.settle()

    def line(self, selector: str, y: int = 0) -> str:
        return self.app.screen.query_one(selector).render_line(y).text

    def text(self, selector: str) -> str:
        widget = self.app.screen.query_one(selector)
        return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


@asynccontextmanager
async def reading(
    timeline: Timeline | None = None,
    size: tuple[int, int] = WIDE,
    every_frame: bool = False,
    **more: Any,
) -> AsyncIterator[Reader]:
    more = {"theme": THEME, **more}
    app = TimelineApp(sample() if timeline is None else timeline, **more)
    with nullcontext() if every_frame else SlowTerminal() as terminal:
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot, terminal)
            await reader.settle()
            yield reader
