"""The selected event in a few lines below the list, where no text has room beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.text.cells import clean, lines_of, width
from kztimeline.text.numbers import count_of
from kztimeline.text.patterns import pattern
from kztimeline.text.pieces import DrawnLine, Piece, clip, pieces_width
from kztimeline.timeline.relations import steps
from kztimeline.tui.render.signs import DISPUTED, INFERRED, PASSAGE, TRACK_ROLES, date_sign

if TYPE_CHECKING:
    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Event, Timeline


_LEADS: Final = (
    (pattern(rf"({PASSAGE} )?\d+ (other )?(sources?|documents?)"), "evidence"),
    (pattern(rf"{DISPUTED} sources disagree|{INFERRED} inferred"), "evidence"),
    (pattern(r"\d+ links?"), "follow"),
)
"""Which action each part of the legend leads to."""


def preview(timeline: Timeline, event: Event, cells: int, height: int) -> list[DrawnLine]:
    """Return the lines: when and where, what happened, what there is to read on."""
    body = height - 2
    lines = [_head(timeline, event, cells)]
    summary = lines_of(clean(event.summary), max(cells - 2, 1), max(body, 1))
    summary += [""] * (body - len(summary))
    lines += [[Piece(f" {line}", "text")] for line in summary[: max(body, 0)]]
    lines.append(clip([Piece(" "), *_legend(timeline, event, cells - 2)], cells))
    return lines[:height]


def _head(timeline: Timeline, event: Event, cells: int) -> DrawnLine:
    track = timeline.lane(event.track)
    place = f" · {event.place}" if event.place else ""
    line = clip(
        [
            Piece("─ ", "rule"),
            Piece(f"{date_sign(event.date)} ", TRACK_ROLES[track]),
            Piece(clean(display(event.date)), "date"),
            Piece(f" · {clean(timeline.tracks[track].name)}", TRACK_ROLES[track]),
            Piece(clean(place), "muted"),
            Piece(" ", "rule"),
        ],
        cells - 1,
    )
    return [*line, Piece("─" * (cells - pieces_width(line)), "rule")]


def legend(timeline: Timeline, event: Event) -> list[str]:
    """Return the signs of an event with what they say of it, and how many links it has."""
    documents = sum(citation.source in timeline.documents_by_id for citation in event.sources)
    others = len(event.sources) - documents
    links = len(steps(timeline, event))
    parts = []
    if event.disputed:
        parts.append(f"{DISPUTED} sources disagree")
    if event.inference:
        parts.append(f"{INFERRED} inferred")
    if documents:
        parts.append(f"{PASSAGE} {count_of(documents, 'document')}")
    if others:
        parts.append(count_of(others, "source" if not documents else "other source"))
    if links:
        parts.append(count_of(links, "link"))
    return parts


def _legend(timeline: Timeline, event: Event, cells: int) -> DrawnLine:
    """Return as many parts of the legend as have room."""
    line: DrawnLine = []
    for part in legend(timeline, event):
        gap = "   " if line else ""
        if pieces_width(line) + width(gap + part) > cells:
            break
        line.append(Piece(f"{gap}{part}", "muted"))
    return line


def leads_to(text: str, cell: Cell) -> str:
    """Return the action that the part of a legend at a cell leads to, or nothing."""
    start = 0
    for part in re.split(r"(\s{3,})", text):
        start += width(part)
        if cell < start:
            words = part.strip()
            return next((action for said, action in _LEADS if said.fullmatch(words)), "")
    return ""
