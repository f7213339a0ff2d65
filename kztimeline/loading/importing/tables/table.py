"""Tables with columns of whatever names; other modules read those of known programs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from kztimeline.dates.typed.words import month_of
from kztimeline.loading.importing.dating import READ, Dated, Dating
from kztimeline.loading.importing.found import (
    NO_SOURCE,
    Imported,
    ImportFault,
    Remark,
    unguarded,
)
from kztimeline.loading.importing.tables.headings import DATE_PARTS, columns_read
from kztimeline.loading.importing.tables.our_csv import OUR_COLUMNS, is_ours, read_our_csv
from kztimeline.loading.importing.tidying import Tidying
from kztimeline.loading.importing.timelinejs import is_slides, read_sheet
from kztimeline.loading.importing.undated import IN_FIGURES
from kztimeline.text.letters.unseen import put_right

_SEPARATORS: Final = ",;\t|"
_TOLD: Final = re.compile(r'"?sep=(\t|[^\w\s"])"?', re.IGNORECASE)
_EMPTY: Final = f'{_SEPARATORS} "\r\v\f'
_FIRST_ROWS: Final = 10
_LARGEST_CELL: Final = 2**24
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_BEYOND: Final = "beyond the headings"
_UNNAMED: Final = "without a heading"
_TWICE: Final = "of another column of the same name"
_LEFT: Final = (_BEYOND, _UNNAMED, _TWICE)
"""What the cells of a row that have no column of their own stand under, beside its columns."""
_TWO_FIGURES: Final = 2
_OF_A_SOURCE: Final = ("source", "publisher", "url", "issued", "author", "says")


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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        first, *rest = list(reader) or [[]]
    except csv.Error as error:
        raise ImportFault(
            f"line {above + reader.line_num}: this is not a table: {error}", "Save it as CSV UTF-8."
        ) from None
    _require_closed_quotes(text, separator, above)
    small: dict[str, str] = {}
    named = [put_right(unguarded(name))[0].strip() for name in first]
    headings = [small.setdefault(name.casefold(), name) if name else "" for name in named]
    if not small or not any(rest):
        raise ImportFault(
            f"the table has {'a line of headings, but no rows' if small else 'no headings'}",
            "Give it a line of headings and rows below it.",
        )
    is_sheet = not mapping and is_slides(small)
    tidying = Tidying(entities=is_sheet)
    rows = [_record(headings, row, number, tidying) for number, row in enumerate(rest, above + 2)]
    if not mapping and is_ours(small, rows):
        found = read_our_csv(rows, documents, dating, above + 2)
        read = {name for name in headings if name.casefold() in OUR_COLUMNS}
    elif is_sheet:
        found = read_sheet(rows, dating, above + 2)
        # What it does not carry of a slide, all its columns counted, it says itself.
        read = {*headings, *_LEFT}
    else:
        columns = columns_read(small, mapping, enumerate(rest[:_FIRST_ROWS], above + 2))
        found = _others(rows, columns, dating, above + 2)
        read = {*columns.values()}
    found.notes += _unread(headings, read, rows)
    found.notes += [
        f"{times} columns are called {name}: the last that is filled is read"
        for name, times in Counter(filter(None, headings)).items()
        if times > 1
    ]
    found.notes += tidying.notes()
    _keep_unread(rows, found, above + 2, read)
    _say_twins(rows, found, above + 2)
    return found


def _unread(
    headings: Sequence[str], read: Collection[str], rows: Iterable[Mapping[str, str]]
) -> list[str]:
    """Return what is said of the columns that are not read."""
    unread = list(dict.fromkeys(name for name in headings if name and name not in read))
    notes = [f"columns not read: {', '.join(unread)}"] if unread else []
    if any(row.get(_UNNAMED) for row in rows):
        notes.append("a column without a heading is not read")
    return notes


def _record(
    headings: Sequence[str], row: Sequence[str], number: int, tidying: Tidying
) -> dict[str, str]:
    """Return the cells of a row by their columns; of an empty line, which is a row, none.

    Of columns of one name it has the last that is filled. Cells that have no column of their own
    stand together.
    """
    record = dict.fromkeys(filter(None, headings), "") if row else {}
    left: dict[str, list[str]] = {}
    for name, cell in zip_longest(headings[: len(row)], row, fillvalue=_BEYOND):
        text = tidying.text(unguarded(cell), f"row {number}", name)
        if name in record and not record[name].strip():
            record[name] = text
        elif name in record and text.strip() and text != record[name]:
            left.setdefault(_TWICE, []).append(f"{name} {record[name]!r}")
            record[name] = text
        elif name not in record and text.strip():
            left.setdefault(name or _UNNAMED, []).append(text)
    return record | {name: "; ".join(cells) for name, cells in left.items()}


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


def _others(
    rows: Iterable[Mapping[str, str]], columns: Mapping[str, str], dating: Dating, first: int
) -> Imported:
    found = Imported()
    for number, row in enumerate(rows, first):
        cells = {wanted: row.get(name, "").strip() for wanted, name in columns.items()}
        if any(map(str.strip, row.values())):
            _row(found, f"row {number}", cells, dating)
    return found


def _row(found: Imported, where: str, cells: Mapping[str, str], dating: Dating) -> None:
    remarks: list[Remark] = []
    importance = cells.get("importance", "").removesuffix(".0")
    sources = _sources(found, cells, dating, remarks)
    publisher = cells.get("publisher")
    lacking = f"{NO_SOURCE}: its title, address or date is wanted beside its publisher"
    draft = found.draft(
        where,
        cells.get("title", ""),
        cells.get("summary", ""),
        _dated(cells, dating),
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


def _dated(cells: Mapping[str, str], dating: Dating) -> Dated:
    """Return the date of a row, which may stand in three columns."""
    date, end = cells.get("date", "") or cells.get("year", ""), cells.get("end", "")
    month, day = cells.get("month", ""), cells.get("day", "")
    if "year" not in cells or not (month or day):
        return dating.read(date, end)
    named = month_of(month.rstrip(".").casefold())
    parts = dating.parts(date, named or month, day)
    if parts.edtf and len(date) > _TWO_FIGURES:
        return dating.read(parts.edtf, end)
    said = ", ".join(f"{name} {cells[name]}" for name in (*DATE_PARTS, "end") if cells.get(name))
    return Dated("", said, parts.why or IN_FIGURES)


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
        why = f": {issued.why}" if issued.why else ""
        text = f"the table says {issued.words!r} for the date of its source{why}"
        remarks.append(Remark(READ if issued.edtf else "date of a source", text))
    return [{"source": source, **({"says": cells["says"]} if cells.get("says") else {})}]


def _keep_unread(
    rows: Iterable[Mapping[str, str]], found: Imported, first_row: int, read: Collection[str]
) -> None:
    """Keep the cells of a row that are not read beside its event."""
    by_place = {f"row {number}": row for number, row in enumerate(rows, first_row)}
    for draft in found.drafts:
        for name, cell in by_place[draft.where].items():
            if name in read or not cell.strip():
                continue
            if name in _LEFT:
                draft.left.append(Remark(f"cell {name}", f"cells {name}: {cell}"))
            else:
                draft.left.append(Remark("cell of a column that is not read", f"{name}: {cell}"))


def _say_twins(rows: list[dict[str, str]], found: Imported, first_row: int) -> None:
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
