"""Where the bar stands for typing, above the foot of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.tui.workspace.type_ahead import KeyPress

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Key

    from kztimeline.tui.screens.drawing import Drawing
    from kztimeline.tui.screens.spans import SpanScreen
    from kztimeline.tui.widgets.prompt_bar import PromptBar
    from kztimeline.tui.workspace.prompt import Prompt
    from kztimeline.tui.workspace.session import Session
    from kztimeline.tui.workspace.view_requests import ViewRequests


class ScreenStage:
    """Opens and closes the bar, which takes the place of the footer.

    Attributes:
        session: What is shown.
        use_key: Does what a key means; given as soon as that can be told.
        use_text: Shows what a text comes to that was typed for a prompt; given likewise.
        views: Takes the session to another view; given as soon as there is one.
        show_state: Shows what is chosen.
        show_title: Shows how much is chosen by what.
        say: Tells the reader something.
        unsay: Takes it back.
        hold: Has the selected event stand so many lines below the top.
    """

    use_key: Callable[[KeyPress], bool]
    use_text: Callable[[Prompt, str], object]
    views: ViewRequests

    def __init__(
        self,
        screen: SpanScreen,
        session: Session,
        drawing: Drawing,
        show_state: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._drawing = drawing
        self._bar: PromptBar | None = None
        self.session = session
        self.show_state = show_state
        self.say, self.unsay = drawing.footer.say, drawing.footer.unsay
        self.hold = drawing.list.hold
        self.show_title = drawing.show_title
        drawing.misreads = lambda: self._bar is not None and self._bar.points_at_mistake

    @property
    def height_of_cursor(self) -> int | None:
        """How many lines stand above the selected event in sight; None where there is none."""
        return self._drawing.list.height_of_cursor

    def open_bar(self, prompt: Prompt) -> PromptBar:
        """Put the bar on the screen."""
        from kztimeline.tui.widgets.prompt_bar import PromptBar

        self._bar = PromptBar(prompt, self._use_key, self._show_typed)
        self._drawing.footer.show_keys(False)
        self._drawing.show_where_keys_go(typing=True)
        self._screen.mount(self._bar, before="#footer")
        # The list has made room by then.
        self._screen.call_after_refresh(self._drawing.draw_ahead)
        return self._bar

    def close_bar(self) -> None:
        """Take the bar away at once, so that no further key is typed into it."""
        if self._bar is not None:
            self._bar.remove()
            self._bar = None
            self._drawing.footer.show_keys(True)
            self._drawing.show_where_keys_go()
            self._screen.set_focus(None)

    def _show_typed(self, prompt: Prompt, text: str) -> None:
        self.use_text(prompt, text)
        self._screen.draw_at_once()

    def _use_key(self, event: Key) -> bool:
        return self.use_key(KeyPress(event.key, event.character))
