"""The command `kzt`: the quick ways in, and the way out for every error."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from kztimeline.cli import streams
from kztimeline.cli.reporting import FINDINGS, complain

PROGRAMS = ("kzt", "kztimeline")


def main() -> None:
    """Run `kzt` and exit."""
    streams.install()
    sys.exit(_ended(sys.argv[1:]))


def _ended(arguments: list[str]) -> int:
    """Run the command, let what it wrote arrive, and return its exit code."""
    try:
        code = _exit_code(arguments)
        streams.finish()
    except KeyboardInterrupt:
        return 130
    except streams.ReaderGoneError:
        return 0
    except streams.OutputError as error:
        complain(f"the output cannot be written: {error}")
        return FINDINGS
    return code


def _exit_code(arguments: list[str]) -> int:
    try:
        _run(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        complain(f"{name}{error.strerror or error}")
        return FINDINGS
    return 0


def _run(arguments: list[str]) -> None:
    """Run the command; its two commonest forms without importing Typer (some 60 ms)."""
    program = _program()
    if os.environ.get(variable := f"_{program.upper()}_COMPLETE"):
        from kztimeline.cli.completion import answer

        answer(program, variable)
    elif arguments in (["--version"], ["-V"]):
        from kztimeline import __version__

        print(f"kzt {__version__}")  # noqa: T201
    elif not arguments:
        # Collecting garbage takes a sixth of the start; the screen enables it again.
        gc.disable()
        from kztimeline.cli.read.screen import open_screen
        from kztimeline.cli.reporting import reporting

        with reporting():
            open_screen()
    else:
        from kztimeline.cli.app import run

        run(program)


def _program() -> str:
    """Return the name that the command was called by."""
    name = Path(sys.argv[0]).stem
    return name if name in PROGRAMS else PROGRAMS[0]


if __name__ == "__main__":
    main()
