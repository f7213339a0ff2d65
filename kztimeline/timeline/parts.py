"""What a timeline is made of: events and everything an event refers to.

Plain frozen dataclasses, so that a validated timeline can be kept and read back
without pydantic. The annotations carry the constraints; `kztimeline.loading.validation`
hands them to pydantic, which enforces them on what a file says.

Source fields are named as in CSL-JSON (title, author, publisher, issued, URL).
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal, TypeAlias

from kztimeline.dates.edtf import Date
from kztimeline.timeline.field_types import (
    Identifier,
    Letter,
    ListText,
    Record,
    Text,
    WrittenSpan,
    at_most,
    entries,
    record,
    within,
)

TITLE_LENGTH = 80
SUMMARY_LENGTH = 600

Position: TypeAlias = int
"""Where an event stands among the events of a timeline, from 0."""

EraKind: TypeAlias = Identifier
ERA_KINDS = ("presidency", "administration", "capital", "phase", "envoy", "membership")
"""The kinds of era that the screen has a place of its own for; others may be named."""
ActorKind: TypeAlias = Literal["person", "office", "body", "state"]
LinkKind: TypeAlias = Literal["responds_to", "leads_to", "part_of", "reverses", "succeeds"]
MentionKind: TypeAlias = Literal["date", "range", "relative", "set", "duration", "age", "vague"]
Origin: TypeAlias = Literal["seed", "reference"]


@record
class Track(Record):
    """One of the parallel columns of a timeline; every event is on exactly one."""

    id: Identifier
    name: Text
    letter: Letter = ""


@record
class Topic(Record):
    """A subject that events are filed under, one or more each."""

    id: Identifier
    name: ListText
    letter: Letter = ""


@record
class Era(Record):
    """A named stretch drawn behind the events; `begins_with` as of a role."""

    id: Identifier
    name: Text
    kind: EraKind
    date: Date
    sources: tuple[Identifier, ...] = ()
    note: Text | None = None
    begins_with: Text | None = None


@record
class Role(Record):
    """An office held, with the dates it was held.

    `begins_with` names what its first day is the day of, where an office is entered in
    several steps: 'sworn in', 'credentials'.
    """

    title: Text
    date: Date
    begins_with: Text | None = None


@record
class Actor(Record):
    """A person, office or body; `side` is a track id, or None for everybody else."""

    id: Identifier
    name: ListText
    kind: ActorKind
    other_names: tuple[Text, ...] = ()
    side: Identifier | None = None
    roles: tuple[Role, ...] = ()
    note: Text | None = None


@record
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


@record
class Citation(Record):
    """Where an event's facts stand: a source, places in it, and what it says there."""

    source: Identifier
    spans: tuple[WrittenSpan, ...] = ()
    says: Text | None = None


@record
class Claim(Record):
    """One side of a disagreement: who says what, and where that stands."""

    by: Text
    claim: Text
    source: Identifier


@record
class Link(Record):
    """A directed relation to another event, with the source or reading it rests on."""

    to: Identifier
    kind: LinkKind
    basis: Text
    source: Identifier | None = None


@record
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


@record
class Mention(Record):
    """A temporal expression in a document, and what became of it.

    `span` counts Unicode code points, end exclusive. `date` is None where the
    phrase fixes none. `cited_by` names events, or `dismissed` says why no event
    cites it; with neither the mention is open.
    """

    span: WrittenSpan
    text: Text
    kind: MentionKind
    date: Date | None = None
    anchor: Text | None = None
    cited_by: tuple[Identifier, ...] = ()
    dismissed: Text | None = None


@record
class Statement(Record):
    """What a document says at a place, with a date beside it or not, and what became of it.

    `states` retells it in words of ours. `cited_by` names the events that stand for it,
    or `dismissed` says why none does; with neither the statement is open.
    """

    span: WrittenSpan
    states: Text
    cited_by: tuple[Identifier, ...] = ()
    dismissed: Text | None = None


@record
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


@record
class Targets(Record):
    """How much of the record a timeline means to hold, at least; `check --strict` counts."""

    events: Annotated[int, within(0)] = 0
    events_per_track: Annotated[int, within(0)] = 0
    events_per_year: Annotated[int, within(0)] = 0
    events_per_track_and_year: Annotated[int, within(0)] = 0
    links: Annotated[int, within(0)] = 0


@record
class Refusal(Record):
    """A host whose pages a timeline does not cite, and why; hosts under it are meant as well."""

    host: Text
    why: Text


@record
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


@record
class TimelineFile(Record):
    """The contents of one timeline file, in the file's own order."""

    timeline: Heading
    tracks: Annotated[tuple[Track, ...], entries(1, 4)]
    topics: tuple[Topic, ...] = ()
    eras: tuple[Era, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...]
