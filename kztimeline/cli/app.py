"""The command line application: the main command and its subcommands."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn, cast

import typer
from typer.core import TyperGroup

from kztimeline.cli.arguments.for_typer import (
    Command,
    DeclaringTyper,
    QueryCommand,
    mistakes_are_of,
    refuse_empty_names,
    require_text,
    values_apart,
    without_quiet,
)
from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.commands import COMMANDS, CommandModule
from kztimeline.cli.help.text import write_help
from kztimeline.cli.options import (
    DocumentsOption,
    TimelineOption,
    documents_before,
    require_folder,
)
from kztimeline.cli.reporting import FINDINGS, USAGE, complain, fail, reporting, require_utf_8
from kztimeline.text.nearest import did_you_mean, nearest

_OPEN: Final = " open"
"""The command that opens a file; nobody can name it by chance."""

_TIMELINE_GIVEN: Final = re.compile(r"(?:argument\(s\) \(|command ')([^()' ]+\.ya?ml)\b")

_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""What is raised for every mistake in arguments; it has no name that all Typers share."""

_LOOKS: Final[dict[str, Any]] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class Group(TyperGroup):
    """A command that has commands of its own."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """As a command does."""
        parts = list(values_apart(list(without_quiet(args))))
        if not ctx.resilient_parsing:
            refuse_empty_names(self.params, parts, up_to_command=True)
        with mistakes_are_of(ctx):
            require_text(self, ctx, parts)
            return super().parse_args(ctx, parts)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, which begins with examples."""
        write_help(self, ctx, formatter)


class Commands(Group):
    """The commands; what is none, but a file, is a timeline to open."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands."""
        return [*self.commands, *COMMANDS]

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """Return a command by its name, or None; its module is imported here."""
        place = COMMANDS.get(cmd_name)
        return self.commands.get(cmd_name) if place is None else _imported(cmd_name, place)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        """Return the command that the first argument names, or the one that opens it."""
        name = args[0]
        if (
            name in COMMANDS
            or name in self.commands
            or ctx.resilient_parsing
            or name.startswith("-")
        ):
            return super().resolve_command(ctx, args)
        if os.path.lexists(name):
            return _OPEN, self.commands[_OPEN], args
        return _refuse(name, [*COMMANDS])


def _imported(name: str, place: CommandModule) -> Any:
    found = place.imported()
    alone = DeclaringTyper(**_LOOKS)
    if isinstance(found, typer.Typer):
        alone.callback()(lambda: None)
        alone.add_typer(found, name=name, cls=Group)
        return cast(TyperGroup, typer.main.get_command(alone)).commands[name]
    alone.command(name, cls=QueryCommand if place.asks else Command)(found)
    return typer.main.get_command(alone)


def _refuse(name: str, commands: list[str]) -> NoReturn:
    """Say that a word is neither a command nor a file, and exit."""
    if not name:
        fail("the name is empty", "Name a file or a command: `kzt --help` lists them.", USAGE)
    if "/" in name or "." in name:
        fail(f"there is no file {name}", "Check the path.", USAGE)
    require_utf_8(name, "COMMAND", "`kzt --help` lists the commands.")
    near = [f"`kzt {command}`" for command in nearest(name, commands)]
    looked = f"`kzt list {as_argument(name)}` looks for the word."
    hint = did_you_mean(near, sentence=True) if near else looked
    remedy = f"{hint} `kzt --help` lists the commands."
    fail(f"there is no command and no file {name}", remedy, USAGE)


app = DeclaringTyper(
    name="kzt",
    cls=Commands,
    **(_LOOKS | {"add_completion": True}),
    subcommand_metavar="[COMMAND|FILE] [ARGS]...",
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    timeline: TimelineOption = None,
    texts: DocumentsOption = None,
    version: Annotated[bool, typer.Option("-V", "--version", help="Show the version.")] = False,
) -> None:
    """Explore a timeline in the terminal, with evidence for every event.

    Without a command, the timeline opens on the screen: FILE, or the built-in one.
    """
    if version:
        from kztimeline import __version__

        typer.echo(f"kzt {__version__}")
        raise typer.Exit
    require_folder(texts)
    if context.invoked_subcommand is None:
        from kztimeline.cli.read.screen import open_screen

        with reporting():
            open_screen(timeline, texts)
    context.obj = timeline


def open_file(context: typer.Context, file: Path, texts: DocumentsOption = None) -> None:
    """Open a timeline on the screen."""
    from kztimeline.cli.read.screen import open_screen

    if context.obj is not None:
        fail(f"both {context.obj} and {file} are to be opened", "Name one of them.", USAGE)
    require_folder(texts)
    with reporting():
        open_screen(file, texts or documents_before(context))


app.command(_OPEN, cls=Command, hidden=True)(open_file)


def run_command(program: str) -> NoReturn:
    """Run the command that the arguments of the process name, and exit."""
    try:
        code = app(prog_name=program, standalone_mode=False)
    except _UsageError as error:
        _explain(error, program)
    except typer.Abort:
        complain("stopped")
        sys.exit(FINDINGS)
    sys.exit(code if isinstance(code, int) else 0)


def _explain(error: Any, program: str) -> NoReturn:
    """Say what is wrong with the arguments, and exit."""
    path = error.ctx.command_path.split() if error.ctx else [program]
    guessed = getattr(error, "possibilities", None)
    message = error.message if guessed else error.format_message()
    problem = message.replace("Value error, ", "").removesuffix(".")
    problem = problem[:1].lower() + problem[1:]
    if _OPEN.strip() in path:
        file = error.ctx.params.get("file") or "FILE"
        remedy = f"A command comes first: `{program} list -t {as_argument(file)}`."
        fail(f"{problem} ({file} is opened on the screen)", remedy, USAGE)
    hints = [f"`{' '.join(path)} --help` shows what it takes."]
    extra = _TIMELINE_GIVEN.search(problem)
    if extra and any("--timeline" in each.opts for each in error.ctx.command.params):
        hints.insert(0, f"Another timeline is named by -t {extra[1]}.")
    elif guessed:
        near = nearest(problem.rpartition(" ")[2], guessed, most=1)
        hints[:0] = [did_you_mean(near, sentence=True)] if near else []
    fail(problem, " ".join(hints), USAGE)
