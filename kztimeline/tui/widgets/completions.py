"""The list above the bar: what the word at the cursor may become, and what that leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive

from kztimeline.text.cells import clean, fit, width
from kztimeline.text.pieces import Piece
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Self

    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip

    from kztimeline.query import Completion

MOST_LINES: Final = 8
_WIDEST: Final = 76
_WIDEST_NAME: Final = 34
_COUNT: Final = 6
_BESIDE_NAME: Final = 2 + 2 + _COUNT + 2
"""The cells of the mark before a name, the gap after it, the count and the sign of more."""
_LEAST_MEANING: Final = 6
_INDENT_SHARE: Final = 5
"""The offers begin no farther to the right than at this part of the screen."""


class Offers(PaintedLines):
    """Completions, one a line, at most one of them chosen; more scroll by."""

    # Over the list and not beside it: nothing moves while somebody types. As wide as the screen:
    # beside the offers no shreds are left of what is under them.
    DEFAULT_CSS = """
    Offers {
        overlay: screen; constrain: none inside; display: none; width: 100vw;
        background: $kzt-window; color: $kzt-text;
    }
    """
    # Textual would lay out the whole screen once more where it has become longer.
    virtual_size = Reactive(Size(0, 0), layout=False)

    class OfferClicked(Message):
        """One of some offers was clicked."""

        def __init__(self, offers: Sequence[Completion], number: int) -> None:
            super().__init__()
            self.offers = offers
            self.number = number

    class Counted(Message):
        """A worker has counted what some offers, by number, would leave."""

        def __init__(self, offers: Sequence[Completion], counts: dict[int, int]) -> None:
            super().__init__()
            self.offers = offers
            self.counts = counts

    def __init__(self, lines_of_bar: Callable[[], int]) -> None:
        super().__init__()
        self._lines_of_bar = lines_of_bar
        self.offers: Sequence[Completion] = ()
        self.chosen: int | None = None
        self._counts: Mapping[int, int] = {}
        self._first = 0
        self._indent = 0
        self._strips: dict[tuple[int, int], Strip] = {}

    def refresh(self, *regions: Region, **how: bool) -> Self:
        """Have the lines drawn anew, which are the same until then."""
        self._strips.clear()
        return super().refresh(*regions, **how)

    def notify_style_update(self) -> None:
        """Forget the lines of the theme before."""
        self._strips.clear()
        super().notify_style_update()

    @property
    def chosen_text(self) -> str:
        """What the chosen offer writes, or nothing."""
        return "" if self.chosen is None else self.offers[self.chosen].replacement

    @property
    def seen(self) -> range:
        """The numbers of the offers in sight, where there is room for them."""
        return range(self._first, min(self._first + MOST_LINES, len(self.offers)))

    @property
    def _most(self) -> int:
        """How many lines they may take: half of what the bar leaves of the screen, at most."""
        return min(MOST_LINES, max(self.app.size.height - self._lines_of_bar(), 0) // 2)

    def show(self, offers: Sequence[Completion], indent: int, cells: int) -> None:
        """Show other offers, none of them chosen, over a bar `cells` wide."""
        self.offers, self.chosen, self._first, self._counts = offers, None, 0, {}
        self._indent = min(indent, cells // _INDENT_SHARE)
        self.stand()
        self.refresh()

    def stand(self) -> None:
        """Stand over the bar, and leave some of the list in sight."""
        height = min(len(self.offers), self._most)
        self.display = height > 0
        self.styles.height = max(height, 1)
        self.styles.offset = (0, -height - self._lines_of_bar())

    def on_resize(self) -> None:
        """Take the lines that there is room for."""
        # The bar has its lines once all of it is as wide as the screen.
        self.call_after_refresh(self.stand)

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many events offers would leave, by their number."""
        self._counts = {**self._counts, **counts}
        self.refresh()

    def step(self, direction: int) -> None:
        """Choose the next offer or the one before; beyond either end none is chosen."""
        count = len(self.offers)
        # Counted from 1, so that 0 stands for none.
        now = 0 if self.chosen is None else self.chosen + 1
        there = (now + direction) % (count + 1)
        self.chosen = there - 1 if there else None
        if self.chosen is not None:
            self._first = min(max(self._first, self.chosen - self._most + 1), self.chosen)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line: what changes under the list has it drawn as well."""
        place = y, self.line_width
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._drawn(y)
        return strip

    def _drawn(self, y: int) -> Strip:
        number = self._first + y
        if number >= len(self.offers):
            return self.line(())
        offer, chosen = self.offers[number], number == self.chosen
        names = max(width(clean(offer.replacement)) for offer in self.offers)
        cells = min(self.line_width - self._indent, _WIDEST)
        names = min(names, _WIDEST_NAME, max(cells - _BESIDE_NAME, 1))
        count = self._counts.get(number)
        more = " …" if y == self._most - 1 and number < len(self.offers) - 1 else ""
        labels = max(cells - names - _BESIDE_NAME, 0)
        meaning = fit(_meaning(offer), labels) if labels >= _LEAST_MEANING else " " * labels
        return self.line(
            [
                Piece(" " * self._indent),
                Piece("▸ " if chosen else "  ", "key"),
                Piece(fit(clean(offer.replacement), names), "strong"),
                Piece("  "),
                Piece(meaning, "text"),
                Piece(fit(more if count is None else f"{count}", _COUNT, "right"), "count"),
                Piece(more if count is not None else ""),
            ],
            "chosen" if chosen else "",
        )

    def on_click(self, event: events.Click) -> None:
        """Report the offer under the pointer."""
        event.stop()
        if self._first + event.y < len(self.offers):
            self.post_message(self.OfferClicked(self.offers, self._first + event.y))


def _meaning(offer: Completion) -> str:
    """What an offer means, where its own text does not say it."""
    label = clean(offer.label)
    return "" if label.casefold() == offer.replacement.rpartition(":")[2].casefold() else label
