"""Events in full as plain text, and lists with a line for each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.export.answer import match_words
from kztimeline.export.plain_lists import cell_text
from kztimeline.export.plain_text import in_full

if TYPE_CHECKING:
    from kztimeline.export.plain_lists import PlainList
    from kztimeline.export.records import Export

WIDTH: Final = 80


def write(export: Export) -> bytes:
    """Return the events in their order, wrapped to `WIDTH` columns."""
    notice = [f"{export.notice}\n"] if export.notice else []
    events = [
        in_full(export.timeline, export.timeline.event(each.id), WIDTH, match=match_words(each))
        for each in export.events
    ]
    return "\n".join([*notice, *events]).encode()


def write_list(listed: PlainList) -> bytes:
    """Return a list with a line for each cell that says something."""
    widest = max(map(len, listed.columns))
    rows = [
        "".join(f"{name:<{widest}}  {cell_text(row[name])}\n" for name in listed.columns)
        for row in listed.rows
    ]
    return "\n".join(rows).encode()
