"""Events as a database (SQLite): a table of events, and one for each thing there are several of."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from kztimeline.export.answer import left_out_words
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.export.making_records import works_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kztimeline.export.records import DateRecord, EventRecord, Export

_DATE: Final = (
    "{0} TEXT{1}, {0}_words TEXT{1}, {0}_earliest TEXT, {0}_latest TEXT, {0}_precision TEXT{1}, "
    "{0}_qualifier TEXT{1}, {0}_open_start INTEGER{1}, {0}_open_end INTEGER{1}"
)
_SCHEMA: Final = f"""
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tracks (id TEXT PRIMARY KEY, name TEXT NOT NULL, letter TEXT NOT NULL);
CREATE TABLE topics (id TEXT PRIMARY KEY, name TEXT NOT NULL, letter TEXT NOT NULL);
CREATE TABLE actors (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, side TEXT,
  other_names TEXT NOT NULL, note TEXT);
CREATE TABLE roles (actor TEXT NOT NULL REFERENCES actors, title TEXT NOT NULL,
  {_DATE.format("date", " NOT NULL")}, begins_with TEXT);
CREATE TABLE eras (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
  {_DATE.format("date", " NOT NULL")}, note TEXT, begins_with TEXT);
CREATE TABLE events (id TEXT PRIMARY KEY, place_in_order INTEGER NOT NULL,
  {_DATE.format("date", " NOT NULL")}, track TEXT NOT NULL REFERENCES tracks,
  title TEXT NOT NULL, summary TEXT NOT NULL, importance INTEGER NOT NULL, place TEXT,
  origin TEXT NOT NULL, attributed_to TEXT, inference TEXT, note TEXT, outside_span TEXT,
  as_of TEXT, "match" TEXT NOT NULL);
CREATE TABLE event_topics (event TEXT NOT NULL REFERENCES events, number INTEGER NOT NULL,
  topic TEXT NOT NULL REFERENCES topics, PRIMARY KEY (event, number));
CREATE TABLE event_actors (event TEXT NOT NULL REFERENCES events, number INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actors, titles TEXT NOT NULL, PRIMARY KEY (event, number));
CREATE TABLE sources (id TEXT PRIMARY KEY, kind TEXT NOT NULL, citation TEXT NOT NULL,
  title TEXT NOT NULL, author TEXT, publisher TEXT NOT NULL, {_DATE.format("issued", "")},
  issued_basis TEXT, URL TEXT, derived_from TEXT, accessed TEXT, archive_url TEXT);
CREATE TABLE citations (event TEXT NOT NULL REFERENCES events, number INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES sources, spans TEXT NOT NULL, says TEXT,
  PRIMARY KEY (event, number));
CREATE TABLE claims (event TEXT NOT NULL REFERENCES events, number INTEGER NOT NULL,
  "by" TEXT NOT NULL, claim TEXT NOT NULL, source TEXT NOT NULL REFERENCES sources,
  PRIMARY KEY (event, number));
CREATE TABLE links (event TEXT NOT NULL REFERENCES events, number INTEGER NOT NULL,
  kind TEXT NOT NULL, "to" TEXT NOT NULL, title TEXT NOT NULL, basis TEXT NOT NULL,
  source TEXT REFERENCES sources, PRIMARY KEY (event, number));
CREATE TABLE links_back (event TEXT NOT NULL REFERENCES events, number INTEGER NOT NULL,
  kind TEXT NOT NULL, words TEXT NOT NULL, other TEXT NOT NULL, title TEXT NOT NULL,
  basis TEXT NOT NULL, source TEXT REFERENCES sources, PRIMARY KEY (event, number));
CREATE INDEX events_by_date ON events (date_earliest, date_latest);
CREATE INDEX citations_by_source ON citations (source);
"""


def write(export: Export) -> bytes:
    """Return the database; lists of texts are lists in JSON, truths 0 and 1."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SCHEMA)
        with database:
            for table, rows in _tables(export):
                _insert(database, table, rows)
        return bytes(database.serialize())


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        placeholders = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} VALUES ({placeholders})", row)


def _tables(export: Export) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    timeline = export.timeline
    yield "about", sorted(_about(export))
    yield "tracks", ((each.id, each.name, each.letter) for each in timeline.tracks)
    yield "topics", ((each.id, each.name, each.letter) for each in timeline.topics)
    yield from _people(export)
    yield "events", (_event(at, each) for at, each in enumerate(export.events, 1))
    yield "sources", _sources(export)
    for event in export.events:
        yield from _parts(event)


def _about(export: Export) -> list[tuple[str, str]]:
    return [
        ("title", export.timeline.title),
        ("span", export.timeline.period.text),
        ("query", export.query),
        ("as_of", export.as_of),
        ("notice", export.notice),
        ("left_out", left_out_words(export)),
        ("not_carried", BY_NAME["sqlite"].lacks),
    ]


def _people(export: Export) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    from kztimeline.export.making_records import timeline_record

    whole = timeline_record(export)
    yield (
        "actors",
        (
            (each.id, each.name, each.kind, each.side, _list(each.other_names), each.note)
            for each in whole.actors
        ),
    )
    yield (
        "roles",
        (
            (each.id, role.title, *_date(role.date), role.begins_with)
            for each in whole.actors
            for role in each.roles
        ),
    )
    yield (
        "eras",
        (
            (each.id, each.name, each.kind, *_date(each.date), each.note, each.begins_with)
            for each in whole.eras
        ),
    )


def _event(at: int, event: EventRecord) -> tuple[Any, ...]:
    return (
        event.id,
        at,
        *_date(event.date),
        event.track.id,
        event.title,
        event.summary,
        event.importance,
        event.place,
        event.origin,
        event.attributed_to,
        event.inference,
        event.note,
        event.outside_span,
        event.as_of,
        event.match,
    )


def _sources(export: Export) -> Iterator[tuple[Any, ...]]:
    for work in works_of(export):
        yield (
            work.id,
            work.kind,
            work.citation,
            work.title,
            work.author,
            work.publisher,
            *_date(work.issued),
            work.issued_basis,
            work.URL,
            work.derived_from,
            work.accessed.edtf if work.accessed else None,
            work.archive_url,
        )


def _parts(event: EventRecord) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield the rows of what an event has several of."""
    numbered: tuple[tuple[str, list[tuple[Any, ...]]], ...] = (
        ("event_topics", [(each.id,) for each in event.topics]),
        ("event_actors", [(each.id, _list(each.titles)) for each in event.actors]),
        ("citations", [(each.id, _list(each.spans), each.says) for each in event.sources]),
        ("claims", [(each.by, each.claim, each.source) for each in event.disputed]),
        (
            "links",
            [(each.kind, each.to, each.title, each.basis, each.source) for each in event.links],
        ),
        (
            "links_back",
            [
                (each.kind, each.words, each.event, each.title, each.basis, each.source)
                for each in event.linked_from
            ],
        ),
    )
    for table, rows in numbered:
        yield table, [(event.id, at, *row) for at, row in enumerate(rows, 1)]


def _date(date: DateRecord | None) -> tuple[Any, ...]:
    if date is None:
        return (None,) * 8
    return (
        date.edtf,
        date.words,
        date.earliest,
        date.latest,
        date.precision,
        date.qualifier,
        int(date.open_start),
        int(date.open_end),
    )


def _list(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)
