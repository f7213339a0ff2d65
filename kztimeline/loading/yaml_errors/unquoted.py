"""Texts without quotes that YAML takes for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kztimeline.loading.yaml_errors.trouble import (
    Cause,
    ColumnIndex,
    LineIndex,
    Trouble,
    in_quotes,
    looks_like_entry,
    quoted_whole,
    short,
    value_start,
)

_NO_BEGINNING = re.compile(r"[@`%*&!|>,\]}#?:-]|(?:\[.*\]|\{.*\})\s*[^\s\]}#]")
"""Of brackets only those that text follows: others begin a list, be it a faulty one."""
_NAME = re.compile(r"(?<![\w'\"])([*&])[\w-]+")
_LOOK_BACK = 40


def _remedy(
    lines: list[str], first: LineIndex, start: ColumnIndex, mended: dict[LineIndex, str]
) -> str:
    if len(mended) == 1:
        return f"Quote the whole value: {short(in_quotes(lines[first][start:].strip()))}"
    return "Quote the whole value, from its first word to its last."


def colon_within(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`title: Jones: a case`: a colon and a space within a text, on its first line or below."""
    lines = trouble.lines
    for first in range(number, max(-1, number - _LOOK_BACK), -1):
        start = value_start(lines[first])
        if start is None:
            continue
        if lines[first][start] in "'\"|>[{":
            return
        colon = re.compile(r":(?=\s|$)").search(lines[number], start if first == number else 0)
        if colon:
            mended = quoted_whole(lines, first, start)
            yield Cause(
                number,
                colon.start(),
                "': ' within a text makes a key of what stands before it",
                _remedy(lines, first, start, mended),
                mended,
            )
        if looks_like_entry(lines[first]):
            return


def special_beginning(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A text that begins with a sign of YAML's own."""
    lines = trouble.lines
    start = value_start(lines[number])
    if start is None or not _NO_BEGINNING.match(lines[number], start):
        return
    mended = quoted_whole(lines, number, start)
    sign = lines[number][start]
    problem = f"a text may not begin with {sign}, which is a sign of YAML's own"
    yield Cause(number, start, problem, _remedy(lines, number, start, mended), mended)


def name_of_a_value(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`<<: *base`: a name that YAML gives a value, or takes one by."""
    line = trouble.lines[number]
    for match in _NAME.finditer(line):
        name = match[0]
        problem = f"{name} stands for a value that nothing above is named &{name[1:]}"
        if match[1] == "&":
            problem = f"{name} names a value, and stands here a second time"
        mended = f"{line[: match.start()]}'{name}'{line[match.end() :]}"
        remedy = f"Write out what is meant; a text that begins with {match[1]} stands in quotes."
        yield Cause(number, match.start(), problem, remedy, {number: mended})
