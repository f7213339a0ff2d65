"""How Typer reads the arguments of the commands."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

import typer
from typer.core import TyperCommand, TyperOption

from kztimeline.cli.arguments.declared import Arguments, CommandContext, CommandOption
from kztimeline.cli.help.text import write_help
from kztimeline.cli.offers import SHIELD
from kztimeline.cli.reporting import USAGE, be_quiet, fail, require_utf_8, say
from kztimeline.text.visible import stray_byte

_TAKE_FILES: Final = "ot"
"""The letters of the options with a file."""
_NAMES_OF_FILES: Final = ("FILE", "FOLDER", "DOCUMENT")
"""What an argument or the value of an option is called that names a file."""
_IN_UTF_8: Final = "Write it in UTF-8: a terminal or script in another encoding gives such a byte."
_SHORT_WITH_VALUE: Final = re.compile(r"-[a-z]=")
_FIELD: Final = re.compile(r"-+([A-Za-z]+):")


class Command(TyperCommand):
    """A command."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Take what stands after `-o=` for the value, as after `--output=`."""
        parts = list(values_apart(list(without_quiet(args))))
        if ctx.resilient_parsing and parts and parts[-1] in self._with_value:
            # The shell asks for its value; without one, what stands before it would not be read.
            parts.pop()
        if not ctx.resilient_parsing:
            refuse_empty_names(self.params, parts)
        with mistakes_are_of(ctx):
            require_text(self, ctx, parts)
            return super().parse_args(ctx, parts)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, which begins with examples."""
        write_help(self, ctx, formatter)

    @property
    def _options(self) -> list[TyperOption]:
        return [parameter for parameter in self.params if isinstance(parameter, TyperOption)]

    @property
    def _with_value(self) -> set[str]:
        """The options that take what comes next."""
        return {name for option in self._options if not option.is_flag for name in option.opts}


@contextmanager
def mistakes_are_of(context: typer.Context) -> Iterator[None]:
    """Have a mistake in the arguments know its command: Typer says of a lacking value no more."""
    try:
        yield
    except Exception as error:
        if not context.command.hidden and getattr(error, "ctx", context) is None:
            error.ctx = context  # type: ignore[attr-defined]
        raise


def require_text(command: Any, context: typer.Context, args: list[str]) -> None:
    """Exit where an argument is not UTF-8: only the name of a file need not be."""
    if context.resilient_parsing or not any(map(stray_byte, args)):
        return
    values = command.make_parser(context).parse_args(list(args))[0]
    for parameter in command.params:
        if _names_a_file(parameter):
            continue
        named = parameter.metavar or parameter.name.upper()
        what = max(parameter.opts, key=len) if isinstance(parameter, TyperOption) else named
        given = values.get(parameter.name)
        for each in given if isinstance(given, list | tuple) else [given]:
            if isinstance(each, str):
                require_utf_8(each.replace(SHIELD, ""), what, _IN_UTF_8)


def refuse_empty_names(
    params: Sequence[Any], args: Sequence[str], *, up_to_command: bool = False
) -> None:
    """Exit where a file or a folder is named by nothing: it would be the folder one is in.

    Args:
        params: What the command can be given.
        args: What it is given.
        up_to_command: Whether the first argument that is no option is a command with its own.
    """
    by_name = {name: each for each in params for name in each.opts if name.startswith("-")}
    files = [each for each in params if not each.opts[0].startswith("-") and _names_a_file(each)]
    rest = iter(args)
    for arg in rest:
        name, equals, value = arg.partition("=")
        option = by_name.get(name)
        if arg == "--":
            option, value = None, next((each for each in rest if not each), "-")
        elif option is not None and not equals and not getattr(option, "is_flag", False):
            value = next(rest, "-")
        elif option is None:
            if up_to_command:
                return
            value = arg
        if value == "" and option is not None and _names_a_file(option):
            name = max(option.opts, key=len)
            fail(f"{name}: the name is empty", "Name one, or leave the option out.", USAGE)
        if value == "" and option is None and files:
            fail(f"{files[0].metavar}: the name is empty", "Name a file.", USAGE)


def _names_a_file(parameter: Any) -> bool:
    return (parameter.metavar or (parameter.name or "").upper()) in _NAMES_OF_FILES


def without_quiet(args: list[str]) -> Iterator[str]:
    """Yield arguments without `-q` and `--quiet`, which have a command say less."""
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            yield arg
            yield from rest
        elif arg in ("-q", "--quiet"):
            be_quiet()
        else:
            yield arg


class QueryCommand(Command):
    """A command whose arguments are a query, in which `-word` means `not word`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Shield negated words, which would be taken for options."""
        return super().parse_args(ctx, list(self._shielded(args, quiet=ctx.resilient_parsing)))

    def _shielded(self, args: list[str], *, quiet: bool) -> Iterator[str]:
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                yield arg
                yield from rest
            elif arg in self._with_value:
                yield from (arg, *islice(rest, 1))
            elif not _may_negate(arg) or _is_attached(arg):
                yield arg
            else:
                if not quiet:
                    self._say_if_like_an_option(arg)
                yield SHIELD + arg

    def _say_if_like_an_option(self, arg: str) -> None:
        """Say how a negated word is read that may have been meant as an option."""
        word = arg[1:]
        if any(f"--{word}" in option.opts for option in self._options):
            say(f"{arg} leaves out events with the word '{word}'; the option is --{word}")
        elif arg[:2] == "-o" and arg[:2] in self._with_value and word.isalnum():
            say(f"{arg} leaves out events with the word '{word}'; a file is named by -o {arg[2:]}")


def values_apart(args: list[str]) -> Iterator[str]:
    """Yield arguments with `-o=us.csv` as two."""
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            yield arg
            yield from rest
        elif _SHORT_WITH_VALUE.match(arg):
            yield from (arg[:2], arg[3:])
        else:
            yield arg


def _is_attached(arg: str) -> bool:
    """Whether it is an option with its file, such as -ous.csv, and no negated word.

    A file is told by a dot or a slash in its name, or by being there.
    """
    file = arg[2:]
    if arg[1] not in _TAKE_FILES or _asks_for_a_field(arg):
        return False
    return file[0] == "=" or file == "-" or "." in file or "/" in file or os.path.lexists(file)


def _asks_for_a_field(arg: str) -> bool:
    field = _FIELD.match(arg)
    if not field:
        return False
    from kztimeline.query.fields import FIELDS

    return field[1].lower() in FIELDS


def _may_negate(arg: str) -> bool:
    """Whether an argument begins with one hyphen, and is more than a short option."""
    return len(arg) > 2 and arg[0] == "-" and arg[1] != "-"


class DeclaringTyper(typer.Typer):
    """A Typer that knows what commands declare."""

    def command(self, *names: Any, **how: Any) -> Callable[[Any], Any]:
        """Return what makes a command of a function, which it returns."""
        return _declaring(super().command(*names, **how))

    def callback(self, **how: Any) -> Callable[[Any], Any]:
        """Return what makes a function run before each command."""
        return _declaring(super().callback(**how))


def _declaring(register: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def registered(function: Any) -> Any:
        register(_for_typer(function))
        return function

    return registered


def _for_typer(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function with what it declares in Typer's own terms."""
    hints = get_type_hints(function, include_extras=True)
    signature = inspect.signature(function)
    parameters = [
        each.replace(annotation=_in_typers_terms(hints[each.name]))
        for each in signature.parameters.values()
    ]

    @wraps(function)
    def command(*arguments: Any, **named: Any) -> Any:
        return function(*arguments, **named)

    command.__annotations__ = {each.name: each.annotation for each in parameters}
    command.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=parameters, return_annotation=None
    )
    return command


def _in_typers_terms(hint: Any) -> Any:
    if hint is CommandContext:
        return typer.Context
    if get_origin(hint) is not Annotated:
        return hint
    kind, declared = get_args(hint)
    if isinstance(declared, CommandOption):
        option = typer.Option(
            *declared.names,
            metavar=declared.metavar or None,
            help=declared.help,
            parser=_parser(declared.read) if declared.read else None,
            autocompletion=declared.offers,
        )
        return Annotated[kind, option]
    if isinstance(declared, Arguments):
        named = typer.Argument(
            metavar=declared.metavar, help=declared.help, autocompletion=declared.offers
        )
        return Annotated[kind, named]
    return hint


def _parser(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        try:
            return read(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None

    return parse
