"""The ways in which a view narrows what is shown: one entry each, in one table.

Whatever asks what a way lets through, what it is called, why it hides an event and
which action ends it, reads it here. `selection` puts together the ways that are on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.session.view import ALL_IMPORTANCES, View

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kztimeline.dates.edtf import Date
    from kztimeline.query import Query
    from kztimeline.timeline.bulk.bitsets import PositionSet
    from kztimeline.timeline.model import Position, Timeline


class Grounds(NamedTuple):
    """What decides, beside a view, which events it lets through.

    Attributes:
        timeline: The timeline as it is, whatever the view.
        pinned: The positions of the pinned events.
        standings: Returns where each event stands to the last day of an EDTF date.
        answers: Returns the set of what matches the filter of a view, possibly or only for certain.
    """

    timeline: Timeline
    pinned: Collection[Position]
    standings: Callable[[str], bytes]
    answers: Callable[[View, bool], PositionSet]


class Limit(NamedTuple):
    """A way of narrowing.

    Attributes:
        field: The field of `View` that it is set by.
        ended: The value of that field at which nothing is hidden.
        lets_through: Returns the set of the positions that are not hidden.
        as_query: Returns a query that matches, possibly or surely, what is let through;
            None where none says exactly that.
        words: Returns what the title line says of it in a timeline; empty where something
            else does.
        file_words: Returns what the name of a file says of it, or nothing.
        hides: How an event is that it keeps from being shown, as in "hidden by the filter".
        lifted: What is said once it is lifted for the sake of an event; empty for a limit that
            only the reader lifts.
        action: The id of the action that ends it.
        empties: Returns why what matches the filter is not shown, all of it.
        ends: What the action then does, with the key at `{key}`.
        changed: Returns what was done to a view that was narrowed otherwise before, and now is so.
        stands_alone: Whether its field and the timeline alone decide what it lets through.
        restored: What else of the view falls back when it is ended.
    """

    field: str
    ended: object
    lets_through: Callable[[Grounds, View], PositionSet]
    as_query: Callable[[View], Query | None]
    words: Callable[[View, Timeline], str]
    file_words: Callable[[View], str]
    hides: str
    lifted: str
    action: str
    empties: Callable[[View], str]
    ends: str
    changed: Callable[[View, View, Timeline], str]
    stands_alone: bool = True
    restored: Mapping[str, Any] = {}

    def is_on(self, view: View) -> bool:
        """Tell whether a view is narrowed in this way."""
        return bool(getattr(view.in_force, self.field) != self.ended)

    def end(self, view: View) -> View:
        """Return a view without this limit."""
        return view.but(**{self.field: self.ended}, **self.restored)

    def lift(self, view: View) -> View:
        """Return a view without this limit, a filter kept to be turned back on."""
        return view.but(filtering=False) if self.field == "query" else self.end(view)


def _no_query(_view: View) -> None:
    return None


def _no_words(_view: View) -> str:
    return ""


def _untitled(_view: View, _timeline: Timeline) -> str:
    return ""


def _filtered(grounds: Grounds, view: View) -> PositionSet:
    return grounds.answers(view, False)


def _filter_as_query(view: View) -> Query:
    from kztimeline.query import parse_query

    return parse_query(view.active_query)


def _certain(grounds: Grounds, view: View) -> PositionSet:
    return grounds.answers(view, True)


def _important(grounds: Grounds, view: View) -> PositionSet:
    from kztimeline.timeline.bulk import bitsets as bits

    levels = grounds.timeline.columns.importances
    return bits.from_flags(level <= view.importance for level in levels)


def _importance_as_query(view: View) -> Query:
    from kztimeline.query import FieldTerm

    return FieldTerm("importance", (f"1..{view.importance}",))


def _importance_words(view: View, _timeline: Timeline) -> str:
    return "key events only" if view.importance == 1 else "minor events hidden"


def _known(grounds: Grounds, view: View) -> PositionSet:
    from kztimeline.timeline.as_of import Standing
    from kztimeline.timeline.bulk import bitsets as bits

    return bits.from_flags(found != Standing.LATER for found in grounds.standings(view.as_of))


def _on_that_day(grounds: Grounds, view: View) -> PositionSet:
    from kztimeline.timeline.bulk import bitsets as bits

    month, day = map(int, view.on_day.split("-"))
    dates = grounds.timeline.columns.dates
    return bits.from_flags(dates.each(lambda date: is_on_day(date, month, day)))


def _day_name(view: View) -> str:
    from kztimeline.dates.display import day_name

    return day_name(view.on_day)


def _day_words(view: View) -> str:
    from kztimeline.timeline.as_of import day_words

    return day_words(view.as_of)


def _pinned(grounds: Grounds, _view: View) -> PositionSet:
    from kztimeline.timeline.bulk import bitsets as bits

    return bits.from_positions(grounds.pinned, len(grounds.timeline.events))


def is_on_day(date: Date, month: int, day: int) -> bool:
    """Tell whether something surely happened, began or ended on a day of the year."""
    return (month, day) in days_of_year(date)


def days_of_year(date: Date) -> Iterator[tuple[int, int]]:
    """Yield the days of the year, month and day, on which something surely began or ended."""
    from kztimeline.dates.edtf import Precision

    for end in (date.start, date.end):
        if end is not None and end.precision is Precision.DAY and not end.qualifier:
            yield end.earliest.month, end.earliest.day


def _filter_words(query: str, timeline: Timeline) -> str:
    if not query:
        return ""
    from kztimeline.query.wording import words_of_query

    return words_of_query(query, timeline)


def _filter_changed(before: View, now: View, timeline: Timeline) -> str:
    if now.query:
        return f"filter {_filter_words(now.query, timeline)}"
    return f"removing the filter {_filter_words(before.query, timeline)}"


def filter_off_words(view: View, timeline: Timeline) -> str:
    """Return what the title line says of a filter that is kept but off, or nothing."""
    return f"off: {_filter_words(view.query, timeline)}" if view.query else ""


_IMPORTANCES: Final = {
    1: "key events only",
    2: "without minor events",
    ALL_IMPORTANCES: "all events",
}

FILTER: Final = Limit(
    field="query",
    ended="",
    lets_through=_filtered,
    as_query=_filter_as_query,
    words=lambda view, timeline: _filter_words(view.active_query, timeline),
    file_words=lambda view: view.active_query,
    hides="hidden by the filter",
    lifted="the filter is off",
    action="toggle_filter",
    empties=lambda _view: "none of them as filtered",
    ends="{key} turns the filter off",
    changed=_filter_changed,
    stands_alone=False,
    restored={"filtering": True, "certain": False},
)
CERTAIN: Final = Limit(
    field="certain",
    ended=False,
    lets_through=_certain,
    as_query=_no_query,
    words=lambda _view, _timeline: "certain only",
    file_words=_no_words,
    hides="hidden as a possible match",
    lifted="possible matches are shown",
    action="only_certain",
    empties=lambda _view: "none of them for certain",
    ends="{key} shows possible matches",
    changed=lambda _before, now, _timeline: (
        "only certain matches" if now.certain else "possible matches too"
    ),
    stands_alone=False,
)
IMPORTANCE: Final = Limit(
    field="importance",
    ended=ALL_IMPORTANCES,
    lets_through=_important,
    as_query=_importance_as_query,
    words=_importance_words,
    file_words=_no_words,
    hides="hidden as less important",
    lifted="every importance is shown",
    action="importance_3",
    empties=lambda _view: "less important",
    ends="{key} shows every importance",
    changed=lambda _before, now, _timeline: _IMPORTANCES[now.importance],
)
AS_OF: Final = Limit(
    field="as_of",
    ended="",
    lets_through=_known,
    # No field gives a qualified date the room that it has as of a day.
    as_query=_no_query,
    words=_untitled,
    file_words=lambda view: f"as of {view.as_of}",
    hides="hidden as later",
    lifted="",
    action="as_of",
    empties=lambda view: f"all after {_day_words(view)}",
    ends="{key} ends as-of",
    changed=lambda _before, now, _timeline: f"as of {now.as_of}" if now.as_of else "ending as-of",
)
ON_DAY: Final = Limit(
    field="on_day",
    ended="",
    lets_through=_on_that_day,
    as_query=_no_query,
    words=lambda view, _timeline: f"on {_day_name(view)}",
    file_words=lambda view: f"on {view.on_day}",
    hides="hidden as another day's",
    lifted="all days of the year are shown",
    action="on_this_day",
    empties=lambda view: f"none dated to {_day_name(view)}",
    ends="{key} with no day shows all days",
    changed=lambda _before, now, _timeline: (
        "one day of the year" if now.on_day else "showing all days"
    ),
)
PINNED: Final = Limit(
    field="pinned",
    ended=False,
    lets_through=_pinned,
    as_query=_no_query,
    words=lambda _view, _timeline: "only pins",
    file_words=lambda _view: "pins",
    hides="hidden as not pinned",
    lifted="all events are shown",
    action="only_pins",
    empties=lambda _view: "none of them pinned",
    ends="{key} shows all",
    changed=lambda _before, now, _timeline: (
        "only pinned events" if now.pinned else "showing all events"
    ),
    stands_alone=False,
)

LIMITS: Final = (AS_OF, ON_DAY, PINNED, IMPORTANCE, CERTAIN, FILTER)
"""Every way of narrowing, the one that explains most why an event is hidden first."""

BESIDE_THE_FILTER: Final[tuple[Limit, ...]] = tuple(
    limit for limit in LIMITS if limit not in (CERTAIN, FILTER)
)
"""What a view may hide whatever its filter; facets and offers count within it."""


def narrowed(view: View) -> bool:
    """Tell whether a view hides anything by choice."""
    return any(limit.is_on(view) for limit in LIMITS)


def limits_of(view: View) -> Iterator[Limit]:
    """Yield the ways in which a view is narrowed, in the order of `LIMITS`."""
    return (limit for limit in LIMITS if limit.is_on(view))
