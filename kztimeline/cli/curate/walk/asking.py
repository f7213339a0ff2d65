"""Questions of one line each, and what may be typed in answer to them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from kztimeline.cli.fitting import cells_of, fitted
from kztimeline.cli.reporting import complain
from kztimeline.dates.edtf import DateError
from kztimeline.loading.findings import sentence
from kztimeline.text.letters.folding import fold
from kztimeline.text.letters.unseen import unseen
from kztimeline.text.one_line import joined_lines
from kztimeline.timeline.field_types import FieldError, check_text
from kztimeline.timeline.model import SUMMARY_LENGTH

T = TypeVar("T")
Answer = Callable[[str], T]
COMMANDS: Final = "xrcdwuq?"
"""The letters that are commands of the walk."""

_COMMAND: Final = re.compile(rf"[{COMMANDS}{COMMANDS.upper()}]|[{COMMANDS}]\s.*")
_LEAD: Final = re.compile(r"\s*(?:[1-3]\s+)?")


class GivenUpError(Exception):
    """The curator takes back what was begun."""


class CommandTypedError(Exception):
    """A command of the walk was typed in answer to another question.

    Attributes:
        line: The command.
    """

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def ask(question: str, offered: Sequence[str] = ()) -> str:
    """Ask for a line and return it without spaces around it.

    Args:
        question: What is asked.
        offered: What the tab key completes, each after a comma of its own.

    Raises:
        EOFError, KeyboardInterrupt: there is none any more.
    """
    sys.stderr.flush()
    asked = question if question.endswith("?") else f"{question}:"
    if sys.stdin.isatty() and sys.stdout.isatty():
        _let_complete(offered)
        # What is pasted into a line that is edited may hold several.
        return joined_lines(input(f"{asked} ")).strip()
    sys.stdout.write(f"{asked} ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    # What comes out of a pipe is not seen where it is asked for.
    sys.stdout.write(line if line.endswith("\n") else f"{line}\n")
    if not line:
        raise EOFError
    return joined_lines(line).strip()


def _let_complete(offered: Sequence[str]) -> None:
    """Let the next line be edited, recalled, and completed by the tab key."""
    import readline

    def complete(text: str, number: int) -> str | None:
        lead = _LEAD.match(text)
        kept = lead[0] if lead else ""
        wanted = fold(text[len(kept) :])
        found = [each for each in offered if fold(each).startswith(wanted)]
        return kept + found[number] if number < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims(",;")
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")


def answer_to(
    question: str,
    read: Answer[T],
    otherwise: T | None = None,
    *,
    help: str = "",
    offered: Sequence[str] = (),
) -> T:
    """Ask until the answer can be read; return that, or `otherwise` for an empty one.

    A text is never of one letter, so that u and q are commands here too; what else looks
    like one is asked about.

    Args:
        question: What is asked.
        read: What makes a value of an answer.
        otherwise: What an empty answer means; None where something is needed.
        help: What a question mark is answered with.
        offered: What the tab key completes.

    Raises:
        GivenUpError: the curator takes back what was begun.
        CommandTypedError: another command is to be done instead.
    """
    instead = ""
    while True:
        line = instead or ask(question, offered)
        instead = ""
        if not line:
            if otherwise is not None:
                return otherwise
            complain("something is needed here", "    Answer, or type u to go back.")
            continue
        if line == "?":
            said = f"    {help or 'Answer in one line.'} u goes back, q stops."
            sys.stdout.write(f"{fitted(said, cells_of(sys.stdout))}\n")
            continue
        value, fault = _read(read, line)
        # A text may begin with the letter of a command, a number or a name may be one.
        if fault is not None or read is text_of:
            instead = _typed_instead(line, can_be_answer=fault is None)
        if instead:
            continue
        if value is not None:
            return value
        if fault is not None:
            complain(fault.problem, f"    {sentence(fault.remedy)}")


def _read(read: Answer[T], line: str) -> tuple[T | None, FieldError | DateError | None]:
    """Return what an answer means, or why it means nothing."""
    try:
        return read(line), None
    except (FieldError, DateError) as error:
        return None, error


def _typed_instead(line: str, *, can_be_answer: bool) -> str:
    """Ask whether an answer is meant as a command, where it may be; return what is typed instead.

    Args:
        line: The answer.
        can_be_answer: Whether it can be taken for one; else nothing but the command is offered.

    Raises:
        GivenUpError: it is the command that goes back.
        CommandTypedError: it is another command.
    """
    if not _COMMAND.fullmatch(line):
        return ""
    if line.lower() == "u":
        raise GivenUpError
    if line.lower() == "q":
        raise CommandTypedError(line)
    if can_be_answer:
        question = f"“{line}” is a command as well: y does it, enter takes it as the answer"
    else:
        question = f"“{line}” is a command, and no answer here: y does it, enter asks again"
    said = ask(f"{question}; or type another answer")
    if said.lower() in ("y", "yes"):
        raise CommandTypedError(line)
    return "" if said.lower() in ("n", "no") else said


def text_of(line: str) -> str:
    """Return a line as a text for the file.

    Raises:
        FieldError: it cannot stand there.
    """
    return text_within(line, SUMMARY_LENGTH)


def text_within(line: str, most: int) -> str:
    """Return a line as a text for the file that has at most so many characters.

    Raises:
        FieldError: it cannot stand there, or has more.
    """
    for found in unseen(line):
        raise FieldError(found.problem, found.remedy)
    if len(line) > most:
        raise FieldError(f"{len(line)} characters, at most {most} fit", "say it in fewer words")
    if len(line) == 1:
        raise FieldError(f"{line!r} is not text", "write some words")
    return check_text(line)
