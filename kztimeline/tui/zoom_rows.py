"""What stands between the events of a list: empty time, and years folded into a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.cells import Piece, clip, fit, width
from kztimeline.dates import SHORT_WIDTH
from kztimeline.gaps import is_cut, words
from kztimeline.tui.rows import AXIS, TRACK_ROLES, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.layout import Columns

_EMPTY_AXIS = "┊"
_COUNT = 5
_NAME = 8


class Amount(NamedTuple):
    """The events of one track in a group: those shown, all, and the most anywhere."""

    shown: int
    whole: int
    most: int


@dataclass(frozen=True, slots=True)
class GapRows:
    """Draws the lines of empty time at one width, to scale or one line each."""

    columns: Columns
    proportional: bool

    def line(self, part: int, lines: int, fewest: int, most: int) -> Line:
        """Return a line of a gap of some days.

        Args:
            part: The number of the line, from 0.
            lines: How many lines the gap has.
            fewest: The fewest days it may last.
            most: The most days.
        """
        text = ""
        if part == (lines - 1) // 2:
            text = words(fewest, most)
            if not self.proportional:
                text += " later"
            elif is_cut(fewest):
                text += ", shortened"
        return self._line(text)

    def _line(self, text: str) -> Line:
        columns = self.columns
        axis = _EMPTY_AXIS if self.proportional else AXIS
        if columns.two_lanes:
            centre = 1 + columns.left + 3 + SHORT_WIDTH // 2
            if not text:
                return [Piece(" " * (centre - 1)), Piece(axis, "axis")]
            before = max(centre - (width(text) + 1) // 2, 0)
            return clip([Piece(" " * before), Piece(text, "vague")], columns.width)
        indent = Piece(" " * SHORT_WIDTH)
        return clip([indent, Piece(f" {axis} ", "axis"), Piece(text, "vague")], columns.width)


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Draws the line of a group of years at one width."""

    columns: Columns
    letters: Sequence[str]

    def line(self, name: str, is_open: bool, amounts: Sequence[Amount], selected: bool) -> Line:
        """Return the line of a group, with a bar for each track."""
        empty = not any(amount.whole for amount in amounts)
        sign = " " if empty else "▾" if is_open else "▸"
        draw = self._two_lanes if self.columns.two_lanes else self._one_lane
        left, right = ("▌", "▐") if selected else (" ", " ")
        line = clip(draw(f"{sign} {name}", empty, amounts), self.columns.width - 2)
        space = self.columns.width - 2 - sum(width(piece.text) for piece in line)
        return [Piece(left, "edge"), *line, Piece(" " * space), Piece(right, "edge")]

    def _two_lanes(self, name: str, empty: bool, amounts: Sequence[Amount]) -> Line:
        left, right = amounts
        cells = self.columns.left + 2 - _COUNT - 1
        bar = _bar(left, cells, TRACK_ROLES[0])
        blank = cells - sum(width(piece.text) for piece in bar)
        return [
            Piece(" " * max(blank, 0)),
            *reversed(bar),
            Piece(fit(_count(left), _COUNT + 1, "right")),
            Piece(" "),
            Piece(fit(name, SHORT_WIDTH, "centre"), "rule" if empty else "year"),
            Piece(" "),
            Piece(fit(_count(right), _COUNT + 1)),
            *_bar(right, self.columns.right + 2 - _COUNT - 1, TRACK_ROLES[1]),
        ]

    def _one_lane(self, name: str, empty: bool, amounts: Sequence[Amount]) -> Line:
        line = [Piece(fit(name, _NAME), "rule" if empty else "year")]
        cells = (self.columns.width - 2 - _NAME) // max(len(amounts), 1)
        for letter, amount, role in zip(self.letters, amounts, TRACK_ROLES, strict=False):
            bar = _bar(amount, cells - _COUNT - 5, role)
            used = sum(width(piece.text) for piece in bar)
            line += [
                Piece(f" {letter} ", role),
                Piece(fit(_count(amount), _COUNT + 1, "right")),
                Piece(" "),
                *bar,
                Piece(" " * max(cells - _COUNT - 5 - used, 0)),
            ]
        return line


def _count(amount: Amount) -> str:
    if amount.shown == amount.whole:
        return str(amount.whole) if amount.whole else "·"
    both = f"{amount.shown}/{amount.whole}"
    return both if len(both) <= _COUNT else str(amount.shown)


def _bar(amount: Amount, cells: int, role: str) -> Line:
    """Return a bar for the shown events, and a pale one on for the hidden."""
    if cells <= 0 or not amount.whole:
        return []
    whole = max(round(amount.whole / amount.most * cells), 1)
    shown = max(round(amount.shown / amount.most * cells), 1) if amount.shown else 0
    return [Piece("█" * shown, role), Piece("░" * max(whole - shown, 0), "rule")]
