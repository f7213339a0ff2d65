"""Writing into a card what becomes of its entries, and leaving all else as it stands there.

What was written is read again: it says what was meant, or the card is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from kztimeline.documents.cards import card_text
from kztimeline.documents.line_editing import LINE
from kztimeline.loading.examination import card_of
from kztimeline.loading.findings import FileError, whole_file
from kztimeline.loading.yaml_nodes import YamlFile, compose_yaml
from kztimeline.loading.yaml_writer import scalar
from kztimeline.timeline.model import Document, Mention, Statement

_Fated: TypeAlias = Mention | Statement
_FatedPlace: TypeAlias = tuple[str, int]
_IN_BRACKETS: Final = re.compile(r"\[[^\]\r\n]*\]")


def with_mentions(
    path: Path, content: bytes, document: Document, now: tuple[Mention, ...]
) -> bytes:
    """Return the text of a card in which its mentions are what they are now.

    Raises:
        FileError: as `with_fates` does.
    """
    return with_fates(path, content, document, replace(document, mentions=now))


def with_fates(path: Path, content: bytes, document: Document, meant: Document) -> bytes:
    """Return the text of a card in which its mentions and statements have become what is meant.

    Comments and order stay. Where the card is not written in lines, and has no comments that
    would be lost, it is written anew.

    Raises:
        FileError: the card is written in a way in which that cannot be done safely.
    """
    file = compose_yaml(path, content)
    edited = _edited(file, document, meant).encode() if not file.findings else b""
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


def _edited(file: YamlFile, before: Document, now: Document) -> str:
    lines = [line for line in LINE.findall(file.text) if line]
    changed: list[tuple[_FatedPlace, _Fated, _Fated]] = [
        *_changed("mentions", before.mentions, now.mentions),
        *_changed("statements", before.statements, now.statements),
    ]
    # From the last to the first, so that the lines above stay where they are.
    for place, old, new in sorted(changed, key=lambda each: file.position(each[0]), reverse=True):
        _edit(lines, file, place, old, new)
    return "".join(lines)


def _changed(
    name: str, before: Sequence[_Fated], now: Sequence[_Fated]
) -> list[tuple[_FatedPlace, _Fated, _Fated]]:
    pairs = enumerate(zip(before, now, strict=True))
    return [((name, number), old, new) for number, (old, new) in pairs if old != new]


def _edit(
    lines: list[str], file: YamlFile, place: _FatedPlace, before: _Fated, now: _Fated
) -> None:
    """Write into the lines of a mention or statement what becomes of it."""
    registry, number = place
    written = file.data[registry][number]
    if before.dismissed is not None and now.dismissed is None:
        _remove(lines, file, place, "dismissed")
    if now.dismissed != before.dismissed and now.dismissed is not None:
        _add(lines, file, place, f"dismissed: {scalar(now.dismissed)}")
    elif before.cited_by == now.cited_by:
        return
    elif "cited_by" not in written:
        _add(lines, file, place, f"cited_by: {_listed(now.cited_by)}")
    elif not now.cited_by:
        _remove(lines, file, place, "cited_by")
    else:
        _relist(lines, file, place, before.cited_by, now.cited_by)


def _listed(events: tuple[str, ...]) -> str:
    return f"[{', '.join(map(scalar, events))}]"


def _add(lines: list[str], file: YamlFile, place: _FatedPlace, entry: str) -> None:
    """Add a key to a mention, below its others."""
    line, column = file.position(place)
    last = max(_lines_of(lines, line - 1, column - 1))
    _insert(lines, last, " " * (column - 1) + entry)


def _remove(lines: list[str], file: YamlFile, place: _FatedPlace, key: str) -> None:
    """Take a key with its value out of a mention."""
    line, column = file.position((*place, key), at_key=True)
    lead = lines[line - 1][: column - 1]
    rows = [line - 1, *_lines_below(lines, line - 1, column - 1)]
    for row in reversed(rows):
        del lines[row]
    if lead.strip() == "-":
        first = next(r for r in range(line - 1, len(lines)) if not _says_nothing(lines[r]))
        lines[first] = lead + lines[first][column - 1 :]


def _lines_below(lines: list[str], key: int, indent: int) -> Iterator[int]:
    """Yield the indices of the lines of a key's value below it, without comments."""
    for row in range(key + 1, len(lines)):
        if _says_nothing(lines[row]):
            continue
        text = lines[row].lstrip(" ")
        deep = len(lines[row]) - len(text)
        if deep < indent or (deep == indent and not text.startswith("- ")):
            return
        yield row


def _relist(
    lines: list[str],
    file: YamlFile,
    place: _FatedPlace,
    before: tuple[str, ...],
    now: tuple[str, ...],
) -> None:
    """Write by which events a mention is cited, in brackets or one a line."""
    line, column = file.position((*place, "cited_by"), at_key=True)
    at = lines[line - 1]
    if _IN_BRACKETS.search(at, column):
        lines[line - 1] = at[:column] + _IN_BRACKETS.sub(lambda _: _listed(now), at[column:], 1)
        return
    row, dash = file.position((*place, "cited_by", len(before) - 1))
    indent = lines[row - 1][: dash - 1].rstrip()
    for event in reversed([each for each in now if each not in before]):
        _insert(lines, row - 1, f"{indent} {scalar(event)}")
    for number in reversed(range(len(before))):
        if before[number] not in now:
            del lines[file.position((*place, "cited_by", number))[0] - 1]


def _insert(lines: list[str], after: int, text: str) -> None:
    """Insert a line after the one of an index, with the same end."""
    end = lines[after][len(lines[after].rstrip("\r\n")) :]
    if not end:
        lines[after] += "\n"
    lines.insert(after + 1, text + (end or "\n"))


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _lines_of(lines: list[str], first: int, indent: int) -> Iterator[int]:
    """Yield the indices of the lines of a mapping that begins at an index, without comments."""
    yield first
    for index in range(first + 1, len(lines)):
        if _says_nothing(lines[index]):
            continue
        if len(lines[index]) - len(lines[index].lstrip(" ")) < indent:
            return
        yield index
