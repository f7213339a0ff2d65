"""The facets panel: values of the filter chosen from lists with counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of
from kztimeline.text.pieces import Piece
from kztimeline.tui.render.facet_rows import (
    EXCLUDE_CELLS,
    FacetRow,
    draw,
    facet_rows,
    having,
)
from kztimeline.tui.widgets.messages import Pressed
from kztimeline.tui.widgets.painted import Painted
from kztimeline.tui.widgets.pick_list import bring_in_sight

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from kztimeline.query.facets import FacetValue
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline

Facets: TypeAlias = "Mapping[str, Sequence[FacetValue]]"

_RIGHT_BUTTON: Final = 3


class FacetPanel(Painted, ScrollView, can_focus=False):
    """Every facet with its values, counted as the other filters leave them.

    Attributes:
        rows: The lines.
        words: What the values in sight have in their names; empty for all values.
    """

    # Here and not in the style sheet, so that it is read when the panel is first opened.
    DEFAULT_CSS = """
    FacetPanel {
        width: 46; border-left: solid $kzt-second; background: $background;
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        scrollbar-color: $kzt-line; scrollbar-background: $background;
        scrollbar-color-hover: $kzt-quiet; scrollbar-background-hover: $background;
        scrollbar-color-active: $kzt-quiet; scrollbar-background-active: $background;
    }
    FacetPanel.-alone { border-left: none; }
    """

    class ValuesCounted(Message):
        """A worker has counted the values as a view leaves them."""

        def __init__(self, timeline: Timeline, facets: Facets) -> None:
            super().__init__()
            self.timeline = timeline
            self.facets = facets

    class Filled(Message):
        """The values are there for the first time, or there are none to count."""

    def __init__(self, timeline: Timeline, count: Callable[[View], Facets]) -> None:
        # No id: the panel that is closed goes later than another may be opened.
        super().__init__()
        self._timeline = timeline
        self._count = count
        self._facets: Facets = {}
        self.is_filled = False
        self._unfolded: set[str] = set()
        self.rows: list[FacetRow] = []
        self.words = ""
        self._at: tuple[str, str] | None = None

    @property
    def row(self) -> FacetRow | None:
        """The line the cursor is on."""
        number = self._line
        return None if number is None else self.rows[number]

    @property
    def _line(self) -> int | None:
        keys = [row.key for row in self.rows]
        return keys.index(self._at) if self._at is not None and self._at in keys else None

    @property
    def _places(self) -> list[int]:
        """The lines on which the cursor may stand."""
        return [number for number, row in enumerate(self.rows) if row.key is not None]

    def use_columns(self, columns: int) -> None:
        """Take so many columns beside the list, or for 0 the place of everything."""
        self.styles.width = columns or "1fr"
        self.set_class(not columns, "-alone")

    def show_timeline(self, timeline: Timeline) -> None:
        """Draw nothing until the values of another timeline are counted by `show_view`."""
        self._timeline, self._facets, self.rows = timeline, {}, []
        self.refresh()

    def show_view(self, view: View) -> None:
        """Count anew for another view, if it asks for other events."""
        from kztimeline.query import QueryError

        timeline = self._timeline

        def count() -> None:
            try:
                counted = self._count(view.but(filtering=True))
            except QueryError:
                # A filter that is off may no longer be a query of a timeline read again.
                self.call_later(self._fill)
            else:
                self.post_message(self.ValuesCounted(timeline, counted))

        self.run_worker(count, thread=True, exclusive=True, group="facets")

    @on(ValuesCounted)
    def _counted(self, message: ValuesCounted) -> None:
        message.stop()
        if message.timeline is self._timeline:
            self._facets = message.facets
            self._draw()
            self._fill()

    def _fill(self) -> None:
        if not self.is_filled:
            self.is_filled = True
            self.post_message(self.Filled())

    def narrow(self, words: str) -> str:
        """Show only the values with some words, the cursor on the first; say how many."""
        self.words = words
        if words:
            self._draw()
            places = self._places
            self._go_to(self.rows[places[0]].key if places else self._at)
            return count_of(len(places), "value") if places else "no value"
        at = self._at
        self._draw()
        if at is not None and at != self._at:
            # The cursor stays on a value that would be folded away.
            self._at = at
            self._unfolded.add(at[0])
            self._draw()
        return ""

    def unfold(self, field: str) -> None:
        """Show all values of a facet, the cursor on the first that was hidden."""
        before = {row.key for row in self.rows}
        self._unfolded.add(field)
        self._draw()
        new = (row.key for row in self.rows if row.field == field and row.key not in before)
        self._go_to(next(new, self._at))

    def step(self, steps: int) -> None:
        """Move the cursor over so many values."""
        places, line = self._places, self._line
        if places:
            now = 0 if line is None else places.index(line)
            there = min(max(now + steps, 0), len(places) - 1)
            self._go_to(self.rows[places[there]].key)

    def page(self, pages: int) -> None:
        """Move the cursor over so many pages."""
        self.step(pages * max(self.scrollable_content_region.height - 2, 1))

    def step_facet(self, direction: int) -> None:
        """Move the cursor to the first value of the next facet or of the one before."""
        fields = list(dict.fromkeys(row.field for row in self.rows))
        if self.row is not None:
            field = fields[(fields.index(self.row.field) + direction) % len(fields)]
            keys = (row.key for row in self.rows if row.field == field)
            self._go_to(next(key for key in keys if key is not None))

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        number = y + self.scroll_offset.y
        if not self.rows and y == 0:
            return self.line([Piece(self._notice, "quiet")])
        if number >= len(self.rows):
            return self.line(())
        pieces = draw(self._timeline, self.rows[number], self.line_width)
        if number != self._line:
            return self.line(pieces)
        # Beside the list, whose row is marked too: not by the colour alone.
        first = Piece(f"▸{pieces[0].text[1:]}", pieces[0].role)
        return self.line([first, *pieces[1:]], "selected")

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._go_to(self._at)

    def on_click(self, event: events.Click) -> None:
        """Report the value under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y + self.scroll_offset.y >= len(self.rows):
            return
        row = self.rows[offset.y + self.scroll_offset.y]
        if row.key is not None:
            self._go_to(row.key)
            on_minus = offset.x >= self.line_width - EXCLUDE_CELLS and row.kind == "value"
            without = on_minus or event.ctrl or event.button == _RIGHT_BUTTON
            self.post_message(Pressed("facet_without" if without else "facet_choose"))

    @property
    def _notice(self) -> str:
        """What stands where there are no lines."""
        return f" No values match “{clean(self.words)}”." if self._facets else " Counting …"

    def _draw(self) -> None:
        line = self._line
        seen = None if line is None else line - self.scroll_offset.y
        if self.words:
            facets = having(self._timeline, self._facets, self.words)
            self.rows = facet_rows(facets, unfolded=facets)
        else:
            self.rows = facet_rows(self._facets, self._unfolded)
        self.virtual_size = Size(self.line_width, len(self.rows))
        if self._line is None and self._places:
            near = min(self._places, key=lambda place: abs(place - (line or 0)))
            self._at = self.rows[near].key
        if seen is not None and self._line is not None:
            self.scroll_to(y=max(self._line - seen, 0), animate=False, force=True)
        self._go_to(self._at)

    def _go_to(self, key: tuple[str, str] | None) -> None:
        """Put the cursor on a line, in sight with the heading above it if it is the first."""
        self._at = key
        line = self._line
        if line is not None:
            top = 0 if line == min(self._places) else max(line - 1, 0)
            bring_in_sight(self, range(top, line + 2))
        self.refresh()
