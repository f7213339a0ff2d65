"""`kzt` without a command: the timeline on the screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kztimeline.cli.errors import USAGE, fail
from kztimeline.loading import load_timeline


def open_screen(timeline: Path | None = None, documents: Path | None = None) -> None:
    """Open the timeline on the terminal.

    Raises:
        FileError: the timeline cannot be used.
    """
    _require_terminal()
    loaded = load_timeline(timeline)
    from kztimeline.tui import run

    run(loaded, documents=documents)


def _require_terminal() -> None:
    remedy = "Use `kzt list`, `kzt show ID` or `kzt export` where there is no terminal."
    # The screen is drawn on standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        fail("the timeline opens on a terminal only, and this is none", remedy, USAGE)
    if os.environ.get("TERM", "") in ("", "dumb"):
        fail("this terminal cannot place text on its screen (TERM=dumb)", remedy, USAGE)
