"""`kzt import` of what `kzt export` writes: what a format carries comes back as it was."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from kztimeline.export.columns import COLUMNS
from kztimeline.export.spreadsheet_cells import kept_text
from kztimeline.loading.importing.tables.our_csv import OUR_COLUMNS, cited_parts
from kztimeline.loading.yaml_nodes import compose_yaml
from kztimeline.timeline.citations import cite_source
from kztimeline.timeline.model import Source

from ..commands import kzt
from ..conftest import ROOT
from ..files import HEAD, event, timeline, write
from ..sampling import mostly_slow
from .test_import import UNSAID, events_in, imported

MORE = """\
  - id: paper
    title: Talks “of a kind”, and more
    publisher: Ministry of Foreign Affairs, Republic of Kazakhstan
    author: Jane Smith, with John Doe
    issued: 1992-03~
    URL: https://mfa.example/a,b
    accessed: 2024-05-06
    archive_url: https://archive.example/web/1/https://mfa.example/a,b
  - id: undated
    title: Book on paper
    publisher: Press
  - id: decade
    title: Memoirs
    publisher: Press
    issued: 199X
events:
"""
OTHERS = """\
      - source: paper
        says: It says more; much more.
      - source: undated
        says: A book says so.
      - source: decade
        says: So do memoirs.
