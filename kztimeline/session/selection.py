"""What a view shows of the events a query found: by importance, as of a day, on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.edtf import Precision
from kztimeline.session.view import ALL_IMPORTANCES

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date, Endpoint
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline
from typing import TYPE_CHECKING

from kztimeline.dates.edtf import Date, Endpoint
from kztimeline.timeline.as_of import last_day, notice, past, standing, tally

if TYPE_CHECKING:
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline

_REMEMBERED: Final = 32


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

    def __init__(self, timeline: Timeline, limits: Limits | None = None) -> None:
        self._timeline = timeline
        self._limits = limits or Limits(timeline)
        self._as_of = ""
        self._past = timeline
        self._notice = ""

    def choose(self, view: View, found: Sequence[int]) -> Chosen:
        """Return what a view shows of the events at the positions `found`."""
        shown = found
        if view.importance < ALL_IMPORTANCES:
            levels = self._timeline.columns.importances
            shown = [position for position in shown if levels[position] <= view.importance]
        if view.on_day:
            month, day = day_of_year(view.on_day)
            events = self._timeline.events
            shown = [at for at in shown if is_on_day(events[at].date, month, day)]
        if not view.as_of:
            return Chosen(shown, range(len(self._timeline.events)), self._timeline)
        return self._as_seen(view.as_of, shown)

    def _as_seen(self, text: str, shown: Sequence[int]) -> Chosen:
        from kztimeline.timeline.as_of import Standing, known_then, last_day, notice, past, tally

        events = self._timeline.events
        day = last_day(text) or dt.date.max
        standings = self._limits.standings(text)
        if text != self._as_of:
            self._as_of, self._notice = text, notice(tally(standings), text)
            self._past = past(self._timeline, day)

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


class Limits:
    """Tells which events views may show whatever their filters, as sets of positions."""

    def __init__(self, timeline: Timeline) -> None:
        self._columns = timeline.columns
        self._remembered: dict[int | str, int] = {}
        self._standings = "", b""

    def of(self, view: View, pinned: Collection[int] = ()) -> int | None:
        """Return the set of what a view may show, or None for everything.

        Args:
            view: The view.
            pinned: The positions of the pinned events.
        """
        from kztimeline.query import bitsets as bits

        limits = []
        if view.importance < ALL_IMPORTANCES:
            levels = self._columns.importances
            limits.append(self._remember(view.importance, (at <= view.importance for at in levels)))
        if view.as_of:
            limits.append(self.known(view.as_of))
        if view.on_day:
            month, day = day_of_year(view.on_day)
            then = self._columns.dates.each(lambda date: is_on_day(date, month, day))
            limits.append(self._remember(f"on {view.on_day}", then))
        if view.pinned:
            limits.append(bits.from_positions(pinned, len(self._columns.tracks)))
        return reduce(and_, limits) if limits else None

    def known(self, as_of: str) -> int:
        """Return the set of what may be known as of a date."""
        from kztimeline.query import bitsets as bits
        from kztimeline.timeline.as_of import Standing

        if as_of not in self._remembered:
            standings = self.standings(as_of)
            self._remembered[as_of] = bits.from_flags(at != Standing.LATER for at in standings)
        return self._remembered[as_of]

    def standings(self, as_of: str) -> bytes:
        """Return where each event stands to the last day of a date, kept for the last one."""
        known, standings = self._standings
        if known != as_of:
            from kztimeline.timeline.as_of import last_day, standing

            day = last_day(as_of) or dt.date.max
            standings = bytes(self._columns.dates.each(lambda date: standing(date, day)))
            self._standings = as_of, standings
        return standings

    def _remember(self, limit: int | str, allowed: Iterable[bool]) -> int:
        found = self._remembered.get(limit)
        if found is None:
            from kztimeline.query import bitsets as bits

            if len(self._remembered) >= _REMEMBERED:
                self._remembered = {}
            found = self._remembered[limit] = bits.from_flags(allowed)
        return found


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


def seen_by(view: View, timeline: Timeline) -> tuple[Timeline, str]:
    """Return what a view lets be seen of a timeline, and the notice that must go with it.

    The notice is empty where the view is not as of a date.
    """
    day = last_day(view.as_of) if view.as_of else None
    if day is None:
        return timeline, ""
    counts = tally(timeline.columns.dates.each(lambda date: standing(date, day)))
    return past(timeline, day), notice(counts, view.as_of)
