"""Events and timelines for tests, plain where the test does not care."""

from __future__ import annotations

from collections.abc import Iterable

from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Citation, Event, Timeline


def build_event(
    identifier: str, date: str, title: str = "Something happens", **more: object
) -> Event:
    """Return an event; `sources` may be ids alone."""
    sources = more.pop("sources", ())
    assert isinstance(sources, tuple)
    fields: dict[str, object] = {"summary": "Nothing more.", "importance": 2, "topics": (), **more}
    cited = tuple(Citation(source=each) if isinstance(each, str) else each for each in sources)
    return Event(id=identifier, date=parse(date), title=title, sources=cited, **fields)  # type: ignore[arg-type]


def build_timeline(events: Iterable[Event], **more: object) -> Timeline:
    """Return a timeline of these events, in their order."""
    fields: dict[str, object] = {
        "title": "A timeline",
        "period": parse("1991/2024"),
        **dict.fromkeys(("tracks", "topics", "eras", "actors", "sources", "documents"), ()),
        **more,
    }
    ordered = tuple(sorted(events, key=lambda each: (each.date, each.id)))
    return Timeline(events=ordered, **fields)  # type: ignore[arg-type]
