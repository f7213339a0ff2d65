"""`kzt` without a command: the timeline on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Final

from kztimeline.cli.reporting import USAGE, fail, say
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import visible
from kztimeline.loading.locations import timeline_path
from kztimeline.session.settings import Settings, load_settings, settings_file

PATIENCE: Final = 0.5
"""Seconds after which a silent start would look like a failure."""


def open_screen(timeline: Path | None = None, documents: Path | None = None) -> None:
    """Open the timeline on the terminal.

    Raises:
        FileError: the timeline or the settings cannot be used.
    """
    _require_terminal()
    settings = screen_settings()
    with patience(f"reading {visible(str(timeline_path(timeline)))} …"):
        loaded = load_timeline(timeline)
    from kztimeline.tui import run

    ending = run(loaded, documents=documents, theme=_theme(settings), keys=settings.keys)
    if ending.failure:
        say(ending.failure)
    if ending.code:
        sys.exit(ending.code)


def screen_settings() -> Settings:
    """Return the settings, or say what is wrong with those of the screen and exit.

    Raises:
        FileError: the configuration file cannot be used at all.
    """
    settings = load_settings()
    if settings.theme is not None or settings.keys:
        from kztimeline.tui.actions.keymap import mistakes_in
        from kztimeline.tui.commands import ACTIONS

        mistakes = list(mistakes_in(settings, ACTIONS))
        for mistake in mistakes:
            say(visible(f"{settings_file()}: {mistake.problem}") + f"\n    {mistake.remedy}")
        if mistakes:
            sys.exit(USAGE)
    return settings


def _theme(settings: Settings) -> str | None:
    """Return the theme that is set, by the name it has on the screen."""
    if settings.theme is None:
        return None
    from kztimeline.tui.actions.keymap import THEMES

    return THEMES[settings.theme]


@contextmanager
def patience(message: str, seconds: float = PATIENCE) -> Iterator[None]:
    """Say a message if what is done takes longer than some seconds."""
    timer = Timer(seconds, say, [message])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _require_terminal() -> None:
    remedy = "Use `kzt list`, `kzt show ID` or `kzt export` where there is no terminal."
    # The screen is drawn on standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        fail("the timeline opens on a terminal only, and this is none", remedy, USAGE)
    if os.environ.get("TERM", "") in ("", "dumb"):
        fail("this terminal cannot place text on its screen (TERM=dumb)", remedy, USAGE)
