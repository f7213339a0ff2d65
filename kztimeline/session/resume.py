"""Taking up a timeline where the reader left it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.session.limits import limits_of
from kztimeline.session.view import View

if TYPE_CHECKING:
    from kztimeline.session.search import Found, Search
    from kztimeline.timeline.model import Timeline


def _forget(_view: View) -> None:
    """Keep nothing."""


class Memory(NamedTuple):
    """What is known of the last time, and what keeps the present for the next.

    Attributes:
        last: The view at which the reader left; a new one where there is none.
        notice: What the reader should know about the state files, if anything.
        keep: Is given the view now and then, and at the end.
    """

    last: View = View()
    notice: str = ""
    keep: Callable[[View], None] = _forget

    def keep_view(self, view: View) -> None:
        """Keep a view for the next time, but nothing that belongs to this one alone."""
        self.keep(view.to_resume)


class _File(NamedTuple):
    """Stands for a timeline, which may be another by the time that a view of it is kept."""

    path: str


class Start(NamedTuple):
    """The first view with its answers, and what to tell the reader about it."""

    view: View
    found: Found
    hits: Found | None
    notice: str


def resumed(
    timeline: Timeline, search: Search, memory: Memory, key: Callable[[str], str]
) -> Start | None:
    """Return what to start with, or None where that is the beginning with nothing to say.

    An event that is gone gives way to the first one, and a filter that is no
    longer a query of this timeline is dropped and said so.

    Args:
        timeline: What is shown.
        search: What answers queries on it.
        memory: What is known of the last time.
        key: Returns the key of an action.
    """
    view, notice = memory.last.to_resume, memory.notice
    if view == View() and not notice:
        return None
    from kztimeline.query import QueryError
    from kztimeline.session.selection import first_known

    if view.cursor is None or timeline.position(view.cursor) is None:
        view = view.but(cursor=first_known(timeline))
    trail = tuple(each for each in view.trail if timeline.position(each) is not None)
    view = view.but(trail=trail)
    try:
        found = search.run(view.active_query, view.certain, view.as_of)
        hits = search.run(view.find, as_of=view.as_of) if view.find else None
    except QueryError as mistake:
        dropped = f"The last filter is dropped: {mistake.problem}."
        view = view.but(query="", find="", filtering=True, certain=False)
        return Start(view, search.everything, None, notice or dropped)
    return Start(view, found, hits, notice or _what_is_hidden(view, timeline, key))


def _what_is_hidden(view: View, timeline: Timeline, key: Callable[[str], str]) -> str:
    """Return what narrows a view that is taken up, and what ends each; nothing where nothing does.

    The filter comes first: it is what the reader knows it by.
    """
    on = [*reversed(list(limits_of(view)))]
    if not on:
        return ""
    words = ", ".join(limit.words(view, timeline) for limit in on)
    ends = ", ".join(limit.ends.format(key=key(limit.action)) for limit in on)
    return f"Resumed: {words}. {ends}."


def memory_of(timeline: Timeline) -> Memory:
    """Return the memory of a timeline in the user's state files.

    Where they cannot be written, nothing is kept and nothing is said: it is no
    hindrance to reading.
    """
    from kztimeline.session.saved_views import keep_last_view, last_view

    last, notice = last_view(timeline)
    kept, file = last, _File(timeline.path)

    def keep(view: View) -> None:
        nonlocal kept
        if view != kept:
            kept = view
            with suppress(OSError):
                keep_last_view(file, view)

    return Memory(last, notice, keep)
