"""The line for typing a filter, words to find, or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from kztimeline.cells import Piece, clean, fit, width
from kztimeline.tui import painting
from kztimeline.tui.messages import Closed, Purpose, Submitted, Typed
from kztimeline.tui.offers import Offers
from kztimeline.tui.painting import Painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.query import Completion, QueryError

_HINTS: dict[Purpose, str] = {
    "filter": 'topic:…  actor:…  in:2012  "a phrase"  -without  a or b',
    "find": "n and N go from one to the next; nothing is hidden",
    "save": "a name such as osce; on the command line  kzt list @osce  shows the same",
    "jump": "feb 2012  ·  19 march 2019  ·  2006  ·  the 1990s  ·  or words of a title",
}
_OFFERING = "tab takes the first, ↓ ↑ choose another; enter shows what is typed"


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
        Binding("down", "choose(1)", show=False),
        Binding("up,shift+tab", "choose(-1)", show=False),
    ]

    class Counted(Message):
        """A worker has counted what some offers, by number, would leave."""

        def __init__(self, offers: Sequence[Completion], counts: dict[int, int]) -> None:
            super().__init__()
            self.offers = offers
            self.counts = counts

    def __init__(
        self,
        purpose: Purpose,
        text: str,
        complete: Callable[[str, int], Sequence[Completion]],
        leaves: Callable[[str], int | None] = lambda _text: None,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.purpose = purpose
        self._text = text
        self._complete = complete
        self._leaves = leaves
        self._offers = Offers()
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
        yield self._offers

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
        hint = _OFFERING if self._offers.offers else _HINTS[self.purpose]
        shown = Piece(f"{count}   ", "count") if count else Piece("")
        self._hint.show(indent, shown, Piece(hint, "quiet"))

    def show_mistake(self, mistake: QueryError) -> None:
        """Point at the mistake under the text, unless what is typed can still become right."""
        self.mistaken = True
        if self._offers.offers:
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
            self._offer()
            self._show_hint("")
            self.post_message(Typed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._offers.chosen is not None:
            self._take(self._offers.chosen)
        else:
            self.post_message(Submitted(self.purpose, event.value))

    @on(Offers.Taken)
    def _taken(self, event: Offers.Taken) -> None:
        event.stop()
        self._take(event.number)
        self._input.focus()

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        event.stop()
        if event.offers is self._offers.offers:
            self._offers.show_counts(event.counts)

    def action_close(self) -> None:
        """Choose none of the offers; where none is chosen, go away."""
        if self._offers.chosen is not None:
            self._offers.show(self._offers.offers, *self._room)
            self._count_offers()
        else:
            self.post_message(Closed())

    def action_complete(self) -> None:
        """Write the chosen offer or the first; show what there is where nothing is begun."""
        if self._offers.offers:
            self._take(self._offers.chosen or 0)
        else:
            self._offer(unasked=False)

    def action_choose(self, direction: int) -> None:
        """Choose another offer."""
        if not self._offers.offers:
            self._offer(unasked=False)
        self._offers.step(direction)
        self._count_offers()

    @property
    def _room(self) -> tuple[int, int]:
        return width(self._prompt.text), self.size.width

    def _take(self, number: int) -> None:
        """Write an offer in place of what it completes."""
        offer = self._offers.offers[number]
        self._input.value = _with(self._input.value, offer)
        self._input.cursor_position = offer.start + len(offer.replacement)

    def _offer(self, unasked: bool = True) -> None:
        """Show what the word at the cursor may become; unasked only where one is begun."""
        value, cursor = self._input.value, self._input.cursor_position
        begun = value[:cursor].rpartition(" ")[2].strip("-(")
        offers: Sequence[Completion] = ()
        if self.purpose != "jump" and (begun or not unasked):
            found = self._complete(value, cursor)
            offers = [offer for offer in found if _with(value, offer) != value]
        self._offers.show(offers, *self._room)
        self._count_offers()
        if not unasked:
            self._show_hint("")

    def _count_offers(self) -> None:
        """Have a worker count what the offers in sight would leave."""
        offers, seen, value = self._offers.offers, self._offers.seen, self._input.value
        if not offers:
            return

        def count() -> None:
            left = {number: self._leaves(_with(value, offers[number])) for number in seen}
            known = {number: events for number, events in left.items() if events is not None}
            self.post_message(self.Counted(offers, known))

        self.run_worker(count, thread=True, exclusive=True, group="offers")


def _with(text: str, offer: Completion) -> str:
    return text[: offer.start] + offer.replacement + text[offer.end :]
