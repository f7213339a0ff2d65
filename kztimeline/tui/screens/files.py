"""The timeline on the screen follows its files: read again when they change, or on demand."""

from __future__ import annotations

import asyncio
import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading.apart import StoppedError
from kztimeline.loading.cache import MANY
from kztimeline.loading.findings import FileError
from kztimeline.session.reconcile import gone_text
from kztimeline.tui.widgets.lines.problems import Problems
from kztimeline.tui.workspace.file_watcher import PERIOD, FileWatcher, read_again

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from kztimeline.loading.findings import Finding
    from kztimeline.session.search import Search
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.widgets.lines.footer import Footer
    from kztimeline.tui.workspace.session import Session

_DRAWN: Final = 1.0
"""Seconds after which everything is drawn from what was read, and nothing holds on to the last."""


class Files:
    """The files of a session's timeline, and the panel that says what is wrong with them."""

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        footer: Footer,
        key: Callable[[str], str],
        show: Callable[[Timeline, Search], None],
    ) -> None:
        """Prepare to read the files.

        Args:
            screen: Where the panel stands.
            session: Whose timeline it is.
            footer: Says what was read.
            key: Returns the key of an action.
            show: Shows another version of the timeline.
        """
        self._screen = screen
        self._session = session
        self._footer = footer
        self._key = key
        self._show = show
        self._watcher = FileWatcher(Path(session.timeline.path), session.first_read)
        self._panel: Problems | None = None
        self._said = ""

    @property
    def problem(self) -> Finding | None:
        """The first thing wrong with the files as they are."""
        return None if self._panel is None else self._panel.first

    def start(self) -> None:
        """Begin to watch."""
        self._screen.set_interval(PERIOD, self.look)

    def look(self) -> None:
        """Read the files if they have changed and are complete."""
        if self._watcher.look():
            self.reload()

    def reload(self, said: str = "") -> None:
        """Read the files now, and say so when they are shown, or what is to be said instead."""
        self._watcher.note_reading()
        # Not a coroutine: one that another reload replaces before it starts is never awaited.
        reload = partial(self._reload, said)
        self._screen.run_worker(reload, exclusive=True, group="reload")  # type: ignore[arg-type]

    def catch_up(self) -> None:
        """Read the files if they have changed, which are known to be complete."""
        if self._watcher.is_behind:
            self.reload()

    async def _reload(self, said: str) -> bool:
        """Take what the files say now; False where they cannot be used."""
        session = self._session
        try:
            reading = await asyncio.to_thread(read_again, session.timeline, session.view)
        except FileError as error:
            await self._show_problems(error.findings)
            return False
        except StoppedError:
            return False
        await self._mended()
        gone = gone_text(session.view, session.event, session.marked, reading.timeline)
        self._said = " ".join(filter(None, (said or f"Reloaded: {reading.changes}.", gone)))
        self._footer.say(self._said)
        self._show(reading.timeline, reading.search)
        if len(reading.timeline.events) >= MANY:
            self._screen.set_timer(_DRAWN, _give_back)
        return True

    async def _show_problems(self, findings: list[Finding]) -> None:
        # What was said of the last reading is no longer so.
        self._footer.unsay(self._said)
        if self._panel is not None:
            self._panel.show(findings)
            return
        self._panel = Problems(findings, self._key("edit"), id="problems")
        await self._screen.mount(self._panel, before="#footer")

    async def _mended(self) -> None:
        if self._panel is not None:
            panel, self._panel = self._panel, None
            await panel.remove()


def _give_back() -> None:
    """Give back the memory of an earlier timeline, also where the start has put it aside."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
