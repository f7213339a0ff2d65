"""What a command imports, since start-up time is mostly imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .files import timeline, write

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


@pytest.mark.parametrize(
    "arguments", [["export"], ["list", "in:2012"], ["check"], ["coverage"], ["seeds"], ["briefing"]]
)
def test_headless_commands_need_no_screen_and_no_date_phrases(arguments: list[str]) -> None:
    assert not imported(*arguments) & {"textual", "dateparser"}


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
