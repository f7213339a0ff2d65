"""Writing to a file that the reader names: never over another without asking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kztimeline.files import write_whole
from kztimeline.tui.copying import short
from kztimeline.tui.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.tui.screen import TimelineScreen


def ask_for_file(
    screen: TimelineScreen,
    prompt: str,
    name: str,
    what: str,
    make: Callable[[Path], bytes],
) -> None:
    """Let the reader name a file and write it; what fails is said and can be named anew.

    Args:
        screen: Where the question stands and the end is told.
        prompt: A word for what is written.
        name: The name to begin with.
        what: What is written, such as '12 events'.
        make: Returns the content for a path.
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
            if path.exists() and confirmed != text:
                confirmed = text
                return f"{text} exists; enter again overwrites, esc cancels."
            write_whole(path, make(path))
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or error
            return f"{text} cannot be written: {reason}"
        screen.say(f"Wrote {what} to {short(path)}")
        return ""

    hint = f"{what} · enter writes · esc cancels"
    screen.app.push_screen(Question(prompt, name, hint, accept, replace=True))
