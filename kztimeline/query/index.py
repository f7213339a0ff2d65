"""Answers queries over a timeline, telling what is certain from what is possible."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Final

from kztimeline.dates.typed.fixed import range_of
from kztimeline.query import fields as vocabulary
from kztimeline.query.laid_out.date_columns import Answer
from kztimeline.query.laid_out.index_parts import IndexParts
from kztimeline.query.syntax import And, FieldTerm, Not, Or, Query, Term
from kztimeline.query.words.words import Pattern, pattern_of
from kztimeline.text.letters.folding import fold
from kztimeline.timeline.bulk import bitsets as bits
from kztimeline.timeline.bulk.record_tables import ids_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kztimeline.query.words.spellings import Spellings
    from kztimeline.timeline.model import Position, Timeline

_REMEMBERED: Final = 500
"""How many terms an index remembers the answers to."""

_GUESSED: Final = 50_000
"""How many words, those used most, may be meant by a misspelled one."""


class Certainty(IntEnum):
    """How an event answers a query: `and` is the lesser, `or` the greater, `not` 2 - x."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Matches:
    """The events that answer a query.

    `positions` are indexes into the timeline's events, ascending, of the events
    that answer at least possibly; `certain_count` of them surely do.
    """

    positions: tuple[Position, ...]
    answer: Answer

    @property
    def certain_count(self) -> int:
        """How many events surely answer."""
        return self.answer.certain.bit_count()

    @property
    def certain_positions(self) -> tuple[Position, ...]:
        """The positions of the events that surely answer, ascending."""
        return bits.to_positions(self.answer.certain)

    def certainty(self, position: Position) -> Certainty:
        """How the event at `position` of the timeline's events answers."""
        certain = self.answer.certain >> position & 1
        return Certainty(certain + (self.answer.possible >> position & 1))

    def __len__(self) -> int:
        return len(self.positions)