"""


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    one = event("one", date="1992-03~", place="Astana", note="A note; with parts") + (
        "    attributed_to: Jane Smith\n    inference: counted back\n"
        "    disputed:\n"
        "      - {by: The Gazette, claim: two spoke, source: gazette}\n"
        "      - {by: The paper, claim: three; spoke, source: paper}\n"
    )
    one = one.replace("says: The envoy spoke.\n", f"says: The envoy spoke.\n{OTHERS}")
    two = event("two", date="1993/..", track="home", importance="1").replace(
        "    importance: 2\n", ""
    )
    return write(
        tmp_path, timeline(one, two, head=HEAD.replace("events:\n", MORE)), "a.yaml"
    )  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    written = kzt("export", "-t", path, "--format", "csv").stdout
    return list(csv.DictReader(io.StringIO(written)))


@pytest.mark.parametrize("option", [(), ("--excel",)])
def test_our_csv_comes_back_column_by_column(
    option: tuple[str, ...], rich: Path, tmp_path: Path
) -> None:
    before = rows_of(rich)
    run = imported(tmp_path, kzt("export", "-t", rich, *option).stdout)
    assert run.returncode == 0
    assert rows_of(tmp_path / "out.yaml") == before


CITED = "source_ids", "source_locators", "citation"


COLUMN_SETS = [
    "id,date,track,title,summary,source_ids,source_locators,citation,topics,importance",
    "citation,title,date,says",
    "id,title,date,source_ids,source_locators",
    "date,title,source_locators",
    "id,date,title,source_ids,citation",
    "date,summary,citation,origin",
]


@pytest.mark.parametrize("option", mostly_slow([(), ("--excel",)], [()]))
@pytest.mark.parametrize("columns", mostly_slow(COLUMN_SETS, COLUMN_SETS[:4]))
def test_our_csv_comes_back_with_whichever_columns_it_has(
    columns: str, option: tuple[str, ...], rich: Path, tmp_path: Path
) -> None:
    given = kzt("export", "-t", rich, "--columns", columns, *option).stdout
    run = imported(tmp_path, given)
    assert run.returncode == 0, run.stderr
    assert "2 events written" in run.stderr
    assert "not read" not in run.stderr
    again = rows_of(tmp_path / "out.yaml")
    named = {"source_ids", "says", "origin"} if "citation" in columns else {*CITED, "origin"}
    if "source_ids" in columns:
        named -= {"source_ids"}
    kept = [name for name in columns.split(",") if name not in named]
    assert kept
    for row, before in zip(again, rows_of(rich), strict=True):
        assert {name: row[name] for name in kept} == {name: before[name] for name in kept}


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("title,date_start,citation", "there is no column date\n    Export it once more with date"),
        ("id,citation", "there is no column date and no column title\n    Export it once more"),
        ("date,title", "no column is known to hold a source\n    Name it: --map source=COLUMN"),
    ],
)
def test_a_column_that_our_csv_needs_is_named(
    columns: str, said: str, rich: Path, tmp_path: Path
) -> None:
    run = imported(tmp_path, kzt("export", "-t", rich, "--columns", columns).stdout)
    assert run.returncode == 1
    assert said in run.stderr


def test_the_columns_of_our_csv_are_known_to_an_import() -> None:
    assert {column.name for column in COLUMNS} == OUR_COLUMNS


def test_what_our_csv_does_not_name_of_a_source_is_said(rich: Path, tmp_path: Path) -> None:
    given = kzt("export", "-t", rich, "--columns", "date,title,source_ids").stdout
    run = imported(tmp_path, given)
    assert "title of a source, its id is taken (4)" in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "its title is not told in the table: its id stands for it" in text


def test_a_column_beside_ours_and_an_importance_that_is_none_stand_in_comments(
    rich: Path, tmp_path: Path
) -> None:
    given = kzt("export", "-t", rich, "--columns", "date,title,citation,importance").stdout
    head, one, two = given.splitlines()
    run = imported(tmp_path, f"{head},Mine\n{one},a remark\n{two.replace(',1', ',high')},\n")
    assert run.returncode == 0, run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "# Mine: a remark" in text
    assert "importance 'high' is not 1, 2 or 3" in text
    assert "columns not read: Mine" in run.stderr


def test_the_citations_of_others_are_titles_of_sources(tmp_path: Path) -> None:
    run = imported(tmp_path, 'date,title,citation\n1991,One,"Smith, J.; Lee, K. (1992). A book."\n')
    assert run.returncode == 0, run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "title: Smith, J.; Lee, K. (1992). A book." in text


def test_a_guarded_cell_is_read_in_any_table(tmp_path: Path) -> None:
    long = ("=1+1 " + 'A word, and a ""quote" ' * 12).strip()
    cells = ['="2007-04"', "A thing", kept_text(long), "https://a.example/1"]
    text = io.StringIO()
    csv.writer(text).writerows([['="date"', "title", "summary", "url"], cells])
    run = imported(tmp_path, text.getvalue())
    assert run.returncode == 0, run.stderr
    (made,) = events_in(tmp_path).values()
    assert (made["date"], made["summary"]) == ("2007-04", long)


def test_sources_of_our_csv_are_told_apart(rich: Path, tmp_path: Path) -> None:
    assert imported(tmp_path, kzt("export", "-t", rich).stdout).returncode == 0
    before, after = (
        json.loads(kzt("export", "-t", path, "--format", "json").stdout)["sources"]
        for path in (rich, tmp_path / "out.yaml")
    )
    by_id = {each["id"]: each for each in before}
    assert len(after) == 4
    for each in after:
        assert each == by_id[each["id"]]


def test_links_of_our_csv_stand_as_comments(tmp_path: Path) -> None:
    linked = event("two", date="1993") + "    links: [{to: one, kind: part_of, basis: B}]\n"
    path = write(tmp_path, timeline(event("one"), linked), "a.yaml")
    run = imported(tmp_path, kzt("export", "-t", path).stdout)
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "# links, what each rests on is not said: part_of:one" in text
    assert "links, whose basis is not told (1)" in run.stderr


ISSUED = ("190X", "18XX", "199X~", "190X~/191X", "0987", "0080-05", "1950?", "1998/..", "010X%")


@pytest.mark.parametrize("format", ["csv", "jsonl", "csl-json"])
def test_the_date_of_a_source_comes_back_whatever_it_is(format: str, tmp_path: Path) -> None:
    sources = "".join(
        f"  - {{id: s{number}, title: T{number}, publisher: 'Pub, A', issued: '{issued}'}}\n"
        for number, issued in enumerate(ISSUED)
    )
    cited = "".join(f"      - {{source: s{number}, says: It.}}\n" for number in range(len(ISSUED)))
    one = event().replace("says: The envoy spoke.\n", f"says: The envoy spoke.\n{cited}")
    path = write(tmp_path, timeline(one, head=HEAD.replace("events:\n", f"{sources}events:\n")))
    given = kzt("export", "-t", path, "--format", format).stdout
    (tmp_path / "in.txt").write_text(given, encoding="utf-8")
    run = kzt("import", "in.txt", "-o", "out.yaml", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    out = tmp_path / "out.yaml"
    made = {each["id"]: each for each in compose_yaml(out, out.read_bytes()).data["sources"]}
    # A year of two figures is of no certain century in a format that others write, too.
    doubtful = {"010X%"} if format == "csl-json" else set()
    for number, issued in enumerate(ISSUED):
        assert made[f"s{number}"]["publisher"] == "Pub, A"
        assert made[f"s{number}"]["issued"] == issued or issued in doubtful


def test_the_place_in_a_document_is_the_events_and_not_the_sources(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "elsewhere" / "seeds")
    given = kzt("export", "in:2012", "zhanaozen").stdout
    rows = list(csv.DictReader(io.StringIO(given)))
    assert any(row["documents"] for row in rows)
    run = imported(tmp_path, given)
    assert run.returncode == 0
    sources = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    sources = sources.partition("sources:")[2].partition("events:")[0]
    assert "characters" not in sources
    assert "stands in the title" not in sources
    made = {row["id"]: row for row in rows_of(tmp_path / "out.yaml")}
    for row in rows:
        cited = row["citation"]
        if not row["documents"]:
            assert made[row["id"]]["citation"] == cited


@pytest.mark.slow
@pytest.mark.parametrize("format", ["json", "jsonl", "csv"])
def test_without_the_cards_it_is_said_what_changes_and_what_to_do(
    format: str, tmp_path: Path
) -> None:
    given = kzt("export", "in:2012", "zhanaozen", "--format", format).stdout
    run = imported(tmp_path, given)
    assert run.returncode == 0, run.stderr
    told = " ".join(run.stderr.split())
    assert re.search(r"of \d+ documents? no card is beside this file", told)
    seeds = kzt("list", "in:2012", "zhanaozen", "origin:seed", "--count").stdout.strip()
    assert f"the origin of {seeds} events is reference now, not seed" in told
    assert "copy the folder seeds of the timeline beside the file and import once more" in told


@pytest.mark.slow
def test_beside_the_cards_nothing_is_said_of_them_and_json_comes_back_whole(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    given = kzt("export", "--format", "json").stdout
    (tmp_path / "in.json").write_text(given, encoding="utf-8")
    run = kzt("import", "in.json", "-o", "out.yaml", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "card" not in run.stderr
    after = kzt("export", "-t", tmp_path / "out.yaml", "--format", "json").stdout
    assert json.loads(after) == json.loads(given)


@pytest.mark.slow
def test_beside_its_cards_our_csv_keeps_its_places_in_documents(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    given = kzt("export").stdout
    (tmp_path / "in.csv").write_text(given, encoding="utf-8")
    assert kzt("import", "in.csv", "-o", "out.yaml", cwd=tmp_path).returncode == 0
    after = {row["id"]: row for row in rows_of(tmp_path / "out.yaml")}
    before = {row["id"]: row for row in csv.DictReader(io.StringIO(given))}
    assert len(after) > 200
    same = [
        "date", "date_start", "date_end", "track", "topics", "title", "summary", "actors",
        "place", "source_ids", "source_locators", "importance", "disputed", "attributed_to",
        "inference", "note", "documents", "origin",
    ]  # fmt: skip
    for id_, row in after.items():
        assert {name: row[name] for name in same} == {name: before[id_][name] for name in same}


@pytest.mark.parametrize(
    "source",
    [
        Source(id="a", title="T", publisher="P"),
        Source(id="a", title="“Q” and ‘q’", publisher="A, B, and C", author="X, “Y” Z"),
        Source(id="a", title="An unbalanced “ quote", publisher="P"),
        Source(id="a", title="characters 5–6", publisher="P", URL="https://e.org/1,2"),
    ],
)
def test_a_citation_is_taken_apart_as_it_was_put_together(source: Source) -> None:
    parts = cited_parts(f"{cite_source(source)}, characters 12–15, 20–25")
    assert parts.publisher == source.publisher
    assert (source.URL or "") == parts.URL
    assert source.title in (parts.title, f"{parts.title}”")


def test_jsonl_comes_back_event_by_event(rich: Path, tmp_path: Path) -> None:
    given = kzt("export", "-t", rich, "--format", "jsonl").stdout
    run = imported(tmp_path, given, name="in.jsonl")
    assert run.returncode == 0
    again = kzt("export", "-t", tmp_path / "out.yaml", "--format", "jsonl").stdout

    def told(text: str) -> list[dict[str, Any]]:
        records = [json.loads(line) for line in text.splitlines()]
        for record in records:
            # Whose offices were held when is not among what events say.
            for actor in record["actors"]:
                del actor["titles"]
        return records

    assert told(again) == told(given)
    assert "events alone do not carry what the timeline is called" in run.stderr
    assert "kind of an actor, person is assumed (1)" in run.stderr


@pytest.mark.parametrize("format", ["jsonl", "records", "one"])
def test_events_alone_may_be_lines_a_list_or_one(format: str, tmp_path: Path) -> None:
    lines = kzt("export", "zhanaozen", "in:2012", "--format", "jsonl").stdout.splitlines()
    content = {"jsonl": "\n".join(lines), "records": f"[{','.join(lines)}]", "one": lines[0]}[
        format
    ]
    run = imported(tmp_path, content, name="in.txt")
    assert run.returncode == 0
    assert f"{1 if format == 'one' else len(lines)} event" in run.stderr


def test_a_table_row_that_says_nothing_of_its_source_is_not_attested(tmp_path: Path) -> None:
    run = imported(
        tmp_path,
        "date,title,summary,url,says\n"
        "1991,One,One happened.,https://a.example/1,\n"
        "1992,Two,Two happened.,https://a.example/2,It says two.\n",
    )
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert text.count(f"says: {UNSAID}") == 1
    assert "says: It says two." in text
    assert "says: One happened." not in text
    assert "1 citation of which it is not told what the source says" in run.stderr


def test_rows_that_are_the_same_are_said(tmp_path: Path) -> None:
    row = "1991,One,https://a.example/1\n"
    run = imported(tmp_path, f"date,title,url\n{row}1991,Other,https://a.example/1\n{row}{row}")
    assert "2 events written" in run.stderr
    assert "2 as comments: the same as another row" in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "# row 4: the same as another row" in text
    assert text.count("the same as row 2") == 2


def test_a_newspaper_without_an_address_is_a_paper_source(tmp_path: Path) -> None:
    run = imported(
        tmp_path,
        "date,title,publisher,issued\n"
        "1987-05-05,One,The Times,1987-05-06\n"
        "1987-05-07,Two,The Times,\n",
    )
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "title: The Times\n  publisher: The Times\n  issued: '1987-05-06'" in text
    assert "its title, address or date is wanted beside its publisher" in text
    assert "publisher 'The Times'" in text
    assert "1 as a comment: no source: its title, address or date" in run.stderr


def test_actors_are_read_from_a_column(tmp_path: Path) -> None:
    content = (
        "date,title,url,Delegates\n"
        "1991,One,https://a.example/1,Jane Smith; NATO (body); Kazakhstan (state)\n"
        "1992,Two,https://a.example/2,Jane Smith|President of Kazakhstan (office)\n"
    )
    run = imported(tmp_path, content, "--map", "actors=Delegates")
    assert run.returncode == 0
    made = json.loads(
        kzt("export", "-t", tmp_path / "out.yaml", "--format", "json").stdout
    )  # fmt: skip
    kinds = {each["name"]: each["kind"] for each in made["actors"]}
    assert kinds == {
        "Jane Smith": "person", "NATO": "body", "Kazakhstan": "state",
        "President of Kazakhstan": "office",
    }  # fmt: skip
    assert [[actor["name"] for actor in each["actors"]] for each in made["events"]] == [
        ["Jane Smith", "NATO", "Kazakhstan"],
        ["Jane Smith", "President of Kazakhstan"],
    ]
    assert "kind of an actor, person is assumed (1)" in run.stderr


def test_every_cell_that_is_not_taken_over_is_said(tmp_path: Path) -> None:
    run = imported(
        tmp_path,
        "date,title,url,importance,id,date\n"
        "1991,One,no address,high,Not an id,1991,beyond\n"
        "1992,Two,https://a.example/2,1.0,two,1992\n",
    )
    assert run.returncode == 0
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    for said in ("'no address' is not an address", "importance 'high'", "'Not an id'", ": beyond"):
        assert said in text
    assert "2 columns are called date: the last that is filled is read" in run.stderr
    assert "importance: 1\n" in text


@pytest.mark.parametrize(
    ("content", "name", "remedy"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a calendar", "CSV"),
        (b"@article{a, title={T}}\n", "BibTeX", "CSL JSON"),
        (b"% a comment\n@misc{a}\n", "BibTeX", "CSL JSON"),
        (b"TY  - JOUR\nER  -\n", "RIS", "CSL JSON"),
        (b"PK\x03\x04\x00\x00", "a workbook", "CSV UTF-8"),
        (b"SQLite format 3\x00", "a database", "CSV UTF-8"),
        (b"%PDF-1.7\n\xff", "a PDF", "CSV"),
        (b"\xff\xfed\x00", "UTF-16", "CSV UTF-8"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "a web page", "CSV"),
        (b"<?xml version='1.0'?>", "XML", "CSV"),
        (b"# mine\ntimeline:\n  title: T\n", "a timeline already", "kzt FILE"),
        (b"# The envoys\n\n- 2012: one comes\n", "Markdown", "CSV"),
    ],
)
def test_what_is_not_read_is_named_with_what_is(
    content: bytes, name: str, remedy: str, tmp_path: Path
) -> None:
    (tmp_path / "in.dat").write_bytes(content)
    run = kzt("import", "in.dat", "-o", "out.yaml", cwd=tmp_path)
    assert run.returncode == 1
    assert f"this is {name}" in run.stderr
    assert remedy in run.stderr
    assert not (tmp_path / "out.yaml").exists()


def test_a_cell_of_any_length_and_json_of_any_depth_end_in_words(tmp_path: Path) -> None:
    run = imported(tmp_path, f"date,title,url\n1991,{'x' * 200_000},https://a.example\n")
    assert run.returncode == 1
    assert "text of 200000 characters" in run.stderr
    deep = imported(tmp_path, "[" * 100_000, name="in.json")
    assert deep.returncode == 1
    assert "nested too deeply" in deep.stderr


def test_our_table_says_what_it_does_not_carry(tmp_path: Path) -> None:
    assert kzt("export", "in:1991", "-o", "a.csv", cwd=tmp_path).returncode == 0
    run = kzt("import", "a.csv", "-o", "b.yaml", cwd=tmp_path)
    assert run.returncode == 0
    assert "a table does not carry what the timeline is called" in run.stderr


@pytest.mark.slow
def test_every_event_of_our_sheet_comes_back(tmp_path: Path) -> None:
    """The list of sources below the summary is none of it, however long it is."""
    written = kzt("export", "in:1997", "-o", "a.json", cwd=tmp_path)
    assert written.returncode == 0
    sheet = kzt("export", "in:1997", "--format", "timelinejs", "-o", "a.csv", cwd=tmp_path)
    assert sheet.returncode == 0
    run = kzt("import", "a.csv", "-o", "b.yaml", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    back = kzt("export", "-t", "b.yaml", "--format", "json", cwd=tmp_path).stdout
    events = json.loads((tmp_path / "a.json").read_bytes())["events"]
    again = json.loads(back)["events"]
    linked = [e for e in events if any(source["URL"] for source in e["sources"])]
    assert len(linked) > 10
    fields = ("title", "summary")
    assert {tuple(e[f] for f in fields) for e in again} == {
        tuple(e[f] for f in fields) for e in linked
    }
    assert "text below the first paragraph" in run.stderr


def test_what_a_term_begins_with_comes_back_from_json(tmp_path: Path) -> None:
    head = HEAD.replace("date: 1992/1995\n", "date: 1992/1995\n        begins_with: sworn in\n")
    era = (
        "  - {id: e, name: Jane Smith, kind: envoy, date: 1992-05/1995, begins_with: credentials}\n"
    )
    path = write(
        tmp_path, timeline(event(), head=head.replace("sources:", f"eras:\n{era}sources:"))
    )
    given = kzt("export", "-t", path, "--format", "json").stdout
    assert imported(tmp_path, given, name="a.json").returncode == 0
    again = json.loads(kzt("export", "-t", tmp_path / "out.yaml", "--format", "json").stdout)
    assert again["actors"][0]["roles"][0]["begins_with"] == "sworn in"
    assert again["eras"][0]["begins_with"] == "credentials"
