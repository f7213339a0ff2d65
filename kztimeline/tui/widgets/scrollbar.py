"""The scroll bar as a thin line, which cannot be taken for the frame of what is selected."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment, Segments
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from kztimeline.tui.widgets.painted import in_terminal_colours

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

_GRIP = {"@mouse.down": "grab"}


class LineBar(ScrollBarRender):
    """Draws a line where the text in sight stands, and nothing elsewhere."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    line: ClassVar[str] = "┃"

    @classmethod
    def render_bar(cls, *args: Any, **named: Any) -> Segments:
        """Return the bar; what can be gripped is the line."""
        style = Style(color=named["bar_color"], bgcolor=named["back_color"], meta=_GRIP)
        drawn = super().render_bar(*args, **named)
        return Segments(
            [
                Segment(cls.line, style) if part.style and part.style.meta == _GRIP else part
                for part in drawn.segments
            ],
            new_lines=True,
        )

    def cells(self, height: int) -> Sequence[Segment]:
        """Return the bar cell by cell, from the top."""
        style = self.style if isinstance(self.style, Style) else Style.parse(self.style)
        return self._drawn(height, self.virtual_size, self.window_size, self.position, style)

    @classmethod
    @lru_cache(maxsize=64)
    def _drawn(
        cls, height: int, virtual_size: int, window_size: int, position: float, style: Style
    ) -> Sequence[Segment]:
        drawn = cls.render_bar(
            height,
            virtual_size,
            window_size,
            position,
            back_color=style.bgcolor,
            bar_color=style.color,
        )
        return tuple(drawn.segments)


class AsciiBar(LineBar):
    """The same for terminals that are to be given no other signs."""

    line: ClassVar[str] = "|"


class LineScrollBar(ScrollBar):
    """A scroll bar of which those cells are drawn anew that its line leaves or enters.

    Textual draws all of it, with whatever stands beside it, when the text is a line longer.
    """

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._cells: Sequence[Segment] = ()
        self._drawn: dict[int, Segment] = {}
        self._strips: dict[Segment, Strip] = {}

    def render_line(self, y: int) -> Strip:
        """Return one cell; nothing yet where it has grown, or gone, since it was laid out."""
        if y >= len(self._cells):
            return Strip.blank(self.thickness, self.visual_style.rich_style)
        cell = self._drawn[y] = self._cells[y]
        strip = self._strips.get(cell)
        if strip is None:
            strip = self._strips[cell] = self._strip_of(cell)
        return strip

    def _strip_of(self, cell: Segment) -> Strip:
        text, style, _control = cell
        own = self.visual_style.rich_style
        look = in_terminal_colours(self, own + style if style else own, self.background_colors[1])
        return Strip([Segment(text, look)], self.thickness)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return cells; there is nothing around them."""
        if len(self._cells) != self.size.height:
            self._cells = self._cells_now()
            self._drawn.clear()
        return [self.render_line(y) for y in crop.line_range]

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._strips.clear()
        super().notify_style_update()

    def refresh(self, *regions: Region, layout: bool = False, **how: bool) -> Self:
        """Draw what is not as it was drawn last; all of it when it is laid out."""
        self._cells = self._cells_now()
        if regions or layout or len(self._drawn) != len(self._cells):
            return super().refresh(*regions, layout=layout, **how)
        # Before it is mounted Textual lets a change pass, though it may have drawn already.
        changed = [y for y, cell in enumerate(self._cells) if self._drawn.get(y) != cell]
        if not changed:
            return self
        return super().refresh(*(Region(0, y, self.thickness, 1) for y in changed), **how)

    def _cells_now(self) -> Sequence[Segment]:
        bar = self.render() if self.size else None
        return bar.cells(self.size.height) if isinstance(bar, LineBar) else ()
