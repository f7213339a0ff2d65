"""Text that leaves the screen: to the terminal's clipboard, or into a file the reader names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading.disk import unknown_suffix, write_whole
from kztimeline.loading.locations import user_state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.tui.workspace.workspace import Workspace

LARGEST: Final = 70_000
"""Bytes that terminals take in one OSC 52 sequence; some take no more than 74,994."""


def copy(
    workspace: Workspace, text: str, what: str, suffix: str = ".txt", further: str = ""
) -> None:
    """Copy a text and say what was copied and where else it is.

    Args:
        workspace: Where that is said.
        text: The text.
        what: What it is, such as '2 citations'.
        suffix: How the name of the file ends.
        further: What the reader may do next, said in place of how long the text is.
    """
    content = text.encode("utf-8", "replace")
    path = user_state() / f"copied{suffix}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        kept = short(path)
    except OSError as error:
        kept = f"no file: {error.strerror or error}"
    size = f"{what}, {len(text)} characters"
    if len(content) > LARGEST:
        workspace.say(f"Too long to copy: {size}; {kept}")
    else:
        workspace.program.copy(text)
        copied = f"{what}; also {kept}; {further}" if further else f"{size}; also {kept}"
        workspace.say(f"Copied {copied}")


def short(path: Path) -> str:
    """Return a path with the user's home written as ~."""
    whole = Path.cwd() / path
    try:
        return f"~/{whole.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(whole)


def ask_for_file(
    workspace: Workspace,
    prompt: str,
    name: str,
    what: str,
    make: Callable[[Path], bytes],
    suffixes: Sequence[str],
) -> None:
    """Let the reader name a file and write it; over another only when that is confirmed.

    Args:
        workspace: Where the question stands and the end is told.
        prompt: A word for what is written.
        name: The name to begin with.
        what: What is written, such as '12 events'.
        make: Returns the content for a path.
        suffixes: How the name may end, such as '.csv', if it has a suffix.
    """
    confirmed = ""

    def accept(text: str) -> str:
        nonlocal confirmed
        if not text:
            return "Name a file, or cancel with esc."
        try:
            path = Path(text).expanduser()
            if path.exists() and not path.is_file():
                return f"{text} is a folder or a device; name a file."
            if suffix := unknown_suffix(path, suffixes):
                return (
                    f"No format has the suffix {suffix}; end the name in {' or '.join(suffixes)}."
                )
            if path.exists() and confirmed != text:
                confirmed = text
                return f"{text} exists; enter again overwrites, esc cancels."
            write_whole(path, make(path))
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or error
            return f"{text} cannot be written: {reason}"
        workspace.say(f"Wrote {what} to {short(path)}")
        return ""

    hint = f"{what} · enter writes · esc cancels"
    workspace.dialogs.question(prompt, name, hint, accept, replace=True)
