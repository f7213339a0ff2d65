"""A screen that shows what has changed as soon as every widget has said what that is."""

from __future__ import annotations

import os
import time
from functools import cached_property
from typing import TYPE_CHECKING, Final

from textual.screen import UPDATE_PERIOD, Screen, ScreenResultType

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

_AT_ONCE: Final = 0.001
_FRAME: Final = UPDATE_PERIOD if "TEXTUAL_FPS" in os.environ else _AT_ONCE
"""Seconds between two frames at least, where the reader has asked for no other rate."""
_HAND_OVER: Final = 0.001
"""Seconds that are left to whatever writes a frame, before anything is done that can wait."""
_MOST_TICKS: Final = 1
"""So often at most does a frame wait for what belongs to it: what takes longer is another frame."""


class UnthrottledScreen(Screen[ScreenResultType]):
    """A screen whose frames follow each other at once.

    At Textual's own sixty a second, what answers a letter waits for up to two frames after the
    letter was drawn: longer than it takes to compute. Keys in a burst are one frame at any rate.
    """

    _ticks_put_off = 0

    @cached_property
    def _update_timer(self) -> Timer:
        # Textual has no public name for what a frame waits for.
        return self.set_interval(_FRAME, self._on_timer_update, name="screen_update", pause=True)

    def _on_timer_update(self) -> None:
        if self._is_half_told and self._ticks_put_off < _MOST_TICKS:
            self._ticks_put_off += 1
        else:
            self._ticks_put_off = 0
            super()._on_timer_update()

    def draw_at_once(self) -> None:
        """Draw what has changed now, where no more belongs to this frame and nothing moves.

        Else each widget tells of its change in a turn of its own, and the frame waits for a timer.
        """
        changed = self._untold
        moves = any(widget._layout_required or widget._scroll_required for widget in changed)
        more_comes = self.message_queue_size or self.app.message_queue_size
        if moves or more_comes or _FRAME > _AT_ONCE:
            return
        for widget in changed:
            widget._repaint_required = False
        self._dirty_widgets |= changed
        super()._on_timer_update()
        # Python gives the thread that writes to the terminal no turn before this one lets go.
        time.sleep(_HAND_OVER)

    @property
    def _is_half_told(self) -> bool:
        """Whether more belongs to this frame: told and not heard yet, or about to be told."""
        return self.message_queue_size > 0 or bool(self._untold)

    @property
    def _untold(self) -> set[Widget]:
        """The widgets that have changed and have not said so yet, scroll bars among them."""
        seen = self._compositor.visible_widgets
        return {widget for widget in seen if widget._repaint_required and widget is not self}
