"""From the screen to the user's editor and back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from kztimeline.editors import editing_command, user_editor

if TYPE_CHECKING:
    from kztimeline.tui.screen import TimelineScreen


def edit(screen: TimelineScreen) -> None:
    """Open the selected event in the user's editor, or the place where a file is wrong."""
    try:
        editor = user_editor(os.environ)
    except ValueError as error:
        screen.say(f"$VISUAL or $EDITOR cannot be read: {error}.")
        return
    if not editor:
        screen.say("No editor is set: put its name into the variable EDITOR.")
        return
    path, line = _place(screen)
    _run(screen, editing_command(editor, path, line))
    screen.live.catch_up()


def _place(screen: TimelineScreen) -> tuple[Path, int]:
    problem = screen.live.problem
    if problem is not None:
        return Path(problem.file), max(problem.line, 1)
    lines, event = screen.timeline.lines, screen.event
    return Path(screen.timeline.path), lines.get(event.id, 1) if event else 1


def _run(screen: TimelineScreen, command: list[str]) -> None:
    try:
        with screen.app.suspend():
            code = subprocess.run(command, check=False).returncode
    except SuspendNotSupported:
        screen.say("This terminal cannot be lent to an editor.")
    except OSError as error:
        screen.say(f"{command[0]} could not be started: {error.strerror}.")
    else:
        if code:
            screen.say(f"{command[0]} ended with code {code}.")
