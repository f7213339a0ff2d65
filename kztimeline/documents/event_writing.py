"""Writing events into a timeline that somebody keeps by hand, and leaving all else as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from kztimeline.documents.line_editing import dash_of, insert_lines, last_line, rewritten
from kztimeline.loading.yaml_nodes import YamlFile
from kztimeline.loading.yaml_writer import Quoted, dump, scalar
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Event

_QUOTED: Final = ("date",)


def with_event(
    path: Path, content: bytes, events: Sequence[Event], event: Event, entry: dict[str, Any]
) -> bytes:
    """Return the text of a timeline with one more event, in its place in order of date, then id.

    Args:
        path: What messages name.
        content: The text of the timeline.
        events: The events that stand in it, in their order.
        event: The new one.
        entry: The same as it stands in a file.

    Raises:
        FileError: the events are written in a way in which that cannot be done safely.
    """
    key = (event.date, event.id)
    later = (n for n, each in enumerate(events) if (each.date, each.id) > key)
    place = next(later, len(events))
    written = {name: Quoted(value) if name in _QUOTED else value for name, value in entry.items()}

    return _with_entry(path, content, "events", (place, len(events)), written)


def with_named(
    path: Path, content: bytes, registry: str, ids: Sequence[str], entry: dict[str, Any]
) -> bytes:
    """Return the text of a timeline with one more actor or topic.

    Actors that stand in order of id stay so; else it goes to the end.

    Args:
        path: What messages name.
        content: The text of the timeline.
        registry: The key that they stand under: actors or topics.
        ids: The ids of those that stand there, in their order.
        entry: The new one as it stands in a file.

    Raises:
        FileError: they are written in a way in which that cannot be done safely.
    """
    ordered = registry == "actors" and list(ids) == sorted(ids)
    later = (n for n, each in enumerate(ids) if ordered and each > entry["id"])
    return _with_entry(path, content, registry, (next(later, len(ids)), len(ids)), entry)


def _with_entry(
    path: Path, content: bytes, registry: str, at: tuple[int, int], entry: dict[str, Any]
) -> bytes:
    """Return a text with one more entry in a list, at a place among as many as there are."""
    place, there = at
    text = dump([entry])

    def change(data: dict[str, Any]) -> None:
        data[registry] = [*(data.get(registry) or ())]
        data[registry].insert(place, _as_read(entry))

    def edit(file: YamlFile, lines: list[str]) -> None:
        if registry not in file.data:
            row = file.position(("events",), at_key=True)[0] - 1
            insert_lines(lines, row, f"{registry}:\n{text}", 0)
        elif not there:
            _fill_empty(file, lines, registry, text)
        else:
            line, indent = dash_of(file, lines, (registry, max(place - 1, 0)))
            row = last_line(lines, line, indent) + 1 if place else line
            insert_lines(lines, row, text, indent)

    return rewritten(path, content, edit, change)


def with_span(
    path: Path, content: bytes, event: tuple[int, Event], document: str, span: Span
) -> bytes:
    """Return the text of a timeline in which an event cites one more passage of a document.

    Args:
        path: What messages name.
        content: The text of the timeline.
        event: The event, with its number among those of the timeline.
        document: The id of the document's card.
        span: The passage.

    Raises:
        FileError: the event is written in a way in which that cannot be done safely.
    """
    number, cites = event
    which = next((n for n, each in enumerate(cites.sources) if each.source == document), None)
    if which is not None and any(each.contains(span) for each in cites.sources[which].spans):
        return content
    sources = ("events", number, "sources")

    def change(data: dict[str, Any]) -> None:
        cited = data["events"][number]["sources"]
        if which is None:
            cited.append({"source": document, "spans": [str(span)]})
        else:
            cited[which]["spans"] = [*(cited[which].get("spans") or ()), str(span)]

    def edit(file: YamlFile, lines: list[str]) -> None:
        if which is None:
            line, indent = dash_of(file, lines, (*sources, len(cites.sources) - 1))
            citation = [{"source": Quoted(document), "spans": [str(span)]}]
            insert_lines(lines, last_line(lines, line, indent) + 1, dump(citation), indent)
        elif there := len(cites.sources[which].spans):
            _add_to_list(file, lines, (*sources, which, "spans"), there, scalar(str(span)))
        else:
            line, indent = dash_of(file, lines, (*sources, which))
            text = f"  spans: [{scalar(str(span))}]\n"
            insert_lines(lines, last_line(lines, line, indent) + 1, text, indent)

    return rewritten(path, content, edit, change)


def _as_read(value: Any) -> Any:
    """Return plain values as a file with them is read: every scalar a text."""
    if isinstance(value, dict):
        return {name: _as_read(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_read(item) for item in value]
    return str(value)


def _add_to_list(
    file: YamlFile, lines: list[str], place: tuple[str | int, ...], there: int, text: str
) -> None:
    """Add an entry to a list of single words, in brackets or below one another.

    Raises:
        ValueError: it is neither.
    """
    line, column = file.position((*place, there - 1))
    last = lines[line - 1]
    if last[: column - 1].strip() == "-":
        insert_lines(lines, line, f"- {text}\n", last.index("-"))
    else:
        end = last.index("]", column - 1)
        lines[line - 1] = f"{last[:end]}, {text}{last[end:]}"


def _fill_empty(file: YamlFile, lines: list[str], key: str, text: str) -> None:
    """Write entries below the key of a list that has none."""
    line, column = file.position((key,), at_key=True)
    rest = lines[line - 1][column - 1 :].rstrip("\r\n")
    kept = re.fullmatch(rf"({key}:)\s*(?:\[\s*\]|~|null)?(\s*#.*)?", rest)
    if kept is None:
        raise ValueError(rest)
    lines[line - 1] = lines[line - 1].replace(rest, kept[1] + (kept[2] or ""), 1)
    insert_lines(lines, line, text, 0)
