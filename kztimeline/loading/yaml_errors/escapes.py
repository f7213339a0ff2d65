"""Backslashes in double quotes that begin no escape, or one that stands for no character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kztimeline.loading.yaml_errors.trouble import Cause, LineIndex, Trouble

_ESCAPE = re.compile(
    r"\\(?:(?P<known>[0abtnvfre \"/\\N_LP\t])|x(?P<x>[\da-fA-F]{2})|u(?P<u>[\da-fA-F]{4})"
    r"|U(?P<U>[\da-fA-F]{8}))?"
)
_PAIR = re.compile(r"\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})", re.IGNORECASE)


def backslash(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """A backslash in double quotes that begins no escape of YAML."""
    line = trouble.lines[number]
    found = next((each for each in _ESCAPE.finditer(line) if each[0] == "\\"), None)
    if found is not None:
        yield Cause(
            number,
            found.start(),
            "the backslash begins no escape of YAML",
            r"Write it twice, \\, or put the text in single quotes.",
            {number: _mended(line)},
        )


def no_character(trouble: Trouble, number: LineIndex) -> Iterator[Cause]:
    """An escape that stands for no character, or for the half of one, such as D800."""
    line = trouble.lines[number]
    if pair := _PAIR.search(line):
        code = 0x10000 + ((int(pair[1], 16) & 0x3FF) << 10) + (int(pair[2], 16) & 0x3FF)
        problem = "two escapes stand for one character, as JSON has it"
        remedy = rf"Write the character itself, or \U{code:08X}."
        yield Cause(number, pair.start(), problem, remedy, {number: _mended(line)})
        return
    found = next((each for each in _ESCAPE.finditer(line) if not _is_character(each)), None)
    if found is not None and found[0] != "\\":
        problem = f"the escape {found[0]} stands for no character"
        remedy = "Write the character itself that is meant, or remove the escape."
        yield Cause(number, found.start(), problem, remedy, {number: _mended(line)})


def _is_character(escape: re.Match[str]) -> bool:
    code = int(escape["u"] or escape["U"] or "0", 16)
    return not (0xD800 <= code <= 0xDFFF or code > 0x10FFFF)


def _mended(line: str) -> str:
    """Return a line whose backslashes all begin an escape of a character."""

    def mended(escape: re.Match[str]) -> str:
        if escape[0] == "\\":
            return r"\\"
        return escape[0] if _is_character(escape) else "…"

    return _ESCAPE.sub(mended, line)
