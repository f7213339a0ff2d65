"""`kzt briefing`: events as a page of Markdown or text with footnotes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kztimeline.briefing import Format, count_of, format_of, write_briefing
from kztimeline.cli.errors import fail, reporting, say
from kztimeline.cli.events import QueryWords, TimelineOption, chosen_timeline, matching
from kztimeline.cli.export import write_files
from kztimeline.model import Event, Timeline
from kztimeline.pins import load_pins


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
    force: Annotated[bool, typer.Option("--force", help="Overwrite without asking.")] = False,
    timeline: TimelineOption = None,
) -> None:
    """Write events as a briefing with numbered footnotes, to standard output or a file."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        pins, notice = load_pins(loaded)
        if notice:
            say(notice)
        events = _named(loaded, query)
        if pinned:
            events = [event for event in events if event.id in pins]
            if not events:
                which = "none of these events is pinned" if query else "no event is pinned"
                fail(which, "On the screen, p pins the selected event.")
        wanted = form or format_of(output.name if output else "")
        content = write_briefing(loaded, events, pins.notes_of_pinned(), wanted).encode()
        if output is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            write_files({output: content}, force=force)
            say(f"{count_of(len(events), 'event')} written to {output}")


def _named(timeline: Timeline, words: QueryWords) -> list[Event]:
    """Return the events with these ids, or those that a query finds."""
    if words and all(word in timeline.position for word in words):
        return [timeline.event(word) for word in words]
    return matching(timeline, words)
