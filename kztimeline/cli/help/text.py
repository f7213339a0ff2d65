"""The help of a command: examples first, then how it is called and what it takes.

Written here and not by Typer, so that it is the same with every version of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from kztimeline.cli.help.examples import EXAMPLES

_HELP: Final = ("-h, --help", "Show this help.")
_QUIET: Final = ("-q, --quiet", "Print only errors on standard error.")


def write_help(command: Any, context: Any, formatter: Any) -> None:
    """Write the help of a command, or of a group of commands, to a formatter of Typer's."""
    path = " ".join(context.command_path.split()[1:])
    formatter.width = max(formatter.width, 60)
    with formatter.section("Examples"):
        formatter.write_dl([(example.line, example.does) for example in EXAMPLES[path]])
    formatter.write_usage(context.command_path, " ".join(_pieces(command)))
    command.format_help_text(context, formatter)
    arguments = [each for each in command.params if not _is_option(each)]
    if arguments:
        with formatter.section("Arguments"):
            formatter.write_dl([(_name(each), _explained(each)) for each in arguments])
    options = [each for each in command.params if _is_option(each) and not each.hidden]
    # Typer adds one of its own for the help, which is worded here.
    rows = [(_option(each), _explained(each)) for each in options]
    with formatter.section("Options"):
        formatter.write_dl([*rows, _QUIET, _HELP])
    order = list(EXAMPLES)
    before = f"{path} ".lstrip()
    shown = list(commands_of(command, context))
    shown.sort(key=lambda pair: order.index(before + pair[0]))
    if shown:
        with formatter.section("Commands"):
            formatter.write_dl([(name, first_line(each)) for name, each in shown])


def commands_of(command: Any, context: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names and the commands of a group that its help lists."""
    if hasattr(command, "list_commands"):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if not found.hidden:
                yield name, found


def first_line(command: Any) -> str:
    """Return the first line of a command's help, whole."""
    return str(command.help or "").strip().partition("\n")[0]


def _is_option(parameter: Any) -> bool:
    return bool(parameter.opts and parameter.opts[0].startswith("-"))


def _pieces(command: Any) -> Iterator[str]:
    yield "[OPTIONS]"
    for each in command.params:
        if not _is_option(each):
            name = _name(each) if each.required else f"[{_name(each)}]"
            yield f"{name}..." if each.nargs != 1 or getattr(each, "multiple", False) else name
    if hasattr(command, "list_commands"):
        yield command.subcommand_metavar or "[COMMAND]"


def _name(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _option(parameter: Any) -> str:
    names = ", ".join(sorted([*parameter.opts, *parameter.secondary_opts], key=len))
    return names if parameter.is_flag else f"{names} {_name(parameter)}"


def _explained(parameter: Any) -> str:
    text = parameter.help or ""
    return f"{text} Required.".strip() if parameter.required else text
