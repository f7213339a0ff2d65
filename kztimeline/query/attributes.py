"""What a query may ask of an event: its own texts, and its values of the fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event


def own_texts(event: Event) -> Iterator[str]:
    """Yield what is searched of an event itself; a phrase never runs from one into the next."""
    yield event.title
    yield event.summary
    yield from filter(None, (event.place, event.note, event.inference, event.attributed_to))
    for claim in event.disputed:
        yield claim.by
        yield claim.claim


def _sources(event: Event) -> set[str]:
    """The sources that the event cites or that dispute it."""
    cited = {citation.source for citation in event.sources}
    return cited.union(claim.source for claim in event.disputed)


def _kinds(event: Event) -> Iterator[str]:
    """The values of `is:` that hold of the event."""
    if event.disputed:
        yield "disputed"
    if event.inference:
        yield "inferred"
    if event.attributed_to:
        yield "attributed"
    if event.date.qualifier in {"~", "%"}:
        yield "approximate"
    if event.date.qualifier in {"?", "%"}:
        yield "uncertain"
    if event.date.is_interval:
        yield "interval"


VALUES: Final[dict[str, Callable[[Event], Iterable[str]]]] = {
    "track": lambda event: [event.track],
    "topic": lambda event: set(event.topics),
    "actor": lambda event: set(event.actors),
    "source": _sources,
    "importance": lambda event: [str(event.importance)],
    "link": lambda event: {link.kind for link in event.links},
    "is": _kinds,
}
"""For each field but the free ones, dates and origin, the values that an event has."""
