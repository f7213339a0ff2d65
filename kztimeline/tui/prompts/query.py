"""What the typing of a query has in common, whether it filters or finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kztimeline.query.completion import best_first
from kztimeline.tui.workspace.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.query import Completion, Guess
    from kztimeline.tui.workspace.workspace import Workspace


class QueryPrompt(Prompt):
    """A text in the query language, completed, counted and guessed over the present view."""

    offers: ClassVar[bool] = True
    guesses: ClassVar[bool] = True
    asks: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._view = workspace.session.view.but(filtering=True)
        event = workspace.session.event
        self._here = event.id if event is not None else ""

    def whole(self, text: str) -> str:
        """Return the query that a text stands for."""
        return text

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return what the word at a position of the text may become, the best first."""
        search = self.workspace.session.search
        found = search.complete(text, cursor, self._view)
        if search.is_ready:
            found = best_first(found, text, self.leaves)
        if self._here and text[:cursor].endswith(":"):
            # Of all events, that is most likely to be meant which was selected.
            found = sorted(found, key=lambda offer: offer.replacement != self._here)
        return found

    def leaves(self, text: str) -> int | None:
        """Return how many events a text leaves, or None where it has a mistake."""
        return self.workspace.session.leaves(self._view.but(query=self.whole(text)))

    def looked_for_as_words(self, text: str) -> str:
        """Return what to say of a text whose last words name a date or a state, or nothing."""
        from kztimeline.query.completion import field_meant

        meant = field_meant(text, len(text))
        count = self.leaves(meant.applied(text)) if meant else None
        if meant is None or not count:
            return ""
        by = "by date" if meant.replacement.startswith("in:") else "by field"
        words = text[meant.start :]
        return f"“{words}” was looked for in texts; {by}: {meant.replacement} ({count})"

    def guess(self, text: str) -> Sequence[Guess]:
        """Return what may be meant by a text of which nothing comes."""
        return self.workspace.session.search.guesses(text, self.leaves)

    def count(self) -> str:
        """Return how many events are shown."""
        return self.workspace.session.count()

    def leads_somewhere(self) -> bool:
        """Tell whether any event is shown."""
        return bool(self.workspace.session.shown)
