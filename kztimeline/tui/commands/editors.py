"""The user's editor, and how it is told to open a file at a line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

VARIABLES: Final = ("VISUAL", "EDITOR")
_PLUS_LINE: Final = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "nvi", "vis", "kak"}
    | {"emacs", "emacsclient", "mg", "nano", "pico", "micro", "joe"}
)
_GOTO: Final = frozenset({"code", "code-insiders", "codium", "vscodium"})


def user_editor(environment: Mapping[str, str]) -> list[str]:
    """Return the words of the command that the user edits with; none where none is set.

    Raises:
        ValueError: the variable has an open quote.
    """
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
