"""What is typed into the bar for one purpose: what every purpose has, to be extended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from kztimeline.query import Completion, Guess
    from kztimeline.session.view import History, View


class Outcome(NamedTuple):
    """What a text that is being typed comes to: in a few words, or why it can be nothing."""

    text: str = ""
    mistake: str = ""


class Submitted(NamedTuple):
    """What becomes of a text that was submitted.

    Attributes:
        refusal: Why it must be mended; empty for nothing.
        keeps: Whether the view that the typing has led to stays, as one step; else the
            view comes back at which it began.
        then: Is called when the bar is closed.
    """

    refusal: str = ""
    keeps: bool = True
    then: Callable[[], object] = lambda: None


class Prompt:
    """A purpose: its text to begin with, its hints, and what is done with what is typed.

    Attributes:
        label: What stands before the text.
        hints: What may be typed, the longest text first.
        replaces: Whether typing takes the place of the text that the bar opens with.
        offers: Whether completions are offered as soon as a word is begun.
        guesses: Whether it is guessed what is meant where nothing comes of a text.
        goes_on: Whether a completion that is taken is not followed by a space.
        asks: Whether the text is a query, of which an answer comes.
        filters: Whether that query is the filter.
    """

    label: ClassVar[str] = ""
    hints: ClassVar[Sequence[str]] = ()
    replaces: ClassVar[bool] = False
    offers: ClassVar[bool] = False
    guesses: ClassVar[bool] = False
    goes_on: ClassVar[bool] = False
    asks: ClassVar[bool] = False
    filters: ClassVar[bool] = False

    def text(self) -> str:
        """Return what the bar opens with."""
        return ""

    def hints_for(self, _text: str) -> Sequence[str]:
        """Return what may be typed after a text, the longest wording first."""
        return self.hints

    def complete(self, _text: str, _cursor: int) -> Sequence[Completion]:
        """Return what the word at a position of the text may become."""
        return ()

    def leaves(self, _text: str) -> int | None:
        """Return how many events a text leaves, or None where that cannot be told."""
        return None

    def widens(self, text: str, offer: Completion) -> bool:
        """Tell whether a text finds something, and what is offered for its word finds more."""
        from kztimeline.query.completion import finds_more

        now = self.leaves(text)
        return bool(now) and finds_more(self.leaves(offer.applied(text)), now)

    def guess(self, _text: str) -> Sequence[Guess]:
        """Return what may be meant by a text of which nothing comes."""
        return ()

    def use(self, _text: str, _start: View) -> Outcome:
        """Show what the text typed so far asks for, and say what that is.

        Args:
            _text: What is typed.
            _start: The view at which the typing began.
        """
        return Outcome()

    def submit(self, _text: str, _start: View) -> Submitted:
        """Use the text for good."""
        return Submitted()

    def cancel(self) -> None:
        """Take back what was done for the text beside the view."""

    # What the answers come to

    def count(self) -> str:
        """Return what has been found, in a few words."""
        return ""

    def leads_somewhere(self) -> bool:
        """Tell whether what is typed so far leads to an event that is shown."""
        return True

    def arrive(self) -> None:
        """Go to what has been found."""

    def forget_start(self) -> None:
        """Go on from where the reader is, since the timeline is another."""

    def end(self, _before: History | None) -> None:
        """Say what has come of a text after the bar is closed and its answer is there.

        Args:
            _before: The views before the typing began; None where nothing was typed.
        """
