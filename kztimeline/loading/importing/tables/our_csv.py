"""The CSV that `kzt export` writes: what its columns hold comes back as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from kztimeline.dates.displayed import read_displayed
from kztimeline.loading.importing.dating import Dating
from kztimeline.loading.importing.found import (
    Imported,
    ImportFault,
    Remark,
)
from kztimeline.timeline.citations import NO_PUBLISHER
from kztimeline.timeline.field_types import LIST_SEPARATOR

OUR_COLUMNS: Final = frozenset(
    {
        "id", "date", "date_start", "date_end", "date_precision", "date_qualifier", "open_start",
        "open_end", "year", "month", "day", "track", "topics", "title", "summary", "actors",
        "place", "origin", "source_ids", "source_locators", "citation", "links", "importance",
        "disputed", "attributed_to", "inference", "note", "says", "documents", "as_of", "match",
        "linked_from",
    }
)  # fmt: skip
"""What is read, or follows from what is."""
_NAME_SOURCES: Final = ("source_ids", "source_locators")
"""Columns that no other table has."""
_TEXTS: Final = ("place", "note", "attributed_to", "inference")
_SPANS: Final = re.compile(r"\d+-\d+(,\d+-\d+)*")
_PLACES: Final = re.compile(r", characters (\d+–\d+(?:, \d+–\d+)*)$")
_ARCHIVED: Final = re.compile(r", archived at (\S+)$")
_ACCESSED: Final = re.compile(r", accessed ([^,]+)$")
_ADDRESS: Final = re.compile(r", ((?:https?|ftp)://\S+)$", re.IGNORECASE)
_OPENING: Final = re.compile(r"(?:(?<=^)|(?<=, ))“")
_UNDATED: Final = "undated"
_READ: Final = ("title", "publisher", "author", "issued", "URL", "accessed", "archive_url")


_NOT_CARRIED: Final = (
    "a table does not carry what the timeline is called, its eras, the names of tracks and topics "
    "(their ids stand for them), the ids, kinds and offices of its people, nor what a file asks "
    "of itself"
)


class Cited(NamedTuple):
    """The parts of a citation on one line, each as in a file; nothing for what it has not."""

    title: str
    publisher: str
    author: str = ""
    issued: str = ""
    URL: str = ""
    accessed: str = ""
    archive_url: str = ""
    unread: str = ""
    spans: tuple[str, ...] = ()


def is_ours(names: Mapping[str, str], rows: list[dict[str, str]]) -> bool:
    """Tell whether a table is one that `kzt export` wrote, with any of its columns.

    Args:
        names: The names of its columns by what they are in small letters.
        rows: Its rows.
    """
    if any(name in names for name in _NAME_SOURCES):
        return True
    cited = (row.get(names.get("citation", ""), "") for row in rows)
    return _title(next(filter(None, cited), ""))[1] >= 0


def read_our_csv(
    rows: list[dict[str, str]], documents: Collection[str], dating: Dating, first: int = 2
) -> Imported:
    """Return what the rows of our own CSV hold.

    Args:
        rows: The rows.
        documents: The ids of the documents whose cards lie beside the file to be written.
        dating: What reads the dates of events.
        first: The row of the table that the first of them is, its headings counted.

    Raises:
        ImportFault: a column is missing, or a cell with a list in JSON holds none.
    """
    _require({name.casefold() for row in rows for name in row})
    found = Imported()
    found.notes.append(_NOT_CARRIED)
    cited: set[str] = set()
    for number, row in enumerate(rows, first):
        cells = {name.casefold(): value for name, value in row.items()}
        if not any(cells.values()):
            continue
        _row(found, f"row {number}", cells, documents, dating)
        cited.update(_list(cells.get("documents", "")))
    leave_disputes_without_sources(found, documents)
    found.miss_cards(cited - {*documents}, documents)
    return found


def _require(names: set[str]) -> None:
    """Raise where a column is missing without which there are no events."""
    needed = {
        "date": "date" in names,
        "title": not names.isdisjoint({"title", "summary"}),
    }
    if missing := [name for name, is_there in needed.items() if not is_there]:
        raise ImportFault(
            f"no event can be taken over: there is no column {' and no column '.join(missing)}",
            f"Export it once more with {' and '.join(missing)} among its --columns.",
        )


def _row(
    found: Imported,
    where: str,
    cells: Mapping[str, str],
    documents: Collection[str],
    dating: Dating,
) -> None:
    disputed = _json(cells, "disputed", where)
    sources = _sources(found, cells, where, documents)
    importance = cells.get("importance", "")
    own = cells.get("id", "")
    draft = found.draft(
        where,
        cells.get("title", ""),
        cells.get("summary", ""),
        dating.read(cells.get("date", "")),
        id=own,
        track=found.entry("tracks", cells["track"]) if cells.get("track") else None,
        topics=found.topics(_list(cells.get("topics", ""))),
        actors=found.actors(_list(cells.get("actors", ""))),
        importance=int(importance) if importance in {"1", "2", "3"} else None,
        sources=sources,
        disputed=disputed,
        **{name: cells.get(name) for name in _TEXTS},
    )
    if own and draft.values["id"] != own:
        draft.left.append(Remark("id", f"id {own!r} is taken, or cannot be one"))
    if importance not in {"", "1", "2", "3"}:
        draft.left.append(Remark("importance", f"importance {importance!r} is not 1, 2 or 3"))
    if not (len(sources) == len(_list(cells.get("citation", ""))) or "citation" not in cells):
        draft.left.append(Remark("citation", f"citation: {cells['citation']}"))
    if not cells.get("source_ids") and not cells.get("citation"):
        said = [name for name in ("source_locators", "says") if cells.get(name)]
        draft.left += [Remark("", f"{name}: {cells[name]}") for name in said]
    if cells.get("links"):
        text = f"links, what each rests on is not said: {cells['links']}"
        draft.left.append(Remark("links, whose basis is not told", text))


def leave_disputes_without_sources(found: Imported, documents: Collection[str]) -> None:
    """Keep an event as a comment where the source of a side of its dispute is not known."""
    known = {*found.sections.get("sources", {}), *documents}
    for draft in found.drafts:
        sides = draft.values.get("disputed", [])
        named = [side.get("source") if isinstance(side, dict) else None for side in sides]
        if any(not isinstance(source, str) or source not in known for source in named):
            draft.lacks.append("the source of a side of its dispute is not in the file")


def _json(cells: Mapping[str, str], name: str, where: str) -> list[Any]:
    try:
        value = json.loads(cells.get(name) or "[]")
    except (ValueError, RecursionError) as error:
        raise ImportFault(f"{where}, {name}: not valid JSON: {error}", "Correct it.") from None
    if not isinstance(value, list):
        raise ImportFault(f"{where}, {name}: a list in JSON is wanted", "Correct it.")
    return value


def _list(cell: str) -> list[str]:
    return [item for item in cell.split(LIST_SEPARATOR) if item]


def _sources(
    found: Imported,
    cells: Mapping[str, str],
    where: str,
    documents: Collection[str],
) -> list[dict[str, Any]]:
    names = _list(cells.get("source_ids", ""))
    locators = cells.get("source_locators", "").split(LIST_SEPARATOR)
    cited = _list(cells.get("citation", ""))
    says = _json(cells, "says", where)
    sources = []
    for at in range(len(names or cited or locators)):
        locator = locators[at] if at < len(locators) else ""
        citation = cited[at] if cited and len(cited) == len(names or cited) else ""
        parts = cited_parts(citation) if citation else Cited("", NO_PUBLISHER)
        spans = list(parts.spans)
        if _SPANS.fullmatch(locator):
            spans = locator.split(",")
        elif locator:
            parts = parts._replace(URL=locator)
        name = names[at] if names else ""
        if not (name or parts.title or parts.URL):
            continue
        said = says[at] if at < len(says) else None
        sources.append(
            {
                "source": name if name in documents else _source(found, name, parts),
                **({"spans": spans} if spans else {}),
                **({"says": said} if said else {}),
            }
        )
    return sources


def _source(found: Imported, name: str, parts: Cited) -> str:
    """Return the id of a source, which is added if need be, of what is known of it."""
    if name:
        add_source(found, name, parts)
        return name
    known = {key: getattr(parts, key) for key in _READ[2:]}
    made = found.source(parts.title or parts.URL, parts.publisher, **known)
    _remark_unread(found, made, parts)
    return made


def add_source(found: Imported, name: str, parts: Cited) -> None:
    """Add a source with its id, if it is not there, of what its citation says."""
    entries = found.sections.setdefault("sources", {})
    if name in entries:
        return
    known = {key: getattr(parts, key) for key in _READ}
    known["title"] = parts.title or name
    entries[name] = {"id": name, **{key: value for key, value in known.items() if value}}
    if not parts.title:
        text = "its title is not told in the table: its id stands for it"
        found.remark("sources", name, "title of a source, its id is taken", text)
    _remark_unread(found, name, parts)


def _remark_unread(found: Imported, name: str, parts: Cited) -> None:
    if parts.unread:
        what = f"a part of its citation could not be told apart: {parts.unread}"
        found.remark("sources", name, "part of a citation", what)


def cited_parts(citation: str) -> Cited:
    """Return the parts of a citation that `cite` or `cite_source` wrote.

    Its title stands in quotation marks, which may hold others; before it stands the author,
    after it publisher, date, addresses and places in a document.
    """
    rest, places = _cut(citation, _PLACES)
    spans = tuple(places.replace("–", "-").split(", ")) if places else ()
    rest, archive_url = _cut(rest, _ARCHIVED)
    rest, read_on = _cut(rest, _ACCESSED)
    rest, address = _cut(rest, _ADDRESS)
    start, end = _title(rest)
    if end < 0:
        return Cited(citation, NO_PUBLISHER, spans=spans)
    author = rest[:start].removesuffix(", ")
    publisher, issued, unread = _published(rest[end + 1 :].removeprefix(", "))
    accessed = read_displayed(read_on)
    unread = unread or ("" if accessed or not read_on else f"accessed {read_on}")
    title = rest[start + 1 : end]
    return Cited(title, publisher, author, issued, address, accessed, archive_url, unread, spans)


def _cut(text: str, part: re.Pattern[str]) -> tuple[str, str]:
    match = part.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")


def _title(text: str) -> tuple[int, int]:
    """Return where the quotation marks of the title stand; (-1, -1) where there are none.

    The title is the first part between commas that is in quotation marks as a whole.
    """
    starts = [match.start() for match in _OPENING.finditer(text)]
    for start in starts:
        end = _closing(text, start)
        if text[end + 1 : end + 3] == ", ":
            return start, end
    end = text.find("”, ", starts[0]) if starts else -1
    return (starts[0], end) if end >= 0 else (-1, -1)


def _closing(text: str, start: int) -> int:
    """Return where the quotation mark at a place is closed; past the end where it is not."""
    depth = 0
    for at in range(start, len(text)):
        depth += {"“": 1, "”": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return len(text)


def _published(text: str) -> tuple[str, str, str]:
    """Return publisher and date of the end of a citation, and what could not be read."""
    publisher, _, words = text.rpartition(", ")
    if not publisher:
        return text or NO_PUBLISHER, "", ""
    if words == _UNDATED:
        return publisher, "", ""
    issued = read_displayed(words)
    return (publisher, issued, "") if issued else (text, "", text)
