"""The columns of a timeline as segments of its form, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from kztimeline.loading.kept.segments import from_json, from_numbers, to_json, to_numbers
from kztimeline.timeline.bulk.columns import DateColumn

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.bulk.columns import Columns
    from kztimeline.timeline.parts import Position


class KeptTexts(Sequence[str]):
    """Texts that stand one after the other, each taken out when it is looked at."""

    def __init__(self, ends: Sequence[int], bodies: memoryview) -> None:
        self._ends = ends
        self._bodies = bodies

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return str(self._bodies[self._ends[at] : self._ends[at + 1]], "utf-8")


def segments_of(columns: Columns) -> dict[str, bytes]:
    """Return columns as segments."""
    dates = columns.dates
    titles = [title.encode() for title in columns.titles]
    linking = {target: list(positions) for target, positions in columns.linking.items()}
    return {
        "dates": to_json([date.text for date in dates.distinct]),
        "date numbers": from_numbers(dates.numbers),
        "years": from_numbers(columns.years),
        "tracks": columns.tracks,
        "importances": columns.importances,
        "weights": from_numbers(columns.weights),
        "signs": columns.signs,
        "titles": b"".join(titles),
        "title ends": from_numbers(accumulate(map(len, titles), initial=0)),
        "title cells": columns.title_cells,
        "linking": to_json(linking),
    }


class KeptColumns:
    """Columns that are read from segments; `date` returns the date that a text says."""

    def __init__(self, segments: Mapping[str, memoryview], date: Callable[[str], Date]) -> None:
        self._segments = segments
        self._date = date

    @cached_property
    def dates(self) -> DateColumn:
        """The dates."""
        distinct = tuple(map(self._date, from_json(self._segments["dates"])))
        return DateColumn(distinct, to_numbers(self._segments["date numbers"]))

    @cached_property
    def years(self) -> Sequence[int]:
        """The years that the dates begin in."""
        return to_numbers(self._segments["years"])

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
        return KeptTexts(to_numbers(self._segments["title ends"]), self._segments["titles"])

    @cached_property
    def title_cells(self) -> bytes:
        """The cells that the titles take."""
        return bytes(self._segments["title cells"])

    @cached_property
    def linking(self) -> Mapping[str, Sequence[Position]]:
        """For each event id that links point to, the positions of the events they come from."""
        found: dict[str, list[Position]] = from_json(self._segments["linking"])
        return found
