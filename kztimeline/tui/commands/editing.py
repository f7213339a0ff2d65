"""From the screen to the user's editor and back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from kztimeline.text.cells import clean
from kztimeline.tui.commands.editors import editing_command, user_editor

if TYPE_CHECKING:
    from kztimeline.tui.screens.timeline import TimelineScreen

_REMEDY: Final = " Set $EDITOR, e.g. export EDITOR=vim"


def edit(screen: TimelineScreen) -> None:
    """Open the selected event in the user's editor, or the place where a file is wrong."""
    try:
        editor = user_editor(os.environ)
    except ValueError as error:
        screen.say(f"$VISUAL or $EDITOR cannot be read: {error}.")
        return
    if not editor:
        screen.say(f"No editor set.{_REMEDY}")
        return
    # Looked up before the screen is given away: it must never be lost to a missing editor.
    if shutil.which(editor[0]) is None:
        screen.say(f"{clean(editor[0])} could not be started: there is no such command.{_REMEDY}")
        return
    path, line = _place(screen)
    problem = _run(screen, editing_command(editor, path, line))
    if problem:
        screen.say(problem)
    screen.live.catch_up()


def _place(screen: TimelineScreen) -> tuple[Path, int]:
    problem = screen.live.problem
    if problem is not None:
        return Path(problem.file), max(problem.line, 1)
    lines, event = screen.timeline.lines, screen.event
    return Path(screen.timeline.path), lines.get(event.id, 1) if event else 1


def _run(screen: TimelineScreen, command: list[str]) -> str:
    """Lend the terminal to a command; return what went wrong, or nothing."""
    name = clean(Path(command[0]).name)
    try:
        with screen.app.suspend():
            # Whatever is raised in here would leave the screen suspended.
            problem = _code_of(command)
    except SuspendNotSupported:
        return "Cannot open an editor in this terminal."
    if isinstance(problem, str):
        return f"{name} could not be started: {problem}."
    if problem < 0:
        return f"{name} was ended by signal {-problem}."
    return f"{name} ended with code {problem}." if problem else ""


def _code_of(command: list[str]) -> int | str:
    """Run a command; return its exit code, or why it could not be started."""
    try:
        return subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
