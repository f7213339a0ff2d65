"""The line above everything: what timeline this is, and how much of it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from kztimeline.text.cells import clean, cut, fit, width
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from kztimeline.timeline.model import Timeline

_TITLE_ROOM = 32
"""Cells that a long filter leaves for the name of the program and of the timeline."""
_CLAUSE = re.compile(r"(?:, | · )")
_FIGURE = re.compile(r"\d")
_LEAST_LEFT = 6
"""Cells of a clause that are worth being shown without the rest of it."""


def cut_between_dates(text: str, cells: int) -> str:
    """Return a text cut to some cells, with no clause in it that has lost part of a figure."""
    if width(text) <= cells:
        return text
    kept = ""
    for part in re.split(f"({_CLAUSE.pattern})", text):
        if width(kept) + width(part) + 1 > cells:
            room = cells - width(kept)
            if not _FIGURE.search(part) and room >= _LEAST_LEFT:
                return kept + cut(part, room)
            break
        kept += part
    return kept and f"{kept.rstrip(' ,·')}…"


class TitleLine(Painted):
    """What timeline this is, how much of it is shown, and by which filter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"name", "strong", "quiet", "count", "filter", "banner"}
    )

    def __init__(self, title: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = clean(title)
        self._count = ""
        self._filter = ""
        self._banners: tuple[str, ...] = ()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another title."""
        self._title = clean(timeline.title)
        self.refresh()

    def show_state(self, count: str, query: str, banners: Sequence[str] = ()) -> None:
        """Show the number of events and the filter; a banner takes the title's place.

        Args:
            count: How many events are shown.
            query: What else is in force.
            banners: What must not be overlooked, the fullest first: the first that there
                is room for is said. The line is then in its colours.
        """
        state = count, clean(query), tuple(map(clean, banners))
        if state != (self._count, self._filter, self._banners):
            self._count, self._filter, self._banners = state
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        cells = self.size.width
        count = f" {self._count} "
        if self._banners:
            least = width(self._banners[-1]) + 2
            room = min(cells - width(count) - _TITLE_ROOM, cells - width(count) - least)
            return self._banner_line(self._right(count, room, least))
        spare = cells - width(count)
        right = self._right(count, max(spare - _TITLE_ROOM, spare // 2 - 2))
        left = [Piece(" kzt ", "name")]
        room = cells - pieces_width(left) - pieces_width(right) - 2
        left.append(Piece(f" {cut(self._title, room)}" if room > 3 else "", "strong"))
        space = max(cells - pieces_width(left) - pieces_width(right), 0)
        return self.line([*left, Piece(" " * space), *right])

    def _right(self, count: str, room: int, least: int = 0) -> list[Piece]:
        """Return the count and the filter as far as there is room; at last a banner goes first."""
        right = [Piece(count, "count")] if width(count) + least <= self.size.width else []
        words = cut_between_dates(self._filter, room - 3)
        return [*right, Piece(f"· {words} ", "filter")] if words and right else right

    def _banner_line(self, right: list[Piece]) -> Strip:
        room = max(self.size.width - pieces_width(right), self.size.width // 2)
        fitting = (banner for banner in self._banners if width(banner) <= room - 2)
        text = fit(f" {next(fitting, None) or cut(self._banners[-1], room - 2)}", room)
        return self.line([Piece(text, "banner"), *(Piece(piece.text, "banner") for piece in right)])
