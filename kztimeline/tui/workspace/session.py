"""What one reader has before them: the timeline, the views of it, and what answers them."""

from __future__ import annotations

from bisect import bisect_left
from copy import copy
from typing import TYPE_CHECKING

from kztimeline.session.limits import narrowed
from kztimeline.session.pins import Pinboard
from kztimeline.session.search import Search, as_seen
from kztimeline.session.selection import first_known
from kztimeline.session.telling.undoing import PinSteps
from kztimeline.session.view import History, View
from kztimeline.tui.render.notices import count_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.loading.files.stamps import FileState
    from kztimeline.query import Guess
    from kztimeline.session.search import Found
    from kztimeline.session.selection import Selection
    from kztimeline.timeline.in_office.days import Days
    from kztimeline.timeline.model import Event, Position, Timeline


class Session:
    """The state of the program; what is on the screen follows from it.

    Attributes:
        timeline: The timeline as it was read last.
        first_read: How its files stood just before they were read first, if that is known.
        search: What answers queries on it.
        pinboard: What is pinned in it.
        history: What is shown, between the views before and after it.
        ahead: The same with what is asked for and not answered yet.
        found: The answer to the filter of the present view.
        hits: The answer to its find, or None where it has none.
        chosen: What the present view shows of the answer, and as of which day.
        shown: The positions of the events shown, ascending.
        meant: A filter that nothing matches, and what may be meant by it.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.first_read: FileState | None = None
        self.pinboard = Pinboard(lambda: self.timeline)
        self.pin_steps = PinSteps()
        self.meant: tuple[str, Sequence[Guess]] = "", ()
        self._hits_shown: tuple[Found, Sequence[Position], list[Position]] | None = None
        self.history = self.ahead = History(View(cursor=first_known(timeline)))
        self.show_timeline(timeline)

    def show_timeline(self, timeline: Timeline, search: Search | None = None) -> None:
        """Go over to another version of the timeline, everything in it found.

        Args:
            timeline: What the files say now.
            search: What answers queries on it, where that has been prepared.
        """
        self.timeline = timeline
        self.search = search or Search(timeline)
        self.found: Found = self.search.everything
        self.hits: Found | None = None
        self.chosen: Selection = self.search.selector.select(View(), self.found.positions)
        self.shown: Sequence[Position] = self.chosen.shown

    def choose(self) -> None:
        """Work out what the present view shows of what was found."""
        view = self.view
        pinned = self.pinboard.positions if view.pinned else ()
        self.chosen = self.search.selector.select(view, self.found.positions, pinned)
        self.shown = self.chosen.shown

    def with_filter(self, query: str) -> Session:
        """Return the session as it would be if another filter were answered.

        Raises:
            QueryError: the filter has a mistake.
        """
        other = copy(self)
        other.history = other.ahead = History(self.view.but(query=query))
        other.found = self.search.run(query, self.view.certain, self.view.as_of)
        other.choose()
        return other

    @property
    def view(self) -> View:
        """What is shown at present."""
        return self.history.present

    @property
    def coming(self) -> View:
        """What is shown as soon as its queries are answered."""
        return self.ahead.present

    @property
    def waits(self) -> bool:
        """Whether something is asked for and not answered yet."""
        return self.ahead is not self.history

    @property
    def cursor(self) -> Position | None:
        """The position of the event that the view is at, whether that is shown or not."""
        cursor = self.view.cursor
        return None if cursor is None else self.timeline.position(cursor)

    @property
    def position(self) -> Position | None:
        """The position of the selected event: the one at the cursor, or the next one shown."""
        cursor, shown = self.cursor, self.shown
        if cursor is None or not shown:
            return None
        return shown[min(bisect_left(shown, cursor), len(shown) - 1)]

    @property
    def event(self) -> Event | None:
        """The selected event."""
        position = self.position
        return None if position is None else self.as_known(self.timeline.events[position])

    def as_known(self, event: Event) -> Event:
        """Return an event as the view lets it be known: an end that came later is open."""
        known = self.chosen.timeline
        return event if known is self.timeline else known.as_here(event) or event

    @property
    def days(self) -> Days | None:
        """The days that are shown in full, or None."""
        if self.view.page != "day" or not self.view.day:
            return None
        from kztimeline.dates.edtf import parse
        from kztimeline.timeline.in_office.days import Days

        return Days.of(parse(self.view.day), self.chosen.day)

    @property
    def guesses(self) -> Sequence[Guess]:
        """What may be meant by the filter in force, where nothing matches it."""
        query, guesses = self.meant
        return guesses if query == self.view.active_query and not self.shown else ()

    @property
    def as_seen(self) -> Found:
        """What was found, with those in doubt that may have come after the view's day."""
        return as_seen(self.found, self.chosen)

    def contexts(self) -> Mapping[Position, str]:
        """Return why events shown match whose titles do not say; nothing for very many.

        Where an event matches both the filter and the find, it is the find.
        """
        asked = [(self.found, self.shown)] if self.view.active_query else []
        if self.hits is not None:
            asked.append((self.hits, self._hits_seen(self.hits)))
        if not asked:
            return {}
        from kztimeline.session.telling.contexts import MOST, Contexts

        parts = (
            (found.beyond_titles(seen), found.highlights)
            for found, seen in asked
            if len(seen) <= MOST
        )
        return Contexts(self.timeline, parts)

    @property
    def notes(self) -> Collection[str]:
        """The reader's notes, as far as they are read."""
        return self.pinboard.notes_so_far

    def leaves(self, view: View) -> int | None:
        """Return how many events a view shows, or None where its filter has a mistake."""
        return self.search.leaves(view, self.pinboard.positions_so_far)

    def dates_on_all_days(self) -> Mapping[Date, int]:
        """Return the dates of what the view shows but for a day of the year, and how often each.

        The day is one that the view may be limited to.
        """
        view = self.view.but(on_day="")
        pinned = self.pinboard.positions if view.pinned else ()
        found = self.search.selector.select(view, self.found.positions, pinned)
        return self.timeline.columns.dates.counted(found.shown)

    def count(self) -> str:
        """Return how many events are shown, in words."""
        found, everything = self.found, self.chosen.everything
        return count_text(
            self.view, len(self.shown), found.certain_count, len(found.positions), len(everything)
        )

    def hit(self) -> tuple[int, int] | None:
        """Return which match of the find the selected event is, from 1, and of how many shown."""
        hits, position = self.hits, self.position
        if hits is None or position is None:
            return None
        found = self._hits_seen(hits)
        at = bisect_left(found, position)
        return (at + 1, len(found)) if at < len(found) and found[at] == position else None

    def _hits_seen(self, hits: Found) -> list[Position]:
        """Return which matches of the find are shown, in order."""
        known = self._hits_shown
        if known is None or known[0] is not hits or known[1] is not self.shown:
            shown = set(self.shown)
            seen = [at for at in hits.positions if at in shown]
            known = self._hits_shown = hits, self.shown, seen
        return known[2]

    def measure(self) -> str:
        """Return how far the selected event is from the marked one; nothing without a mark."""
        marked = self.marked
        event = None if marked is None else self.event
        if marked is None or event is None:
            return ""
        from kztimeline.session.telling.measure import measure

        return measure(self.chosen.timeline, marked, event, narrowed(self.view))

    @property
    def marked(self) -> Event | None:
        """The event to measure from as the view lets it be known, or None."""
        known = self.chosen.timeline
        position = known.position(self.view.mark)
        return None if position is None else known.events[position]

    def seen(self, hits: Found) -> tuple[int, int]:
        """Return how many of the events found are shown, and how many more are known."""
        if len(self.shown) == len(self.timeline.events):
            return len(hits.positions), 0
        found = set(hits.positions)
        seen = len(found.intersection(self.shown))
        return seen, len(found.intersection(self.chosen.everything)) - seen
