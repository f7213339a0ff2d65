"""Each format is read by a program that is not ours, and compared field by field.

What a format cannot carry stands in its note.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sqlite3
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import bibtexparser
import icalendar
import jsonschema
import openpyxl
import pytest
from bibtexparser.bparser import BibTexParser
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import plain as plain_formatter
from citeproc.source.json import CiteProcJSON
from markdown_it import MarkdownIt

from kztimeline.dates.display import display
from kztimeline.export.columns import COLUMNS, cell
from kztimeline.export.formats.registry import BY_NAME, FORMATS, write
from kztimeline.export.json_schema import json_schema
from kztimeline.export.records import EventRecord, SourceRecord
from kztimeline.text.visible import web_address

from .awkward import awkward, awkward_export

EXPORT = awkward_export()
EVENTS = {event.id: event for event in EXPORT.events}
TIMELINE = awkward()


def content(name: str) -> bytes:
    return write(BY_NAME[name], EXPORT)


def works() -> dict[str, SourceRecord]:
    """Return the sources that events cite, by id."""
    return {source.id: source for event in EXPORT.events for source in event.sources}


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_the_same_bytes_every_time(format: Any) -> None:
    assert write(format, awkward_export()) == write(format, awkward_export())


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_what_a_format_cannot_carry_is_said(format: Any) -> None:
    whole = format.name in ("json",)
    assert bool(format.lacks) is not whole
    assert format.about


# CSV and the workbook have the same columns.


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(content("csv").decode(), newline="")))
    assert [row["id"] for row in rows] == [event.id for event in EXPORT.events]
    for row in rows:
        event = EVENTS[row["id"]]
        check_date(row, event)
        assert (row["title"], row["summary"]) == (event.title, event.summary)
        claims = json.loads(row["disputed"] or "[]")
        assert [tuple(each.values()) for each in claims] == [
            (each.by, each.claim, each.source) for each in event.disputed
        ]
        assert row["source_ids"].split("; ") == [each.id for each in event.sources]
        assert json.loads(row["says"]) == [each.says for each in event.sources]
        for name in ("attributed_to", "inference", "note", "place"):
            assert row[name] == (getattr(event, name) or "")
        assert row["importance"] == str(event.importance)
        documents = [each.id for each in event.sources if each.kind == "document"]
        assert row["documents"].split("; ") == documents


def check_date(row: dict[str, Any], event: EventRecord) -> None:
    date = event.date
    assert row["date"] == date.edtf
    assert (row["date_start"], row["date_end"]) == (date.earliest or "", date.latest or "")
    assert (row["date_precision"], row["date_qualifier"]) == (date.precision, date.qualifier)
    assert (row["open_start"], row["open_end"]) == (cell(date.open_start), cell(date.open_end))


def test_xlsx() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content("xlsx")))
    header, *rows = book["events"].iter_rows(values_only=True)
    assert header == tuple(column.name for column in COLUMNS)
    assert len(rows) == len(EVENTS)
    for values in rows:
        row = dict(zip(header, values, strict=True))
        event = EVENTS[row["id"]]
        for column in COLUMNS:
            expected, found = column.value(event), row[column.name]
            if column.type == "date" and expected and str(expected) >= "1900-03-01":
                assert isinstance(found, dt.datetime)
                assert found.date().isoformat() == expected
            else:
                assert found == expected
                assert type(found) is type(expected)
    kinds = {each.data_type for line in book["events"].iter_rows() for each in line}
    assert "f" not in kinds
    claims = list(book["disputes"].iter_rows(min_row=2, values_only=True))
    assert claims == [
        (event.id, each.by, each.claim, each.source)
        for event in EXPORT.events
        for each in event.disputed
    ]
    sources = {line[0]: line for line in book["sources"].iter_rows(min_row=2, values_only=True)}
    for work in works().values():
        issued = work.issued.edtf if work.issued else None
        assert sources[work.id][2:6] == (work.title, work.author, work.publisher, issued)
        assert sources[work.id][7] == work.URL


def test_sqlite() -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(content("sqlite"))
    database.row_factory = sqlite3.Row
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for event in EXPORT.events:
        row = database.execute("SELECT * FROM events WHERE id = ?", [event.id]).fetchone()
        date = event.date
        assert (row["date"], row["date_words"]) == (date.edtf, date.words)
        assert (row["date_earliest"], row["date_latest"]) == (date.earliest, date.latest)
        assert (row["date_precision"], row["date_qualifier"]) == (date.precision, date.qualifier)
        assert bool(row["date_open_end"]) is date.open_end
        for name in ("title", "summary", "place", "attributed_to", "inference", "note"):
            assert row[name] == getattr(event, name)
        claims = database.execute(
            'SELECT "by", claim, source FROM claims WHERE event = ? ORDER BY number', [event.id]
        )
        assert list(map(tuple, claims)) == [
            (each.by, each.claim, each.source) for each in event.disputed
        ]
        cited = database.execute(
            "SELECT c.source, c.spans, c.says, s.title, s.issued FROM citations c JOIN sources s "
            "ON s.id = c.source WHERE event = ? ORDER BY number",
            [event.id],
        )
        assert [tuple(each) for each in cited] == [
            (
                each.id,
                json.dumps(each.spans),
                each.says,
                each.title,
                each.issued.edtf if each.issued else None,
            )
            for each in event.sources
        ]


def test_ics() -> None:
    calendar = icalendar.Calendar.from_ical(content("ics"))
    # NAME is newer than what the library takes for text.
    assert str(calendar["NAME"]).replace("\\;", ";") == TIMELINE.title
    entries = {str(each["UID"]).partition("@")[0]: each for each in calendar.walk("VEVENT")}
    assert set(entries) == set(EVENTS)
    for event in EXPORT.events:
        entry, date = entries[event.id], event.date
        assert not entry.errors
        assert str(entry["SUMMARY"]) == event.title
        described = str(entry["DESCRIPTION"])
        assert described.startswith(f"Date: {date.words} [{date.edtf}]")
        for text in (event.summary, event.inference, event.attributed_to, event.note):
            assert text is None or text in described
        for claim in event.disputed:
            assert f"{claim.by}: {claim.claim}" in described
        for source in event.sources:
            assert source.citation in described
            assert source.says is None or source.says in described
        categories: Any = entry["CATEGORIES"]
        assert [str(each) for each in categories.cats] == [topic.name for topic in event.topics]
        first, after = entry.decoded("DTSTART"), entry.decoded("DTEND")
        assert type(first) is type(after) is dt.date
        day = dt.timedelta(days=1)
        if date.earliest and date.latest:
            assert (first.isoformat(), (after - day).isoformat()) == (date.earliest, date.latest)
        else:
            assert "no known" in described
        assert str(entry["X-KZT-EDTF"]) == date.edtf


def test_events_of_two_timelines_are_two_entries_of_a_calendar() -> None:
    other = replace(EXPORT, timeline=replace(TIMELINE, title="Another"))
    both = [content("ics"), write(BY_NAME["ics"], other)]
    one, two = (
        {str(each["UID"]) for each in icalendar.Calendar.from_ical(text).walk("VEVENT")}
        for text in both
    )
    assert len(one) == len(two) == len(EVENTS)
    assert not one & two


def test_each_line_of_a_calendar_is_short_and_whole() -> None:
    lines = content("ics").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()


def test_csl_json() -> None:
    items = {item["id"]: item for item in json.loads(content("csl-json"))}
    assert set(items) == set(works())
    for work in works().values():
        item = items[work.id]
        assert item["title"] == work.title
        # A style that is given both prints the name twice.
        names = [item[name] for name in ("container-title", "publisher") if name in item]
        assert names == [work.publisher]
        assert item.get("URL") == (web_address(work.URL or "") or work.URL)
        assert work.issued is None or work.issued.edtf in item["note"]
        # Zotero would make the field of that name of it.
        assert not re.match(r"[A-Za-z -]+:", item["note"])
        assert (item.get("author") or [{"literal": None}])[0]["literal"] == work.author
        events = [event.id for event in EXPORT.events if work.id in {s.id for s in event.sources}]
        assert f"Events: {', '.join(events)}." in item["note"]
    assert items["gazette"]["issued"] == {"date-parts": [[2012, 2, 3]]}
    assert items["d1"]["issued"] == {"date-parts": [[2012, 3]]}
    assert items["serial"]["issued"] == {"date-parts": [[2012, 1], [2012, 3]]}
    # citeproc-js would find the year 1990 in "raw".
    assert items["about-then"]["issued"] == {"literal": "about the 1990s"}
    assert "issued" not in items["no-web"]


STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Short</title><id>short</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix="." delimiter=" ">
    <group delimiter=", ">
      <names variable="author"><name/></names><text variable="title"/>
      <text variable="publisher"/>
      <date variable="issued" form="numeric" date-parts="year-month-day">
        <date-part name="year"/><date-part name="month" prefix="-"/>
        <date-part name="day" prefix="-"/>
      </date>
    </group>
  </layout></bibliography>
</style>
"""


