"""The fields of the query language, and what their values may be in a timeline."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from kztimeline.dates import edtf as dates
from kztimeline.dates.typed.fixed import range_of
from kztimeline.query.syntax import quoted_value
from kztimeline.query.words.word_table import WordTable
from kztimeline.query.words.words import alike, pattern_of, words_of
from kztimeline.text.letters.folding import fold
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.timeline.bulk import bitsets as bits
from kztimeline.timeline.bulk.attributes import HAD, KINDS
from kztimeline.timeline.model import ERA_KINDS, LinkKind, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.query.words.words import Pattern
    from kztimeline.timeline.model import Timeline

_LEVELS: Final = ("1", "2", "3")


class Field(NamedTuple):
    """What a field asks for, and one use of it."""

    description: str
    example: str


class Value(NamedTuple):
    """Something that a field may name: its id, and the names it goes by."""

    id: str
    names: tuple[str, ...]


class QueryFault(NamedTuple):
    """What is wrong with a part of a query.

    Attributes:
        problem: What is wrong.
        remedy: What to write instead.
        meant: What may be meant by that part, best first.
        brief: The remedy in fewer words, or nothing where it has few.
    """

    problem: str
    remedy: str
    meant: tuple[str, ...] = ()
    brief: str = ""


FIELDS: Final = {
    "topic": Field("filed under the topic", "topic:elections"),
    "track": Field("on the track", "track:us"),
    "actor": Field("with the person, office or body", "actor:clinton"),
    "in": Field("on a day of the date or range", "in:2011-12..2012-02"),
    "after": Field("begins after the date", "after:2019-03-19"),
    "before": Field("ends before the date", "before:1995"),
    "era": Field("within the era", "era:obama"),
    "origin": Field("supported by a document, or by outside references only", "origin:seed"),
    "source": Field("citing the source or publisher", "source:001"),
    "importance": Field("importance, from 1 (highest) to 3", "importance:1..2"),
    "place": Field("at the place", "place:astana"),
    "id": Field("with the id", "id:zhanaozen-2011"),
    "link": Field("with a link of the kind", "link:responds_to"),
    "linked": Field("linked with the event, either way", "linked:zhanaozen-2011"),
    "sources": Field("by number of sources", "sources:<3"),
    "has": Field("with a note, links, a place, actors, a passage or a web address", "has:note"),
    "is": Field("disputed, inferred, undated, approximate, …", "is:disputed"),
}

DATE_FIELDS: Final = frozenset({"in", "after", "before"})
FREE_FIELDS: Final = frozenset({"id", "place", "linked", "sources"})
"""Fields whose values are not a list: an id or a part of one, words, a number."""

_MEANT_BY: Final = {
    "actor": "person people who name president country",
    "in": "on at date dates day month year when during time",
    "after": "since from start",
    "before": "until till by to end",
    "topic": "tag tags topics subject about category",
    "track": "side column",
    "era": "period presidency administration",
    "source": "publisher document doc seed says",
    "importance": "level priority rank",
    "place": "where city town location region",
    "link": "relation",
    "linked": "links answers answer related to",
    "sources": "references number count",
    "has": "with having",
    "is": "has type kind status",
}
"""For fields, what others may call them."""
_NAMED_BY_PARTS: Final = frozenset({"actor", "source"})
"""Fields with so many values that the first of them are no hint."""
_LISTED: Final = 8
_LISTED_BRIEFLY: Final = 3

_FIXED: Final = {
    "origin": {
        "seed": "a document supports it",
        "reference": "only outside references support it",
    },
    "importance": dict.fromkeys(_LEVELS, ""),
    "link": {kind: kind.replace("_", " ") for kind in get_args(LinkKind)},
    "is": {
        "disputed": "sources disagree",
        "inferred": "the date or a fact is inferred",
        "attributed": "the source only reports a claim",
        "approximate": "the date is marked as approximate",
        "uncertain": "the date is marked as uncertain",
        "interval": "the date is an interval",
        "single": "it rests on one source",
        "undated": "known only to the year or wider",
    },
    "has": {
        "note": "a note of the editors",
        "links": "a link to another event, or from one",
        "place": "a place",
        "actors": "somebody who took part",
        "passage": "a passage in a document",
        "address": "a source with an address",
    },
}
_AMOUNT: Final = re.compile(
    r"(?P<sign><=?|>=?|=?)(?P<number>\d{1,6})|(?P<first>\d{0,6})\.\.(?P<last>\d{0,6})", re.ASCII
)
_NUMBER: Final = re.compile(r"\d+", re.ASCII)
assert set(_FIXED["origin"]) == set(get_args(Origin))
assert tuple(_FIXED["is"]) == KINDS
assert tuple(_FIXED["has"]) == HAD


def values(field: str, timeline: Timeline | None) -> tuple[Value, ...]:
    """Return what `field` may name, in the timeline's order; nothing for free fields.

    Without a timeline that is what it may name in every one.
    """
    if field in _FIXED:
        return tuple(Value(key, (name,)) for key, name in _FIXED[field].items())
    if timeline is None:
        return ()
    match field:
        case "topic":
            return tuple(Value(topic.id, (topic.name,)) for topic in timeline.topics)
        case "track":
            return tuple(Value(track.id, (track.name,)) for track in timeline.tracks)
        case "era":
            by_kind = sorted(timeline.eras, key=lambda era: _order_of_kind(era.kind))
            return tuple(Value(era.id, (era.name,)) for era in by_kind)
        case "actor":
            return tuple(Value(a.id, (a.name, *a.other_names)) for a in timeline.actors)
        case "source":
            return tuple(Value(s.id, (s.publisher,)) for s in timeline.sources)
    return ()


def _order_of_kind(kind: str) -> tuple[int, str]:
    """Return what puts kinds of era in order: those known, then others by name."""
    return (ERA_KINDS.index(kind) if kind in ERA_KINDS else len(ERA_KINDS)), kind


def resolve_value(text: str, among: Iterable[Value]) -> frozenset[str]:
    """Return the ids of the values that `text` names.

    That is the one with this id, in whatever case or alphabet; or else all whose id or
    names hold its words one after the other; or else all in whose id or names its last
    word is begun.
    """
    among = tuple(among)
    if any(value.id == text for value in among):
        return frozenset({text})
    whole = pattern_of(text, whole=True, in_any_case=True)
    if found := ids_named(whole, among):
        same = frozenset(id_ for id_ in found if _is_all_of(whole, id_))
        return same or found
    return ids_named(pattern_of(text, whole=False, in_any_case=True), among)


def _is_all_of(pattern: Pattern, id_: str) -> bool:
    words = words_of(id_.title())
    return len(words) == len(pattern.words) and pattern.stands_among(words)


def ids_named(pattern: Pattern, among: tuple[Value, ...]) -> frozenset[str]:
    """Return the ids of the values in whose id or names a pattern stands."""
    rows = bits.to_positions(_names(among).holding(pattern))
    return frozenset(among[row].id for row in rows)


@lru_cache(maxsize=16)
def _names(among: tuple[Value, ...]) -> WordTable:
    """The words of values; those of an id with the capitals of the name it stands for."""
    return WordTable.of((value.id.title(), *value.names) for value in among)


class Amount(NamedTuple):
    """The least and the most of something counted; `most` is None without a bound."""

    least: int
    most: int | None


def amount_of(text: str) -> Amount | None:
    """Return the numbers in '1', '<3', '>=2', '2..4' or '5..'; None where it is none of these."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    if match["number"]:
        number = int(match["number"])
        match match["sign"]:
            case "<":
                return Amount(0, number - 1) if number else None
            case "<=":
                return Amount(0, number)
            case ">":
                return Amount(number + 1, None)
            case ">=":
                return Amount(number, None)
        return Amount(number, number)
    first, last = match["first"], match["last"]
    if not (first or last) or (first and last and int(first) > int(last)):
        return None
    return Amount(int(first or 0), int(last) if last else None)


