"""The list of events: one widget that draws only the lines that are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.cache import LRUCache

from kztimeline.text.pieces import Piece
from kztimeline.tui.render.list.layout import Layout
from kztimeline.tui.render.list.listed import Listed, highlights_of
from kztimeline.tui.render.list.scrolling import clamped, held
from kztimeline.tui.render.rails.links import is_edge_count
from kztimeline.tui.render.rails.list_lines import LineState, ListLines
from kztimeline.tui.widgets.messages import EventClicked, Pressed, Scrolled
from kztimeline.tui.widgets.scrolled import ScrolledLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip

    from kztimeline.session.search import Found
    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Line, Row

_MARGIN = 2
_KEPT_STRIPS = 2_000
_KEPT_SIGHTS = 16
_SCROLLBAR = 1


class _Prepared(NamedTuple):
    """Other events as they will be shown: laid out, and what is in sight of them as drawn."""

    lines: ListLines
    cursor: Position | None
    sight: range
    strips: list[Strip]


class TimelineView(ScrolledLines, can_focus=False):
    """The events shown, under their years, with one of them selected.

    The widget decides nothing: the screen gives it the events and the cursor, and it
    reports clicks and how far it is scrolled.
    """

    def __init__(self, timeline: Timeline, found: Found, id: str | None = None) -> None:
        super().__init__(id=id)
        everything = found.positions
        self._listed = Listed(everything, found, everything, None)
        self._highlights = found.highlights
        self._strips: LRUCache[LineState | None, Strip] = LRUCache(_KEPT_STRIPS)
        self._sights: LRUCache[tuple[Row | None, range], list[Strip]] = LRUCache(_KEPT_SIGHTS)
        # None of these is changed: where lines come to stand for other events, all are forgotten.
        self._selected: LRUCache[Row | None, ListLines] = LRUCache(_KEPT_SIGHTS)
        self._others: dict[Callable[[str], Highlights], _Prepared] = {}
        self._keys_elsewhere = False
        self._lines = ListLines(timeline)
        self._height: int | None = None
        self._arranged: tuple[Line, Position | None] | None = None

    @property
    def row(self) -> Row | None:
        """The selected row, or None."""
        return self._lines.row

    @property
    def arrangement(self) -> Layout:
        """Where everything stands."""
        return self._lines.layout

    @property
    def line_width(self) -> int:
        """The cells of a line, as they are shared out."""
        return self._lines.width

    @property
    def _room(self) -> int:
        """The cells there are beside the scrollbar, which is always there."""
        return max(self.outer_size.width - _SCROLLBAR, 0)

    @property
    def position(self) -> Position | None:
        """The selected event's place in the timeline."""
        return self._lines.position

    @property
    def highlights(self) -> Callable[[str], Highlights]:
        """What of a text the filter and the find match; the same object until they change."""
        return self._highlights

    def show_keys_elsewhere(self, elsewhere: bool) -> None:
        """Draw the selected event so that it is told from the row that has the keys."""
        if elsewhere != self._keys_elsewhere:
            self._keys_elsewhere = elsewhere
            self._forget_lines()
            self.refresh()

    def show_timeline(self, timeline: Timeline) -> None:
        """Measure another timeline; it is drawn with the next `show_events`."""
        self._lines = self._lines.of(timeline)

    def show_events(self, listed: Listed) -> None:
        """Show other events; the selected one keeps its line on the screen."""
        self._listed, self._highlights = listed, highlights_of(listed)
        self._arrange(listed.cursor)

    def select(self, position: Position | None) -> None:
        """Move the cursor and repaint the lines it leaves and enters."""
        row = None if position is None else self.arrangement.nearest_row(position)
        if row == self.row:
            return
        known = self._selected.get(row) or self._lines.with_selected(row)
        if known is None:
            self._lines.select(row)
            self._forget_lines()
        else:
            self._lines = known
        self._tell_size()
        self._keep_in_sight()
        self.refresh_changed()

    @property
    def height_of_cursor(self) -> int | None:
        """How many lines stand above the selected event in sight; None where there is none."""
        row = self.row
        return None if row is None else self.arrangement.top(row) - self.scroll_offset.y

    def hold(self, height: int | None) -> None:
        """Have the selected event stand at a height now and when other events are shown next."""
        self._height, self._arranged = height, self._stand
        self._stay()

    def show_pins(self, pinned: frozenset[Position]) -> None:
        """Mark other events as pinned, by their positions."""
        if pinned != self._listed.pinned:
            self._listed = self._listed._replace(pinned=pinned)
            self._lines.use_pins(pinned)
            self._forget_lines()
            self.refresh_changed()

    def seen_rows(self) -> tuple[Row, Row] | None:
        """Return the first and the last row in sight; None for none, or before there is room."""
        if not self._listed.shown or not self.line_width:
            return None
        first = self.scroll_offset.y
        return self._lines.seen_rows(range(first, first + self._window))

    def signs_in_sight(self) -> set[str]:
        """Return the signs that the lines in sight are drawn with."""
        seen = self.seen_rows()
        return self._lines.signs(range(seen[0], seen[1] + 1)) if seen else set()

    def page_from(self, row: Row, direction: int) -> Row:
        """Return the row a page further on or back from `row`."""
        layout = self.arrangement
        page = max(self._window - _MARGIN, 1)
        line = layout.top(row) + direction * page
        return layout.content(min(max(line, 0), len(layout) - 1)).row

    def line_in_sight(self, y: int, sight: range) -> Strip:
        """Return a line in sight as it is to be now."""
        if not self.line_width:
            # Nothing has room yet; `on_resize` follows at once.
            return self.line(())
        if not self.arrangement.shown:
            said = self._listed.notice_line(self.line_width, self._window, y)
            return self.line([Piece(said, "notice")])
        return self._strip(self._lines, self._lines.drawing_in_sight(y, sight))

    def read_ahead(self, row: Row) -> None:
        """Have the lines ready that are in sight once a row is selected."""
        lines = self._lines.with_selected(row) if self.line_width and self._window > 0 else None
        if lines is not None:
            first = lines.first_in_sight(self.scroll_offset.y, self._window, _MARGIN)
            sight = range(first, first + self._window)
            states = (lines.drawing_in_sight(y, sight) for y in range(self._window))
            strips = self._sights[row, sight] = [self._strip(lines, each) for each in states]
            self._selected[row] = lines
            self.encode(strips)

    def read_other_ahead(self, listed: Listed) -> None:
        """Have the lines ready that are in sight if other events are shown next."""
        if not (self.line_width and self._window > 0 and listed.shown):
            return
        lines, highlights = self._lines.copied(), highlights_of(listed)
        lines.show(listed, self._room, listed.cursor, highlights)
        first = self._first_in_sight(lines, self._height_to_keep)
        sight = range(first, first + self._window)
        states = (lines.drawing_in_sight(y, sight) for y in range(self._window))
        strips = [self.as_seen(y, self._drawn(lines, each)) for y, each in enumerate(states)]
        self.encode(strips)
        self._others[highlights] = _Prepared(lines, listed.cursor, sight, strips)

    def lines_in_sight(self, sight: range) -> list[Strip]:
        """Return all lines in sight, which may have been read ahead."""
        return self._sights.get((self.row, sight)) or super().lines_in_sight(sight)

    def _strip(self, lines: ListLines, drawing: LineState | None) -> Strip:
        """Return a line, which is drawn once for what it is drawn from."""
        strip = self._strips.get(drawing)
        if strip is None:
            strip = self._strips[drawing] = self._drawn(lines, drawing)
        return strip

    def _drawn(self, lines: ListLines, drawing: LineState | None) -> Strip:
        if drawing is None:
            return self.line(())
        under = ("elsewhere" if self._keys_elsewhere else "selected") * drawing.selected
        return self.line(lines.line(drawing), under)

    def _forget_lines(self, *past: object) -> None:
        if others := self._others:
            # To give back what so many lines hold can wait for the frame.
            self._others = {}
            self.call_later(lambda *_past: None, others, *past)
        self._strips.clear()
        self._sights.clear()
        self._selected.clear()

    def notify_style_update(self) -> None:
        """Forget the strips of the theme before."""
        self._forget_lines()
        super().notify_style_update()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other lines are seen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(Scrolled())

    def on_resize(self, _event: events.Resize) -> None:
        """Share out the new width."""
        self._forget_lines()
        if self._room != self.line_width:
            self._arrange(self.position)
        else:
            self._note_move()
            self._tell_size()
            self._stay()
            self.post_message(Scrolled())

    def on_click(self, event: events.Click) -> None:
        """Report the event under the pointer."""
        offset = event.get_content_offset(self) or event.offset
        text = self.render_line(offset.y).text
        drawing = self._lines.drawing_in_sight(offset.y, self._sight)
        if not self.arrangement.shown:
            self.press_key_in(text, offset.x)
        elif drawing and drawing.beyond and is_edge_count(text, offset.x):
            self.post_message(Pressed("follow"))
        elif drawing and (row := self.arrangement.event_row(drawing.content)) is not None:
            height = self.arrangement.top(row) - self.scroll_offset.y
            self.post_message(EventClicked(self.arrangement.shown[row], height, event.chain > 1))

    def _arrange(self, cursor: Position | None) -> None:
        """Lay the events out anew, the selected one as near as can be to where it stood.

        Before the room is known nothing is laid out: that is for `on_resize`.
        """
        is_first = not self.line_width
        if not is_first:
            self._note_move()
        known, before = self._others.get(self._highlights), self._lines
        if known is not None and known.cursor == cursor:
            self._lines = known.lines
        else:
            known = None
            self._lines.show(self._listed, self._room, cursor, self._highlights)
        if not self._room:
            return
        if is_first and self._arranged is None and self.row is not None:
            self._height = self.height_of_cursor
        self._forget_lines(before)
        if known is not None:
            self._sights[self.row, known.sight] = known.strips
        self._tell_size()
        self._stay()
        if known is not None:
            self.refresh_changed()
        else:
            self.refresh_sight()
        self.post_message(Scrolled())

    def _tell_size(self) -> None:
        """Tell how long the list is."""
        self.tell_height(self._lines.width, self._lines.lines_to_scroll(self._window))

    def _note_move(self) -> None:
        """Note the line of the screen that the cursor is on, if the reader has moved."""
        self._height = self._height_to_keep

    @property
    def _height_to_keep(self) -> int | None:
        """The lines above the cursor in sight: those noted before, unless the reader has moved.

        Else it has only been moved since the list was too short, and is to come back: by
        this class, or by Textual where the window has become higher at the list's end.
        """
        if self._arranged is not None:
            first, position = self._arranged
            first = clamped(self.virtual_size.height, self._window, first)
            first = self._lines.beginning(first, self._window, -1)
            if self._stand == (first, position):
                return self._height
        return self._height if self.row is None else self.height_of_cursor

    def _stay(self) -> None:
        """Scroll so that the cursor is as near as can be to where it stood on the screen."""
        if self._window <= 0:
            return
        self._scroll(self._first_in_sight(self._lines, self._height))
        self._arranged = self._stand

    def _first_in_sight(self, lines: ListLines, height: int | None) -> Line:
        """Return the first line in sight that leaves the cursor at a height, where it has one."""
        first, layout = self.scroll_offset.y, lines.layout
        if height is not None:
            top = 0 if lines.row is None else layout.top(lines.row)
            first = held(lines.lines_to_scroll(self._window), self._window, top, height)
        # The first line in sight may be that of a heading.
        return lines.first_in_sight(first, self._window, _MARGIN if height is None else 1)

    def validate_scroll_y(self, value: float) -> float:
        """Begin with a year and a title, whatever scrolls the list."""
        value = super().validate_scroll_y(value)
        if not self.line_width or self._window <= 0:
            return value
        first, step = round(value), 1 if value > self.scroll_y else -1
        return value + self._lines.beginning(first, self._window, step) - first

    @property
    def _stand(self) -> tuple[Line, Position | None]:
        """The first line in sight and the selected position."""
        return self.scroll_offset.y, self.position

    def _scroll(self, first: Line) -> None:
        if first != self.scroll_offset.y:
            self.scroll_to(y=first, animate=False, force=True)

    def _keep_in_sight(self) -> None:
        """Scroll as little as shows the selected event, or afar to the upper third."""
        if self._window > 0:
            self._scroll(self._first_in_sight(self._lines, None))
