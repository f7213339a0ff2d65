"""The CSV contract: columns, quoting, honest empty cells, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.export.columns import COLUMNS as ALL_COLUMNS
from kztimeline.export.formats.csv_table import table_schema, write
from kztimeline.export.making_records import export_of
from kztimeline.loading.loader import read_timeline
from kztimeline.text.letters.unseen import unseen
from kztimeline.timeline.model import Event, Timeline

from ..files import event, timeline

CONTRACT = (
    "id,date,date_start,date_end,date_precision,date_qualifier,open_start,open_end,year,month,day,"
    "track,topics,title,summary,actors,place,origin,source_ids,source_locators,citation,links,"
    "importance,disputed,attributed_to,inference,note,says,documents,as_of,match,linked_from"
)
COLUMNS = tuple(column.name for column in ALL_COLUMNS)


def read(*events: str) -> Timeline:
    return read_timeline(Path("nowhere/events.yaml"), timeline(*events).encode())


def write_csv(made: Timeline, events: Iterable[Event]) -> str:
    return write(export_of(made, events)).decode()


def rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


def row(**fields: str) -> dict[str, str]:
    made = read(event(**fields))
    (only,) = rows(write_csv(made, made.events))
    return only


def test_a_citation_keeps_its_addresses_and_only_what_separates_is_replaced() -> None:
    address = "https://example.org/a?b=1&c=x;y@z;#f"
    text = timeline(event("one")).replace("https://gazette.example/envoy", address)
    text = text.replace("title: What the envoy said", 'title: "Said; and done;so"')
    made = read_timeline(Path("nowhere/events.yaml"), text.encode())
    (only,) = rows(write_csv(made, made.events))
    assert only["source_locators"] == address
    assert f", {address}" in only["citation"]
    assert "“Said, and done;so”" in only["citation"]
    assert len(only["citation"].split("; ")) == 1


def test_the_header_is_the_contract() -> None:
    made = read()
    assert write_csv(made, []) == CONTRACT + "\r\n"
    assert ",".join(COLUMNS) == CONTRACT


@pytest.mark.parametrize(
    ("date", "start", "end", "precision", "qualifier", "year", "month", "day"),
    [
        ("2012-02-01", "2012-02-01", "2012-02-01", "day", "", "2012", "2", "1"),
        ("2012-02", "2012-02-01", "2012-02-29", "month", "", "2012", "2", ""),
        ("2012", "2012-01-01", "2012-12-31", "year", "", "2012", "", ""),
        ("2007-04~", "2007-04-01", "2007-04-30", "month", "approximate", "2007", "4", ""),
        ("1992/1995", "1992-01-01", "1995-12-31", "year", "", "", "", ""),
        ("2015/..", "2015-01-01", "", "year", "", "", "", ""),
        ("../2015-05-17", "", "2015-05-17", "day", "", "", "", ""),
        ("199X", "1990-01-01", "1999-12-31", "decade", "", "", "", ""),
        ("2011-12-16/2011-12-17", "2011-12-16", "2011-12-17", "day", "", "2011", "12", ""),
    ],
)
def test_a_date_is_never_finer_than_it_is(
    date: str, start: str, end: str, precision: str, qualifier: str, year: str, month: str, day: str
) -> None:
    made = row(date=date)
    assert made["date"] == date
    assert (made["date_start"], made["date_end"]) == (start, end)
    assert (made["date_precision"], made["date_qualifier"]) == (precision, qualifier)
    assert (made["year"], made["month"], made["day"]) == (year, month, day)
    assert made["open_start"] == str(date.startswith("..")).lower()
    assert made["open_end"] == str(date.endswith("..")).lower()


def test_rows_are_sorted_by_start_end_and_id() -> None:
    made = read(
        event("c", "2012"), event("b", "2012-01"), event("a", "2012-01"), event("d", "2001/..")
    )
    assert [each["id"] for each in rows(write_csv(made, reversed(made.events)))] == [*"dabc"]


def test_lists_links_and_citations() -> None:
    link = "[{to: two, kind: leads_to, basis: so}]"
    made = read(event("one", links=link).replace("[talks]", "[talks, votes]"), event("two", "1993"))
    first = rows(write_csv(made, made.events))[0]
    assert first["topics"] == "talks; votes"
    assert first["links"] == "leads_to:two"
    assert first["actors"] == "Jane Smith"
    assert first["source_ids"] == "gazette"
    assert first["source_locators"] == "https://gazette.example/envoy"
    assert first["citation"] == (
        "“What the envoy said”, The Gazette, 4 Mar 1992, https://gazette.example/envoy"
    )


def test_a_citation_says_when_the_page_was_read_and_where_a_copy_is_kept() -> None:
    kept = """\
    accessed: '2026-11-26'
    archive_url: https://archive.example/envoy
events:
"""
    text = timeline(event("one")).replace("events:\n", kept)
    made = read_timeline(Path("nowhere/events.yaml"), text.encode())
    (only,) = rows(write_csv(made, made.events))
    assert only["citation"].endswith(
        "https://gazette.example/envoy, accessed 26 Nov 2026, "
        "archived at https://archive.example/envoy"
    )
    assert only["source_locators"] == "https://gazette.example/envoy"


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30).filter(
        lambda text: not any(unseen(text))
    )
)
def test_any_text_comes_back_from_csv(text: str) -> None:
    made = read(event(title=json.dumps(text, ensure_ascii=False)))
    (only,) = rows(write_csv(made, made.events))
    assert only["title"] == text


def test_every_line_ends_with_crlf() -> None:
    made = read(event("a"), event("b", title="'one, \"two\"'"))
    content = write_csv(made, made.events)
    assert content.count("\n") == content.count("\r\n") == 3
    assert content.endswith("\r\n")


def test_the_table_schema_describes_each_column() -> None:
    fields = json.loads(table_schema(export_of(read(), [])))["fields"]
    assert tuple(field["name"] for field in fields) == COLUMNS
    assert all(field["type"] and field["description"] for field in fields)


def test_the_builtin_timeline_exports_every_event(builtin: Timeline) -> None:
    made = rows(write_csv(builtin, builtin.events))
    assert len(made) == len(builtin.events)
    assert all(each["date_start"] or each["open_start"] == "true" for each in made)
    assert all(
        each["source_ids"].count("; ") == each["source_locators"].count("; ") for each in made
    )
