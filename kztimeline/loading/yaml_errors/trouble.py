"""What the rules of this package share: a parser's trouble, its possible causes, lines.

A rule looks at one line near the place where the parser gave up and yields what may
be wrong with it. Whether it is, `mending` finds out by trying the mend; a rule may
therefore yield what is sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from typing import Final, NamedTuple, TypeAlias

from kztimeline.timeline import model
from kztimeline.timeline.field_types import Record

RECORDS: Final = tuple(
    kind
    for kind in vars(model).values()
    if isinstance(kind, type) and issubclass(kind, Record) and is_dataclass(kind)
)
"""The kinds of mapping that a timeline file or a card is made of."""
KINDS: Final = tuple(frozenset(kind.__dataclass_fields__) for kind in RECORDS)
"""The keys of each."""
KEYS: Final = frozenset[str]().union(*KINDS)

ENTRY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*) *:(?:\s+|$)(?P<value>.*)")
ITEM = re.compile(r"(?P<lead> *(?:- +)+)(?P<value>.*)")
BULLET: Final = r"(?:[–—−‐•‣●▪◦·⁃]\s*|[*+]\s+)(?=\S)"
"""What is written for the dash of an item, with the spaces behind it."""
_SHOWN = 60


LineIndex: TypeAlias = int
"""Where a line stands in a text that does not parse, from 0."""

ColumnIndex: TypeAlias = int
"""Where a character stands in its line, from 0."""


QuotedPlace: TypeAlias = tuple[LineIndex, ColumnIndex, LineIndex, ColumnIndex]
"""Where a quoted text begins, and where it ends, the last column exclusive."""


class Trouble(NamedTuple):
    """Where a parser gave up on `lines`.

    `line` and `column` are where what it was reading began, as far as it says;
    `reached` is the line where it stopped. `quoted` is the last quoted text before
    that.
    """

    lines: list[str]
    line: LineIndex
    column: ColumnIndex
    reached: LineIndex
    quoted: QuotedPlace | None


class YamlFault(NamedTuple):
    """Something at a line and column that is not YAML, or hardly meant, and what to do about it."""

    line: LineIndex
    column: ColumnIndex
    problem: str
    remedy: str


class Cause(NamedTuple):
    """What is wrong at a line and column, what to do, and the lines with it done.

    What is `never_right`, whatever stands around it, needs no other cause.
    """

    line: LineIndex
    column: ColumnIndex
    problem: str
    remedy: str
    mended: dict[LineIndex, str]
    never_right: bool = False


CauseRule: TypeAlias = Callable[[Trouble, LineIndex], Iterator[Cause]]


def looks_like_entry(line: str) -> bool:
    """Tell whether a line begins an entry: a key of ours with its colon, or a dash."""
    entry = ENTRY.match(line)
    return entry["key"] in KEYS if entry else line.lstrip().startswith("- ")


def text_column(line: str) -> ColumnIndex:
    """Return the column of what a line begins with, after any blanks; see `indent_of`."""
    return len(line) - len(line.lstrip())


def key_column(line: str) -> ColumnIndex:
    """Return the column of a line's key, after its dashes."""
    match = ENTRY.match(line) or ITEM.match(line)
    return len(match["lead"]) if match else text_column(line)


def value_start(line: str) -> ColumnIndex | None:
    """Return the column where the value of a line's entry or item begins."""
    match = ENTRY.match(line) or ITEM.match(line)
    return match.start("value") if match and match["value"] else None


def is_text_below(line: str, entry: str) -> bool:
    """Tell whether a line goes on with the text of the entry that it stands below."""
    is_deeper = text_column(line) > key_column(entry)
    return bool(line.strip()) and is_deeper and not looks_like_entry(line)


def short(text: str) -> str:
    """Return `text`, a long one cut to fit into a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def indent_of(line: str) -> ColumnIndex:
    """Return by how many spaces a line is indented, as YAML counts them: tabs are none."""
    return len(line) - len(line.lstrip(" "))


def spaces(count: int) -> str:
    """Return a number of spaces in words."""
    return f"{count} space{'s' if count != 1 else ''}"


def in_quotes(text: str) -> str:
    """Return `text` as YAML in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def quoted_whole(
    lines: list[str], first: LineIndex, start: ColumnIndex, skip: int = 0
) -> dict[LineIndex, str]:
    """Return the lines of a value that starts at `start`, all of it in single quotes.

    The value goes on over the lines below that are indented deeper than its key;
    `skip` characters at its beginning are left out.
    """
    last = first
    while last + 1 < len(lines) and is_text_below(lines[last + 1], lines[first]):
        last += 1
    mended = {n: lines[n].rstrip().replace("'", "''") for n in range(first, last + 1)}
    value = lines[first][start + skip :].strip().replace("'", "''")
    mended[first] = f"{lines[first][:start]}'{value}"
    mended[last] += "'"
    return mended
