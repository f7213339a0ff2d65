"""The commands of `kzt`: which there are, and where each is."""

from __future__ import annotations

from importlib import import_module
from types import FunctionType
from typing import Any, Final, NamedTuple

from kztimeline.cli.arguments.plain import plain_values


class CommandModule(NamedTuple):
    """Where the function of a command is.

    Attributes:
        module: Its module, below this package.
        function: The name of the function, or of a Typer that has commands of its own.
        asks: Whether its arguments are a query, in which `-word` means `not word`.
    """

    module: str
    function: str
    asks: bool = False

    def imported(self) -> Any:
        """Return the function; its module is imported here."""
        module = import_module(f"kztimeline.cli.{self.module}")
        return getattr(module, self.function)


COMMANDS: Final = {
    "list": CommandModule("read.events", "list_events", asks=True),
    "show": CommandModule("read.events", "show"),
    "export": CommandModule("read.export", "export", asks=True),
    "briefing": CommandModule("read.briefing", "briefing", asks=True),
    "values": CommandModule("read.values", "list_values", asks=True),
    "office": CommandModule("read.office", "office"),
    "views": CommandModule("read.views", "views_app"),
    "keys": CommandModule("read.keys", "keys"),
    "config": CommandModule("read.config", "config"),
    "new": CommandModule("curate.new", "new"),
    "check": CommandModule("curate.check", "check"),
    "schema": CommandModule("curate.schema", "schema"),
    "import": CommandModule("curate.importing", "import_file"),
    "extract": CommandModule("curate.extracting", "extract_dates"),
    "coverage": CommandModule("curate.coverage", "coverage"),
    "seeds": CommandModule("curate.seeds", "seeds_app"),
    "help": CommandModule("help.pages", "help_on"),
}
"""In the order of the help."""


def run_plain(arguments: list[str]) -> bool:
    """Run the command that plain arguments name, without Typer; tell whether they were plain."""
    place = COMMANDS.get(arguments[0]) if arguments else None
    if place is None:
        return False
    command = place.imported()
    values = plain_values(command, arguments[1:]) if isinstance(command, FunctionType) else None
    if values is None:
        return False
    command(**values)
    return True
