"""What the list shows, as one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.text.cells import fit, lines_of
from kztimeline.tui.render.rails.lines import not_ongoing

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.dates.edtf import Date
    from kztimeline.session.search import Found
    from kztimeline.session.view import Zoom
    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Position


class Listed(NamedTuple):
    """The events of the list, and how they are drawn.

    Attributes:
        shown: The positions of the events, ascending.
        found: How they match the filter.
        everything: The positions of all events that may be counted.
        cursor: The position to select, or the next one shown.
        hits: How they match the find.
        pinned: The positions of those that are pinned.
        ongoing: Returns the date of an event that is under way, else None.
        zoom: How they are drawn.
        opened: The years that are opened.
        notice: What to say where there are no events.
        contexts: By position, what of an event matches where its title does not.
        known_until: The day after which nothing is to be known, or None.
    """

    shown: Sequence[Position]
    found: Found
    everything: Sequence[Position]
    cursor: Position | None
    hits: Found | None = None
    pinned: frozenset[Position] = frozenset()
    ongoing: Callable[[Position], Date | None] = not_ongoing
    zoom: Zoom = "events"
    opened: frozenset[int] = frozenset()
    notice: tuple[str, ...] = ()
    contexts: Mapping[Position, str] = {}
    known_until: dt.date | None = None

    def notice_line(self, width: int, window: int, y: int) -> str:
        """Return a line of what is said where there are no events, in the middle of a window."""
        lines = [line for text in self.notice for line in lines_of(text, max(width - 2, 1))]
        first = max((window - len(lines)) // 2, 0)
        return fit(lines[y - first], width, "centre") if first <= y < first + len(lines) else ""


def highlights_of(listed: Listed) -> Callable[[str], Highlights]:
    """Return what of a text the filter and the find match."""
    found, hits = listed.found, listed.hits
    if hits is None:
        return found.highlights
    return lambda text: sorted([*found.highlights(text), *hits.highlights(text)])
