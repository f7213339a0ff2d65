"""The picture of the overview: bars of dots by track, what stands out named, above times.

With two tracks the first grows up and the second down from one line; with more they are
stacked, each up from its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kztimeline.dates.display import display
from kztimeline.text.cells import clean, fit
from kztimeline.text.numbers import count_of
from kztimeline.text.pieces import Piece
from kztimeline.timeline.in_office.names import surname
from kztimeline.tui.render.overview.braille import Dots, heights, hit_heights, scale
from kztimeline.tui.render.overview.density import Extents, density
from kztimeline.tui.render.overview.labels import axis
from kztimeline.tui.render.overview.landmarks import Name, names_placed, weightiest
from kztimeline.tui.render.signs import TRACK_ROLES

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Era, EraKind, Position, Timeline

Cells: TypeAlias = "list[tuple[Piece, str]]"
"""Pieces of a line, each with the role that is drawn behind it."""

LABEL: Final = 3
"""The cells before the bars, for the letters of the tracks."""

_UNKNOWN = "╱"
_BEHIND: Final[tuple[EraKind, ...]] = ("presidency", "administration")
_ROOM_FOR_NAMES: Final = 5
_ROOM_FOR_ERAS: Final = 9


class Matter(NamedTuple):
    """What is drawn.

    Attributes:
        extents: When every event of the timeline began, and what it weighs.
        shown: The positions of the events drawn bright.
        everything: The positions of all events that may be known.
        known_until: The day after which nothing is drawn.
    """

    extents: Extents
    shown: Sequence[Position]
    everything: Sequence[Position]
    known_until: dt.date | None


class Marks(NamedTuple):
    """What is marked on the line of named times.

    Attributes:
        seen: The cells of what the list shows.
        here: The cell of the selected event, or None.
    """

    seen: range
    here: Cell | None


class Band:
    """One stretch of time drawn at one size."""

    def __init__(
        self,
        timeline: Timeline,
        matter: Matter,
        stretch: tuple[dt.date, dt.date],
        size: tuple[int, int],
        before: Band | None = None,
    ) -> None:
        """Draw the stretch.

        Args:
            timeline: What is drawn.
            matter: What of it.
            stretch: The first and the last day.
            size: Cells and lines.
            before: What was drawn before, of the same timeline.
        """
        width, height = size
        self._timeline = timeline
        self._matter = matter
        self._stretch = stretch
        self._dots = Dots.over(*stretch, width - LABEL - 1)
        self.bins = self._dots.bins
        self._last_known = self._last_known_cell()
        tracks = len(timeline.tracks)
        known = before.whole_of(matter.everything, self._dots) if before else None
        self._whole = known or density(matter.extents, matter.everything, self.bins, tracks)
        self._filtered = len(matter.shown) < len(matter.everything)
        self._some = self._whole
        if self._filtered:
            self._some = density(matter.extents, matter.shown, self.bins, tracks)
        self.lines = self._draw(height)

    def is_laid_out_as(self, other: Band) -> bool:
        """Tell whether another has the same lines and times."""
        return self._dots is other._dots and len(self.lines) == len(other.lines)

    def whole_of(
        self, everything: Sequence[Position], dots: Dots
    ) -> Sequence[Sequence[float]] | None:
        """Return how many of some events are in each bin, if that is what was drawn over."""
        same = self._dots is dots and self._matter.everything == everything
        return self._whole if same else None

    def explain(self, cell: Cell) -> str:
        """Return in words how many events there are in a cell: '2007: 14 events'."""
        numbers = self._dots.bins_of(cell)
        shown, everything = (
            round(sum(row[number] for row in rows for number in numbers))
            for rows in (self._some, self._whole)
        )
        some = "" if shown == everything else f"{shown:,} of "
        return f"{display(self.date(cell))}: {some}{count_of(everything, 'event')}"

    def date(self, cell: Cell) -> Date:
        """Return the time that a cell stands for."""
        return self.bins.stretch(self._dots.bins_of(cell))

    def range(self, first: int, last: int) -> str:
        """Return the time from one cell to another as a query has it: '2011-12..2012-01'."""
        numbers = range(self._dots.bins_of(first)[0], self._dots.bins_of(last)[-1] + 1)
        return self.bins.stretch(numbers).text.replace("/", "..")

    def marks(self, window: tuple[int, int] | None, cursor: Position | None) -> Marks:
        """Return which cells of the line of named times are marked.

        Args:
            window: The positions of the first and last event that the list shows.
            cursor: The position of the selected event.
        """
        bins, first_days = self.bins, self._matter.extents.first
        here = None if cursor is None else self._dots.cell(first_days[cursor])
        seen = range(0)
        if window:
            first, last = (first_days[position] for position in window)
            if first <= bins.last and last >= bins.first:
                seen = range(self._dots.cell(first), self._dots.cell(last) + 1)
        return Marks(seen, here)

    def names(self, marks: Marks) -> list[Piece]:
        """Return the line of named times."""
        times = axis(self._labels, self.bins.cells, marks.seen, marks.here)
        return [Piece(" " * LABEL), *times]

    @cached_property
    def _labels(self) -> Sequence[tuple[Cell, str]]:
        """The named times; they stand whatever is marked."""
        return self.bins.labels()

    def _draw(self, height: int) -> list[Cells]:
        tracks = len(self._timeline.tracks)
        mirrored = tracks == 2
        # The years keep their line: names and eras give theirs up first.
        names = 1 + mirrored if height >= max(_ROOM_FOR_NAMES, tracks + 2) else 0
        eras = self._has_eras and height >= max(_ROOM_FOR_ERAS, 2 * tracks + 4)
        rows = max((height - 1 - names - 2 * eras) // tracks, 1)
        lines = [line for track in range(tracks) for line in self._bars(track, rows)]
        if names:
            tops = (0,) if mirrored else tuple(range(tracks))
            lines = [self._named(tops), *lines]
            lines += [self._named((1,))] if mirrored else []
        return [self._eras(_BEHIND[0]), *lines, self._eras(_BEHIND[1])] if eras else lines

    def _bars(self, track: int, rows: int) -> list[Cells]:
        role, down = TRACK_ROLES[track], len(self._timeline.tracks) == 2 and track == 1
        some, whole = self._some[track], self._whole[track]
        if self._filtered:
            tall, hits = hit_heights(some, whole, scale(self._some), rows)
        else:
            tall, hits = heights(whole, scale(self._whole), rows), [True] * len(whole)
        roles = [
            role if any(hits[number] for number in self._dots.bins_of(cell)) else "floor"
            for cell in range(self.bins.cells)
        ]
        letter_row = 0 if down else rows - 1
        lines = []
        for row, line in enumerate(self._dots.cells_of(tall, rows, down)):
            letter = self._timeline.tracks[track].letter if row == letter_row else ""
            known = max(self._last_known + 1, 0)
            runs = groupby(zip(line[:known], roles, strict=False), key=itemgetter(1))
            drawn = [Piece("".join(sign for sign, _ in run), drawn_as) for drawn_as, run in runs]
            beyond = _UNKNOWN * (len(line) - known)
            pieces = [Piece(fit(f" {letter}", LABEL), role), *drawn, Piece(beyond, "rule")]
            lines.append([(piece, "") for piece in pieces if piece.text])
        return lines

    def _named(self, tracks: tuple[int, ...]) -> Cells:
        """Return the line of the weightiest events of some tracks, by their names."""
        extents, bins = self._matter.extents, self.bins
        within = [
            at
            for at in self._matter.shown
            if extents.track[at] in tracks and bins.first <= extents.first[at] <= bins.last
        ]
        ranked = weightiest(extents.weights, within) if extents.weights else []
        cells = min(bins.cells, self._last_known + 1)
        found = names_placed(self._timeline, ranked, self._cell_of, cells, extents.names)
        return [(piece, "") for piece in self._line_of(found)]

    def _cell_of(self, position: Position) -> Cell:
        return self._dots.cell(self._matter.extents.first[position])

    def _line_of(self, found: Sequence[Name]) -> list[Piece]:
        pieces, at = [Piece(" " * LABEL)], 0
        for name in found:
            pieces += [Piece(" " * (name.cell - at)), Piece(name.text, "landmark")]
            at = name.cell + len(name.text)
        return pieces

    def _last_known_cell(self) -> Cell:
        day, bins = self._matter.known_until, self.bins
        if day is None or day.toordinal() >= bins.last:
            return bins.cells
        return -1 if day.toordinal() < bins.first else self._dots.cell(day.toordinal())

    def _eras(self, kind: EraKind) -> Cells:
        """Name the eras of a kind over their time, as far as there is room."""
        pieces = [(Piece(" " * LABEL), "")]
        at = 0
        for era in self._eras_of(kind):
            start, end = self._cells_of(era)
            start = max(start, at)
            if end <= start:
                continue
            name = fit(f"╷{surname(clean(era.name))}", end - start)
            pieces += [(Piece(" " * (start - at)), ""), (Piece(name, "era"), "")]
            at = end
        return pieces

    @property
    def _has_eras(self) -> bool:
        return any(self._eras_of(kind) for kind in _BEHIND)

    def _eras_of(self, kind: EraKind) -> list[Era]:
        """Return the eras of a kind that touch the stretch and may be known."""
        first, last = self._stretch
        until = min(last, self._matter.known_until or last)
        return [
            era
            for era in self._timeline.eras
            if era.kind == kind
            and (era.date.earliest is None or era.date.earliest <= until)
            and (era.date.latest is None or era.date.latest >= first)
        ]

    def _cells_of(self, era: Era) -> tuple[Cell, Cell]:
        first, last = era.date.earliest, era.date.latest
        start = self._dots.cell(first.toordinal()) if first else 0
        end = self.bins.cells
        if last and last.toordinal() < self.bins.last:
            end = self._dots.cell(last.toordinal())
        return start, max(min(end, self._last_known + 1), start)
