"""`kzt list` and `kzt show`: events as text that is plain in a pipe; and queries in words."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from typer.core import TyperCommand

from kztimeline.cli.errors import USAGE, fail, reporting, say
from kztimeline.dates import Date, DateError, parse
from kztimeline.listing import in_full, one_line
from kztimeline.loading import load_timeline
from kztimeline.model import Event, Timeline
from kztimeline.nearest import did_you_mean, nearest
from kztimeline.plurals import count_of
from kztimeline.view import ALL_IMPORTANCES, View

_NEGATED = re.compile(r'-[^-\s=]{2,}|-["“”„«»].*')
_SHIELD = "\ue000"
TimelineOption = Annotated[
    Path | None,
    typer.Option(
        "--timeline",
        "-t",
        metavar="FILE",
        help="Another timeline than the built-in one; KZT_TIMELINE names one too.",
    ),
]
CertainOption = Annotated[
    bool, typer.Option("--certain", help="Leave out events that only possibly match.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Leave out all that came after a date, such as 2012-02, and say so.",
    ),
]
QueryWords = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUERY]...", help="Words and fields, such as track:us in:2012."),
]


class QueryCommand(TyperCommand):
    """A command whose arguments are a query, in which `-word` means `not word`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Shield negated words, which would be taken for options."""
        shielded = [_SHIELD + arg if _NEGATED.fullmatch(arg) else arg for arg in args]
        return super().parse_args(ctx, shielded)


class Seen(NamedTuple):
    """What a command writes: some events of a timeline, as far as they may be seen.

    Attributes:
        timeline: The timeline, without what came later where it is as of a date.
        events: The events.
        as_of: The last day seen, in words; empty for the timeline as it is.
        notice: What the output must say of that, or nothing.
    """

    timeline: Timeline
    events: list[Event]
    as_of: str = ""
    notice: str = ""

    @property
    def words(self) -> str:
        """What to say of it beside a number of events: ' as of 29 Feb 2012', or nothing."""
        return f" as of {self.as_of}" if self.as_of else ""


def date_of(text: str | None, option: str) -> Date | None:
    """Return the date an option gives; exit where it is none."""
    try:
        return parse(text) if text is not None else None
    except DateError as error:
        fail(f"{option}: {error.problem}", error.remedy, USAGE)


def as_of_date(text: str | None) -> str:
    """Return the date that `--as-of` gives, or nothing; exit where it has no last day."""
    date = date_of(text, "--as-of")
    if date is not None and date.latest is None:
        fail(f"--as-of: {text} has no end", "Give the last day that is to be seen.", USAGE)
    return date.text if date else ""


def seen_as_of(timeline: Timeline, events: list[Event], *dates: str) -> Seen:
    """Return events as of the earliest of the dates that are not empty."""
    from kztimeline.asof import day_words, last_day, seen_by

    as_of = min(filter(None, dates), key=lambda date: last_day(date) or dt.date.max, default="")
    if not as_of:
        return Seen(timeline, events)
    past, notice = seen_by(View(as_of=as_of), timeline)
    known = [past.event(event.id) for event in events if event.id in past.position]
    return Seen(past, known, day_words(as_of), notice)


def chosen_timeline(context: typer.Context, option: Path | None = None) -> Timeline:
    """Return the timeline that the command's or the main command's option names."""
    return load_timeline(option or context.obj)


def matching(
    timeline: Timeline,
    words: list[str] | None,
    *,
    certain: bool = False,
    as_of: str | None = None,
) -> Seen:
    """Return the events a query finds; exit on a bad query.

    Says on stderr when nothing matches, or when some events only possibly do.

    Args:
        timeline: What is asked.
        words: The query.
        certain: Whether events that only possibly match are left out.
        as_of: The date, as it was typed, after which everything is left out.
    """
    from kztimeline.query import Index, QueryError
    from kztimeline.query import parse as query_of
    from kztimeline.saved import UnknownView, expand

    text = " ".join(words or ()).replace(_SHIELD, "")
    last = as_of_date(as_of)
    try:
        text, with_certain, of_view, notice = expand(text, timeline, partial(_only, timeline))
        certain = certain or with_certain
        if notice:
            say(notice)
        matches = Index(timeline).run(query_of(text, timeline))
    except UnknownView as unknown:
        fail(unknown.problem, unknown.remedy, USAGE)
    except QueryError as error:
        caret = " " * error.start + "^" * max(1, error.end - error.start)
        fail(f"{error.problem}\n    {text}\n    {caret}", error.remedy, USAGE)
    positions = matches.certain_positions if certain else matches.positions
    seen = seen_as_of(timeline, [timeline.events[at] for at in positions], last, of_view)
    in_doubt = {timeline.events[at].id for at in positions if not matches.is_certain(at)}
    possible = sum(event.id in in_doubt for event in seen.events)
    if not seen.events:
        say("no event matches")
    elif possible:
        found = count_of(len(seen.events), "event")
        say(f"{found}, {possible} of them only possibly (their dates are open)")
    return seen


def _only(timeline: Timeline, view: View) -> list[str] | None:
    """Return the ids that only pins or a day of the year leave of a view; None for neither."""
    if not view.pinned and not view.on_day:
        return None
    from kztimeline.narrowing import Limits
    from kztimeline.pins import load_pins
    from kztimeline.query import bits

    pins, _notice = load_pins(timeline)
    known = timeline.position
    pinned = [known[identifier] for identifier in pins.pinned if identifier in known]
    rest = view.but(importance=ALL_IMPORTANCES, as_of="")
    left = Limits(timeline).of(rest, pinned) or 0
    return [timeline.events[position].id for position in bits.to_positions(left)]


def list_events(
    context: typer.Context,
    query: QueryWords = None,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """List events, one a line: date, track letter, title, id."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        lines = [one_line(seen.timeline, event) for event in seen.events]
        sys.stdout.write("".join(f"{line}\n" for line in [*filter(None, [seen.notice]), *lines]))


def show(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, as `kzt list` shows.")],
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Show events in full: summary, actors, links, and who says so."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80
        for identifier in ids:
            if identifier not in loaded.position:
                near = nearest(identifier, loaded.position)
                meant = did_you_mean(near, sentence=True) if near else ""
                hint = meant or "`kzt list` shows the ids."
                fail(f"there is no event {identifier!r}", hint, USAGE)
        events = [loaded.event(identifier) for identifier in ids]
        seen = seen_as_of(loaded, events, as_of_date(as_of))
        for event in events:
            if event.id not in seen.timeline.position:
                fail(f"{event.id} came after {seen.as_of}", "Leave out --as-of to see it.")
        texts = [in_full(seen.timeline, event, width) for event in seen.events]
        sys.stdout.write("\n".join([*([f"{seen.notice}\n"] if seen.notice else []), *texts]))
