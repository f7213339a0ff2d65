"""What several widgets tell the screen; apart, so that they are loaded when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from kztimeline.timeline.model import Position


class Visited(Message):
    """An event that is named was clicked, by its id."""

    def __init__(self, event: str) -> None:
        super().__init__()
        self.event = event


class Pressed(Message):
    """Something was clicked that does an action."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class EventClicked(Message):
    """An event of the list was clicked, with so many lines above it; `twice` for a double click."""

    def __init__(self, position: Position, height: int, twice: bool) -> None:
        super().__init__()
        self.position = position
        self.height = height
        self.twice = twice


class Scrolled(Message):
    """Other lines of the list are seen than before."""

    def can_replace(self, message: Message) -> bool:
        """Tell that only the last of several matters."""
        return isinstance(message, Scrolled)
