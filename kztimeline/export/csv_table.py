"""Events as CSV: RFC 4180, UTF-8, CRLF, one row an event, the same bytes every time.

`table_schema` describes the columns as a Table Schema (Frictionless Data).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable
from typing import Any

from kztimeline.export.spreadsheet import kept_text
from kztimeline.timeline.citations import citations, locator
from kztimeline.timeline.fields import LIST_SEPARATOR
from kztimeline.timeline.model import Event, Timeline

SUFFIXES = (".csv",)
"""How the name of a file may end, if it has a suffix."""
BYTE_ORDER_MARK = "\ufeff"
_QUALIFIERS = {
    "": "",
    "~": "approximate",
    "?": "uncertain",
    "%": "approximate and uncertain",
}
_COLUMNS = {
    "id": ("string", "The event's identifier."),
    "date": ("string", "The date as the timeline writes it, in EDTF."),
    "date_start": ("date", "The first day the date allows; empty where it is open."),
    "date_end": ("date", "The last day the date allows; empty where it is open."),
    "date_precision": ("string", "day, month, year, decade or century; the coarser end's."),
    "date_qualifier": ("string", "approximate, uncertain, both, or empty."),
    "open_start": ("boolean", "Whether the interval has no known beginning."),
    "open_end": ("boolean", "Whether the interval has no known end."),
    "year": ("integer", "The year, where every day the date allows is in one year."),
    "month": ("integer", "The month, where every day the date allows is in one month."),
    "day": ("integer", "The day of the month, where the date is one day."),
    "track": ("string", "The track's identifier."),
    "topics": ("string", "Topic identifiers, joined by '; '."),
    "title": ("string", "What happened, in one line."),
    "summary": ("string", "What happened, in one to three sentences."),
    "actors": ("string", "Names of the people and bodies involved, joined by '; '."),
    "place": ("string", "Where it happened, where a source says so."),
    "origin": ("string", "seed where a document supports the event, else reference."),
    "source_ids": ("string", "Identifiers of the sources, joined by '; '."),
    "source_locators": ("string", "For each source, character spans or its address."),
    "citation": (
        "string",
        "The sources in full, joined by '; ', a semicolon within one as a comma.",
    ),
    "links": ("string", "Relations to other events as kind:id, joined by '; '."),
}
COLUMNS = tuple(_COLUMNS)


def write_csv(timeline: Timeline, events: Iterable[Event], *, excel: bool = False) -> str:
    """Return a header and a row for each of `events`, in the order of date, then id.

    With `excel`, a byte order mark comes first, and each text that a spreadsheet would
    turn into something else is a formula with that text for its result, `="2007-04"`.
    The columns of days, numbers and truths stay what they are.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in sorted(events, key=_order):
        row = _row(timeline, event)
        writer.writerow(map(_kept, _COLUMNS.values(), row) if excel else row)
    return (BYTE_ORDER_MARK if excel else "") + stream.getvalue()


def _order(event: Event) -> tuple[dt.date, dt.date, str]:
    """Return start, end, id; an open start comes first, an open end last."""
    return event.date.earliest or dt.date.min, event.date.latest or dt.date.max, event.id


def _row(timeline: Timeline, event: Event) -> list[str]:
    date = event.date
    return [
        event.id,
        date.text,
        _day(date.earliest),
        _day(date.latest),
        date.precision.label,
        _QUALIFIERS[date.qualifier],
        _truth(date.open_start),
        _truth(date.open_end),
        _number(date.year),
        _number(date.month),
        _number(date.day),
        event.track,
        LIST_SEPARATOR.join(event.topics),
        event.title,
        event.summary,
        LIST_SEPARATOR.join(timeline.actors_by_id[actor].name for actor in event.actors),
        event.place or "",
        timeline.origin(event),
        LIST_SEPARATOR.join(citation.source for citation in event.sources),
        LIST_SEPARATOR.join(locator(timeline, citation) for citation in event.sources),
        LIST_SEPARATOR.join(each.replace(";", ",") for each in citations(timeline, event)),
        LIST_SEPARATOR.join(f"{link.kind}:{link.to}" for link in event.links),
    ]


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _kept(column: tuple[str, str], cell: str) -> str:
    return kept_text(cell) if column[0] == "string" else cell


def table_schema(notice: str = "") -> str:
    """Return the columns described as a Table Schema, in JSON.

    Args:
        notice: What must be said of the rows, as of a timeline that ends at a date.
    """
    fields: list[dict[str, Any]] = [
        {"name": name, "type": kind, "description": description}
        for name, (kind, description) in _COLUMNS.items()
    ]
    about = {"description": notice} if notice else {}
    schema = {**about, "fields": fields, "missingValues": [""], "primaryKey": "id"}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
