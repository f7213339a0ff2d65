"""What a query asks for in a reader's words: 'Kazakhstan track, with a document'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import Precision
from kztimeline.dates.typed.fixed import range_of
from kztimeline.query import fields as vocabulary
from kztimeline.query.mistakes import QueryError
from kztimeline.query.parser import parse_query
from kztimeline.query.syntax import And, FieldTerm, Not, Or, Query
from kztimeline.text.cells import clean, cut
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

_MOST_NAMED: Final = 3
"""Of how many values the names are told; of more, what was typed is shorter."""
_TITLE: Final = 24
"""Cells of the title of an event that is named among other words."""

_NAMED: Final = {
    "track": "{} track",
    "topic": "on {}",
    "actor": "with {}",
    "era": "during {}",
    "source": "from {}",
}
_SAID: Final = {
    "origin": {"seed": "with a document", "reference": "without a document"},
    "is": {
        "disputed": "disputed",
        "inferred": "inferred",
        "attributed": "only claimed by the source",
        "approximate": "approximate date",
        "uncertain": "uncertain date",
        "interval": "dated to an interval",
        "single": "with one source",
        "undated": "undated",
    },
    "has": {
        "note": "with a note",
        "links": "with links",
        "place": "with a place",
        "actors": "with actors",
        "passage": "with a passage",
        "address": "with a web address",
    },
    "importance": {
        "1": "key events only",
        "12": "without minor events",
        "3": "minor events only",
        "2": "importance 2",
        "23": "importance 2–3",
        "123": "any importance",
    },
}
_CONTRARY: Final = {
    "with a document": "without a document",
    "without a document": "with a document",
}


class _Worded(NamedTuple):
    text: str
    timeline: Timeline
    words: str


_MOST_TOLD: Final = 16
_last_told: list[_Worded] = []
"""The last answers: the screen asks for the same at every key, and for what may be typed next."""


def words_of_query(text: str, timeline: Timeline) -> str:
    """Return a query in words; as it was typed where it has a mistake."""
    for told in _last_told:
        if told.text == text and told.timeline is timeline:
            return told.words
    try:
        words = _words(parse_query(text, timeline), timeline)
    except QueryError:
        words = text
    others = [told for told in _last_told if told.timeline is timeline]
    _last_told[:] = [*others, _Worded(text, timeline, words)][-_MOST_TOLD:]
    return words


def _words(query: Query, timeline: Timeline) -> str:
    match query:
        case And(parts):
            return ", ".join(_apart(part, timeline, Or) for part in parts)
        case Or(parts):
            return " or ".join(_apart(part, timeline, And) for part in parts)
        case Not(part):
            words = _apart(part, timeline, And, Or)
            return _CONTRARY.get(words, f"not {words}")
        case FieldTerm():
            return _of_field(query, timeline)
    return str(query)


def _apart(query: Query, timeline: Timeline, *kinds: type[Query]) -> str:
    words = _words(query, timeline)
    return f"({words})" if isinstance(query, kinds) else words


def _of_field(term: FieldTerm, timeline: Timeline) -> str:
    if term.field in _SAID:
        return _of_fixed(term, timeline)
    if term.field in _NAMED:
        names = _names(term, timeline)
        if names and term.field == "era" and _is_phase(term, timeline):
            # A phase has a name of its own, often with a preposition: 'After the war'.
            return f"in the phase {' or '.join(f'“{name}”' for name in names)}"
        return _NAMED[term.field].format(" or ".join(names)) if names else str(term)
    if term.field in vocabulary.DATE_FIELDS:
        return " or ".join(_of_date(term.field, value) for value in term.values)
    values = " or ".join(term.values)
    match term.field:
        case "place":
            return f"at {values}"
        case "linked":
            return (
                f"linked with {' or '.join(_event_named(each, timeline) for each in term.values)}"
            )
        case "sources":
            return " or ".join(map(_of_amount, term.values))
    return str(term)


def _event_named(id_: str, timeline: Timeline) -> str:
    """The beginning of the title of an event; what is written for it where that is no whole id."""
    if id_ not in timeline.positions_by_id:
        return id_
    return f"“{cut(clean(timeline.event(id_).title), _TITLE)}”"


def _is_phase(term: FieldTerm, timeline: Timeline) -> bool:
    named = {value.id for value in _values(term, timeline)}
    return all(era.kind == "phase" for era in timeline.eras if era.id in named)


def _of_fixed(term: FieldTerm, timeline: Timeline) -> str:
    said = _SAID[term.field]
    if term.field == "importance":
        levels = (vocabulary.levels_of(value) for value in term.values)
        key = "".join(sorted({level for some in levels for level in some}))
        return said.get(key, str(term))
    named = _values(term, timeline)
    told = " or ".join(said[value.id] for value in named)
    return told if 0 < len(named) <= _MOST_NAMED else str(term)


def _values(term: FieldTerm, timeline: Timeline) -> list[vocabulary.Value]:
    """The values that a term names, in the timeline's order."""
    among = vocabulary.values(term.field, timeline)
    wanted = {id_ for text in term.values for id_ in vocabulary.resolve_value(text, among)}
    return [value for value in among if value.id in wanted]


def _names(term: FieldTerm, timeline: Timeline) -> list[str]:
    """The names of the values of a term, each once; none where they are many."""
    named = _values(term, timeline)
    names = list(dict.fromkeys(value.names[0] or value.id for value in named))
    return names if len(names) <= _MOST_NAMED else []


def _of_date(field: str, value: str) -> str:
    date = range_of(value)
    if field != "in":
        return f"{field} {display(date)}"
    exact = not date.is_interval and date.precision is Precision.DAY
    return f"{'on' if exact else 'within' if date.is_interval else 'in'} {display(date)}"


def _of_amount(value: str) -> str:
    amount = vocabulary.amount_of(value)
    if amount is None:
        return f"sources:{value}"
    least, most = amount
    if most is None:
        return f"{count_of(least, 'source')} or more"
    if least == most:
        return count_of(least, "source")
    return f"at most {count_of(most, 'source')}" if least == 0 else f"{least}–{most} sources"
