"""The events that the words of a command find, as far as they may be seen."""

from __future__ import annotations

import datetime as dt
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.cli.offers import SHIELD
from kztimeline.cli.options import as_of_date
from kztimeline.cli.reporting import FINDINGS, USAGE, complain, fail, say
from kztimeline.export.answer import explained
from kztimeline.loading.locations import TIMELINE_SUFFIXES
from kztimeline.session.selection import ids_where
from kztimeline.session.view import View
from kztimeline.text.cells import width
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import visible, visible_lines
from kztimeline.timeline.bulk.record_tables import Chosen
from kztimeline.timeline.model import Event, Position, Timeline

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kztimeline.session.search import Search
    from kztimeline.session.selection import Selection

NOTHING: Final = "no event matches"
_LONG: Final = 2.0
"""Seconds after which it is said that words are indexed."""
_MOST_SHOWN: Final = 240
"""Characters of a query that a message repeats."""
_MOST_UNKNOWN: Final = 10
"""Ids that no event has of which each is told by itself."""
_BEFORE: Final = 60
"""Characters of a longer one before the mistake."""


class Seen(NamedTuple):
    """What a command writes: some events of a timeline, as far as they may be seen.

    Attributes:
        timeline: The timeline, without what came later where it is as of a date.
        events: The events.
        as_of: The last day seen, in words; empty for the timeline as it is.
        notice: What the output must say of that, or nothing.
        remark: What is said beside the output: that there is none, or only a possible one.
        day: The last day seen, ISO; empty for the timeline as it is.
        query: What was asked.
        unpinned: How many events there would be, were it not for pins, where there is none.
        possible: The ids of the events that only possibly match.
        certain_only: Whether events that only possibly match were left out.
    """

    timeline: Timeline
    events: Sequence[Event]
    as_of: str = ""
    notice: str = ""
    remark: str = ""
    day: str = ""
    query: str = ""
    unpinned: int = 0
    possible: frozenset[str] = frozenset()
    certain_only: bool = False

    @property
    def words(self) -> str:
        """What to say of it beside a number of events: ' as of 29 Feb 2012', or nothing."""
        return f" as of {self.as_of}" if self.as_of else ""


def seen_as_of(
    timeline: Timeline,
    events: Sequence[Event],
    as_of: str,
    pinned: Collection[Position] | None = None,
) -> Seen:
    """Return events as of a date, if there is one.

    Args:
        timeline: Whose events they are.
        events: The events.
        as_of: The date, or nothing.
        pinned: The positions of the pinned events, where no other is wanted.
    """
    from kztimeline.session.selection import Selector

    positions = [timeline.positions_by_id[event.id] for event in events]
    selector, view = Selector(timeline), View(as_of=as_of, pinned=pinned is not None)
    selection = selector.select(view, positions, pinned or ())
    seen = _seen(selection, timeline, as_of)
    if seen.events or pinned is None:
        return seen
    unpinned = selector.select(view.but(pinned=False), positions)
    return seen._replace(unpinned=len(unpinned.shown))


def _earliest(*dates: str) -> str:
    """Return the earliest of the dates that are not empty; nothing where all are."""
    from kztimeline.timeline.as_of import day_meant

    return min(filter(None, dates), key=lambda date: day_meant(date) or dt.date.max, default="")


def _seen(selection: Selection, timeline: Timeline, as_of: str) -> Seen:
    """Return what a view of a timeline that is as of a date, or of none, shows."""
    from kztimeline.timeline.as_of import day_meant, day_words

    if selection.timeline is timeline:
        events: Sequence[Event] = Chosen(timeline.events, selection.shown)
    else:
        events = [selection.timeline.event(timeline.events[at].id) for at in selection.shown]
    words = day_words(as_of) if as_of else ""
    day = day_meant(as_of) if as_of else None
    iso = day.isoformat() if day else ""
    return Seen(
        selection.timeline,
        events,
        words,
        selection.notice,
        day=iso,
        possible=ids_where(timeline, selection.shown, selection.possible),
    )


def events_named(timeline: Timeline, ids: list[str], as_of: str | None) -> Seen:
    """Return the events with these ids, each once; exit where there is none, or it came later."""
    missing = [identifier for identifier in ids if identifier not in timeline.positions_by_id]
    if len(missing) == len(ids) > _MOST_UNKNOWN:
        fail(
            f"none of the {len(ids)} ids given is an event's; the first is {ids[0]!r}",
            "Give ids, or the lines of `kzt list` without --format, one a line.",
            USAGE,
        )
    if missing:
        complain(*say_unknown(timeline, missing[:_MOST_UNKNOWN]).split("\n"))
        if len(missing) > _MOST_UNKNOWN:
            complain(f"{len(missing) - _MOST_UNKNOWN} more ids are no event's either")
        sys.exit(USAGE)
    events = [timeline.event(each) for each in dict.fromkeys(ids)]
    seen = seen_as_of(timeline, events, as_of_date(as_of))
    for identifier in ids:
        if identifier not in seen.timeline.positions_by_id:
            fail(f"{identifier} came after {seen.as_of}", "Leave out --as-of to see it.")
    return seen


