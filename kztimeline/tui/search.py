"""The query language as the screen uses it: over one timeline, prepared when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kztimeline.tui.rows import Spans, no_spans

if TYPE_CHECKING:
    from kztimeline.choice import Chosen
    from kztimeline.model import Timeline
    from kztimeline.query import Completion, Index

_REMEMBERED = 32


def _nothing(_position: int) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Found:
    """The events that match: their positions, ascending, and how surely they do."""

    positions: Sequence[int]
    certain: int
    possible: Callable[[int], bool] = _nothing
    highlights: Callable[[str], Spans] = no_spans


def both(found: Found, hits: Found) -> Callable[[str], Spans]:
    """Return what highlights the words of two queries."""
    return lambda text: sorted([*found.highlights(text), *hits.highlights(text)])


def as_seen(found: Found, chosen: Chosen) -> Found:
    """Return what was found with those in doubt that may have come after a view's day."""
    if chosen.day is None:
        return found
    matched, later = found.possible, chosen.possible
    return replace(found, possible=lambda position: matched(position) or later(position))


class Search:
    """Answers queries on one timeline and remembers the last answers.

    The index is built by the first query, not at the start; `run` may be called
    from any thread.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._index: Index | None = None
        self._found: dict[str, Found] = {"": self.everything}

    @property
    def everything(self) -> Found:
        """All events."""
        count = len(self._timeline.events)
        return Found(range(count), count)

    def run(self, text: str) -> Found:
        """Return what matches a query.

        Raises:
            QueryError: the query has a mistake.
        """
        text = text.strip()
        found = self._found.get(text)
        if found is None:
            found = self._run(text)
            if len(self._found) >= _REMEMBERED:
                self._found = {"": self.everything}
            self._found[text] = found
        return found

    def prepare(self) -> None:
        """Build the index, so that the first query does not wait for it."""
        from kztimeline.query import Index

        if self._index is None:
            index = Index(self._timeline)
            index.prepare()
            self._index = index

    def complete(self, text: str, cursor: int) -> list[Completion]:
        """Return what may be written at the cursor of a query."""
        from kztimeline.query import complete

        return complete(text, cursor, self._timeline)

    def _run(self, text: str) -> Found:
        from kztimeline.query import Certainty, Index, highlights, parse

        query = parse(text, self._timeline)
        self._index = self._index or Index(self._timeline)
        matches = self._index.run(query)
        return Found(
            matches.positions,
            matches.certain_count,
            lambda position: matches.certainty(position) is Certainty.POSSIBLE,
            partial(highlights, query),
        )
