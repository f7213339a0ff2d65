"""`kzt briefing`: events as a page with footnotes, in Markdown, text, HTML or Word."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from kztimeline.cli import output as out
from kztimeline.cli.offers import offer_ids_or_query
from kztimeline.cli.options import (
    AsOfOption,
    CertainOption,
    ForceOption,
    OutputOption,
    TimelineOption,
    as_of_date,
    chosen_timeline,
)
from kztimeline.cli.read.matching import (
    Seen,
    conclude,
    matching,
    seen_as_of,
    unknown,
    without_events,
)
from kztimeline.cli.reporting import USAGE, fail, reporting, say
from kztimeline.cli.streams import write_bytes
from kztimeline.export.briefing import SUFFIXES, BriefingFormat, format_of, write_briefing
from kztimeline.export.scope import scope_line, today
from kztimeline.session.pins import load_pins
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Timeline

_ID: Final = re.compile(r"[\w-]+")


def briefing(
    context: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID|QUERY",
            help="Ids of events, or a query as for `list`.",
            autocompletion=offer_ids_or_query,
        ),
    ] = None,
    pinned: Annotated[
        bool, typer.Option("--pinned", help="Only the events that are pinned on the screen.")
    ] = False,
    form: Annotated[
        BriefingFormat | None,
        typer.Option(
            "--format",
            help="Markdown, unless FILE ends in .txt, .html or .docx (which takes Pandoc).",
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Its title, instead of the timeline's.")
    ] = None,
    output: OutputOption = None,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """Write events as a briefing with numbered footnotes."""
    with reporting():
        path = out.destination(output, [suffix for each in SUFFIXES.values() for suffix in each])
        wanted = _format(form, path)
        if wanted is BriefingFormat.docx and path is None and sys.stdout.isatty():
            fail("Word is nothing that a terminal can show", "Name a file with -o.", USAGE)
        loaded = chosen_timeline(context, timeline)
        pins, notice = load_pins(loaded)
        if notice:
            say(notice)
        seen = _named(loaded, query or [], certain=certain, as_of=as_of)
        if not seen.events:
            conclude(seen)
        events = [event for event in seen.events if not pinned or event.id in pins]
        if not events:
            which = "none of these events is pinned" if query else "no event is pinned"
            fail(which, "Pin events on the screen; `kzt keys` names the key for it.")
        notes = pins.notes_of_pinned()
        made = today()
        scope = scope_line(_asked(seen, pinned=pinned), seen.as_of, made)
        text = write_briefing(seen.timeline, events, notes, wanted, seen.notice, title or "", scope)
        content = text.encode()
        if wanted is BriefingFormat.docx:
            from kztimeline.cli.read.pandoc import to_docx

            content = to_docx(text, made, title or seen.timeline.title)
        if path is None:
            write_bytes(content)
        else:
            out.write({path: content}, force=force)
            say(f"{count_of(len(events), 'event')}{seen.words} written to {output}")
        conclude(seen)


def _asked(seen: Seen, *, pinned: bool) -> str:
    """Return what was asked for, in one line."""
    which = "pinned events" if pinned else ""
    return ", ".join(filter(None, (seen.query, which)))


def _format(option: BriefingFormat | None, path: Path | None) -> BriefingFormat:
    """Return the format that is asked for, by its name or by the file's; exit where both differ."""
    by_name = format_of(path.name if path else "")
    if option is None:
        return by_name
    if path is not None and path.suffix and by_name is not option:
        remedy = f"Leave out --format, or end the name in {SUFFIXES[option][0]}."
        fail(f"{path} is no name for --format {option}", remedy, USAGE)
    return option


def _named(timeline: Timeline, words: list[str], *, certain: bool, as_of: str | None) -> Seen:
    """Return the events with these ids, or those that a query finds."""
    known = [word for word in words if word in timeline.positions_by_id]
    if words and len(known) == len(words):
        seen = seen_as_of(timeline, [timeline.event(id) for id in known], as_of_date(as_of))
        return seen if seen.events else without_events(seen, later=len(known))
    others = [word for word in words if word not in known and _ID.fullmatch(word)]
    nothing = unknown(timeline, others) if known and others else ""
    if nothing and any("-" in identifier for identifier in known):
        # Nobody writes such an id as a word of a query.
        return Seen(timeline, [], remark=nothing)
    return matching(timeline, words, certain=certain, as_of=as_of, nothing=nothing)
