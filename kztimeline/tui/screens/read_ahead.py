"""What the next moves would show, drawn while the reader looks at what the last one has.

A move then has little to do but to hand the lines on. Of keys that follow each other quickly, as of
one that is held down, only what the same move again would show is drawn between one and the next.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kztimeline.tui.pauses import InPauses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.tui.render.list.layout import Row
    from kztimeline.tui.widgets.event_list import TimelineView
    from kztimeline.tui.widgets.pages.detail import DetailView
    from kztimeline.tui.workspace.session import Session

_REST: Final = 0.08
"""Seconds without anything new to show: twice as long as keys held down mostly repeat after."""
_BETWEEN: Final = 0.01
"""Seconds from a frame, or from one row to the next, in which a key can come first."""

_MOST_LETTERS: Final = 8
"""For so many letters what they would find is drawn ahead: with what most words go on."""


class ReadAhead(InPauses):
    """Has what stands a row or a page from the selected event drawn by list and detail.

    They keep what they draw, and forget it when anything changes that it is drawn from.
    """

    def __init__(
        self,
        session: Session,
        events: TimelineView,
        detail: DetailView,
        is_welcome: Callable[[], bool],
    ) -> None:
        """Prepare.

        Args:
            session: What is shown.
            events: The list.
            detail: The text beside it.
            is_welcome: Tells whether there is nothing that matters more now.
        """
        super().__init__()
        self._session = session
        self._events = events
        self._detail = detail
        self._is_welcome = is_welcome
        self._rows: deque[Row] = deque()
        self._leads: Sequence[Row] = ()

    def begin(self) -> None:
        """Begin anew: at once with where the last move would lead again, else after a pause."""
        self._rows.clear()
        self._wait(_BETWEEN, self._begin)

    def _begin(self) -> None:
        self._next = None
        row = self._events.row
        if row is None or not self._is_welcome():
            return
        before, self._leads = self._leads, self._leads_from(row)
        again = [there for there, led in zip(self._leads, before, strict=False) if led == row]
        leads = dict.fromkeys((*again, *self._leads))
        self._rows.extend(there for there in leads if there != row)
        if self._rows and self._rows[0] in again:
            self._draw(self._rows.popleft())
        self._wait(_REST, self._go_on)

    def _leads_from(self, row: Row) -> Sequence[Row]:
        """Return where moves lead from a row, in the same order from each."""
        events, layout = self._events, self._events.arrangement
        on = layout.next_row(row), events.page_from(row, 1)
        return (*on, layout.row_before(row), events.page_from(row, -1))

    def _go_on(self) -> None:
        self._next = None
        if self._rows and self._is_welcome():
            self._draw(self._rows.popleft())
            self._wait(_BETWEEN, self._go_on)

    def _draw(self, row: Row) -> None:
        self._events.read_ahead(row)
        session = self._session
        event = session.timeline.events[session.shown[row]]
        if self._detail.display:
            known = session.chosen.timeline.event(event.id)
            self._detail.read_ahead(known, session.pinboard.note_on(event))


class LettersAhead(InPauses):
    """Has what the likeliest next letters of a filter would find drawn, one after the other.

    Of a letter that is then typed there is little left to do. Whoever draws keeps no more than
    what follows from the filter that is shown.
    """

    def __init__(
        self, session: Session, typed: Callable[[], str | None], draw: Callable[[Session], object]
    ) -> None:
        """Prepare.

        Args:
            session: What is shown.
            typed: Returns the filter that is being typed, or None.
            draw: Draws a session as it would be.
        """
        super().__init__()
        self._session = session
        self._typed = typed
        self._draw = draw
        self._texts: deque[str] = deque()

    def begin(self) -> None:
        """Begin anew, as soon as what has been typed is drawn."""
        self._texts.clear()
        self._wait(_BETWEEN, self._begin)

    def _begin(self) -> None:
        self._next = None
        typed = self._typed()
        if typed is not None and not self._session.search.is_ready:
            self._wait(_REST, self._begin)
        elif typed is not None and self._is_welcome():
            letters = self._session.search.letters_after(typed)[:_MOST_LETTERS]
            self._texts.extend(typed + letter for letter in letters)
            self._go_on()

    def _is_welcome(self) -> bool:
        """Whether a filter that is typed is shown, and others are answered without waiting."""
        session = self._session
        shown = self._typed() == session.view.query and not session.waits
        return shown and session.search.is_ready and not session.view.as_of

    def _go_on(self) -> None:
        self._next = None
        if self._texts and self._is_welcome():
            self._draw_text(self._texts.popleft())
            self._wait(_BETWEEN, self._go_on)

    def _draw_text(self, text: str) -> None:
        from kztimeline.query import QueryError

        with suppress(QueryError):
            self._draw(self._session.with_filter(text))
