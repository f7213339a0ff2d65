"""Events as JSON: everything that is known of them, and of the timeline around them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kztimeline.export.recording import timeline_record
from kztimeline.export.records import plain

if TYPE_CHECKING:
    from kztimeline.export.records import Export
    from kztimeline.export.tables import Table


def write(export: Export) -> bytes:
    """Return the events and the timeline around them, in JSON."""
    return _text(plain(timeline_record(export)))


def write_table(table: Table) -> bytes:
    """Return the rows of a list, in JSON."""
    rows = [{name: plain(row[name]) for name in table.columns} for row in table.rows]
    return _text({table.name: rows})


def _text(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
