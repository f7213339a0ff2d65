"""The parts of the bar that are only shown: what the typing is for, and what stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from kztimeline.text.cells import width
from kztimeline.text.pieces import Piece
from kztimeline.tui.render.prompt_lines import example_at
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.strip import Strip


class PromptLabel(PaintedLines):
    """What the typing is for."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.text = f" {label} "
        self.styles.width = width(self.text)

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self.line([Piece(self.text, "key")])


class Hint(PaintedLines):
    """What may be typed, how many match, or where the mistake is; as many lines as it takes."""

    class ExampleClicked(Message):
        """An example of what may be typed was clicked."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self._write: Callable[[int], list[list[Piece]]] = lambda _cells: []
        self.lines: list[list[Piece]] = []

    @property
    def text(self) -> str:
        """What is said, on one line."""
        lines = ("".join(piece.text for piece in line).strip() for line in self.lines)
        return " ".join(lines).strip()

    def on_click(self, event: events.Click) -> None:
        """Press the key that is named under the pointer, or write the example there."""
        line = self.lines[event.y] if event.y < len(self.lines) else []
        text = "".join(piece.text for piece in line)
        if not self.press_key_in(text, event.x, letters=False):
            examples = "".join(p.text if p.role == "quiet" else " " * width(p.text) for p in line)
            if example := example_at(examples, event.x):
                self.post_message(self.ExampleClicked(example))

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        return self.line(self.lines[y] if y < len(self.lines) else ())

    def show(self, write: Callable[[int], list[list[Piece]]]) -> None:
        """Show other text.

        Args:
            write: Returns the lines for a number of cells.
        """
        self._write = write
        self._fit()

    def on_resize(self) -> None:
        """Break the lines for another width."""
        self._fit()

    def _fit(self) -> None:
        # Not its own width, which is not known before it is laid out.
        before, self.lines = self.lines, self._write(self.app.size.width)
        if len(self.lines) != len(before):
            self.styles.height = max(len(self.lines), 1)
        if self.lines != before:
            self.refresh()
