"""Events as a notebook shows them: pieces of HTML without style or script."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from kztimeline.export.answer import POSSIBLE_MATCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.export.records import EventRecord

SHOWN: Final = 20
"""How many events of many are shown."""


def event_html(event: EventRecord) -> str:
    """Return one event with its sources."""
    sources = "".join(f"<li>{escape(each.citation)}</li>" for each in event.sources)
    return (
        f"<p><b>{escape(event.date.words)}</b>{_doubt(event)} {escape(event.title)}<br>"
        f"{escape(event.summary)}</p><ol>{sources}</ol>"
    )


def _doubt(event: EventRecord) -> str:
    return f" ({POSSIBLE_MATCH})" if event.match == "possible" else ""


def table_html(events: Sequence[EventRecord], rest: int) -> str:
    """Return a table of events, a line each, and how many more there are."""
    rows = "".join(
        f"<tr><td>{escape(event.date.words)}{_doubt(event)}</td><td>{escape(event.track.name)}</td>"
        f"<td>{escape(event.title)}</td><td><code>{escape(event.id)}</code></td></tr>"
        for event in events
    )
    return f"<table>{rows}</table>" + (f"<p>… and {rest} more</p>" if rest > 0 else "")
