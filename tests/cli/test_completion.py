"""Completion in the shell: through the variables that the shells set, and in real ones."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kztimeline.loading.cache import load_timeline
from kztimeline.session.saved_views import save_view
from kztimeline.session.state.state_files import state_file
from kztimeline.session.view import View
from tests.commands import Ended, bash, kzt
from tests.files import HEAD, event, timeline, write
from tests.sampling import mostly_slow

ROOT = Path(__file__).parents[2]
EVENTS = (event("envoy-speaks"), event("envoy-leaves", "1994", "home", place="Astana"))
shells = pytest.mark.parametrize("shell", ["zsh", "fish"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("timeline")


@pytest.fixture
def path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A timeline that is validated once."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return write(folder, timeline(*EVENTS))


def in_bash(line: str, *, path: Path | str = "", **variables: str) -> list[str]:
    """Return what bash is offered for a command line that it has taken apart as it does."""
    words = re.findall(r"'[^']*'?|\"[^\"]*\"?|[:=@]+|[^\s:=@'\"]+", line) + [""] * line.endswith(
        " "
    )
    asked = {
        "_KZT_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "KZT_TIMELINE": str(path),
        **variables,
    }
    run = kzt(env={**os.environ, **asked})
    assert run.stderr == ""
    return run.stdout.split()


def asked_by(shell: str, line: str, *, path: Path | str = "", **variables: str) -> Ended:
    """Ask for what may follow a command line, as zsh and fish do."""
    asked = {
        "_KZT_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "KZT_TIMELINE": str(path),
        **variables,
    }
    return kzt(env={**os.environ, **asked})


NEXT = [
    ("kzt li", ["list"]),
    ("kzt seeds ", ["add", "walk", "cite", "dismiss", "reopen"]),
    ("kzt export --for", ["--format", "--force"]),
    ("kzt briefing --format ", ["text", "markdown", "html", "docx"]),
    ("kzt briefing --format=m", ["markdown"]),
    ("kzt list top", ["topic:talks", "topic:votes"]),
    ("kzt list topic:", ["talks", "votes"]),
    ("kzt list track:a", ["away"]),
    ("kzt export actor:sm", ["smith"]),
    ("kzt list topic:talks track:h", ["home"]),
    ("kzt list -topic:v", ["votes"]),
    ("kzt list topic:talks,v", ["talks,votes"]),
    ("kzt list is:disp", ["disputed"]),
    ("kzt list in:", ["1992", "1994"]),
    ("kzt list id:envoy-s", ["envoy-speaks"]),
    ("kzt list place:A", ["Astana"]),
    ("kzt list nosuch:", []),
    ("kzt list 'topic:talks tr", []),
    ('kzt list "topic:t', ["topic:talks"]),
    ("kzt show envoy-l", ["envoy-leaves"]),
    ("kzt show ", ["envoy-speaks", "envoy-leaves"]),
    ("kzt show envoy-speaks env", ["envoy-speaks", "envoy-leaves"]),
    ("kzt briefing envoy-s", ["envoy-speaks"]),
    ("kzt briefing track:a", ["away"]),
]


@pytest.mark.parametrize(("line", "offered"), mostly_slow(NEXT, NEXT[::3], several=True))
def test_bash_is_offered_what_may_come_next(path: Path, line: str, offered: list[str]) -> None:
    assert in_bash(line, path=path) == offered


@pytest.fixture(scope="module")
def folder_with_card(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a timeline, a card of three dates, one of them dismissed, and a table."""
    folder = tmp_path_factory.mktemp("card")
    path = write(folder, timeline(*EVENTS))
    text = "On 2 March 1992 they met for two days; on 5 March 1992 they parted."
    write(folder, text, "page.txt")
    write(folder, "When,What,How long\n1992,Talks,a day\n", "table.csv")
    given = ("--published", "1992-03-06", "--title", "A page", "-t", path)
    assert kzt("seeds", "add", "page.txt", *given, cwd=folder).returncode == 0
    dismiss = ("seeds", "dismiss", "page", "3-15", "--reason", "known", "-t", path)
    assert kzt(*dismiss, cwd=folder).returncode == 0
    return folder


