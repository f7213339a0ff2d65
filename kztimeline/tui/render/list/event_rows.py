"""What one event or heading of the list looks like, as pieces of plain text."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import SHORT_WIDTH, display_short
from kztimeline.dates.edtf import Precision
from kztimeline.text.cells import fit, width, wrap, wrap_evenly
from kztimeline.text.pieces import Line, Mark, Piece, Spans, clip, marked, no_spans, pieces_width
from kztimeline.tui.render.list.layout import Columns, Measures, heading_text
from kztimeline.tui.render.signs import (
    AXIS,
    CURSOR,
    ONGOING,
    PINNED,
    POSSIBLE,
    TRACK_ROLES,
    mark_of,
)

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Timeline

ROLES: Final = frozenset(
    {"edge", "pin", "year", "rule", "axis", "day", "vague", "sign", "match", "possible"}
    | {f"title{importance}" for importance in (1, 2, 3)}
    | set(TRACK_ROLES)
)
"""Every role a row is drawn in."""


def not_ongoing(_position: int) -> Date | None:
    """Take nothing for under way."""
    return None


class Rows(NamedTuple):
    """Draws the rows of one timeline at one width.

    Attributes:
        timeline: Where the events are.
        measures: Its titles, cleaned.
        columns: How a line is shared out.
        highlights: Tells which stretches of a title the filter or the find matches.
        possible: Tells whether the event at a position only may match.
        ongoing: Returns the date to show for an event that is under way, else None.
        pinned: The positions of the pinned events.
    """

    timeline: Timeline
    measures: Measures
    columns: Columns
    highlights: Callable[[str], Spans] = no_spans
    possible: Callable[[int], bool] = lambda _position: False
    ongoing: Callable[[int], Date | None] = not_ongoing
    pinned: Container[int] = ()

    def heading(self, year: int) -> Line:
        """Return the line above the events of a year."""
        text = f" {heading_text(year)} "
        if self.columns.two_lanes:
            before = self.columns.left + 4 + (SHORT_WIDTH - width(text)) // 2
        else:
            before = 2
        after = max(self.columns.width - before - width(text) - 1, 0)
        return clip(
            [
                Piece(" " + "─" * (before - 1), "rule"),
                Piece(text, "year"),
                Piece("─" * after + " ", "rule"),
            ],
            self.columns.width,
        )

    def event(self, position: int, height: int, selected: bool = False) -> list[Line]:
        """Return the `height` lines of the event at a position."""
        event = self.timeline.events[position]
        lane = self.lane(event)
        ongoing = self.ongoing(position)
        mark = Piece(ONGOING.text, TRACK_ROLES[lane]) if ongoing else self._mark(event, lane)
        if ongoing:
            event = replace(event, date=ongoing)
        if self.possible(position):
            mark = Piece(POSSIBLE.text, POSSIBLE.role)
        if self.columns.stacked:
            lines = self._stacked(event, lane, self._title(event, position, height - 1, lane), mark)
            return [self._edged(line, selected) for line in lines]
        titles = self._title(event, position, height, lane)
        draw = self._two_lanes if self.columns.two_lanes else self._one_lane
        lines = [
            draw(event, lane, title, mark if part == 0 else None)
            for part, title in enumerate(titles)
        ]
        pin = PINNED.text if position in self.pinned else ""
        return [
            self._edged(line, selected, pin if part == 0 else "") for part, line in enumerate(lines)
        ]

    def lane(self, event: Event) -> int:
        """Return the number of the track an event is on."""
        return [track.id for track in self.timeline.tracks].index(event.track)

    def _mark(self, event: Event, lane: int) -> Piece:
        return Piece(mark_of(event.date), TRACK_ROLES[lane])

    def _title(self, event: Event, position: int, height: int, lane: int) -> list[Line]:
        cells = self.columns.right if lane and self.columns.two_lanes else self.columns.left
        text = self.measures.titles[position]
        end = len(event.title)
        spans = [Mark(*span, "match") for span in self.highlights(text[:end])]
        spans.append(Mark(end, len(text), "sign"))
        role = f"title{event.importance}"
        parts = wrap_evenly(text, cells, height) if height > 1 else wrap(text, cells, 1)
        lines = [clip(marked(text, part, role, spans), cells) for part in parts]
        return lines + [[]] * (height - len(lines))

    def _two_lanes(self, event: Event, lane: int, title: Line, mark: Piece | None) -> Line:
        sign = mark or Piece(" ")
        if lane == 0:
            left = [
                Piece(" " * (self.columns.left - pieces_width(title))),
                *title,
                Piece(" "),
                sign,
            ]
            right = [Piece(" " * (self.columns.right + 2))]
        else:
            left = [Piece(" " * (self.columns.left + 2))]
            space = self.columns.right - pieces_width(title)
            right = [sign, Piece(" "), *title, Piece(" " * space)]
        return [*left, Piece(" "), self._date(event, mark), Piece(" "), *right]

    def _one_lane(self, event: Event, lane: int, title: Line, mark: Piece | None) -> Line:
        letter = self.timeline.tracks[lane].letter
        space = self.columns.left - pieces_width(title)
        return [
            self._date(event, mark, "right"),
            Piece(" "),
            mark or Piece(" "),
            Piece(f" {letter} ", TRACK_ROLES[lane]) if mark else Piece("   "),
            *title,
            Piece(" " * space),
        ]

    def _stacked(self, event: Event, lane: int, titles: list[Line], mark: Piece) -> list[Line]:
        letter = Piece(f" {self.timeline.tracks[lane].letter} ", TRACK_ROLES[lane])
        lines = [[mark, letter, self._date(event, mark, "left")]]
        lines += [[Piece("  "), *title] for title in titles]
        room = self.columns.width - 2
        return [[*line, Piece(" " * (room - pieces_width(line)))] for line in lines]

    def _date(self, event: Event, mark: Piece | None, align: str = "centre") -> Piece:
        if mark is None:
            return Piece(fit(AXIS if self.columns.two_lanes else "", SHORT_WIDTH, align), "axis")
        exact = event.date.precision is Precision.DAY and not event.date.qualifier
        return Piece(
            fit(display_short(event.date), SHORT_WIDTH, align), "day" if exact else "vague"
        )

    def _edged(self, line: Line, selected: bool, pin: str = "") -> Line:
        left, right = (CURSOR, "▐") if selected else (" ", " ")
        return [
            Piece(pin or left, "pin" if pin else "edge"),
            *line,
            Piece(right, "edge"),
        ]
