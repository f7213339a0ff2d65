"""What helps with the text of a bar: completions, counts of what it leaves, and guesses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.session.search import best_first

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.query import Completion, Guess
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.messages import Purpose


class TypingHelp(NamedTuple):
    """What helps with a text.

    Attributes:
        complete: Returns what the word at a position of the text may become.
        leaves: Returns how many events a text leaves, or None where that cannot be told.
        guess: Returns what may be meant by a text of which nothing comes.
    """

    complete: Callable[[str, int], Sequence[Completion]]
    leaves: Callable[[str], int | None]
    guess: Callable[[str], Sequence[Guess]]


def typing_help(screen: TimelineScreen, purpose: Purpose) -> TypingHelp:
    """Return what helps with the text of a bar over the present view."""
    if purpose == "save":
        from kztimeline.tui.dialogs.saved_views import complete_name

        complete_view = partial(complete_name, screen.timeline)
        return TypingHelp(complete_view, lambda _text: None, lambda _text: ())
    view = screen.view.but(filtering=True)
    # A find adds to the filter, where that is on; a filter takes its place.
    before = f"({screen.view.active_query}) " if screen.view.active_query else ""
    query = f"{before}(%s)" if purpose == "find" else "%s"

    def leaves(text: str) -> int | None:
        return screen.leaves(view.but(query=query.replace("%s", text)))

    def complete(text: str, cursor: int) -> Sequence[Completion]:
        found = screen.search.complete(text, cursor, view)
        return best_first(found, text, leaves) if screen.search.is_ready else found

    return TypingHelp(complete, leaves, partial(screen.search.guesses, leaves=leaves))
