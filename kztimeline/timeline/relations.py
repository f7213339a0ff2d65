"""What an event has to do with others: links there and back, and what stood beside it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from kztimeline.dates.display import display
from kztimeline.dates.distance import days_between
from kztimeline.dates.edtf import parse
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Link, LinkKind, Timeline
    from kztimeline.timeline.parts import Position

NEARBY: Final = 30
"""How many days before and after an event its neighbours stand."""

_PHRASES: Final[dict[LinkKind, tuple[str, str]]] = {
    "responds_to": ("responds to", "answered by"),
    "leads_to": ("leads to", "follows from"),
    "part_of": ("part of", "includes"),
    "reverses": ("reverses", "reversed by"),
    "succeeds": ("succeeds", "succeeded by"),
}

_LATE: Final = 366
"""What comes so many days after an event follows it up; it is no reply any more."""
_LATE_PHRASES: Final = ("follows up on", "followed up by")

Nearness: TypeAlias = Literal["near", "perhaps", "under way"]


class LinkStep(NamedTuple):
    """A link as seen from one of its events: what the other event is to this one."""

    relation: str
    event: Event
    link: Link


class Neighbour(NamedTuple):
    """An event on another track about the same time.

    `near` where it surely stands within the days asked for, `perhaps` where a date is too
    wide to tell, `under way` where it lasted throughout.
    """

    event: Event
    nearness: Nearness

    def words(self, date: Date, days: int = NEARBY) -> str:
        """Return what to say of it beside an event with a date; nothing where it is near."""
        if self.nearness != "perhaps":
            return "" if self.nearness == "near" else self.nearness
        wide = too_wide(date, self.event.date, days)
        if len(wide) > 1:
            return "perhaps: both dates are too wide to tell"
        return f"perhaps: {display(wide[0])} is too wide to tell"


class Between(NamedTuple):
    """How many events began between two others, surely and perhaps."""

    surely: int
    perhaps: int


def link_phrase(link: Link, here: Date, there: Date, *, back: bool = False) -> str:
    """Return how a link reads from the event that has it, or from the one it points to.

    Args:
        link: The link.
        here: The date of the event from which it reads so.
        there: That of the other.
        back: Whether it is read from the event it points to.
    """
    days = days_between(here, there)
    late = link.kind == "responds_to" and days is not None and days[0] > _LATE
    return (_LATE_PHRASES if late else _PHRASES[link.kind])[back]


def steps(timeline: Timeline, event: Event) -> list[LinkStep]:
    """Return the links of an event in both directions, its own first."""
    return [
        LinkStep(link_phrase(link, event.date, other.date, back=back), other, link)
        for other, link, back in (
            *((timeline.event(link.to), link, False) for link in event.links),
            *((other, link, True) for other, link in timeline.links_back.get(event.id, ())),
        )
    ]


def linked_positions(timeline: Timeline, event: Event) -> list[Position]:
    """Return the positions of the events that an event has a link to or from."""
    positions = (timeline.position(step.event.id) for step in steps(timeline, event))
    return [position for position in positions if position is not None]


def neighbours(timeline: Timeline, event: Event, days: int = NEARBY) -> list[Neighbour]:
    """Return what stood within `days` of an event on the other tracks, in order of date."""
    floor = _moved(event.date.earliest or dt.date.min, -days)
    ceiling = _moved(event.date.latest or dt.date.max, days)
    found: list[Neighbour] = []
    for other in timeline.events:
        start, end = other.date.start, other.date.end
        if start and start.earliest > ceiling:
            break
        if other.track == event.track or (end and end.latest < floor):
            continue
        if near := _nearness(event.date, other.date, days):
            found.append(Neighbour(other, near))
    return found


def _moved(day: dt.date, days: int) -> dt.date:
    last = dt.date.max.toordinal()
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), last))


def _nearness(date: Date, other: Date, days: int) -> Nearness | None:
    if other.is_interval and other.text != date.text and other.contains(date):
        return "under way"
    gap = days_between(date, other)
    if gap is None:
        return "under way" if date.overlaps(other) else None
    if gap[0] > days:
        return None
    return "near" if gap[1] <= days else "perhaps"


def too_wide(date: Date, other: Date, days: int = NEARBY) -> tuple[Date, ...]:
    """Return which of two dates leaves open whether they are within some days of each other.

    That is one on any day of which it would be told, whatever the other; both where neither
    is alone.
    """
    found = tuple(
        one
        for one, fixed in ((date, other), (other, date))
        if any(_told(day, fixed, days) for day in _end_days(one))
    )
    return found if len(found) == 1 else (date, other)


def _told(day: Date, other: Date, days: int) -> bool:
    gap = days_between(day, other)
    return gap is None or gap[0] > days or gap[1] <= days


def _end_days(date: Date) -> list[Date]:
    ends = dict.fromkeys(day for day in (date.earliest, date.latest) if day)
    return [parse(day.isoformat()) for day in ends] if len(ends) > 1 else []


def events_between(timeline: Timeline, one: Event, other: Event) -> Between | None:
    """Return how many events began after the first of two had ended and before the other.

    None where the dates do not tell that one ended before the other began.
    """
    before, after = sorted((one.date, other.date))
    last, first = before.latest, after.earliest
    if last is None or first is None or last >= first:
        return None
    surely = perhaps = 0
    for event in timeline.events:
        start = event.date.start
        if start is None or event.id in (one.id, other.id):
            continue
        if start.earliest >= first:
            break
        if last < start.earliest and start.latest < first:
            surely += 1
        elif start.earliest < first and last < start.latest:
            perhaps += 1
    return Between(surely, perhaps)


def in_between(count: Between | None) -> str:
    """Return in words what began between two events; empty where that cannot be told."""
    if count is None:
        return ""
    if count.perhaps:
        return f"{count.surely:,}–{count.surely + count.perhaps:,} events between"
    if count.surely:
        return f"{count_of(count.surely, 'event')} between"
    return "nothing recorded between"


def is_linked(timeline: Timeline, event: str) -> bool:
    """Tell whether an event, by its id, leads to others or others to it."""
    return bool(timeline.event(event).links or event in timeline.links_back)
