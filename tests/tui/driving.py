"""Driving the application in tests: press, wait until it is done, and look."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from textual.events import Key, MouseEvent

from kztimeline.tui.app import TimelineApp
from kztimeline.tui.screens.keys import situation_of
from kztimeline.tui.screens.timeline import TimelineScreen
from tests.tui.sample import sample

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.actions.context import Situation

NAMES = {
    " ": "space",
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


class Reader:
    """Somebody at the keyboard."""

    def __init__(self, app: TimelineApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

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
    def ids(self) -> list[str]:
        session = self.screen.session
        return [session.timeline.events[position].id for position in session.shown]

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause(0)
            while any(worker.is_running for worker in self.app.workers):
                await asyncio.sleep(0.002)
        await self.pilot.pause(0)

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*text)

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

    async def wheel(self, event: type[MouseEvent], selector: str, times: int = 1) -> None:
        await self.pilot._post_mouse_events([event] * times, selector)
        await self.settle()

    def line(self, selector: str, y: int = 0) -> str:
        return self.app.screen.query_one(selector).render_line(y).text

    def text(self, selector: str) -> str:
        widget = self.app.screen.query_one(selector)
        return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


@asynccontextmanager
async def reading(
    timeline: Timeline | None = None, size: tuple[int, int] = WIDE, **more: Any
) -> AsyncIterator[Reader]:
    more = {"theme": THEME, **more}
    app = TimelineApp(sample() if timeline is None else timeline, **more)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader
