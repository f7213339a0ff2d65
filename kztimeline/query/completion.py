"""What may be written next in the filter bar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kztimeline.query import fields as vocabulary
from kztimeline.query.fields import Value
from kztimeline.query.quotes import OPEN_OR_CLOSED, QUOTATION_MARKS
from kztimeline.query.syntax import DASHES, quoted_value
from kztimeline.query.words.words import pattern_of
from kztimeline.text.letters.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kztimeline.timeline.model import Timeline

_TERM: Final = rf"[{DASHES}]*(?:([A-Za-z]+):)?(?:{OPEN_OR_CLOSED}|[^\s(){QUOTATION_MARKS}])*"
_VALUE: Final = rf"{OPEN_OR_CLOSED}|[^\s(),{QUOTATION_MARKS}]*"
_OFFERED_FOR_WORDS: Final = ("track", "topic", "actor", "place", "era")
_LAST_WORDS: Final = re.compile(
    rf"(?<!\S)(?:[^\s:(){QUOTATION_MARKS}]+\s+){{0,2}}[^\s:(){QUOTATION_MARKS}]+$"
)
_WORD: Final = re.compile(r"\S+")
_LAST_WORD: Final = re.compile(r"(?<![^\s(])[A-Za-z]+$")
_DATE_FIELD: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(vocabulary.DATE_FIELDS))}):([^:(){QUOTATION_MARKS}]*)$", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)|\d{3}0s")
_SHORTEST_WORD: Final = 2
_MOST: Final = 50
_MOST_OF_PLACES: Final = 1_500
"""With more events than this no place is offered: each has to be read for it, at a letter."""
_MOST_EVENTS: Final = 20_000
"""With more events than this none is offered by name: to go through them takes too long."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Text to put in place of the characters from `start` to `end`, and what it means.

    Attributes:
        start: Where the text begins that it takes the place of.
        end: Where that text ends.
        replacement: What is put there.
        label: What it means.
        distance: 0 for a field and for a value whose id or name is that text already, 1
            for a value whose id goes on from it, 2 for one with a name that does.
    """

    start: int
    end: int
    replacement: str
    label: str
    distance: int = 0

    def applied(self, text: str) -> str:
        """Return the text with the replacement in it."""
        return text[: self.start] + self.replacement + text[self.end :]


def complete(
    text: str,
    cursor: int,
    timeline: Timeline,
    known: Callable[[str, str], bool] = lambda _field, _value: True,
) -> list[Completion]:
    """Return what the field name, value or word at `cursor` may become, best first.

    A word becomes a field, or a field with a value whose name it begins. At most 50.

    Args:
        text: The query.
        cursor: Where in it something is written.
        timeline: What is asked.
        known: Whether a field's value, by its id, may be offered.
    """

    def values(field: str) -> tuple[Value, ...]:
        among = vocabulary.values(field, timeline) or named_in(field, timeline)
        return tuple(value for value in among if known(field, value.id))

    term = _term_at(text, cursor)
    if term is None:
        return _of_word(cursor, cursor, "", values)
    field = (term[1] or "").lower()
    start = min(cursor, term.end() - len(term[0].lstrip(DASHES)))
    if not field:
        meant = field_meant(text, cursor) if cursor == term.end() else None
        found = _of_word(start, term.end(), text[start:cursor], values)
        return [meant, *found] if meant else found
    if cursor < term.end(1) + 1:
        return _fields(start, term.end(1) + 1, text[start:cursor])
    if field not in vocabulary.FIELDS:
        return []
    return _of_value(text, cursor, term.end(1) + 1, values(field))


def field_meant(text: str, cursor: int) -> Completion | None:
    """Return the field that words before `cursor` may mean, with its value: a date, a state.

    As words they are looked for in texts, where 'disputed' seldom stands.
    """
    return dated_words(text, cursor) or _state(text, cursor)


def _state(text: str, cursor: int) -> Completion | None:
    """Return what is asked of the state of an event where its name is the word at `cursor`."""
    match = _LAST_WORD.search(text[:cursor])
    states = {value.id: value for value in vocabulary.values("is", None)}
    word = match[0].lower() if match else ""
    if match is None or word not in states:
        return None
    return Completion(match.start(), cursor, f"is:{word}", _label(states[word]))


def dated_words(text: str, cursor: int) -> Completion | None:
    """Return the date that words before `cursor` name as a value of `in:`, if they name one.

    Words of a query are looked for in texts, a year or 'dec 2011' as well.
    """
    match = _LAST_WORDS.search(text[:cursor])
    if match is None or not _YEAR.search(match[0]):
        return None
    from kztimeline.dates.display import display
    from kztimeline.dates.typed.fixed import is_dated, read_fixed

    if _is_in_a_date(text[:cursor]):
        return None
    starts = [at.start() for at in _WORD.finditer(text, match.start(), cursor)]
    for start in starts:
        date, _ = read_fixed(text[start:cursor])
        if date is not None and is_dated(text[start:cursor]):
            value = f"in:{date.text.replace('/', '..')}"
            return Completion(start, cursor, value, f"dated {display(date)}")
    return None


def _is_in_a_date(text: str) -> bool:
    """Tell whether a text ends in the date of a field, several words as it may be."""
    from kztimeline.dates.typed.fixed import is_dated, is_range

    match = _DATE_FIELD.search(text)
    return match is not None and (is_range(match[1]) or is_dated(match[1]))


def _term_at(text: str, cursor: int) -> re.Match[str] | None:
    for match in re.finditer(_TERM, text):
        if match[0] and match.start() < cursor <= match.end():
            return match
    return None


def _of_word(
    start: int, end: int, word: str, values: Callable[[str], tuple[Value, ...]]
) -> list[Completion]:
    if word.startswith("!"):
        # What is taken for a sign that leaves out would be put in.
        return []
    found = _fields(start, end, word)
    if len(word) >= _SHORTEST_WORD:
        for field in _OFFERED_FOR_WORDS:
            for value in _beginning_with(word, values(field)):
                replacement = f"{field}:{quoted_value(value.id)}"
                away = _distance(word, value)
                found.append(Completion(start, end, replacement, _label(value), away))
    return _first(found)


def _fields(start: int, end: int, begun: str) -> list[Completion]:
    return [
        Completion(start, end, f"{name}:", field.description)
        for name, field in vocabulary.FIELDS.items()
        if name.startswith(begun.lower())
    ]


def _of_value(
    text: str, cursor: int, values_start: int, values: tuple[Value, ...]
) -> list[Completion]:
    start, written = values_start, re.compile(_VALUE)
    while (match := written.match(text, start)) and match.end() < cursor:
        start = match.end() + 1
    end = match.end() if match else cursor
    begun = text[start:cursor].strip(QUOTATION_MARKS)
    found = [
        Completion(start, end, quoted_value(value.id), _label(value), _distance(begun, value))
        for value in _beginning_with(begun, values)
    ]
    return _first(found)


def _first(found: list[Completion]) -> list[Completion]:
    return sorted(found, key=lambda completion: completion.distance)[:_MOST]


def _distance(text: str, value: Value) -> int:
    text = fold(text)
    if text in map(fold, (value.id, *value.names)):
        return 0
    return 1 if value.id.casefold().startswith(text) else 2


def _beginning_with(begun: str, values: tuple[Value, ...]) -> Iterator[Value]:
    """The values whose id begins so, then those with a word that does."""
    wanted = fold(begun)
    by_id = [value for value in values if value.id.casefold().startswith(wanted)]
    yield from by_id
    named = vocabulary.ids_named(pattern_of(begun, whole=False, in_any_case=True), values)
    yield from (value for value in values if value.id in named and value not in by_id)


def _label(value: Value) -> str:
    return value.names[0] or value.id


_last_named: list[tuple[Timeline, dict[str, tuple[Value, ...]]]] = []
"""The timeline asked of last at most, told by what it is and not by all it holds."""


def named_in(field: str, timeline: Timeline) -> tuple[Value, ...]:
    """Return what events offer as values of a field that has no list, found out once for each."""
    if not _last_named or _last_named[0][0] is not timeline:
        _last_named[:] = [(timeline, {})]
    known = _last_named[0][1]
    if field not in known:
        known[field] = _named_in(field, timeline)
    return known[field]


def _named_in(field: str, timeline: Timeline) -> tuple[Value, ...]:
    """Return what events offer as values of a field that has no list; the weightiest first.

    For `id` those are all events, for `linked` those that are linked, for `place` the places.
    An id goes by date and title too, for nobody knows ids by heart.
    """
    most = {"place": _MOST_OF_PLACES, "id": _MOST_EVENTS, "linked": _MOST_EVENTS}
    if len(timeline.events) > most.get(field, 0):
        return ()
    if field == "place":
        places = dict.fromkeys(event.place for event in timeline.events if event.place)
        return tuple(Value(place, (place,)) for place in sorted(places))
    from kztimeline.dates.display import display
    from kztimeline.timeline.relations import is_linked

    weights = timeline.columns.weights
    ranked = sorted(range(len(timeline.events)), key=lambda at: -weights[at])
    events = (timeline.events[at] for at in ranked)
    return tuple(
        Value(event.id, (f"{display(event.date)}: {event.title}",))
        for event in events
        if field == "id" or is_linked(timeline, event.id)
    )


def best_first(
    offers: Sequence[Completion], text: str, leaves: Callable[[str], int | None]
) -> list[Completion]:
    """Return offers in order: the nearest, then what leaves most events; at last what none.

    What leaves more than the text does comes after what narrows it.
    """
    now = leaves(text)

    def order(offer: Completion) -> tuple[bool, bool, int, int]:
        is_field = offer.replacement.endswith(":")
        left = None if is_field else leaves(offer.applied(text))
        wider = finds_more(left, now)
        return left == 0, wider, offer.distance, -(left or 0) if offer.distance else 0

    return sorted(offers, key=order)


def finds_more(left: int | None, now: int | None) -> bool:
    """Tell whether what is offered leaves more events than a text that leaves some."""
    return 0 < (now or 0) < (left or 0)


def may_become_field(text: str) -> bool:
    """Tell whether the last word of a query may become the name of a field."""
    last = text.rpartition(" ")[2].lstrip("-(").lower()
    return bool(last) and any(field.startswith(last) for field in vocabulary.FIELDS)
