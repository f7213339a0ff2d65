"""Every command with every format and option, to a pipe, a file and a terminal.

It runs, or ends with a sentence and a remedy; nothing is written then.
"""

from __future__ import annotations

import sqlite3
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from kztimeline.cli.app import app
from kztimeline.cli.formats import LISTS
from kztimeline.export.formats import registry
from kztimeline.export.formats.registry import BY_NAME, FORMATS
from kztimeline.loading.cache import load_timeline
from kztimeline.session.saved_views import save_view
from kztimeline.session.view import View
from tests.commands import Ended, kzt
from tests.documents.test_ledger import card, mention
from tests.files import event, timeline, write
from tests.sampling import mostly_slow
from tests.tui.terminal import terminal

EVENTS: Final = {"list": (), "show": ("one",), "export": ()}
LISTED: Final = {
    "values": ("topic",),
    "office": ("1993",),
    "views": (),
    "keys": (),
    "config": (),
    "coverage": (),
    "seeds": (),
}
OF_THEIR_OWN: Final = {
    "briefing": {"markdown", "text", "html", "docx"},
    "check": {"text", "json"},
    "extract": {"table", "jsonl", "csv", "stubs"},
}
NAMES: Final = [format.name for format in FORMATS]
NARROWED: Final = (
    ("--columns", "date,title"),
    ("--columns", "nothing"),
    ("--sort", "title"),
    ("--sort", "-date"),
    ("--limit", "1"),
    ("--limit", "0"),
    ("--limit", "-1"),
    ("--count",),
    ("--count", "--limit", "1"),
    ("--certain", "--as-of", "1995"),
    ("--package",),
    ("--excel",),
)


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three events, and a page with a date that has its card."""
    folder = tmp_path_factory.mktemp("three")
    text = "The envoy came on 4 March 2011."
    write(folder, text, "page.txt")
    came = mention(text, "4 March 2011", "2011-03-04", "dismissed: told of elsewhere")
    write(folder, card(text, came), "seeds/001.yaml")
    write(folder, text, "seeds/001.txt")
    return write(
        folder,
        timeline(
            event("one"),
            event("two", "1994", "home", title="Votes are counted"),
            event("three", "2015/..", title="An office stays open"),
        ),
    )


@pytest.fixture(autouse=True)
def elsewhere(of: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZT_TIMELINE", str(of))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    save_view(load_timeline(of), "envoys", View("envoy"))


def assert_refused(run: Ended, *told: str) -> None:
    """It says in words what is wrong and what to do instead, and wrote nothing."""
    assert run.returncode in (1, 2), run.stderr
    assert run.stdout == ""
    problem, remedy, *_ = run.stderr.splitlines()
    assert problem.startswith("kzt: ")
    assert remedy.startswith("    ")
    assert remedy.strip()[0].isupper() or remedy.strip()[0] in "`-'", remedy
    assert remedy.endswith((".", "?", "`")), remedy
    assert "Traceback" not in run.stderr
    for word in told:
        assert word in run.stderr


def test_every_command_with_a_format_is_in_the_table() -> None:
    context = app_command().make_context("kzt", ["list"], resilient_parsing=True)
    known = {*EVENTS, *LISTED, *OF_THEIR_OWN}
    for name in app_command().list_commands(context):
        command = app_command().get_command(context, name)
        options = {text for each in command.params for text in each.opts}
        assert ("--format" in options) == (name in known), name


def app_command() -> Any:
    from typer.main import get_command

    return get_command(app)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", [*EVENTS, *LISTED])
def test_to_a_pipe_and_a_file(command: str, name: str, tmp_path: Path) -> None:
    words = (command, *(EVENTS | LISTED)[command])
    format = BY_NAME[name]
    runs = command in EVENTS or format.lists
    piped = kzt(*words, "--format", name, encoding="latin-1")
    named = tmp_path / f"named{format.suffixes[0]}"
    by_suffix = kzt(*words, "-o", named)
    both = tmp_path / f"both{format.suffixes[0]}"
    by_both = kzt(*words, "--format", name, "-o", both)
    if not runs:
        assert_refused(piped, name)
        assert_refused(by_both, name)
        if meant := registry.by_suffix(named.name, LISTS):
            # Such as .csl.json, which is a file of JSON as well.
            assert f"as {meant.name}" in by_suffix.stderr or by_suffix.returncode == 0
        else:
            assert_refused(by_suffix, format.suffixes[0])
            assert list(tmp_path.glob("*.*")) == []
        return
    assert (piped.returncode, by_suffix.returncode, by_both.returncode) == (0, 0, 0), piped.stderr
    assert "written to" in by_suffix.stderr
    if name == "sqlite":
        with sqlite3.connect(named) as base:
            (count,) = base.execute("select count(*) from events").fetchone()
        assert count == (1 if command == "show" else 3)
    else:
        assert named.read_bytes() == both.read_bytes()
    wrong = kzt(*words, "--format", name, "-o", tmp_path / "wrong.zip")
    assert_refused(wrong, ".zip")


@pytest.mark.slow
@pytest.mark.parametrize("options", NARROWED, ids=" ".join)
@pytest.mark.parametrize("command", ["list", "export"])
def test_options_go_with_each_format_or_say_why_not(
    command: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    taken = kzt(command, "--help").stdout
    for name, to_file in product(NAMES, (False, True)):
        target = tmp_path / f"{name}{BY_NAME[name].suffixes[0]}"
        to: list[str | Path] = ["-o", target] if to_file else []
        run = kzt(command, *options, "--format", name, *to, encoding="latin-1")
        if run.returncode == 0:
            assert target.exists() == to_file
            assert options[0] in taken
        else:
            assert_refused(run)
            assert list(tmp_path.glob("*.*")) == []
        for written in tmp_path.glob("*.*"):
            written.unlink()


def test_a_count_goes_to_no_file(tmp_path: Path) -> None:
    for option in (("-o", "n.csv"), ("--format", "csv"), ("--limit", "1")):
        run = kzt("list", "--count", *option)
        assert_refused(run, "--count writes a number", "Leave out --")
    assert kzt("list", "--count", "-o", "-").stdout == "3\n"


@pytest.mark.parametrize("command", mostly_slow(OF_THEIR_OWN, ["check"]))
def test_commands_with_formats_of_their_own(command: str, of: Path, tmp_path: Path) -> None:
    words = {
        "briefing": ("briefing",),
        "check": ("check", of),
        "extract": ("extract", of.parent / "page.txt", "--published", "2012"),
    }[command]
    for name in {*NAMES, *OF_THEIR_OWN[command]}:
        run = kzt(*words, "--format", name)
        if name not in OF_THEIR_OWN[command]:
            assert_refused(run)
        elif name == "docx":
            # Where Pandoc is not installed, it says so.
            assert run.returncode == 0 or "Pandoc" in run.stderr
        else:
            assert run.returncode == 0, run.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", [*EVENTS, *LISTED])
def test_on_a_terminal(command: str) -> None:
    words = (command, *(EVENTS | LISTED)[command])
    for format in FORMATS:
        with terminal(*words, "--format", format.name) as shown:
            code = shown.ended()
        text = str(shown)
        assert "Traceback" not in text
        if code == 0:
            assert format.is_text
        else:
            assert "kzt: " in text
            assert "Name a file with -o" in text or "The formats are" in text
