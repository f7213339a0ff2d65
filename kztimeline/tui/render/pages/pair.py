"""Two events side by side: the marked one and the selected one, and how far apart they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.session.telling.measure import measure
from kztimeline.tui.render.pages.event_detail import EventWriter
from kztimeline.tui.render.pages.writer import Detail, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Event, Timeline

_GAP = 3
_LEAST = 34


def pair_of(
    timeline: Timeline,
    marked: Event,
    here: Event,
    cells: int,
    highlights: Callable[[str], Highlights],
    read_text: Callable[[str], str | None],
    narrowed: bool = False,
) -> Detail:
    """Return two events, the earlier one first, beside each other where both have room.

    Args:
        timeline: What they are part of.
        marked: The one that was marked.
        here: The other one.
        cells: The width to wrap to.
        highlights: What of a text to draw as matching.
        read_text: Returns the text of a document by its id, where it is at hand.
        narrowed: Whether only some events are shown, while all are counted.
    """
    page = Writer(max(cells, 8))
    page.paragraph(
        measure(timeline, marked, here, narrowed) or "One event, marked and selected.", "title"
    )
    page.gap()
    beside = cells >= 2 * _LEAST + _GAP
    each = (cells - _GAP) // 2 if beside else cells
    columns = [
        _column(EventWriter(timeline, event, max(each, 8), highlights, read_text))
        for event in sorted((marked, here), key=lambda event: event.date)
    ]
    if beside:
        page.beside(columns, _GAP)
    else:
        for column in columns:
            page.detail.lines += [*column.detail.lines, ()]
    return page.detail


def _column(writer: EventWriter) -> Writer:
    writer.head()
    writer.summary()
    writer.dispute()
    writer.people()
    writer.date()
    return writer
