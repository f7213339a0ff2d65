"""Tables: CSV with columns of whatever names, our own CSV, and the sheet of TimelineJS."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from kztimeline.loading.importing.found import (
    Imported,
    ImportFault,
    links_of,
    parts_date,
    read_date,
    without_markup,
)
from kztimeline.timeline.field_types import LIST_SEPARATOR

HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "identifier"),
    "date": ("date", "when", "start", "start date", "date_edtf"),
    "end": ("end", "end date", "until", "to"),
    "title": ("title", "headline", "event", "name", "what"),
    "summary": ("summary", "text", "description", "details"),
    "track": ("track", "group", "column"),
    "topics": ("topics", "topic", "tags", "category", "subject"),
    "place": ("place", "location", "where"),
    "importance": ("importance",),
    "source": ("source", "source title", "reference"),
    "publisher": ("publisher",),
    "url": ("url", "link", "source url", "address"),
    "issued": ("issued", "published", "source date"),
    "author": ("author",),
    "says": ("says",),
    "note": ("note", "notes", "comment"),
    "attributed_to": ("attributed_to",),
    "inference": ("inference",),
}
"""For what is read from a column: the names that a column may have of its own accord."""

_OURS: Final = {"id", "date_start", "source_ids", "source_locators", "citation"}
_SHEET: Final = {"year", "headline", "display date"}
_SEPARATORS: Final = ",;\t|"
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_SPANS: Final = re.compile(r"\d+-\d+(,\d+-\d+)*")


def read_table(text: str, mapping: Mapping[str, str]) -> Imported:
    """Return what a table holds.

    Args:
        text: The table.
        mapping: Names of columns by what is read from them, over those found by their names.

    Raises:
        ImportFault: it has no heading, or no column that is named.
    """
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    names = [name for name in (rows[0] if rows else {}) if name]
    if not names:
        raise ImportFault("the table has no rows", "Give it a line of headings and rows below it.")
    small = {name.strip().casefold(): name for name in names}
    if not mapping and small.keys() >= _OURS:
        return _ours(rows)
    if not mapping and small.keys() >= _SHEET:
        return _sheet(rows)
    return _others(rows, _columns(small, mapping))


def _columns(small: Mapping[str, str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the column that each thing is read from."""
    columns: dict[str, str] = {}
    for wanted, named in mapping.items():
        if wanted not in HEADINGS:
            raise ImportFault(
                f"there is nothing called {wanted!r} to be read from a column",
                f"Those are {', '.join(HEADINGS)}.",
            )
        if named.strip().casefold() not in small:
            raise ImportFault(
                f"there is no column {named!r}", f"The columns are {', '.join(small.values())}."
            )
        columns[wanted] = small[named.strip().casefold()]
    for wanted, others in HEADINGS.items():
        if wanted not in columns:
            found = next((small[other] for other in others if other in small), None)
            if found is not None and found not in columns.values():
                columns[wanted] = found
    if not {"title", "summary"} & columns.keys() or "date" not in columns:
        raise ImportFault(
            "no column is known to hold the date, or the title",
            "Name them: --map date=COLUMN --map title=COLUMN. The columns are "
            f"{', '.join(small.values())}.",
        )
    return columns


def _others(rows: list[dict[str, Any]], columns: Mapping[str, str]) -> Imported:
    found = Imported()
    unread = [name for name in rows[0] if name and name not in columns.values()]
    if unread:
        found.notes.append(f"columns not read: {', '.join(unread)}")
    for number, row in enumerate(rows, 2):
        cells = {wanted: (row.get(name) or "").strip() for wanted, name in columns.items()}
        if not any(cells.values()):
            continue
        draft = found.draft(
            f"row {number}",
            cells.get("title", ""),
            cells.get("summary", ""),
            read_date(cells.get("date", ""), cells.get("end", "")),
            id=_id(cells.get("id", ""), found),
            track=found.entry("tracks", cells["track"]) if cells.get("track") else None,
            topics=[found.entry("topics", name) for name in _split(cells.get("topics", ""))],
            importance=int(cells["importance"])
            if cells.get("importance", "") in "123" and cells.get("importance")
            else None,
            sources=_sources(found, cells),
            **{name: cells.get(name) for name in ("place", "note", "attributed_to", "inference")},
        )
        if "it could not be dated" in draft.lacks:
            said = " to ".join(filter(None, (cells.get("date"), cells.get("end"))))
            draft.left.append(f"the table says {said!r} for the date")
    return found


def _id(text: str, found: Imported) -> str | None:
    from kztimeline.timeline.field_types import FieldError, check_identifier

    try:
        known = {draft.values["id"] for draft in found.drafts}
        return check_identifier(text) if text not in known else None
    except FieldError:
        return None


def _split(text: str) -> list[str]:
    return list(dict.fromkeys(filter(None, map(str.strip, re.split(r"[;|]", text)))))


