"""The line for typing a filter, words to find, or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from kztimeline.cells import Piece, clean, fit, width
from kztimeline.tui import painting
from kztimeline.tui.messages import Closed, Purpose, Submitted, Typed
from kztimeline.tui.painting import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.query import Completion, QueryError

_HINTS: dict[Purpose, str] = {
    "filter": 'topic:…  actor:…  in:2012  "a phrase"  -without  a or b',
    "find": "enter goes to the first event found; nothing is hidden",
    "jump": "feb 2012  ·  19 march 2019  ·  2006  ·  the 1990s  ·  or words of a title",
}


class Prompt(Painted):
    """What the typing is for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"key"})

    def __init__(self, purpose: Purpose) -> None:
        super().__init__()
        self.text = f" {purpose} "
        self.styles.width = width(self.text)

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self.line([Piece(self.text, "key")])


class Hint(Painted):
    """What may be typed, how many match, or where the mistake is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"quiet", "mistake", "count"})

    pieces: tuple[Piece, ...] = ()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self.line(self.pieces)

    def show(self, *pieces: Piece) -> None:
        """Show other text."""
        self.pieces = pieces
        self.refresh()


class Bar(Vertical):
    """A prompt, the typed text, and a line of help under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("tab", "complete", show=False),
    ]

    def __init__(
        self,
        purpose: Purpose,
        text: str,
        complete: Callable[[str, int], Sequence[Completion]],
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.purpose = purpose
        self._text = text
        self._complete = complete
        self._prompt = Prompt(purpose)
        self._input = Input(text, compact=True, select_on_focus=False)
        self._hint = Hint()
        self.mistaken = False

    def compose(self) -> ComposeResult:
        """Lay the bar out."""
        with Horizontal():
            yield self._prompt
            yield self._input
        yield self._hint

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()
        self.show_count("")

    @property
    def hint(self) -> str:
        """What the line under the text says."""
        return "".join(piece.text for piece in self._hint.pieces).strip()

    @property
    def unfinished(self) -> bool:
        """Tell whether the last word may become the name of a field."""
        from kztimeline.query import FIELDS

        last = self._text.rpartition(" ")[2].lstrip("-(").lower()
        return bool(last) and any(field.startswith(last) for field in FIELDS)

    def show_count(self, count: str) -> None:
        """Show how many events match, and what may be typed next."""
        self.mistaken = False
        self._show_hint(count)

    def _show_hint(self, count: str) -> None:
        indent = Piece(" " * width(self._prompt.text))
        offers = self._offers()
        words = "  ".join(clean(offer.label) for offer in offers)
        hint = f"tab: {words}" if offers else _HINTS[self.purpose]
        shown = Piece(f"{count}   ", "count") if count else Piece("")
        self._hint.show(indent, shown, Piece(hint, "quiet"))

    def show_mistake(self, mistake: QueryError) -> None:
        """Point at the mistake under the text, unless what is typed can still become right."""
        self.mistaken = True
        if self._offers():
            self._show_hint("")
            return
        text = clean(self._input.value)
        start = width(text[: mistake.start]) - self._input.scroll_offset.x
        indent = width(self._prompt.text) + max(start, 0)
        caret = "^" * max(width(text[mistake.start : mistake.end]), 1)
        message = clean(f"{mistake.problem}; {mistake.remedy}")
        room = self.size.width
        if indent + len(caret) + 1 + width(message) > room and indent > room // 2:
            line = f"{fit(message, indent - 1, 'right')} {caret}"
        else:
            line = f"{' ' * indent}{caret} {message}"
        self._hint.show(Piece(line, "mistake"))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._text:
            self._text = event.value
            self.post_message(Typed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Submitted(self.purpose, event.value))

    def action_close(self) -> None:
        """Go away."""
        self.post_message(Closed())

    def action_complete(self) -> None:
        """Write the first of the offers."""
        offers = self._offers()
        if offers:
            first = offers[0]
            value = self._input.value
            self._input.value = value[: first.start] + first.replacement + value[first.end :]
            self._input.cursor_position = first.start + len(first.replacement)

    def _offers(self) -> Sequence[Completion]:
        if self.purpose == "jump" or not self._input.value:
            return ()
        return self._complete(self._input.value, self._input.cursor_position)
