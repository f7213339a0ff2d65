"""`kzt briefing`: events as a page of Markdown or text with footnotes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kztimeline.briefing import Format, format_of, write_briefing
from kztimeline.cli.errors import fail, reporting, say
from kztimeline.cli.events import (
    AsOfOption,
    CertainOption,
    QueryWords,
    Seen,
    TimelineOption,
    as_of_date,
    chosen_timeline,
    matching,
    seen_as_of,
)
from kztimeline.cli.export import write_files
from kztimeline.model import Timeline
from kztimeline.pins import load_pins
from kztimeline.plurals import count_of


def briefing(
    context: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|QUERY]...", help="Ids of events, or a query as for `list`."),
    ] = None,
    pinned: Annotated[
        bool, typer.Option("--pinned", help="Only the events that are pinned on the screen.")
    ] = False,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Markdown unless FILE ends in .txt.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite without asking.")] = False,
    timeline: TimelineOption = None,
) -> None:
    """Write events as a briefing with numbered footnotes, to standard output or a file."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        pins, notice = load_pins(loaded)
        if notice:
            say(notice)
        seen = _named(loaded, query, certain=certain, as_of=as_of)
        events = seen.events
        if pinned:
            events = [event for event in events if event.id in pins]
            if not events:
                which = "none of these events is pinned" if query else "no event is pinned"
                fail(which, "Pin events on the screen; `kzt keys` names the key for it.")
        wanted = form or format_of(output.name if output else "")
        notes = pins.notes_of_pinned()
        content = write_briefing(seen.timeline, events, notes, wanted, seen.notice).encode()
        if output is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            write_files({output: content}, force=force)
            say(f"{count_of(len(events), 'event')}{seen.words} written to {output}")


def _named(timeline: Timeline, words: QueryWords, *, certain: bool, as_of: str | None) -> Seen:
    """Return the events with these ids, or those that a query finds."""
    if words and all(word in timeline.position for word in words):
        events = [timeline.event(word) for word in words]
        return seen_as_of(timeline, events, as_of_date(as_of))
    return matching(timeline, words, certain=certain, as_of=as_of)
