"""The command `kzt`: the quick ways in, and the way out for every error."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run `kzt` and exit."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Python would complain once more when it flushes standard output at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


def _run(arguments: list[str]) -> int:
    """Run the command; its two commonest forms without importing Typer (some 60 ms)."""
    if arguments == ["--version"]:
        from kztimeline import __version__

        print(f"kzt {__version__}")  # noqa: T201
        return 0
    if not arguments:
        # Collecting garbage takes a sixth of the start; the screen enables it again.
        gc.disable()
        from kztimeline.cli.errors import reporting
        from kztimeline.cli.screen import open_screen

        with reporting():
            open_screen()
        return 0
    from kztimeline.cli.app import app

    app()
    return 0


if __name__ == "__main__":
    main()
