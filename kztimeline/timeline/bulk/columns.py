"""What is asked of all events at once, as a column of values each, in the order of the events.

A loop over columns makes no event; where a kept timeline was read back, they are read, too.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from kztimeline.dates.edtf import Precision
from kztimeline.dates.occurring import first_day, last_day
from kztimeline.timeline.bulk.record_tables import RecordTable, each_once

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date, Day
    from kztimeline.timeline.parts import Document, Event, Link, Position, Track

T = TypeVar("T")
V = TypeVar("V")
SEEDED: Final = 1
DISPUTED: Final = 2
ONE_YEAR: Final = 1
LONGER: Final = 2
NO_YEAR: Final = 0
_SOURCES_THAT_WEIGH: Final = 8
MOST_CELLS: Final = 250
"""More than a title of `TITLE_LENGTH` takes; with signs behind it, still one byte."""


class DistinctColumn(Generic[V]):
    """A value of each event that others share: `numbers` tell which of the distinct ones it is."""

    def __init__(self, distinct: Sequence[V], numbers: Sequence[int]) -> None:
        self.distinct = distinct
        self.numbers = numbers

    def at(self, position: Position) -> V:
        """Return the value of the event at a position."""
        return self.distinct[self.numbers[position]]

    @classmethod
    def of(cls, values: Iterable[V]) -> DistinctColumn[V]:
        """Lay out values."""
        known: dict[V, int] = {}
        numbers = [known.setdefault(value, len(known)) for value in values]
        return cls(tuple(known), numbers)

    def each(self, tell: Callable[[V], T]) -> Iterator[T]:
        """Yield what is told of each event's value; of equal values it is told once."""
        return map([tell(value) for value in self.distinct].__getitem__, self.numbers)

    def counted(self, positions: Iterable[Position]) -> dict[V, int]:
        """Return the values of the events at some positions, and how many of these have each."""
        counts = Counter(map(self.numbers.__getitem__, positions))
        return {self.distinct[number]: count for number, count in counts.items()}


class TimelineLike(Protocol):
    """What columns are made of: a timeline, as far as they ask it."""

    @property
    def tracks(self) -> Sequence[Track]:
        """The tracks."""

    @property
    def documents(self) -> Sequence[Document]:
        """The documents."""

    @property
    def events(self) -> Sequence[Event]:
        """The events."""

    @property
    def documents_by_id(self) -> Mapping[str, Document]:
        """The documents by id."""


class Columns(Protocol):
    """The columns of a timeline."""

    @property
    def dates(self) -> DistinctColumn[Date]:
        """The dates."""

    @property
    def years(self) -> Sequence[int]:
        """The years that the dates begin in, `NO_YEAR` where the start is open."""

    @property
    def first_days(self) -> Sequence[Day]:
        """The first days on which the events took place or began."""

    @property
    def last_days(self) -> Sequence[Day]:
        """The last days on which they did."""

    @property
    def undated(self) -> bytes:
        """`ONE_YEAR` or `LONGER` where it began in a year, on no known day; 0 for all else."""

    @property
    def topics(self) -> DistinctColumn[tuple[str, ...]]:
        """The ids of the topics of each event."""

    @property
    def tracks(self) -> bytes:
        """The numbers of the tracks, from 0."""

    @property
    def importances(self) -> bytes:
        """The importances, 1 to 3."""

    @property
    def weights(self) -> Sequence[int]:
        """How much each event weighs beside others: by importance, links and sources."""

    @property
    def signs(self) -> bytes:
        """`SEEDED` where a document supports the event, and `DISPUTED` where sources disagree."""

    @property
    def titles(self) -> Sequence[str]:
        """The titles."""

    @property
    def title_cells(self) -> bytes:
        """The cells that the titles take when they are printed, at most `MOST_CELLS`."""

    @property
    def linking(self) -> Mapping[str, Sequence[Position]]:
        """For each event id that links point to, the positions of the events they come from."""


