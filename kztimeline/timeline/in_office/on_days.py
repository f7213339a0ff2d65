"""Who was in office on a day or within some days, office by office.

Presidents, administrations, envoys and capitals are eras of a timeline; ministers and
other offices are roles of its actors. Where an era and a role record one term of one
person, that stands once.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

from kztimeline.timeline.in_office.names import same_person, surname
from kztimeline.timeline.in_office.terms import (
    TOGETHER,
    OfficeTerm,
    TermEnd,
    office_name,
    one_term,
    term_of,
    united,
)
from kztimeline.timeline.offices import KINDS, LONG_VACANT, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Actor, Era, EraKind, Timeline

    _People: TypeAlias = Mapping[str, Sequence[tuple[Actor, OfficeTerm]]]

HELD_BY: Final = 3
"""An office that so many people of a timeline held is asked for on every day."""

_PRINCIPAL: Final = 6
"""So many offices of actors are told of as vacant too."""

_NAMES: Final[dict[EraKind, str]] = {
    "presidency": "President",
    "administration": "Administration",
    "envoy": "Envoy",
    "capital": "Capital",
}
"""What the offices of eras are called where no actor of the timeline says it."""


class Officials(Protocol):
    """What names who held which office: a timeline, or the file of one."""

    @property
    def eras(self) -> Sequence[Era]:
        """The eras, some of which are terms of office."""

    @property
    def actors(self) -> Sequence[Actor]:
        """The people, with their roles."""


class Holder(NamedTuple):
    """Who or what held an office, and when.

    Attributes:
        name: Who or what.
        term: When, as far as it is known.
        perhaps: Whether it may have been held on none of the days asked for.
    """

    name: str
    term: OfficeTerm
    perhaps: bool = False

    @property
    def date(self) -> Date | None:
        """The whole term as a date; None where neither end is known."""
        return self.term.date


class Office(NamedTuple):
    """An office within some days.

    Attributes:
        name: The office.
        held: Who surely or perhaps held it within the days asked for.
        following: Who comes next on record, where nobody did.
        known: Whether anybody held it before the last of the days.
        whole: Whether the timeline records it from one holder to the next; else others
            than those it names may have held it.
    """

    name: str
    held: tuple[Holder, ...]
    following: Holder | None = None
    known: bool = False
    whole: bool = True


def offices_within(
    timeline: Timeline, first: dt.date, last: dt.date, whole: Timeline | None = None
) -> list[Office]:
    """Return the offices of a timeline in a stretch of days, those nobody held among them.

    First the eras, then each office that several actors held, the most held first. One
    that nobody held stands with who comes next, if that is on record; a lesser one is left out
    until then. Whoever held an office for the time being stands with it, under a title of its own.

    Args:
        timeline: Who held what, as it is known.
        first: The first of the days.
        last: The last of them.
        whole: The timeline whose offices are asked for, where less of it is known.
    """
    people = everybody = _people(timeline)
    if whole is not None and whole is not timeline:
        everybody = _people(whole)
    told, found = set[str](), list[Office]()
    for kind in KINDS:
        titles = _titles(whole or timeline, everybody, kind)
        told.update(map(office_name, titles), titles)
        found += _offices(titles[0], _of_kind(timeline, people, kind, titles), first, last)
    held = _holders(people)
    complete = held if everybody is people else _holders(everybody)
    ranked = [name for name in _held_by_several(complete) if name not in told]
    for number, name in enumerate(ranked):
        offices = _offices(name, held.get(name, []), first, last, _in_a_row(complete[name]))
        if number < _PRINCIPAL:
            found += offices
        else:
            found += [office for office in offices if office.held]
            # Behind the last of a row of holders there are others that the timeline does not name.
            found += [office._replace(whole=False) for office in offices if _has_ended(office)]
    return [office for office in found if office.held or office.following or office.known]


def holders_by_office(known: Officials) -> dict[str, list[Holder]]:
    """Return who ever held each office, of an era or an actor, each term once."""
    people = _people(known)
    found = _holders(people, of_any_side=True)
    for kind in KINDS:
        titles = _titles(known, people, kind)
        for title in titles:
            found.pop(office_name(title), None)
        found[titles[0]] = _of_kind(known, people, kind, titles)
    return found


def _offices(
    name: str, holders: Sequence[Holder], first: dt.date, last: dt.date, whole: bool = True
) -> list[Office]:
    """Return an office with who held it, once for each title borne; or the vacant one."""
    present = [
        holder._replace(perhaps=presence == "perhaps")
        for holder in sorted(holders, key=lambda holder: (holder.term.order, holder.name))
        if (presence := holder.term.presence(first, last))
    ]
    titled = {holder.name for holder in present if holder.term.title}
    held: dict[str, list[Holder]] = defaultdict(list)
    for holder in present:
        if holder.term.title or holder.name not in titled:
            held[holder.term.title or name].append(holder)
    if held:
        return [Office(title, tuple(each), whole=whole) for title, each in held.items()]
    later = [holder for holder in holders if holder.term.first > last]
    following = min(later, key=lambda holder: _next(holder.term, name), default=None)
    return [Office(name, (), following, len(later) < len(holders), whole)]


def _has_ended(office: Office) -> bool:
    """Tell an office whose holders are known up to some day, but not until the days asked for."""
    return office.known and not office.held and office.following is None


def _next(term: OfficeTerm, name: str) -> tuple[bool, dt.date]:
    """Order terms to come: those of the office itself first, each by when it may have begun.

    One of which only the end is known comes before one that began about then.
    """
    start = term.begins.latest if term.begins else term.first
    return term.title not in ("", name), start


def _people(timeline: Officials) -> _People:
    """Return the terms of everybody who held an office, by last name."""
    people: dict[str, list[tuple[Actor, OfficeTerm]]] = defaultdict(list)
    for actor in timeline.actors:
        if actor.roles:
            people[surname(actor.name)] += ((actor, term) for term in terms_of(actor))
    return people


def _of_kind(
    timeline: Officials, people: _People, kind: EraKind, titles: Sequence[str]
) -> list[Holder]:
    """Return who held the office of a kind of era, each term once.

    Args:
        timeline: Where the eras are.
        people: Who held which office.
        kind: The kind.
        titles: The titles of that office, see `_titles`.
    """
    roles = [
        (actor, term)
        for terms in people.values()
        for actor, term in terms
        if term.title in titles or office_name(term.title) in titles
    ]
    found, used = list[Holder](), set[tuple[str, OfficeTerm]]()
    for era in timeline.eras:
        if era.kind != kind:
            continue
        own = term_of("", era.date, era.begins_with)
        of_era = [(actor, term) for actor, term in roles if _of_one(actor, term, era.name, own)]
        used.update((actor.id, term) for actor, term in of_era)
        found += _of_era(Holder(era.name, own), of_era)
    found += [Holder(actor.name, term) for actor, term in roles if (actor.id, term) not in used]
    return _once_each(found)


def _once_each(holders: Iterable[Holder]) -> list[Holder]:
    """Return the holders of an office with the records of one person's term made one."""
    people: dict[str, list[Holder]] = defaultdict(list)
    for holder in holders:
        known = people[surname(holder.name)]
        for number, other in enumerate(known):
            one = united(other.term, holder.term) if same_person(other.name, holder.name) else None
            if one is not None:
                known[number] = other._replace(term=one)
                break
        else:
            known.append(holder)
    return [holder for known in people.values() for holder in known]


