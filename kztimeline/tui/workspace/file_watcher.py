"""The timeline follows its files: it is read again when they change, or on demand."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import FileError
from kztimeline.loading.loader import card_files
from kztimeline.loading.locations import cards_folder
from kztimeline.session.reconcile import changes
from kztimeline.session.search import Search

if TYPE_CHECKING:
    from kztimeline.loading.findings import Finding
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.lines.problems import Problems

State: TypeAlias = "tuple[tuple[str, int, int], ...]"

PERIOD: Final = 0.25
"""Seconds between two looks at the files."""


def state_of(path: Path) -> State:
    """Return what changes when the timeline at `path` or a card beside it is written."""
    files = [path, *card_files(cards_folder(path))]
    return tuple((str(file), *_stamp(file)) for file in files)


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading the files: another timeline, ready to search, or findings."""

    timeline: Timeline
    search: Search
    changes: str


def read_again(before: Timeline, view: View) -> Reading:
    """Read the files of a timeline; meant for a thread.

    Args:
        before: The timeline as it was read last.
        view: What will be shown of it first.

    Raises:
        FileError: they cannot be used.
    """
    from kztimeline.query import QueryError

    timeline = load_timeline(Path(before.path))
    search = Search(timeline)
    search.prepare()
    with suppress(QueryError):
        search.run(view.active_query, view.certain)
        search.run(view.find)
    return Reading(timeline, search, changes(before, timeline))


class Live:
    """Watches the files of a screen's timeline.

    A change is read once the files have been the same for one `PERIOD`, so that a file
    that is just being written is not taken for a broken one.
    """

    def __init__(self, screen: TimelineScreen) -> None:
        self._screen = screen
        self._path = Path(screen.timeline.path)
        self._read = self._seen = state_of(self._path)
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
        state = state_of(self._path)
        settled, self._seen = state == self._seen, state
        if settled and state != self._read:
            self.reload()

    def reload(self) -> None:
        """Read the files now."""
        self._read = self._seen = state_of(self._path)
        # Not a coroutine: one that another reload replaces before it starts is never awaited.
        self._screen.run_worker(self._reload, exclusive=True, group="reload")  # type: ignore[arg-type]

    def catch_up(self) -> None:
        """Read the files if they have changed, which are known to be complete."""
        if state_of(self._path) != self._read:
            self.reload()

    async def _reload(self) -> bool:
        """Take what the files say now; False where they cannot be used."""
        screen = self._screen
        try:
            reading = await asyncio.to_thread(read_again, screen.timeline, screen.view)
        except FileError as error:
            await self._show_problems(error.findings)
            return False
        await self._mended()
        self._said = f"Reloaded: {reading.changes}."
        screen.say(self._said)
        screen.take(reading.timeline, reading.search)
        return True

    async def _show_problems(self, findings: list[Finding]) -> None:
        from kztimeline.tui.widgets.lines.problems import Problems

        # What was said of the last reading is no longer so.
        self._screen.unsay(self._said)
        if self._panel is not None:
            self._panel.show(findings)
            return
        hint = "Showing the last valid version."
        if key := self._screen.key("edit"):
            hint += f" {key} opens the line."
        self._panel = Problems(findings, hint, id="problems")
        await self._screen.mount(self._panel, before="#keys")

    async def _mended(self) -> None:
        if self._panel is not None:
            panel, self._panel = self._panel, None
            await panel.remove()
