"""A timeline with passages, and what a test reads off the screen."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from kztimeline.dates.edtf import parse
from kztimeline.documents.texts import find_text
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Citation, Document, Event, Mention, Timeline
from kztimeline.tui.app import TimelineApp
from kztimeline.tui.screens.timeline import TimelineScreen
from kztimeline.tui.themes import DARK
from tests.tui.driving import Reader
from tests.tui.sample import DOCUMENTS, SPECIAL, event, timeline_of

LETTER = """\
A letter home, written in March.

The council called a vote. Ito came to the Longquay on Wednesday and pressed the envoy.
Two days later he left. Sixteen people died on December 16; nobody says who fired.
He was 61, and will return some day.
"""
PHRASES: Mapping[str, Mapping[str, object]] = {
    "March": {"kind": "relative", "date": "2012-03", "dismissed": "when the letter was written"},
    "Wednesday": {
        "kind": "relative",
        "date": "2012-02-01",
        "anchor": "publication date 2012-03",
        "cited_by": ("press",),
    },
    "Two days later": {"kind": "relative", "date": "2012-02-03", "cited_by": ("press", "strike")},
    "December 16": {"kind": "date", "date": "2011-12-16", "cited_by": ("strike",)},
    "61": {"kind": "age", "dismissed": "an age, not a date"},
    "some day": {"kind": "vague"},
}


def _span(phrase: str) -> Span:
    start = LETTER.index(phrase)
    return Span(start, start + len(phrase))


def _mention(phrase: str, date: str | None = None, **rest: object) -> Mention:
    read = parse(date) if date else None
    return Mention(span=_span(phrase), text=phrase, date=read, **rest)  # type: ignore[arg-type]


LETTER_CARD: Document = replace(
    DOCUMENTS[0],
    sha256=hashlib.sha256(LETTER.encode()).hexdigest(),
    characters=len(LETTER),
    URL="https://archive.example/letter",
    mentions=tuple(_mention(phrase, **rest) for phrase, rest in PHRASES.items()),  # type: ignore[arg-type]
)


def _with_passages(item: Event) -> Event:
    spans = {"press": ("Wednesday", "Two days later"), "strike": ("December 16",)}.get(item.id, ())
    rest = tuple(citation for citation in item.sources if citation.source != "d1")
    own = Citation(source="d1", spans=tuple(map(_span, spans)), says="They met.")
    return replace(item, sources=(own, *rest)) if spans else item


def evidenced() -> Timeline:
    """Return the special events of the sample, two of them with passages of a letter."""
    far = event("far", "1999-05-05", "Nothing has to do with this")
    events = [_with_passages(item) for item in (*SPECIAL, far)]
    timeline = timeline_of(events)
    return replace(timeline, documents=(LETTER_CARD, DOCUMENTS[1]))


def app_of(folder: Path | None = None, timeline: Timeline | None = None) -> TimelineApp:
    """Return the program over `evidenced`, the texts looked for in a folder."""
    shown = timeline or evidenced()

    def text_of(document: Document) -> str | None:
        return find_text(document, folder) if folder else None

    return TimelineApp(shown, text_of, theme=DARK, find_folder=lambda: folder)


def screen_of(pilot: Pilot[None]) -> TimelineScreen:
    """Return the screen of the timeline."""
    return next(item for item in pilot.app.screen_stack if isinstance(item, TimelineScreen))


async def at(pilot: Pilot[None], identifier: str) -> TimelineScreen:
    """Select an event and return the screen."""
    reader = Reader(pilot.app, pilot)  # type: ignore[arg-type]
    await reader.settle()
    screen = screen_of(pilot)
    screen.ask(cursor=identifier)
    await reader.settle()
    return screen


async def text_after(pilot: Pilot[None], *keys: str) -> str:
    """Press keys and return what the screen shows but for scroll bars, runs of spaces as one."""
    reader = Reader(pilot.app, pilot)  # type: ignore[arg-type]
    for key in keys:
        reader.send(key)
        await _drawn(reader)
    if not keys:
        await _drawn(reader)
    strips = pilot.app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip) for strip in strips)
    return "\n".join(" ".join(line.removesuffix("┃").split()) for line in lines)


async def _drawn(reader: Reader) -> None:
    """Wait while a page is laid out in one round of messages and filled in another."""
    for _ in range(2):
        await reader.settle()
