"""The line for typing a filter, words to find, or a date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kztimeline.text.cells import clean, width
from kztimeline.text.one_line import pasted_line
from kztimeline.tui.render.guesses import guess_texts, in_question, stays
from kztimeline.tui.render.prompt_lines import hint_lines, mistake_lines, offer_hints, said_lines
from kztimeline.tui.widgets.completions import Offers
from kztimeline.tui.widgets.line_input import PromptInput, taken, with_typed
from kztimeline.tui.widgets.lines.prompt_lines import Hint, PromptLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Key

    from kztimeline.query import Completion, Guess, QueryError
    from kztimeline.tui.workspace.prompt import Prompt

    UseText = Callable[[Prompt, str], object]

_STEPS = {"down": 1, "up": -1, "shift+tab": -1}
_MEANING_OFFERS = frozenset({*_STEPS, "tab", "enter", "escape"})
_KEEPING = frozenset({"right", "end"})
"""The keys after which typing goes on from the text in the bar, in place of replacing it."""


class PromptBar(Vertical):
    """A prompt, the typed text, and help under it."""

    # Here and not in the style sheet, so that it is read when a bar is first opened.
    DEFAULT_CSS = """
    PromptBar {
        height: auto; background: $kzt-bar;
        Horizontal { height: 1; }
        PromptLabel, Hint { height: 1; background: $kzt-bar; }
        Input, Input:focus {
            width: 1fr; height: 1; padding: 0; border: none;
            color: $kzt-strong; background: $kzt-bar; background-tint: $kzt-bar 0%;
        }
    }
    """

    class Guessed(Message):
        """A worker has guessed what is meant by a text."""

        def __init__(self, text: str, guesses: Sequence[Guess]) -> None:
            super().__init__()
            self.text = text
            self.guesses = guesses

    def __init__(self, prompt: Prompt, use_key: Callable[[Key], bool], use_text: UseText) -> None:
        """Prepare the line.

        Args:
            prompt: What the typing is for.
            use_key: Does what a key means for the screen; False where that is nothing.
            use_text: Shows what a text comes to that has been typed for a prompt.
        """
        super().__init__()
        self._prompt = prompt
        self._use_text = use_text
        self._text = self._offered_for = text = pasted_line(prompt.text())
        self._guesses: Sequence[Guess] = ()
        self._mistake: QueryError | None = None
        self._last_mistake: QueryError | None = None
        self._offers = Offers(lambda: self._lines)
        self._label = PromptLabel(prompt.label)
        self._input = PromptInput(text, use_key, self._changed, self.show_refusal)
        self._hint = Hint()
        self.mistaken = self.points_at_mistake = False
        self._ready, self._early = False, ""
        self._replaces, self._after_space = prompt.replaces, 0
        self._count, self._is_told = "", True

    def compose(self) -> ComposeResult:
        """Lay the bar out."""
        with Horizontal():
            yield self._label
            yield self._input
        yield self._hint
        yield self._offers

    def on_mount(self) -> None:
        """Take the keys."""
        self._ready = True
        self._input.focus()
        if self._replaces:
            self._input.select_to_replace()
        elif self._text.endswith(" "):
            self._after_space = len(self._text)
        if self._early:
            self.insert(self._early)
        self._show_hint()
        self._hint.call_after_refresh(self._catch_up)

    @property
    def text(self) -> str:
        """What is typed so far."""
        if not self._ready:
            replaced = self._replaces and self._early
            return with_typed("" if replaced else self._text, self._early)
        return self._input.value

    def insert(self, text: str) -> None:
        """Add text that came before the bar had the keys, in one line."""
        text = taken(text, partial(self.call_after_refresh, self.show_refusal))
        if self._ready:
            before = "" if self._input.selected_text else self._input.value
            self._input.put(with_typed(before, text))
        else:
            self._early += text

    @property
    def hint(self) -> str:
        """What stands under the text."""
        return self._hint.text

    @property
    def unfinished(self) -> bool:
        """Tell whether the last word may become the name of a field."""
        from kztimeline.query.completion import may_become_field

        return may_become_field(self._text)

    def show_count(self, count: str) -> None:
        """Show how many events match, and after that what may be typed next."""
        if self.mistaken or count != self._count:
            self.mistaken, self._count = False, count
            self._show_hint()
            self._hint.call_after_refresh(self._catch_up)

    def _catch_up(self) -> None:
        """Show what may be typed next, if that is not what stands there."""
        if self._offered_for != self._input.value:
            self._offer()
            self._show_hint()

    def _show_hint(self) -> None:
        self.points_at_mistake, self._is_told = False, True
        texts, plain = self._prompt.hints_for(self._text), self._label.plain_signs
        if self._guesses:
            texts = guess_texts(self._guesses)
        elif self._offers.offers:
            chosen = self._offers.chosen_text
            texts = offer_hints(chosen, is_refused=self.mistaken, plain=plain)
        indent, count = width(self._label.text), self._count
        self._hint.show(lambda cells: hint_lines(cells, indent, count, texts))
        self._offers.stand()

    def guess(self) -> None:
        """Have a worker guess what is meant by the text, of which nothing comes."""
        if not self._prompt.guesses:
            return
        text = self._input.value

        def guess() -> None:
            self.post_message(self.Guessed(text, self._prompt.guess(text)))

        self.run_worker(guess, thread=True, exclusive=True, group="guesses")

    def show_mistake(self, mistake: QueryError) -> None:
        """Point at the mistake under the text, unless what is typed can still become right."""
        self.mistaken, self._last_mistake = True, mistake
        self._catch_up()
        if not stays(mistake, self._input.value, self._offers.offers):
            self._count = "unfinished"
            self._show_hint()
            return
        self._insist(mistake)

    def insist(self) -> None:
        """Point at the mistake again, whatever the text may still become: it cannot be used."""
        if self._last_mistake is not None:
            self._insist(self._last_mistake)

    def _insist(self, mistake: QueryError) -> None:
        self._offers.show((), *self._room)
        self._point_at(mistake)
        if mistake.meant:
            self._mistake = mistake
            self.guess()

    def _point_at(self, mistake: QueryError) -> None:
        self.points_at_mistake = self._is_told = True
        text = clean(self._input.value)
        start = width(text[: mistake.start]) - self._input.scroll_offset.x
        length = width(text[mistake.start : mistake.end])
        indent = width(self._label.text)
        self._hint.show(lambda cells: mistake_lines(cells, indent, start, length, mistake))

    def show_refusal(self, text: str) -> None:
        """Say why what is typed cannot be used, and offer nothing over it."""
        self._is_told = True
        self._offers.show((), *self._room)
        self._hint.show(lambda cells: said_lines(cells, width(self._label.text), text, "mistake"))

    @property
    def _lines(self) -> int:
        """How many lines the bar takes."""
        return 1 + max(len(self._hint.lines), 1)

    @on(Guessed)
    def _guessed(self, event: Guessed) -> None:
        event.stop()
        if event.text != self._input.value or self._offers.offers or not event.guesses:
            return
        self._guesses = event.guesses
        if self._mistake is not None:
            self._point_at(in_question(self._mistake, event.guesses))
        else:
            self._show_hint()

    def _changed(self) -> None:
        self._close_up()
        self._read_text()

    def _read_text(self) -> None:
        """Take the text as it is; keys may come faster than it is reported."""
        if self._input.value != self._text:
            self._text = self._input.value
            self._guesses, self._mistake = (), None
            self._count, self.points_at_mistake, self._is_told = "", False, False
            if not self._prompt.asks:
                self._offer()
            self._use_text(self._prompt, self._text.strip())
            if not self._is_told:  # What stands under the text is about another.
                self._show_hint()

    @on(Offers.OfferClicked)
    def _offer_clicked(self, event: Offers.OfferClicked) -> None:
        event.stop()
        # What was clicked may be gone: keys that came before the click change the offers.
        if event.offers is self._offers.offers:
            self._put_in(event.number)
        self._input.focus()

    @on(Hint.ExampleClicked)
    def _example_clicked(self, event: Hint.ExampleClicked) -> None:
        event.stop()
        if not self._prompt.asks or self._input.selected_text:
            self._input.value = ""
        self.insert(f" {event.text}" if self._input.value else event.text)
        self._input.focus()

    @on(Offers.Counted)
    def _counted(self, event: Offers.Counted) -> None:
        event.stop()
        if event.offers is self._offers.offers:
            self._offers.show_counts(event.counts)

    def use_key(self, key: str) -> bool:
        """Do what a key means for the offers; False where that is nothing."""
        offers = self._offers
        if self._ready and (key == "tab" or key in _STEPS):
            self._read_text()
        if key in _MEANING_OFFERS and self._ready:
            self._catch_up()
        if key in _KEEPING and not self._ready:
            self._replaces = self._replaces and bool(self._early)
        elif key == "tab" and self._ready:
            self._complete_word()
        elif key in _STEPS and offers.offers:
            offers.step(_STEPS[key])
            self._tell_offers()
        elif key == "enter" and offers.chosen is not None:
            self._put_in(offers.chosen)
        elif key == "escape" and offers.chosen is not None:
            offers.show(offers.offers, *self._room)
            self._tell_offers()
        else:
            return False
        return True

    def _complete_word(self) -> None:
        """Write the chosen offer or the first, or what was guessed; else show what there is."""
        offers, text = self._offers, self._input.value
        first = offers.offers[0] if offers.offers and offers.chosen is None else None
        if first is not None and self._prompt.widens(text, first):
            # It is chosen only, for its count to be seen before the word is gone.
            offers.step(1)
            self._tell_offers()
        elif offers.offers:
            self._put_in(offers.chosen or 0)
        elif self._guesses:
            self._input.put(self._guesses[0].query)
        else:
            self._offer(unasked=False)

    @property
    def _room(self) -> tuple[int, int]:
        return width(self._label.text), self.size.width

    def _put_in(self, number: int) -> None:
        """Write an offer in place of what it completes, and a space where that is all."""
        offer = self._offers.offers[number]
        text, end = offer.applied(self._input.value), offer.start + len(offer.replacement)
        goes_on = self._prompt.goes_on or offer.replacement.endswith(":")
        if not goes_on and end == len(text):
            text += " "
            end = self._after_space = len(text)
        self._input.put(text, end)

    def _close_up(self) -> None:
        """Take the space that stood ready back where a comma, bracket or space is typed."""
        text = self._input.value
        self._input.close_up(self._after_space)
        if len(text) != self._after_space:
            self._after_space = 0

    def _offer(self, unasked: bool = True) -> None:
        """Show what the word at the cursor may become; unasked only where one is begun."""
        value, cursor = self._input.value, self._input.cursor_position
        self._offered_for = value
        begun = value[:cursor].rpartition(" ")[2].strip("-(")
        offers: Sequence[Completion] = ()
        if self._prompt.offers and (begun or not unasked):
            found = self._prompt.complete(value, cursor)
            offers = [offer for offer in found if offer.applied(value) != value]
        self._offers.show(offers, *self._room)
        self._count_offers()
        if not unasked:
            self._show_hint()

    def _tell_offers(self) -> None:
        """Say what enter takes, and count what is in sight."""
        self._show_hint()
        self._count_offers()

    def _count_offers(self) -> None:
        """Have a worker count what the offers in sight would leave."""
        offers, seen, value = self._offers.offers, self._offers.seen, self._input.value
        if not offers:
            return

        def count() -> None:
            left = {number: self._prompt.leaves(offers[number].applied(value)) for number in seen}
            known = {number: events for number, events in left.items() if events is not None}
            self.post_message(Offers.Counted(offers, known))

        self.run_worker(count, thread=True, exclusive=True, group="offers")
