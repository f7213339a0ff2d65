"""Writing to a file that the reader names: never over another without asking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kztimeline.loading.disk import unknown_suffix, write_whole
from kztimeline.tui.commands.copying import short
from kztimeline.tui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.tui.screens.timeline import TimelineScreen


def ask_for_file(
    screen: TimelineScreen,
    prompt: str,
    name: str,
    what: str,
    make: Callable[[Path], bytes],
    suffixes: Sequence[str],
) -> None:
    """Let the reader name a file and write it; what fails is said and can be named anew.

    Args:
        screen: Where the question stands and the end is told.
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
        screen.say(f"Wrote {what} to {short(path)}")
        return ""

    hint = f"{what} · enter writes · esc cancels"
    screen.app.push_screen(Question(prompt, name, hint, accept, replace=True))
