"""Events as JSON: everything that is known of them, and of the timeline around them.

`write` makes one object, `write_lines` an object a line, for a stream or a large file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kztimeline.export.making_records import timeline_record
from kztimeline.export.records import as_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.export.plain_lists import PlainList
    from kztimeline.export.records import Export

_HALVES: Final = "backslashreplace"
"""What is done with a byte of a name that is no UTF-8: its escape is one of JSON."""


def write(export: Export) -> bytes:
    """Return the events and the timeline around them, in JSON."""
    return _text(as_plain(timeline_record(export)))


def write_list(listed: PlainList) -> bytes:
    """Return the rows of a list, in JSON."""
    rows = [{name: as_plain(row[name]) for name in listed.columns} for row in listed.rows]
    return _text({listed.name: rows})


def write_lines(export: Export) -> bytes:
    """Return a line for each event, with everything known of it."""
    return _lines(map(as_plain, export.events))


def write_lines_list(listed: PlainList) -> bytes:
    """Return a line for each row of a list."""
    return _lines({name: as_plain(row[name]) for name in listed.columns} for row in listed.rows)


def _lines(values: Iterable[Any]) -> bytes:
    # What some readers take for the end of a line must not stand in one.
    text = "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode(errors=_HALVES)


def _text(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode(errors=_HALVES)
