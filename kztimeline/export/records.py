"""Events as they leave the program: what a record of one holds, whatever the format.

A record is self-contained: it repeats the names of its actors and all that is known of its
sources. Every value is text, a number, a truth, nothing, another record, or a tuple of
these. The description beside each field stands in the JSON Schema too.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    TypeAlias,
    TypeVar,
    dataclass_transform,
)

from kztimeline.dates.display import Qualifier
from kztimeline.timeline.field_types import Frozen

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

DatePrecision: TypeAlias = Literal["day", "month", "year", "decade", "century"]
Match: TypeAlias = Literal["certain", "possible"]


R = TypeVar("R", bound="ExportedRecord")


class ExportedRecord(Frozen):
    """Base of what leaves the program: how it is made, compares and prints.

    Dataclasses would generate and compile that for each kind, at every export.
    """

    __slots__ = ()
    _blank: ClassVar[dict[str, Any]] = {}
    """The fields, in order, with what they hold where nothing is given."""

    if not TYPE_CHECKING:  # which knows what each kind is made from

        def __init__(self, *values: Any, **named: Any) -> None:
            given = self._blank | dict(zip(self._blank, values, strict=False)) | named
            if len(given) > len(self._blank) or len(values) > len(given):
                raise TypeError(f"{type(self).__name__} has no such fields: {sorted(named)}")
            for name, value in given.items():
                if value is MISSING:
                    raise TypeError(f"{type(self).__name__} lacks {name}")
                object.__setattr__(self, name, value)

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._blank)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._values()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._blank)
        return f"{type(self).__name__}({held})"


@dataclass_transform(frozen_default=True)
def exported(kind: type[R]) -> type[R]:
    """Make a frozen dataclass of a kind of record, in order of its fields or by their names."""
    made: type[R] = dataclass(init=False, eq=False, repr=False, slots=True)(kind)
    made._blank = {each.name: each.default for each in fields(made)}  # type: ignore[arg-type]
    return made


@exported
class DateRecord(ExportedRecord):
    """A date no finer than it is known."""

    edtf: Annotated[str, "The date as the timeline writes it, in EDTF (ISO 8601-2)."]
    words: Annotated[str, "The date in English."]
    earliest: Annotated[str | None, "The first day the date allows, or null where it is open."]
    latest: Annotated[str | None, "The last day the date allows, or null where it is open."]
    precision: Annotated[DatePrecision, "How finely it is known; of an interval the coarser end."]
    qualifier: Annotated[Qualifier, "Whether it is approximate or uncertain; else empty."]
    open_start: Annotated[bool, "Whether the interval has no known beginning."]
    open_end: Annotated[bool, "Whether the interval has no known end."]


@exported
class NamedRecord(ExportedRecord):
    """A track or a topic: an identifier and its name."""

    id: Annotated[str, "The identifier."]
    name: Annotated[str, "The name."]


@exported
class ActorRecord(ExportedRecord):
    """Somebody involved in an event."""

    id: Annotated[str, "The actor's identifier."]
    name: Annotated[str, "The name."]
    titles: Annotated[tuple[str, ...], "The offices held at the time of the event."]


@exported
class WorkRecord(ExportedRecord):
    """A document or a page that is cited; the fields are named as in CSL-JSON."""

    id: Annotated[str, "The source's identifier."]
    kind: Annotated[
        Literal["document", "reference"],
        "Whether it is a document with a card, or an outside source.",
    ]
    citation: Annotated[str, "The source on one line, for an event with the places in it."]
    title: Annotated[str, "The title."]
    author: Annotated[str | None, "Who wrote it."]
    publisher: Annotated[str, "Who published it."]
    issued: Annotated[DateRecord | None, "When it was published."]
    issued_basis: Annotated[str | None, "How that date is known."]
    URL: Annotated[str | None, "Where it can be read."]
    derived_from: Annotated[str | None, "Whose text it repeats."]
    accessed: Annotated[DateRecord | None, "When the page was read."]
    archive_url: Annotated[str | None, "Where a copy of what was read is kept."]


@exported
class SourceRecord(WorkRecord):
    """A source of an event, where in it the event stands, and what it says."""

    spans: Annotated[
        tuple[str, ...], "Places in a document, START-END in characters, the end exclusive."
    ]
    says: Annotated[str | None, "What the source says, in words of the timeline."]


@exported
class ClaimRecord(ExportedRecord):
    """One side of a disagreement between sources."""

    by: Annotated[str, "Who says so."]
    claim: Annotated[str, "What is said."]
    source: Annotated[str, "The identifier of the source in which it stands."]
    citation: Annotated[str, "That source on one line."]


@exported
class LinkRecord(ExportedRecord):
    """A relation from an event to another."""

    kind: Annotated[str, "responds_to, leads_to, part_of, reverses or succeeds."]
    words: Annotated[str, "The kind in English."]
    to: Annotated[str, "The identifier of the other event."]
    title: Annotated[str, "Its title."]
    basis: Annotated[str, "What the relation rests on."]
    source: Annotated[str | None, "The identifier of the source that states it."]


@exported
class BacklinkRecord(ExportedRecord):
    """A link that another event has to this one, as it reads from here."""

    kind: Annotated[str, "The kind that the other event's link has."]
    words: Annotated[str, "What the other event is to this one, in English: answered by."]
    event: Annotated[str, "The identifier of the other event, whose link it is."]
    title: Annotated[str, "Its title."]
    basis: Annotated[str, "What the relation rests on."]
    source: Annotated[str | None, "The identifier of the source that states it."]


@exported
class EventRecord(ExportedRecord):
    """One thing that happened, or a state that held over an interval."""

    id: Annotated[str, "The event's identifier."]
    date: Annotated[DateRecord, "When it happened."]
    track: Annotated[NamedRecord, "The track it stands on."]
    topics: Annotated[tuple[NamedRecord, ...], "What it is filed under."]
    title: Annotated[str, "What happened, in one line."]
    summary: Annotated[str, "What happened, in one to three sentences."]
    importance: Annotated[int, "1 for key events, 2, or 3 for minor ones."]
    actors: Annotated[tuple[ActorRecord, ...], "Who was involved."]
    place: Annotated[str | None, "Where it happened, where a source says so."]
    origin: Annotated[Literal["seed", "reference"], "seed where a document supports it."]
    attributed_to: Annotated[str | None, "Whose claim it is, where sources only report one."]
    inference: Annotated[str | None, "From what the date or a fact was inferred."]
    note: Annotated[str | None, "What else has to be known."]
    outside_span: Annotated[str | None, "Why it stands outside the timeline's span."]
    disputed: Annotated[tuple[ClaimRecord, ...], "The sides, where sources contradict each other."]
    links: Annotated[tuple[LinkRecord, ...], "What it has to do with other events."]
    sources: Annotated[tuple[SourceRecord, ...], "Who says so, at least one."]
    as_of: Annotated[str | None, "The day as of which it is told, where later ones are left out."]
    match: Annotated[
        Match, "possible where its date allows other days than were asked for, too; else certain."
    ] = "certain"
    linked_from: Annotated[
        tuple[BacklinkRecord, ...], "What other events, exported or not, have to do with it."
    ] = ()


@exported
class LetteredRecord(NamedRecord):
    """A track or a topic of the timeline."""

    letter: Annotated[str, "The letter it has on a screen."]


@exported
class EraRecord(ExportedRecord):
    """A named stretch behind the events."""

    id: Annotated[str, "The identifier."]
    name: Annotated[str, "The name."]
    kind: Annotated[str, "What it is, such as a presidency."]
    date: Annotated[DateRecord, "From when to when."]
    sources: Annotated[tuple[str, ...], "The identifiers of its sources."]
    note: Annotated[str | None, "What else has to be known."]
    begins_with: Annotated[str | None, "What its first day is the day of, such as credentials."]


@exported
class RoleRecord(ExportedRecord):
    """An office that a person held."""

    title: Annotated[str, "The office."]
    date: Annotated[DateRecord, "From when to when."]
    begins_with: Annotated[str | None, "What its first day is the day of, such as sworn in."]


@exported
class PersonRecord(ExportedRecord):
    """A person, office, body or state of the timeline."""

    id: Annotated[str, "The identifier."]
    name: Annotated[str, "The name."]
    kind: Annotated[str, "person, office, body or state."]
    other_names: Annotated[tuple[str, ...], "Other spellings and names."]
    side: Annotated[str | None, "The track it belongs to, or null."]
    roles: Annotated[tuple[RoleRecord, ...], "The offices held."]
    note: Annotated[str | None, "What else has to be known."]


@exported
class TimelineRecord(ExportedRecord):
    """Events, and the timeline around them."""

    version: Annotated[int, "What keys mean: keys are added, and none is taken away."]
    title: Annotated[str, "What the timeline is called."]
    span: Annotated[DateRecord, "The interval it covers."]
    query: Annotated[str, "What was asked; empty for every event."]
    as_of: Annotated[str | None, "The day after which nothing is told, or null."]
    notice: Annotated[str | None, "What must be said of that."]
    left_out: Annotated[str | None, "What of the answer is left out, or null where all is there."]
    tracks: Annotated[tuple[LetteredRecord, ...], "All tracks."]
    topics: Annotated[tuple[LetteredRecord, ...], "All topics."]
    eras: Annotated[tuple[EraRecord, ...], "All eras."]
    actors: Annotated[tuple[PersonRecord, ...], "All people, offices, bodies and states."]
    sources: Annotated[tuple[WorkRecord, ...], "The sources of these events and of the eras."]
    events: Annotated[tuple[EventRecord, ...], "The events."]


@exported
class Export(ExportedRecord):
    """What a format writes: events, and what the whole of them is.

    Attributes:
        timeline: The timeline, without what came later where it is as of a date.
        events: The events, in the order in which they are written.
        query: What was asked; empty for everything.
        as_of: The last day seen, ISO; empty for the timeline as it is.
        notice: What must be said of that, or nothing.
        columns: The columns wanted, of formats that have columns; none for all.
        excel: Whether text must survive a spreadsheet that opens CSV.
        certain_only: Whether events that only possibly match were left out.
        found: How many events there would be, had none been left out as being too many.
    """

    timeline: Timeline
    events: tuple[EventRecord, ...]
    query: str = ""
    as_of: str = ""
    notice: str = ""
    columns: tuple[str, ...] = ()
    excel: bool = False
    certain_only: bool = False
    found: int = 0


def as_plain(value: Any) -> Any:
    """Return a record as dictionaries and lists, its fields in their order."""
    if is_dataclass(value):
        return {each.name: as_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [as_plain(item) for item in value]
    return value
