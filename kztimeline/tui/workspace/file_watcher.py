"""Whether the files of a timeline have changed, and reading them again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading.cache import load_timeline
from kztimeline.loading.files.stamps import FileState, state_of
from kztimeline.session.reconcile import changes
from kztimeline.session.search import Search

if TYPE_CHECKING:
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline

PERIOD: Final = 0.25
"""Seconds between two looks at the files."""


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What came of reading the files: another timeline, ready to search, or findings."""

    timeline: Timeline
    search: Search
    changes: str


def read_again(before: Timeline, view: View) -> Reloaded:
    """Read the files of a timeline; meant for a thread.

    Args:
        before: The timeline as it was read last.
        view: What will be shown of it first.

    Raises:
        FileError: they cannot be used.
        StoppedError: the reader left meanwhile.
    """
    from kztimeline.query import QueryError

    timeline = load_timeline(Path(before.path), apart=True)
    search = Search(timeline)
    search.prepare()
    with suppress(QueryError):
        search.run(view.active_query, view.certain, view.as_of)
        search.run(view.find, as_of=view.as_of)
    return Reloaded(timeline, search, changes(before, timeline))


class FileWatcher:
    """Tells when the files of a timeline are to be read again.

    A change counts once the files have been the same for one `PERIOD`, so that a file
    that is just being written is not taken for a broken one.
    """

    def __init__(self, path: Path, read: FileState | None = None) -> None:
        """Begin to watch.

        Args:
            path: The timeline.
            read: How its files stood just before they were read; as they stand now if None.
        """
        self._path = path
        self._read = self._seen = state_of(path) if read is None else read

    def look(self) -> bool:
        """Tell whether the files have changed and are complete; meant for every `PERIOD`."""
        state = state_of(self._path)
        settled, self._seen = state == self._seen, state
        return settled and state != self._read

    @property
    def is_behind(self) -> bool:
        """Whether the files are others than were read last."""
        return state_of(self._path) != self._read

    def note_reading(self) -> None:
        """Note that the files are read now."""
        self._read = self._seen = state_of(self._path)
