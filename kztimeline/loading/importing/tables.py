"""Tables with columns of whatever names; other modules read those of known programs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any, Final

from kztimeline.loading.importing.dating import READ, Dating
from kztimeline.loading.importing.found import (
    NO_SOURCE,
    Draft,
    Imported,
    ImportFault,
    Remark,
)
from kztimeline.loading.importing.our_csv import OUR_COLUMNS, read_our_csv
from kztimeline.loading.importing.timelinejs import SHEET_COLUMNS, read_sheet

HEADINGS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "date": (
        "when it happened or began: 2012, 2012-02, 3 Feb 2012",
        ("date", "when", "start", "start date", "date_edtf"),
    ),
    "end": ("when it ended", ("end", "end date", "until", "to")),
    "title": ("what happened, in one line", ("title", "headline", "event", "name", "what")),
    "summary": ("the same at length", ("summary", "text", "description", "details")),
    "track": ("the name of its track", ("track", "group", "column")),
    "topics": (
        "names of subjects, between semicolons",
        ("topics", "topic", "tags", "category", "subject"),
    ),
    "actors": (
        "who was involved, between semicolons: Jane Smith; NATO (body)",
        ("actors", "actor", "people", "who", "persons", "participants"),
    ),
    "place": ("where", ("place", "location", "where")),
    "importance": ("1 for key events, 2, or 3", ("importance",)),
    "source": ("the title of its source", ("source", "source title", "reference")),
    "publisher": (
        "who published that; with issued it is enough for a paper",
        ("publisher", "newspaper"),
    ),
    "url": ("the address of the source", ("url", "link", "source url", "address")),
    "issued": ("when the source was published", ("issued", "published", "source date")),
    "author": ("who wrote the source", ("author",)),
    "says": ("what the source says", ("says",)),
    "note": ("what else has to be known", ("note", "notes", "comment")),
    "attributed_to": ("whose claim it is", ("attributed_to",)),
    "inference": ("from what the date or a fact was inferred", ("inference",)),
    "id": ("the event's id", ("id", "identifier")),
}
"""What is read from columns: its meaning, and the names that are read of their own accord."""

_SEPARATORS: Final = ",;\t|"
_TOLD: Final = re.compile(r'"?sep=(\t|[^\w\s"])"?', re.IGNORECASE)
_EMPTY: Final = f'{_SEPARATORS} "\r\v\f'
_LARGEST_CELL: Final = 2**24
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_OF_A_SOURCE: Final = ("source", "publisher", "url", "issued", "author", "says")


class MappingFault(ImportFault):
    """A mapping of columns names what there is not."""


def read_table(
    text: str, mapping: Mapping[str, str], documents: Collection[str], dating: Dating
) -> Imported:
    """Return what a table holds.

    Args:
        text: The table.
        mapping: Names of columns by what is read from them, over those found by their names.
        documents: The ids of the documents whose cards lie beside the file to be written.
        dating: What reads dates.

    Raises:
        ImportFault: it has no heading, or no column that is named.
    """
    above, separator, text = _beginning(text)
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise ImportFault(
            f"line {above + reader.line_num}: this is not a table: {error}", "Save it as CSV UTF-8."
        ) from None
    _require_closed_quotes(text, separator, above)
    headings = [name for name in reader.fieldnames or () if name]
    if not headings or not rows:
        raise ImportFault(
            f"the table has {'a line of headings, but no rows' if headings else 'no headings'}",
            "Give it a line of headings and rows below it.",
        )
    small = {name.strip().casefold(): name for name in headings}
    if not mapping and small.keys() >= OUR_COLUMNS:
        found = read_our_csv(rows, documents, dating, above + 2)
    elif not mapping and small.keys() >= SHEET_COLUMNS:
        found = read_sheet(rows, dating, above + 2)
    else:
        found = _others(rows, _columns(small, mapping), dating, above + 2)
    for name, times in Counter(map(str.strip, headings)).items():
        if times > 1:
            found.notes.append(f"{times} columns are called {name}: only the last is read")
    _say_twins(rows, found, above + 2)
    return found


def headings_of(text: str) -> list[str]:
    """Return the names of a table's columns."""
    _above, separator, text = _beginning(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [name for name in next(reader, []) if name]


def _beginning(text: str) -> tuple[int, str, str]:
    """Return how many lines stand above a table, its separator, and the table.

    Above its headings may stand empty rows, and the line in which Excel names the separator.
    """
    above, told = 0, ""
    while text:
        line, end, rest = text.partition("\n")
        if match := _TOLD.fullmatch(line.strip(" \r")):
            told = match[1]
        elif line.strip(_EMPTY):
            break
        above, text = above + bool(end), rest
    return above, told or max(_SEPARATORS, key=text.partition("\n")[0].count), text


def _require_closed_quotes(text: str, separator: str, above: int) -> None:
    """Raise where a quote is opened and never closed, so that the rest is one cell."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begun = 1
    try:
        for _row in reader:
            begun = reader.line_num + 1
    except csv.Error as error:
        if "end of data" in str(error):
            raise ImportFault(
                f"line {above + begun}: a quote is opened in this row and never closed",
                'Close it, or write "" for a quote within a cell.',
            ) from None


def _columns(small: Mapping[str, str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the column that each thing is read from."""
    columns: dict[str, str] = {}
    for wanted, named in mapping.items():
        if wanted not in HEADINGS:
            raise MappingFault(
                f"there is nothing called {wanted!r} to be read from a column",
                f"Those are {', '.join(HEADINGS)}; `kzt help import` says what each means.",
            )
        if named.strip().casefold() not in small:
            raise MappingFault(
                f"there is no column {named!r}", f"The columns are {', '.join(small.values())}."
            )
        columns[wanted] = small[named.strip().casefold()]
    for wanted, (_meaning, others) in HEADINGS.items():
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


def _others(
    rows: list[dict[str, Any]], columns: Mapping[str, str], dating: Dating, first: int
) -> Imported:
    found = Imported()
    unread = [name for name in rows[0] if name and name not in columns.values()]
    if unread:
        found.notes.append(f"columns not read: {', '.join(unread)}")
    for number, row in enumerate(rows, first):
        cells = {wanted: (row.get(name) or "").strip() for wanted, name in columns.items()}
        if any(cells.values()):
            draft = _row(found, f"row {number}", cells, dating)
            if beyond := [cell for cell in row.get(None) or () if cell.strip()]:  # type: ignore[call-overload]
                text = f"cells beyond the headings: {'; '.join(beyond)}"
                draft.left.append(Remark("cell beyond the headings", text))
    return found


def _row(found: Imported, where: str, cells: Mapping[str, str], dating: Dating) -> Draft:
    remarks: list[Remark] = []
    importance = cells.get("importance", "").removesuffix(".0")
    sources = _sources(found, cells, dating, remarks)
    publisher = cells.get("publisher")
    lacking = f"{NO_SOURCE}: its title, address or date is wanted beside its publisher"
    draft = found.draft(
        where,
        cells.get("title", ""),
        cells.get("summary", ""),
        dating.read(cells.get("date", ""), cells.get("end", "")),
        id=cells.get("id"),
        track=found.entry("tracks", cells["track"]) if cells.get("track") else None,
        topics=found.topics(_split(cells.get("topics", ""))),
        actors=found.actors(_split(cells.get("actors", ""))),
        importance=int(importance) if importance in {"1", "2", "3"} else None,
        sources=sources,
        no_source=lacking if publisher else None,
        **{name: cells.get(name) for name in ("place", "note", "attributed_to", "inference")},
    )
    draft.left += remarks
    if importance not in {"", "1", "2", "3"}:
        draft.left.append(Remark("importance", f"importance {importance!r} is not 1, 2 or 3"))
    if cells.get("id") and draft.values["id"] != cells["id"]:
        text = f"id {cells['id']!r} is taken, or cannot be one"
        draft.left.append(Remark("id", text))
    if not sources:
        draft.left += [
            Remark("", f"{name} {cells[name]!r}") for name in _OF_A_SOURCE if cells.get(name)
        ]
    return draft


def _split(text: str) -> list[str]:
    return list(dict.fromkeys(filter(None, map(str.strip, re.split(r"[;|]", text)))))


def _sources(
    found: Imported, cells: Mapping[str, str], dating: Dating, remarks: list[Remark]
) -> list[dict[str, Any]]:
    """Return the source of a row: what its columns name, or an address that stands in them.

    A publisher with a day is a newspaper on paper, whose title is its own name.
    """
    title, address = cells.get("source", ""), cells.get("url", "")
    if not address and (match := _ADDRESS.search(title)):
        address = match[0]
    issued = dating.read(cells.get("issued", ""))
    if not title and not address:
        title = cells.get("publisher", "") if issued.edtf else ""
    if not title and not address:
        return []
    is_web = _ADDRESS.fullmatch(address) is not None
    source = found.source(
        title or address,
        cells.get("publisher", ""),
        author=cells.get("author"),
        issued=issued.edtf,
        URL=address if is_web else None,
    )
    if address and not is_web:
        remarks.append(Remark("address", f"{address!r} is not an address on the web"))
    if issued.words:
        text = f"the table says {issued.words!r} for the date of its source"
        remarks.append(Remark(READ if issued.edtf else "date of a source", text))
    return [{"source": source, **({"says": cells["says"]} if cells.get("says") else {})}]


def _say_twins(rows: list[dict[str, Any]], found: Imported, first_row: int) -> None:
    """Let the second of two rows that are wholly the same stand as a comment."""
    first: dict[str, int] = {}
    twins: dict[str, int] = {}
    for number, row in enumerate(rows, first_row):
        known = first.setdefault(repr(row), number)
        if known != number:
            twins[f"row {number}"] = known
    for draft in found.drafts:
        if draft.where in twins:
            draft.lacks.append("the same as another row")
            draft.left.append(Remark("", f"the same as row {twins[draft.where]}"))
