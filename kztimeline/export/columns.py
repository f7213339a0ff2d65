"""The columns of events in a table: each with its type, its words and its function.

Columns are only ever added, at the end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from kztimeline.timeline.field_types import LIST_SEPARATOR

if TYPE_CHECKING:
    from kztimeline.export.records import EventRecord, SourceRecord

ColumnType: TypeAlias = Literal["string", "date", "boolean", "integer", "array"]
"""Types as Table Schema names them; an array is a list in JSON."""
ColumnValue: TypeAlias = str | int | bool | None


class Column(NamedTuple):
    """A column of events; None stands for an empty cell."""

    name: str
    type: ColumnType
    description: str
    value: Callable[[EventRecord], ColumnValue]


class UnknownColumnError(ValueError):
    """A name that no column has."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def chosen(names: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns with these names, in their order; all of them for none.

    Raises:
        UnknownColumnError: there is no column of a name.
    """
    return tuple(map(column, names)) or COLUMNS


def column(name: str) -> Column:
    """Return the column of a name.

    Raises:
        UnknownColumnError: there is none.
    """
    try:
        return _BY_NAME[name]
    except KeyError:
        raise UnknownColumnError(name) from None


def in_order(events: Iterable[EventRecord], name: str = "") -> tuple[EventRecord, ...]:
    """Return events by start, end and id; or first by a column, backwards after a `-`.

    An open start comes first, an open end last, an empty cell last either way.

    Raises:
        UnknownColumnError: there is no such column.
    """
    ordered = sorted(events, key=_by_date)
    wanted = name.removeprefix("-")
    if not wanted or wanted == "date":
        return tuple(reversed(ordered) if name.startswith("-") else ordered)
    value = column(wanted).value
    filled = [event for event in ordered if value(event) is not None]
    empty = [event for event in ordered if value(event) is None]
    filled.sort(key=lambda event: value(event) or 0, reverse=name.startswith("-"))
    return (*filled, *empty)


def _by_date(event: EventRecord) -> tuple[str, str, str]:
    return event.date.earliest or "", event.date.latest or "9999-99", event.id


def cell(value: ColumnValue) -> str:
    """Return a value as text: nothing for None, true and false in small letters."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _joined(texts: Iterable[str]) -> str | None:
    return LIST_SEPARATOR.join(texts) or None


def _locator(source: SourceRecord) -> str:
    return ",".join(source.spans) or source.URL or ""


def _citations(event: EventRecord) -> str:
    return LIST_SEPARATOR.join(
        each.citation.replace(LIST_SEPARATOR, ", ") for each in event.sources
    )


def _locators(event: EventRecord) -> str:
    return LIST_SEPARATOR.join(map(_locator, event.sources))


def _shared(event: EventRecord, length: int) -> str | None:
    """Return the beginning of an ISO day that all days of the date have in common."""
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None or first[:length] != last[:length]:
        return None
    return first[:length]


def _year(event: EventRecord) -> int | None:
    shared = _shared(event, 4)
    return int(shared) if shared else None


def _month(event: EventRecord) -> int | None:
    shared = _shared(event, 7)
    return int(shared[5:]) if shared else None


def _day(event: EventRecord) -> int | None:
    shared = _shared(event, 10)
    return int(shared[8:]) if shared else None


def _claims(event: EventRecord) -> str | None:
    claims = [
        {"by": each.by, "claim": each.claim, "source": each.source} for each in event.disputed
    ]
    return json.dumps(claims, ensure_ascii=False) if claims else None


def _says(event: EventRecord) -> str:
    return json.dumps([each.says for each in event.sources], ensure_ascii=False)


def _documents(event: EventRecord) -> str | None:
    return _joined(each.id for each in event.sources if each.kind == "document")


