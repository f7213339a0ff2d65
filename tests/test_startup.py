"""What a command imports, since start-up time is mostly imports."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from .documents.test_ledger import CAME, CITED, DISMISSED, folder
from .files import timeline, write
from .sampling import mostly_slow

HEAVY = ("textual", "dateparser", "pydantic", "typer", "rich", "yaml")


def imported(*arguments: str) -> set[str]:
    """Return which heavy packages a run of `kzt` has imported when it ends."""
    script = (
        "import sys, contextlib, io\n"
        f"sys.argv = ['kzt', *{arguments!r}]\n"
        "from kztimeline.__main__ import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.TextIOWrapper("
        "io.BytesIO())):\n"
        "    main()\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_version_needs_nothing() -> None:
    assert imported("--version") == set()


@pytest.fixture
def with_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small timeline with a card, in place of that which comes with the program."""
    monkeypatch.setenv("KZT_TIMELINE", str(folder(tmp_path, CAME, CITED, DISMISSED)))


@pytest.mark.usefixtures("with_card")
@pytest.mark.parametrize(
    "arguments",
    mostly_slow(
        [["export"], ["list", "in:2011"], ["check"], ["coverage"], ["seeds"], ["briefing"]],
        [["check"]],
    ),
)
def test_headless_commands_need_no_screen_and_no_date_phrases(arguments: list[str]) -> None:
    assert not imported(*arguments) & {"textual", "dateparser"}


# In the cache of all tests the oldest files give way.
@pytest.mark.usefixtures("own_cache", "with_card")
@pytest.mark.parametrize(
    "arguments",
    mostly_slow(
        [
            ["list", "in:2011", "--limit", "3"],
            ["show", "came"],
            ["export", "envoy"],
        ],
        [["list", "in:2011", "--limit", "3"]],
    ),
)
def test_plain_commands_need_no_library_of_the_command_line(arguments: list[str]) -> None:
    imported("list")  # which keeps the timeline
    assert imported(*arguments) == set()


@pytest.mark.slow
@pytest.mark.usefixtures("own_cache")
def test_so_it_is_with_the_timeline_that_comes_with_the_program() -> None:
    assert not imported("check") & {"textual", "dateparser"}
    imported("list")
    assert imported("list", "in:2012", "--limit", "3") == set()


@pytest.mark.slow
def test_a_timeline_read_before_needs_no_validation(tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    script = (
        "import sys; from pathlib import Path; from kztimeline.loading.cache import load_timeline\n"
        f"load_timeline(Path({str(path)!r}))\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", script]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert "pydantic" in first
    assert second == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["list", "in:2012"], "export.briefing documents query.completion query.guesses"),
        (["show", "nothing"], "export.briefing documents query session.settings"),
        (["export"], "export.briefing documents query.completion"),
        (["seeds"], "export.briefing export.records query.index cli.read"),
        (["--help"], "loading.examination query.index"),
    ],
)
def test_a_command_imports_no_part_of_others(arguments: list[str], unneeded: str) -> None:
    script = (
        "import sys, contextlib, io\n"
        f"sys.argv = ['kzt', *{arguments!r}]\n"
        "from kztimeline.__main__ import main\n"
        "out = io.TextIOWrapper(io.BytesIO())\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(out), "
        "contextlib.redirect_stderr(out):\n"
        "    main()\n"
        "sys.__stdout__.write(' '.join(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = run.stdout.split()
    assert "kztimeline.__main__" in modules
    assert not [
        module
        for module in modules
        for part in unneeded.split()
        if f"{module}.".startswith(f"kztimeline.{part}.")
    ]


def test_each_command_is_where_the_table_says() -> None:
    from typer.core import TyperGroup
    from typer.main import get_command

    from kztimeline.cli.app import app

    group = get_command(app)
    assert isinstance(group, TyperGroup)
    context = group.make_context("kzt", ["--help"], resilient_parsing=True)
    commands = [group.get_command(context, name) for name in group.list_commands(context)]
    assert [command.name for command in commands if command is not None] == group.list_commands(
        context
    )
    assert len(commands) > 8


def test_every_name_of_the_query_language_is_at_hand() -> None:
    import kztimeline.query as face

    for name, module in face._MODULES.items():
        assert getattr(face, name) is getattr(import_module(module), name)
    assert sorted(face.__all__) == sorted(face._MODULES)
    with pytest.raises(AttributeError, match="nothing"):
        _ = face.nothing


INTERRUPTED = """
import sys
from kztimeline.__main__ import main
wanted, *arguments = sys.argv[1:]
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["kzt", *arguments]
main()
"""


@pytest.mark.parametrize(
    "module", ["tui.first_frame.standing", "cli.streams", "cli.commands", "loading.cache"]
)
def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_word(module: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED, f"kztimeline.{module}", "list"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")


DROPPED = """
import os, signal, sys, weakref
from kztimeline.__main__ import main
class Thing:
    pass
def called(_reference):
    os.kill(os.getpid(), signal.SIGINT)
    sum(range(1000))
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "kztimeline.loading.cache":
            thing = Thing()
            reference = weakref.ref(thing, called)
            del thing
sys.meta_path.insert(0, Interrupting())
# Whatever runs the tests in the background may have it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["kzt", "list"]
main()
"""


def test_ctrl_c_is_heeded_where_python_would_drop_it() -> None:
    command = [sys.executable, "-c", DROPPED]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")
