"""What the reader has chosen to see, as one immutable value, and its history.

Everything on the screen follows from a timeline and a `View`: undo is a stack of
views, and a saved view is one written down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

ALL_IMPORTANCES: Final = 3
_HISTORY_LENGTH = 200


@dataclass(frozen=True, slots=True)
class View:
    """One state of the screen.

    Attributes:
        query: The filter, in the query language; empty for everything.
        filtering: False while the filter is kept but switched off.
        find: Words to step through among the events shown, without hiding any.
        importance: Events up to this importance are shown (1 the fewest, 3 all).
        cursor: The id of the selected event, or None where there is none.
        reading: True while the keys scroll the event's text instead of the list.
    """

    query: str = ""
    filtering: bool = True
    find: str = ""
    importance: int = ALL_IMPORTANCES
    cursor: str | None = None
    reading: bool = False

    @property
    def active_query(self) -> str:
        """The filter that is in force."""
        return self.query if self.filtering else ""

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is hidden by choice."""
        return bool(self.active_query) or self.importance < ALL_IMPORTANCES

    def but(self, **changes: Any) -> View:
        """Return this view with some fields changed."""
        return replace(self, **changes)

    def same_choice(self, other: View) -> bool:
        """Tell whether the two differ at most in where the cursor is."""
        return self.but(cursor=None, reading=False) == other.but(cursor=None, reading=False)


@dataclass(frozen=True, slots=True)
class History:
    """The views before and after the present one."""

    present: View
    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def amend(self, view: View) -> History:
        """Return the history with the present view replaced, as for a small step."""
        return replace(self, present=view)

    def record(self, view: View) -> History:
        """Return the history with `view` as the present, the former one undoable."""
        if view == self.present:
            return self
        past = (*self.past, self.present)[-_HISTORY_LENGTH:]
        return History(view, past)

    def each(self, change: Callable[[View], View]) -> History:
        """Return the history with every view in it changed alike."""
        past, future = tuple(map(change, self.past)), tuple(map(change, self.future))
        return History(change(self.present), past, future)

    def undo(self) -> History:
        """Return the history one change earlier, or itself at the beginning."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> History:
        """Return the history one undone change later, or itself at the end."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
