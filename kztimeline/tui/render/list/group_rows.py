"""Years folded into a line: how many events of each track, as numbers and bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.dates.display import SHORT_WIDTH
from kztimeline.text.cells import fit, width
from kztimeline.text.pieces import Line, Piece, clip
from kztimeline.tui.render.signs import CURSOR, FOLDED, OPENED, TRACK_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.tui.render.list.layout import Columns

_COUNT = 5
_NAME = 8


class Amount(NamedTuple):
    """The events of one track in a group: those shown, all, and the most anywhere."""

    shown: int
    whole: int
    most: int


@dataclass(frozen=True, slots=True)
class GroupRows:
    """Draws the line of a group of years at one width."""

    columns: Columns
    letters: Sequence[str]

    def line(self, name: str, is_open: bool, amounts: Sequence[Amount], selected: bool) -> Line:
        """Return the line of a group, with a bar for each track."""
        empty = not any(amount.whole for amount in amounts)
        sign = " " if empty else OPENED if is_open else FOLDED
        draw = self._two_lanes if self.columns.two_lanes else self._one_lane
        left, right = (CURSOR, "▐") if selected else (" ", " ")
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
