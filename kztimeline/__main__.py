"""The command `kzt`: the quick ways in, and the way out for every error."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from kztimeline.tui.first_frame.early import EarlyStart

INTERRUPTED = 130
PROGRAMS = ("kzt", "kztimeline")
_SCREEN = "kztimeline.tui.app"


class _Opening(NamedTuple):
    """A timeline to be opened on the screen, the usual one if it is None, and how it starts."""

    timeline: Path | None
    start: EarlyStart | None


def main() -> None:
    """Run `kzt` and exit; ctrl+c ends it without a word, whatever is being loaded."""
    sys.unraisablehook = _unraisable
    try:
        from kztimeline.tui.first_frame import standing

        try:
            code = _ended(sys.argv[1:])
        finally:
            standing.leave()
    except KeyboardInterrupt:
        code = INTERRUPTED
    _end(code)


def _end(code: int) -> NoReturn:
    """End with an exit code; after a screen at once, when everything that is kept is written.

    To take down piece by piece what a screen is made of takes longer than all else of leaving.
    """
    if _SCREEN in sys.modules:
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _unraisable(raised: sys.UnraisableHookArgs) -> None:
    """End at a ctrl+c that Python would drop; report anything else as Python does.

    One that comes within a callback of the import system, as some do during every start, goes
    no further: the program would run on, and a traceback would be written.
    """
    if issubclass(raised.exc_type, KeyboardInterrupt):
        from kztimeline.tui.first_frame import standing

        try:
            standing.leave()
        finally:
            os._exit(INTERRUPTED)
    sys.__unraisablehook__(raised)


def _shown_early(timeline: Path | None) -> EarlyStart | None:
    """Show the screen that is kept of a timeline before anything else is loaded."""
    # Collecting garbage takes a sixth of the start; the screen enables it again.
    gc.disable()
    from kztimeline.tui.first_frame.early import show_early

    return show_early(timeline)


def _only_opens(arguments: list[str]) -> bool:
    """Tell whether arguments do nothing but open a timeline: `-t FILE`, `FILE`, or none."""
    match arguments:
        case []:
            return True
        case ["-t" | "--timeline", name]:
            return _is_file(name)
        case [name]:
            # A command is named without a dot and a slash.
            return _is_file(name) and ("." in name or "/" in name)
    return False


def _is_file(name: str) -> bool:
    return not name.startswith("-") and os.path.isfile(name)  # noqa: PTH113  never fails


def _ended(arguments: list[str]) -> int:
    """Run the command, let what it wrote arrive, and return its exit code."""
    opens = _only_opens(arguments) and not _completes()
    timeline = Path(arguments[-1]) if opens and arguments else None
    start = _shown_early(timeline) if opens else None
    # Loaded when the screen that is kept stands already.
    from kztimeline.cli import streams
    from kztimeline.cli.reporting import FINDINGS, complain

    streams.install()
    try:
        code = _exit_code(arguments, _Opening(timeline, start) if opens else None)
        streams.finish()
    except streams.ReaderGoneError:
        return 0
    except streams.OutputError as error:
        complain(f"the output cannot be written: {error}")
        return FINDINGS
    return code


def _exit_code(arguments: list[str], opening: _Opening | None) -> int:
    from kztimeline.cli.reporting import FINDINGS, complain

    try:
        _run(arguments, opening)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        complain(f"{name}{error.strerror or error}")
        return FINDINGS
    return 0


def _run(arguments: list[str], opening: _Opening | None) -> None:
    """Run the command; its commonest forms without importing Typer (some 60 ms)."""
    program = _program()
    if _completes():
        from kztimeline.cli.shell_completion import answer

        answer(program, _completion_variable())
    elif arguments in (["--version"], ["-V"]):
        from kztimeline import __version__

        print(f"kzt {__version__}")  # noqa: T201
    elif opening is not None:
        from kztimeline.cli.read.screen import open_screen
        from kztimeline.cli.reporting import reporting

        with reporting():
            open_screen(opening.timeline, start=opening.start)
    else:
        from kztimeline.cli.commands import run_plain

        if not run_plain(arguments):
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
