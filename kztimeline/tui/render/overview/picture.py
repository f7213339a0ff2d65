"""The picture of the overview: bars by track with the eras behind, above named times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kztimeline.dates.display import display
from kztimeline.text.cells import clean, fit
from kztimeline.text.pieces import Piece
from kztimeline.tui.render.overview.bins import Bins
from kztimeline.tui.render.overview.density import Extents, bars, density
from kztimeline.tui.render.overview.labels import axis
from kztimeline.tui.render.signs import TRACK_ROLES, UNKNOWN

if TYPE_CHECKING:
    from kztimeline.timeline.model import Era, EraKind, Timeline

Cells: TypeAlias = "list[tuple[Piece, str]]"
"""Pieces of a line, each with the role that is drawn behind it."""

LABEL: Final = 3
"""The cells before the bars, for the letters of the tracks."""

_NOTHING = "·"
_BEHIND: Final[tuple[EraKind, ...]] = ("presidency", "administration")
_ROOM_FOR_ERAS = 5
_ROOM_FOR_SPACE = 3


class Matter(NamedTuple):
    """What is drawn.

    Attributes:
        extents: When every event of the timeline began.
        shown: The positions of the events drawn bright.
        everything: The positions of all events that may be known.
        known_until: The day after which nothing is drawn.
    """

    extents: Extents
    shown: Sequence[int]
    everything: Sequence[int]
    known_until: dt.date | None


class Band:
    """One stretch of time drawn at one size."""

    def __init__(
        self,
        timeline: Timeline,
        matter: Matter,
        stretch: tuple[dt.date, dt.date],
        size: tuple[int, int],
    ) -> None:
        width, height = size
        self._timeline = timeline
        self._matter = matter
        self._stretch = stretch
        self.bins = Bins.over(*stretch, width - LABEL - 1)
        self._last_known = self._last_known_cell()
        tracks = len(timeline.tracks)
        self._whole = density(matter.extents, matter.everything, self.bins, tracks)
        self._some = self._whole
        if len(matter.shown) < len(matter.everything):
            self._some = density(matter.extents, matter.shown, self.bins, tracks)
        self.lines = self._draw(height)

    def explain(self, number: int) -> str:
        """Return in words how many events there are in a bin."""
        shown, everything = (
            round(sum(row[number] for row in rows)) for rows in (self._some, self._whole)
        )
        count = str(everything) if shown == everything else f"{shown} of {everything}"
        return f"{display(self.bins.date(number))}: {count}"

    def names(self, window: tuple[int, int] | None, cursor: int | None) -> list[Piece]:
        """Return the line of named times.

        Args:
            window: The positions of the first and last event that the list shows.
            cursor: The position of the selected event.
        """
        bins, first_days = self.bins, self._matter.extents.first
        here = None if cursor is None else bins.cell(first_days[cursor])
        seen = range(0)
        if window:
            first, last = (first_days[position] for position in window)
            if first <= bins.last and last >= bins.first:
                seen = range(bins.cell(first), bins.cell(last) + 1)
        return [Piece(" " * LABEL), *axis(bins.labels(), bins.cells, seen, here)]

    def _draw(self, height: int) -> list[Cells]:
        most = max((max(row) for row in self._whole), default=0) or 1
        eras = height >= _ROOM_FOR_ERAS
        rows = max((height - 1 - 2 * eras) // len(self._timeline.tracks), 1)
        lines = [
            line
            for number, (some, whole) in enumerate(zip(self._some, self._whole, strict=True))
            for line in self._bars(number, bars(some, most, rows), bars(whole, most, rows))
        ]
        return [self._eras(_BEHIND[0]), *lines, self._eras(_BEHIND[1])] if eras else lines

    def _bars(self, number: int, some: list[str], whole: list[str]) -> list[Cells]:
        role = TRACK_ROLES[number]
        shades = self._shades(_BEHIND[number % len(_BEHIND)])
        lines = []
        for row, (bright, pale) in enumerate(zip(some, whole, strict=True)):
            bottom = row == len(some) - 1
            letter = self._timeline.tracks[number].letter if bottom else ""
            cells = [(Piece(fit(f" {letter}", LABEL), role), "")]
            for cell, shade in enumerate(shades):
                if cell > self._last_known:
                    cells.append((Piece(UNKNOWN.text, "rule"), ""))
                else:
                    cells.append((self._bar(cell, bright, pale, role, bottom), shade))
            lines.append(_joined(cells))
        return lines

    def _bar(self, cell: int, bright: str, pale: str, role: str, bottom: bool) -> Piece:
        number = self.bins.bin_at(cell)
        roomy = self.bins.cells // len(self.bins) >= _ROOM_FOR_SPACE
        if roomy and cell == self.bins.starts[number + 1] - 1:
            return Piece(" ")
        if bright[number] != " ":
            return Piece(bright[number], role)
        return Piece(_NOTHING if bottom and pale[number] == " " else pale[number], "rule")

    def _last_known_cell(self) -> int:
        day, bins = self._matter.known_until, self.bins
        if day is None or day.toordinal() >= bins.last:
            return bins.cells
        return -1 if day.toordinal() < bins.first else bins.cell(day.toordinal())

    def _shades(self, kind: EraKind) -> list[str]:
        """Return for each cell what is drawn behind it: every other era is shaded."""
        shades = [""] * self.bins.cells
        for number, era in enumerate(self._eras_of(kind)):
            start, end = self._cells_of(era)
            if number % 2:
                shades[start:end] = ["shade"] * (end - start)
        return shades

    def _eras(self, kind: EraKind) -> Cells:
        """Name the eras of a kind over their time, as far as there is room."""
        pieces = [(Piece(" " * LABEL), "")]
        shades = self._shades(kind)
        at = 0
        for era in self._eras_of(kind):
            start, end = self._cells_of(era)
            start = max(start, at)
            if end <= start:
                continue
            name = fit(clean(f"╷{era.name}"), end - start)
            pieces += [(Piece(" " * (start - at)), ""), (Piece(name, "era"), shades[start])]
            at = end
        return pieces

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

    def _cells_of(self, era: Era) -> tuple[int, int]:
        first, last = era.date.earliest, era.date.latest
        start = self.bins.cell(first.toordinal()) if first else 0
        end = self.bins.cells
        if last and last.toordinal() < self.bins.last:
            end = self.bins.cell(last.toordinal())
        return start, max(min(end, self._last_known + 1), start)


def _joined(cells: Cells) -> Cells:
    """Join neighbours drawn alike, so that a line has few runs."""
    joined = cells[:1]
    for piece, under in cells[1:]:
        before, before_under = joined[-1]
        if (piece.role, under) == (before.role, before_under):
            joined[-1] = Piece(before.text + piece.text, piece.role), under
        else:
            joined.append((piece, under))
    return joined
