"""The first paint: held back while a kept frame stands, until everything is in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.color import ColorType
from rich.console import COLOR_SYSTEMS

from kztimeline.tui.first_frame.frame import FLAGS, Frame, Run, Style, StyledRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.color import Color, ColorSystem
    from rich.segment import Segment
    from rich.style import Style as RichStyle
    from textual.screen import Screen

_LOOK: Final = 0.005
"""Seconds between two looks whether everything is in its place."""
_OTHER_FLAGS: Final = ("blink", "blink2", "conceal", "underline2", "frame", "encircle", "overline")


class FirstPaint:
    """Waits until a screen has settled, and knows it then as a frame.

    Attributes:
        holds: Whether nothing may be painted as yet.
        overtaken: Whether the reader has done something meanwhile.
    """

    def __init__(self, holds: bool, use: Callable[[Frame | None], None]) -> None:
        """Prepare.

        Args:
            holds: Whether a frame stands on the terminal already.
            use: Is given the screen as it has settled, or None where the reader was quicker
                or it cannot be told in plain values.
        """
        self.holds = holds
        self.overtaken = False
        self._use = use

    def await_settled(self, screen: Screen[None], settled: Callable[[], bool]) -> None:
        """Wait for a screen."""

        def look() -> None:
            if settled():
                timer.stop()
                screen.call_after_refresh(self._paint, screen)

        timer = screen.set_interval(_LOOK, look)

    def _paint(self, screen: Screen[None]) -> None:
        frame = None if self.overtaken else frame_of(screen)
        if self.holds:
            self.holds = False
            screen.refresh()
            # A dialog that an early key has opened.
            screen.app.screen.refresh()
        self._use(frame)


def frame_of(screen: Screen[None]) -> Frame | None:
    """Return what a screen draws, or None where it is more than plain values can say."""
    # Textual has no public name for the lines of a screen.
    strips = screen._compositor.render_strips()
    system = screen.app.console.color_system
    colours = COLOR_SYSTEMS[system] if system else None
    rows = [_row(strip, colours) for strip in strips]
    known = tuple(row for row in rows if row is not None)
    return Frame(screen.size.width, known) if len(known) == len(rows) else None


def _row(segments: Iterable[Segment], colours: ColorSystem | None) -> StyledRow | None:
    runs: list[Run] = []
    for text, rich_style, _control in segments:
        style = _style(rich_style, colours) if rich_style and colours else Style()
        if style is None:
            return None
        if runs and runs[-1].style == style:
            runs[-1] = Run(runs[-1].text + text, style)
        else:
            runs.append(Run(text, style))
    return tuple(runs)


def _style(style: RichStyle, colours: ColorSystem) -> Style | None:
    # Where a link leads is not in the cells; it is there as soon as the screen takes over.
    if any(getattr(style, flag) for flag in _OTHER_FLAGS):
        return None
    flags = tuple(flag for flag in FLAGS if getattr(style, flag))
    return Style(_colour(style.color, colours), _colour(style.bgcolor, colours), flags)


def _colour(colour: Color | None, colours: ColorSystem) -> str:
    if colour is None or colour.is_default:
        return ""
    found = colour.downgrade(colours)
    if found.type is ColorType.TRUECOLOR and found.triplet is not None:
        return found.triplet.hex
    return f"{found.number}/{256 if found.type is ColorType.EIGHT_BIT else 16}"
