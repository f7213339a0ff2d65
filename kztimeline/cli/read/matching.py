"""The events that the words of a command find, as far as they may be seen."""

from __future__ import annotations

import datetime as dt
import sys
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.cli.offers import SHIELD
from kztimeline.cli.options import as_of_date
from kztimeline.cli.reporting import FINDINGS, USAGE, complain, fail, say
from kztimeline.session.view import ALL_IMPORTANCES, View
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Event, Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.query import Matches

NOTHING: Final = "no event matches"


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
    """

    timeline: Timeline
    events: list[Event]
    as_of: str = ""
    notice: str = ""
    remark: str = ""
    day: str = ""
    query: str = ""

    @property
    def words(self) -> str:
        """What to say of it beside a number of events: ' as of 29 Feb 2012', or nothing."""
        return f" as of {self.as_of}" if self.as_of else ""


def seen_as_of(timeline: Timeline, events: list[Event], *dates: str) -> Seen:
    """Return events as of the earliest of the dates that are not empty."""
    from kztimeline.session.selection import seen_by
    from kztimeline.timeline.as_of import day_words, last_day

    as_of = min(filter(None, dates), key=lambda date: last_day(date) or dt.date.max, default="")
    if not as_of:
        return Seen(timeline, events)
    past, notice = seen_by(View(as_of=as_of), timeline)
    known = [past.event(event.id) for event in events if event.id in past.position]
    day = last_day(as_of)
    return Seen(past, known, day_words(as_of), notice, day=day.isoformat() if day else "")


def named(timeline: Timeline, ids: list[str], as_of: str | None) -> Seen:
    """Return the events with these ids; exit where there is none, or it came after a date."""
    missing = [identifier for identifier in ids if identifier not in timeline.position]
    if missing:
        complain(unknown(timeline, missing))
        sys.exit(USAGE)
    seen = seen_as_of(timeline, [timeline.event(each) for each in ids], as_of_date(as_of))
    for identifier in ids:
        if identifier not in seen.timeline.position:
            fail(f"{identifier} came after {seen.as_of}", "Leave out --as-of to see it.")
    return seen


def matching(
    timeline: Timeline,
    words: list[str] | None,
    *,
    certain: bool = False,
    as_of: str | None = None,
    nothing: str = "",
) -> Seen:
    """Return the events a query finds; exit on a bad query.

    The remark is that nothing matches, or that some events only possibly do.

    Args:
        timeline: What is asked.
        words: The query.
        certain: Whether events that only possibly match are left out.
        as_of: The date, as it was typed, after which everything is left out.
        nothing: What to say where no event matches, if not what may be meant.
    """
    from kztimeline.query import Index, QueryError, asked, guesses
    from kztimeline.query import parse as query_of
    from kztimeline.session.saved_views import UnknownView, expand

    text = asked_for = " ".join(words or ()).replace(SHIELD, "")
    last = as_of_date(as_of)
    try:
        text, with_certain, of_view, notice = expand(text, timeline, partial(_only, timeline))
        certain = certain or with_certain
        if notice:
            say(notice)
        index = Index(timeline)
        matches = index.run(query_of(text, timeline))
    except UnknownView as unknown:
        fail(unknown.problem, unknown.remedy, USAGE)
    except QueryError as error:
        caret = " " * error.start + "^" * max(1, error.end - error.start)
        fail(f"{error.problem}\n    {text}\n    {caret}", error.remedy, USAGE)
    dates = (last, of_view)
    seen = _seen(matches, timeline, certain, dates)._replace(query=asked_for)
    in_doubt = {timeline.events[at].id for at in matches.positions if not matches.is_certain(at)}
    possible = sum(event.id in in_doubt for event in seen.events)
    if possible:
        found = count_of(len(seen.events), "event")
        remark = f"{found}, {possible} of them only possibly (their dates are open)"
        return seen._replace(remark=remark)
    if seen.events:
        return seen
    if later := len(_seen(matches, timeline, certain).events):
        return without_events(seen, later=later, nothing=nothing)

    def left(query: str) -> int:
        return len(_seen(index.run(query_of(query, timeline)), timeline, certain, dates).events)

    meant = "" if nothing else asked(guesses(text, index, left))
    return without_events(seen, nothing=nothing or "\n    ".join(filter(None, [NOTHING, meant])))


def _seen(matches: Matches, timeline: Timeline, certain: bool, dates: Sequence[str] = ()) -> Seen:
    """Return the events that match, as of the earliest of some dates."""
    positions = matches.certain_positions if certain else matches.positions
    return seen_as_of(timeline, [timeline.events[at] for at in positions], *dates)


def without_events(seen: Seen, *, later: int = 0, nothing: str = "") -> Seen:
    """Return what is seen with the remark that there is none, and how many come later."""
    after = f"\n    After {seen.as_of}: {count_of(later, 'event')}." if later else ""
    return seen._replace(remark=(nothing or NOTHING) + after)


def conclude(seen: Seen) -> None:
    """Say, when the output has been written, what is to be said beside it; exit for no events."""
    if seen.remark:
        say(seen.remark)
    if not seen.events:
        sys.exit(FINDINGS)


def unknown(timeline: Timeline, ids: list[str]) -> str:
    """Return what to say of ids that a timeline does not have."""
    lines = []
    for identifier in dict.fromkeys(ids):
        near = nearest(identifier, timeline.position)
        hint = did_you_mean(near, sentence=True) if near else "`kzt list` shows the ids."
        lines.append(f"there is no event {identifier!r}\n    {hint}")
    return "\n".join(lines)


def _only(timeline: Timeline, view: View) -> list[str] | None:
    """Return the ids that only pins or a day of the year leave of a view; None for neither."""
    if not view.pinned and not view.on_day:
        return None
    from kztimeline.query import bitsets as bits
    from kztimeline.session.pins import load_pins
    from kztimeline.session.selection import Limits

    pins, _notice = load_pins(timeline)
    known = timeline.position
    pinned = [known[identifier] for identifier in pins.pinned if identifier in known]
    rest = view.but(importance=ALL_IMPORTANCES, as_of="")
    left = Limits(timeline).of(rest, pinned) or 0
    return [timeline.events[position].id for position in bits.to_positions(left)]
