"""What a format does not carry stands in its note: found by looking for every text in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import icalendar
import openpyxl
import pytest

from kztimeline.export.formats.registry import BY_NAME, FORMATS, Format, write
from kztimeline.export.records import as_plain

from .awkward import awkward_export
from .test_page import Page
from .test_read_back import text_of, unescaped

WORDS = {
    "id": "identifiers",
    "track.id": "identifiers",
    "topics.id": "identifiers",
    "actors.id": "identifiers",
    "sources.id": "identifiers",
    "date.edtf": "EDTF",
    "date.earliest": "EDTF",
    "date.latest": "EDTF",
    "topics.name": "topics",
    "actors.name": "actors",
    "actors.titles": "offices",
    "outside_span": "outside the span",
    "links.to": "links",
    "links.words": "links",
    "links.kind": "links",
    "links.basis": "links rest on",
    "links.source": "sources of links",
    "linked_from.event": "links",
    "linked_from.words": "links",
    "linked_from.kind": "links",
    "linked_from.title": "links",
    "linked_from.basis": "links rest on",
    "linked_from.source": "sources of links",
    "sources.title": "semicolons",
    "sources.publisher": "semicolons",
    "sources.spans": "places in documents",
    "sources.says": "sources say",
    "sources.URL": "braces in addresses",
    "sources.issued.edtf": "dates in EDTF",
    "sources.accessed.edtf": "dates in EDTF",
    "sources.issued_basis": "dates are known from",
}
"""For a field that a format lacks, the words that its note must have."""
FOLLOWS = {
    "date.words": "date.edtf",
    "date.earliest": "date.edtf",
    "date.latest": "date.edtf",
    "track.id": "track.name",
    "track.name": "track.id",
    "links.kind": "links.words",
    "links.words": "links.kind",
    "linked_from.kind": "linked_from.words",
    "linked_from.words": "linked_from.kind",
    "linked_from.title": "linked_from.event",
    "disputed.source": "disputed.citation",
    "disputed.citation": "disputed.source",
    "sources.citation": "sources.author",
}
"""Of what a field follows from, which says the same."""
NO_TEXT = {"open_start", "open_end", "precision", "qualifier", "as_of", "origin", "kind"}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a record with the path of its field."""
    if isinstance(value, dict):
        for key, each in value.items():
            # Days and words of other dates follow from their EDTF.
            of_other = key in ("earliest", "latest", "words") and path.startswith("sources.")
            if (key not in NO_TEXT or path in ("links", "linked_from")) and not of_other:
                yield from leaves(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, path)
    elif isinstance(value, str) and value:
        yield path, value


def of_csv(content: bytes) -> str:
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return " ".join(_with_json(cell) for row in rows for cell in row.values())


def _with_json(cell: str) -> str:
    if not cell.startswith("["):
        return cell
    return " ".join(text for _path, text in leaves(json.loads(cell))) + cell


def of_html(content: bytes) -> str:
    page = Page(content.decode())
    values = (str(value) for _tag, attributes in page.elements for value in attributes.values())
    # Dates and identifiers that only a program sees count as carried.
    return text_of(content.decode()) + " ".join(values)


def of_sheet(content: bytes) -> str:
    rows = csv.reader(io.StringIO(content.decode(), newline=""))
    return " ".join(text_of(cell) for row in rows for cell in row)


def of_calendar(content: bytes) -> str:
    entries = icalendar.Calendar.from_ical(content).walk("VEVENT")
    days = (entry.decoded(name) for entry in entries for name in ("DTSTART", "DTEND"))
    last = ((day - dt.timedelta(days=shift)).isoformat() for day in days for shift in (0, 1))
    return " ".join(last) + " ".join(
        str(value) if name != "CATEGORIES" else ", ".join(map(str, value.cats))
        for entry in entries
        for name, value in entry.items()
    )


