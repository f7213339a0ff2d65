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
    is_text_below,
    looks_like_entry,
    short,
    value_start,
)

_NO_BEGINNING = re.compile(r"[@`%*&!|>,\]}#?:-]|(?:\[.*\]|\{.*\})\s*[^\s\]}#]")
"""Of brackets only those that text follows: others begin a list, be it a faulty one."""
_NAME = re.compile(r"(?<![\w'\"])([*&])[\w-]+")
_LOOK_BACK = 40


def _quoted_whole(
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
            mended = _quoted_whole(lines, first, start)
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
    mended = _quoted_whole(lines, number, start)
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


def text_beside_block_sign(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`summary: > Some text`: the text of a block begins on the next line."""
    lines = trouble.lines
    start = value_start(lines[number])
    block = re.compile(r"[|>][+\-\d]*\s+").match(lines[number], start) if start else None
    if start is not None and block:
        mended = _quoted_whole(lines, number, start, len(block[0]))
        problem = f"text follows the sign {block[0].strip()} on its line"
        remedy = f"Begin the text on the next line, or leave {block[0].strip()} out."
        yield Cause(number, block.end(), problem, remedy, mended)
