"""What of the screen has changed, drawn without what stands under or beside it.

Textual draws every line of every widget that lies in the rectangle around all that has changed,
and cuts each of them at all edges of widgets: most of what a key costs.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region

from kztimeline.tui.sequences import strip_sequences
from kztimeline.tui.terminal import TerminalApp
from kztimeline.tui.unthrottled import UnthrottledScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult
    from textual._compositor import LayoutUpdate
    from textual.strip import Strip
    from textual.widget import Widget


class Part(NamedTuple):
    """Cells of one line of the screen that one widget is in front at.

    Attributes:
        y: The line of the screen.
        start: The first of the cells.
        end: The cell after the last.
        widget: The widget.
        place: Where the widget stands on the screen.
    """

    y: int
    start: int
    end: int
    widget: Widget
    place: Region


class SpansUpdate(CompositorUpdate):
    """Strips, each with the line and cell of the screen that it begins at."""

    def __init__(self, strips: Sequence[tuple[int, int, Strip]]) -> None:
        self.strips = strips

    def render_segments(self, console: Console) -> str:
        """Return what a terminal is to be sent."""
        return "".join(
            f"\x1b[{y + 1};{x + 1}H{strip_sequences(strip, console)}" for y, x, strip in self.strips
        )

    def __rich_console__(self, _console: Console, _options: ConsoleOptions) -> RenderResult:
        """Yield a whole screen line by line, as for a picture of it."""
        lines = groupby(sorted(self.strips, key=itemgetter(0, 1)), key=itemgetter(0))
        for y, parts in lines:
            if y:
                yield Segment.line()
            for _y, _x, strip in parts:
                yield from strip


class SpanCompositor(Compositor):
    """Draws of each line that has changed the cells that have, by the widgets in front."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn_on: Sequence[Sequence[object]] = ()
        self._in_front: dict[tuple[int, int, int], Sequence[Part]] = {}

    def render_full_update(  # type: ignore[override]
        self, simplify: bool = False
    ) -> LayoutUpdate | SpansUpdate | None:
        """Return the whole screen; simplified, as for a picture, it is Textual's."""
        if simplify:
            return super().render_full_update(simplify)
        self._dirty_regions.add(self.size.region)
        return self.render_partial_update()

    def render_partial_update(self) -> SpansUpdate | None:  # type: ignore[override]
        """Return what has changed, or None for nothing."""
        screen, changed = self.size.region, self._dirty_regions.copy()
        self._dirty_regions.clear()
        if self.layers_visible is not self._drawn_on:
            self._forget_lines_laid_out_otherwise()
        parts: list[Part] = []
        # To put regions together takes longer than to draw twice what two of them hold.
        for each in [screen] if screen in changed else changed:
            region = each.intersection(screen)
            start, end = region.column_span
            for y in region.line_range:
                # What is in front at cells of a line is found once for each layout.
                span = y, start, end
                parts += self._in_front.get(span) or self._found(span)
        return SpansUpdate([*_drawn(parts)]) if parts else None

    def _forget_lines_laid_out_otherwise(self) -> None:
        """Keep what is in front on the lines at which all stands as it stood."""
        now, before = self.layers_visible, self._drawn_on
        same = {y for y, both in enumerate(zip(now, before, strict=False)) if both[0] == both[1]}
        self._in_front = {span: own for span, own in self._in_front.items() if span[0] in same}
        self._drawn_on = now

    def leave_out(self, lines: Region) -> None:
        """Leave what stands at some whole lines of the screen as it is for now."""
        width, height = self.size
        above = Region(0, 0, width, lines.y)
        below = Region(0, lines.bottom, width, max(height - lines.bottom, 0))
        sides = [each.intersection(side) for each in self._dirty_regions for side in (above, below)]
        self._dirty_regions = {*filter(None, sides)}

    def _found(self, span: tuple[int, int, int]) -> Sequence[Part]:
        found = self._in_front[span] = [*self._parts(*span)]
        return found

    def _parts(self, y: int, start: int, end: int) -> Iterator[Part]:
        """Yield for cells of a line what is in front there."""
        gaps = [(start, end)]
        for widget, seen, place in self.layers_visible[y]:
            if not gaps:
                return
            left: list[tuple[int, int]] = []
            for first, last in gaps:
                inner, outer = max(first, seen.x), min(last, seen.right)
                if inner >= outer:
                    left.append((first, last))
                    continue
                yield Part(y, inner, outer, widget, place)
                left += [gap for gap in ((first, inner), (outer, last)) if gap[0] < gap[1]]
            gaps = left


def _drawn(parts: Sequence[Part]) -> Iterator[tuple[int, int, Strip]]:
    """Yield strips with the line and the cell of the screen that each begins at."""
    of_widgets: dict[Widget, list[Part]] = defaultdict(list)
    for part in parts:
        of_widgets[part.widget].append(part)
    for widget, own in of_widgets.items():
        lines, starts, ends, _widgets, places = zip(*own, strict=True)
        # No wider than it must be: what is whole needs no cutting, and keeps what was made of it.
        left, right = min(starts), max(ends)
        top, bottom, place = min(lines), max(lines), places[0]
        crop = Region(left - place.x, top - place.y, right - left, bottom - top + 1)
        strips = widget.render_lines(crop)
        for y, start, end, _widget, _place in own:
            strip, whole = strips[y - top], (start, end) == (left, right)
            yield y, start, strip if whole else strip.crop(start - left, end - left)


class SpanScreen(UnthrottledScreen[None]):
    """A screen that is drawn so, and not before there is something to see.

    Attributes:
        is_begun: Whether there is.
        left_standing: Returns the lines of a kept frame that are not drawn as yet, if any.
    """

    is_begun = False

    def __init__(self) -> None:
        super().__init__()
        # Textual has no public name for what draws a screen.
        self._compositor: SpanCompositor = SpanCompositor()
        self.left_standing: Callable[[], Region | None] = lambda: None

    def _compositor_refresh(self) -> None:
        held = isinstance(self.app, TerminalApp) and self.app.holds_paint
        if self.is_begun and not held:
            if lines := self.left_standing():
                self._compositor.leave_out(lines)
            super()._compositor_refresh()
