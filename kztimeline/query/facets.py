"""Facets: conditions of a query that are chosen from lists instead of written.

A choice is part of the query and nowhere else: several values of a facet are one
term, `topic:a,b` (any of them), and values left out are another, `-topic:c,d`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from kztimeline.query import fields as vocabulary
from kztimeline.query.syntax import And, FieldTerm, Not, Query, all_of, without_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kztimeline.query.index import Index
    from kztimeline.timeline.model import Timeline

FACETS: Final = ("track", "topic", "era", "actor", "origin", "importance", "source")
"""The fields that are offered as facets."""


class FacetChoice(Enum):
    """What a query says about one value of a facet."""

    NONE = ""
    WANTED = "wanted"
    UNWANTED = "unwanted"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet.

    `count` is the number of events that would be left with this value and all
    conditions on other fields.
    """

    id: str
    name: str
    count: int
    choice: FacetChoice


def facet(
    query: Query,
    field: str,
    index: Index,
    *,
    certain: bool = False,
    within: int | None = None,
) -> list[FacetValue]:
    """Return the values of a facet in the timeline's order, with their counts.

    Events that answer only possibly are counted unless `certain` is true, and only those
    of the set of positions `within` if one is given.
    """
    timeline = index.timeline
    others = without_field(query, field)
    counts = index.counts(others, field, certain=certain, within=within)
    wanted, unwanted = choices(query, field, timeline)
    return [
        FacetValue(value.id, value.names[0] or value.id, counts[value.id], choice)
        for value in vocabulary.values(field, timeline)
        for choice in [
            FacetChoice.WANTED
            if value.id in wanted
            else FacetChoice.UNWANTED
            if value.id in unwanted
            else FacetChoice.NONE
        ]
    ]


def choices(query: Query, field: str, timeline: Timeline) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the values that a query asks for, and of those it leaves out."""
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for part in _parts(query):
        term, negated = _term(part)
        if term is not None and term.field == field:
            (unwanted if negated else wanted).update(_ids(term, timeline))
    return frozenset(wanted), frozenset(unwanted)


def with_choice(
    query: Query, field: str, value: str, choice: FacetChoice, timeline: Timeline
) -> Query:
    """Return the query with another choice about one value; the rest stays as written."""
    parts = list(_without(query, field, value, timeline))
    if choice is FacetChoice.NONE:
        return all_of(*parts)
    negated = choice is FacetChoice.UNWANTED
    for number in reversed(range(len(parts))):
        term, is_negated = _term(parts[number])
        if term is not None and term.field == field and is_negated == negated:
            parts[number] = _signed(FieldTerm(field, (*term.values, value)), negated)
            return all_of(*parts)
    return all_of(*parts, _signed(FieldTerm(field, (value,)), negated))


def toggle(query: Query, field: str, value: str, choice: FacetChoice, timeline: Timeline) -> Query:
    """Return the query with a choice about a value made, or taken back where it was made."""
    wanted, unwanted = choices(query, field, timeline)
    made = value in (wanted if choice is FacetChoice.WANTED else unwanted)
    return with_choice(query, field, value, FacetChoice.NONE if made else choice, timeline)


def _parts(query: Query) -> tuple[Query, ...]:
    return query.parts if isinstance(query, And) else (query,)


def _term(query: Query) -> tuple[FieldTerm | None, bool]:
    """Return the term that a condition consists of, and whether it is negated."""
    negated = False
    while isinstance(query, Not):
        query, negated = query.part, not negated
    return (query if isinstance(query, FieldTerm) else None), negated


def _signed(term: FieldTerm, negated: bool) -> Query:
    return Not(term) if negated else term


def _without(query: Query, field: str, value: str, timeline: Timeline) -> Iterator[Query]:
    """Yield the conditions of a query, those on a field without one value."""
    for part in _parts(query):
        term, negated = _term(part)
        if term is None or term.field != field or value not in _ids(term, timeline):
            yield part
        elif left := tuple(_other_values(term, value, timeline)):
            yield _signed(FieldTerm(field, left), negated)


def _other_values(term: FieldTerm, value: str, timeline: Timeline) -> Iterator[str]:
    """Yield the values of a term, one that names `value` among others as those others."""
    resolve = _resolver(term.field, timeline)
    for text in term.values:
        ids = resolve(text)
        if value not in ids:
            yield text
        else:
            yield from (
                other.id
                for other in vocabulary.values(term.field, timeline)
                if other.id in ids and other.id != value
            )


def _ids(term: FieldTerm, timeline: Timeline) -> set[str]:
    resolve = _resolver(term.field, timeline)
    return {id_ for text in term.values for id_ in resolve(text)}


def _resolver(field: str, timeline: Timeline) -> Callable[[str], frozenset[str]]:
    """Return what gives the ids of the values that a text names."""
    if field == "importance":
        return vocabulary.levels_of
    if field in vocabulary.FREE_FIELDS:
        return lambda text: frozenset({text})
    among = vocabulary.values(field, timeline)
    return lambda text: vocabulary.resolve_value(text, among)
