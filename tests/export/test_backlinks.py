"""Links that point at an event: told in every format, in the words of its page."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import icalendar
import openpyxl
import pytest

import kztimeline

from ..commands import kzt
from ..files import event, timeline, write
from .test_page import Page
from .test_read_back import text_of

BASIS = "Our reading"
OTHERS = {"reply": "answered by", "late": "followed up by", "round": "includes"}
"""What other events are to the one that they link to, by their ids."""


def linked(id: str, date: str, kind: str) -> str:
    link = f"\n    - {{to: deed, kind: {kind}, basis: '{BASIS}: {id}.'}}"
    return event(id, date, title=f"Title of {id}", links=link)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        timeline(
            event("deed", "1992-03-02", title="The deed"),
            linked("reply", "1992-05-01", "responds_to"),
            linked("late", "1995-01-01", "responds_to"),
            linked("round", "1992-03-01", "part_of"),
        ),
    )


def shown(file: Path, format: str, id: str = "deed") -> bytes:
    """Return the one event as a file in a format."""
    out = file.with_name(f"out.{format}")
    ended = kzt("show", id, "-t", file, "--format", format, "-o", out, "--force")
    assert ended.returncode == 0, ended.stderr
    return out.read_bytes()


@pytest.mark.parametrize("format", ["markdown", "text", "html", "ics"])
def test_who_reads_is_told_who_answered(file: Path, format: str) -> None:
    content = shown(file, format).decode()
    if format == "html":
        content = text_of(content.partition("<article")[2].partition("</article>")[0])
    if format == "ics":
        (entry,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
        content = str(entry["DESCRIPTION"])
    told = " ".join(content.split()).casefold()
    for id, words in OTHERS.items():
        assert words in told
        assert f"title of {id}" in told
        # An own link would read the other way round.
    for own in ("responds to", "follows up on", "part of"):
        assert own not in told


def test_the_page_links_back_to_what_stands_on_it(file: Path) -> None:
    out = file.with_name("all.html")
    assert kzt("export", "-t", file, "-o", out).returncode == 0
    page = out.read_text(encoding="utf-8")
    deed = page.partition('id="deed"')[2].partition("</article>")[0]
    targets = [each.get("href") for tag, each in Page(deed).elements if tag == "a"]
    assert {f"#{id}" for id in OTHERS} <= {*targets}


def test_programs_are_told_in_a_field_of_its_own(file: Path) -> None:
    (record,) = json.loads(shown(file, "json"))["events"]
    assert record == json.loads(shown(file, "jsonl"))
    assert record["links"] == []
    assert {each["event"]: each["words"] for each in record["linked_from"]} == OTHERS
    assert record["linked_from"][0] == {
        "kind": "part_of",
        "words": "includes",
        "event": "round",
        "title": "Title of round",
        "basis": f"{BASIS}: round.",
        "source": None,
    }
    back = kztimeline.load(file)["deed"].linked_from
    assert {each.event: each.words for each in back} == OTHERS


def test_tables_have_a_column_of_them(file: Path) -> None:
    cell = "part_of:round; responds_to:reply; responds_to:late"
    (row,) = csv.DictReader(io.StringIO(shown(file, "csv").decode(), newline=""))
    assert (row["links"], row["linked_from"]) == ("", cell)
    book = openpyxl.load_workbook(io.BytesIO(shown(file, "xlsx")))
    head, cells = (list(line) for line in list(book["events"].iter_rows(values_only=True))[:2])
    assert cells[head.index("linked_from")] == cell
    database = sqlite3.connect(":memory:")
    database.deserialize(shown(file, "sqlite"))
    assert dict(database.execute("SELECT other, words FROM links_back")) == OTHERS
    assert database.execute("SELECT count(*) FROM links").fetchone() == (0,)


@pytest.mark.parametrize("format", ["csv", "json", "jsonl"])
def test_what_is_read_back_makes_no_link_of_its_own_of_them(file: Path, format: str) -> None:
    out, again = file.with_name(f"all.{format}"), file.with_name("again.yaml")
    assert kzt("export", "-t", file, "-o", out).returncode == 0
    assert kzt("import", out, "-o", again).returncode == 0
    deed = again.read_text(encoding="utf-8").partition("id: deed")[2].partition("- id: ")[0]
    assert "links" not in deed
    assert not any(id in deed for id in OTHERS)
    if format == "json":
        (record,) = json.loads(shown(again, "json"))["events"]
        assert {each["event"]: each["words"] for each in record["linked_from"]} == OTHERS
