"""How surely an event matches and what was left out: told in everything that is written."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import icalendar
import pytest

import kztimeline
from kztimeline.export.columns import column
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.export.formats.registry import write as write_format
from kztimeline.text.cells import width

from ..commands import Ended, kzt
from ..files import event, timeline, write
from .awkward import awkward_export
from .test_page import Page

ASKED = "in:1992-03"
POSSIBLE = ["two", "three"]
WHY = "its date allows other days, too"
BRIEFINGS = [
    (form, format)
    for form in ("headlines", "page", "full")
    for format in ("text", "markdown", "html")
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(
        tmp_path_factory.mktemp("asked"),
        timeline(
            event("one", "1992-03-04", title="The day is known"),
            event("two", "1992", title="The year is known"),
            event("three", "199X", title="The decade is known"),
            event("four", "1994", title="Later"),
        ),
    )


Run: TypeAlias = Callable[..., Ended]


@pytest.fixture
def run(path: Path, tmp_path: Path) -> Run:
    def kzt_on(*words: str) -> Ended:
        return kzt(*words, "-t", path, cwd=tmp_path)

    return kzt_on


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_line_of_a_list_says_that_its_event_only_possibly_matches(run: Run) -> None:
    lines = run("-q", "list", ASKED).stdout.splitlines()
    marked = [line for line in lines if line.endswith(("(possible)  [two]", "(possible)  [three]"))]
    assert len(marked) == 2
    (sure,) = set(lines) - set(marked)
    assert sure.endswith("The day is known  [one]")


def test_a_cut_line_of_a_list_says_so_too(path: Path) -> None:
    from kztimeline.export.plain_text import one_line
    from kztimeline.loading.cache import load_timeline

    read = load_timeline(path)
    line = one_line(read, read.event("two"), 52, possible=True)
    assert line.endswith("… (possible)  [two]")
    assert width(line) <= 52


def test_a_listed_line_is_read_back_for_its_id(path: Path) -> None:
    listed = kzt("list", ASKED, "-t", path).stdout
    shown = kzt("show", "-", "-t", path, input=listed)
    assert shown.returncode == 0
    assert shown.stdout.count("\nid            ") == 3


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "sqlite"])
def test_data_has_it_in_a_field_of_its_own(run: Run, format: str, tmp_path: Path) -> None:
    name = f"a.{format}"
    assert run("export", ASKED, "--format", format, "-o", name).returncode == 0
    content = (tmp_path / name).read_bytes()
    if format == "sqlite":
        database = sqlite3.connect(":memory:")
        database.deserialize(content)
        found = dict(database.execute("SELECT id, match FROM events"))
    elif format == "csv":
        rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
        found = {row["id"]: row["match"] for row in rows}
    elif format == "json":
        found = {each["id"]: each["match"] for each in json.loads(content)["events"]}
    else:
        found = {each["id"]: each["match"] for each in map(json.loads, content.splitlines())}
    assert found == {"one": "certain", "two": "possible", "three": "possible"}


def test_kept_rows_of_all_events_are_not_taken_where_some_only_possibly_match(run: Run) -> None:
    whole = run("export").stdout
    assert run("export").stdout == whole
    assert "possible" not in whole
    assert run("export", "in:1991..1994-06").stdout.count(",possible,\n") == 2
    assert run("export").stdout == whole


def test_the_page_has_a_badge_and_says_why(run: Run) -> None:
    page = run("export", ASKED, "--format", "html").stdout
    badges = [
        attributes
        for _tag, attributes in Page(page).elements
        if attributes.get("title") == f"I{WHY[1:]}."
    ]
    assert len(badges) == page.count(">possible match</span>") == 2
    assert "3 events, 2 of them only possible matches (" in page


@pytest.mark.parametrize("format", ["markdown", "text", "timelinejs", "ics"])
def test_texts_say_it_of_each_event(run: Run, format: str) -> None:
    written = run("export", ASKED, "--format", format).stdout
    if format == "ics":
        entries = icalendar.Calendar.from_ical(written).walk("VEVENT")
        told = [str(entry["UID"]) for entry in entries if WHY in str(entry["DESCRIPTION"])]
        assert [each.partition("@")[0] for each in told] == ["three", "two"]
        written = written.replace("\n ", "").replace("\\,", ",")
    assert flat(written).count("only possible, since") == 2
    assert run("export", ASKED, "--certain", "--format", format).stdout.count(WHY) == 0


@pytest.mark.parametrize(("form", "format"), BRIEFINGS)
def test_a_briefing_says_it_beside_the_date_and_at_its_head(
    run: Run, form: str, format: str
) -> None:
    written = flat(run("briefing", ASKED, "--form", form, "--format", format).stdout)
    assert written.count("1992 (possible match)") == 1
    assert written.count("(possible match)") == 2
    assert (
        "3 events, 2 of them only possible matches (their dates allow other days, too)." in written
    )


@pytest.mark.parametrize("name", ["html", "markdown", "text", "timelinejs", "ics"])
def test_what_is_inferred_is_not_said_to_be_the_date(name: str) -> None:
    # It may be another fact that no source states.
    written = write_format(BY_NAME[name], awkward_export()).decode().replace("\r\n ", "")
    assert "inferred" in written.lower()
    assert "date inferred" not in written.lower()
    assert "a fact" in column("inference").description


@pytest.mark.slow
def test_in_python_each_event_and_table_tells_it(path: Path) -> None:
    found = kztimeline.load(path).query(ASKED)
    expected = ["possible", "possible", "certain"]
    assert [each.match for each in found] == expected
    assert [each["match"] for each in found.to_records()] == expected
    assert [each.to_dict()["match"] for each in found] == expected
    assert found.to_dataframe()["match"].tolist() == expected
    assert found._repr_html_().count("(possible match)") == 2
    assert found[0]._repr_html_().count("(possible match)") == 1
    assert kztimeline.load(path)["two"].match == "certain"
    assert json.loads(found.to_json())["left_out"] is None
    assert json.loads(found.certain.to_json())["left_out"] == "certain matches only"


@pytest.mark.parametrize("format", ["html", "markdown", "ics", "timelinejs", "json"])
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((ASKED, "--certain"), "certain matches only"),
        (("--limit", "2"), "the first 2 of 4 events"),
        ((ASKED, "--limit", "1"), "the first of 3 events"),
    ],
    ids=["certain", "limit", "both"],
)
def test_what_is_left_out_of_the_answer_stands_in_the_file(
    run: Run, options: tuple[str, ...], told: str, format: str
) -> None:
    written = run("export", *options, "--format", format).stdout.replace("\n ", "")
    assert told in written.lower()
    whole = run("export", "--format", format).stdout.lower()
    assert told not in whole


def test_the_package_and_the_briefing_say_what_is_left_out(run: Run, tmp_path: Path) -> None:
    assert run("export", ASKED, "--limit", "2", "-o", "a.csv", "--package").returncode == 0
    package = json.loads((tmp_path / "a.datapackage.json").read_bytes())
    assert package["description"] == (
        "Query: in:1992-03. The first 2 of 3 events, 2 of them only possible matches."
    )
    assert "Selection: in March 1992, certain matches only" in flat(
        run("briefing", ASKED, "--certain", "--format", "text").stdout
    )
    assert "certain matches only" not in run("briefing", "--certain", "--format", "text").stdout
