"""Records that are made when they are looked at, in the place of a tuple of them.

A timeline of 100,000 events that was kept between runs costs then what is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from kztimeline.timeline.parts import Position


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""


R = TypeVar("R", bound=Named)
T = TypeVar("T")
V = TypeVar("V")


class RecordTable(Sequence[R], Generic[R]):
    """Records in order; each is made by `make` when it is first asked for, and kept.

    It equals a tuple, or another table, of equal records.

    Args:
        size: How many there are.
        make: Returns the record at a position, from 0.
        ids: Returns the ids of all records, in order, without making them.
        body: Returns what the record at a position is made from, if that is at hand: equal
            bytes for equal records.
        where: Returns the position of the record with an id, None where there is none, if that
            is told without laying out all ids.
    """

    def __init__(
        self,
        size: int,
        make: Callable[[int], R],
        ids: Callable[[], Sequence[str]],
        body: Callable[[int], memoryview] | None = None,
        where: Callable[[str], Position | None] | None = None,
    ) -> None:
        self._size = size
        self._make = make
        self._read_ids = ids
        self.body = body
        self.where = where
        self._made: dict[int, R] = {}

    @cached_property
    def ids(self) -> Sequence[str]:
        """The ids of all records, in order."""
        return self._read_ids()

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...

    def __getitem__(self, at: int | slice) -> R | tuple[R, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(self._size)))
        found = self._made.get(at)
        if found is not None:
            return found
        position = at + self._size if at < 0 else at
        if not 0 <= position < self._size:
            raise IndexError(at)
        # Of two threads that make one, both get the first.
        return self._made.setdefault(position, self._make(position))

    def __iter__(self) -> Iterator[R]:
        return map(self.__getitem__, range(self._size))

    def each_once(self) -> Iterator[R]:
        """Yield the records in order; what is made for that is not kept."""
        return map(self.once, range(self._size))

    def once(self, at: Position) -> R:
        """Return the record at a position from 0; one that is made for that is not kept."""
        return self._made.get(at) or self._make(at)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, (tuple, RecordTable)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Chosen(Sequence[R]):
    """Some records of a table, by their positions; each is made when it is looked at."""

    def __init__(self, records: Sequence[R], positions: Sequence[Position]) -> None:
        self._records = records
        self._positions = positions

    @property
    def ids(self) -> Sequence[str]:
        """Their ids, in order."""
        all_ids = ids_of(self._records)
        return [all_ids[position] for position in self._positions]

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> Chosen[R]: ...

    def __getitem__(self, at: int | slice) -> R | Chosen[R]:
        if isinstance(at, slice):
            return Chosen(self._records, self._positions[at])
        return self._records[self._positions[at]]


class Mapped(Sequence[V], Generic[T, V]):
    """What a function makes of each of some values, whenever that is looked at."""

    def __init__(self, values: Sequence[T], make: Callable[[T], V]) -> None:
        self._values = values
        self._make = make

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, at: int) -> V: ...

    @overload
    def __getitem__(self, at: slice) -> list[V]: ...

    def __getitem__(self, at: int | slice) -> V | list[V]:
        if isinstance(at, slice):
            return [*map(self._make, self._values[at])]
        return self._make(self._values[at])


class ById(Mapping[str, V], Generic[V]):
    """What stands at the positions of some ids, by id; a value is taken when it is asked for."""

    def __init__(self, ids: Callable[[], Sequence[str]], values: Sequence[V]) -> None:
        self._ids = ids
        self._values = values

    @cached_property
    def _positions(self) -> dict[str, Position]:
        return {id_: position for position, id_ in enumerate(self._ids())}

    def __getitem__(self, key: str) -> V:
        return self._values[self._positions[key]]

    def __contains__(self, key: object) -> bool:
        return key in self._positions

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._values)


def each_once(records: Sequence[R]) -> Iterator[R]:
    """Yield records in order; those that are made for it are not kept."""
    return records.each_once() if isinstance(records, RecordTable) else iter(records)


def taken_once(records: Sequence[R], at: Position) -> R:
    """Return the record at a position from 0; one that is made for it is not kept."""
    return records.once(at) if isinstance(records, RecordTable) else records[at]


def are_equal(some: Sequence[R], at: Position, others: Sequence[R], there: Position) -> bool:
    """Tell whether two records are equal; those of tables are not made for it."""
    if isinstance(some, RecordTable) and isinstance(others, RecordTable):
        body, other = some.body, others.body
        if body is not None and other is not None:
            return body(at) == other(there)
    return some[at] == others[there]


def ids_of(records: Sequence[R]) -> Sequence[str]:
    """Return the ids of records in order, without making those that are not made."""
    if isinstance(records, RecordTable | Chosen):
        return records.ids
    return [record.id for record in records]


def by_id(records: Sequence[R]) -> Mapping[str, R]:
    """Return records by their ids."""
    return ById(lambda: ids_of(records), records)
