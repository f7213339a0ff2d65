"""The second click of a double click, which is of the screen that the first was made on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import MouseDown, MouseUp

if TYPE_CHECKING:
    from textual.events import Event
    from textual.geometry import Offset
    from textual.screen import Screen


class SecondClicks:
    """Finds clicks that follow one at the same cell which has opened or closed a dialog.

    What lies under the pointer by then was not what the reader clicked.
    """

    def __init__(self) -> None:
        self._screen: Screen[object] | None = None
        self._cell: Offset | None = None
        self._time = -math.inf
        self._is_passed_over = False

    def has(self, event: Event, screen: Screen[object]) -> bool:
        """Tell whether pressing or releasing a button over a screen is part of such a click."""
        if isinstance(event, MouseUp):
            is_passed_over, self._is_passed_over = self._is_passed_over, False
            return is_passed_over
        if not isinstance(event, MouseDown):
            return False
        is_near = event.time - self._time <= App.CLICK_CHAIN_TIME_THRESHOLD
        is_second = is_near and event.screen_offset == self._cell and screen is not self._screen
        self._cell, self._time = event.screen_offset, event.time
        self._is_passed_over = is_second
        if not is_second:
            self._screen = screen
        return is_second
