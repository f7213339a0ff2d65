"""The columns of a timeline as segments of it packed, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kztimeline.loading.kept.segments import from_json, to_json
from kztimeline.timeline.bulk.columns import DistinctColumn
from kztimeline.timeline.bulk.kept_lists import from_texts, texts_of
from kztimeline.timeline.bulk.number_bytes import from_numbers, to_numbers
from kztimeline.timeline.bulk.record_tables import Mapped

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date, Day
    from kztimeline.timeline.bulk.columns import Columns
    from kztimeline.timeline.parts import Position


def segments_of(columns: Columns) -> dict[str, bytes]:
    """Return columns as segments."""
    dates = columns.dates
    linking = {target: list(positions) for target, positions in columns.linking.items()}
    return {
        "dates": to_json([date.text for date in dates.distinct]),
        "date numbers": from_numbers(dates.numbers),
        "topics": to_json(columns.topics.distinct),
        "topic numbers": from_numbers(columns.topics.numbers),
        "years": from_numbers(columns.years),
        "first days": from_numbers(columns.first_days),
        "last days": from_numbers(columns.last_days),
        "undated": columns.undated,
        "tracks": columns.tracks,
        "importances": columns.importances,
        "weights": from_numbers(columns.weights),
        "signs": columns.signs,
        **from_texts("titles", columns.titles),
        "title cells": columns.title_cells,
        "linking": to_json(linking),
    }


class KeptColumns:
    """Columns that are read from segments; `date` returns the date that a text says."""

    def __init__(self, segments: Mapping[str, memoryview], date: Callable[[str], Date]) -> None:
        self._segments = segments
        self._date = date

    @cached_property
    def dates(self) -> DistinctColumn[Date]:
        """The dates."""
        distinct = Mapped(from_json(self._segments["dates"]), self._date)
        return DistinctColumn(distinct, to_numbers(self._segments["date numbers"]))

    @cached_property
    def years(self) -> Sequence[int]:
        """The years that the dates begin in."""
        return to_numbers(self._segments["years"])

    @cached_property
    def first_days(self) -> Sequence[Day]:
        """The first days on which the events took place or began."""
        return to_numbers(self._segments["first days"])

    @cached_property
    def last_days(self) -> Sequence[Day]:
        """The last days on which they did."""
        return to_numbers(self._segments["last days"])

    @cached_property
    def undated(self) -> bytes:
        """How long what began on no known day of a year was."""
        return bytes(self._segments["undated"])

    @cached_property
    def topics(self) -> DistinctColumn[tuple[str, ...]]:
        """The ids of the topics of each event."""
        distinct = tuple(map(tuple, from_json(self._segments["topics"])))
        return DistinctColumn(distinct, to_numbers(self._segments["topic numbers"]))

    @cached_property
    def tracks(self) -> bytes:
        """The numbers of the tracks."""
        return bytes(self._segments["tracks"])

    @cached_property
    def importances(self) -> bytes:
        """The importances."""
        return bytes(self._segments["importances"])

    @cached_property
    def weights(self) -> Sequence[int]:
        """How much the events weigh."""
        return to_numbers(self._segments["weights"])

    @cached_property
    def signs(self) -> bytes:
        """What stands beside the titles."""
        return bytes(self._segments["signs"])

    @cached_property
    def titles(self) -> Sequence[str]:
        """The titles."""
        return texts_of(self._segments, "titles")

    @cached_property
    def title_cells(self) -> bytes:
        """The cells that the titles take."""
        return bytes(self._segments["title cells"])

    @cached_property
    def linking(self) -> Mapping[str, Sequence[Position]]:
        """For each event id that links point to, the positions of the events they come from."""
        found: dict[str, list[Position]] = from_json(self._segments["linking"])
        return found
