"""Taking events, and what they cite, out of a timeline that somebody keeps by hand."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from kztimeline.dates.edtf import parse
from kztimeline.documents.line_editing import LINE, dash_of, last_line, rewritten
from kztimeline.loading.file_format.first_file import FIRST_IDS, first_entries
from kztimeline.loading.yaml_nodes import YamlFile, compose_yaml
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Event


class WithoutFirst(NamedTuple):
    """A timeline without what stood there to be replaced.

    Attributes:
        content: Its text.
        removed: The ids of what was taken out of it.
    """

    content: bytes
    removed: tuple[str, ...] = ()


def without_first(path: Path, content: bytes) -> WithoutFirst:
    """Return the text of a timeline without the event that stood there to be replaced.

    That is the one with which a new timeline begins, as long as nobody has touched it and
    others stand beside it; its actor and its source go with it where nobody has touched them
    either and nothing else names them.

    Raises:
        FileError: it is written in a way in which that cannot be done safely.
    """
    event, *its_own = FIRST_IDS
    file = compose_yaml(path, content)
    if len(file.data["events"] or ()) < 2 or not _is_untouched(file, "events", event):
        return WithoutFirst(content)
    content = without_entry(path, content, "events", event)
    removed = [event]
    for registry, id_ in zip(("actors", "sources"), its_own, strict=True):
        file = compose_yaml(path, content)
        if _is_untouched(file, registry, id_) and not _is_named(file.data, registry, id_):
            content = without_entry(path, content, registry, id_)
            removed.append(id_)
    return WithoutFirst(content, tuple(removed))


def _is_untouched(file: YamlFile, registry: str, id_: str) -> bool:
    """Tell whether an entry is there and still all that a new timeline says in it.

    A comment in it is somebody's own, too.
    """
    entries = file.data.get(registry) or ()
    number = next((n for n, each in enumerate(entries) if each["id"] == id_), None)
    if number is None or entries[number] not in _as_begun(file)[registry]:
        return False
    lines = LINE.findall(file.text)
    try:
        line, indent = dash_of(file, lines, (registry, number))
    except ValueError:
        return False
    return not any("#" in each for each in lines[line : last_line(lines, line, indent) + 1])


def _as_begun(file: YamlFile) -> dict[str, Any]:
    """Return what a new timeline with the period, tracks and topics of a file holds."""
    data = file.data
    track, topic = data["tracks"][0]["id"], data["topics"][0]["id"]
    text = first_entries(parse(data["timeline"]["span"]), track, topic)
    begun: dict[str, Any] = compose_yaml(file.path, text.encode()).data
    return begun


def _is_named(data: dict[str, Any], registry: str, id_: str) -> bool:
    """Tell whether an entry is named in any other."""
    rest = {name: value for name, value in data.items() if name != registry}
    return re.search(rf"'{re.escape(id_)}'", repr(rest)) is not None


def without_entry(path: Path, content: bytes, registry: str, id_: str) -> bytes:
    """Return the text of a timeline without one of its events, actors, sources or topics.

    Raises:
        FileError: it is written in a way in which that cannot be done safely.
    """

    def change(data: dict[str, Any]) -> None:
        data[registry] = [each for each in data[registry] if each["id"] != id_]

    def edit(file: YamlFile, lines: list[str]) -> None:
        entries = file.data[registry]
        number = next(n for n, each in enumerate(entries) if each["id"] == id_)
        line, indent = dash_of(file, lines, (registry, number))
        del lines[line : last_line(lines, line, indent) + 1]
        if len(entries) == 1:
            key = file.position((registry,), at_key=True)[0] - 1
            lines[key] = lines[key].replace(":", ": []", 1)

    return rewritten(path, content, edit, change)


def without_passages(
    path: Path, content: bytes, event: Event, document: str, spans: Collection[Span]
) -> bytes:
    """Return the text of a timeline in which an event cites some passages no longer.

    Where none of the document's is left, the event cites the document no longer; where it
    cites nothing else either, it is taken out.

    Args:
        path: What messages name.
        content: The text of the timeline.
        event: The event as it stands there.
        document: The id of the document.
        spans: The passages, as the event has them.

    Raises:
        FileError: the event is written in a way in which that cannot be done safely.
    """
    if rests_on_nothing_but(event, document, spans):
        return without_entry(path, content, "events", event.id)
    events = compose_yaml(path, content).data["events"]
    number = next(n for n, each in enumerate(events) if each["id"] == event.id)
    sources = ("events", number, "sources")
    for which in reversed(range(len(event.sources))):
        cited = event.sources[which]
        if cited.source != document or not cited.spans:
            continue
        if set(cited.spans) <= set(spans):
            content = _without_item(path, content, (*sources, which))
            continue
        for place in reversed(range(len(cited.spans))):
            if cited.spans[place] in spans:
                content = _without_item(path, content, (*sources, which, "spans", place))
    return content


def rests_on_nothing_but(event: Event, document: str, spans: Collection[Span]) -> bool:
    """Tell whether an event cites nothing but some passages of a document."""
    return all(
        cited.source == document and cited.spans and set(cited.spans) <= set(spans)
        for cited in event.sources
    )


def _without_item(path: Path, content: bytes, place: tuple[str | int, ...]) -> bytes:
    """Return a text without an item of a list, in brackets or below one another."""
    *above, number = place

    def change(data: dict[str, Any]) -> None:
        within: Any = data
        for step in above:
            within = within[step]
        del within[number]

    def edit(file: YamlFile, lines: list[str]) -> None:
        line, column = file.position(place)
        row = lines[line - 1]
        if row[: column - 1].strip() == "-":
            indent = row.index("-")
            del lines[line - 1 : last_line(lines, line - 1, indent) + 1]
            return
        item = r"""(?:'[^']*'|"[^"]*"|[^,\]]*)"""
        found = re.compile(rf"{item},\s*").match(row, column - 1)
        if found is not None:
            lines[line - 1] = row[: column - 1] + row[found.end() :]
            return
        end = re.compile(item).match(row, column - 1)
        if end is None:
            raise ValueError(row)
        before = re.sub(r",\s*$", "", row[: column - 1])
        lines[line - 1] = before + row[end.end() :]

    return rewritten(path, content, edit, change)
