"""The views that are asked for, and how they come to be the present one.

A view that needs a query answered is first asked for and takes effect when a worker
has answered; until then the present one stays. Only the last one asked for counts. What is
being typed is answered at once where that takes no time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.session.view import History

if TYPE_CHECKING:
    from kztimeline.query import QueryError
    from kztimeline.session.resume import Start
    from kztimeline.session.search import Found
    from kztimeline.session.view import View
    from kztimeline.tui.workspace.session import Session
    from kztimeline.tui.workspace.workspace import Program, TypingPort

_PATIENCE: Final = 0.3
_AT_ONCE: Final = 200_000
"""Up to this many events, and where the index is there, a query takes no longer than a frame."""


class _AnsweredView(NamedTuple):
    """What a worker has found for a view, or the mistake in its queries."""

    found: Found | None
    hits: Found | None
    mistake: QueryError | None = None


class ViewRequests:
    """Takes a session from the view that is shown to the one that is asked for."""

    def __init__(
        self,
        session: Session,
        program: Program,
        typing: TypingPort,
        arrived: Callable[[View], None],
        rest: Callable[[], None],
    ) -> None:
        """Prepare.

        Args:
            session: What is changed when a view comes.
            program: Does the queries.
            typing: What is typed.
            arrived: Is called when a view has come, with the one before.
            rest: Is called when nothing is asked for any more.
        """
        self._session = session
        self._program = program
        self._typing = typing
        self._arrived = arrived
        self._rest = rest
        self._number = 0

    def begin(self, start: Start) -> None:
        """Start with a view whose queries are answered."""
        session = self._session
        session.history = session.ahead = History(start.view)
        session.found, session.hits = start.found, start.hits

    def ask(self, record: bool = True, **changes: object) -> None:
        """Show another view; one that needs a query answered follows when it is.

        Args:
            record: Whether undo comes back to the present view; what is typed is one step.
            changes: The fields of the view that change.
        """
        ahead, view = self._session.ahead, self._session.coming.but(**changes)
        one_step = record and not self._typing.is_open
        self.head_for(ahead.record(view) if one_step else ahead.amend(view))

    def show_view(self, view: View) -> None:
        """Show another view altogether; undo returns."""
        self.head_for(self._session.ahead.record(view))

    def travel(self, travel: Callable[[History], History]) -> None:
        """Show an earlier or later view of the history."""
        ahead = self._session.ahead
        there = travel(ahead)
        if there is not ahead:
            self.head_for(there)

    def head_for(self, history: History) -> None:
        """Show another view, at once or when its queries are answered."""
        session = self._session
        session.ahead = history
        self._number += 1
        number, view = self._number, history.present
        if view.question == session.view.question:
            self._arrive()
            self._rest()
            return
        if self._is_answered_at_once(view):
            self._answered(number, self._answer(view))
            return
        self._program.work(
            partial(self._answer_last, number, view),
            partial(self._answered, number),
            latest="query",
        )
        self._program.later(_PATIENCE, partial(self._excuse, number))

    def _is_answered_at_once(self, view: View) -> bool:
        """Tell whether a view is to be answered before anything is drawn.

        That is what is being typed, and what asks nothing.
        """
        session = self._session
        if not (view.active_query or view.find):
            return True
        few = len(session.timeline.events) <= _AT_ONCE
        return self._typing.is_open and few and session.search.is_ready and not view.as_of

    def _excuse(self, number: int) -> None:
        """Say why nothing happens, where an answer takes its time."""
        if self._session.waits and number == self._number:
            self._typing.show_wait()

    def settle(self) -> None:
        """Make the event that is selected the cursor, wherever that was hidden."""
        session = self._session
        event = session.event
        if event is None:
            return
        waits = session.waits
        session.history = session.history.amend(session.view.but(cursor=event.id))
        if not waits:
            session.ahead = session.history

    def stay(self) -> None:
        """Give up what is asked for."""
        self._session.ahead = self._session.history

    def close_step(self, before: History) -> None:
        """Make everything since a history one change of it, which undo takes back."""
        session = self._session
        waits, coming = session.waits, before.record(session.coming)
        session.history = before.record(session.view)
        session.ahead = coming if waits else session.history

    def reconcile(self, reconciled: Callable[[View], View]) -> tuple[bool, str]:
        """Go over to another timeline, answering the present view anew.

        What is asked for is to be headed for again.

        Args:
            reconciled: Makes a view of the timeline before into one of the other.

        Returns:
            Whether something is asked for, and what to say of a query that was dropped.
        """
        session = self._session
        self._number += 1
        waits = session.waits
        session.history, session.ahead = (
            session.history.each(reconciled),
            session.ahead.each(reconciled),
        )
        said = self._answer_present()
        if not waits:
            session.ahead = session.history
        return waits, said

    def _answer_present(self) -> str:
        """Answer the queries of the present view; drop what can no longer be read and say it."""
        session, search = self._session, self._session.search
        view, said = session.view, []
        found = self._answer(view.but(find=""))
        hits = self._answer(view.but(query="")) if view.find else _AnsweredView(None, None)
        for name, answer in (("query", found), ("find", hits)):
            if answer.mistake is not None:
                session.history = session.history.amend(session.view.but(**{name: ""}))
                said.append(f"{getattr(view, name)} is dropped: {answer.mistake}")
        session.found, session.hits = found.found or search.everything, hits.hits
        return said[-1] if said else ""

    def _answer_last(self, number: int, view: View) -> _AnsweredView:
        """Answer a view in a thread, unless another was asked for while the index was awaited."""
        self._session.search.await_index()
        return self._answer(view) if number == self._number else _AnsweredView(None, None)

    def _answer(self, view: View) -> _AnsweredView:
        """Answer the queries of a view; may run in a thread."""
        from kztimeline.query import QueryError

        search = self._session.search
        try:
            found = search.run(view.active_query, view.certain, view.as_of)
            hits = search.run(view.find, as_of=view.as_of) if view.find else None
            return _AnsweredView(found, hits)
        except QueryError as mistake:
            return _AnsweredView(None, None, mistake)

    def _answered(self, number: int, answer: _AnsweredView) -> None:
        if number != self._number:
            return
        session = self._session
        if answer.mistake is not None or answer.found is None:
            self.stay()
            if answer.mistake is not None:
                self._typing.show_mistake(answer.mistake)
        elif self._typing.waits_for_more(answer.found):
            self.stay()
        else:
            session.found, session.hits = answer.found, answer.hits
            self._arrive()
            self._typing.show_answer()
        self._rest()

    def _arrive(self) -> None:
        session = self._session
        before, session.history = session.view, session.ahead
        self._arrived(before)
