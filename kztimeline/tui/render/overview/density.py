"""How many events lie where in time, as numbers for the bins of a band.

A date known only to the year is spread over that year, so that nothing is heaped on a
day that no source names. A state that lasted counts when it began.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.tui.render.overview.landmarks import ShortNames

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Day
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.overview.bins import Bins

_MOST_NAMED: Final = 20_000


class Extents(NamedTuple):
    """When each event may have begun, and what it weighs.

    Attributes:
        first: The first day, as an ordinal.
        last: The last day.
        track: The number of its track.
        weights: What it weighs beside others; empty where there are too many to name.
        names: What it is called in a few letters.
    """

    first: Sequence[Day]
    last: Sequence[Day]
    track: bytes
    weights: Sequence[int] = ()
    names: Mapping[Position, str] = {}

    @classmethod
    def of(cls, timeline: Timeline) -> Extents:
        """Take the extents of a timeline, as ordinals; an open start counts at its end."""
        columns = timeline.columns
        return cls(
            columns.first_days,
            columns.last_days,
            columns.tracks,
            *(_names(timeline) if len(timeline.events) <= _MOST_NAMED else ()),
        )


def _names(timeline: Timeline) -> tuple[Sequence[int], Mapping[Position, str]]:
    return timeline.columns.weights, ShortNames(timeline)


def density(
    extents: Extents, positions: Iterable[Position], bins: Bins, tracks: int
) -> list[list[float]]:
    """Return for each track the expected number of events in each bin."""
    changes = [[0.0] * (len(bins) + 1) for _ in range(tracks)]
    first, last, track = extents.first, extents.last, extents.track
    edges, begin, end = bins.edges, bins.first, bins.last
    days_a_bin = (end - begin + 1) / len(bins)
    for position in positions:
        since, until = first[position], last[position]
        if until < begin or since > end:
            continue
        start = bisect_right(edges, since) - 1
        stop = start if since == until else bisect_right(edges, until) - 1
        if begin <= since and until <= end:
            weight = 1 / (stop - start + 1)
        else:
            weight = min(days_a_bin / (until - since + 1), 1)
            start, stop = max(start, 0), min(stop, len(bins) - 1)
        row = changes[track[position]]
        row[start] += weight
        row[stop + 1] -= weight
    return [list(accumulate(row[:-1])) for row in changes]
