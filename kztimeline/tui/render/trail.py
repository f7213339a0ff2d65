"""The events that led here, as pieces of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.text.cells import clean, cut, width
from kztimeline.text.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Event

HEAD: Final = " trail "
STEP: Final = " › "
LEFT_OUT: Final = "…"

_LONGEST_TITLE: Final = 34
_SHORTEST_TITLE: Final = 8


def trail_pieces(events: Sequence[Event], here: str, cells: int) -> list[Piece]:
    """Return a trail that fits: titles give way, then the first steps; dates stay whole.

    Args:
        events: The events gone through, the present one last; one may come again.
        here: The id of the event where the reader is.
        cells: The room there is.
    """
    room = cells - width(HEAD) - 1
    for count in range(len(events), 0, -1):
        last = list(events[-count:])
        left_out = count < len(events)
        dates = [clean(display(event.date)) for event in last]
        between = width(STEP) * (count - 1 + left_out) + width(LEFT_OUT) * left_out
        # A space stands between a date and its title.
        free = room - between - sum(width(date) + 1 for date in dates)
        title = min(free // count, _LONGEST_TITLE)
        if title >= _SHORTEST_TITLE or count == 1:
            return [
                Piece(HEAD, "label"),
                *([Piece(f"{LEFT_OUT}{STEP}", "quiet")] if left_out else []),
                *_steps(last, dates, here, max(title, 0)),
            ]
    return [Piece(HEAD, "label")]


def step_at(pieces: Sequence[Piece], cell: Cell) -> int | None:
    """Return which step of a trail is at a cell, 1 for the last; None for none."""
    step = sum(piece.text == STEP for piece in pieces) + 1
    start = 0
    for piece in pieces:
        start += width(piece.text)
        step -= piece.text == STEP
        if cell < start:
            return None if piece.text in (HEAD, STEP, f"{LEFT_OUT}{STEP}") else step
    return None


def _steps(events: Sequence[Event], dates: Sequence[str], here: str, title: int) -> list[Piece]:
    pieces: list[Piece] = []
    for number, (event, date) in enumerate(zip(events, dates, strict=True)):
        role = "strong" if event.id == here else "day"
        name = cut(clean(event.title), title)
        pieces += [
            Piece(STEP if number else "", "quiet"),
            Piece(f"{date} " if name else date, "quiet"),
            Piece(name, role),
        ]
    return [piece for piece in pieces if piece.text]
