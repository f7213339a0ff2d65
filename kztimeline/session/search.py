"""The query language as the screen uses it: over one timeline, prepared when needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import cache, partial
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.session.selection import Selector
from kztimeline.session.view import View
from kztimeline.text.pieces import Highlights, no_highlights
from kztimeline.timeline.bulk import bitsets as bits

if TYPE_CHECKING:
    from kztimeline.query import Completion, Guess, Index, Matches
    from kztimeline.query.facets import FacetValue
    from kztimeline.session.selection import Selection
    from kztimeline.timeline.bulk.bitsets import PositionSet
    from kztimeline.timeline.model import Position, Timeline

_REMEMBERED = 32
_KNOWN_BY_EVENTS: Final = frozenset({"topic", "actor", "source"})
"""The fields whose values are known by the events that have them."""


def _nothing(_position: Position) -> bool:
    return False


def _none(_positions: Sequence[Position]) -> Sequence[Position]:
    return ()


class Found(NamedTuple):
    """The events that match, and how surely they do.

    Attributes:
        positions: Their positions, ascending.
        certain_count: How many surely match.
        possible: Tells whether the event at a position may not match.
        highlights: Returns the spans of a text with the words that are wanted.
        beyond_titles: Returns those of some positions at which one of these words stands,
            but not in the title.
    """

    positions: Sequence[Position]
    certain_count: int
    possible: Callable[[Position], bool] = _nothing
    highlights: Callable[[str], Highlights] = no_highlights
    beyond_titles: Callable[[Sequence[Position]], Sequence[Position]] = _none


def as_seen(found: Found, selection: Selection) -> Found:
    """Return what was found with those in doubt that may have come after a view's day."""
    if selection.day is None:
        return found
    matched, later = found.possible, selection.possible
    return found._replace(possible=lambda position: matched(position) or later(position))


class Reply(NamedTuple):
    """The events that a question finds, in the timeline as of its day.

    Attributes:
        timeline: The timeline, without what came later where there is a day.
        positions: The positions of the events in it, ascending.
        certain: Those of them that surely match.
        day: The last day seen, ISO; empty for the timeline as it is.
        notice: What must be said of that, or nothing.
    """

    timeline: Timeline
    positions: Sequence[Position]
    certain: frozenset[Position]
    day: str = ""
    notice: str = ""

    def narrowed_to(self, other: Reply) -> Reply:
        """Return what another question, maybe of an earlier day, finds among these events."""
        mine = [self.timeline.events[at].id for at in self.positions]
        sure = {self.timeline.events[at].id for at in self.certain}
        there = other.timeline.positions_by_id
        among = {there[id_] for id_ in mine if id_ in there}
        certain = {there[id_] for id_ in sure if id_ in there}
        return other._replace(
            positions=[at for at in other.positions if at in among],
            certain=other.certain & certain,
            day=other.day or self.day,
            notice=other.notice or self.notice,
        )