def _of_one(actor: Actor, term: OfficeTerm, name: str, era: OfficeTerm) -> bool:
    """Tell whether a person's term lies within an era that bears the name."""
    if term.last < era.first or era.last < term.first:
        return False
    named = any(same_person(each, name) for each in (actor.name, *actor.other_names))
    return named or (surname(actor.name) == surname(name) and _begin_together(term, era))


def _of_era(era: Holder, roles: Sequence[tuple[Actor, OfficeTerm]]) -> Iterable[Holder]:
    """Return an era and a person's terms within it as one, or as many as there are titles."""
    titles = {term.title for _actor, term in roles}
    if not titles:
        return [era]
    if len(titles) > 1:
        parts = [Holder(actor.name, _trimmed(term, era.term)) for actor, term in roles]
        return [*parts, era._replace(name=parts[0].name)]
    one: OfficeTerm | None = era.term
    for _actor, term in roles:
        one = one and one_term(one, term, term.title)
    return [Holder(roles[0][0].name, one)] if one else [era]


def _trimmed(term: OfficeTerm, era: OfficeTerm) -> OfficeTerm:
    """Return a term that is a part of an era, with an end of the era where that is finer."""
    begins, ends = term.begins, term.ends
    if begins and era.begins and _within(era.begins, begins):
        begins = era.begins
    if ends and era.ends and _within(era.ends, ends):
        ends = era.ends
    return term.bounded(begins, ends)


