"""A screen that shows what has changed as soon as every widget has said what that is."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Final

from textual.screen import UPDATE_PERIOD, Screen, ScreenResultType

if TYPE_CHECKING:
    from textual.timer import Timer

_AT_ONCE: Final = 0.001
_FRAME: Final = UPDATE_PERIOD if "TEXTUAL_FPS" in os.environ else _AT_ONCE
"""Seconds between two frames at least, where the reader has asked for no other rate."""


class UnthrottledScreen(Screen[ScreenResultType]):
    """A screen whose frames follow each other at once.

    At Textual's own sixty a second, what answers a letter waits for up to two frames after the
    letter was drawn: longer than it takes to compute. Keys in a burst are one frame at any rate.
    """

    _put_off = False

    @cached_property
    def _update_timer(self) -> Timer:
        # Textual has no public name for what a frame waits for.
        return self.set_interval(_FRAME, self._on_timer_update, name="screen_update", pause=True)

    def _on_timer_update(self) -> None:
        # What widgets have said and is not heard yet belongs to this frame; it waits only once.
        self._put_off = self.message_queue_size > 0 and not self._put_off
        if not self._put_off:
            super()._on_timer_update()
