"""The events of some days: what was under way, what was on them, and the nearest on each track."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.edtf import Precision
from kztimeline.dates.occurring import last_day
from kztimeline.timeline.lasting import lasted, perhaps_ran, surely_ran

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Position, Timeline

_ALONE: Final = 3
_AMONG_TWO: Final = 2


class Neighbourhood(NamedTuple):
    """The events of some days and the nearest to them, by position.

    Attributes:
        under_way: What had begun and was not over, or may have been so, the surest first.
        doubtful: Those under way that perhaps were not.
        dated: What was on one of the days, known to the day.
        undated: What was on one of them, nobody knows which.
        too_vague: What is known no closer than to a year, and may have been on one of them.
        before: What came last before them on each track.
        after: What came first after them on each track.
    """

    under_way: Sequence[Position]
    doubtful: frozenset[Position]
    dated: Sequence[Position]
    undated: Sequence[Position]
    too_vague: Sequence[Position]
    before: Sequence[Position]
    after: Sequence[Position]


def around_days(timeline: Timeline, first: dt.date, last: dt.date, whole: bool) -> Neighbourhood:
    """Return the events from one day to another, and the nearest before and after.

    Args:
        timeline: Where the events are.
        first: The first day.
        last: The last one.
        whole: Whether all of these days are meant, and not one of them that is not known.
    """
    found: dict[str, list[Position]] = defaultdict(list)
    dates = list(timeline.columns.dates.each(lambda date: date))
    for position, date in enumerate(dates):
        found[_place(date, first, last)].append(position)
    surely = {
        position: surely_ran(dates[position], first, last, whole=whole)
        for position in found["under way"]
    }
    under_way = sorted(surely, key=lambda at: (not surely[at], dates[at].precision))
    before = sorted(found["before"], key=lambda at: (last_day(dates[at]), at), reverse=True)
    return Neighbourhood(
        under_way,
        frozenset(position for position, sure in surely.items() if not sure),
        found["dated"],
        found["undated"],
        found["too vague"],
        _nearest(timeline, before)[::-1],
        _nearest(timeline, found["after"]),
    )


def _place(date: Date, first: dt.date, last: dt.date) -> str:
    """Return where something with a date stands to some days: 'under way', 'before' and so on."""
    if not perhaps_ran(date, first, last):
        start = date.start
        if start is None or start.earliest < start.latest:
            return "neither"
        return "before" if start.earliest < first else "after"
    known = date.earliest, date.latest
    inside = known[0] is not None and known[1] is not None and first <= known[0] <= known[1] <= last
    exact = date.precision is Precision.DAY
    if inside or (exact and not lasted(date)):
        return "dated" if exact or date.day else "undated"
    if lasted(date) or date.precision <= Precision.MONTH:
        return "under way"
    return "too vague"


def _nearest(timeline: Timeline, ordered: Sequence[Position]) -> list[Position]:
    """Return the first of some events on each track, in their order: the more, the fewer tracks."""
    tracks = len(timeline.tracks)
    most = _ALONE if tracks == 1 else _AMONG_TWO if tracks == 2 else 1
    seen: dict[str, int] = defaultdict(int)
    found = list[int]()
    full = 0
    for position in ordered:
        track = timeline.events[position].track
        if seen[track] < most:
            seen[track] += 1
            full += seen[track] == most
            found.append(position)
        if full == tracks:
            break
    return found
