"""The parts that queries are answered from: read from what was kept, else laid out when needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kztimeline.query.laid_out.date_columns import DateColumns, date_segments
from kztimeline.query.words.word_table import WordTable, word_segments
from kztimeline.query.words.words import compared_word
from kztimeline.timeline.bulk.attributes import (
    FIELDS_WITH_VALUES,
    OF_EVENTS,
    own_texts,
    values_by_event,
    values_of_event,
)
from kztimeline.timeline.bulk.kept_lists import (
    SortedTexts,
    from_sets,
    from_texts,
    sets_of,
    sorted_texts_of,
    texts_of,
)
from kztimeline.timeline.bulk.record_tables import each_once, ids_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kztimeline.timeline.model import Position, Timeline

_OF_THE_DAY: Final = frozenset({"dates", "values of link", "values of has"})
"""The parts that are others as of a day: those made from dates and links."""

_CAPITALS_OF_NAMES: Final = 20
"""How many times as often as in small letters a name is written with a capital."""


class Postings:
    """For each value of a field that some event has, the set of the events that have it."""

    def __init__(self, segments: Mapping[str, memoryview], size: int) -> None:
        ids = texts_of(segments, "ids")
        self._numbers = {id_: number for number, id_ in enumerate(ids)}
        self._sets = sets_of(segments, "events", size)

    def of(self, value: str) -> int:
        """Return the events that have a value, by its id."""
        number = self._numbers.get(value)
        return 0 if number is None else self._sets[number]


class _SegmentsOfPart(Mapping[str, memoryview]):
    """The segments of one part among those of all, each taken when it is asked for."""

    def __init__(self, kept: Mapping[str, memoryview], part: str) -> None:
        self._kept = kept
        self._beginning = f"{part}/"

    def __getitem__(self, name: str) -> memoryview:
        return self._kept[self._beginning + name]

    def __iter__(self) -> Iterator[str]:
        names = (name for name in self._kept if name.startswith(self._beginning))
        return (name.removeprefix(self._beginning) for name in names)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _AskedOfEvents:
    """What the parts ask of each event of a timeline: its texts, its place, its values."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    def texts(self) -> Iterable[Iterable[str]]:
        return map(own_texts, self._timeline.events)

    def places(self) -> Iterable[str]:
        return (event.place or "" for event in self._timeline.events)

    def values(self, field: str) -> Iterable[Iterable[str]]:
        return values_by_event(field, self._timeline)


