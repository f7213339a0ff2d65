"""In which format a command writes, and where to."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from kztimeline.cli import output as out
from kztimeline.cli.arguments.declared import CommandOption
from kztimeline.cli.reporting import USAGE, fail, say
from kztimeline.cli.streams import write_bytes
from kztimeline.export.formats.registry import (
    BY_NAME,
    FORMATS,
    Format,
    by_suffix,
    endings,
    write_list,
)
from kztimeline.export.plain_lists import PlainList
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import count_of, either
from kztimeline.text.visible import visible_lines

TEXT: Final = "text"
"""The format for a terminal, and for whoever reads lines."""
LISTS: Final = tuple(each for each in FORMATS if each.lists)
"""The formats that take lists which are no events."""


def offer_formats() -> list[tuple[str, str]]:
    """Return the names of the formats with what they are, for the shell."""
    return [(each.name, each.about) for each in FORMATS]


def offer_list_formats() -> list[tuple[str, str]]:
    """Return the same of those that take lists which are no events."""
    return [(each.name, each.about) for each in LISTS]


FormatOption = Annotated[
    str | None,
    CommandOption(
        ("--format",),
        f"{', '.join(each.name for each in FORMATS)}; or taken from the ending of FILE.",
        metavar="FORMAT",
        offers=offer_formats,
    ),
]
ListFormatOption = Annotated[
    str | None,
    CommandOption(
        ("--format",),
        f"{', '.join(each.name for each in LISTS)}; or taken from the ending of FILE.",
        metavar="FORMAT",
        offers=offer_list_formats,
    ),
]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a command writes, and in which format.

    Attributes:
        format: The format, or None for what the command writes of its own accord.
        path: The file, or None for standard output.
        name: What the user called the file.
        force: Whether a file may be overwritten without asking.
    """

    format: Format | None
    path: Path | None
    name: str
    force: bool

    @property
    def is_file(self) -> bool:
        """Whether it is a file, beside which others can be written."""
        return self.path is not None and not out.is_stream(self.path)

    def write(self, content: bytes, what: str, beside: Mapping[Path, bytes] | None = None) -> None:
        """Write to the file, saying what is written, or to standard output.

        Args:
            content: What is written.
            what: What to call it, such as '12 events'.
            beside: Further files, written with it or not at all.
        """
        if self.path is None:
            write_bytes(content)
            return
        out.write_or_ask({self.path: content, **(beside or {})}, force=self.force)
        which = f" as {self.format.name}" if self.format and not self.path.suffix else ""
        say(f"{what} written to {self.name}{which}")

    @property
    def is_text(self) -> bool:
        """Whether lines of text are wanted, as they are where no format is named."""
        return self.format is None or self.format.name == TEXT

    def write_text(self, text: str, what: str) -> None:
        """Write text to the file, saying what is written, or to standard output."""
        if self.path is None:
            sys.stdout.write(text)
        else:
            self.write(visible_lines(text).encode(), what)

    def write_list(self, listed: PlainList, thing: str, lines: Iterable[str]) -> None:
        """Write a list that is not a list of events in the format chosen.

        Args:
            listed: The list.
            thing: What one row is called.
            lines: The same as text.
        """
        count = count_of(len(listed.rows), thing)
        if self.format is None or self.is_text:
            self.write_text("".join(lines), count)
        else:
            self.write(write_list(self.format, listed), count)


def target(
    option: str | None,
    output: str | None,
    *,
    default: str = "",
    formats: tuple[Format, ...] = FORMATS,
    force: bool = False,
) -> Target:
    """Return where to write, and in which format; exit where that cannot be.

    Args:
        option: What `--format` names.
        output: What `-o` names.
        default: The format where neither says one; none for the command's own.
        formats: Those there are.
        force: Whether a file may be overwritten without asking.
    """
    named = _named(option, formats) if option is not None else None
    # Where the format is named, what is said of another suffix names that of the format.
    path = out.destination(output, None if named else endings(formats), endings())
    if named and path and path.suffix and not out.is_stream(path):
        _require_ending(named, path)
    by_name = by_suffix(path.name, formats) if path else None
    format = named or by_name or BY_NAME.get(default)
    if format and not format.is_text and path is None and sys.stdout.isatty():
        remedy = f"Name a file with -o, such as -o events{format.suffixes[0]}."
        fail(f"--format: {format.name} cannot be shown in a terminal", remedy, USAGE)
    return Target(format, path, output or "", force)


def _named(name: str, formats: Iterable[Format]) -> Format:
    known = {each.name: each for each in formats}
    listed = f"The formats are {', '.join(known)}."
    if name in BY_NAME and name not in known:
        fail(f"--format: {name} is for events, and these are none", listed, USAGE)
    if name not in known:
        near = nearest(name, known)
        remedy = f"{did_you_mean(near, sentence=True)} {listed}" if near else listed
        fail(f"--format: there is no format {name!r}", remedy, USAGE)
    return known[name]


def _require_ending(format: Format, path: Path) -> None:
    if not path.name.lower().endswith(format.endings):
        remedy = f"Leave out --format, or end the name in {either(format.endings)}."
        fail(f"{path} does not fit --format {format.name}", remedy, USAGE)
