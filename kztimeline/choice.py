"""What a view chooses of the events a query found: by importance, as of a day, on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.dates import Precision
from kztimeline.view import ALL_IMPORTANCES

if TYPE_CHECKING:
    from kztimeline.dates import Date, Endpoint
    from kztimeline.model import Timeline
    from kztimeline.view import View


class Chosen(NamedTuple):
    """The events a view shows, and how they stand to its day.

    Attributes:
        shown: The positions of the events, ascending.
        everything: The positions of all events that the day lets be known.
        timeline: The timeline as it could be known on the view's day.
        notice: A sentence that says so; empty for the timeline as it is.
        day: The day the view is as of, or None.
        possible: Tells whether the event at a position may have come later.
        ongoing: Returns the date of what was under way, its end open, else None.
    """

    shown: Sequence[int]
    everything: Sequence[int]
    timeline: Timeline
    notice: str = ""
    day: dt.date | None = None
    possible: Callable[[int], bool] = lambda _position: False
    ongoing: Callable[[int], Date | None] = lambda _position: None


class Chooser:
    """Applies views to one timeline and keeps what it worked out for the last day."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._importances = bytes(event.importance for event in timeline.events)
        self._as_of = ""
        self._standings = b""
        self._past = timeline
        self._notice = ""

    def choose(self, view: View, found: Sequence[int]) -> Chosen:
        """Return what a view shows of the events at the positions `found`."""
        shown = found
        if view.importance < ALL_IMPORTANCES:
            levels = self._importances
            shown = [position for position in shown if levels[position] <= view.importance]
        if view.on_day:
            month, day = day_of_year(view.on_day)
            events = self._timeline.events
            shown = [at for at in shown if is_on_day(events[at].date, month, day)]
        if not view.as_of:
            return Chosen(shown, range(len(self._timeline.events)), self._timeline)
        return self._as_seen(view.as_of, shown)

    def _as_seen(self, text: str, shown: Sequence[int]) -> Chosen:
        from kztimeline.asof import Standing, known_then, last_day, notice, past, standing, tally

        events = self._timeline.events
        day = last_day(text) or dt.date.max
        if text != self._as_of:
            found = [standing(event.date, day) for event in events]
            self._as_of, self._standings = text, bytes(found)
            self._past, self._notice = past(self._timeline, day), notice(tally(found), text)
        standings = self._standings

        def ongoing(position: int) -> Date | None:
            date = events[position].date
            known = known_then(date, day)
            return None if known is date else known

        return Chosen(
            [position for position in shown if standings[position] != Standing.LATER],
            [at for at, found in enumerate(standings) if found != Standing.LATER],
            self._past,
            self._notice,
            day,
            lambda position: standings[position] == Standing.POSSIBLE,
            ongoing,
        )


def day_of_year(text: str) -> tuple[int, int]:
    """Return month and day of text such as '11-21'."""
    month, _, day = text.partition("-")
    return int(month), int(day)


def is_on_day(date: Date, month: int, day: int) -> bool:
    """Tell whether something surely happened, began or ended on a day of the year."""
    return _is_that(date.start, month, day) or _is_that(date.end, month, day)


def _is_that(end: Endpoint | None, month: int, day: int) -> bool:
    if end is None or end.precision is not Precision.DAY or end.qualifier:
        return False
    return (end.earliest.month, end.earliest.day) == (month, day)


def first_known(timeline: Timeline) -> str | None:
    """Return the id of the first event that begins at a known time, else of the first."""
    events = timeline.events
    first = next((event for event in events if event.date.earliest is not None), None)
    first = first or next(iter(events), None)
    return first.id if first else None
