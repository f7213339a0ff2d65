"""How far the selected event is from the marked one, and what lay between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.dates.distance import measured
from kztimeline.timeline.relations import events_between, in_between

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event, Timeline


def measure(timeline: Timeline, marked: Event, here: Event, narrowed: bool = False) -> str:
    """Return it in words: '46 days (1 month 15 days) · 1–2 events between'.

    Dates that meet or overlap say so; nothing is made up for an open end.

    Args:
        timeline: What is known.
        marked: The one event.
        here: The other.
        narrowed: Whether only some events are shown, while all are counted.
    """
    if marked.id == here.id:
        return ""
    length = measured(marked.date, here.date) or "no distance: a date has an open end"
    count = in_between(events_between(timeline, marked, here))
    of_all = f", of all {len(timeline.events):,}" if count and narrowed else ""
    return " · ".join(filter(None, (length, f"{count}{of_all}")))