COLUMNS: Final = (
    Column("id", "string", "The event's identifier.", lambda event: event.id),
    Column(
        "date",
        "string",
        "The date as the timeline writes it, in EDTF.",
        lambda event: event.date.edtf,
    ),
    Column(
        "date_start",
        "date",
        "The first day the date allows; empty where it is open.",
        lambda event: event.date.earliest,
    ),
    Column(
        "date_end",
        "date",
        "The last day the date allows; empty where it is open.",
        lambda event: event.date.latest,
    ),
    Column(
        "date_precision",
        "string",
        "day, month, year, decade or century; the coarser end's.",
        lambda event: event.date.precision,
    ),
    Column(
        "date_qualifier",
        "string",
        "approximate, uncertain, both, or empty.",
        lambda event: event.date.qualifier or None,
    ),
    Column(
        "open_start",
        "boolean",
        "Whether the interval has no known beginning.",
        lambda event: event.date.open_start,
    ),
    Column(
        "open_end",
        "boolean",
        "Whether the interval has no known end.",
        lambda event: event.date.open_end,
    ),
    Column("year", "integer", "The year, where every day the date allows is in one year.", _year),
    Column(
        "month", "integer", "The month, where every day the date allows is in one month.", _month
    ),
    Column("day", "integer", "The day of the month, where the date is one day.", _day),
    Column("track", "string", "The track's identifier.", lambda event: event.track.id),
    Column(
        "topics",
        "string",
        "Topic identifiers, joined by '; '.",
        lambda event: _joined(topic.id for topic in event.topics),
    ),
    Column("title", "string", "What happened, in one line.", lambda event: event.title),
    Column(
        "summary",
        "string",
        "What happened, in one to three sentences.",
        lambda event: event.summary,
    ),
    Column(
        "actors",
        "string",
        "Names of the people and bodies involved, joined by '; '.",
        lambda event: _joined(actor.name for actor in event.actors),
    ),
    Column(
        "place",
        "string",
        "Where it happened, where a source says so.",
        lambda event: event.place,
    ),
    Column(
        "origin",
        "string",
        "seed where a document supports the event, else reference.",
        lambda event: event.origin,
    ),
    Column(
        "source_ids",
        "string",
        "Identifiers of the sources, joined by '; '.",
        lambda event: _joined(source.id for source in event.sources),
    ),
    Column(
        "source_locators",
        "string",
        "For each source, character spans or its address.",
        _locators,
    ),
    Column(
        "citation",
        "string",
        "The sources in full, joined by '; ', which within one is ', '.",
        _citations,
    ),
    Column(
        "links",
        "string",
        "Relations to other events as kind:id, joined by '; '.",
        lambda event: _joined(f"{link.kind}:{link.to}" for link in event.links),
    ),
    Column(
        "importance",
        "integer",
        "1 for key events, 2, or 3 for minor ones.",
        lambda event: event.importance,
    ),
    Column(
        "disputed",
        "array",
        "Where sources contradict each other: a list in JSON of who (by) says what (claim), "
        "and where that stands (source, an identifier).",
        _claims,
    ),
    Column(
        "attributed_to",
        "string",
        "Whose claim it is, where sources only report one.",
        lambda event: event.attributed_to,
    ),
    Column(
        "inference",
        "string",
        "From what the date or a fact was inferred.",
        lambda event: event.inference,
    ),
    Column("note", "string", "What else has to be known.", lambda event: event.note),
    Column(
        "says",
        "array",
        "What each of source_ids says, in their order: a list in JSON, null for one without.",
        _says,
    ),
    Column(
        "documents",
        "string",
        "Those of source_ids that are documents with a card, joined by '; '.",
        _documents,
    ),
    Column(
        "as_of",
        "date",
        "The day as of which the event is told; empty for the timeline as it is.",
        lambda event: event.as_of,
    ),
    Column(
        "match",
        "string",
        "possible where its date allows other days than were asked for, too; else certain.",
        lambda event: event.match,
    ),
    Column(
        "linked_from",
        "string",
        "Relations that other events have to it as kind:id of the other, joined by '; '.",
        lambda event: _joined(f"{link.kind}:{link.event}" for link in event.linked_from),
    ),
)
_BY_NAME: Final = {each.name: each for each in COLUMNS}
