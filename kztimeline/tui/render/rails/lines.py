"""The lines of the list on rails, as pieces of plain text."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display_short
from kztimeline.text.cells import cut, fit, width, wrap
from kztimeline.text.pieces import (
    DrawnLine,
    Highlights,
    Piece,
    RoleSpan,
    clip,
    no_highlights,
    pieces_of,
    pieces_width,
)
from kztimeline.text.spans import Span
from kztimeline.tui.render.rails.links import Joint, rail_signs
from kztimeline.tui.render.signs import (
    CURSOR,
    CURSOR_END,
    DISPUTED,
    INFERRED,
    ONGOING,
    PASSAGE,
    PIN,
    POSSIBLE,
    TRACK_ROLES,
    date_sign,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Position, Timeline
    from kztimeline.tui.render.rails.geometry import Rails

_EMPTY_RAIL: Final = "┊"


def not_ongoing(_position: Position) -> Date | None:
    """Take nothing for under way."""
    return None


class RailLines(NamedTuple):
    """Draws the lines of one timeline at one width.

    Attributes:
        timeline: Where the events are.
        titles: Their titles, printable.
        rails: How a line is shared out.
        highlights: Tells which spans of a text the filter or the find matches.
        possible: Tells whether the event at a position only may match.
        ongoing: Returns the date to show for an event that is under way, else None.
        pinned: The positions of the pinned events.
        contexts: By position, what of an event matches where its title does not.
    """

    timeline: Timeline
    titles: Sequence[str]
    rails: Rails
    highlights: Callable[[str], Highlights] = no_highlights
    possible: Callable[[Position], bool] = lambda _position: False
    ongoing: Callable[[Position], Date | None] = not_ongoing
    pinned: Container[Position] = ()
    contexts: Mapping[Position, str] = {}

    def heading(self, name: str, offices: str = "") -> DrawnLine:
        """Return the line above the events of a year: its name, the rails, who is in office."""
        rails = self.rails
        text = f" {name} "
        before = max(rails.rails_start - width(text), 0)
        line = [Piece(text, "year"), Piece("─" * before, "rule"), *self._letters()]
        if offices:
            room = rails.width - pieces_width(line) - 4
            line += [Piece("─ ", "rule"), *clip([Piece(offices, "office")], room), Piece(" ")]
        rest = rails.width - pieces_width(line) - 1
        return clip([*line, Piece("─" * max(rest, 0) + " ", "rule")], rails.width)

    def _letters(self) -> DrawnLine:
        return [
            piece
            for track, role in zip(self.timeline.tracks, TRACK_ROLES, strict=False)
            for piece in (Piece("─", "rule"), Piece(track.letter, role))
        ]

    def undated(self, year: int, count: int, within: bool) -> DrawnLine:
        """Return the line behind which the events stand of which only the year is known.

        Args:
            year: The year they began in.
            count: How many they are.
            within: Whether all of them were over within it.
        """
        text = f"{count} {'within' if within else 'begin in'} {year}, day unknown ▸"
        rails, _ = rail_signs(self.rails, None, "", None)
        line = [Piece(" " * self.rails.rails_start), Piece(rails, "axis"), self._space()]
        return clip([*line, Piece(text, "more")], self.rails.width)

    def gap(self, text: str) -> DrawnLine:
        """Return a line of empty time, which may say how long it was."""
        rails, _ = rail_signs(self.rails, None, "", None)
        empty = rails.replace("│", _EMPTY_RAIL)
        line = [Piece(" " * self.rails.rails_start), Piece(empty, "axis"), self._space()]
        return clip([*line, Piece(text, "gap")], self.rails.width)

    def height(self, position: Position, whole: bool) -> int:
        """Return the lines of the event at a position: more than one where drawn whole."""
        more = position in self.contexts
        return more + (len(self._parts(self._text(position))) if whole else 1)

    def cells_beside(self, position: Position) -> int:
        """Return how many cells are free beside the first line of a title drawn whole."""
        text = self._text(position)
        first = self._parts(text)[0]
        return self.rails.title_cells - width(text[first.start : first.end])

    def event(
        self,
        position: Position,
        selected: bool = False,
        joint: Joint | None = None,
        passed: int | None = None,
    ) -> list[DrawnLine]:
        """Return the lines of the event at a position; the selected one is drawn whole.

        Args:
            position: The event.
            selected: Whether it is the selected one.
            joint: How it is joined to the selected one, or None.
            passed: The track on whose rail links of the selected event run past, or None.
        """
        text = self._text(position)
        parts = self._parts(text) if selected else wrap(text, self.rails.title_cells, 1)
        lines = [self._first(position, parts[0], joint, passed)]
        lines += [self._more(position, part, passed) for part in parts[1:]]
        if position in self.contexts:
            lines.append(self._context(self.contexts[position], passed))
        return [self._edged(line, selected) for line in lines]

    def track(self, event: Event) -> int:
        """Return the number of the track an event is on."""
        return self.timeline.lane(event.track)

    def _text(self, position: Position) -> str:
        return self.titles[position]

    def _parts(self, text: str) -> list[Span]:
        """Break a title as it stands when drawn whole: the first line, then wider ones."""
        first = wrap(text, self.rails.title_cells)[0]
        if first.end >= len(text.rstrip()):
            return [first]
        rest = text[first.end :]
        start = first.end + len(rest) - len(rest.lstrip(" "))
        more = wrap(text[start:], self.rails.more_cells)
        return [first, *(Span(part.start + start, part.end + start) for part in more)]

    def _title(self, position: Position, part: Span, cells: int) -> DrawnLine:
        text = self._text(position)
        spans = [RoleSpan(*span, "match") for span in self.highlights(text)]
        role = f"title{self.timeline.events[position].importance}"
        title = clip(pieces_of(text, part, role, spans), cells)
        return [*title, Piece(" " * (cells - pieces_width(title)))]

    def _first(
        self, position: Position, part: Span, joint: Joint | None, passed: int | None
    ) -> DrawnLine:
        event = self.timeline.events[position]
        sign, sign_role = self._sign(event, position)
        ongoing = self.ongoing(position)
        date = ongoing or event.date
        shown = fit(
            display_short(date, cells=self.rails.date_cells), self.rails.date_cells, "right"
        )
        line = [
            Piece(shown, "day" if date.is_exact else "imprecise"),
            *self._rails(self.track(event), sign, sign_role, joint, passed),
            self._space(),
            *self._title(position, part, self.rails.title_cells),
        ]
        if self.rails.signs_cells:
            line += [Piece(" "), *self._signs(event, position)]
        return line

    def _rails(
        self, track: int, sign: str, sign_role: str, joint: Joint | None, passed: int | None
    ) -> DrawnLine:
        cells, lit = rail_signs(self.rails, track, sign, joint)
        own = self.rails.rail_cell(track)
        past = -1 if passed is None else self.rails.rail_cell(passed)
        return [
            Piece(cell, sign_role if at == own else "joint" if at in lit or at == past else "axis")
            for at, cell in enumerate(cells)
        ]

    def _more(self, position: Position, part: Span, passed: int | None) -> DrawnLine:
        return [
            *self._indent(passed),
            *self._title(position, part, self.rails.more_cells),
            Piece(" " * self.rails.signs_cells),
        ]

    def _context(self, text: str, passed: int | None) -> DrawnLine:
        cells = self.rails.more_cells
        spans = [RoleSpan(*span, "match") for span in self.highlights(text)]
        line = clip(pieces_of(text, Span(0, len(text)), "context", spans), cells)
        space = cells - pieces_width(line) + self.rails.signs_cells
        return [*self._indent(passed), *line, Piece(" " * space)]

    def _indent(self, passed: int | None) -> DrawnLine:
        """Return what stands before a line that goes on: the rails, where there is room."""
        rails = self.rails
        if rails.narrow:
            return [Piece(" " * (rails.more_start - 1))]
        signs, _ = rail_signs(rails, None, "", None)
        past = -1 if passed is None else rails.rail_cell(passed)
        drawn = [Piece(sign, "joint" if at == past else "axis") for at, sign in enumerate(signs)]
        return [Piece(" " * rails.date_cells), *drawn, self._space()]

    def _space(self) -> Piece:
        return Piece(
            " " * (self.rails.title_start - self.rails.rails_start - self.rails.rails_cells)
        )

    def _sign(self, event: Event, position: Position) -> tuple[str, str]:
        if self.possible(position):
            return POSSIBLE, "possible"
        role = TRACK_ROLES[self.track(event)]
        return (ONGOING if self.ongoing(position) else date_sign(event.date)), role

    def _signs(self, event: Event, position: Position) -> DrawnLine:
        """Return the signs of an event, each in a column of its own."""
        signs = "".join(signs_of(event, self.timeline.documents_by_id))
        return [Piece(PIN if position in self.pinned else " ", "pin"), Piece(signs, "sign")]

    def _edged(self, line: DrawnLine, selected: bool) -> DrawnLine:
        left, right = (CURSOR, CURSOR_END) if selected else (" ", " ")
        return _joined([Piece(left, "edge"), *line, Piece(right, "edge")])


def _joined(line: DrawnLine) -> DrawnLine:
    """Return a line with as few pieces as say the same: each is styled by itself."""
    joined = line[:1]
    for piece in line[1:]:
        last = joined[-1]
        if piece.role == last.role or (piece.text.isspace() and last.text.isspace()):
            joined[-1] = Piece(last.text + piece.text, piece.role if last.role == "" else last.role)
        else:
            joined.append(piece)
    return joined


def signs_of(event: Event, documents: Container[str]) -> tuple[str, str, str]:
    """Return the signs of an event: inferred, passage at hand, disputed; a space for none."""
    seeded = any(citation.source in documents for citation in event.sources)
    return (
        INFERRED if event.inference else " ",
        PASSAGE if seeded else " ",
        DISPUTED if event.disputed else " ",
    )


def with_edge_count(line: DrawnLine, rails: Rails, count: str) -> DrawnLine:
    """Return a line with a count of links out of sight at the end of its title."""
    if not count:
        return line
    text = f" {count} "
    keep = rails.width - 1 - rails.signs_cells - width(text)
    kept: DrawnLine = []
    for piece in line:
        room = keep - pieces_width(kept)
        if room <= 0:
            break
        kept.append(Piece(_ended(piece.text, room), piece.role))
    rest, tail = rails.width - 1 - rails.signs_cells, []
    at = 0
    in_heading = any(piece.role == "year" for piece in line)
    for piece in line:
        start, at = at, at + width(piece.text)
        if at > rest:
            after = _after(piece.text, max(rest - start, 0))
            # Of a name that the count stands on, no end is left over.
            names = in_heading and after.strip("─ ")
            tail.append(Piece("─" * width(after) if names else after, piece.role))
    space = " " * (keep - pieces_width(kept))
    return [*kept, Piece(f"{space}{text}", "joint"), *tail]


def _ended(text: str, cells: int) -> str:
    """Return as much of a text as has room, with a sign that there is more of it."""
    after = _after(text, cells)
    return cut(text, cells) if after.strip(" ─") else text[: len(text) - len(after)]


def _after(text: str, cells: int) -> str:
    """Return what of a text stands beyond some cells, in as many as it takes there."""
    wanted = max(width(text) - cells, 0)
    first = next(at for at in range(len(text) + 1) if width(text[at:]) <= wanted)
    return " " * (wanted - width(text[first:])) + text[first:]