class ColumnsOf:
    """The columns of a timeline, each made from its events when it is first asked for."""

    def __init__(self, timeline: TimelineLike) -> None:
        self._timeline = timeline
        self._events = timeline.events

    @cached_property
    def dates(self) -> DistinctColumn[Date]:
        """The dates."""
        return DistinctColumn.of(event.date for event in self._events)

    @cached_property
    def years(self) -> Sequence[int]:
        """The years that the dates begin in, `NO_YEAR` where the start is open."""
        return list(self.dates.each(first_year))

    @cached_property
    def first_days(self) -> Sequence[Day]:
        """The first days on which the events took place or began."""
        return array("l", self.dates.each(first_day))

    @cached_property
    def last_days(self) -> Sequence[Day]:
        """The last days on which they did."""
        return array("l", self.dates.each(last_day))

    @cached_property
    def undated(self) -> bytes:
        """`ONE_YEAR` or `LONGER` where it began in a year, on no known day; 0 for all else."""
        return bytes(self.dates.each(undated_length))

    @cached_property
    def topics(self) -> DistinctColumn[tuple[str, ...]]:
        """The ids of the topics of each event."""
        return DistinctColumn.of(tuple(event.topics) for event in self._events)

    @cached_property
    def tracks(self) -> bytes:
        """The numbers of the tracks, from 0."""
        numbers = {track.id: number for number, track in enumerate(self._timeline.tracks)}
        return bytes(numbers[event.track] for event in self._events)

    @cached_property
    def importances(self) -> bytes:
        """The importances, 1 to 3."""
        return bytes(event.importance for event in self._events)

    @cached_property
    def weights(self) -> Sequence[int]:
        """How much each event weighs beside others: by importance, links and sources."""
        return weights_of(self._events)

    @cached_property
    def signs(self) -> bytes:
        """`SEEDED` where a document supports the event, and `DISPUTED` where sources disagree."""
        documents = self._timeline.documents_by_id
        return bytes(
            SEEDED * any(citation.source in documents for citation in event.sources)
            + DISPUTED * bool(event.disputed)
            for event in self._events
        )

    @cached_property
    def titles(self) -> Sequence[str]:
        """The titles."""
        return [event.title for event in self._events]

    @cached_property
    def title_cells(self) -> bytes:
        """The cells that the titles take when they are printed, at most `MOST_CELLS`."""
        from kztimeline.text.cells import clean, width

        return bytes(min(width(clean(title)), MOST_CELLS) for title in self.titles)

    @cached_property
    def linking(self) -> Mapping[str, Sequence[Position]]:
        """For each event id that links point to, the positions of the events they come from."""
        found: dict[str, dict[Position, None]] = {}
        for position, event in enumerate(self._events):
            for link in event.links:
                found.setdefault(link.to, {})[position] = None
        return {target: list(positions) for target, positions in found.items()}


def weights_of(events: Sequence[Event]) -> list[int]:
    """Return how much each of all events weighs beside the others."""
    leading_to = Counter(link.to for event in each_once(events) for link in event.links)
    return [
        max(4 - event.importance, 0) * 10
        + 3 * (len(event.links) + leading_to[event.id])
        + min(len(event.sources), _SOURCES_THAT_WEIGH)
        for event in each_once(events)
    ]


class LinksBack(Mapping[str, "tuple[tuple[Event, Link], ...]"]):
    """For each event id that links point to: the events they come from, with the links."""

    def __init__(self, events: Sequence[Event], linking: Mapping[str, Sequence[Position]]) -> None:
        self._events = events
        self._linking = linking

    def __getitem__(self, target: str) -> tuple[tuple[Event, Link], ...]:
        events = [self._events[position] for position in self._linking[target]]
        return tuple((event, link) for event in events for link in event.links if link.to == target)

    def __contains__(self, target: object) -> bool:
        return target in self._linking

    def __iter__(self) -> Iterator[str]:
        return iter(self._linking)

    def __len__(self) -> int:
        return len(self._linking)


def first_year(date: Date) -> int:
    """Return the year a date begins in, `NO_YEAR` where its start is open."""
    return date.earliest.year if date.earliest else NO_YEAR


def undated_length(date: Date) -> int:
    """Return how long what began in a year, on no known day of it, was; 0 for all else.

    What is dated to a decade, or only about a year, is no event of the year it stands under.
    """
    start = date.start
    if start is None or start.precision is not Precision.YEAR or date.qualifier:
        return 0
    return ONE_YEAR if date.year else LONGER


class KeptEvents(RecordTable["Event"]):
    """The events of a timeline that was kept, with its columns.

    Args:
        size: How many there are.
        make: Returns the event at a position, from 0.
        ids: Returns the ids of all events, in order.
        columns: The columns.
        beside: The tracks and documents of the timeline, which columns tell of as well.
        body: Returns what the event at a position is made from, where they were kept.
        where: Returns the position of the event with an id, where they were kept.
    """

    def __init__(
        self,
        size: int,
        make: Callable[[int], Event],
        ids: Callable[[], Sequence[str]],
        columns: Columns,
        beside: tuple[Sequence[Track], Sequence[Document]],
        body: Callable[[int], memoryview] | None = None,
        where: Callable[[str], Position | None] | None = None,
    ) -> None:
        super().__init__(size, make, ids, body, where)
        self._columns = columns
        self._tracks, self._documents = beside

    def columns_in(self, timeline: TimelineLike) -> Columns | None:
        """Return the columns if they are those of a timeline with these very events."""
        same = timeline.tracks is self._tracks and timeline.documents is self._documents
        return self._columns if same else None


def columns_of(timeline: TimelineLike) -> Columns:
    """Return the columns of a timeline, the kept ones where there are any."""
    events = timeline.events
    kept = events.columns_in(timeline) if isinstance(events, KeptEvents) else None
    return ColumnsOf(timeline) if kept is None else kept