class Index:
    """Answers queries over a timeline from its parts.

    Args:
        timeline: What is queried.
        parts: Its parts; without them each is laid out when a query first needs it.
    """

    def __init__(self, timeline: Timeline, parts: IndexParts | None = None) -> None:
        self._timeline = timeline
        self._events = timeline.events
        self._everything = (1 << len(self._events)) - 1
        self._parts = parts or IndexParts(timeline)
        self._remembered: dict[Query, Answer] = {}
        self._patterns: dict[Term, tuple[Pattern, int]] = {}

    def as_of(self, timeline: Timeline) -> Index:
        """Return an index of its timeline as of a day, in which each event has its position.

        Only dates and links, and what follows from them, may be others there.
        """
        return Index(timeline, IndexParts(timeline, today=self._parts))

    def run(self, query: Query, within: int | None = None) -> Matches:
        """Return the events that answer `query`, of a set of positions if one is given."""
        answer = self._answer_within(query, within)
        return Matches(bits.to_positions(answer.possible), answer)

    @property
    def timeline(self) -> Timeline:
        """What is queried."""
        return self._timeline

    @property
    def is_whole(self) -> bool:
        """Whether every part is at hand, so that no query lays one out."""
        return self._parts.all_at_hand

    def counts(
        self,
        query_without_facet: Query,
        field: str,
        *,
        certain: bool = False,
        within: int | None = None,
    ) -> dict[str, int]:
        """Return for each value of `field` how many events would answer with it as well.

        Events that answer only possibly are counted unless `certain` is true, and only
        those of the set of positions `within` if one is given; the keys are ids in the
        timeline's order.
        """
        answer = self._answer_within(query_without_facet, within)
        found = {
            value.id: answer & self._value_answer(field, value.id) for value in self._values(field)
        }
        return {
            id_: (both.certain if certain else both.possible).bit_count()
            for id_, both in found.items()
        }

    def _answer_within(self, query: Query, within: int | None) -> Answer:
        answer = self._answer(query)
        return answer if within is None else answer & _sure(within)

    def _answer(self, query: Query) -> Answer:
        match query:
            case And(parts):
                return reduce(and_, map(self._answer, parts), self._all)
            case Or(parts):
                return reduce(or_, map(self._answer, parts))
            case Not(part):
                answer = self._answer(part)
                return Answer(self._everything ^ answer.possible, self._everything ^ answer.certain)
        return self._remember(query)

    @property
    def _all(self) -> Answer:
        return Answer(self._everything, self._everything)

    def _remember(self, term: Query) -> Answer:
        answer = self._remembered.get(term)
        if answer is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            answer = self._remembered[term] = self._term_answer(term)
        return answer

    def _term_answer(self, term: Query) -> Answer:
        match term:
            case Term():
                return _sure(self._words_of(term)[1])
            case FieldTerm(field, values):
                return reduce(or_, (self._field_answer(field, value) for value in values))
        raise TypeError(f"{term!r} is not a part of a query")

    def _field_answer(self, field: str, value: str) -> Answer:
        match field:
            case "in":
                return self._parts.dates.within(range_of(value))
            case "after":
                return self._parts.dates.beginning_after(range_of(value))
            case "before":
                return self._parts.dates.ending_before(range_of(value))
            case "place":
                return _sure(
                    self._parts.places.holding(pattern_of(value, whole=False, in_any_case=True))
                )
            case "id":
                return _sure(self._event_bits(value))
            case "linked":
                return _sure(self._linked_bits(value))
            case "sources":
                return _sure(self._with_sources(value))
            case "importance":
                ids = vocabulary.levels_of(value)
            case _:
                ids = vocabulary.resolve_value(value, self._values(field))
        return reduce(or_, (self._value_answer(field, id_) for id_ in ids), _sure(0))

    def _event_bits(self, text: str) -> int:
        known = self._timeline.positions_by_id
        if text in known:
            return 1 << known[text]
        ids = self._parts.ids
        whole, begun = (pattern_of(text, whole=whole, in_any_case=True) for whole in (True, False))
        return ids.holding(whole) or ids.holding(begun)

    def _linked_bits(self, text: str) -> int:
        """The events that have a link to an event meant by `text`, or from one."""
        position, back = self._timeline.positions_by_id, self._timeline.links_back
        found: set[int] = set()
        for at in bits.to_positions(self._event_bits(text)):
            event = self._events[at]
            found.update(position[link.to] for link in event.links)
            found.update(position[other.id] for other, _ in back.get(event.id, ()))
        return bits.from_positions(sorted(found), len(self._events))

    def _with_sources(self, text: str) -> int:
        wanted = vocabulary.amount_of(text)
        if wanted is None:
            return 0
        least, most = wanted
        found = [
            at
            for at, event in enumerate(self._events)
            if least <= len(event.sources) and (most is None or len(event.sources) <= most)
        ]
        return bits.from_positions(found, len(self._events))

    def _value_answer(self, field: str, value_id: str) -> Answer:
        """The events with exactly this value, known by its id."""
        if field == "era":
            eras = (era for era in self._timeline.eras if era.id == value_id)
            return reduce(or_, (self._parts.dates.within(era.date) for era in eras), _sure(0))
        return _sure(self._parts.postings(field).of(value_id))

    def _values(self, field: str) -> tuple[vocabulary.Value, ...]:
        return vocabulary.values(field, self._timeline)

    def pattern(self, term: Term) -> Pattern:
        """Return the words that a term stands for here.

        Capitals are those of the query where something is written in them, or none.
        """
        return self._words_of(term)[0]

    def beyond_titles(self, terms: Iterable[Term], positions: Iterable[Position]) -> list[Position]:
        """Return those of some positions at which a word or phrase stands, but not in the title."""
        known = [*map(self._words_of, terms)]
        holding = reduce(or_, (found for _, found in known), 0)
        rest = [at for at in positions if holding >> at & 1]
        for pattern, _ in known:
            in_title = {*self._parts.texts.holding_first(pattern, rest)}
            rest = [at for at in rest if at not in in_title]
        return rest

    @cached_property
    def spellings(self) -> Spellings:
        """What is written in the timeline, for guesses at what may be meant."""
        from kztimeline.query.words.spellings import spellings

        rows = self._parts.word_counts()
        places = self._parts.place_names
        actors = (name for a in self._timeline.actors for name in (a.name, *a.other_names))
        often = sorted(rows, key=rows.__getitem__, reverse=True)[:_GUESSED]
        return spellings(often, {*places, *actors})

    def letters_after(self, beginning: str) -> list[str]:
        """Return what follows the beginning of a word, the commonest first, figures last.

        Figures may stand in more words, and are looked for less.
        """
        letters = self._parts.texts.letters_after(fold(beginning))
        return sorted(letters, key=lambda letter: (not letter.isalpha(), -letters[letter]))

    def _words_of(self, term: Term) -> tuple[Pattern, int]:
        """The words that a term stands for, and the events that hold them."""
        known = self._patterns.get(term)
        if known is None:
            if len(self._patterns) >= _REMEMBERED:
                self._patterns.clear()
            ordinary = self._parts.ordinary
            pattern = pattern_of(term.text, whole=term.whole).where(ordinary)
            found = self._text_bits(pattern)
            if pattern.has_capitals and not found:
                pattern = pattern_of(term.text, whole=term.whole, in_any_case=True)
                pattern = pattern.where(ordinary)
                found = self._text_bits(pattern)
            known = self._patterns[term] = pattern, found
        return known

    def _text_bits(self, pattern: Pattern) -> int:
        """The events in whose own text, or in the text of what they name, some words stand."""
        found = self._parts.texts.holding(pattern)
        for field, texts in self._parts.shared.items():
            ids, events = self._ids_of[field], self._parts.postings(field)
            rows = bits.to_positions(texts.holding(pattern))
            found = reduce(or_, (events.of(ids[row]) for row in rows), found)
        return found

    @cached_property
    def _ids_of(self) -> dict[str, Sequence[str]]:
        """By field, the ids of the values whose texts are searched, in order."""
        timeline = self._timeline
        return {
            "actor": ids_of(timeline.actors),
            "topic": ids_of(timeline.topics),
            "source": ids_of(timeline.sources),
        }


def _sure(found: int) -> Answer:
    return Answer(found, found)
