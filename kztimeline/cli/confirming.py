"""What is asked on the terminal before a command goes on: a line, or yes or no."""

from __future__ import annotations

import sys

from kztimeline.cli.reporting import FINDINGS, complain


def asked_line(question: str) -> str:
    """Ask on standard error and return the line that is typed.

    Where nobody answers any more, it is said that the command stops. Ctrl+c ends it as it does
    anywhere else.
    """
    sys.stdout.flush()
    while True:
        try:
            return _typed(question)
        except UnicodeDecodeError:
            complain("what was typed is not UTF-8", "    Type it again.")
        except EOFError:
            sys.stderr.write("\n")
            complain("stopped")
            sys.exit(FINDINGS)
        except KeyboardInterrupt:
            sys.stderr.write("\n")
            raise


def _typed(question: str) -> str:
    sys.stderr.write(question)
    sys.stderr.flush()
    if sys.stdin.isatty() and sys.stdout.isatty():
        # The space is given to the editing of the line, which else would take it away.
        return input(" ")
    sys.stderr.write(" ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def confirmed(question: str) -> bool:
    """Ask until the answer is yes or no; enter alone means no."""
    while True:
        answer = asked_line(f"{question} [y/N]:").strip().lower()
        if answer in ("y", "yes"):
            return True
        if answer in ("", "n", "no"):
            return False
        complain(f"{answer!r} is neither yes nor no", "    Type y or n; enter alone means no.")
