"""The files of the timeline: editing them in the user's editor, and reading them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.tui.actions.action import Action, grouped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

VARIABLES: Final = ("VISUAL", "EDITOR")
_PLUS_LINE: Final = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "nvi", "vis", "kak"}
    | {"emacs", "emacsclient", "mg", "nano", "pico", "micro", "joe"}
)
_GOTO: Final = frozenset({"code", "code-insiders", "codium", "vscodium"})
_REMEDY: Final = " Set $EDITOR, e.g. export EDITOR=vim"


def _file(here: Situation) -> bool:
    return here.file


def edit(workspace: Workspace) -> None:
    """Open the selected event in the user's editor, or the place where a file is wrong."""
    import os
    import shutil

    from kztimeline.text.cells import clean

    try:
        editor = user_editor(os.environ)
    except ValueError as error:
        workspace.say(f"$VISUAL or $EDITOR cannot be read: {error}.")
        return
    if not editor:
        workspace.say(f"No editor set.{_REMEDY}")
        return
    # Looked up before the screen is given away: it must never be lost to a missing editor.
    if shutil.which(editor[0]) is None:
        missing = "could not be started: there is no such command."
        workspace.say(f"{clean(editor[0])} {missing}{_REMEDY}")
        return
    path, line = _place(workspace)
    problem = _run(workspace, editing_command(editor, path, line))
    if problem:
        workspace.say(problem)
    workspace.files.catch_up()


def _place(workspace: Workspace) -> tuple[Path, int]:
    problem = workspace.files.problem
    if problem is not None:
        return Path(problem.file), max(problem.line, 1)
    timeline, event = workspace.session.timeline, workspace.session.event
    return Path(timeline.path), timeline.lines.get(event.id, 1) if event else 1


def _run(workspace: Workspace, command: list[str]) -> str:
    """Lend the terminal to a command; return what went wrong, or nothing."""
    from kztimeline.text.cells import clean

    name = clean(Path(command[0]).name)
    # Whatever were raised there would leave the screen suspended.
    problem = workspace.program.lend_terminal(lambda: _code_of(command))
    if problem is None:
        return "Cannot open an editor in this terminal."
    if isinstance(problem, str):
        return f"{name} could not be started: {problem}."
    if problem < 0:
        return f"{name} was ended by signal {-problem}."
    return f"{name} ended with code {problem}." if problem else ""


def _code_of(command: list[str]) -> int | str:
    """Run a command; return its exit code, or why it could not be started."""
    import subprocess

    try:
        return subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)


def user_editor(environment: Mapping[str, str]) -> list[str]:
    """Return the words of the command that the user edits with; none where none is set.

    Raises:
        ValueError: the variable has an open quote.
    """
    import os
    import shlex

    named = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    command, *arguments = shlex.split(named) or [""]
    return [os.path.expanduser(command), *arguments] if command else []  # noqa: PTH111


def editing_command(editor: Sequence[str], path: Path, line: int) -> list[str]:
    """Return the command that opens a file at a line, as far as the editor knows how.

    Args:
        editor: The words of the editor's command.
        path: The file.
        line: The line, from 1.
    """
    name = Path(editor[0]).stem
    if name in _PLUS_LINE:
        return [*editor, f"+{line}", str(path)]
    if name in _GOTO:
        return [*editor, "-g", f"{path}:{line}"]
    return [*editor, str(path)]


ACTIONS: Final = grouped(
    "Program",
    Action(
        "edit",
        ("E",),
        "edit",
        "Open the event in your editor, at its line",
        edit,
        when=lambda here: here.file and here.page != "day",
        words="editor yaml change correct",
    ),
    Action(
        "reload",
        ("R",),
        "reload",
        "Reload the timeline’s files",
        lambda workspace: workspace.files.reload(),
        when=_file,
        words="refresh read again",
    ),
)
