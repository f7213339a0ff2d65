"""The scroll bar as a thin line, which cannot be taken for the frame of what is selected."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

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


class AsciiBar(LineBar):
    """The same for terminals that are to be given no other signs."""

    line: ClassVar[str] = "|"
