"""The scroll bar as a thin line, which cannot be taken for the frame of what is selected."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from kztimeline.tui.widgets.painted import in_terminal_colours, regions_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from textual.geometry import Region

    from kztimeline.tui.render.list.layout import Line

_PARTS: Final = 8
"""Parts of a cell that Textual reckons with where a bar stands."""
_PRESSED: Final = "@mouse.down"


def line_of(height: int, lines: int, window: int, first: float) -> range:
    """Return the cells of a bar that its line takes; none where all lines are in sight.

    Args:
        height: The cells of the bar.
        lines: How many lines there are to scroll.
        window: How many of them are in sight.
        first: The first of those.
    """
    if not (height and 0 < window < lines) or height == lines:
        return range(0)
    length = max(window / (lines / height), 1)
    start = int((height - length) * (first / (lines - window)) * _PARTS)
    end = start + ceil(length * _PARTS)
    return range(max(start, 0) // _PARTS, min(max(end, 0) // _PARTS, height))


def part_at(y: Line, line: range) -> int:
    """Return which part of a bar a cell is: 0 without a line, 1 above it, 2 in it, 3 below."""
    if not line:
        return 0
    return 2 if y in line else 1 if y < line.start else 3


class LineBar(ScrollBarRender):
    """Draws a line where the text in sight stands, and nothing elsewhere."""

    sign: ClassVar[str] = "┃"

    @classmethod
    def render_bar(cls, *_unused: Any, **named: Any) -> Segments:
        """Return the bar."""
        height = named["size"]
        line = line_of(height, named["virtual_size"], named["window_size"], named["position"])
        cells = cls.cells(Style(color=named["bar_color"], bgcolor=named["back_color"]))
        return Segments([cells[part_at(y, line)] for y in range(height)], new_lines=True)

    @classmethod
    def cells(cls, style: Style) -> Sequence[Segment]:
        """Return each part of a bar as a cell that does what pressing it does; see `part_at`."""
        ground = Style(bgcolor=style.bgcolor)
        return (
            Segment(" ", ground),
            Segment(" ", ground + Style(meta={_PRESSED: "scroll_up"})),
            Segment(cls.sign, style + Style(meta={_PRESSED: "grab"})),
            Segment(" ", ground + Style(meta={_PRESSED: "scroll_down"})),
        )


class AsciiBar(LineBar):
    """The same for terminals that are to be given no other signs."""

    sign: ClassVar[str] = "|"


class LineScrollBar(ScrollBar):
    """A scroll bar of which those cells are drawn anew that its line leaves or enters.

    Textual draws all of it, with whatever stands beside it, when the text is a line longer.
    """

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._height, self._line = 0, range(0)
        self._drawn: dict[Line, bool] = {}
        self._strips: Sequence[Strip] = ()
        self._look = False, False

    def render_line(self, y: int) -> Strip:
        """Return one cell."""
        self._drawn[y] = y in self._line
        return (self._strips or self._made_strips())[part_at(y, self._line)]

    def _made_strips(self) -> Sequence[Strip]:
        """Return the cells as `LineBar.cells` does, in the colours that Textual chooses."""
        bar, own, ground = self.render(), self.visual_style.rich_style, self.background_colors[1]
        if not (isinstance(bar, LineBar) and isinstance(bar.style, Style)):
            # The program has not said yet how bars are drawn.
            return (Strip.blank(self.thickness, own),) * 4
        self._strips = tuple(
            Strip([Segment(text, in_terminal_colours(self, own + (style or own), ground))])
            for text, style, _control in bar.cells(bar.style)
        )
        return self._strips

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return cells; there is nothing around them."""
        if self._height != self.outer_size.height:
            self._line = self._line_now()
            self._drawn.clear()
        return [self.render_line(y) for y in crop.line_range]

    def _line_now(self) -> range:
        self._height = self.outer_size.height
        return line_of(self._height, self.window_virtual_size, self.window_size, self.position)

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._strips = ()
        super().notify_style_update()

    def refresh(self, *regions: Region, layout: bool = False, **how: bool) -> Self:
        """Draw what is not as it was drawn last; all of it when it is laid out."""
        self._line = self._line_now()
        look = self.mouse_over, bool(self.grabbed)
        if look != self._look:
            self._look, self._strips = look, ()
            self._drawn.clear()
        if regions or layout or not self._drawn:
            return super().refresh(*regions, layout=layout, **how)
        # What stands under something else was not drawn, and is where that goes away.
        cells = ((y, self._drawn.get(y)) for y in range(self._height))
        changed = [y for y, lit in cells if lit is not None and lit != (y in self._line)]
        if not changed:
            return self
        return super().refresh(*regions_of(changed, self.thickness), **how)
