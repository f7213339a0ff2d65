"""Texts below the sign of a block, | or >: what stands beside it, and how they are indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kztimeline.loading.yaml_errors.trouble import (
    Cause,
    LineIndex,
    Trouble,
    indent_of,
    key_column,
    looks_like_entry,
    quoted_whole,
    spaces,
    value_start,
)

_SIGN = re.compile(r"[|>][+\-\d]*(?=\s*(?:#.*)?$)")


def text_beside_block_sign(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """`summary: > Some text`: the text of a block begins on the next line."""
    lines = trouble.lines
    start = value_start(lines[number])
    block = re.compile(r"[|>][+\-\d]*\s+").match(lines[number], start) if start else None
    if start is not None and block:
        mended = quoted_whole(lines, number, start, len(block[0]))
        problem = f"text follows the sign {block[0].strip()} on its line"
        remedy = f"Begin the text on the next line, or leave {block[0].strip()} out."
        yield Cause(number, block.end(), problem, remedy, mended)


def block_indent(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """Lines of a block that are indented less than its first, or than its sign asks."""
    lines = trouble.lines
    start = value_start(lines[number])
    sign = _SIGN.match(lines[number], start) if start is not None else None
    text = _text_below(lines, number)
    if start is None or sign is None or not text:
        return
    wanted = indent_of(lines[text[0]])
    asked = key_column(lines[number]) + int("".join(re.findall(r"\d", sign[0])) or 0)
    blank = [n for n in range(number + 1, text[0]) if len(lines[n]) > wanted]
    if blank:
        problem = "the empty line holds more spaces than the text below it is indented by"
        remedy = "Remove them." if len(blank) == 1 else "Remove them from each empty line there."
        yield Cause(blank[0], wanted, problem, remedy, dict.fromkeys(blank, ""))
    short = [n for n in text if indent_of(lines[n]) < wanted]
    mended = {n: " " * wanted + lines[n].lstrip() for n in short}
    if wanted < asked:
        plain = re.sub(r"\d", "", sign[0])
        mended[number] = lines[number][:start] + plain + lines[number][sign.end() :]
        problem = f"the sign {sign[0]} asks for a text that is indented by {spaces(asked)}"
        remedy = f"Write {plain} without the number"
        if short:
            remedy += f", and indent every line of the text by {spaces(wanted)}"
        yield Cause(number, start, problem, f"{remedy}.", mended)
    elif short:
        which = "it" if len(short) == 1 else "it, and what follows of the text,"
        yield Cause(
            short[0],
            indent_of(lines[short[0]]),
            "the line is indented less than the text above it",
            f"Indent {which} by {spaces(wanted)}, as the first line of the text.",
            mended,
        )


def _text_below(lines: list[str], number: LineIndex) -> list[LineIndex]:
    """Return the lines below that are neither empty nor an entry, up to the next entry."""
    found = []
    column = key_column(lines[number])
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if looks_like_entry(line) and indent_of(line) <= column:
            break
        if line.strip():
            found.append(below)
    return found
