"""What the bar tells the screen; apart, so that the bar is loaded when it is opened."""

from __future__ import annotations

from typing import Literal, TypeAlias

from textual.message import Message

Purpose: TypeAlias = Literal["filter", "find", "jump", "as of", "save", "values"]


class Typed(Message):
    """The text in the bar is another."""

    def __init__(self, purpose: Purpose, text: str) -> None:
        super().__init__()
        self.purpose = purpose
        self.text = text


class FacetClicked(Message):
    """The value at the cursor of the facets panel was clicked."""

    def __init__(self, *, without: bool) -> None:
        super().__init__()
        self.without = without
