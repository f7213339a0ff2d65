"""The sources of events as CSL-JSON, for Zotero and citation processors.

A date of CSL has parts, a circa, and nothing of decades or doubt: what its parts cannot say
stands in `literal`, which a reader shows as it is (`raw` it would read again), and in the note.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kztimeline.dates.edtf import Date, Endpoint, Precision, parse
from kztimeline.export.making_records import works_of
from kztimeline.text.visible import web_address

if TYPE_CHECKING:
    from kztimeline.export.records import DateRecord, Export, WorkRecord

_CIRCA: Final = frozenset({"~", "%"})


def write(export: Export) -> bytes:
    """Return each source that the events cite, once."""
    uses = Uses(export)
    items = [_item(work, uses) for work in works_of(export)]
    return (json.dumps(items, indent=2, ensure_ascii=False) + "\n").encode()


def _item(work: WorkRecord, uses: Uses) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": work.id,
        "type": "webpage" if work.URL else "document",
        "title": work.title,
        # Styles print both of them where there are both, and of a page some only the container.
        "container-title" if work.URL else "publisher": work.publisher,
    }
    if work.author:
        # Whether a text names one person, several or a body cannot be told.
        item["author"] = [{"literal": work.author}]
    if work.issued:
        item["issued"] = csl_date(work.issued)
    if work.accessed:
        item["accessed"] = csl_date(work.accessed)
    if work.URL:
        item["URL"] = web_address(work.URL) or work.URL
    if work.archive_url:
        item["archive_location"] = work.archive_url
    item["note"] = uses.note(work)
    return item


def csl_date(record: DateRecord) -> dict[str, Any]:
    """Return a date as CSL has it: its parts where they say it all, else in words."""
    date = parse(record.edtf)
    ends = _ends(date)
    if ends is None:
        return {"literal": record.words}
    parts: dict[str, Any] = {"date-parts": [list(_parts(end)) for end in ends]}
    return {**parts, "circa": True} if date.qualifier in _CIRCA else parts


def _ends(date: Date) -> list[Endpoint] | None:
    """Return the ends of a date that CSL can say, else None."""
    if date.start is None or date.end is None or date.precision >= Precision.DECADE:
        return None
    if "?" in date.text or "%" in date.text:
        return None
    return [date.start, date.end] if date.is_interval else [date.start]


def _parts(end: Endpoint) -> tuple[int, ...]:
    day = end.earliest
    return (day.year, day.month, day.day)[: 4 - end.precision]


def _dated(issued: DateRecord | None) -> str:
    if issued is None:
        return "Undated"
    said = issued.words == issued.edtf
    return f"Dated {issued.words}" if said else f"Dated {issued.words} ({issued.edtf})"


class Uses:
    """What sources are cited for, and what of them a citation has no field for."""

    def __init__(self, export: Export) -> None:
        self._events: dict[str, list[str]] = {}
        self._disputes: dict[str, list[str]] = {}
        for event in export.events:
            for source in event.sources:
                self._events.setdefault(source.id, []).append(event.id)
            for claim in event.disputed:
                self._disputes.setdefault(claim.source, []).append(event.id)

    def note(self, work: WorkRecord) -> str:
        """Return whose text a source repeats, its date as it is known, and what it supports.

        Zotero takes a note that begins with a word and a colon for a field of that name.
        """
        events = dict.fromkeys(self._events.get(work.id, ()))
        disputes = dict.fromkeys(self._disputes.get(work.id, ()))
        parts = (
            f"Repeats {work.derived_from}" if work.derived_from else "",
            _dated(work.issued),
            f"Date known from: {work.issued_basis}" if work.issued_basis else "",
            f"Archived at {work.archive_url} " if work.archive_url else "",
            f"Events: {', '.join(events)}" if events else "",
            f"Disputes: {', '.join(disputes)}" if disputes else "",
        )
        return " ".join(f"{part.removesuffix('.')}." for part in parts if part)
