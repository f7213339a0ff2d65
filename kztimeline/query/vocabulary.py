"""The fields of the query language, and what their values may be in a timeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from kztimeline import dates
from kztimeline.model import EraKind, LinkKind, Origin
from kztimeline.query.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.dates import Date
    from kztimeline.model import Timeline

_WORDS = re.compile(r"\w+")
_LEVELS: Final = ("1", "2", "3")
_ERA_KINDS: Final = get_args(EraKind)


class Field(NamedTuple):
    """What a field asks for, and one use of it."""

    description: str
    example: str


class Value(NamedTuple):
    """Something that a field may name: its id, and the names it goes by."""

    id: str
    names: tuple[str, ...]


FIELDS: Final = {
    "topic": Field("filed under the topic", "topic:elections"),
    "track": Field("on the track", "track:us"),
    "actor": Field("with the person, office or body", "actor:clinton"),
    "in": Field("within the date or range", "in:2011-12..2012-02"),
    "after": Field("begins after the date", "after:2019-03-19"),
    "before": Field("ends before the date", "before:1995"),
    "era": Field("within the era", "era:obama"),
    "origin": Field("told by a seed document, or by references only", "origin:seed"),
    "source": Field("told by the source or publisher", "source:001"),
    "importance": Field("as important, 1 the most", "importance:1..2"),
    "place": Field("at the place", "place:astana"),
    "id": Field("with the id", "id:osce-summit-2010"),
    "link": Field("with a link of the kind", "link:responds_to"),
    "is": Field("of the kind", "is:disputed"),
}

DATE_FIELDS: Final = frozenset({"in", "after", "before"})

_FIXED: Final = {
    "origin": {
        "seed": "a seed document supports it",
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
    },
}
assert set(_FIXED["origin"]) == set(get_args(Origin))


def values(field: str, timeline: Timeline) -> tuple[Value, ...]:
    """Return what `field` may name, in the timeline's order; nothing for free fields."""
    if field in _FIXED:
        return tuple(Value(key, (name,)) for key, name in _FIXED[field].items())
    match field:
        case "topic":
            return tuple(Value(topic.id, (topic.name,)) for topic in timeline.topics)
        case "track":
            return tuple(Value(track.id, (track.name,)) for track in timeline.tracks)
        case "era":
            by_kind = sorted(timeline.eras, key=lambda era: _ERA_KINDS.index(era.kind))
            return tuple(Value(era.id, (era.name,)) for era in by_kind)
        case "actor":
            return tuple(Value(a.id, (a.name, *a.other_names)) for a in timeline.actors)
        case "source":
            return tuple(Value(s.id, (s.publisher,)) for s in timeline.sources)
    return ()


def resolve(text: str, among: Iterable[Value]) -> frozenset[str]:
    """Return the ids of the values that `text` names.

    That is the one with this id; or else all whose id or names hold its words side
    by side; or else all in whose id or names its last word is begun.
    """
    among = tuple(among)
    if any(value.id == text for value in among):
        return frozenset({text})
    wanted = _spaced(text)
    if not wanted.strip():
        return frozenset()
    for sought in (wanted, wanted.rstrip()):
        found = frozenset(
            value.id
            for value in among
            if any(sought in _spaced(name) for name in (value.id, *value.names))
        )
        if found:
            return found
    return found


def _spaced(text: str) -> str:
    """The words of a text, each between single spaces."""
    return f" {' '.join(_WORDS.findall(fold(text).replace('_', ' ')))} "


def range_of(text: str) -> Date:
    """Read the value of a date field: EDTF, or a range A..B that may be open at one end.

    Raises:
        DateError: `text` is neither.
    """
    if ".." in text and "/" not in text:
        start, _, end = text.partition("..")
        return dates.parse(f"{start or dates.OPEN}/{end or dates.OPEN}")
    return dates.parse(text)


def levels_of(text: str) -> frozenset[str]:
    """Return the levels of importance in '2' or '1..2'; none where it is neither."""
    first, dots, last = text.partition("..")
    if not dots:
        last = first
    elif text == dots:
        return frozenset()
    if {first, last} - {*_LEVELS, ""} or not (dots or first):
        return frozenset()
    return frozenset(
        level for level in _LEVELS if (first or _LEVELS[0]) <= level <= (last or _LEVELS[-1])
    )


def fault(field: str, text: str, timeline: Timeline | None) -> tuple[str, str] | None:
    """Return problem and remedy where `text` is no value of `field`, or None.

    What only a timeline can tell is passed over without one.
    """
    if field in DATE_FIELDS:
        return _date_fault(field, text)
    if field == "importance":
        if levels_of(text):
            return None
        return f"'{text}' is no importance", "write 1, 2, 3 or a range such as 1..2"
    if field in _FIXED:
        among = tuple(Value(key, ()) for key in _FIXED[field])
        return None if resolve(text, among) else _unknown(field, text, among)
    if timeline is None or field in {"id", "place"}:
        return None
    among = values(field, timeline)
    return None if resolve(text, among) else _unknown(field, text, among)


def _date_fault(field: str, text: str) -> tuple[str, str] | None:
    try:
        range_of(text)
    except dates.DateError as error:
        return error.problem, error.remedy
    return None


def _unknown(field: str, text: str, among: tuple[Value, ...]) -> tuple[str, str]:
    known = {name: value.id for value in among for name in (*value.names, value.id)}
    near = dict.fromkeys(known[name] for name in nearest(text, known))
    if near:
        return f"there is no {field} '{text}'", f"did you mean {' or '.join(near)}?"
    listed = ", ".join(value.id for value in among[:8])
    more = ", …" if len(among) > 8 else ""
    remedy = f"write one of {listed}{more}" if listed else "the timeline has none"
    return f"there is no {field} '{text}'", remedy


def nearest(text: str, known: Iterable[str]) -> list[str]:
    """Return up to three of `known` that look most like `text` or a word of them does."""
    import difflib  # 1 ms, for mistakes only

    wanted = fold(text)
    parts: dict[str, str] = {}
    for name in known:
        for part in (*_WORDS.findall(fold(name)), fold(name)):
            parts.setdefault(part, name)
    close = difflib.get_close_matches(wanted, parts, n=6, cutoff=0.65)
    return list(dict.fromkeys(parts[part] for part in close))[:3]
