"""Plain commands are answered without Typer, and as Typer would have them answered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.cli.app import _LOOKS, run_command
from kztimeline.cli.arguments.for_typer import Command, DeclaringTyper, QueryCommand
from kztimeline.cli.arguments.plain import plain_values
from kztimeline.cli.commands import COMMANDS, run_plain
from kztimeline.loading.locations import builtin_timeline
from tests.files import timeline, write
from tests.sampling import mostly_slow

PLAIN = ("list", "show", "export", "values", "office", "check")
WORDS = (
    "envoy", "in:2012", "track:us", "-bank", "(a", "or", "b)", "@osce", '"a b"', "–x", "not",
    "--", "-", "", " ", "a b", "2012", "\ud800", "a\tb", "ö", "--zz", "-z", "-tx", "=", "list",
)  # fmt: skip
OPTIONS = (
    "--format", "--output", "-o", "--force", "--columns", "--sort", "--limit", "--count",
    "--certain", "--as-of", "--timeline", "-t", "--excel", "--schema", "--package", "--help", "-h",
    "-q", "--quiet", "--strict", "--no-force", "--lim", "--limit=3", "-o=x.csv", "-ox.csv",
)  # fmt: skip
VALUES = ("csv", "x.csv", "3", "0", "x", "-date", "date,title", "2012", "~/events.yaml", "١")
_REFUSED: Any = typer.BadParameter.__bases__[0]
ARGUMENTS = st.lists(st.sampled_from((*WORDS, *OPTIONS, *VALUES)), max_size=6)


def as_typer_calls(name: str, arguments: list[str]) -> dict[str, Any] | None:
    """Return what Typer gives the function of a command; None where it refuses."""
    place = COMMANDS[name]
    calls: list[dict[str, Any]] = []
    function: Callable[..., Any] = place.imported()

    @wraps(function)
    def called(**values: Any) -> None:
        calls.append(values)

    alone = DeclaringTyper(**_LOOKS)
    alone.command(name, cls=QueryCommand if place.asks else Command)(called)
    try:
        typer.main.get_command(alone).main(arguments, "kzt", standalone_mode=False)
    except (_REFUSED, SystemExit, UnicodeError):
        return None
    return calls[0] if calls else None


def comparable(values: dict[str, Any]) -> dict[str, Any]:
    """Return values without those that are left at nothing, and without where they are used."""
    return {name: value for name, value in values.items() if value and name != "context"}


@given(st.sampled_from(PLAIN), ARGUMENTS)
def test_what_is_read_plainly_typer_reads_so(name: str, arguments: list[str]) -> None:
    plain = plain_values(COMMANDS[name].imported(), arguments)
    if plain is not None:
        typed = as_typer_calls(name, arguments)
        assert typed is not None
        assert comparable(plain) == comparable(typed)


WITHOUT_TYPER = (
    "list", "list in:2012", "list envoy track:us", "list nuclear --as-of 1994", "list --count a",
    "list in:2012 --limit 3 --certain", "list -t FILE", "list talks --timeline FILE --sort title",
    "list --format json --limit 1", "show talks", "show talks --format markdown -t FILE", "export",
    "export in:1992 --columns date,title", "export --excel --count", "list zzz", "list topic:zzz",
    "show nothing", "list (", "list --as-of xx", "list --sort zzz", "export --columns id,id",
    "list @nothing", "list -t nowhere.yaml", "export --schema", "list --format zzz",
)  # fmt: skip
"""Common commands, and mistakes that are no matter of how arguments are read."""
WITH_TYPER = (
    "", "--help", "list --help", "list -bank", "list -q", "-t FILE list", "list --limit 0",
    "list --limit", "list --zzz", "show", "show --excel x", "list --limit=3", "list --sort -date",
    "list -- -x", "views", "seeds", "zzz", "list --limit 1 --limit 2",
)  # fmt: skip


def plainly(arguments: list[str]) -> int | None:
    return 0 if run_plain(arguments) else None


def with_typer(_arguments: list[str]) -> int | None:
    run_command("kzt")


def arguments_of(line: str, file: Path) -> list[str]:
    return [str(file) if each == "FILE" else each for each in line.split()]


@pytest.mark.parametrize("line", mostly_slow(WITHOUT_TYPER, [*WITHOUT_TYPER][::3]))
def test_a_plain_command_writes_and_ends_as_with_typer(
    line: str, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = arguments_of(line, write(tmp_path, timeline()))
    monkeypatch.setattr(sys, "argv", ["kzt", *arguments])
    # On a slow machine either may say that it takes long, and the other not.
    monkeypatch.setattr(Timer, "start", lambda _timer: None)
    ends = []
    for run in (plainly, with_typer):
        try:
            code: Any = run(arguments)
        except SystemExit as ended:
            code = ended.code
        sys.stdout.flush()
        ends.append((code, *capfd.readouterr()))
    assert ends[0] == ends[1]


@pytest.mark.parametrize("line", WITH_TYPER)
def test_what_is_not_plain_is_left_to_typer(line: str, tmp_path: Path) -> None:
    assert run_plain(arguments_of(line, write(tmp_path, timeline()))) is False


def test_a_file_is_not_overwritten_unasked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there.csv"
    there.write_text("mine")
    with pytest.raises(SystemExit) as ended:
        run_plain(["export", "-t", str(builtin_timeline()), "-o", str(there)])
    assert ended.value.code == 1
    assert there.read_text() == "mine"
    assert "exists" in capfd.readouterr().err