def of_database(content: bytes) -> str:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    names = [
        row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    rows = (row for name in names for row in database.execute(f"SELECT * FROM {name}"))
    return " ".join(_with_json(str(cell)) for row in rows for cell in row)


def of_workbook(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return " ".join(_with_json(str(cell)) for row in rows for cell in row)


READERS: dict[str, Callable[[bytes], str]] = {
    "csv": of_csv,
    "html": of_html,
    "markdown": lambda content: re.sub(r"\\([\\`*_\[\]<>|~&#+\-.)])", r"\1", content.decode()),
    "timelinejs": of_sheet,
    "ics": of_calendar,
    "csl-json": lambda content: " ".join(text for _path, text in leaves(json.loads(content))),
    "bibtex": lambda content: unescaped(content.decode()),
    "sqlite": of_database,
    "xlsx": of_workbook,
}


def plainly(text: str) -> str:
    """Return text without regard to where lines end and how stretches are written."""
    return " ".join(text.replace("–", "-").casefold().split())


def decoded(content: bytes) -> str:
    """Return what a format writes as plain text."""
    return content.decode()


def missing(format: Format) -> set[str]:
    """Return the fields of which some text is not found in a format."""
    export = awkward_export()
    read = READERS.get(format.name, decoded)
    said = plainly(read(write(format, export)))
    records = (leaf for event in export.events for leaf in leaves(as_plain(event)))
    # Of an event that surely matches nothing is said.
    told = set(records) - {("match", "certain")}
    return {path for path, text in told if plainly(text) not in said}


@pytest.mark.parametrize(
    "format",
    [format for format in FORMATS if format.name[:4] != "json"],
    ids=lambda format: format.name,
)
def test_what_is_not_carried_stands_in_the_note(format: Format) -> None:
    lacking = missing(format)
    if format.name in ("csl-json", "bibtex"):
        # They hold sources, and the parts of dates stand beside the words.
        assert format.lacks.startswith("events")
        lacking = {path for path in lacking if path.startswith("sources.")}
        lacking.discard("sources.accessed.edtf")
    lacking = {
        path for path in lacking if FOLLOWS.get(path, path) in lacking or path not in FOLLOWS
    }
    unsaid = {path for path in lacking if WORDS.get(path, path) not in format.lacks}
    assert unsaid == set(), format.lacks


OF_THE_TIMELINE = {
    "title": "title",
    "span.edtf": "span",
    "eras.name": "eras",
    "eras.date.edtf": "eras",
    "eras.note": "eras",
    "query": "query",
    "left_out": "left out",
}
"""For a field of the timeline that a format lacks, the word that its note must have."""


@pytest.mark.parametrize(
    "format",
    [format for format in FORMATS if format.name != "json"],
    ids=lambda format: format.name,
)
def test_what_is_not_carried_of_the_timeline_stands_in_the_note(format: Format) -> None:
    export = awkward_export(query="topic:tel in:1990..2020", found=60)
    read = READERS.get(format.name, bytes.decode)
    said = plainly(read(write(format, export)))
    if format.name == "ics":
        calendar = icalendar.Calendar.from_ical(write(format, export))
        about = f"{calendar['DESCRIPTION']} {calendar['X-WR-CALNAME']}"
        said += plainly(about.replace("\\;", ";").replace("\\,", ","))
    record = json.loads(write(BY_NAME["json"], export))
    whole = {name: record[name] for name in ("title", "span", "eras", "query", "left_out")}
    lacking = {path for path, text in leaves(whole) if plainly(text) not in said}
    # A date in words is that date.
    lacking = {path for path in lacking if path.replace("edtf", "words") in lacking}
    unsaid = {
        path for path in lacking & set(OF_THE_TIMELINE) if OF_THE_TIMELINE[path] not in format.lacks
    }
    assert unsaid == set(), format.lacks


def test_what_is_left_out_is_noticed() -> None:
    said = {
        format.name: missing(format) for format in FORMATS if format.name in ("csv", "timelinejs")
    }
    assert "outside_span" in said["csv"]
    assert "summary" not in said["csv"]
    assert "actors.name" in said["timelinejs"]