def test_citeproc_cites_each_source() -> None:
    style = CitationStylesStyle(io.StringIO(STYLE), validate=False)
    source = CiteProcJSON(json.loads(content("csl-json")))
    book = CitationStylesBibliography(style, source, plain_formatter)
    for key in source:
        book.register(Citation([CitationItem(key)]))
    written = " ".join(map(str, book.bibliography()))
    for work in works().values():
        assert re.sub(r"\W", "", work.title) in re.sub(r"\W", "", written)


def test_bibtex() -> None:
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    read = bibtexparser.loads(content("bibtex").decode(), parser)
    entries = {entry["ID"]: entry for entry in read.entries}
    assert set(entries) == set(works())
    for work in works().values():
        entry = entries[work.id]
        assert unescaped(entry["title"]) == work.title
        assert unescaped(entry["organization"]) == work.publisher
        assert unescaped(entry.get("author", "")) == (work.author or "")
        assert entry.get("date") == (work.issued.edtf if work.issued else None)
        if work.URL:
            assert entry["url"] == work.URL.replace("{", "%7B").replace("}", "%7D")
    assert (entries["gazette"]["month"], entries["gazette"]["day"]) == ("February", "3")
    assert "month" not in entries["about-then"]
    assert "day" not in entries["d1"]


def test_tex_makes_no_other_sign_of_a_title() -> None:
    (line,) = [each for each in content("bibtex").decode().splitlines() if "A title" in each]
    assert not re.search(r"--|''|``|[?!]`", line)