@pytest.fixture
def with_card(folder_with_card: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That timeline, from whose folder is asked, with a view."""
    monkeypatch.chdir(folder_with_card)
    path = folder_with_card / "events.yaml"
    save_view(load_timeline(path), "osce", View(query="envoy"))
    return path


TAKEN = [
    ("kzt help q", ["query"]),
    ("kzt help se", ["seeds"]),
    ("kzt help seeds ", ["add", "walk", "cite", "dismiss", "reopen"]),
    ("kzt help list ", []),
    ("kzt help nosuch ", []),
    ("kzt schema ", ["timeline", "card"]),
    ("kzt seeds walk ", ["page"]),
    ("kzt seeds cite pa", ["page"]),
    ("kzt seeds dismiss ", ["page"]),
    ("kzt seeds dismiss page ", ["29-37", "42-54"]),
    ("kzt seeds dismiss page --kind ", ["duration", "date"]),
    ("kzt seeds dismiss page --kind=du", ["duration"]),
    ("kzt seeds dismiss nosuch ", []),
    ("kzt seeds reopen page ", ["3-15"]),
    ("kzt seeds add page.txt --character ", ["report", "opinion", "statement"]),
    ("kzt import table.csv --map t", ["title=", "track=", "topics="]),
    ("kzt import table.csv --map dat", ["date=When", "date=What"]),
    ("kzt import table.csv --map date=", ["When", "What"]),
    ("kzt import table.csv --map=date=Wha", ["What"]),
    ("kzt import nosuch.csv --map date=", []),
    ("kzt extract page.txt --format stubs --track ", ["home", "away"]),
    ("kzt extract page.txt --topic v", ["votes"]),
    ("kzt extract page.txt --id ", ["page"]),
    ("kzt views delete ", ["osce"]),
    ("kzt views make ", []),
]


@pytest.mark.parametrize(("line", "offered"), mostly_slow(TAKEN, TAKEN[::4], several=True))
def test_bash_is_offered_what_an_argument_takes(
    with_card: Path, line: str, offered: list[str]
) -> None:
    assert in_bash(line, path=with_card) == offered


FREE = {"FILE", "FOLDER", "DOCUMENT", "DATE", "DATES", "TEXT", "N", "NAME"}
FREE |= {"TITLE", "PUBLISHER", "AUTHOR", "BASIS", "URL"}
"""What a reader names or words; the shell itself offers files."""
KNOWN = {" seeds reopen DATE", " views delete NAME"}
"""Where the same words stand for what is there already."""
BEFORE = {"dismiss --kind": "page ", "dismiss SPAN": "page ", "reopen DATE": "page "}
"""What has to stand on the line first."""


def taking() -> Iterator[tuple[str, str]]:
    """Yield a command with an option, or with the name of an argument, that takes no free text."""
    for section in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").split("## kzt")[1:]:
        command, text = section.split("\n", 1)
        for line in text.partition("Usage:")[2].splitlines():
            if found := re.match(r"  (?:-., )?(--[a-z-]+ )?([A-Z][A-Z=|]+)  ", line):
                option, takes = found.groups()
                if takes not in FREE or f"{command} {takes}" in KNOWN:
                    yield command.strip(), (option or takes).strip()


TAKING = sorted({*taking()} - {("seeds add", "--id")})


@pytest.mark.parametrize(("command", "taken"), mostly_slow(TAKING, TAKING[::10], several=True))
def test_nothing_with_a_list_of_values_is_without_an_offer(
    with_card: Path, command: str, taken: str
) -> None:
    before = BEFORE.get(f"{command.split()[-1]} {taken}", "")
    option = f"{taken} " if taken.startswith("-") else ""
    if taken in ("QUERY", "ID") and command in ("values", "views make"):
        before = "topic "
    offered = in_bash(f"kzt {command} {before}{option}", path=with_card)
    assert offered, f"kzt {command} {before}{option}"
    for shell in ("zsh", "fish"):
        run = asked_by(shell, f"kzt {command} {before}{option}", path=with_card)
        assert offered[0] in run.stdout.replace("\\", "")


def test_bash_that_leaves_words_whole_is_offered_whole_words(path: Path) -> None:
    asked = {"COMP_WORDS": "kzt list topic:t", "COMP_CWORD": "2"}
    assert in_bash("", path=path, **asked) == ["topic:talks"]


def test_a_beginning_is_offered_all_fields(path: Path) -> None:
    offered = in_bash("kzt list ", path=path)
    assert {"topic:", "actor:", "in:", "is:"} <= set(offered)


@pytest.mark.parametrize("line", ["kzt -t {} show env", "kzt show -t {} env", "kzt -t{} show env"])
def test_the_timeline_named_on_the_line_is_asked(path: Path, line: str) -> None:
    offered = in_bash(line.format(path), path="nosuch.yaml")
    assert offered == ["envoy-speaks", "envoy-leaves"]


def test_saved_views_are_offered(path: Path) -> None:
    for name in ("osce", "osce-late", "talks"):
        save_view(load_timeline(path), name, View(query="envoy"))
    assert in_bash("kzt list @os", path=path) == ["@osce", "@osce-late"]
    assert in_bash("kzt list @", path=path) == ["@osce", "@osce-late", "@talks"]
    assert in_bash("kzt export track:a @t", path=path) == ["@talks"]
    run = asked_by("fish", "kzt list @osce-", path=path)
    assert run.stdout == "@osce-late\tenvoy\n"


@shells
def test_other_shells_are_told_the_meaning_too(path: Path, shell: str) -> None:
    for line, offered in {
        "kzt list actor:sm": ("actor:smith", "Jane Smith"),
        "kzt list -actor:sm": ("-actor:smith", "Jane Smith"),
        "kzt show envoy-l": ("envoy-leaves", "1994, Envoy speaks"),
    }.items():
        run = asked_by(shell, line, path=path)
        word = offered[0].replace(":", r"\\:") if shell == "zsh" else offered[0]
        assert word in run.stdout
        assert offered[1] in run.stdout
        assert (run.returncode, run.stderr) == (0, "")


def test_fish_is_told_whether_there_is_an_offer(path: Path) -> None:
    for line, code in {"kzt list actor:sm": 0, "kzt list nosuch:": 1, "kzt check ev": 1}.items():
        run = asked_by("fish", line, path=path, _TYPER_COMPLETE_FISH_ACTION="is-args")
        assert (run.returncode, run.stdout.strip(), run.stderr) == (code, "", "")


@pytest.mark.parametrize(
    "content",
    mostly_slow(["nosuch", "folder", "timeline: [", "x" * 5000, "\0"], ["timeline: [", "\0"]),
    ids=["no file", "a folder", "no YAML", "a long word", "a control character"],
)
def test_a_fault_is_silent(tmp_path: Path, content: str) -> None:
    path = tmp_path / "nosuch" if content == "nosuch" else tmp_path
    if content not in ("nosuch", "folder"):
        path = write(tmp_path, content)
    assert in_bash("kzt list actor:sm", path=path) == []
    assert in_bash("kzt li", path=path) == ["list"]
    for shell in ("zsh", "fish"):
        assert asked_by(shell, "kzt show env", path=path).stderr == ""


def test_without_a_home_completion_goes_on(path: Path, tmp_path: Path) -> None:
    nowhere = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), "/nosuch/home")
    assert in_bash("kzt list actor:sm", path=path, **nowhere) == ["smith"]
    assert in_bash("kzt list @", path=path, **nowhere) == []


def test_damaged_views_are_silent(path: Path) -> None:
    write(state_file("views").parent, "{", "views.json")
    assert in_bash("kzt list @", path=path) == []


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_timeline_that_never_ends_is_given_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert in_bash("kzt list actor:sm", path=tmp_path / "pipe") == []


def test_an_empty_variable_asks_for_nothing() -> None:
    assert kzt("--version", env={**os.environ, "_KZT_COMPLETE": ""}).stdout.startswith("kzt ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_that_sets_completion_up(shell: str) -> None:
    run = kzt(env={**os.environ, "_KZT_COMPLETE": f"source_{shell}"})
    assert f"_KZT_COMPLETE=complete_{shell}" in run.stdout
    assert (run.returncode, run.stderr) == (0, "")


HOSTILE = HEAD.replace("Jane Smith", r"""'\$(touch BAD) `touch BAD` ";touch BAD;'' [red] ) (' """)


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A folder with the command `kzt`, which writes down what it is called with."""
    script = f"""#!/bin/sh
[ -n "$_KZT_COMPLETE" ] && exec "{sys.executable}" -m kztimeline
printf '%s\\n' "$@" > "{tmp_path}/arguments"
"""
    command = write(tmp_path, script, "bin/kzt")
    command.chmod(0o755)
    return command.parent


def typed(arguments: list[str], lines: list[str], folder: Path, **environment: str) -> str:
    """Type lines in a shell on a terminal of its own, each when READY is drawn; return it all."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(folder)
        os.environ.update(environment, TERM="xterm", PS1="> ")
        os.execvp(arguments[0], arguments)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))
    drawn = b""
    for number, line in enumerate(lines):
        os.write(terminal, line.encode())
        ready = b"READY" if number < len(lines) - 1 else b"no end but the shell's"
        end = time.monotonic() + 30
        while ready not in drawn and time.monotonic() < end:
            if not select.select([terminal], [], [], 0.1)[0]:
                continue
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if b"\x1b[c" in part or b"\x1b[0c" in part:
                os.write(terminal, b"\x1b[?62;c")
            drawn += part
    os.close(terminal)
    os.waitpid(process, 0)
    return drawn.decode(errors="replace")


SETUP = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(_KZT_COMPLETE=source_bash kzt)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'autoload -Uz compinit; compinit -u; eval "$(_KZT_COMPLETE=source_zsh kzt)"',
    ),
    "fish": (["fish", "--no-config", "-i"], "_KZT_COMPLETE=source_fish kzt | source"),
}


@pytest.mark.slow
@pytest.mark.parametrize("shell", SETUP)
def test_a_real_shell_completes(tmp_path: Path, commands: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    path = write(tmp_path, timeline(*EVENTS, head=HOSTILE))
    save_view(load_timeline(path), "osce", View(query="envoy"))
    arguments, setup = SETUP[shell]
    line = "kzt exp\tactor:sm\t--cert\t-topic:v\t@os\t-o out.csv\r"
    search = f"{commands}:{os.environ['PATH']}"
    lines = [f"{setup}; echo REA''DY\r", f"{line}exit\r"]
    drawn = typed(arguments, lines, tmp_path, PATH=search, KZT_TIMELINE=str(path))
    given = (tmp_path / "arguments").read_text().split()
    assert given == [
        "export",
        "actor:smith",
        "--certain",
        "-topic:votes",
        "@osce",
        "-o",
        "out.csv",
    ], drawn
    assert not (tmp_path / "BAD").exists()


@pytest.mark.slow
def test_the_installed_script_of_bash_asks_without_a_terminal(path: Path, commands: Path) -> None:
    script = """
    eval "$(_KZT_COMPLETE=source_bash kzt)"
    COMP_WORDS=(kzt list actor : sm) COMP_CWORD=4
    _kzt_completion kzt; printf '%s\n' "${COMPREPLY[@]}"
    """
    search = f"{commands}:{os.environ['PATH']}"
    run = bash(f"unset -f kzt\n{script}", path.parent, PATH=search, KZT_TIMELINE=str(path))
    assert (run.stdout, run.stderr) == ("smith\n", "")
