"""`kzt list` and `kzt show`: events as text that is plain in a pipe; and queries in words."""

from __future__ import annotations

import re
import shutil
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperCommand

from kztimeline.cli.errors import USAGE, fail, reporting, say
from kztimeline.listing import in_full, one_line
from kztimeline.loading import load_timeline
from kztimeline.model import Event, Timeline

_NEGATED = re.compile(r'-[^-\s=]{2,}|-".*')
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


def chosen_timeline(context: typer.Context, option: Path | None = None) -> Timeline:
    """Return the timeline that the command's or the main command's option names."""
    return load_timeline(option or context.obj)


def matching(timeline: Timeline, words: list[str] | None, *, certain: bool = False) -> list[Event]:
    """Return the events a query finds, only the certain ones if asked; exit on a bad query.

    Says on stderr when nothing matches, or when some events only possibly do.
    """
    from kztimeline.query import Certainty, Index, QueryError, parse
    from kztimeline.saved import UnknownView, expand

    text = " ".join(words or ()).replace(_SHIELD, "")
    try:
        text, with_certain, notice = expand(text, timeline)
        certain = certain or with_certain
        if notice:
            say(notice)
        matches = Index(timeline).run(parse(text, timeline))
    except UnknownView as unknown:
        fail(unknown.problem, unknown.remedy, USAGE)
    except QueryError as error:
        caret = " " * error.start + "^" * max(1, error.end - error.start)
        fail(f"{error.problem}\n    {text}\n    {caret}", error.remedy, USAGE)
    positions = [
        position
        for position in matches.positions
        if not certain or matches.certainty(position) is Certainty.CERTAIN
    ]
    possible = len(matches) - matches.certain_count
    if not positions:
        say("no event matches")
    elif possible and not certain:
        say(f"{len(positions)} events, {possible} of them only possibly (their dates are open)")
    return [timeline.events[position] for position in positions]


def list_events(
    context: typer.Context,
    query: QueryWords = None,
    certain: Annotated[
        bool, typer.Option("--certain", help="Leave out events that only possibly match.")
    ] = False,
    timeline: TimelineOption = None,
) -> None:
    """List events, one a line: date, track letter, title, id."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        for event in matching(loaded, query, certain=certain):
            sys.stdout.write(one_line(loaded, event) + "\n")


def show(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, as `kzt list` shows.")],
    timeline: TimelineOption = None,
) -> None:
    """Show events in full: summary, actors, links, and who says so."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80
        for identifier in ids:
            if identifier not in loaded.position:
                close = get_close_matches(identifier, loaded.position, 1)
                hint = f"Did you mean {close[0]}?" if close else "`kzt list` shows the ids."
                fail(f"there is no event {identifier!r}", hint, USAGE)
        texts = [in_full(loaded, loaded.event(identifier), width) for identifier in ids]
        sys.stdout.write("\n".join(texts))
