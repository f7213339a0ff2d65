"""The columns of a timeline as of a day, from its columns of today: no event is made for them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kztimeline.dates.occurring import first_day, last_day
from kztimeline.timeline.bulk.columns import DistinctColumn, T, undated_length, weights_of

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date, Day
    from kztimeline.timeline.bulk.columns import Columns
    from kztimeline.timeline.parts import Event, Position


class ColumnsThen:
    """The columns of some events as they were on a day.

    Args:
        today: The columns of today.
        positions: Where the events stand today, ascending.
        date_then: Returns a date as it could be written on the day.
        is_known: Tells whether the event at a position of today was known.
        target: Returns the position of today of the event with an id, None where there is none.
        events: Returns the events themselves.
    """

    def __init__(
        self,
        today: Columns,
        positions: Sequence[Position],
        date_then: Callable[[Date], Date],
        is_known: Callable[[Position], bool],
        target: Callable[[str], Position | None],
        events: Callable[[], Sequence[Event]],
    ) -> None:
        self._today = today
        self._positions = positions
        self._date_then = date_then
        self._is_known = is_known
        self._target = target
        self._events = events

    @cached_property
    def dates(self) -> DistinctColumn[Date]:
        """The dates."""
        today = self._today.dates
        then = DistinctColumn.of(map(self._date_then, today.distinct))
        numbers = [then.numbers[number] for number in self._then(today.numbers)]
        return DistinctColumn(then.distinct, numbers)

    @cached_property
    def years(self) -> Sequence[int]:
        """The years that the dates begin in."""
        return self._then(self._today.years)

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
        """How long what began on no known day was, which its end decides."""
        return bytes(self.dates.each(undated_length))

    @cached_property
    def topics(self) -> DistinctColumn[tuple[str, ...]]:
        """The ids of the topics of each event."""
        today = self._today.topics
        return DistinctColumn(today.distinct, self._then(today.numbers))

    @cached_property
    def tracks(self) -> bytes:
        """The numbers of the tracks."""
        return bytes(self._then(self._today.tracks))

    @cached_property
    def importances(self) -> bytes:
        """The importances."""
        return bytes(self._then(self._today.importances))

    @cached_property
    def weights(self) -> Sequence[int]:
        """How much the events weigh, which the links decide as well."""
        return weights_of(self._events())

    @cached_property
    def signs(self) -> bytes:
        """What stands beside the titles."""
        return bytes(self._then(self._today.signs))

    @cached_property
    def titles(self) -> Sequence[str]:
        """The titles."""
        return self._then(self._today.titles)

    @cached_property
    def title_cells(self) -> bytes:
        """The cells that the titles take."""
        return bytes(self._then(self._today.title_cells))

    @cached_property
    def linking(self) -> Mapping[str, Sequence[Position]]:
        """For each id of a known event, the positions of the known events that link to it."""
        here = {at: place for place, at in enumerate(self._positions)}
        found: dict[str, Sequence[Position]] = {}
        for target, positions in self._today.linking.items():
            at = self._target(target)
            if at is not None and self._is_known(at):
                linking = [here[each] for each in positions if self._is_known(each)]
                if linking:
                    found[target] = linking
        return found

    def _then(self, column: Sequence[T]) -> list[T]:
        return [column[at] for at in self._positions]
