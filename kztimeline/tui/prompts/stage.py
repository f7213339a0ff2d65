"""Where the bar stands, as the typing sees it.

Types alone: nothing imports this while the program runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kztimeline.query import QueryError
    from kztimeline.tui.workspace.prompt import Prompt
    from kztimeline.tui.workspace.session import Session
    from kztimeline.tui.workspace.view_requests import ViewRequests


class BarPort(Protocol):
    """The line for typing, as it stands on the screen."""

    @property
    def text(self) -> str:
        """What is typed so far."""

    mistaken: bool
    """Whether the text has a mistake."""

    @property
    def unfinished(self) -> bool:
        """Whether the last word may become the name of a field."""

    def use_key(self, key: str) -> bool:
        """Do what a key means for the completions; False where that is nothing."""

    def insert(self, text: str) -> None:
        """Add text that came before the bar had the keys."""

    def show_count(self, count: str) -> None:
        """Show how many events match."""

    def show_mistake(self, mistake: QueryError) -> None:
        """Point at a mistake in the text."""

    def insist(self) -> None:
        """Point at the mistake again, since the text was to be used."""

    def show_refusal(self, text: str) -> None:
        """Say why the text cannot be used."""

    def guess(self) -> None:
        """Have it guessed what is meant by the text."""


class Stage(Protocol):
    """Where the bar stands, and what is changed by what is typed into it."""

    @property
    def session(self) -> Session:
        """What is shown."""

    @property
    def views(self) -> ViewRequests:
        """Takes the session to another view."""

    def open_bar(self, prompt: Prompt) -> BarPort:
        """Put the bar on the screen."""

    def close_bar(self) -> None:
        """Take the bar away at once, so that no further key is typed into it."""

    @property
    def height_of_cursor(self) -> int | None:
        """How many lines stand above the selected event in sight; None where there is none."""

    def hold(self, height: int | None) -> None:
        """Have the selected event stand so many lines below the top."""

    def show_state(self) -> None:
        """Show what is chosen."""

    def show_title(self) -> None:
        """Show how much is chosen by what, and whether that is what is typed."""

    def say(self, message: str) -> None:
        """Tell the reader something."""

    def unsay(self, message: str) -> None:
        """Take back what was said, if nothing else was said since."""
