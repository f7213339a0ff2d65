"""What becomes of what the reader sees when the timeline is read again."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from kztimeline.text.numbers import count_of
from kztimeline.timeline.bulk.record_tables import are_equal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.session.view import View
    from kztimeline.timeline.model import Event, Timeline

_OF_EVENT: Final = frozenset({"evidence", "pair"})
"""The pages that show the selected event."""


def successor(before: Timeline, after: Timeline, event: str | None) -> str | None:
    """Return the event to select instead of one that may have gone.

    That is the same where it is still there, else the next one in time, or the last.
    """
    if event in after.positions_by_id or not after.events:
        return event if after.events else None
    if event is None or event not in before.positions_by_id:
        return after.events[0].id
    place = (before.event(event).date, event)
    row = bisect_left(after.events, place, key=lambda other: (other.date, other.id))
    return after.events[min(row, len(after.events) - 1)].id


def reconciler(before: Timeline, after: Timeline) -> Callable[[View], View]:
    """Return what makes a view of one timeline into that of another.

    The page of an event that is gone gives way to the list.
    """
    known = after.positions_by_id

    def reconciled(view: View) -> View:
        is_there = view.cursor is None or view.cursor in known
        mark = view.mark if view.mark in known else ""
        can_stay = {
            "evidence": is_there,
            "pair": is_there and bool(mark),
            "coverage": bool(after.documents),
        }
        page = view.page if can_stay.get(view.page, True) else ""
        return view.but(
            cursor=successor(before, after, view.cursor),
            reading=view.reading and is_there,
            trail=tuple(event for event in view.trail if event in known),
            page=page,
            over=view.over if page and can_stay.get(view.over, True) else "",
            day=view.day,
            mark=mark,
        )

    return reconciled


def gone_text(view: View, selected: Event | None, marked: Event | None, after: Timeline) -> str:
    """Return which event that the reader was at is no longer there; nothing where all are.

    Args:
        view: What was shown before the timeline was read again.
        selected: The event selected there.
        marked: The event that was measured from.
        after: The timeline as it is now.
    """
    reads = view.reading or view.page in _OF_EVENT
    asked = (
        ("The event you were reading" if reads else "The selected event", selected),
        ("The event measured from", marked if marked is not selected else None),
    )
    return " ".join(
        f"{which} is gone: “{event.title}”."
        for which, event in asked
        if event is not None and event.id not in after.positions_by_id
    )


def changes(before: Timeline, after: Timeline) -> str:
    """Return in words which events differ between two versions of a timeline."""
    old, new = before.positions_by_id, after.positions_by_id
    kept = old.keys() & new.keys()
    counts = {
        "new": len(new) - len(kept),
        "changed": sum(
            not are_equal(before.events, old[event], after.events, new[event]) for event in kept
        ),
        "gone": len(old) - len(kept),
    }
    said = [f"{count:,} {what}" for what, count in counts.items() if count]
    events = count_of(len(after.events), "event")
    if not said:
        return f"no changes ({events})"
    if len(said) == 1 and counts["changed"]:
        return f"{counts['changed']:,} of {len(after.events):,} changed"
    return f"{', '.join(said)}; now {events}"
