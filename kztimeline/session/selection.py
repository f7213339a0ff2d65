"""What a view shows of a timeline. Nothing else answers that.

The list on the screen, the counts of facets and offers, `@name` in a query, the
commands, CSV and briefings all ask here; how a view can be narrowed stands in `limits`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.edtf import Precision
from kztimeline.session.limits import (
    AS_OF,
    BESIDE_THE_FILTER,
    CERTAIN,
    FILTER,
    Grounds,
    Limit,
    limits_of,
)
from kztimeline.session.view import View

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.bulk.bitsets import PositionSet
    from kztimeline.timeline.model import Position, Timeline

_REMEMBERED: Final = 32


class Selection(NamedTuple):
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

    shown: Sequence[Position]
    everything: Sequence[Position]
    timeline: Timeline
    notice: str = ""
    day: dt.date | None = None
    possible: Callable[[Position], bool] = lambda _position: False
    ongoing: Callable[[Position], Date | None] = lambda _position: None


def _whole(_view: View, _certain: bool) -> PositionSet:
    raise LookupError("a filter is answered by a Search")


class Selector:
    """Applies views to one timeline and keeps what it worked out for the last ones.

    Args:
        timeline: The timeline.
        answers: Returns the set of what matches the filter of a view, possibly or only for certain.
    """

    def __init__(
        self, timeline: Timeline, answers: Callable[[View, bool], PositionSet] = _whole
    ) -> None:
        self._timeline = timeline
        self._answers = answers
        self._remembered: dict[tuple[str, object], PositionSet] = {}
        self._standings = "", b""
        self._past = "", timeline, ""

    def select(
        self, view: View, found: Sequence[Position], pinned: Collection[Position] = ()
    ) -> Selection:
        """Return what a view shows.

        Args:
            view: The view.
            found: The positions of what its filter finds, ascending.
            pinned: The positions of the pinned events.
        """
        shown = self._among(found, self.within(view, pinned))
        if not view.as_of:
            return Selection(shown, range(len(self._timeline.events)), self._timeline)
        return self._as_seen(view, shown)

    def within(self, view: View, pinned: Collection[Position] = ()) -> PositionSet | None:
        """Return the set of what a view may show whatever its filter; None for everything.

        Args:
            view: The view.
            pinned: The positions of the pinned events.
        """
        on = [limit for limit in BESIDE_THE_FILTER if limit.is_on(view)]
        return self._through(on, view, pinned) if on else None

    def hiding(self, view: View, position: Position, pinned: Collection[Position]) -> list[Limit]:
        """Return the limits of a view that hide the event at a position, the first first."""
        hiding = [
            limit
            for limit in limits_of(view)
            if not self._let_through(limit, view, pinned) >> position & 1
        ]
        # What does not match at all is no possible match either.
        return [limit for limit in hiding if limit is not CERTAIN or FILTER not in hiding]

    def beyond_queries(self, view: View, pinned: Collection[Position]) -> list[str] | None:
        """Return the ids that the limits leave which no query can say; None for no such limit."""
        on = [limit for limit in limits_of(view) if limit.as_query(view) is None]
        if not on:
            return None
        from kztimeline.timeline.bulk import bitsets as bits

        events = self._timeline.events
        return [events[at].id for at in bits.to_positions(self._through(on, view, pinned))]

    def known(self, as_of: str) -> PositionSet:
        """Return the set of what may be known as of a date."""
        return self._let_through(AS_OF, View(as_of=as_of), ())

    def standings(self, as_of: str) -> bytes:
        """Return where each event stands to the last day of a date, kept for the last one."""
        known, standings = self._standings
        if known != as_of:
            from kztimeline.timeline.as_of import day_meant, standing

            day = day_meant(as_of) or dt.date.max
            dates = self._timeline.columns.dates
            standings = bytes(dates.each(lambda date: standing(date, day)))
            self._standings = as_of, standings
        return standings

    def _through(
        self, limits: Iterable[Limit], view: View, pinned: Collection[Position]
    ) -> PositionSet:
        """The set of what all of some limits, at least one, let through."""
        return reduce(and_, (self._let_through(limit, view, pinned) for limit in limits))

    def _let_through(self, limit: Limit, view: View, pinned: Collection[Position]) -> PositionSet:
        """The set of what a limit lets through, kept where the view alone decides it."""
        grounds = Grounds(self._timeline, pinned, self.standings, self._answers)
        if not limit.stands_alone:
            return limit.lets_through(grounds, view)
        key = limit.field, getattr(view, limit.field)
        if key not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered = {}
            self._remembered[key] = limit.lets_through(grounds, view)
        return self._remembered[key]

    def _among(self, found: Sequence[Position], within: PositionSet | None) -> Sequence[Position]:
        if within is None:
            return found
        from kztimeline.timeline.bulk import bitsets as bits

        allowed = bits.to_flags(within, len(self._timeline.events))
        return [position for position in found if allowed[position]]

    def _as_seen(self, view: View, shown: Sequence[Position]) -> Selection:
        from kztimeline.timeline.as_of import Standing, day_meant, known_then
        from kztimeline.timeline.bulk import bitsets as bits

        events = self._timeline.events
        day = day_meant(view.as_of) or dt.date.max
        standings = self.standings(view.as_of)
        past, notice = self._past_of(view.as_of, day)

        def ongoing(position: Position) -> Date | None:
            date = events[position].date
            known = known_then(date, day)
            return None if known is date else known

        return Selection(
            shown,
            bits.to_positions(self.known(view.as_of)),
            past,
            notice,
            day,
            lambda position: standings[position] == Standing.POSSIBLE,
            ongoing,
        )

    def _past_of(self, as_of: str, day: dt.date) -> tuple[Timeline, str]:
        """The timeline as of a date and the notice that goes with it, kept for the last one."""
        known, past, notice = self._past
        if known != as_of:
            from kztimeline.timeline import as_of as then

            past = then.past(self._timeline, day)
            notice = then.notice(then.tally(self.standings(as_of)), as_of)
            self._past = as_of, past, notice
        return past, notice


def ids_where(
    timeline: Timeline, positions: Iterable[Position], holds: Callable[[Position], bool]
) -> frozenset[str]:
    """Return the ids of those events of which something holds, such as that they are in doubt."""
    return frozenset(timeline.events[position].id for position in positions if holds(position))


def first_known(timeline: Timeline) -> str | None:
    """Return the id of the event to begin with: the first that matters and has a date.

    That is one of the greatest importance, known to the day; else the first that begins at
    a known time, or the first of all.
    """
    importances, date_at = timeline.columns.importances, timeline.columns.dates.at
    if not importances:
        return None

    def begins(at: Position) -> bool:
        return date_at(at).earliest is not None

    # One by one: of many events no more dates are read than it takes.
    least = min(importances)
    weighty = (at for at, importance in enumerate(importances) if importance == least)
    first = next(
        (at for at in weighty if begins(at) and date_at(at).precision is Precision.DAY), -1
    )
    if first < 0:
        first = next(filter(begins, range(len(importances))), 0)
    return timeline.events[first].id
