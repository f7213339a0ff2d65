"""`kzt` without a command: the timeline on the screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.cli.patience import PATIENCE, patience
from kztimeline.cli.reporting import USAGE, complain, fail, say_faults, use_timeline
from kztimeline.cli.streams import has_all_signs
from kztimeline.loading.cache import carried_subject, load_timeline
from kztimeline.loading.files.stamps import state_of
from kztimeline.loading.kept import seals
from kztimeline.loading.locations import timeline_path
from kztimeline.session.settings import (
    THEMES,
    SettingFault,
    Settings,
    line_of_setting,
    load_settings,
    settings_file,
)
from kztimeline.text.visible import visible
from kztimeline.tui import foreground
from kztimeline.tui.first_frame import standing
from kztimeline.tui.first_frame.kept import drop

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.first_frame.early import EarlyStart

_LONG: Final = 3.0


def open_screen(
    timeline: Path | None = None, documents: Path | None = None, start: EarlyStart | None = None
) -> None:
    """Open the timeline on the terminal.

    Args:
        timeline: The timeline, where it is not the one that the user has set.
        documents: The folder with the texts of its documents.
        start: How the start found things, where a frame may have been shown already.

    Raises:
        FileError: the timeline or the settings cannot be used.
    """
    use_timeline(timeline)
    _require_terminal()
    _require_foreground()
    settings = screen_settings()
    if start is not None and not _keeps_screen(settings):
        drop(start.timeline)
        start = None
    path = timeline_path(timeline)
    subject = _trusted(path, start) if start is not None else None
    # To say anything takes away what was shown early: that is for what takes very long.
    seconds = _LONG if standing.stands() else PATIENCE
    doing = f"reading {visible(str(path))}"
    # What is written from now on is seen by whoever watches the files later.
    first_read = state_of(path)

    def loaded() -> Timeline:
        # Held by no name here: it is to be given up when its files are read again.
        with patience(doing, seconds) as tell:
            return load_timeline(timeline, tell, apart=True, subject=subject)

    from kztimeline.tui import run

    ending = run(
        loaded(),
        documents=documents,
        theme=_theme(settings),
        keys=settings.keys,
        plain_signs=(settings.signs or ("unicode" if has_all_signs() else "ascii")) == "ascii",
        first_read=first_read,
        start=start,
        notice=_told_at_start(settings),
    )
    if ending.failure:
        complain(*ending.failure.split("\n"))
    if ending.code:
        sys.exit(ending.code)


def _trusted(path: Path, start: EarlyStart) -> bytes | None:
    """Return the SHA-256 of a timeline whose files look as they did when it was kept.

    That they do so is compared later, when the screen stands.
    """
    if start.kept is None:
        return carried_subject(path)
    seals.trust(start.kept.stamps)
    return start.kept.subject


def _keeps_screen(settings: Settings) -> bool:
    """Tell whether the next start may be shown before anything can be said of the settings."""
    return settings.keep_screen and not settings.faults


def screen_settings() -> Settings:
    """Return the settings of the screen without what is wrong with them, which is said.

    Their `faults` are all of that.
    """
    settings = load_settings()
    faults = list(settings.faults)
    if settings.theme is not None or settings.signs is not None or settings.keys:
        from kztimeline.tui.actions.setting_mistakes import without_mistakes
        from kztimeline.tui.commands import ACTIONS

        settings, mistakes = without_mistakes(settings, ACTIONS)
        for each in mistakes:
            line = line_of_setting(each.setting)
            faults.append(SettingFault(each.problem, each.remedy, line))
    say_faults(faults)
    return settings._replace(faults=tuple(faults))


def _told_at_start(settings: Settings) -> str:
    """Return in one line what is wrong with the settings, for the screen hides what was said."""
    if not settings.faults:
        return ""
    first, *others = settings.faults
    told = f"{first.told(settings_file().name)}. {first.remedy}"
    return f"{told} {len(others)} more: the shell tells them when you leave." if others else told


def _require_foreground() -> None:
    if not foreground.await_foreground(sys.stdin.fileno()):
        fail(
            "the screen needs the foreground of its terminal, and no shell is there to give it",
            "Start it without `&`.",
            USAGE,
        )


def _theme(settings: Settings) -> str | None:
    """Return the theme that is set, by the name it has on the screen."""
    if settings.theme is None:
        return None
    return THEMES[settings.theme]


def _require_terminal() -> None:
    remedy = "Use `kzt list`, `kzt show ID` or `kzt export` where there is no terminal."
    # The screen is drawn on standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        fail("the timeline opens on a terminal only, and this is none", remedy, USAGE)
    if os.environ.get("TERM", "") in ("", "dumb"):
        fail("the screen needs a terminal whose cursor can be moved (TERM=dumb)", remedy, USAGE)
