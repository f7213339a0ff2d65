"""What a command can be given, as its function declares it beside each parameter.

The annotation of a parameter says of which type it is: a truth for an option without a
value, a list for arguments. Typer reads these declarations (`for_typer.py`), and so does
what answers plain commands without it (`plain.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol


class CommandContext(Protocol):
    """What a command is called in.

    Attributes:
        obj: The timeline that the main command's option names, if any.
    """

    obj: Any


class CommandOption(NamedTuple):
    """An option of a command.

    Attributes:
        names: Its names, such as `--timeline` and `-t`.
        help: What the help says of it.
        metavar: What its value is called; empty where it has none.
        read: Makes its value from a text, and raises ValueError, with what is wrong, where it
            cannot; None for the text itself, or the path that it names.
        offers: Returns what the shell may offer for its value.
    """

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    read: Callable[[str], Any] | None = None
    offers: Callable[..., Any] | None = None


class Arguments(NamedTuple):
    """The arguments of a command that are no options: texts, in a list.

    Attributes:
        metavar: What one is called.
        help: What the help says of them.
        offers: Returns what the shell may offer for one.
    """

    metavar: str
    help: str
    offers: Callable[..., Any] | None = None
