"""Writing into a card what becomes of its mentions, and leaving all else as it stands there.

What was written is read again: it says what was meant, or the card is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kztimeline.documents.cards import card_text
from kztimeline.loading.examination import card_of
from kztimeline.loading.findings import FileError, whole_file
from kztimeline.loading.yaml_nodes import YamlFile, compose_yaml
from kztimeline.loading.yaml_writer import scalar
from kztimeline.timeline.model import Document, Mention

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_IN_BRACKETS: Final = re.compile(r"\[[^\]\r\n]*\]")


def with_mentions(
    path: Path, content: bytes, document: Document, now: tuple[Mention, ...]
) -> bytes:
    """Return the text of a card in which its mentions are what they are now.

    Comments and order stay. Where the card is not written in lines, and has no comments that
    would be lost, it is written anew.

    Raises:
        FileError: the card is written in a way in which that cannot be done safely.
    """
    meant = replace(document, mentions=now)
    file = compose_yaml(path, content)
    edited = _edited(file, document.mentions, now).encode() if not file.findings else b""
    if content.startswith(b"\xef\xbb\xbf"):
        edited = b"\xef\xbb\xbf" + edited
    if _reads_as(path, edited, meant):
        return edited
    if b"#" not in content:
        return card_text(meant).encode()
    problem = "the mentions are not written one key a line, and there may be comments"
    raise whole_file(path, problem, "Write each key of a mention on a line of its own.")


def _reads_as(path: Path, content: bytes, meant: Document) -> bool:
    try:
        card = card_of(path, content)
    except FileError:
        return False
    return not card.findings and card.document == meant


def _edited(file: YamlFile, before: tuple[Mention, ...], now: tuple[Mention, ...]) -> str:
    lines = [line for line in _LINE.findall(file.text) if line]
    # From the last to the first, so that the lines above stay where they are.
    for number in range(len(before) - 1, -1, -1):
        mention, new = before[number], now[number]
        if mention == new:
            continue
        if new.dismissed != mention.dismissed:
            _add(lines, file, number, f"dismissed: {scalar(new.dismissed or '')}")
        elif "cited_by" not in file.data["mentions"][number]:
            _add(lines, file, number, f"cited_by: {_listed(new.cited_by)}")
        else:
            _extend(lines, file, number, new.cited_by, len(mention.cited_by))
    return "".join(lines)


def _listed(events: tuple[str, ...]) -> str:
    return f"[{', '.join(map(scalar, events))}]"


def _add(lines: list[str], file: YamlFile, number: int, entry: str) -> None:
    """Add a key to a mention, below its others."""
    line, column = file.position(("mentions", number))
    last = max(_lines_of(lines, line - 1, column - 1))
    _insert(lines, last, " " * (column - 1) + entry)


def _extend(
    lines: list[str], file: YamlFile, number: int, events: tuple[str, ...], there: int
) -> None:
    """Add events to those that a mention is cited by, of which some are there."""
    line, column = file.position(("mentions", number, "cited_by"), at_key=True)
    at = lines[line - 1]
    if _IN_BRACKETS.search(at, column):
        lines[line - 1] = at[:column] + _IN_BRACKETS.sub(lambda _: _listed(events), at[column:], 1)
        return
    row, dash = file.position(("mentions", number, "cited_by", there - 1))
    indent = lines[row - 1][: dash - 1].rstrip()
    for event in reversed(events[there:]):
        _insert(lines, row - 1, f"{indent} {scalar(event)}")


def _insert(lines: list[str], after: int, text: str) -> None:
    """Insert a line after the one of an index, with the same end."""
    end = lines[after][len(lines[after].rstrip("\r\n")) :]
    if not end:
        lines[after] += "\n"
    lines.insert(after + 1, text + (end or "\n"))


def _lines_of(lines: list[str], first: int, indent: int) -> Iterator[int]:
    """Yield the indices of the lines of a mapping that begins at an index, without comments."""
    yield first
    for index in range(first + 1, len(lines)):
        text = lines[index].strip()
        if not text or text.startswith("#"):
            continue
        if len(lines[index]) - len(lines[index].lstrip(" ")) < indent:
            return
        yield index
