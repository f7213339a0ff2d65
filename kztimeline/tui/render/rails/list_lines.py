"""The whole list: where everything stands at a zoom, and each of its lines on demand.

Nothing here knows how far the list is scrolled but for the lines at its edges.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.text.pieces import no_highlights
from kztimeline.timeline.relations import linked_positions
from kztimeline.tui.render.list.layout import Layout, LineContent, Measures
from kztimeline.tui.render.list.scrolling import (
    clamped,
    first_in_sight,
    lines_to_scroll,
    start_from,
    year_over,
)
from kztimeline.tui.render.list.zooms import Zoomed
from kztimeline.tui.render.rails.arranging import Undated
from kztimeline.tui.render.rails.geometry import Rails
from kztimeline.tui.render.rails.lines import RailLines, with_edge_count
from kztimeline.tui.render.rails.links import (
    NOTHING,
    Drawn,
    Joint,
    drawn,
    edge_count,
    places_of_counts,
)

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.session.view import Zoom
    from kztimeline.text.pieces import DrawnLine, Highlights
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Line, Row
    from kztimeline.tui.render.list.listed import Listed

_TEXTS: Final = frozenset(
    {"title1", "title2", "title3", "day", "imprecise", "gap", "match", "context"}
)


class LineState(NamedTuple):
    """All that one line is drawn from, but for what the whole list shares.

    Attributes:
        content: What the line shows.
        selected: Whether that is the selected event.
        joint: How the event is joined to the selected one, or None.
        passed: The track on whose rail links of the selected event run past, or None.
        beyond: What is said of links beyond the edge that the line is at.
    """

    content: LineContent
    selected: bool = False
    joint: Joint | None = None
    passed: int | None = None
    beyond: str = ""


class _EventLines(NamedTuple):
    """The lines of an event: by what they are drawn, and what of it."""

    of: RailLines
    event: tuple[Any, ...]
    lines: Sequence[DrawnLine]


class ListLines:
    """The lines of one timeline's list.

    Attributes:
        row: The selected row, or None.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._measures = Measures.of(timeline)
        self._zoomed = Zoomed(timeline, self._measures)
        everything = range(len(timeline.events))
        self._shown: Sequence[Position] = everything
        self._everything: Sequence[Position] = everything
        self._fold = True
        self.row: Row | None = None
        self._links: Drawn = NOTHING
        self._lines = RailLines(timeline, self._measures.titles, Rails(0, len(timeline.tracks)))
        self._layout: Layout | None = None
        self._last: _EventLines | None = None
        self._folds: Mapping[int, Undated] = {}

    @property
    def layout(self) -> Layout:
        """Where every event stands; worked out when it is first asked for after a change."""
        return self._lay_out() if self._layout is None else self._layout

    @property
    def position(self) -> Position | None:
        """The position of the selected event, or None."""
        return None if self.row is None else self._shown[self.row]

    @property
    def width(self) -> int:
        """The cells of a line."""
        return self._lines.rails.width

    def of(self, timeline: Timeline) -> ListLines:
        """Return the lines of another timeline, at the same zoom."""
        other, zoomed = ListLines(timeline), self._zoomed
        other.use_zoom(zoomed.zoom, frozenset(zoomed.opened))
        other.use_day(zoomed.known_until)
        return other

    def copied(self) -> ListLines:
        """Return the same lines, of which others may be made."""
        other = copy(self)
        other._zoomed = copy(self._zoomed)
        return other

    def use_zoom(self, zoom: Zoom, opened: frozenset[int]) -> None:
        """Draw at another zoom from the next `arrange` on."""
        self._zoomed.zoom, self._zoomed.opened = zoom, opened

    def use_day(self, known_until: dt.date | None) -> None:
        """Tell in headings of nothing after a day."""
        self._zoomed.known_until = known_until

    def use_pins(self, pinned: frozenset[Position]) -> None:
        """Mark other events as pinned."""
        self._lines = self._lines._replace(pinned=pinned)

    def show(
        self,
        listed: Listed,
        width: int,
        cursor: Position | None,
        highlights: Callable[[str], Highlights],
    ) -> None:
        """Lay out what the list is to show.

        Args:
            listed: The events.
            width: The cells of a line.
            cursor: The position to select, or the next one shown.
            highlights: Tells what of a text matches.
        """
        self.use_zoom(listed.zoom, listed.opened)
        self.use_day(listed.known_until)
        self.arrange(
            width,
            listed.shown,
            listed.everything,
            cursor,
            highlights is no_highlights,
            highlights=highlights,
            possible=listed.found.possible,
            ongoing=listed.ongoing,
            pinned=listed.pinned,
            contexts=listed.contexts,
        )

    def arrange(
        self,
        width: int,
        shown: Sequence[Position],
        everything: Sequence[Position],
        cursor: Position | None,
        fold: bool,
        **draw: Any,
    ) -> None:
        """Lay other events out.

        Args:
            width: The cells of a line.
            shown: The positions of the events, ascending.
            everything: The positions of all events that may be counted.
            cursor: The position to select, or the next one shown.
            fold: Whether the undated events of a year stand behind one line.
            **draw: Further fields of `RailLines`.
        """
        rails = Rails(width, len(self._timeline.tracks))
        self._lines = self._lines._replace(rails=rails, **draw)
        self._shown, self._everything, self._fold = shown, everything, fold
        self.row = None
        if cursor is not None and shown:
            self.row = min(bisect_left(shown, cursor), len(shown) - 1)
        self._layout = None

    def select(self, row: Row | None) -> bool:
        """Select another row; return whether lines stand for other events than before."""
        before, self.row = self.row, row
        moved = self._zoomed.unfolded_by(before) != self._zoomed.unfolded_by(row)
        if moved:
            self._layout = None
        elif self._layout is not None:
            self._give_lines(self._layout)
        return moved

    def _lay_out(self) -> Layout:
        arranged = self._zoomed.arrange(
            self._shown, self._everything, self._lines.contexts, self._fold, self.row
        )
        self._folds = arranged.folds
        return self._give_lines(arranged.layout)

    def _give_lines(self, layout: Layout) -> Layout:
        """Give the selected event the lines that all of it takes, and find its links."""
        row = self.row
        self._links = NOTHING
        if row is None or row in self._folds or layout.is_folded(row):
            self._layout = layout.with_whole(-1, 0)
            return self._layout
        position = layout.shown[row]
        whole, cut = (self._lines.height(position, whole) for whole in (True, False))
        self._layout = layout.with_whole(row, whole - cut)
        event = self._timeline.events[position]
        linked = linked_positions(self._timeline, event)
        self._links = drawn(row, self._lines.track(event), linked, layout.row_of)
        return self._layout

    def seen_rows(self, sight: range) -> tuple[Row, Row]:
        """Return the first and the last row of the lines in sight."""
        layout = self.layout
        bottom = max(min(sight.start + max(len(sight), 1), len(layout)) - 1, 0)
        top = max(min(sight.start, bottom), 0)
        return layout.content(top).row, layout.content(bottom).row

    def drawing_in_sight(self, y: int, sight: range) -> LineState | None:
        """Return what a line in sight is drawn from, or None beyond the end of the list.

        Args:
            y: Which of them, from 0.
            sight: The lines in sight, by their places among all.
        """
        line = sight.start + y
        if not 0 <= line < len(self.layout):
            return None
        if y not in (0, len(sight) - 1):
            return self._drawing(line)
        over = year_over(self.layout, len(sight), sight.start)
        state = LineState(over) if over is not None and y == 0 else self._drawing(line)
        return state._replace(beyond=self._beyond(y, sight, over is not None))

    def first_in_sight(self, first: Line, window: int, margin: int) -> Line:
        """Return the first line in sight, from `first` on as little as shows the selected event.

        Args:
            first: The first line in sight so far.
            window: How many lines are in sight.
            margin: The lines to be seen on either side of it.
        """
        if self.row is None:
            first = clamped(self.lines_to_scroll(window), window, first)
            return start_from(self.layout, window, first, 1)
        top = self.layout.top(self.row)
        stretch = range(top, top + self.layout.height(self.row))
        return first_in_sight(self.layout, window, first, stretch, margin)

    def beginning(self, first: Line, window: int, step: int) -> Line:
        """Return a line that the list may begin at: the first from `first` in steps of 1 or -1."""
        return start_from(self.layout, window, first, step)

    def lines_to_scroll(self, window: int) -> int:
        """Return how many lines the list is scrolled over."""
        return lines_to_scroll(self.layout, window)

    def with_selected(self, row: Row | None) -> ListLines | None:
        """Return the lines as they would be with another row selected.

        None where lines would then stand for other events.
        """
        other = copy(self)
        return None if other.select(row) else other

    def _drawing(self, line: Line) -> LineState:
        """Return what a line is drawn from, wherever in sight it stands."""
        place = self.layout.content(line)
        if place.year is not None:
            return LineState(place, self.row is not None and line == self.layout.top(self.row))
        return LineState(
            place,
            place.row == self.row and place.part >= 0,
            self._links.joint(place.row),
            self._links.track if self._links.passes(place.row) else None,
        )

    def _beyond(self, y: int, sight: range, covered: bool) -> str:
        """Return what is said of links out of sight on the first or the last line in sight.

        Where a heading stands over the first, what has its only line there is out of sight, too.
        """
        if not self._links.rows:
            return ""
        first, last = self.seen_rows(sight)
        if covered:
            first = self.layout.content(min(sight.start + 1, len(self.layout) - 1)).row
        above, below = places_of_counts(len(sight), self._full_title(sight, covered))
        counts = self._links.out_of_sight(first, last)
        return edge_count(*counts, y == above, y == below)

    def _full_title(self, sight: range, covered: bool) -> int | None:
        """Return where in sight the selected title begins, if a count would hide some of it."""
        row = self.row
        if row is None or self.layout.is_folded(row):
            return None
        y = self.layout.top(row) - sight.start
        full = self._lines.cells_beside(self.layout.shown[row]) < self._links.cells_of_count
        return y if full and not (covered and y == 0) else None

    def line(self, drawing: LineState) -> DrawnLine:
        """Return a line as pieces."""
        return with_edge_count(self._line(drawing), self._lines.rails, drawing.beyond)

    def _line(self, drawing: LineState) -> DrawnLine:
        place, selected = drawing.content, drawing.selected
        if place.year is not None:
            return self._zoomed.heading(place.year, self._lines, selected)
        if place.part < 0:
            return self._zoomed.gap(place, self.layout, self._lines)
        if place.row in self._folds:
            group = self._folds[place.row]
            return self._lines.undated(group.year, len(group.rows), group.within)
        position = self.layout.shown[place.row]
        lines = self._lines_of(position, selected, drawing.joint, drawing.passed)
        return lines[min(place.part, len(lines) - 1)]

    def _lines_of(self, *event: Any) -> Sequence[DrawnLine]:
        """Return the lines of an event, drawn together though each is asked for by itself."""
        known = self._last
        if known is None or known.of is not self._lines or known.event != event:
            known = self._last = _EventLines(self._lines, event, self._lines.event(*event))
        return known.lines

    def signs(self, rows: Sequence[Row]) -> set[str]:
        """Return the signs that some rows are drawn with."""
        return {
            sign
            for row in rows
            for line in self._lines.event(self.layout.shown[row])
            for sign in "".join(piece.text for piece in line if piece.role not in _TEXTS)
        } - {" "}