class Search:
    """Answers queries on one timeline and remembers the last answers.

    The index is read, or laid out, for the first query and not at the start; `run` may
    be called from any thread.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._index: Index | None = None
        self._making = Lock()
        self.selector = Selector(timeline, self._matching)
        self._found: dict[tuple[str, bool, str], Found] = {}
        self._index_then: tuple[str, Index] | None = None

    @property
    def timeline(self) -> Timeline:
        """What is searched."""
        return self._timeline

    @property
    def everything(self) -> Found:
        """All events."""
        count = len(self._timeline.events)
        return Found(range(count), count)

    def run(self, text: str, certain: bool = False, as_of: str = "") -> Found:
        """Return what matches a query, only what surely does if asked.

        As of a date in EDTF, dates and links are those known then; events that came later
        match by all else, for it to be said how many do.

        Raises:
            QueryError: the query has a mistake.
        """
        text = text.strip()
        if not text:
            return self.everything
        found = self._found.get((text, certain, as_of))
        if found is None:
            found = self._run(text, certain, as_of)
            if len(self._found) >= _REMEMBERED:
                self._found.pop(next(iter(self._found.copy())), None)
            self._found[text, certain, as_of] = found
        return found

    def select(self, view: View, pinned: Collection[Position] = ()) -> Selection:
        """Return what a view shows.

        Args:
            view: The view.
            pinned: The positions of the pinned events.

        Raises:
            QueryError: the view's filter has a mistake.
        """
        found = self.run(view.active_query, view.certain, view.as_of)
        return self.selector.select(view, found.positions, pinned)

    def ask(self, text: str, as_of: str = "") -> Reply:
        """Return what a query finds, as of a date in EDTF if one is given.

        Raises:
            QueryError: the query has a mistake.
        """
        selection = self.select(View(query=text, as_of=as_of))
        found = as_seen(self.run(text, as_of=as_of), selection)
        events, then = self._timeline.events, selection.timeline.positions_by_id
        known = {at: then[events[at].id] for at in selection.shown} if as_of else {}
        certain = (at for at in selection.shown if not found.possible(at))
        return Reply(
            selection.timeline,
            [known.get(at, at) for at in selection.shown],
            frozenset(known.get(at, at) for at in certain),
            selection.day.isoformat() if selection.day else "",
            selection.notice,
        )

    def letters_after(self, text: str) -> list[str]:
        """Return the letters that the last word of a query may go on with, the likeliest first."""
        return self._ready_index.letters_after(text.rpartition(" ")[2])

    def facets(self, view: View, pinned: Collection[Position] = ()) -> dict[str, list[FacetValue]]:
        """Return the values of every facet as they stand to a view whose filter is on.

        Args:
            view: The view.
            pinned: The positions of the pinned events.

        Raises:
            QueryError: the view's filter has a mistake.
        """
        from kztimeline.query import parse_query
        from kztimeline.query.facets import FACETS, FacetChoice, facet

        query, within = parse_query(view.query, self._timeline), self.selector.within(view, pinned)
        index, known = self._index_as_of(view.as_of), self._known(view)
        sure = self._certainty_facet(view, index.run(query, within))
        return sure | {
            field: [
                value
                for value in facet(query, field, index, certain=view.certain, within=within)
                if value.choice is not FacetChoice.NONE or known(field, value.id)
            ]
            for field in FACETS
        }

    def _certainty_facet(self, view: View, matches: Matches) -> dict[str, list[FacetValue]]:
        """The one choice there is where some events only possibly match."""
        from kztimeline.query.facets import FacetChoice, FacetValue

        if matches.certain_count == len(matches):
            return {}
        choice = FacetChoice.WANTED if view.certain else FacetChoice.NONE
        value = FacetValue("only", "certain, not only possible", matches.certain_count, choice)
        return {"certain": [value]}

    def leaves(self, view: View, pinned: Collection[Position] = ()) -> int | None:
        """Return how many events a view shows, or None where its filter has a mistake.

        Args:
            view: The view.
            pinned: The positions of the pinned events.
        """
        from kztimeline.query import QueryError, parse_query

        try:
            query = parse_query(view.active_query, self._timeline)
        except QueryError:
            return None
        matches = self._index_as_of(view.as_of).run(query, self.selector.within(view, pinned))
        return matches.certain_count if view.certain else len(matches)

    def prepare(self) -> None:
        """Have every part of the index at hand, so that no query waits for one.

        Where the reader leaves meanwhile, they are not.
        """
        from kztimeline.loading.apart import StoppedError
        from kztimeline.session.state.kept_index import prepared_index_of

        with self._making, suppress(StoppedError):
            if not self.is_ready:
                self._index = prepared_index_of(self._timeline)
        # All events are then found by their ids in no time.
        self._timeline.positions_by_id  # noqa: B018

    def await_index(self) -> None:
        """Wait until queries can be answered; meant for a thread."""
        self._ready_index  # noqa: B018

    @property
    def is_ready(self) -> bool:
        """Whether every part of the index is at hand, so that an answer takes no time."""
        return self._index is not None and self._index.is_whole

    def complete(self, text: str, cursor: int, view: View) -> list[Completion]:
        """Return what may be written at the cursor of a query in a view.

        As of a day, that is nothing that came later.
        """
        from kztimeline.query import complete

        return complete(text, cursor, self._timeline, self._known(view))

    def guesses(self, text: str, leaves: Callable[[str], int | None]) -> list[Guess]:
        """Return what may be meant by a query that finds nothing, or has a mistake.

        Args:
            text: The query.
            leaves: Returns how many events a query leaves.
        """
        from kztimeline.query.guesses import guesses

        return guesses(text, self._ready_index, leaves)

    def _known(self, view: View) -> Callable[[str, str], bool]:
        """Return what tells whether a value of a field, by its id, is known as of a view's day.

        That is a value of some event that is known, and an era that has begun.
        """
        if not view.as_of:
            return lambda _field, _value: True
        from kztimeline.query import EVERYTHING
        from kztimeline.timeline.as_of import past_eras

        within = self.selector.known(view.as_of)
        eras = past_eras(self._timeline, view.as_of)

        @cache
        def counts(field: str) -> dict[str, int]:
            return self._ready_index.counts(EVERYTHING, field, within=within)

        @cache
        def places() -> frozenset[str | None]:
            return frozenset(self._timeline.events[at].place for at in bits.to_positions(within))

        def known(field: str, value: str) -> bool:
            if field == "era":
                return value in eras
            if field in {"id", "linked"}:
                return bool(within >> self._timeline.positions_by_id[value] & 1)
            if field == "place":
                return value in places()
            return field not in _KNOWN_BY_EVENTS or counts(field)[value] > 0

        return known

    @property
    def _ready_index(self) -> Index:
        from kztimeline.session.state.kept_index import index_of

        if self._index is None:
            with self._making:
                self._index = self._index or index_of(self._timeline)
        return self._index

    def _index_as_of(self, as_of: str) -> Index:
        """The index as of a date in EDTF, kept for the last one; without one, of today."""
        index = self._ready_index
        if not as_of:
            return index
        then = self._index_then
        if then is None or then[0] != as_of:
            from kztimeline.timeline.as_of import day_meant, in_their_places

            day = day_meant(as_of)
            if day is None:
                return index
            then = self._index_then = as_of, index.as_of(in_their_places(self._timeline, day))
        return then[1]

    def _matching(self, view: View, certain: bool) -> PositionSet:
        """Return the set of what the filter of a view matches, possibly or only for certain."""
        from kztimeline.query import parse_query

        query = parse_query(view.active_query, self._timeline)
        answer = self._index_as_of(view.as_of).run(query).answer
        return answer.certain if certain else answer.possible

    def _run(self, text: str, certain: bool, as_of: str) -> Found:
        from kztimeline.query import Certainty, highlighter, parse_query

        query, index = parse_query(text, self._timeline), self._index_as_of(as_of)
        matches = index.run(query)
        found = Found(
            matches.positions,
            matches.certain_count,
            lambda position: matches.certainty(position) is Certainty.POSSIBLE,
            highlighter(query, index),
            partial(index.beyond_titles, [*query.wanted_terms()]),
        )
        if certain:
            sure = matches.certain_positions
            return found._replace(positions=sure, certain_count=len(sure), possible=_nothing)
        return found
