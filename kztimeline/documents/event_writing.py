"""Writing events into a timeline that somebody keeps by hand, and leaving all else as it stands.

What was written is read again: it says what was meant, or nothing is returned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from kztimeline.loading.file_format.first_file import FIRST_IDS, PLACEHOLDERS
from kztimeline.loading.findings import whole_file
from kztimeline.loading.yaml_nodes import YamlFile, compose_yaml
from kztimeline.loading.yaml_writer import Quoted, dump, scalar
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Event

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK: Final = b"\xef\xbb\xbf"
_QUOTED: Final = ("date",)
_NEEDS_LINES: Final = "Write each event on lines of its own, its keys below one another."


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

    def insert(data: dict[str, Any]) -> None:
        data["events"] = [*(data["events"] or ())]
        data["events"].insert(place, _as_read(entry))

    def edit(file: YamlFile, lines: list[str]) -> None:
        if not events:
            _fill_empty(file, lines, "events", dump([written]))
            return
        neighbour = max(place - 1, 0)
        line, indent = _dash(file, lines, ("events", neighbour))
        at = _last(lines, line, indent) + 1 if place else line
        _insert(lines, at, dump([written]), indent)

    return _edited(path, content, edit, insert)


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
            line, indent = _dash(file, lines, (*sources, len(cites.sources) - 1))
            citation = [{"source": Quoted(document), "spans": [str(span)]}]
            _insert(lines, _last(lines, line, indent) + 1, dump(citation), indent)
        elif there := len(cites.sources[which].spans):
            _add_to_list(file, lines, (*sources, which, "spans"), there, scalar(str(span)))
        else:
            line, indent = _dash(file, lines, (*sources, which))
            text = f"  spans: [{scalar(str(span))}]\n"
            _insert(lines, _last(lines, line, indent) + 1, text, indent)

    return _edited(path, content, edit, change)


def without_first(path: Path, content: bytes) -> bytes:
    """Return the text of a timeline without the event that stood there to be replaced.

    That is the one with which a new timeline begins, as long as nobody has touched it and
    others stand beside it; its actor and its source go with it where nothing else names them.

    Raises:
        FileError: it is written in a way in which that cannot be done safely.
    """
    data = compose_yaml(path, content).data
    event, actor, source = FIRST_IDS
    events = data["events"] or []
    untouched = [each for each in events if (each["id"], each["title"]) == (event, PLACEHOLDERS[0])]
    if not untouched or len(events) < 2:
        return content
    content = _without(path, content, "events", event)
    for registry, id_ in (("actors", actor), ("sources", source)):
        if not _is_named(compose_yaml(path, content).data, registry, id_):
            content = _without(path, content, registry, id_)
    return content


def _is_named(data: dict[str, Any], registry: str, id_: str) -> bool:
    """Tell whether an entry is named anywhere, or is not there."""
    if not any(each["id"] == id_ for each in data.get(registry) or ()):
        return True
    rest = {name: value for name, value in data.items() if name != registry}
    return re.search(rf"'{re.escape(id_)}'", repr(rest)) is not None


def _without(path: Path, content: bytes, registry: str, id_: str) -> bytes:
    def change(data: dict[str, Any]) -> None:
        data[registry] = [each for each in data[registry] if each["id"] != id_]

    def edit(file: YamlFile, lines: list[str]) -> None:
        entries = file.data[registry]
        number = next(n for n, each in enumerate(entries) if each["id"] == id_)
        line, indent = _dash(file, lines, (registry, number))
        del lines[line : _last(lines, line, indent) + 1]
        if len(entries) == 1:
            key = file.position((registry,), at_key=True)[0] - 1
            lines[key] = lines[key].replace(":", ": []", 1)

    return _edited(path, content, edit, change)


def _edited(
    path: Path,
    content: bytes,
    edit: Callable[[YamlFile, list[str]], None],
    change: Callable[[dict[str, Any]], None],
) -> bytes:
    """Return a text after an edit of its lines, which must read as its data after a change."""
    file = compose_yaml(path, content)
    meant = deepcopy(file.data)
    change(meant)
    lines = [line for line in _LINE.findall(file.text) if line]
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


def _as_read(value: Any) -> Any:
    """Return plain values as a file with them is read: every scalar a text."""
    if isinstance(value, dict):
        return {name: _as_read(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_read(item) for item in value]
    return str(value)


def _dash(file: YamlFile, lines: Sequence[str], place: tuple[str | int, ...]) -> tuple[int, int]:
    """Return the index of the line in which an entry of a list begins, and its dash's indent.

    Raises:
        ValueError: it does not begin a line.
    """
    line, column = file.position(place)
    before = lines[line - 1][: column - 1]
    if before.strip() != "-":
        raise ValueError(before)
    return line - 1, before.index("-")


def _last(lines: Sequence[str], first: int, indent: int) -> int:
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
        _insert(lines, line, f"- {text}\n", last.index("-"))
    else:
        end = last.index("]", column - 1)
        lines[line - 1] = f"{last[:end]}, {text}{last[end:]}"


def _insert(lines: list[str], at: int, text: str, indent: int) -> None:
    """Insert lines of text before the one of an index, ending as those there do."""
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines[:1]), "\n") or "\n"
    if at and lines[at - 1] == lines[at - 1].rstrip("\r\n"):
        lines[at - 1] += end
    lines[at:at] = [f"{' ' * indent}{line}{end}" for line in text.splitlines()]


def _fill_empty(file: YamlFile, lines: list[str], key: str, text: str) -> None:
    """Write entries below the key of a list that has none."""
    line, column = file.position((key,), at_key=True)
    rest = lines[line - 1][column - 1 :].rstrip("\r\n")
    kept = re.fullmatch(rf"({key}:)\s*(?:\[\s*\]|~|null)?(\s*#.*)?", rest)
    if kept is None:
        raise ValueError(rest)
    lines[line - 1] = lines[line - 1].replace(rest, kept[1] + (kept[2] or ""), 1)
    _insert(lines, line, text, 0)
