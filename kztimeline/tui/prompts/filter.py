"""Typing a filter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from kztimeline.tui.prompts.query import QueryPrompt
from kztimeline.tui.workspace.prompt import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.session.view import History, View


class FilterPrompt(QueryPrompt):
    """Shows only the events that match, as the text is typed."""

    label: ClassVar[str] = "filter"
    hints: ClassVar[Sequence[str]] = (
        'topic:…  actor:…  in:2012  "a phrase"  -without  a or b',
        'topic:…  in:2012  "a phrase"  -without',
        "topic:… in:2012 -without",
    )

    replaces: ClassVar[bool] = True
    filters: ClassVar[bool] = True

    def text(self) -> str:
        """Return the present filter; typing replaces it, → keeps it."""
        return self.workspace.session.view.query

    def use(self, text: str, _start: View) -> Outcome:
        """Filter by the text."""
        to_list = self.workspace.session.view.without_page_of_day()
        self.workspace.ask(query=text, filtering=True, **to_list)
        return Outcome()

    def _ask_what_is_meant(self, query: str) -> None:
        """Have what may be meant by a filter that nothing matches stand on the empty page."""
        show = partial(self.workspace.show_guesses, query)
        self.workspace.program.work(partial(self.guess, query), show, latest="guesses")

    def end(self, before: History | None) -> None:
        """Say of words that name a date or a state that they were looked for as words.

        With the filter goes what was said of its matches.
        """
        query = self.workspace.session.view.active_query
        if not query and self.workspace.session.view.certain:
            self.workspace.ask(record=False, certain=False)
        if not query or before is None:
            return
        if said := self.looked_for_as_words(query):
            self.workspace.say(said)
        elif not self.workspace.session.shown:
            self._ask_what_is_meant(query)
