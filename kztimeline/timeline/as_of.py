"""A timeline as it stood on a day: what came later left out, what was under way marked.

An event whose date does not tell on which side of the day it lies stays, marked as
possible. A qualified date is given the length of its own precision as room on either
side; the beginning of an open start is known only when the whole lies in the past.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import OPEN, Date, parse
from kztimeline.text.numbers import count_of
from kztimeline.timeline.bulk.columns import KeptEvents
from kztimeline.timeline.bulk.columns_then import ColumnsThen
from kztimeline.timeline.bulk.record_tables import ids_of, taken_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kztimeline.timeline.model import Actor, Event, Position, Timeline


_TEXTS: Final = "texts may mention later events"


class Standing(IntEnum):
    """Where an event stands to a day."""

    PAST = 0
    UNDER_WAY = 1
    POSSIBLE = 2
    LATER = 3


class Tally(NamedTuple):
    """How many events stand how to a day."""

    later: int
    possible: int
    under_way: int


def day_meant(text: str) -> dt.date | None:
    """Return the day that 'as of' an EDTF date means, its last; None for an open end."""
    return parse(text).latest


def standing(date: Date, day: dt.date) -> Standing:
    """Tell whether something with a date had begun by a day, and whether it went on."""
    begun = _begun(date, day)
    if begun is not Standing.PAST or not date.is_interval:
        return begun
    return Standing.UNDER_WAY if _goes_on(date, day) else Standing.PAST


def _begun(date: Date, day: dt.date) -> Standing:
    if date.start is None:
        over = date.latest is not None and date.latest <= day
        return Standing.PAST if over else Standing.POSSIBLE
    first, last = date.start.with_room
    if first > day:
        return Standing.LATER
    return Standing.PAST if last <= day else Standing.POSSIBLE


def _goes_on(date: Date, day: dt.date) -> bool:
    return date.latest is None or date.latest > day


def known_then(date: Date, day: dt.date) -> Date:
    """Return a date as it could be written on a day: an end that came later is open."""
    if not date.is_interval or date.start is None or not _goes_on(date, day):
        return date
    return parse(f"{date.text.partition('/')[0]}/{OPEN}")


def past(timeline: Timeline, day: dt.date) -> Timeline:
    """Return a timeline without what came after a day.

    Events that surely came later are dropped, with the links to them, and so are later
    eras and people's later offices; what went on has an open end. What a title or a
    summary says is left as it is.
    """
    later = _later(timeline, day)
    known = [at for at, is_later in enumerate(later) if not is_later]
    return replace(
        timeline,
        events=_events_then(timeline, day, later, known),
        actors=tuple(_with_offices_then(actor, day) for actor in timeline.actors),
        eras=tuple(
            replace(era, date=known_then(era.date, day))
            for era in timeline.eras
            if _may_be_told(era.date, day)
        ),
    )


def in_their_places(timeline: Timeline, day: dt.date) -> Timeline:
    """Return a timeline as of a day in which each event keeps its position.

    What came later is still there, for others to pass over, but nothing links to it or from it.
    """
    later = _later(timeline, day)
    return replace(
        timeline,
        events=_events_then(timeline, day, later, range(len(later))),
        eras=tuple(replace(era, date=known_then(era.date, day)) for era in timeline.eras),
    )


def _later(timeline: Timeline, day: dt.date) -> bytes:
    """Return for each event 1 where it surely came after a day, else 0."""
    dates = timeline.columns.dates
    return bytes(dates.each(lambda date: standing(date, day) is Standing.LATER))


def _events_then(
    timeline: Timeline, day: dt.date, later: bytes, positions: Sequence[Position]
) -> Sequence[Event]:
    """Return the events at some positions as they were on a day, each made when it is looked at.

    Args:
        timeline: The timeline of today.
        day: The day.
        later: For each of its events 1 where it came later.
        positions: The positions, ascending.
    """
    events, there = timeline.events, timeline.positions_by_id

    def is_known(id_: str) -> bool:
        at = there.get(id_)
        return at is not None and not later[at]

    def make(at: Position) -> Event:
        event = taken_once(events, positions[at])
        is_later = later[positions[at]]
        return replace(event, links=()) if is_later else _as_known(event, day, is_known)

    def date_then(date: Date) -> Date:
        return date if standing(date, day) is Standing.LATER else known_then(date, day)

    def ids() -> Sequence[str]:
        all_ids = ids_of(events)
        return [all_ids[at] for at in positions]

    columns = ColumnsThen(
        timeline.columns, positions, date_then, lambda at: not later[at], there.get, lambda: then
    )
    then = KeptEvents(len(positions), make, ids, columns, (timeline.tracks, timeline.documents))
    return then


def _with_offices_then(actor: Actor, day: dt.date) -> Actor:
    roles = (role for role in actor.roles if _may_be_told(role.date, day))
    return replace(
        actor, roles=tuple(replace(role, date=known_then(role.date, day)) for role in roles)
    )


def _may_be_told(date: Date, day: dt.date) -> bool:
    """Tell whether a term may be told of on a day without its end, if that came later.

    Of one that began nobody knows when, and ended later, it is not known that it had begun.
    """
    if date.start is None and _goes_on(date, day):
        return False
    return standing(date, day) is not Standing.LATER


def _as_known(event: Event, day: dt.date, is_known: Callable[[str], bool]) -> Event:
    date = known_then(event.date, day)
    links = tuple(link for link in event.links if is_known(link.to))
    if date is event.date and len(links) == len(event.links):
        return event
    return replace(event, date=date, links=links)


def past_eras(timeline: Timeline, text: str) -> frozenset[str]:
    """Return the ids of the eras that may have begun as of an EDTF date."""
    day = day_meant(text) or dt.date.max
    begun = (era for era in timeline.eras if standing(era.date, day) is not Standing.LATER)
    return frozenset(era.id for era in begun)


def tally(standings: Iterable[int]) -> Tally:
    """Count the standings of events."""
    found = list(standings)
    return Tally(
        found.count(Standing.LATER),
        found.count(Standing.POSSIBLE),
        found.count(Standing.UNDER_WAY),
    )


def day_words(text: str) -> str:
    """Return the day that 'as of' an EDTF date means in words: '29 Feb 2012'."""
    day = day_meant(text)
    return display(parse(day.isoformat())) if day else display(parse(text))


def notice(counts: Tally, text: str) -> str:
    """Return one sentence for the screen or an export of a timeline as of a date.

    Events are hidden and not what their texts say of later times, which it says as well.
    """
    parts = [f"{count_of(counts.later, 'later event')} hidden"]
    if counts.under_way:
        parts.append(f"{counts.under_way} under way")
    if counts.possible:
        parts.append(f"{counts.possible} may be later")
    return f"AS OF {day_words(text)}: {', '.join(parts)}; {_TEXTS}"


def short_notice(text: str) -> str:
    """Return what must be said of a timeline as of a date where there is little room."""
    return f"AS OF {day_words(text)}; {_TEXTS}"


def shortest_notice(text: str) -> str:
    """Return the least that must be said of a timeline as of a date."""
    return f"AS OF {day_words(text)}"