def unescaped(text: str) -> str:
    text = text.removeprefix("{").removesuffix("}")
    for written, sign in (
        (r"\~{}", "~"),
        (r"\^{}", "^"),
        (r"{\textbackslash}", "\\"),
    ):
        text = text.replace(written, sign)
    text = re.sub(r"(?<=[-`'?!])\{\}(?=[-`'])", "", text)
    return re.sub(r"\\([{}#$%&_])", r"\1", text)


LINKED_BY_TIMELINEJS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:https?|ftp)://[a-z0-9-+&@#/%?=~_|!:,.;]*[a-z0-9-+&@#/%=~_|]",
        r"(?<![/>])www\.\S+\b",
        r"[a-z0-9_.+-]+@[a-z0-9-]+\.[a-z0-9-.]+",
    )
]
"""What TimelineJS makes a link of, wherever it stands in a text, even within a link."""


def links_of(markup: str) -> list[str]:
    parser = _Texts()
    parser.feed(markup)
    return [dict(attrs)["href"] or "" for tag, attrs in parser.tags if tag == "a"]


def test_timelinejs_leaves_addresses_whole() -> None:
    address = "https://archive.example/a/list@host.example/?u=www.b.example&v='1'"
    source = EXPORT.events[0].sources[0]
    cited = replace(source, URL=address, citation=f"“A”, B, 2012, {address}, accessed 2 May")
    event = replace(
        EXPORT.events[0],
        summary="Seen at www.b.example (https://c.example/d) by me@d.example.",
        sources=(cited,),
    )
    content = write(BY_NAME["timelinejs"], replace(EXPORT, events=(event,))).decode()
    _title, row = csv.DictReader(io.StringIO(content, newline=""))
    said = text_of(row["Text"])
    assert event.summary in said
    assert cited.citation in said
    assert [unquote(link) for link in links_of(row["Text"])] == [address]
    for pattern in LINKED_BY_TIMELINEJS:
        found = [row["Text"][: match.start()] for match in pattern.finditer(row["Text"])]
        assert all(before.endswith('href="') for before in found)


