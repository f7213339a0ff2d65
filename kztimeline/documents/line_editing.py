"""Editing the lines of a file that somebody keeps by hand, and leaving all else as it stands.

What was written is read again: it says what was meant, or nothing is returned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from kztimeline.loading.findings import whole_file
from kztimeline.loading.yaml_nodes import YamlFile, compose_yaml

LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK: Final = b"\xef\xbb\xbf"
_NEEDS_LINES: Final = "Write each entry on lines of its own, its keys below one another."


def rewritten(
    path: Path,
    content: bytes,
    edit: Callable[[YamlFile, list[str]], None],
    change: Callable[[dict[str, Any]], None],
) -> bytes:
    """Return a text after an edit of its lines, which must read as its data after a change."""
    file = compose_yaml(path, content)
    meant = deepcopy(file.data)
    change(meant)
    lines = [line for line in LINE.findall(file.text) if line]
    try:
        edit(file, lines)
    except (IndexError, ValueError):
        lines = []
    written = "".join(lines).encode()
    if content.startswith(_MARK):
        written = _MARK + written
    if not lines or compose_yaml(path, written).data != meant:
        raise whole_file(path, "it cannot be written into as it stands", _NEEDS_LINES)
    return written


def dash_of(file: YamlFile, lines: Sequence[str], place: tuple[str | int, ...]) -> tuple[int, int]:
    """Return the index of the line in which an entry of a list begins, and its dash's indent.

    Raises:
        ValueError: it does not begin a line.
    """
    line, column = file.position(place)
    before = lines[line - 1][: column - 1]
    if before.strip() != "-":
        raise ValueError(before)
    return line - 1, before.index("-")


def last_line(lines: Sequence[str], first: int, indent: int) -> int:
    """Return the index of the last line of an entry of a list, without comments below it."""
    last = first
    for index in range(first + 1, len(lines)):
        text = lines[index]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if len(text) - len(text.lstrip(" ")) <= indent:
            break
        last = index
    return last


def insert_lines(lines: list[str], at: int, text: str, indent: int) -> None:
    """Insert lines of text before the one of an index, ending as those there do."""
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines[:1]), "\n") or "\n"
    if at and lines[at - 1] == lines[at - 1].rstrip("\r\n"):
        lines[at - 1] += end
    lines[at:at] = [f"{' ' * indent}{line}{end}" for line in text.splitlines()]
