"""Why an event matches: the stretch of its text with the words asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean
from kztimeline.timeline.bulk.attributes import own_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Event, Position, Timeline

MOST: Final = 1_000
"""With more matches than this no context is looked for: nobody reads that many."""

_WORDS_BEFORE: Final = 3


class Contexts(Mapping["Position", str]):
    """For some events what of their text matches, from near the match.

    It is looked for when an event is looked at, and which events they are when one is asked for.

    Args:
        timeline: Where the events are.
        parts: For each question the positions of events in which, but not in the title,
            something matches, and what returns the spans of a text that match; of an event
            that matches several the last is told.
    """

    def __init__(
        self,
        timeline: Timeline,
        parts: Iterable[tuple[Iterable[Position], Callable[[str], Highlights]]],
    ) -> None:
        self._timeline = timeline
        self._parts = parts
        self._found: dict[Position, str] = {}

    @cached_property
    def _highlights(self) -> dict[Position, Callable[[str], Highlights]]:
        return {position: spans for positions, spans in self._parts for position in positions}

    def __len__(self) -> int:
        return len(self._highlights)

    def __iter__(self) -> Iterator[Position]:
        return iter(self._highlights)

    def __contains__(self, position: object) -> bool:
        return position in self._highlights

    def __getitem__(self, position: Position) -> str:
        if position not in self._found:
            highlights, event = self._highlights[position], self._timeline.events[position]
            self._found[position] = context(self._timeline, event, highlights)
        return self._found[position]


def context(timeline: Timeline, event: Event, highlights: Callable[[str], Highlights]) -> str:
    """Return a stretch of the event's text with what matches; nothing where none does."""
    for text in _texts(timeline, event):
        spans = highlights(text)
        if spans:
            return _from_near(clean(text), spans[0][0])
    return ""


def _texts(timeline: Timeline, event: Event) -> Iterator[str]:
    """Yield every text of an event that words are looked for in, the closest to it first."""
    own = own_texts(event)
    next(own)
    yield from own
    for actor in (timeline.actors_by_id[identifier] for identifier in event.actors):
        yield actor.name
        for other in actor.other_names:
            yield f"{actor.name}, also {other}"
    yield from (timeline.topics_by_id[topic].name for topic in event.topics)
    cited = [citation.source for citation in event.sources]
    cited += [claim.source for claim in event.disputed]
    for source in map(timeline.sources_by_id.__getitem__, cited):
        yield f"{source.publisher}: {source.title}"


def _from_near(text: str, start: int) -> str:
    """Return a text from some words before a place on, with dots for what is left out."""
    words = text[:start].split(" ")
    kept = " ".join(words[-_WORDS_BEFORE - 1 :])
    left = text[: start - len(kept)].strip()
    return f"… {kept}{text[start:]}" if left else text
