"""The views of the screen: the present one, its history, and the one that is asked for.

A view that needs a query answered is first asked for and takes effect when a worker
has answered; until then the present one stays. Only the last one asked for counts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.session.view import History, View

if TYPE_CHECKING:
    from kztimeline.query import QueryError
    from kztimeline.session.resume import Start
    from kztimeline.session.search import Found
    from kztimeline.tui.screens.timeline import TimelineScreen


_PATIENCE: Final = 0.3


class Asking:
    """What a screen shows, what it will show, and the answers to the queries of the first.

    Attributes:
        history: What is shown, between the views before and after it.
        ahead: The same with what is asked for and not answered yet.
        found: The answer to the filter of the present view.
        hits: The answer to its find, or None where it has none.
    """

    def __init__(self, screen: TimelineScreen, view: View) -> None:
        self._screen = screen
        self.history = self.ahead = History(view)
        self.found = screen.search.everything
        self.hits: Found | None = None
        self._number = 0

    @property
    def waits(self) -> bool:
        """Whether something is asked for and not answered yet."""
        return self.ahead is not self.history

    def begin(self, start: Start) -> None:
        """Start with a view whose queries are answered."""
        self.history = self.ahead = History(start.view)
        self.found, self.hits = start.found, start.hits

    def head_for(self, history: History) -> None:
        """Show another view, at once or when its queries are answered."""
        self.ahead = history
        self._number += 1
        number, view = self._number, history.present
        if view.question == self.history.present.question:
            self._arrive()
            self._screen.held_keys.release()
            return

        def answer() -> None:
            self._answer(number, view)

        self._screen.run_worker(answer, thread=True, exclusive=True, group="query")
        self._screen.set_timer(_PATIENCE, partial(self._excuse, number))

    def _excuse(self, number: int) -> None:
        """Say why nothing happens, where an answer takes its time."""
        if self.waits and number == self._number:
            self._screen.entry.show_wait()

    def settle(self, cursor: str) -> None:
        """Make an event, which is selected, the cursor of the present view."""
        waits = self.waits
        self.history = self.history.amend(self.history.present.but(cursor=cursor))
        if not waits:
            self.ahead = self.history

    def stay(self) -> None:
        """Give up what is asked for."""
        self.ahead = self.history

    def close_step(self, before: History) -> None:
        """Make everything since a history one change of it, which undo takes back."""
        waits, coming = self.waits, before.record(self.ahead.present)
        self.history = before.record(self.history.present)
        self.ahead = coming if waits else self.history

    def follow(self, follow: Callable[[View], View]) -> bool:
        """Go over to another timeline, answering the present view anew.

        What is asked for is to be headed for again.

        Args:
            follow: Makes a view of the timeline before into one of the other.

        Returns:
            Whether something is asked for.
        """
        self._number += 1
        waits = self.waits
        self.history, self.ahead = self.history.each(follow), self.ahead.each(follow)
        self._answer_present()
        if not waits:
            self.ahead = self.history
        return waits

    def _answer_present(self) -> None:
        """Answer the queries of the present view, or drop what can no longer be read."""
        view, search = self.history.present, self._screen.search
        query = partial(search.run, view.active_query, view.certain)
        self.found = self._answer_now("query", query) or search.everything
        hits = partial(search.run, view.find)
        self.hits = self._answer_now("find", hits) if view.find else None

    def _answer_now(self, name: str, answer: Callable[[], Found]) -> Found | None:
        from kztimeline.query import QueryError

        try:
            return answer()
        except QueryError as mistake:
            view = self.history.present
            self.history = self.history.amend(view.but(**{name: ""}))
            self._screen.say(f"{getattr(view, name)} is dropped: {mistake}")
            return None

    def _answer(self, number: int, view: View) -> None:
        """Answer the queries of a view; runs in a thread."""
        from kztimeline.query import QueryError

        search = self._screen.search
        try:
            found = search.run(view.active_query, view.certain)
            hits = search.run(view.find) if view.find else None
        except QueryError as mistake:
            self._screen.call_later(self._mistaken, number, mistake)
        else:
            self._screen.call_later(self._answered, number, found, hits)

    def _answered(self, number: int, found: Found, hits: Found | None) -> None:
        if number != self._number:
            return
        if self._screen.entry.waits_for_more(found):
            self.stay()
        else:
            self.found, self.hits = found, hits
            self._arrive()
            self._screen.entry.show_answer()
        self._screen.held_keys.release()

    def _mistaken(self, number: int, mistake: QueryError) -> None:
        if number == self._number:
            self.stay()
            self._screen.entry.show_mistake(mistake)
            self._screen.held_keys.release()

    def _arrive(self) -> None:
        before, self.history = self.history.present, self.ahead
        self._screen.show_change(before)
