"""Events as JSON, one a line: what a stream or a large file is read by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kztimeline.export.records import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.export.records import Export
    from kztimeline.export.tables import Table


def write(export: Export) -> bytes:
    """Return a line for each event, with everything known of it."""
    return _lines(map(plain, export.events))


def write_table(table: Table) -> bytes:
    """Return a line for each row of a list."""
    return _lines({name: plain(row[name]) for name in table.columns} for row in table.rows)


def _lines(values: Iterable[Any]) -> bytes:
    # What some readers take for the end of a line must not stand in one.
    text = "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
