"""What the reader has chosen to see, as one immutable value, and its history.

Everything on the screen follows from a timeline and a `View`: undo is a stack of
views, and a saved view is one written down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple, TypeAlias

ALL_IMPORTANCES: Final = 3
_HISTORY_LENGTH = 200
Zoom: TypeAlias = Literal["events", "time", "years", "decades"]
"""How the list is drawn: events, events with empty time to scale, or folded."""

Page: TypeAlias = Literal["", "evidence", "coverage", "day", "pair"]


class View(NamedTuple):
    """One state of the screen.

    Attributes:
        query: The filter, in the query language; empty for everything.
        filtering: False while the filter is kept but switched off.
        find: Words to step through among the events shown, without hiding any.
        certain: True while events that only possibly match the filter are hidden.
        importance: Events up to this importance are shown (1 the fewest, 3 all).
        pinned: Only the events that the reader has pinned are shown.
        cursor: The id of the selected event, or None where there is none.
        reading: True while the page of the selected event takes the place of the list.
        zoom: How the list is drawn: `events`, `time` with empty time to scale, `years`
            or `decades` folded into a line each.
        opened: The folded lines that are opened, by their first year.
        band: How far the overview is zoomed in, in steps; 0 for the whole period.
        as_of: The date, in EDTF, after whose last day everything is hidden; or empty.
        on_day: The day of the year, as `MM-DD`, that events must be on; or empty.
        page: What takes the place of list and text: the selected event's evidence, the
            coverage of the documents, a day in full, or the marked event beside the
            selected one. The selected event's own page is no `page`, but `reading`.
        over: The page that the evidence was opened over and goes back to: a pair, or none.
        day: The day that is shown in full, in EDTF, or empty.
        mark: The id of the event that is measured from, or empty.
        topics: True while the overview shows topics by year.
        topics_passed: How many topics are scrolled past there.
        trail: The ids of the events gone through by links, the last one gone to last.
        all_offices: True while people's offices at other times are named too.
        asked: The date that the reader went to, in EDTF, until the cursor moves; or empty.
    """

    query: str = ""
    filtering: bool = True
    find: str = ""
    certain: bool = False
    importance: int = ALL_IMPORTANCES
    pinned: bool = False
    cursor: str | None = None
    reading: bool = False
    zoom: Zoom = "events"
    opened: frozenset[int] = frozenset()
    band: int = 0
    as_of: str = ""
    on_day: str = ""
    page: Page = ""
    over: Page = ""
    day: str = ""
    mark: str = ""
    topics: bool = False
    topics_passed: int = 0
    trail: tuple[str, ...] = ()
    all_offices: bool = False
    asked: str = ""

    @property
    def active_query(self) -> str:
        """The filter that is in force."""
        return self.query if self.filtering else ""

    @property
    def in_force(self) -> View:
        """This view without a filter that is off, and without what narrows no filter."""
        return self if self.active_query else self._replace(query="", certain=False)

    @property
    def question(self) -> tuple[str, bool, str, str]:
        """What must be asked of the index before this view can be shown."""
        as_of = self.as_of if self.active_query or self.find else ""
        return self.active_query, self.in_force.certain, self.find, as_of

    def but(self, **changes: Any) -> View:
        """Return this view with some fields changed.

        A cursor that moves leaves the date asked, and the page of a day that is not changed
        with it; another page lies over none unless that is said.
        """
        if changes.get("page", self.page) != self.page:
            changes = {"over": "", **changes}
        if changes.get("cursor", self.cursor) != self.cursor:
            changes = {"asked": "", **changes}
            if self.page == "day" and not changes.get("day"):
                changes = {"page": "", **changes, "day": ""}
        return self._replace(**changes)

    def without_page_of_day(self) -> dict[str, Any]:
        """Return what changes of this view where the list is to be seen, not a day in full."""
        return {"page": "", "day": ""} if self.page == "day" else {}

    @property
    def to_keep(self) -> View:
        """This view as it is kept under a name: without a date gone to, and a measuring.

        Without a filter nothing is only possible.
        """
        page = "" if self.page == "pair" else self.page
        return self.but(
            asked="", mark="", page=page, over="", certain=self.certain and bool(self.query)
        )

    @property
    def to_resume(self) -> View:
        """This view as the next session takes it up: of the timeline as it is, on all days.

        Whoever sits down tomorrow, or at a second terminal, has not asked for another day.
        """
        return self.to_keep.but(as_of="", on_day="")

    def is_move_from(self, before: View) -> bool:
        """Tell whether it differs from the view before in the cursor, and in nothing else."""
        return self.cursor != before.cursor and self == before._replace(cursor=self.cursor)

    def same_choice(self, other: View) -> bool:
        """Tell whether the two differ at most in where the cursor is."""
        return self._choice() == other._choice()

    def _choice(self) -> View:
        return self.but(
            cursor=None,
            reading=False,
            page="",
            over="",
            day="",
            mark="",
            trail=(),
            all_offices=False,
            asked="",
            topics_passed=0,
        )


class History(NamedTuple):
    """The views before and after the present one."""

    present: View
    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def amend(self, view: View) -> History:
        """Return the history with the present view replaced, as for a small step."""
        return self._replace(present=view)

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
