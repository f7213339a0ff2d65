"""How the plainest arguments of a command are read, without Typer, which takes long to import.

Read are words, and options by their full names with their values after them. Whatever else
there is, or is wrong, Typer reads, and says what is to be said of it.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from kztimeline.cli.arguments.declared import Arguments, CommandContext, CommandOption


class Called:
    """What a plain command is called in: its main command has no options."""

    obj: Any = None


class _NotPlainError(Exception):
    """Arguments that Typer has to read."""


def plain_values(command: Callable[..., Any], arguments: list[str]) -> dict[str, Any] | None:
    """Return the values of a command's parameters by their names; None where Typer has to tell.

    Args:
        command: Its function. What it is not given keeps its default.
        arguments: What stands after its name.
    """
    try:
        declared = _declared(command)
        values = _values(declared, arguments)
    except _NotPlainError:
        return None
    needed = [each for each in signature(command).parameters.values() if each.default is each.empty]
    for parameter in needed:
        if parameter.name not in declared:
            values[parameter.name] = Called()
    return values if all(each.name in values for each in needed) else None


def _declared(command: Callable[..., Any]) -> dict[str, tuple[Any, CommandOption | Arguments]]:
    """Return the type and the declaration of each parameter.

    Raises:
        _NotPlainError: the function is none of a command, or Typer alone knows a parameter.
    """
    found = {}
    for name, hint in get_type_hints(command, include_extras=True).items():
        kind, *told = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        if told and isinstance(told[0], CommandOption | Arguments):
            found[name] = (kind, told[0])
        elif hint is not CommandContext and name != "return":
            raise _NotPlainError
    return found


def _values(
    declared: dict[str, tuple[Any, CommandOption | Arguments]], arguments: list[str]
) -> dict[str, Any]:
    options = {
        each: (name, kind, told)
        for name, (kind, told) in declared.items()
        if isinstance(told, CommandOption)
        for each in told.names
    }
    listed = [name for name, (_kind, told) in declared.items() if isinstance(told, Arguments)]
    values: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument in options:
            name, kind, told = options[argument]
            if name in values:
                raise _NotPlainError
            values[name] = kind is bool or _value(kind, told, next(rest, ""))
        else:
            words.append(_word(argument))
    if words and listed:
        values[listed[0]] = words
    elif words:
        raise _NotPlainError
    return values


def _value(kind: Any, option: CommandOption, text: str) -> Any:
    try:
        if option.read is not None:
            return option.read(_word(text))
    except ValueError:
        raise _NotPlainError from None
    return Path(_word(text)) if Path in get_args(kind) else _word(text)


def _word(text: str) -> str:
    if not text.isprintable() or text[:1] in ("", "-"):
        raise _NotPlainError
    return text
