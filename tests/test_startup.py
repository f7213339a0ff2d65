"""What a command imports, since start-up time is mostly imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_version_needs_nothing() -> None:
    assert imported("--version") == set()


@pytest.mark.parametrize(
    "arguments", [["export"], ["list", "in:2012"], ["check"], ["coverage"], ["seeds"]]
)
def test_headless_commands_need_no_screen_and_no_date_phrases(arguments: list[str]) -> None:
    assert not imported(*arguments) & {"textual", "dateparser"}


def test_a_timeline_read_before_needs_no_validation() -> None:
    imported("export")
    assert "pydantic" not in imported("export")
