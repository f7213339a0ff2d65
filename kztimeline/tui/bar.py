"""The line for typing a filter, words to find, or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from kztimeline.cells import Piece, clean, fit, width
from kztimeline.tui import painting
from kztimeline.tui.messages import Purpose, Typed
from kztimeline.tui.painting import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Key
    from textual.strip import Strip

    from kztimeline.query import Completion, QueryError

_HINTS: dict[Purpose, str] = {
    "filter": 'topic:…  actor:…  in:2012  "a phrase"  -without  a or b',
    "find": "enter goes to the first event found; nothing is hidden",
    "jump": "feb 2012  ·  19 march 2019  ·  2006  ·  the 1990s  ·  or words of a title",
}


_PRINTABLE = r"[^\x00-\x1f\x7f-\x9f]*"


class Text(Input):
    """Where the text is typed; every key is offered to the screen first."""

    def __init__(self, text: str, take_key: Callable[[Key], bool]) -> None:
        super().__init__(text, compact=True, select_on_focus=False, restrict=_PRINTABLE)
        self._take_key = take_key

    def on_key(self, event: Key) -> None:
        """Leave to the screen what is its own."""
        if self._take_key(event):
            event.stop()
            event.prevent_default()


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

    # Here and not in the style sheet, so that it is read when a bar is first opened.
    DEFAULT_CSS = """
    Bar {
        height: 2; background: $kzt-bar;
        Horizontal { height: 1; }
        Prompt, Hint { height: 1; background: $kzt-bar; }
        Input, Input:focus {
            width: 1fr; height: 1; padding: 0; border: none;
            color: $kzt-strong; background: $kzt-bar; background-tint: $kzt-bar 0%;
        }
    }
    """

    def __init__(
        self,
        purpose: Purpose,
        text: str,
        offers: Callable[[str, int], Sequence[Completion]],
        take_key: Callable[[Key], bool],
    ) -> None:
        super().__init__()
        self.purpose = purpose
        self._text = text
        self._offers_at = offers
        self._prompt = Prompt(purpose)
        self._input = Text(text, take_key)
        self._hint = Hint()
        self.mistaken = False
        self._ready = False
        self._early = ""

    def compose(self) -> ComposeResult:
        """Lay the bar out."""
        with Horizontal():
            yield self._prompt
            yield self._input
        yield self._hint

    def on_mount(self) -> None:
        """Take the keys."""
        self._ready = True
        self._input.focus()
        if self._early:
            self.insert(self._early)
        self.show_count("")

    @property
    def text(self) -> str:
        """What is typed so far."""
        return self._input.value if self._ready else self._text + self._early

    def insert(self, text: str) -> None:
        """Add text that was typed before the bar had the keys."""
        if self._ready:
            self._input.value += text
            self._input.cursor_position = len(self._input.value)
        else:
            self._early += text

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
        words = "  ".join(clean(offer.replacement) for offer in offers)
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

    def complete(self) -> None:
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
        return self._offers_at(self._input.value, self._input.cursor_position)