class _GatheredOfEvents(_AskedOfEvents):
    """The same, noted while the texts are gone through; events that are kept would fill memory."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._places: list[str] = []
        self._values: dict[str, list[tuple[str, ...]]] = {field: [] for field in OF_EVENTS}

    def texts(self) -> Iterator[Iterable[str]]:
        same: dict[tuple[str, ...], tuple[str, ...]] = {}
        for event in each_once(self._timeline.events):
            self._places.append(event.place or "")
            for field, found in self._values.items():
                values = tuple(values_of_event(field, event, self._timeline))
                found.append(same.setdefault(values, values))
            yield own_texts(event)

    def places(self) -> Iterable[str]:
        return self._places

    def values(self, field: str) -> Iterable[Iterable[str]]:
        return self._values[field] if field in self._values else super().values(field)


class IndexParts:
    """The parts of one timeline.

    Args:
        timeline: What is laid out.
        kept: The segments of all parts as `segments` gave them, if they are at hand.
        today: The parts of the same timeline of today, where this one is as of a day.

    Attributes:
        all_at_hand: Whether none is still to be laid out.
    """

    def __init__(
        self,
        timeline: Timeline,
        kept: Mapping[str, memoryview] | None = None,
        today: IndexParts | None = None,
    ) -> None:
        self._timeline = timeline
        self._asked = _AskedOfEvents(timeline)
        self._size = len(timeline.events)
        self._today = today
        self.all_at_hand = kept is not None
        self._found: dict[str, Mapping[str, memoryview]] = {}
        if kept is not None:
            parts = {name.partition("/")[0] for name in kept}
            self._found = {part: _SegmentsOfPart(kept, part) for part in parts}
        self._postings: dict[str, Postings] = {}

    def check(self) -> None:
        """Have every part at hand.

        Raises:
            KeyError, ValueError: what was kept are no parts of this timeline.
        """
        if not self.all_at_hand and "texts" not in self._found:
            self._asked = _GatheredOfEvents(self._timeline)
        # The texts first: what else is asked of events is noted with them.
        sizes = [self.texts.size, self.dates.size, self.places.size, self.ids.size]
        if any(size != self._size for size in sizes):
            raise ValueError("parts of another timeline")
        _others = (
            self.shared,
            self.ordinary,
            self.place_names,
            [*map(self.postings, FIELDS_WITH_VALUES)],
        )
        self._asked, self.all_at_hand = _AskedOfEvents(self._timeline), True

    def segments(self) -> dict[str, memoryview]:
        """Return the segments of all parts, laying out those that are not."""
        self.check()
        return {
            f"{part}/{name}": segment
            for part, segments in self._found.items()
            for name, segment in segments.items()
        }

    @cached_property
    def dates(self) -> DateColumns:
        """When the events were."""
        return DateColumns(self._part("dates", lambda: date_segments(self._timeline.columns.dates)))

    @cached_property
    def texts(self) -> WordTable:
        """The words of the events themselves."""
        return self._table("texts", self._asked.texts)

    @cached_property
    def places(self) -> WordTable:
        """The words of the places of the events."""
        return self._table("places", lambda: ((each,) for each in self._asked.places()))

    @cached_property
    def place_names(self) -> Sequence[str]:
        """The places of the events, each once."""
        segments = self._part(
            "names of places",
            lambda: from_texts("names", sorted({*self._asked.places()} - {""})),
        )
        return texts_of(segments, "names")

    @cached_property
    def ids(self) -> WordTable:
        """The words of the ids of the events."""
        return self._table("ids", lambda: ((id_.title(),) for id_ in ids_of(self._timeline.events)))

    @cached_property
    def shared(self) -> dict[str, WordTable]:
        """By field, the words of what many events name: a row for each value."""
        timeline = self._timeline
        return {
            "actor": self._table(
                "actors", lambda: ((a.name, *a.other_names) for a in timeline.actors)
            ),
            "topic": self._table("topics", lambda: ((topic.name,) for topic in timeline.topics)),
            "source": self._table(
                "sources", lambda: ((s.title, s.publisher) for s in timeline.sources)
            ),
        }

    @cached_property
    def ordinary(self) -> SortedTexts:
        """The words that are no names: they stand in small letters often enough."""
        segments = self._part("ordinary", lambda: from_texts("words", sorted(self._no_names())))
        return sorted_texts_of(segments, "words")

    def postings(self, field: str) -> Postings:
        """Return the events by their values of a field."""
        found = self._postings.get(field)
        if found is None:
            segments = self._part(f"values of {field}", lambda: self._values(field))
            found = self._postings[field] = Postings(segments, self._size)
        return found

    def word_counts(self) -> Counter[str]:
        """Return all words of events and of what they name, and how many rows hold each."""
        rows: Counter[str] = Counter()
        for table in (self.texts, *self.shared.values()):
            rows.update(table.words)
        return rows

    def _part(
        self, name: str, lay_out: Callable[[], Mapping[str, bytes]]
    ) -> Mapping[str, memoryview]:
        if self._today is not None and name not in _OF_THE_DAY:
            return self._today._part(name, lay_out)
        if name not in self._found:
            if self.all_at_hand:
                raise KeyError(name)
            self._found[name] = {own: memoryview(part) for own, part in lay_out().items()}
        return self._found[name]

    def _table(self, name: str, rows: Callable[[], Iterable[Iterable[str]]]) -> WordTable:
        return WordTable(self._part(name, lambda: word_segments(rows())))

    def _values(self, field: str) -> dict[str, bytes]:
        having: dict[str, list[Position]] = {}
        for position, values in enumerate(self._asked.values(field)):
            for value in values:
                having.setdefault(value, []).append(position)
        ids = sorted(having)
        events = map(having.__getitem__, ids)
        return from_texts("ids", ids) | from_sets("events", events, self._size)

    def _no_names(self) -> set[str]:
        small: Counter[str] = Counter()
        large: Counter[str] = Counter()
        for word, rows in self.word_counts().items():
            (large if word[0].isupper() else small)[compared_word(word).spellings[0]] += rows
        return {word for word, rows in small.items() if rows * _CAPITALS_OF_NAMES >= large[word]}