def levels_of(text: str) -> frozenset[str]:
    """Return the levels of importance in '2', '<3' or '1..2'; none where it is no such amount."""
    amount = amount_of(text)
    if amount is None or not set(_NUMBER.findall(text)) <= {*_LEVELS}:
        return frozenset()
    most = len(_LEVELS) if amount.most is None else amount.most
    return frozenset(level for level in _LEVELS if amount.least <= int(level) <= most)


def fault(field: str, text: str, timeline: Timeline | None) -> QueryFault | None:
    """Return what is wrong where `text` is no value of `field`, or None.

    What only a timeline can tell is passed over without one.
    """
    if field in DATE_FIELDS:
        return _date_fault(text)
    if field == "importance":
        if levels_of(text):
            return None
        return QueryFault(
            f"unknown value importance:{text}", "use 1, 2, 3, <3 or a range such as 1..2"
        )
    if field == "sources":
        if amount_of(text):
            return None
        return QueryFault(f"unknown value sources:{text}", "use 1, <3, >5 or a range such as 2..4")
    if field in _FIXED:
        among = tuple(Value(key, ()) for key in _FIXED[field])
        return None if resolve_value(text, among) else _unknown(field, text, among)
    if timeline is None or field in FREE_FIELDS:
        return None
    among = values(field, timeline)
    return None if resolve_value(text, among) else _unknown(field, text, among)


