"""The offices a person held at a time, each said once.

A timeline collected from several sources names one office twice: "Prime Minister,
2007 to 2012" and "Prime Minister of the Island, 10 January 2007 to 24 September
2012". Two roles are one office where every word of one title stands in the other and
their dates begin and end alike, as far as each is known.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.dates.edtf import Date, Endpoint
    from kztimeline.timeline.model import Actor

_WORD = re.compile(r"\w+")


class Offices(NamedTuple):
    """A person's offices: those held at a time, and all others, in order of date."""

    held: tuple[Role, ...]
    others: tuple[Role, ...]


def offices_at(actor: Actor, date: Date) -> Offices:
    """Return the offices that `actor` held at some time within `date`, and the others.

    An office of which only the end is known is held from nobody knows when: it counts
    as held where it may have ended within `date`, and otherwise stands with the others.
    """
    offices = distinct(actor.roles)
    held = tuple(role for role in offices if _held(role.date, date))
    return Offices(held, tuple(role for role in offices if role not in held))


def titles_at(actor: Actor, date: Date) -> tuple[str, ...]:
    """Return the titles of the offices that `actor` held within `date`, in order of date.

    One that began or ended within it says so, so that no two people seem to have held an
    office at once: 'President until that day' on the day of a handover.
    """
    return titles_of(distinct(actor.roles), date)


def titles_of(offices: Iterable[Role], date: Date) -> tuple[str, ...]:
    """Return the same of the offices of an actor, of which none is told twice."""
    held = (role for role in offices if _held(role.date, date))
    return tuple(f"{role.title}{_limit(role.date, date)}" for role in held)


def _limit(office: Date, date: Date) -> str:
    """Return when within a date an office began and ended; nothing of its first day alone."""
    first, last = _bounds(date)
    one_day = first == last
    words = ""
    start, end = office.start, office.end
    if start and not one_day and first <= start.latest and start.earliest <= last:
        words += f" from {_words_of(office, 0)}"
    if end and first <= end.latest and end.earliest <= last:
        that_day = one_day and end.earliest == end.latest == first
        words += " until that day" if that_day else f" until {_words_of(office, -1)}"
    return words


def _words_of(office: Date, end: int) -> str:
    return display(parse(office.text.split("/")[end]))


def distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return the roles with those that are one office made one, in order of date."""
    offices: list[Role] = []
    for role in roles:
        for number, office in enumerate(offices):
            if _same_office(role, office):
                offices[number] = _merged(role, office)
                break
        else:
            offices.append(role)
    return tuple(sorted(offices, key=lambda role: role.date))


def _same_office(one: Role, other: Role) -> bool:
    first, second = _words(one.title), _words(other.title)
    if not (first <= second or second <= first):
        return False
    return _alike(one.date.start, other.date.start) and _alike(one.date.end, other.date.end)


def _alike(one: Endpoint | None, other: Endpoint | None) -> bool:
    """Tell whether two ends may be the same day; an end that is not known may be any."""
    if one is None or other is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _merged(one: Role, other: Role) -> Role:
    """Return the office under its longer title with the dates that say more."""
    title = max(one.title, other.title, key=lambda title: len(_words(title)))
    return Role(title=title, date=min(one.date, other.date, key=_vagueness))


def _vagueness(date: Date) -> tuple[int, int]:
    ends = [end for end in (date.start, date.end) if end]
    return 2 - len(ends), sum((end.latest - end.earliest).days for end in ends)


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.casefold()))


def _held(office: Date, date: Date) -> bool:
    first, last = _bounds(date)
    if office.start is None:
        end = office.end
        return end is not None and first <= end.latest and end.earliest <= last
    return office.start.earliest <= last and (office.latest is None or first <= office.latest)


def _bounds(date: Date) -> tuple[dt.date, dt.date]:
    """Return the days an event is known by: of an open one the end that is known."""
    first = date.earliest or (date.end.earliest if date.end else dt.date.min)
    last = date.latest or (date.start.latest if date.start else dt.date.max)
    return first, last
