"""Who was in office when: in a year in a few words, on a day in full.

Presidents, administrations, envoys and capitals are eras of a timeline; ministers and
other offices are roles of its actors.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.timeline.offices import distinct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Era, EraKind, Timeline

_HELD_BY: Final = 3
"""An office that so many people of a timeline held is asked for on every day."""

_PRINCIPAL: Final = 6
"""So many offices of actors are told of as vacant too."""

_LONG_VACANT: Final = 31
"""Days for which nobody is on record that are told of beside who is."""

_TOGETHER: Final = 120
"""Days within which an office and an era of the same name begin where they are one."""

_IN_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")
_AFTER_COMMA: Final = re.compile(r",\s*.*")
_SUFFIX: Final = frozenset({"jr.", "sr.", "ii", "iii"})
_KINDS: Final[tuple[EraKind, ...]] = ("presidency", "administration", "envoy", "capital")
_NAMES: Final[dict[EraKind, str]] = {
    "presidency": "President",
    "administration": "Administration",
    "envoy": "Envoy",
    "capital": "Capital",
}
"""What the offices of eras are called where no actor of the timeline says it."""


class Holder(NamedTuple):
    """Who or what held an office, and when."""

    name: str
    date: Date


class Office(NamedTuple):
    """An office within some days.

    Attributes:
        name: The office.
        held: Who surely or perhaps held it within the days asked for.
        following: Who comes next on record, where nobody did.
        known: Whether anybody held it before the last of the days.
    """

    name: str
    held: tuple[Holder, ...]
    following: Holder | None = None
    known: bool = False


def surname(name: str) -> str:
    """Return the last word of a name: 'George H.W. Bush' is Bush, 'X (2nd term)' is X."""
    words = _AFTER_COMMA.sub("", _IN_BRACKETS.sub("", name)).split()
    while len(words) > 1 and words[-1].casefold() in _SUFFIX:
        words.pop()
    return words[-1] if words else name


def year_line(timeline: Timeline, year: int, known_until: dt.date | None = None) -> str:
    """Return who was in office in a year: 'Nazarbayev → Tokayev · Trump · Amb. Moser'.

    A capital that was renamed in the year stands there as well, and where for a month or more
    of its beginning or end no envoy is on record, the month from or until which one is.

    Args:
        timeline: Where the eras are.
        year: The year.
        known_until: The day after which nothing is to be known.
    """
    if not year:
        return ""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    if known_until is not None:
        last = min(last, known_until)
    parts = []
    for kind in _KINDS:
        eras = eras_within(timeline, kind, first, last)
        names = _names(kind, eras)
        if kind == "envoy" and names:
            names[0] += _from(eras, first)
            names[-1] += _until(eras, last)
        if kind == "capital" and len(names) < 2:
            continue
        words = " → ".join(names)
        if words:
            parts.append(f"Amb. {words}" if kind == "envoy" and _ambassador(words) else words)
    return " · ".join(parts)


def _from(eras: Sequence[Era], first: dt.date) -> str:
    """Return since which month the first of some eras ran, where long after a day; or nothing."""
    start = min((era.date.earliest or dt.date.min for era in eras), default=first)
    return f" from {_month(start)}" if (start - first).days > _LONG_VACANT else ""


def _until(eras: Sequence[Era], last: dt.date) -> str:
    """Return until which month the last of some eras ran, where long before a day; or nothing."""
    end = max((era.date.latest or dt.date.max for era in eras), default=last)
    return f" until {_month(end)}" if (last - end).days > _LONG_VACANT else ""


def _month(day: dt.date) -> str:
    return MONTHS[day.month - 1][:3]


def _ambassador(words: str) -> bool:
    return "chargé" not in words


def _names(kind: EraKind, eras: Iterable[Era]) -> list[str]:
    if kind == "capital":
        names = [_IN_BRACKETS.sub("", era.name) for era in eras]
    else:
        names = [_short(era.name) for era in eras]
    return list(dict.fromkeys(names))


def _short(name: str) -> str:
    charge = "chargé " if "chargé" in name else ""
    return f"{charge}{surname(name)}"


def eras_within(timeline: Timeline, kind: EraKind, first: dt.date, last: dt.date) -> list[Era]:
    """Return the eras of a kind that ran on some day of a stretch, in order of date."""
    found = [era for era in timeline.eras if era.kind == kind and _runs(era.date, first, last)]
    return sorted(found, key=lambda era: era.date)


def _runs(date: Date, first: dt.date, last: dt.date) -> bool:
    earliest, latest = date.earliest, date.latest
    return (earliest is None or earliest <= last) and (latest is None or first < latest)


def offices_within(
    timeline: Timeline, first: dt.date, last: dt.date, whole: Timeline | None = None
) -> list[Office]:
    """Return the offices of a timeline in a stretch of days, those nobody held among them.

    First the eras, then each office that several actors held, the most held first. One
    that nobody held stands with who comes next, if that is on record; a lesser one is then
    left out.

    Args:
        timeline: Who held what, as it is known.
        first: The first of the days.
        last: The last of them.
        whole: The timeline whose offices are asked for, where less of it is known.
    """
    whole = whole or timeline
    titles = {kind: _titles(whole, kind) for kind in _KINDS}
    found = [_office_of_eras(timeline, kind, borne, first, last) for kind, borne in titles.items()]
    told = {office.name for office in found} | {borne[0] for borne in titles.values()}
    held = _holders(timeline)
    roles = [
        _office(title, held.get(title, []), first, last)
        for title in _held_by_several(whole)
        if title not in told
    ]
    found += roles[:_PRINCIPAL]
    found += [office for office in roles[_PRINCIPAL:] if office.held]
    return [office for office in found if office.held or office.following or office.known]


def _office_of_eras(
    timeline: Timeline, kind: EraKind, titles: Sequence[str], first: dt.date, last: dt.date
) -> Office:
    """Return the office of a kind of era, by that of its titles that its one holder bore then."""
    office = _office(titles[0], _of_eras(timeline, kind), first, last)
    if len(office.held) != 1:
        return office
    name = surname(office.held[0].name)
    borne = [
        (role.title, Holder(actor.name, role.date))
        for actor in timeline.actors
        if surname(actor.name) == name
        for role in distinct(actor.roles)
        if role.title in titles and _held(role.date, first, last)
    ]
    if len(borne) != 1:
        return office
    return office._replace(name=borne[0][0], held=(borne[0][1],))


def _titles(timeline: Timeline, kind: EraKind) -> list[str]:
    """Return what the office of a kind of era is called, first as most actors say who held it."""
    titles: Counter[str] = Counter()
    for era in timeline.eras:
        if era.kind == kind:
            titles.update(_titles_of(timeline, era))
    held = Counter(role.title for actor in timeline.actors for role in actor.roles)
    ranked = sorted(titles, key=lambda title: (titles[title], held[title]), reverse=True)
    return ranked or [_NAMES[kind]]


def _titles_of(timeline: Timeline, era: Era) -> set[str]:
    """Return the titles of offices that a person took up with an era that bears the name."""
    name = surname(era.name)
    return {
        role.title
        for actor in timeline.actors
        if surname(actor.name) == name
        for role in actor.roles
        if _begin_together(role.date, era.date)
    }


def _begin_together(one: Date, other: Date) -> bool:
    if one.start is None or other.start is None:
        return False
    return abs((one.start.earliest - other.start.earliest).days) <= _TOGETHER


def _of_eras(timeline: Timeline, kind: EraKind) -> list[Holder]:
    return [Holder(era.name, era.date) for era in timeline.eras if era.kind == kind]


def _holders(timeline: Timeline) -> dict[str, list[Holder]]:
    """Return who held each office of actors."""
    holders: dict[str, list[Holder]] = defaultdict(list)
    for actor in timeline.actors:
        if actor.side is None:
            continue
        for role in distinct(actor.roles):
            holders[role.title].append(Holder(actor.name, role.date))
    return holders


def _held_by_several(timeline: Timeline) -> list[str]:
    """Return the offices that several people held, the most held first."""
    holders = _holders(timeline)
    people = Counter({title: len({h.name for h in held}) for title, held in holders.items()})
    return [title for title, count in people.most_common() if count >= _HELD_BY]


def _office(name: str, holders: list[Holder], first: dt.date, last: dt.date) -> Office:
    within = (holder for holder in holders if _held(holder.date, first, last))
    held = tuple(sorted(within, key=lambda holder: holder.date))
    later = [h for h in holders if h.date.earliest is not None and h.date.earliest > last]
    following = min(later, key=lambda holder: holder.date, default=None)
    return Office(name, held, None if held else following, len(later) < len(holders))


def _held(date: Date, first: dt.date, last: dt.date) -> bool:
    """Tell whether something may have run within some days; not where it ended on the first."""
    if date.start is None:
        return date.end is not None and first <= date.end.latest and date.end.earliest <= last
    end = date.end
    if end is None:
        return date.start.earliest <= last
    ended = end.earliest == end.latest == first and date.start.earliest < first
    return date.start.earliest <= last and first <= end.latest and not ended


def memberships_within(timeline: Timeline, first: dt.date, last: dt.date) -> list[str]:
    """Return the memberships that ran within some days, by the names of the eras."""
    return [
        era.name
        for era in timeline.eras
        if era.kind == "membership" and _held(era.date, first, last)
    ]
