"""Events as CSV: RFC 4180, UTF-8, CRLF, one row an event, the same bytes every time.

`table_schema` describes the columns as a Table Schema, `data_package` the whole file as a
Data Package (both of Frictionless Data, version 1).
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from kztimeline.export.answer import answer_words
from kztimeline.export.columns import Column, ColumnValue, cell, chosen
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.export.plain_lists import PlainList, cell_text
from kztimeline.export.spreadsheet_cells import kept_text

if TYPE_CHECKING:
    from kztimeline.export.records import Export

BYTE_ORDER_MARK: Final = "\ufeff"
_TEXTS: Final = frozenset({"string", "array"})


def write(export: Export) -> bytes:
    """Return a header and a row for each event.

    Where it is for a spreadsheet, a byte order mark comes first, and each text that a
    spreadsheet would turn into something else is a formula with that text for its result,
    `="2007-04"`. The columns of days, numbers and truths stay what they are.
    """
    start = BYTE_ORDER_MARK if export.excel else ""
    return start.encode() + b"".join(table_lines(export))


def table_lines(export: Export) -> list[bytes]:
    """Return the header and the rows, each with the end of its line."""
    columns = chosen(export.columns)
    values = [[column.value(event) for column in columns] for event in export.events]
    rows = [list(map(_cell_for(export.excel), columns, row)) for row in values]
    return _csv([column.name for column in columns], rows)


def write_list(listed: PlainList) -> bytes:
    """Return a header and the rows of a list."""
    rows = [[cell_text(row[name]) for name in listed.columns] for row in listed.rows]
    return b"".join(_csv(listed.columns, rows))


class _Lines(list[bytes]):
    """A file of which each row that is written is one item."""

    def write(self, row: str) -> None:
        self.append(row.encode())


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[bytes]:
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return lines


def _cell_for(excel: bool) -> Any:
    def text(column: Column, value: ColumnValue) -> str:
        written = cell(value)
        return kept_text(written) if excel and column.type in _TEXTS else written

    return text


def schema_of(columns: Iterable[Column], notice: str = "") -> dict[str, Any]:
    """Return columns described as a Table Schema."""
    fields = [
        {"name": column.name, "type": column.type, "description": column.description}
        for column in columns
    ]
    about = {"description": notice} if notice else {}
    names = {field["name"] for field in fields}
    key = {"primaryKey": "id"} if "id" in names else {}
    return {
        **about,
        "fields": fields,
        "missingValues": [""],
        **key,
        "notCarried": BY_NAME["csv"].lacks,
    }


def table_schema(export: Export) -> bytes:
    """Return the columns described as a Table Schema, in JSON."""
    return _json(schema_of(chosen(export.columns), export.notice))


def data_package(export: Export, name: str, content: bytes) -> bytes:
    """Return the descriptor of a data package of one CSV file, in JSON.

    Args:
        export: What the file holds.
        name: The name of the file, which stands in the same folder.
        content: The bytes of the file.
    """
    stem = "".join(letter if letter.isalnum() else "-" for letter in name.lower())
    described = answer_words(export) or "All events."
    package = {
        "profile": "tabular-data-package",
        "name": _ascii(stem),
        "title": export.timeline.title,
        "description": f"{export.notice}. {described}" if export.notice else described,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "events",
                "path": name,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(content),
                "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
                "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "doubleQuote": True},
                "schema": schema_of(chosen(export.columns), export.notice),
            }
        ],
    }
    return _json(package)


def _ascii(name: str) -> str:
    plain = "-".join(part for part in name.split("-") if part.isascii() and part)
    return plain or "events"


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
