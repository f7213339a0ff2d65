"""Completion in the shell: what may be written next, through the protocol of Typer.

The shell runs the program with the command line so far in its environment and offers
what it prints. It must be quick, and say nothing where something is wrong: a message
would stand in the middle of what is being typed.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from kztimeline.cli.offers import SHIELD
from kztimeline.cli.streams import write_bytes
from kztimeline.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE: Final = 2.0
"""Seconds after which nothing is offered: whoever waits for a key has given up by then."""
_NEGATED: Final = re.compile(r"(^|\s)(-[^-\s]\S+)$")


def answer(program: str, variable: str) -> NoReturn:
    """Print what the shell asks for in the environment variable, and exit.

    A script that sets completion up is printed as Typer has it.
    """

    def run() -> None:
        from kztimeline.cli.app import app
        from kztimeline.text import cells  # noqa: F401  takes the little of Rich that it needs

        # Typer would import all of Rich, some 0.3 s, to take its markup out of texts.
        sys.modules["rich"] = None  # type: ignore[assignment]
        app(prog_name=program)

    if not os.environ[variable].startswith("complete_"):
        run()
    question = _question(os.environ)
    os.environ.update(question.environment)
    offered = io.StringIO()
    with redirect_stdout(offered), redirect_stderr(io.StringIO()):
        code = _undisturbed(run)
    for line in offered.getvalue().replace(SHIELD, "").splitlines():
        # A tab parts what is offered from what is said of it.
        parts = line.removeprefix(question.head).split("\t")
        write_bytes("\t".join(map(visible, parts)).encode("utf-8", "replace") + b"\n")
    sys.exit(code)


def _undisturbed(run: Callable[[], None]) -> int:
    """Run within the time there is, without the terminal; return the exit code, 1 for a fault."""

    def give_up(_signal: int, _frame: object) -> NoReturn:
        raise TimeoutError

    # What is typed meanwhile belongs to the shell.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    signal.signal(signal.SIGALRM, give_up)
    # Again and again, since what is waited for may pass over an error.
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, 0.1)
    try:
        run()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except Exception:  # noqa: BLE001  whatever is wrong, nothing is offered
        return 1
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


class _ShellWords(NamedTuple):
    """What the shell asks.

    Attributes:
        environment: The variables that say it, in words as the program takes them.
        head: How the last word begins, where the shell replaces only what comes after.
    """

    environment: dict[str, str]
    head: str = ""


def _question(environment: Mapping[str, str]) -> _ShellWords:
    if "COMP_WORDS" in environment:
        return _of_bash(environment["COMP_WORDS"], environment.get("COMP_CWORD", ""))
    line = environment.get("_TYPER_COMPLETE_ARGS", "")
    return _ShellWords({"_TYPER_COMPLETE_ARGS": _NEGATED.sub(rf"\1{SHIELD}\2", line)})


def _of_bash(line: str, at: str) -> _ShellWords:
    """Put together the words that bash takes apart at `:`, `=` and `@`.

    It replaces what stands after the last `:` or `=`, and an `@` with what follows.
    """
    number = int(at) if at.isdecimal() else 0
    words: list[str] = []
    head, after_sign = "", False
    for word in [*_split(line), ""][: number + 1]:
        sign = bool(word) and set(word) <= set(":=@")
        before = words[-1] if words else ""
        if word and (after_sign or (sign and (word[0] != "@" or before == "-"))):
            words[-1] += word
        else:
            before, head = "", ""
            words.append(word)
        if sign:
            head = before + word.rstrip("@")
        after_sign = sign
    if words[-1].startswith("--"):
        # What is offered for the value of an option goes without its name.
        head = head.partition("=")[2]
    words[-1] = _NEGATED.sub(rf"\1{SHIELD}\2", words[-1])
    joined = "\n".join(map(shlex.quote, words))
    return _ShellWords({"COMP_WORDS": joined, "COMP_CWORD": str(len(words) - 1)}, head)


def _split(line: str) -> list[str]:
    """Return the words of a command line of which a quotation may still be open."""
    for end in ("", "'", '"', "\\"):
        try:
            return shlex.split(line + end)
        except ValueError:
            continue
    return line.split()
