"""The commands as a shell sees them: standard output, standard error, exit codes, files."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kztimeline import __version__
from kztimeline.cli.commands import COMMANDS
from tests.commands import Ended, kzt
from tests.files import HEAD, event, timeline, write
from tests.sampling import mostly_slow


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A timeline of two events."""
    return write(
        tmp_path, timeline(event("one"), event("two", "1994", "home", title="Votes are counted"))
    )


def assert_refused(run: Ended, code: int, *words: str) -> None:
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stderr
    for word in words:
        assert word in run.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["--timeline", "x", "--version"]])
def test_version(arguments: list[str]) -> None:
    assert kzt(*arguments).stdout == f"kzt {__version__}\n"


def test_list_is_plain_text(two: Path) -> None:
    run = kzt("--timeline", two, "list")
    assert run.returncode == 0
    assert [line.split() for line in run.stdout.splitlines()] == [
        ["2", "Mar", "1992", "A", "Envoy", "speaks", "[one]"],
        ["1994", "H", "Votes", "are", "counted", "[two]"],
    ]
    assert "\x1b" not in run.stdout


def test_list_takes_a_query_with_negation(two: Path) -> None:
    run = kzt("--timeline", two, "list", "-track:away")
    assert "[two]" in run.stdout
    assert "[one]" not in run.stdout


def test_a_bad_query_is_pointed_at(two: Path) -> None:
    run = kzt("--timeline", two, "list", 'envoy "open')
    assert_refused(run, 2, 'envoy "open', "^")


def test_show_says_who(two: Path) -> None:
    run = kzt("--timeline", two, "show", "one")
    for words in (
        "Envoy speaks",
        "2 Mar 1992",
        "(perhaps Envoy from 1992)",
        "The Gazette",
        "spoke",
    ):
        assert words in run.stdout


def test_an_unknown_id_is_refused_with_a_near_one(two: Path) -> None:
    run = kzt("--timeline", two, "show", "one", "twoo")
    assert_refused(run, 2, "twoo", "two")
    assert run.stdout == ""


def test_export_to_standard_output(two: Path) -> None:
    run = kzt("--timeline", two, "export", "track:away")
    assert [row["id"] for row in csv.DictReader(run.stdout.splitlines())] == ["one"]


def test_export_of_nothing_is_a_header(two: Path) -> None:
    run = kzt("--timeline", two, "export", "in:2020")
    assert run.returncode == 1
    assert run.stdout.count("\n") == 1
    assert run.stderr == ("kzt: no event matches\n    The events are dated from 1992 to 1994.\n")


def test_possible_matches_are_counted_and_can_be_left_out(two: Path) -> None:
    run = kzt("--timeline", two, "export", "in:1994-03")
    assert "1 event, only a possible match (its date allows other days, too)" in run.stderr
    assert run.stdout.count("\n") == 2
    assert kzt("--timeline", two, "export", "--certain", "in:1994-03").stdout.count("\n") == 1


def test_export_to_a_file_with_its_schema(two: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    run = kzt("--timeline", two, "export", "-o", target, "--schema")
    assert (run.returncode, run.stdout) == (0, "")
    assert target.read_bytes().count(b"\r\n") == 3
    assert json.loads((tmp_path / "out.csv.schema.json").read_text())["fields"]
    assert {path.name for path in tmp_path.iterdir()} == {
        "events.yaml",
        "out.csv",
        "out.csv.schema.json",
    }


def test_a_file_is_not_overwritten_without_force(two: Path, tmp_path: Path) -> None:
    target = write(tmp_path, "precious", "out.csv")
    assert_refused(kzt("--timeline", two, "export", "-o", target), 1, "--force")
    assert target.read_text() == "precious"
    assert kzt("--timeline", two, "export", "-o", target, "--force").returncode == 0
    assert target.read_bytes().startswith(b"id,date,")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(two: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert_refused(kzt("--timeline", two, "export", "-o", folder / "a.csv"), 1, "cannot be written")


def test_a_folder_that_is_missing_is_named(two: Path, tmp_path: Path) -> None:
    run = kzt("--timeline", two, "export", "-o", tmp_path / "no" / "a.csv")
    assert_refused(run, 1, "cannot be written")


@pytest.mark.parametrize("arguments", [["export", "-o", "."], ["export", "--schema"], ["exprot"]])
def test_wrong_usage_exits_2(two: Path, tmp_path: Path, arguments: list[str]) -> None:
    run = kzt("--timeline", two, *arguments, cwd=tmp_path)
    assert_refused(run, 2)
    assert run.stderr


@pytest.mark.slow
def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    many = write(tmp_path, timeline(*(event(f"e{n}") for n in range(2000))))
    command = f"{sys.executable} -m kztimeline --timeline {many} export | head -1"
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 141)
    assert run.stdout.startswith("id,date,")
    assert run.stderr == ""


def test_without_a_terminal_the_screen_explains_itself(two: Path) -> None:
    assert_refused(kzt("--timeline", two), 2, "terminal", "kzt list")


def test_a_dumb_terminal_gets_a_hint(two: Path) -> None:
    parent, child = pty.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "kztimeline", "--timeline", str(two)],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**os.environ, "TERM": "dumb"},
        timeout=30,
        check=False,
    )
    written = os.read(parent, 4096).decode()
    os.close(child)
    os.close(parent)
    assert run.returncode == 2
    assert "dumb" in written
    assert "kzt list" in written
    assert "\x1b" not in written


