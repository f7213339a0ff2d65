"""Years or decades folded into a line each: how many events a track has, and a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.cells import clean, fit
from kztimeline.text.pieces import DrawnLine, Piece, clip, pieces_width
from kztimeline.tui.render.signs import CURSOR, CURSOR_END, TRACK_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME: Final = 9
_COUNT: Final = 6
_BAR: Final = 8
_NARROW_BAR: Final = 4
_WIDE_FROM: Final = 72
_COUNTS_ONLY_BELOW: Final = 40
_FEW_TRACKS: Final = 2
_SHORT_COUNT: Final = 4
_HEADLINE: Final = 29
"""Cells that are left to a headline before the bars of three tracks and more grow."""


class TrackAmount(NamedTuple):
    """The events of one track in a group: those shown, all, and the most anywhere."""

    shown: int
    whole: int
    most: int


class YearLines(NamedTuple):
    """Draws the line of a group of years at one width.

    Attributes:
        width: The cells of a line.
        letters: The letters of the tracks.
    """

    width: int
    letters: Sequence[str]

    @property
    def _many(self) -> bool:
        """Whether the tracks have to share out what two of them take."""
        tracks = len(self.letters)
        whole = tracks * (2 + self._widest_bar + 1 + _COUNT)
        return tracks > _FEW_TRACKS and self._beside_name - whole < _HEADLINE

    @property
    def _beside_name(self) -> int:
        return self.width - 3 - _NAME

    @property
    def _widest_bar(self) -> int:
        if self.width < _COUNTS_ONLY_BELOW:
            return 0
        return _BAR if self.width >= _WIDE_FROM else _NARROW_BAR

    @property
    def _bar(self) -> int:
        if not self._many:
            return self._widest_bar
        tracks = len(self.letters)
        room = self._beside_name - tracks * (2 + 1 + _SHORT_COUNT) - _HEADLINE
        cells = min(max(room // tracks, 0), self._widest_bar)
        return cells if cells > 1 else 0

    @property
    def _count(self) -> int:
        """The cells of a count, the space after it among them."""
        return _SHORT_COUNT if self._many else _COUNT

    def line(
        self,
        name: str,
        is_open: bool,
        amounts: Sequence[TrackAmount],
        headline: str,
        selected: bool,
    ) -> DrawnLine:
        """Return the line of a group.

        Args:
            name: What the group is called.
            is_open: Whether its events stand below it.
            amounts: For each track how many events it has.
            headline: The title of the event that matters most of those shown; or nothing.
            selected: Whether the line is the selected one.
        """
        empty = not any(amount.whole for amount in amounts)
        sign = " " if empty else "▾" if is_open else "▸"
        line = [Piece(fit(f"{sign} {name}", _NAME), "gap" if empty else "year")]
        for letter, amount, role in zip(self.letters, amounts, TRACK_ROLES, strict=False):
            line += self._amount(letter, amount, role)
        line += clip([Piece(clean(headline), "title2")], self.width - 3 - pieces_width(line))
        left, right = (CURSOR, CURSOR_END) if selected else (" ", " ")
        line = clip(line, self.width - 2)
        space = self.width - 2 - pieces_width(line)
        return [Piece(left, "edge"), *line, Piece(" " * space), Piece(right, "edge")]

    def _amount(self, letter: str, amount: TrackAmount, role: str) -> DrawnLine:
        bar = _bar(amount, self._bar, role)
        blank = self._bar - pieces_width(bar)
        role_of_count = "day" if amount.shown else "gap"
        text = fit(_count(amount, self._count), self._count)
        if self._many and not self._bar:
            # One space is enough where the letter stands by its number.
            space = "" if self.width < _COUNTS_ONLY_BELOW else " "
            return [Piece(f"{letter}{space}", role), Piece(text, role_of_count)]
        count = Piece(f" {text}", role_of_count)
        return [Piece(f"{letter} ", role), *bar, Piece(" " * blank), count]


def _count(amount: TrackAmount, cells: int) -> str:
    if amount.shown == amount.whole:
        return str(amount.whole) if amount.whole else "·"
    both = f"{amount.shown}/{amount.whole}"
    return both if len(both) < cells else str(amount.shown)


def _bar(amount: TrackAmount, cells: int, role: str) -> DrawnLine:
    """Return a bar for the shown events, and a pale one on for the hidden."""
    if cells <= 0 or not amount.whole:
        return []
    whole = max(round(amount.whole / amount.most * cells), 1)
    shown = max(round(amount.shown / amount.most * cells), 1) if amount.shown else 0
    return [Piece("█" * shown, role), Piece("░" * max(whole - shown, 0), "gap")]
