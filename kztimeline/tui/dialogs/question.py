"""A line to type an answer into, over the foot of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from kztimeline.text.cells import width
from kztimeline.text.one_line import pasted_line
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.prompt_lines import said_lines
from kztimeline.tui.widgets.line_input import LineInput
from kztimeline.tui.widgets.lines.prompt_lines import Hint, PromptLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from kztimeline.tui.workspace.choices import Doing

_UNANSWERED: Final = "enter accepts what is typed · esc cancels"


class QuestionDialog(Dialog[None]):
    """Asks for one line of text and stays until it is accepted or left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def __init__(
        self,
        prompt: str,
        text: str,
        hint: str,
        accept: Callable[[str], str | Doing],
        *,
        replace: bool = False,
    ) -> None:
        """Prepare the question.

        Args:
            prompt: A word for what is asked.
            text: What stands there to begin with.
            hint: What may be typed.
            accept: Uses an answer; returns '', why it must be given again, or what takes a while.
            replace: Whether typing replaces the text that stands there.
        """
        super().__init__()
        self._label = PromptLabel(prompt)
        self._text = pasted_line(text)
        self._input = LineInput(self._text, self._refuse)
        self._replaces = replace
        self._hint = Hint()
        self._help = hint
        self._accept = accept
        self._doing: Doing | None = None

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        with Vertical(id="question"):
            with Horizontal():
                yield self._label
                yield self._input
            yield self._hint

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()
        if self._replaces:
            self._input.select_to_replace()
        self._say(self._help, "quiet")

    def leave(self) -> None:
        """Close the question, but not over a text that nobody has answered for."""
        if self._doing:
            return
        if self._input.value == self._text:
            self.dismiss()
        else:
            self._refuse(_UNANSWERED)

    @property
    def hint(self) -> str:
        """What the line under the text says."""
        return self._hint.text

    def _say(self, text: str, role: str) -> None:
        indent = width(self._label.text)
        self._hint.show(lambda cells: said_lines(cells, indent, text, role))

    def _refuse(self, said: str) -> None:
        self._say(said, "mistake")

    def action_give_up(self) -> None:
        """Close the question; what an answer has begun is given up where that is still possible."""
        if self._doing is None or self._doing.give_up():
            self.dismiss()

    @on(Input.Changed)
    def _changed(self) -> None:
        if self._doing is None:
            self._say(self._help, "quiet")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        # An enter that was typed meanwhile is no second answer.
        if self._dismissed or self._doing or not self.is_current:
            return
        answer = self._accept(event.value.strip())
        if isinstance(answer, str):
            self._answered(answer)
            return
        self._doing = answer
        self.set_focus(None)
        self._say(f"{answer.said} · esc cancels", "quiet")
        answer.begin(self._answered)

    def _answered(self, problem: str) -> None:
        self._doing = None
        if problem:
            self._input.focus()
            self._say(problem, "mistake")
        else:
            self.dismiss()
