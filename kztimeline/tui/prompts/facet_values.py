"""Typing which values the facets panel shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from kztimeline.tui.workspace.prompt import Outcome, Prompt, Submitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.session.view import View
    from kztimeline.tui.workspace.workspace import FacetsPort, Workspace


class ValuesPrompt(Prompt):
    """Shows only the values that have the words in their names."""

    label: ClassVar[str] = "values"
    hints: ClassVar[Sequence[str]] = (
        "the beginnings of words; enter keeps what is left, esc cancels",
        "beginnings of words · esc cancels",
    )
    replaces: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, facets: FacetsPort) -> None:
        self.workspace = workspace
        self._facets = facets
        self._words_before = facets.words

    def text(self) -> str:
        """Return the words the panel is narrowed to."""
        return self._words_before

    def use(self, text: str, _start: View) -> Outcome:
        """Narrow the panel to the text, and say how many values are left."""
        return Outcome(self._facets.narrow(text))

    def submit(self, text: str, _start: View) -> Submitted:
        """Keep the panel narrowed."""
        self._facets.narrow(text)
        if not text:
            return Submitted()
        said = f"Values with {text}; {self.workspace.key('back')} shows all."
        return Submitted(then=partial(self.workspace.say, said))

    def cancel(self) -> None:
        """Show the values that were in sight before."""
        self._facets.narrow(self._words_before)
