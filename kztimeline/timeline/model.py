"""A whole timeline, and the names of the records that it is made of (see `records`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property

from kztimeline.dates.edtf import Date
from kztimeline.dates.occurring import with_ends
from kztimeline.timeline.bulk.columns import Columns, LinksBack, columns_of
from kztimeline.timeline.bulk.record_tables import RecordTable, by_id, ids_of
from kztimeline.timeline.parts import (
    ERA_KINDS,
    SUMMARY_LENGTH,
    TITLE_LENGTH,
    Actor,
    ActorKind,
    Citation,
    Claim,
    Document,
    Era,
    EraKind,
    Event,
    Heading,
    Link,
    LinkKind,
    Mention,
    MentionKind,
    Origin,
    Position,
    Refusal,
    Role,
    Source,
    Statement,
    Targets,
    TimelineFile,
    Topic,
    Track,
)

__all__ = [
    "ERA_KINDS",
    "SUMMARY_LENGTH",
    "TITLE_LENGTH",
    "Actor",
    "ActorKind",
    "Citation",
    "Claim",
    "Document",
    "Era",
    "EraKind",
    "Event",
    "Heading",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Origin",
    "Position",
    "Refusal",
    "Role",
    "Source",
    "Statement",
    "Targets",
    "Timeline",
    "TimelineFile",
    "Topic",
    "Track",
]

_FEW = 50
"""So many events are looked for by their ids before all ids are laid out."""


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """A whole validated timeline; `events` stand in order of date, then id.

    What is many are tuples, or tables that make a record when it is looked at.

    `sources` holds the outside references and one source for each document, under
    the document's id. `lines` gives for each event id the line of `path` it starts
    on, from 1. `period` is the time it covers, `span` in the file. `subject` is the
    SHA-256 of the files and the program that it was made from, as `made_from` was told;
    a changed copy has none.
    """

    title: str
    period: Date
    tracks: tuple[Track, ...]
    topics: tuple[Topic, ...]
    eras: tuple[Era, ...]
    actors: Sequence[Actor]
    sources: Sequence[Source]
    documents: Sequence[Document]
    events: Sequence[Event]
    targets: Targets = field(default_factory=Targets)
    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    subject: bytes = field(default=b"", init=False, repr=False, compare=False)

    def made_from(self, subject: bytes) -> Timeline:
        """Return this timeline, known by the SHA-256 of what it was made from."""
        object.__setattr__(self, "subject", subject)
        return self

    def __getstate__(self) -> dict[str, object]:
        """Return what is pickled or copied: the records, without what follows from them."""
        state: dict[str, object] = {each.name: getattr(self, each.name) for each in fields(self)}
        for name in ("actors", "sources", "documents", "events"):
            state[name] = tuple(getattr(self, name))
        return {**state, "lines": dict(self.lines)}

    @cached_property
    def actors_by_id(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return by_id(self.actors)

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Sources by id, the documents among them."""
        return by_id(self.sources)

    @cached_property
    def documents_by_id(self) -> Mapping[str, Document]:
        """Documents by id."""
        return by_id(self.documents)

    @cached_property
    def topics_by_id(self) -> dict[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def tracks_by_id(self) -> dict[str, Track]:
        """Tracks by id."""
        return {track.id: track for track in self.tracks}

    def lane(self, track: str) -> int:
        """Return which of the tracks has an id, counted from 0; raise KeyError for none."""
        return self._lanes[track]

    @cached_property
    def _lanes(self) -> dict[str, int]:
        return {track.id: number for number, track in enumerate(self.tracks)}

    @cached_property
    def positions_by_id(self) -> dict[str, Position]:
        """Where each event stands in `events`, by id."""
        ids = ids_of(self.events)
        return dict(zip(ids, range(len(ids)), strict=True))

    def position(self, identifier: str) -> Position | None:
        """Return where the event with an id stands in `events`; None where there is none.

        The first few are looked for one by one: to lay out all of many takes longest of a start.
        """
        where = self.events.where if isinstance(self.events, RecordTable) else None
        found = self._found
        if where is None or "positions_by_id" in vars(self) or len(found) >= _FEW:
            return self.positions_by_id.get(identifier)
        if identifier not in found:
            found[identifier] = where(identifier)
        return found[identifier]

    @cached_property
    def _found(self) -> dict[str, Position | None]:
        return {}

    @cached_property
    def columns(self) -> Columns:
        """What is asked of all events at once."""
        return columns_of(self)

    @cached_property
    def closed_period(self) -> Date:
        """The period; where it is open at an end, it begins or ends with the events."""
        if self.period.start and self.period.end:
            return self.period
        return with_ends(self.period, self.columns.first_days, self.columns.last_days)

    @cached_property
    def years(self) -> range:
        """The years of the period, of which an open end is that of the events."""
        first, last = self.closed_period.earliest, self.closed_period.latest
        return range(first.year, last.year + 1) if first and last else range(0)

    @cached_property
    def links_back(self) -> Mapping[str, tuple[tuple[Event, Link], ...]]:
        """For each event id that links point to: the events they come from."""
        return LinksBack(self.events, self.columns.linking)

    def as_here(self, event: Event | None) -> Event | None:
        """Return an event of another version of this timeline as it is here, if it is."""
        here = self.position(event.id) if event else None
        return None if here is None else self.events[here]

    def event(self, identifier: str) -> Event:
        """Return the event with an id; raise KeyError where there is none."""
        position = self.position(identifier)
        if position is None:
            raise KeyError(identifier)
        return self.events[position]

    def origin(self, event: Event) -> Origin:
        """Return `seed` where a document supports the event, else `reference`."""
        documents = self.documents_by_id
        seeded = any(citation.source in documents for citation in event.sources)
        return "seed" if seeded else "reference"
