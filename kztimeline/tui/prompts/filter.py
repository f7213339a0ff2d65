"""Typing a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kztimeline.tui.prompts.query import QueryPrompt
from kztimeline.tui.workspace.prompt import Preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.session.view import View


class FilterPrompt(QueryPrompt):
    """Shows only the events that match, as the text is typed."""

    label: ClassVar[str] = "filter"
    hints: ClassVar[Sequence[str]] = (
        'topic:…  actor:…  in:2012  "a phrase"  -without  a or b',
        'topic:…  in:2012  "a phrase"  -without',
        "topic:… in:2012 -without",
    )

    def text(self) -> str:
        """Return the present filter; whoever types on adds a word to it."""
        query = self.workspace.session.view.query
        return f"{query} " if query else ""

    def use(self, text: str, _start: View) -> Preview:
        """Filter by the text."""
        self.workspace.ask(query=text, filtering=True)
        return Preview()