def matching(
    timeline: Timeline,
    words: list[str] | None,
    *,
    certain: bool = False,
    as_of: str | None = None,
    nothing: str = "",
    pinned: Collection[Position] | None = None,
) -> Seen:
    """Return the events a query finds; exit on a bad query.

    The remark is that nothing matches, or that some events only possibly do.

    Args:
        timeline: What is asked.
        words: The query.
        certain: Whether events that only possibly match are left out.
        as_of: The date, as it was typed, after which everything is left out.
        nothing: What to say where no event matches, if not what may be meant.
        pinned: The positions of the pinned events, where no other is wanted.
    """
    from kztimeline.query import QueryError
    from kztimeline.session.pins import Pinboard
    from kztimeline.session.saved_views import UnknownView, expand
    from kztimeline.session.search import Search, as_seen

    text = asked_for = " ".join(words or ()).replace(SHIELD, "")
    last = as_of_date(as_of)
    search = Search(timeline)
    try:
        text, with_certain, of_view, notice = expand(
            text, search, lambda: Pinboard(lambda: timeline).positions
        )
        if notice:
            say(notice)
        view = View(
            query=text,
            certain=certain or with_certain,
            as_of=_earliest(last, of_view),
            pinned=pinned is not None,
        )
        _prepare(search, view.active_query)
        found = search.run(view.active_query, view.certain, view.as_of)
    except UnknownView as unknown:
        fail(unknown.problem, unknown.remedy, USAGE)
    except QueryError as error:
        complain(error.problem, *_pointed(text, error.start, error.end), f"    {error.remedy}")
        sys.exit(USAGE)
    selection = search.select(view, pinned or ())
    possible = ids_where(timeline, selection.shown, as_seen(found, selection).possible)
    seen = _seen(selection, timeline, view.as_of)._replace(
        query=asked_for,
        possible=possible,
        certain_only=view.certain and bool(view.active_query),
    )
    if possible:
        return seen._replace(remark=explained(len(seen.events), len(possible)))
    if seen.events:
        return seen
    if pinned is not None and (unpinned := len(search.select(view.but(pinned=False)).shown)):
        return seen._replace(unpinned=unpinned)
    if later := len(found.positions):
        return without_events(seen, later=later, nothing=nothing)
    return without_events(
        seen, nothing=nothing or _nothing_but_guesses(timeline, search, view, text)
    )


def _prepare(search: Search, text: str) -> None:
    """Have the index kept where a query has words: each command would lay it out anew.

    Raises:
        QueryError: the query has a mistake.
    """
    if not text:
        return
    from kztimeline.query import parse_query

    if parse_query(text, search.timeline).has_words:
        from kztimeline.cli.patience import patience

        with patience(f"indexing the words of {visible(search.timeline.path)}", _LONG):
            search.prepare()


def _nothing_but_guesses(timeline: Timeline, search: Search, view: View, text: str) -> str:
    """Return that nothing matches, and what may be meant by the text of the query."""
    from kztimeline.query.guesses import asked, parts_found

    def left(query: str) -> int | None:
        return search.leaves(view.but(query=query))

    meant = visible_lines(asked(search.guesses(visible(text), left))) or _file_among(text)
    meant = meant or visible_lines(parts_found(text, timeline, left))
    return "\n    ".join(filter(None, [NOTHING, meant]))


def _file_among(text: str) -> str:
    """Return what to write where a word of a query names a timeline instead of what to find."""
    from kztimeline.cli.arguments.pasted import as_argument

    for word in text.split():
        path = Path(word)
        if path.suffix in TIMELINE_SUFFIXES and path.is_file():
            return f"{word} is a file here: use -t {as_argument(word)} to read it as the timeline."
    return ""


def _pointed(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the part of a query about its characters from `start` to `end`, and carets below."""
    first = max(0, start - _BEFORE) if len(text) > _MOST_SHOWN else 0
    shown = visible(text[first : first + _MOST_SHOWN])
    before, meant = shown[: start - first], shown[start - first : end - first]
    return f"    {shown}", f"    {' ' * width(before)}{'^' * max(1, width(meant))}"


def without_events(seen: Seen, *, later: int = 0, nothing: str = "") -> Seen:
    """Return what is seen with the remark that there is none, and how many come later."""
    after = f"\n    After {seen.as_of}: {count_of(later, 'event')}." if later else ""
    return seen._replace(remark=(nothing or NOTHING) + after)


def conclude(seen: Seen) -> None:
    """Say, when the output has been written, what is to be said beside it; exit for no events."""
    if seen.remark:
        say(*seen.remark.split("\n"))
    if not seen.events:
        sys.exit(FINDINGS)


def _with_its_words(identifier: str, timeline: Timeline) -> tuple[str, ...]:
    """Return the ids, three at most, that have every word of an id that is none."""
    words = set(identifier.casefold().split("-"))
    found = (each for each in timeline.positions_by_id if words <= set(each.split("-")))
    return tuple(islice(found, 3)) if identifier else ()


def say_unknown(timeline: Timeline, ids: list[str]) -> str:
    """Return what to say of ids that a timeline does not have."""
    lines = []
    for identifier in dict.fromkeys(ids):
        near = nearest(identifier, timeline.positions_by_id)
        near = near or _with_its_words(identifier, timeline)
        hint = did_you_mean(near, sentence=True) if near else "`kzt list` shows the ids."
        lines.append(f"there is no event {identifier!r}\n    {hint}")
    return "\n".join(lines)
