"""What a query may ask of an event: its own texts, and its values of the fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kztimeline.timeline.bulk.columns import SEEDED
from kztimeline.timeline.bulk.record_tables import each_once

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event, Timeline

KINDS: Final = (
    "disputed", "inferred", "attributed", "approximate", "uncertain", "interval", "single",
    "undated",
)  # fmt: skip
"""The values of `is:`."""
HAD: Final = ("note", "links", "place", "actors", "passage", "address")
"""The values of `has:`."""


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
    if len(event.sources) == 1:
        yield "single"
    if event.date.is_undated:
        yield "undated"


def had_by(event: Event, timeline: Timeline) -> Iterator[str]:
    """Yield the values of `has:` that hold of the event in a timeline."""
    if event.note:
        yield "note"
    if event.links or event.id in timeline.links_back:
        yield "links"
    if event.place:
        yield "place"
    if event.actors:
        yield "actors"
    if timeline.origin(event) == "seed":
        yield "passage"
    if any(timeline.sources_by_id[citation.source].URL for citation in event.sources):
        yield "address"


VALUES: Final[dict[str, Callable[[Event], Iterable[str]]]] = {
    "topic": lambda event: set(event.topics),
    "actor": lambda event: set(event.actors),
    "source": _sources,
    "link": lambda event: {link.kind for link in event.links},
    "is": _kinds,
}
"""For each field whose values are read from an event alone, what gives them.

Those of `track`, `importance` and `origin` stand in columns, those of `has` ask for the
timeline, too (`values_by_event`).
"""

OF_EVENTS: Final = (*VALUES, "has")
"""The fields whose values an event is asked for; all others stand in columns."""

FIELDS_WITH_VALUES: Final = (*OF_EVENTS, "track", "importance", "origin")
"""The fields that `values_by_event` knows."""


def values_by_event(field: str, timeline: Timeline) -> Iterable[Iterable[str]]:
    """Return for each event the values of a field; what is in a column asks for no event."""
    columns = timeline.columns
    match field:
        case "track":
            tracks = [(track.id,) for track in timeline.tracks]
            return map(tracks.__getitem__, columns.tracks)
        case "importance":
            return ((str(level),) for level in columns.importances)
        case "origin":
            return (("seed" if sign & SEEDED else "reference",) for sign in columns.signs)
    return (values_of_event(field, event, timeline) for event in each_once(timeline.events))


def values_of_event(field: str, event: Event, timeline: Timeline) -> Iterable[str]:
    """Return the values that one event has of a field in `OF_EVENTS`."""
    return had_by(event, timeline) if field == "has" else VALUES[field](event)
