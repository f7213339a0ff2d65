"""What the reader types into the bar, from its opening to what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kztimeline.query import QueryError
    from kztimeline.session.search import Found
    from kztimeline.session.view import History, View
    from kztimeline.tui.prompts.stage import BarPort, Stage
    from kztimeline.tui.workspace.prompt import Prompt, Submitted

KEYS_OF_LIST: Final = frozenset({"down", "up", "pagedown", "pageup"})
"""The keys that move in the list while the bar is open."""
_SEARCHING: Final = "Searching …"


class Typing:
    """A prompt while its bar is open, and until the answer to it has come."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._bar: BarPort | None = None
        self._prompt: Prompt | None = None
        self._before: History | None = None
        self._height_before: int | None = None
        self._is_submitting = False
        # What was submitted and refused, which the bar may report only then, with what was said.
        self._refusals: dict[str, str] = {}

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._bar is not None

    @property
    def accepted(self) -> View:
        """What is shown, or what was before something is typed that is not accepted as yet."""
        before = self._before if self.is_open else None
        return self._stage.session.view if before is None else before.present

    @property
    def filter(self) -> str | None:
        """The filter that is typed so far; None where none is, or nothing comes of it."""
        bar, prompt = self._bar, self._prompt
        if bar is None or prompt is None or not prompt.filters or bar.mistaken:
            return None
        return bar.text

    def open(self, prompt: Prompt) -> None:
        """Open the line for typing."""
        self._prompt = prompt
        self._before = self._stage.session.history
        self._refusals.clear()
        self._height_before = self._stage.height_of_cursor
        self._bar = self._stage.open_bar(prompt)

    def await_answer(self, prompt: Prompt, **changes: object) -> None:
        """Ask for another view, and let a prompt say what has come of it."""
        self._prompt = prompt
        self._stage.views.ask(True, **changes)
        if not self._stage.session.waits:
            self.show_answer()

    def give_way(self, keys: Collection[str] = ()) -> None:
        """Close the bar for a click, or an action with some keys: a query stands as it is typed.

        All else is left. What only moves in the list leaves the bar open.
        """
        if not KEYS_OF_LIST.isdisjoint(keys):
            return
        if self._bar is not None and self._prompt is not None and self._prompt.asks:
            self._submit(self._bar.text.strip())
        if self._bar is not None:
            self._cancel()

    def use_key(self, key: str) -> bool:
        """Do what a key means for the open bar; False where that is nothing."""
        if self._bar is None:
            return False
        if self._bar.use_key(key):
            return True
        if key == "enter":
            self._submit(self._bar.text.strip())
        elif key == "escape":
            self._cancel()
        else:
            return False
        return True

    def add_early_text(self, text: str) -> bool:
        """Take a text that came for the bar, but before the bar had the keys."""
        if self._bar is None:
            return False
        self._bar.insert(text)
        return True

    def use(self, prompt: Prompt, text: str) -> None:
        """Show what the text typed so far asks for."""
        bar, before = self._bar, self._before
        if bar is None or before is None or prompt is not self._prompt:
            # What a bar closed meanwhile has reported late leads nowhere.
            return
        if prompt.asks:
            bar.mistaken = False
            prompt.use(text, before.present)
            if bar.mistaken and text in self._refusals:
                bar.insist()
                self._stage.show_title()
            elif not self._stage.session.waits and not bar.mistaken:
                # What is asked for is what is shown already, after a space or back again.
                bar.show_count(prompt.count())
        elif text == bar.text.strip():
            leads = prompt.use(text, before.present)
            if mistake := leads.mistake or self._refusals.get(text, ""):
                bar.show_refusal(mistake)
            else:
                bar.show_count(leads.text)

    def _submit(self, text: str) -> None:
        bar, prompt, before = self._bar, self._prompt, self._before
        if bar is None or prompt is None or before is None:
            return
        # Keys may come faster than the bar reports its text.
        if prompt.asks:
            self._is_submitting = True
            prompt.use(text, before.present)
            self._is_submitting = False
            if bar.mistaken:
                self._refusals[text] = ""
                bar.insist()
                self._stage.show_title()
                return
        submitted = prompt.submit(text, before.present)
        if submitted.refusal:
            self._refusals[text] = submitted.refusal
            bar.show_refusal(submitted.refusal)
        else:
            self._end_typing(submitted, before)
            submitted.then()

    def _end_typing(self, submitted: Submitted, before: History) -> None:
        """Close the bar; what was typed is one step, which undo takes back, or none."""
        if not submitted.keeps:
            self._leave(before)
            return
        self._bar = None
        self._stage.close_bar()
        self._stage.views.close_step(before)
        if not self._stage.session.waits:
            self._end_with_answer()

    def _cancel(self) -> None:
        """Close the bar and go back to what stood before it was opened."""
        if self._prompt is not None and self._before is not None:
            self._prompt.cancel()
            self._leave(self._before)

    def _leave(self, before: History) -> None:
        self._bar = self._prompt = self._before = None
        # Whatever is still being answered counts no more.
        self._stage.close_bar()
        self._stage.views.head_for(before)
        self._stage.hold(self._height_before)
        self._stage.show_state()

    def _end(self) -> None:
        """Forget where the typing began; what is selected now is where the reader is."""
        self._prompt = self._before = None
        self._stage.views.settle()
        self._stage.show_state()

    def reconcile(self, reconciled: Callable[[View], View]) -> None:
        """Go over to another timeline; a search goes on from the event selected there."""
        if self._before is not None and self._prompt is not None:
            self._before = self._before.each(reconciled)
            self._prompt.forget_start()

    # What the answers come to

    def waits_for_more(self, found: Found) -> bool:
        """Tell whether what is typed so far is better not shown."""
        bar, prompt = self._bar, self._prompt
        if bar is None or prompt is None or not prompt.asks or self._is_submitting:
            return False
        if found.positions or not bar.unfinished:
            return False
        # The count of what stays in sight is not that of the text.
        bar.show_count("unfinished")
        self._stage.show_title()
        return True

    def show_answer(self) -> None:
        """Show what the text has come to, at the first event found."""
        self._stage.unsay(_SEARCHING)
        prompt, bar = self._prompt, self._bar
        if prompt is not None:
            prompt.arrive()
        if bar is None:
            self._end_with_answer()
        elif prompt is not None and prompt.asks:
            bar.show_count(prompt.count())
            if not prompt.leads_somewhere():
                bar.guess()

    def _end_with_answer(self) -> None:
        """Forget where the typing began, and let the prompt say what has come of it."""
        prompt, before = self._prompt, self._before
        self._end()
        if prompt is not None:
            prompt.end(before)

    def show_wait(self) -> None:
        """Show that an answer is still out."""
        if self._bar is not None:
            self._bar.show_count(_SEARCHING)
        else:
            self._stage.say(_SEARCHING)

    def show_mistake(self, mistake: QueryError) -> None:
        """Show what is wrong with the text."""
        if self._bar is not None:
            self._bar.show_mistake(mistake)
            self._stage.show_title()
        else:
            self._end()
            self._stage.say(str(mistake))
