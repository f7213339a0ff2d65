"""`--format`, `-o` and what goes with them, as on the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from kztimeline.export.columns import COLUMNS
from kztimeline.export.formats.registry import FORMATS, by_suffix, endings
from tests.sampling import mostly_slow

from ..commands import kzt
from ..files import event, timeline, write

NAMES = [format.name for format in FORMATS]
LISTS = [format.name for format in FORMATS if format.lists]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(
        tmp_path_factory.mktemp("three"),
        timeline(
            event("one"),
            event("two", "1994", "home", title="Votes are counted"),
            event("three", "2015/..", title="An office stays open"),
        ),
    )


@pytest.fixture
def folder(tmp_path: Path, three: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KZT_TIMELINE", str(three))
    monkeypatch.setenv("XDG_CACHE_HOME", str(three.parent))
    return tmp_path


@pytest.mark.parametrize(
    "format",
    mostly_slow(FORMATS, [each for each in FORMATS if each.name in ("csv", "text", "xlsx")]),
    ids=lambda format: format.name,
)
def test_a_format_is_named_or_told_by_the_suffix(folder: Path, format: object) -> None:
    for number, suffix in enumerate(format.suffixes):  # type: ignore[attr-defined]
        target = folder / f"a{number}{suffix}"
        run = kzt("export", "-o", target)
        assert run.returncode == 0, run.stderr
        assert " 3 events written" in run.stderr
        named = folder / f"b{number}{suffix}"
        assert kzt("export", "--format", format.name, "-o", named).returncode == 0  # type: ignore[attr-defined]
        if format.name != "sqlite":  # type: ignore[attr-defined]
            assert target.read_bytes() == named.read_bytes()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("sqlite", "xlsx")])
@pytest.mark.parametrize(
    "command", mostly_slow([["list"], ["export"], ["show", "one"]], [["list"]])
)
def test_list_show_and_export_write_each_format(
    folder: Path, name: str, command: list[str]
) -> None:
    run = kzt(*command, "--format", name)
    assert run.returncode == 0, run.stderr
    assert "envoy" in run.stdout.lower()


@pytest.mark.parametrize("name", mostly_slow(LISTS, [*LISTS][::3]))
@pytest.mark.parametrize("command", ["coverage", "seeds", "keys"])
def test_lists_that_are_no_events_take_some(command: str, name: str, tmp_path: Path) -> None:
    run = kzt(command, "--format", name)
    assert run.returncode == 0, run.stderr
    if name == "json":
        (rows,) = json.loads(run.stdout).values()
        assert len(rows) > 1
    if name == "csv":
        assert len(list(csv.DictReader(io.StringIO(run.stdout)))) > 1
    suffix = {"markdown": "md", "text": "txt"}.get(name, name)
    target = tmp_path / f"list.{suffix}"
    assert kzt(command, "-o", target).returncode == 0
    assert target.read_text().replace("\r\n", "\n") == run.stdout


def test_the_state_of_the_ledger_is_the_same_in_json_and_in_words() -> None:
    said = kzt("coverage").stdout
    for row in json.loads(kzt("coverage", "--format", "json").stdout)["documents"]:
        counts = f"{row['mentions']} dates, {row['mentions_cited']} cited"
        assert f"{row['id']}  {counts}" in said
        assert row["complete"] is True


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("export", "--format", "jsn"), ["there is no format 'jsn'", "Did you mean json", "xlsx"]),
        (("export", "-o", "a.docx"), ["no format has the suffix .docx", ".html", ".ics"]),
        (("coverage", "--format", "ics"), ["ics is for events", "jsonl"]),
        (("export", "--format", "json", "-o", "a.csv"), ["a.csv does not fit --format json"]),
        (("export", "--format", "json", "--columns", "id"), ["json has no columns", "csv or xlsx"]),
        (("export", "--columns", "id,titel"), ["there is no column 'titel'", "title"]),
        (("export", "--sort", "dat"), ["--sort: there is no column 'dat'", "date"]),
        (("export", "--limit", "0"), ["--limit"]),
        (("list", "--columns", "id"), ["--columns: this list has no columns"]),
        (("export", "--format", "html", "--excel"), ["--excel", "csv"]),
        (("export", "--format", "html", "--schema", "-o", "a.html"), ["--schema describes csv"]),
        (("export", "--package"), ["--package describes a file"]),
    ],
    ids=lambda value: " ".join(value)[:40],
)
def test_what_cannot_be_is_said(folder: Path, arguments: tuple[str, ...], named: list[str]) -> None:
    run = kzt(*arguments, cwd=folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert all(words in run.stderr for words in named), run.stderr
    assert list(folder.iterdir()) == []


def test_columns_are_those_asked_for_in_their_order(folder: Path) -> None:
    run = kzt("export", "--columns", "title, date")
    assert run.stdout.splitlines()[:2] == ["title,date", "Envoy speaks,1992-03-02"]


ORDERS = [
    ("date", ["one", "two", "three"]),
    ("-date", ["three", "two", "one"]),
    ("title", ["three", "one", "two"]),
    ("-title", ["two", "one", "three"]),
    ("date_end", ["one", "two", "three"]),
    ("-date_end", ["two", "one", "three"]),
    ("day", ["one", "two", "three"]),
]


@pytest.mark.parametrize(
    ("order", "ids"),
    mostly_slow(ORDERS, ORDERS[1::2], several=True),
)
def test_the_order_is_the_one_asked_for(folder: Path, order: str, ids: list[str]) -> None:
    run = kzt("export", "--columns", "id", "--sort", order)
    assert run.stdout.split()[1:] == ids
    listed = kzt("list", "--sort", order).stdout.splitlines()
    assert [line.rpartition("[")[2].rstrip("]") for line in listed] == ids


def test_a_limit_says_how_many_there_are(folder: Path) -> None:
    for command in ("list", "export"):
        run = kzt(command, "--limit", "2")
        assert "the first 2 of 3 events" in run.stderr
        assert "An office stays open" not in run.stdout
    assert kzt("list", "--limit", "3").stderr == ""


def test_the_count_is_a_number_alone(folder: Path) -> None:
    for command in ("list", "export"):
        assert kzt(command, "--count").stdout == "3\n"
        run = kzt(command, "track:home", "--count")
        assert (run.returncode, run.stdout) == (0, "1\n")
        run = kzt(command, "nosuch", "--count")
        assert (run.returncode, run.stdout) == (1, "0\n")


@pytest.mark.parametrize("name", mostly_slow(["sqlite", "xlsx"], ["xlsx"]))
def test_a_terminal_gets_no_bytes(folder: Path, name: str) -> None:
    ours, theirs = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "kztimeline", "export", "--format", name],
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 2
    assert f"{name} cannot be shown in a terminal".encode() in run.stderr
    target = folder / "piped"
    target.touch()
    assert kzt("export", "--format", name, stdout=str(target)).returncode == 0
    assert target.stat().st_size > 1000


def test_a_library_that_is_not_there_is_named(folder: Path) -> None:
    script = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        "sys.argv = ['kzt', 'export', '-o', 'a.xlsx']\n"
        "from kztimeline.__main__ import main\nmain()"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=folder, check=False
    )
    assert run.returncode == 1
    assert "kztimeline[xlsx]" in run.stderr
    assert "Traceback" not in run.stderr
    assert list(folder.iterdir()) == []


def test_as_of_a_date_is_said_in_the_file(folder: Path) -> None:
    assert kzt("export", "--as-of", "1993", "-o", folder / "a.json").returncode == 0
    read = json.loads((folder / "a.json").read_bytes())
    assert (read["as_of"], [each["id"] for each in read["events"]]) == ("1993-12-31", ["one"])
    assert read["events"][0]["as_of"] == "1993-12-31"
    assert read["notice"].startswith("AS OF 31 Dec 1993")
    page = kzt("export", "--as-of", "1993", "--format", "html").stdout
    assert "AS OF 31 Dec 1993" in page
    calendar = kzt("export", "--as-of", "1993", "--format", "ics").stdout.replace("\n ", "")
    assert "texts may mention later events. Not carried: " in calendar


def test_a_query_is_said_in_the_file(folder: Path) -> None:
    assert json.loads(kzt("export", "track:home", "--format", "json").stdout)["query"] == (
        "track:home"
    )


def test_endings_ask_for_one_format_each() -> None:
    assert len(set(endings())) == len(endings())
    for format in FORMATS:
        for suffix in format.suffixes:
            assert by_suffix(f"A.B{suffix.upper()}") is format
    assert by_suffix("events") is None
    assert by_suffix("timelinejs.csv").name == "csv"  # type: ignore[union-attr]


def test_columns_are_only_added_at_the_end() -> None:
    assert [column.name for column in COLUMNS][22:] == [
        "importance", "disputed", "attributed_to", "inference", "note", "says", "documents",
        "as_of", "match", "linked_from",
    ]  # fmt: skip


def test_the_package_describes_the_file(folder: Path) -> None:
    run = kzt("export", "-o", folder / "Us, 2012.csv", "--package", "--columns", "id,title")
    assert run.returncode == 0
    package = json.loads((folder / "Us, 2012.datapackage.json").read_bytes())
    (resource,) = package["resources"]
    content = (folder / resource["path"]).read_bytes()
    assert resource["bytes"] == len(content)
    assert [each["name"] for each in resource["schema"]["fields"]] == ["id", "title"]
    assert package["name"] == "us-2012-csv"


def test_what_a_file_has_no_room_to_say_is_said_beside_it(folder: Path) -> None:
    for name in ("timelinejs", "csl-json"):
        run = kzt("export", "--format", name)
        assert f"{name} does not carry" in run.stderr
    assert "does not carry" not in kzt("export").stderr
    assert "Not carried: " in kzt("export", "--format", "bibtex").stdout
    assert "Not carried: " in kzt("export", "--format", "ics").stdout


@pytest.mark.parametrize("ending", ["bib", "csl.json"])
def test_it_is_said_how_many_sources_a_file_of_sources_holds(ending: str, tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event(), event("two", "1994")))
    written = tmp_path / f"out.{ending}"
    for words in (("export",), ("list",), ("show", "one", "two")):
        said = kzt(*words, "-t", path, "-o", written, "--force").stderr
        assert said.startswith(f"kzt: 1 source of 2 events written to {written}\n")
    as_of = kzt("export", "-t", path, "-o", written, "--force", "--as-of", "1993").stderr
    assert as_of.startswith(f"kzt: 1 source of 1 event as of 31 Dec 1993 written to {written}\n")
