"""What several widgets tell the screen; apart, so that they are loaded when they are needed."""

from __future__ import annotations

from textual.message import Message


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