def _within(one: TermEnd, other: TermEnd) -> bool:
    return other.earliest <= one.earliest and one.latest <= other.latest


def _titles(timeline: Officials, people: _People, kind: EraKind) -> list[str]:
    """Return what the office of a kind of era is called, first as most actors say who held it."""
    titles: Counter[str] = Counter()
    for era in timeline.eras:
        if era.kind == kind:
            own = term_of("", era.date)
            of_name = people.get(surname(era.name), ())
            titles.update({term.title for _, term in of_name if _begin_together(term, own)})
    held = Counter(term.title for terms in people.values() for _, term in terms) if titles else {}
    ranked = sorted(titles, key=lambda title: (titles[title], held[title]), reverse=True)
    return ranked or [_NAMES[kind]]


def _begin_together(one: OfficeTerm, other: OfficeTerm) -> bool:
    if one.begins is None or other.begins is None:
        return False
    return abs((one.begins.earliest - other.begins.earliest).days) <= TOGETHER


def _holders(people: _People, *, of_any_side: bool = False) -> dict[str, list[Holder]]:
    """Return who held each office of actors, for the time being or not.

    Where it is not asked for, nobody stands there who belongs to none of the tracks.
    """
    holders: dict[str, list[Holder]] = defaultdict(list)
    for terms in people.values():
        for actor, term in terms:
            if of_any_side or actor.side is not None:
                holders[office_name(term.title)].append(Holder(actor.name, term))
    return {name: _once_each(held) for name, held in holders.items()}


def _held_by_several(holders: Mapping[str, Sequence[Holder]]) -> list[str]:
    """Return the offices that several people held, the most held first."""
    people = Counter({name: len({each.name for each in held}) for name, held in holders.items()})
    return [name for name, count in people.most_common() if count >= HELD_BY]


def _in_a_row(holders: Sequence[Holder]) -> bool:
    """Tell whether each holder of an office followed the one before, within some weeks."""
    terms = sorted((holder.term for holder in holders), key=lambda term: (term.first, term.last))
    return all(
        (
            after.begins is not None
            and abs((after.begins.earliest - before.last).days) <= LONG_VACANT
        )
        or (after.begins is not None and _meets(before, after.begins))
        for before, after in pairwise(terms)
    )


def _meets(before: OfficeTerm, begins: TermEnd) -> bool:
    """Tell whether a term may have ended when the next began."""
    ends = before.ends
    return ends is not None and begins.earliest <= ends.latest and ends.earliest <= begins.latest


def memberships_within(timeline: Timeline, first: dt.date, last: dt.date) -> list[Holder]:
    """Return the memberships that surely or perhaps ran within some days, by name of the era."""
    return [
        Holder(era.name, term, presence == "perhaps")
        for era in timeline.eras
        if era.kind == "membership"
        and (presence := (term := term_of("", era.date)).presence(first, last))
    ]