def test_check_reports_and_exits(two: Path, tmp_path: Path) -> None:
    assert kzt("check", two).returncode == 0
    bad = write(tmp_path, timeline(event(date="2012-02-30")), "bad.yaml")
    run = kzt("check", bad)
    assert run.returncode == 1
    assert f"{bad}:{timeline().splitlines().index('    date: 1992-03-02') + 1}:11:" in run.stdout
    assert "1 problem" in run.stderr
    assert kzt("check", "--format", "yaml", two).returncode == 2


def test_check_speaks_json(tmp_path: Path) -> None:
    bad = write(tmp_path, timeline(event(date="2012-02-30")))
    (finding,) = json.loads(kzt("check", "--format", "json", bad).stdout)
    assert finding["file"] == str(bad)
    assert (finding["column"], finding["source_line"].strip()) == (11, "date: 2012-02-30")


def test_a_bad_timeline_stops_every_command(tmp_path: Path) -> None:
    bad = write(tmp_path, timeline(event(date="Feb 2012")))
    for command in (["list"], ["show", "one"], ["export"], ["coverage"], ["seeds"]):
        run = kzt("--timeline", bad, *command)
        assert_refused(run, 1, "Feb 2012", "2012-02")
        assert run.stdout == ""


def test_the_environment_names_a_timeline(two: Path) -> None:
    run = kzt("list", env={**os.environ, "KZT_TIMELINE": str(two)})
    assert "[one]" in run.stdout


NOTHING = {
    "list zebra": "no event matches",
    "export zebra --format csv": "no event matches",
    "briefing zebra": "no event matches",
    "values topic zebra": "no event matches",
    "values actor": "no event has an actor",
    "values actor --format csv": "no event has an actor",
    "values link in:1992": "no event has a link",
    "values place": "no event has a place",
    "values era": "this timeline has no eras",
    "views": "no view is saved; `kzt views make NAME QUERY` saves one",
    "views --format json": "no view is saved; `kzt views make NAME QUERY` saves one",
    "coverage": "this timeline has no documents; `kzt seeds add FILE` makes a card",
    "coverage --format csv": "this timeline has no documents; `kzt seeds add FILE` makes a card",
    "seeds": "this timeline has no documents; `kzt seeds add FILE` makes a card",
    "seeds --format csv": "this timeline has no documents; `kzt seeds add FILE` makes a card",
    "seeds cite": "this timeline has no documents; `kzt seeds add FILE` makes a card",
    "office 2007": "nobody is on record as being in office in 2007",
    "office 2007 --format csv": "nobody is on record as being in office in 2007",
    "extract -": "no date is found",
    "extract - --format csv": "no date is found",
}
"""Commands that find nothing in a timeline of one event with nothing to it, and what they say."""


@pytest.mark.parametrize("line", mostly_slow(NOTHING, [*NOTHING][::3]))
def test_what_finds_nothing_says_so_and_ends_with_one(line: str, tmp_path: Path) -> None:
    head = re.sub(r"(?s)actors:.*(?=sources:)", "", HEAD)
    path = write(tmp_path, timeline(event().replace("    actors: [smith]\n", ""), head=head))
    env = {**os.environ, "KZT_TIMELINE": str(path)}
    run = kzt(*line.split(), input="No day is named here.", env=env)
    assert (run.returncode, run.stderr.partition("\n")[0]) == (1, f"kzt: {NOTHING[line]}")
    assert kzt(*line.split(), "-q", input="None.", env=env)[::2] == (1, "")
    formatted = "--format" in line or line.startswith("extract")
    assert bool(run.stdout) == formatted, run.stdout


def test_every_command_that_may_find_nothing_is_tried() -> None:
    tried = {line.split()[0] for line in NOTHING}
    # Those know what they are asked for by name, or make something.
    others = {"show", "keys", "config", "new", "check", "schema", "import", "help"}
    assert tried | others == set(COMMANDS)
