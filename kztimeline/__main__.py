"""The command `kzt`: the quick ways in, and the way out for every error."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kztimeline.tui.first_frame import standing

if TYPE_CHECKING:
    from kztimeline.tui.first_frame.early import EarlyStart

INTERRUPTED = 130
PROGRAMS = ("kzt", "kztimeline")


def main() -> None:
    """Run `kzt` and exit."""
    try:
        sys.exit(_ended(sys.argv[1:]))
    finally:
        standing.leave()


def _shown_early() -> EarlyStart | None:
    """Show the screen that is kept before anything else is loaded."""
    # Collecting garbage takes a sixth of the start; the screen enables it again.
    gc.disable()
    from kztimeline.tui.first_frame.early import show_early

    return show_early()


def _ended(arguments: list[str]) -> int:
    """Run the command, let what it wrote arrive, and return its exit code."""
    try:
        start = None if arguments or _completes() else _shown_early()
    except KeyboardInterrupt:
        return INTERRUPTED
    # Loaded when the screen that is kept stands already.
    from kztimeline.cli import streams
    from kztimeline.cli.reporting import FINDINGS, complain

    streams.install()
    try:
        code = _exit_code(arguments, start)
        streams.finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except streams.ReaderGoneError:
        return 0
    except streams.OutputError as error:
        complain(f"the output cannot be written: {error}")
        return FINDINGS
    return code


def _exit_code(arguments: list[str], start: EarlyStart | None) -> int:
    from kztimeline.cli.reporting import FINDINGS, complain

    try:
        _run(arguments, start)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        complain(f"{name}{error.strerror or error}")
        return FINDINGS
    return 0


def _run(arguments: list[str], start: EarlyStart | None) -> None:
    """Run the command; its two commonest forms without importing Typer (some 60 ms)."""
    program = _program()
    if _completes():
        from kztimeline.cli.shell_completion import answer

        answer(program, _completion_variable())
    elif arguments in (["--version"], ["-V"]):
        from kztimeline import __version__

        print(f"kzt {__version__}")  # noqa: T201
    elif not arguments:
        from kztimeline.cli.read.screen import open_screen
        from kztimeline.cli.reporting import reporting

        with reporting():
            open_screen(start=start)
    else:
        from kztimeline.cli.app import run_command

        run_command(program)


def _completes() -> bool:
    """Tell whether a shell asks for completions."""
    return bool(os.environ.get(_completion_variable()))


def _completion_variable() -> str:
    return f"_{_program().upper()}_COMPLETE"


def _program() -> str:
    """Return the name that the command was called by."""
    name = Path(sys.argv[0]).stem
    return name if name in PROGRAMS else PROGRAMS[0]


if __name__ == "__main__":
    main()
