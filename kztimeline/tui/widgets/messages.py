"""What several widgets tell the screen; apart, so that they are loaded when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from kztimeline.tui.workspace.prompt import Prompt


class TextTyped(Message):
    """The text in the bar is another."""

    def __init__(self, prompt: Prompt, text: str) -> None:
        super().__init__()
        self.prompt = prompt
        self.text = text


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