def _sources(found: Imported, cells: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the sources of a row: what its column names, or an address that stands in it."""
    title, address = cells.get("source", ""), cells.get("url", "")
    if not address and (match := _ADDRESS.search(title)):
        address = match[0]
    if not title and not address:
        return []
    source = found.source(
        title or address,
        cells.get("publisher", ""),
        author=cells.get("author"),
        issued=read_date(cells.get("issued", "")),
        URL=address if _ADDRESS.fullmatch(address) else None,
    )
    return [{"source": source, **({"says": cells["says"]} if cells.get("says") else {})}]


def _ours(rows: list[dict[str, Any]]) -> Imported:
    """Read what `kzt export` wrote as CSV: no kinds of actors, no basis of links stand there."""
    found = Imported()
    for number, row in enumerate(rows, 2):
        cells = {str(name): _unguarded(value or "") for name, value in row.items() if name}
        says = json.loads(cells.get("says") or "[]")
        names = _list(cells["source_ids"])
        locators = cells["source_locators"].split(LIST_SEPARATOR)
        cited = _list(cells["citation"])
        sources = [
            _source_of_ours(found, *each)
            for each in zip(
                names,
                [*locators, *[""] * len(names)],
                [*cited, *names[len(cited) :]],
                [*says, *[None] * len(names)],
                strict=False,
            )
        ]
        draft = found.draft(
            f"row {number}",
            cells["title"],
            cells["summary"],
            read_date(cells["date"]),
            id=cells["id"],
            track=found.entry("tracks", cells["track"]),
            topics=[found.entry("topics", topic) for topic in _list(cells["topics"])],
            importance=int(cells["importance"]) if cells.get("importance") else None,
            sources=sources,
            disputed=json.loads(cells.get("disputed") or "[]"),
            **{name: cells.get(name) for name in ("place", "note", "attributed_to", "inference")},
        )
        for name, what in (("actors", "the kind of each"), ("links", "what each rests on")):
            if cells.get(name):
                draft.left.append(f"{name}, {what} is not said: {cells[name]}")
    return found


def _unguarded(cell: str) -> str:
    """Return a cell as it was before `--excel` guarded it."""
    match = re.fullmatch(r'="((?:[^"]|"")*)"', cell)
    return match[1].replace('""', '"') if match else cell


def _list(cell: str) -> list[str]:
    return [item for item in cell.split(LIST_SEPARATOR) if item]


def _source_of_ours(
    found: Imported, name: str, locator: str, citation: str, says: str | None
) -> dict[str, Any]:
    entries = found.sections.setdefault("sources", {})
    address = locator if _ADDRESS.fullmatch(locator) else None
    entry = {"id": name, "title": citation, "publisher": "stands in the title"}
    entries.setdefault(name, entry | ({"URL": address} if address else {}))
    cited: dict[str, Any] = {"source": name}
    if _SPANS.fullmatch(locator):
        cited["spans"] = locator.split(",")
    return cited | ({"says": says} if says else {})


def _sheet(rows: list[dict[str, Any]]) -> Imported:
    """Read a sheet of TimelineJS."""
    found = Imported()
    for number, row in enumerate(rows, 2):
        cells = {
            str(k).strip().casefold(): _unguarded(v or "").strip() for k, v in row.items() if k
        }
        slide(
            found,
            f"row {number}",
            kind=cells.get("type", ""),
            start=(cells.get("year"), cells.get("month"), cells.get("day")),
            end=(cells.get("end year"), cells.get("end month"), cells.get("end day")),
            words=cells.get("display date", ""),
            headline=cells.get("headline", ""),
            text=cells.get("text", ""),
            media=cells.get("media", ""),
            credit=cells.get("media credit", ""),
            caption=cells.get("media caption", ""),
            group=cells.get("group", ""),
            link=cells.get("link", ""),
        )
    return found


def slide(
    found: Imported,
    where: str,
    *,
    kind: str,
    start: tuple[Any, Any, Any],
    end: tuple[Any, Any, Any],
    words: str,
    headline: str,
    text: str,
    media: str,
    credit: str,
    caption: str,
    group: str,
    link: str = "",
) -> None:
    """Add a slide of TimelineJS: the title, an era or an event."""
    first, last = parts_date(*start), parts_date(*end)
    title = without_markup(headline)
    if kind == "title":
        found.title = title
        return
    if kind == "era":
        if first and title:
            found.entry("eras", title, kind="phase", date=read_date(first, last or first))
        return
    said = without_markup(text)
    sources = [
        {"source": found.source(named or address, "", URL=address)}
        for address, named in [*links_of(text), *([(link, "")] if link else [])]
    ]
    if not sources and _ADDRESS.fullmatch(media):
        named = without_markup(caption) or media
        sources = [{"source": found.source(named, without_markup(credit), URL=media)}]
    draft = found.draft(
        where,
        title,
        said,
        read_date(first, last) if first and (last or not any(end)) else "",
        track=found.entry("tracks", without_markup(group)) if group else None,
        sources=sources,
    )
    if words:
        date = draft.values["date"]
        draft.left.append(f"display date {without_markup(words)!r} beside {date or 'no date'}")
