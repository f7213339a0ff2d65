"""Why an event matches: the stretch of its text with the words asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean
from kztimeline.timeline.bulk.attributes import own_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Event, Position, Timeline

MOST: Final = 1_000
"""With more matches than this no context is looked for: nobody reads that many."""

_WORDS_BEFORE: Final = 3


def contexts(
    timeline: Timeline, positions: Iterable[Position], highlights: Callable[[str], Highlights]
) -> dict[Position, str]:
    """Return for events whose title does not match what of their text does, from near the match.

    Args:
        timeline: Where the events are.
        positions: The positions of the matches.
        highlights: Returns the spans of a text that match.
    """
    found: dict[Position, str] = {}
    for position in positions:
        event = timeline.events[position]
        if not highlights(event.title) and (text := context(timeline, event, highlights)):
            found[position] = text
    return found


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
    for citation in event.sources:
        source = timeline.sources_by_id[citation.source]
        yield f"{source.publisher}: {source.title}"


def _from_near(text: str, start: int) -> str:
    """Return a text from some words before a place on, with dots for what is left out."""
    words = text[:start].split(" ")
    kept = " ".join(words[-_WORDS_BEFORE - 1 :])
    left = text[: start - len(kept)].strip()
    return f"… {kept}{text[start:]}" if left else text
