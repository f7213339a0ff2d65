"""The line above everything: what timeline this is, and how much of it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.cache import LRUCache

from kztimeline.text.cells import clean, cut, fit, width
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.sequences import strip_sequences
from kztimeline.tui.widgets.messages import Pressed
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.timeline.model import Timeline

_TITLE_ROOM = 32
"""Cells that a long filter leaves for the name of the program and of the timeline."""
_NAME_ROOM = 8
"""Cells of the name of the program, where the timeline's gives way to the filter."""
_AROUND = 3
_ACTIONS = {
    "name": "palette",
    "strong": "help",
    "count": "filter",
    "filter": "filter",
    "as_of": "as_of",
}
"""What a click on each part of the line does."""
_CLAUSE = re.compile(r"(?:, | · )")
_FIGURE = re.compile(r"\d")
_LEFT_OUT = re.compile(r"(?: |^)\+\d+$")
_LEAST_LEFT = 6
"""Cells of a clause that are worth being shown without the rest of it."""
_LEAST_CLAUSE: Final = 3
_KEPT: Final = 24


def shortened(text: str, cells: int) -> str:
    """Return what narrows in some cells: clauses cut, never in a figure; those left out counted.

    Args:
        text: The clauses, joined by `, ` or ` · `.
        cells: The room there is.
    """
    if width(text) <= cells:
        return text
    parts = re.split(f"({_CLAUSE.pattern})", text)
    clauses, between = parts[::2], ["", *parts[1::2]]
    # The clauses with figures, such as dates, go last: a cut one would say something else.
    by_worth = sorted(range(len(clauses)), key=lambda n: not _FIGURE.search(clauses[n]))
    # Each takes a cell, and two beside it: of very many no more is looked at than has room.
    for count in range(min(len(clauses), cells // _LEAST_CLAUSE + 1), 0, -1):
        kept = sorted(by_worth[:count])
        left_out = f" +{len(clauses) - count}" if count < len(clauses) else ""
        joints = sum(width(between[number]) for number in kept[1:])
        cut_to = _cut_to([clauses[n] for n in kept], cells - joints - width(left_out))
        if cut_to is not None:
            texts = [_shortened(clauses[number], cut_to) for number in kept]
            joined = (f"{between[n]}{text}" for n, text in zip(kept[1:], texts[1:], strict=True))
            return texts[0] + "".join(joined) + left_out
    return next((said for said in ("filtered", f"+{len(clauses)}") if width(said) <= cells), "")


def _cut_to(clauses: Sequence[str], cells: int) -> int | None:
    """Return the cells to cut clauses without figures to, so that all fit; None for none."""
    longest = max(min(max(map(width, clauses), default=0), cells), _LEAST_LEFT)
    return next(
        (
            cut_to
            for cut_to in range(longest, _LEAST_LEFT - 1, -1)
            if sum(width(_shortened(clause, cut_to)) for clause in clauses) <= cells
        ),
        None,
    )


def _shortened(clause: str, cells: int) -> str:
    return clause if _FIGURE.search(clause) else cut(clause, cells)


class Said(NamedTuple):
    """What is said behind the name of the timeline, or in its place.

    Attributes:
        shown: How many events are shown.
        choice: What else is in force.
        banners: What must not be overlooked, the fullest first: the first that there
            is room for is said. The line is then in its colours.
    """

    shown: str = ""
    choice: str = ""
    banners: tuple[str, ...] = ()


class _ClickableLine(NamedTuple):
    """The line, and what a click on each stretch of its text does."""

    strip: Strip
    spots: Sequence[tuple[str, str]]


class TitleLine(PaintedLines):
    """What timeline this is, how much of it is shown, and by which filter."""

    def __init__(self, title: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = clean(title)
        self._said = Said()
        self._kept: LRUCache[tuple[str, Said, int], _ClickableLine] = LRUCache(_KEPT)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show another title."""
        self._title = clean(timeline.title)
        self.refresh()

    def show_state(self, said: Said) -> None:
        """Show the number of events and the filter; a banner takes the title's place."""
        state = _cleaned(said)
        if state != self._said:
            self._said = state
            self.refresh()

    def read_ahead(self, said: Said) -> None:
        """Have the line ready that may be shown next."""
        strip_sequences(self._line_of(_cleaned(said)).strip, self.app.console)

    def notify_style_update(self) -> None:
        """Forget the lines of the theme before."""
        self._kept.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Change what is in force under the pointer; on the names show the help."""
        start = 0
        for text, action in self._line_of(self._said).spots:
            start += width(text)
            if event.x < start:
                if action:
                    self.post_message(Pressed(action))
                return

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self._line_of(self._said).strip

    def _line_of(self, said: Said) -> _ClickableLine:
        """Return the line with what is said, which is kept for when it comes again."""
        key = self._title, said, self.line_width
        line = self._kept.get(key)
        if line is None:
            line = self._kept[key] = self._draw(said)
        return line

    def _draw(self, said: Said) -> _ClickableLine:
        cells = self.line_width
        spare = cells - width(_counted(said))
        if said.banners:
            least = width(said.banners[-1]) + 2
            room = min(spare - _TITLE_ROOM, spare - least)
            right = self._right(said, room, spare - least, least)
            return self._banner_line(said.banners, right)
        right = self._right(said, max(spare - _TITLE_ROOM, spare // 2 - 2), spare - _NAME_ROOM)
        left = [Piece(" kzt ", "name")]
        room = cells - pieces_width(left) - pieces_width(right) - 2
        left.append(Piece(f" {cut(self._title, room)}" if room > _LEAST_LEFT else "", "strong"))
        space = max(cells - pieces_width(left) - pieces_width(right), 0)
        return self._line([*left, Piece(" " * space), *right])

    def _right(self, said: Said, room: int, most: int, least: int = 0) -> list[Piece]:
        """Return the count and the filter; at last a banner goes first.

        Args:
            said: How much is shown, and by which filter.
            room: The cells that the filter has beside the whole title.
            most: Those it has where the title gives way to it.
            least: Those that a banner takes.
        """
        count = _counted(said)
        right = [Piece(count, "count")] if width(count) + least <= self.line_width else []
        words = shortened(said.choice, room - _AROUND)
        if words != said.choice:
            # The title gives way where all that narrows is named then, if not in full.
            wider = shortened(said.choice, max(room, most) - _AROUND)
            words = words if _LEFT_OUT.search(wider) else wider
        return [*right, Piece(f"· {words} ", "filter")] if words and right else right

    def _banner_line(self, banners: Sequence[str], right: list[Piece]) -> _ClickableLine:
        room = max(self.line_width - pieces_width(right), self.line_width // 2)
        fitting = (banner for banner in banners if width(banner) <= room - 2)
        text = fit(f" {next(fitting, None) or cut(banners[-1], room - 2)}", room)
        roles = ["as_of", *(piece.role for piece in right)]
        pieces = [Piece(text, "banner"), *(Piece(piece.text, "banner") for piece in right)]
        return self._line(pieces, roles)

    def _line(self, pieces: list[Piece], roles: Sequence[str] = ()) -> _ClickableLine:
        """Return the line, with what a click on each part of it does."""
        known = roles or [piece.role for piece in pieces]
        spots = [(p.text, _ACTIONS.get(r, "")) for p, r in zip(pieces, known, strict=True)]
        return _ClickableLine(self.line(pieces), spots)


def _cleaned(said: Said) -> Said:
    return Said(said.shown, clean(said.choice), tuple(map(clean, said.banners)))


def _counted(said: Said) -> str:
    return f" {said.shown} "
