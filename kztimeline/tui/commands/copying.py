"""Copying text: to the terminal's clipboard, and to a file where that is not to be had."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading.disk import write_whole
from kztimeline.loading.locations import user_state

if TYPE_CHECKING:
    from kztimeline.tui.screens.timeline import TimelineScreen

LARGEST: Final = 70_000
"""Bytes that terminals take in one OSC 52 sequence; some take no more than 74,994."""


def copy(
    screen: TimelineScreen, text: str, what: str, suffix: str = ".txt", further: str = ""
) -> None:
    """Copy a text and say what was copied and where else it is.

    Args:
        screen: Where that is said.
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
        screen.say(f"Too long to copy: {size}; {kept}")
    else:
        screen.app.copy_to_clipboard(text)
        copied = f"{what}; also {kept}; {further}" if further else f"{size}; also {kept}"
        screen.say(f"Copied {copied}")


def short(path: Path) -> str:
    """Return a path with the user's home written as ~."""
    whole = Path.cwd() / path
    try:
        return f"~/{whole.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(whole)