def _date_fault(text: str) -> QueryFault | None:
    try:
        range_of(text)
    except dates.DateError as error:
        return QueryFault(error.problem, error.remedy)
    return None


def _unknown(field: str, text: str, among: tuple[Value, ...]) -> QueryFault:
    problem = f"unknown value {field}:{text}"
    if near := _nearest_values(text, among):
        return QueryFault(problem, did_you_mean(near), near)
    ids = [value.id for value in among]
    if not ids:
        return QueryFault(problem, "the timeline has none")
    if field in _NAMED_BY_PARTS and len(ids) > _LISTED:
        return QueryFault(problem, f"write a part of the name of one of {len(ids)}")
    return QueryFault(problem, _one_of(ids, _LISTED), brief=_one_of(ids, _LISTED_BRIEFLY))


def _nearest_values(text: str, among: Iterable[Value]) -> tuple[str, ...]:
    """Return what names values with an id or name like `text`, the likest first.

    That is the id of one, or the name that several have.
    """
    ids: dict[str, dict[str, None]] = {}
    for value in among:
        for name in (value.id, *value.names):
            ids.setdefault(name, {})[value.id] = None
    found = (
        [fold(name)] if len(ids[name]) > 1 else [*ids[name]]
        for name in nearest(text, ids, alike=alike)
    )
    return tuple(dict.fromkeys(map(quoted_value, chain.from_iterable(found))))


def unknown_field(name: str) -> QueryFault:
    """Return what is wrong with the name of a field that there is not."""
    problem = f"unknown field {name}:"
    meant = [field for field, others in _MEANT_BY.items() if name in others.split()]
    if set(meant) & DATE_FIELDS:
        return QueryFault(problem, "dates: in:, after:, before:", _with_colon(meant), "dates: in:")
    near = _with_colon(meant or nearest(name, FIELDS))
    if near:
        return QueryFault(problem, did_you_mean(near), near)
    fields = [f"{field}:" for field in FIELDS]
    quotes = "put quotes around text with a colon"
    return QueryFault(problem, f"{_one_of(fields, len(fields))}, or {quotes}", brief=quotes)


def _with_colon(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name}:" for name in names)


def _one_of(names: list[str], most: int) -> str:
    more = ", …" if len(names) > most else ""
    return f"use {', '.join(names[:most])}{more}"
