"""What a timeline is made of: events and everything an event refers to.

Plain frozen dataclasses, so that a validated timeline can be kept and read back
without pydantic. The annotations carry the constraints; `kztimeline.loading.validation`
hands them to pydantic, which enforces them on what a file says.

Source fields are named as in CSL-JSON (title, author, publisher, issued, URL).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from kztimeline.dates.edtf import Date
from kztimeline.timeline.columns import Columns, LinksBack, columns_of
from kztimeline.timeline.fields import (
    Identifier,
    Letter,
    ListText,
    Record,
    Span,
    Text,
    at_most,
    entries,
    within,
)
from kztimeline.timeline.tables import by_id, ids_of

TITLE_LENGTH = 80
SUMMARY_LENGTH = 600

EraKind: TypeAlias = Identifier
ERA_KINDS = ("presidency", "administration", "capital", "phase", "envoy", "membership")
"""The kinds of era that the screen has a place of its own for; others may be named."""
ActorKind: TypeAlias = Literal["person", "office", "body", "state"]
LinkKind: TypeAlias = Literal["responds_to", "leads_to", "part_of", "reverses", "succeeds"]
MentionKind: TypeAlias = Literal["date", "range", "relative", "set", "duration", "age", "vague"]
Origin: TypeAlias = Literal["seed", "reference"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Track(Record):
    """One of the parallel columns of a timeline; every event is on exactly one.

    In a file the letter may be left out; in a `Timeline` every track has one.
    """

    id: Identifier
    name: Text
    letter: Letter = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Topic(Record):
    """A subject that events are filed under, one or more each; its letter as for tracks."""

    id: Identifier
    name: ListText
    letter: Letter = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Era(Record):
    """A named stretch drawn behind the events."""

    id: Identifier
    name: Text
    kind: EraKind
    date: Date
    sources: tuple[Identifier, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Role(Record):
    """An office held, with the dates it was held."""

    title: Text
    date: Date


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Actor(Record):
    """A person, office or body; `side` is a track id, or None for everybody else."""

    id: Identifier
    name: ListText
    kind: ActorKind
    other_names: tuple[Text, ...] = ()
    side: Identifier | None = None
    roles: tuple[Role, ...] = ()
    note: Text | None = None

    def roles_on(self, date: Date) -> tuple[Role, ...]:
        """Return the offices held at some time within `date`, as far as dates tell."""
        return tuple(role for role in self.roles if role.date.overlaps(date))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Source(Record):
    """An outside reference, or the bibliographic side of a seed document's card.

    `derived_from` names whose text a copy repeats: two copies of one text are
    one witness. `accessed` is the day on which the page was read, `archive_url` the
    address of a copy that keeps what was read.
    """

    id: Identifier
    title: Text
    publisher: Text
    author: Text | None = None
    issued: Date | None = None
    issued_basis: Text | None = None
    URL: Text | None = None
    derived_from: Text | None = None
    accessed: Date | None = None
    archive_url: Text | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Citation(Record):
    """Where an event's facts stand: a source, places in it, and what it says there."""

    source: Identifier
    spans: tuple[Span, ...] = ()
    says: Text | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Claim(Record):
    """One side of a disagreement: who says what, and where that stands."""

    by: Text
    claim: Text
    source: Identifier


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Link(Record):
    """A directed relation to another event, with the source or reading it rests on."""

    to: Identifier
    kind: LinkKind
    basis: Text
    source: Identifier | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Event(Record):
    """One thing that happened, or a state that held over an interval."""

    id: Identifier
    date: Date
    track: Identifier
    topics: Annotated[tuple[Identifier, ...], entries(1)]
    title: Annotated[Text, at_most(TITLE_LENGTH)]
    summary: Annotated[Text, at_most(SUMMARY_LENGTH)]
    importance: Annotated[int, within(1, 3)]
    sources: Annotated[tuple[Citation, ...], entries(1)]
    actors: tuple[Identifier, ...] = ()
    place: Text | None = None
    inference: Text | None = None
    attributed_to: Text | None = None
    note: Text | None = None
    disputed: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    outside_span: Text | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Mention(Record):
    """A temporal expression in a document, and what became of it.

    `span` counts Unicode code points, end exclusive. `date` is None where the
    phrase fixes none. `cited_by` names events, or `dismissed` says why no event
    cites it; with neither the mention is open.
    """

    span: Span
    text: Text
    kind: MentionKind
    date: Date | None = None
    anchor: Text | None = None
    cited_by: tuple[Identifier, ...] = ()
    dismissed: Text | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Statement(Record):
    """What a document says at a place, with a date beside it or not, and what became of it.

    `states` retells it in words of ours. `cited_by` names the events that stand for it,
    or `dismissed` says why none does; with neither the statement is open.
    """

    span: Span
    states: Text
    cited_by: tuple[Identifier, ...] = ()
    dismissed: Text | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Document(Record):
    """The card of a seed document with its ledger; the text itself is elsewhere."""

    id: Identifier
    file: Text
    sha256: Text
    characters: Annotated[int, within(0)]
    title: Text
    publisher: Text
    issued: Date
    issued_basis: Text
    character: Text
    language: Text
    author: Text | None = None
    URL: Text | None = None
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Targets(Record):
    """How much of the record a timeline means to hold, at least; `check --strict` counts."""

    events: Annotated[int, within(0)] = 0
    events_per_track: Annotated[int, within(0)] = 0
    events_per_year: Annotated[int, within(0)] = 0
    events_per_track_and_year: Annotated[int, within(0)] = 0
    links: Annotated[int, within(0)] = 0


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Refusal(Record):
    """A host whose pages a timeline does not cite, and why; hosts under it are meant as well."""

    host: Text
    why: Text


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Heading(Record):
    """What a timeline is called, the interval it covers, and what it aims at.

    `check --strict` reports sources at a host in `refused_hosts`, and those at a host in
    `copy_hosts`, which keep other publishers' texts, where the publisher does not say so.
    """

    title: Text
    span: Date
    targets: Targets = field(default_factory=Targets)
    refused_hosts: tuple[Refusal, ...] = ()
    copy_hosts: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TimelineFile(Record):
    """The contents of one timeline file, in the file's own order."""

    timeline: Heading
    tracks: Annotated[tuple[Track, ...], entries(1, 4)]
    topics: tuple[Topic, ...] = ()
    eras: tuple[Era, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """A whole validated timeline; `events` stand in order of date, then id.

    What is many are tuples, or tables that make a record when it is looked at.

    `sources` holds the outside references and one source for each document, under
    the document's id. `lines` gives for each event id the line of `path` it starts
    on, from 1.
    """

    title: str
    span: Date
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

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return by_id(self.actors)

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id, the documents among them."""
        return by_id(self.sources)

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """Documents by id."""
        return by_id(self.documents)

    @cached_property
    def topic(self) -> dict[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def track(self) -> dict[str, Track]:
        """Tracks by id."""
        return {track.id: track for track in self.tracks}

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each event stands in `events`, by id."""
        return {id_: number for number, id_ in enumerate(ids_of(self.events))}

    @cached_property
    def columns(self) -> Columns:
        """What is asked of all events at once."""
        return columns_of(self)

    @cached_property
    def links_back(self) -> Mapping[str, tuple[tuple[Event, Link], ...]]:
        """For each event id that links point to: the events they come from."""
        return LinksBack(self.events, self.columns.linking)

    def event(self, identifier: str) -> Event:
        """Return the event with an id; raise KeyError where there is none."""
        return self.events[self.position[identifier]]

    def origin(self, event: Event) -> Origin:
        """Return `seed` where a document supports the event, else `reference`."""
        documents = self.document
        seeded = any(citation.source in documents for citation in event.sources)
        return "seed" if seeded else "reference"
