"""The events that led here, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kztimeline.cells import Piece, clean, cut, pieces_width
from kztimeline.dates import display_short
from kztimeline.tui import painting
from kztimeline.tui.painting import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from kztimeline.model import Event

_TITLE = 34
_SHORTEST = 10


class TrailLine(Painted):
    """The trail, the present event last; where there is no room the first are left out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"quiet", "day", "strong", "label"})

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._events: Sequence[Event] = ()
        self._here = ""

    def show_trail(self, events: Sequence[Event], here: str | None) -> None:
        """Show the events of a trail; the one with the id `here` is where the reader is."""
        if (events, here) != (self._events, self._here):
            self._events, self._here = events, here or ""
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        head = [Piece(" trail ", "label")]
        room = self.size.width - pieces_width(head) - 2
        titles = max(min(_TITLE, room // max(len(self._events), 1) - 16), _SHORTEST)
        steps = [self._step(event, titles) for event in self._events]
        left_out = 0
        while len(steps) > 1 and sum(map(pieces_width, steps)) > room:
            del steps[0]
            left_out += 1
        if left_out:
            head.append(Piece("… ", "quiet"))
        return self.line([*head, *(piece for step in steps for piece in step)])

    def _step(self, event: Event, cells: int) -> list[Piece]:
        first = event is self._events[0]
        role = "strong" if event.id == self._here else "day"
        return [
            Piece("" if first else " › ", "quiet"),
            Piece(f"{display_short(event.date, year_shown=False)} ", "quiet"),
            Piece(cut(clean(event.title), cells), role),
        ]