def test_timelinejs() -> None:
    title, *rows = csv.DictReader(io.StringIO(content("timelinejs").decode(), newline=""))
    assert len(title) == 19
    assert title["Type"] == "title"
    assert text_of(title["Headline"]) == TIMELINE.title
    for row, event in zip(rows, EXPORT.events, strict=True):
        date = event.date
        assert row["Display Date"] == date.words
        assert row["Display Date"] == display(TIMELINE.event(event.id).date)
        assert text_of(row["Headline"]) == event.title
        said = text_of(row["Text"])
        for text in (event.summary, event.inference, event.attributed_to, event.note):
            assert text is None or text in said
        for claim in event.disputed:
            assert f"{claim.by}: {claim.claim}" in said
        for source in event.sources:
            assert source.citation in said
        assert text_of(row["Group"]) == event.track.name
        for pattern in LINKED_BY_TIMELINEJS:
            for match in pattern.finditer(row["Text"]):
                assert row["Text"][: match.start()].endswith('href="'), match
        pages = {web_address(each.URL or "") for each in event.sources} - {""}
        assert pages <= set(links_of(row["Text"]))
        assert row["Year"], "TimelineJS shows no event without a year"
        if date.precision == "year" and "/" not in date.edtf:
            assert row["Month"] == row["Day"] == row["End Day"] == ""
        if date.precision == "month" and "/" not in date.edtf:
            assert row["Month"]
            assert row["Day"] == ""
        if date.open_end:
            assert row["End Year"] == ""


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def text_of(markup: str) -> str:
    parser = _Texts()
    parser.feed(markup)
    parser.close()
    return parser.text


@pytest.mark.parametrize("name", ["markdown", "text", "html"])
def test_what_people_read_says_everything(name: str) -> None:
    read: Callable[[str], str] = {
        "markdown": lambda text: text_of(MarkdownIt("commonmark").render(text)),
        "text": lambda text: text,
        "html": text_of,
    }[name]
    said = " ".join(read(content(name).decode()).split())
    for event in EXPORT.events:
        assert event.date.words in said
        for text in (event.title, event.summary, event.inference, event.attributed_to, event.note):
            assert text is None or " ".join(text.split()) in said
        for claim in event.disputed:
            assert f"{claim.by}: {claim.claim}" in said
        for source in event.sources:
            assert source.title in said
            assert source.says is None or source.says in said


def test_each_line_of_jsonl_is_an_event_of_the_json() -> None:
    events = json.loads(content("json"))["events"]
    lines = content("jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == events
    checker = jsonschema.Draft202012Validator(json.loads(json_schema(lines=True)))
    for line in lines:
        checker.validate(json.loads(line))
    for event in events:
        record = EVENTS[event["id"]]
        assert event["date"]["edtf"] == record.date.edtf
        assert [each["claim"] for each in event["disputed"]] == [
            each.claim for each in record.disputed
        ]
        assert [each["says"] for each in event["sources"]] == [each.says for each in record.sources]


def test_a_standard_tool_reads_the_json() -> None:
    program = [".events | map(select(.date.open_end)) | length"]
    try:
        run = subprocess.run(
            ["jq", *program], input=content("json"), capture_output=True, check=True, timeout=60
        )
    except FileNotFoundError:
        pytest.skip("jq is not installed")
    assert int(run.stdout) == sum(event.date.open_end for event in EXPORT.events) > 0
