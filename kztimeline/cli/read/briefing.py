"""`kzt briefing`: events as headlines, one page or in full, as text, Markdown, HTML or Word."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Collection
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
    require_sound,
)
from kztimeline.cli.read.matching import (
    Seen,
    conclude,
    matching,
    say_unknown,
    seen_as_of,
    without_events,
)
from kztimeline.cli.reporting import USAGE, fail, reporting, say
from kztimeline.cli.streams import write_bytes
from kztimeline.export.briefing import (
    SUFFIXES,
    TEXT_WIDTH,
    BriefingForm,
    BriefingFormat,
    format_of,
    made_from,
    write_briefing,
)
from kztimeline.export.scope_line import day_of_export, scope_line, wrong_day_of_export
from kztimeline.session.pins import Pinboard
from kztimeline.text.numbers import count_of
from kztimeline.timeline.field_types import check_text
from kztimeline.timeline.model import Position, Timeline

_TOLD: Final = {
    BriefingForm.headlines: " as headlines",
    BriefingForm.page: " on one page",
    BriefingForm.full: "",
}
_NARROWEST: Final = 20
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
        BriefingForm,
        typer.Option(
            help="headlines (a line per event), page (what fits on one), or full (the default).",
            show_default=False,
        ),
    ] = BriefingForm.full,
    written: Annotated[
        BriefingFormat | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, markdown, html or docx (needs Pandoc); or taken from the ending of FILE. "
            "Text where neither says one, also on standard output.",
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Its title, instead of the timeline's.")
    ] = None,
    offsets: Annotated[
        bool,
        typer.Option(
            "--offsets", help="Add the character offsets of each passage in its document."
        ),
    ] = False,
    output: OutputOption = None,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """Write events as a briefing with numbered footnotes."""
    with reporting():
        path = out.destination(output, [suffix for each in SUFFIXES.values() for suffix in each])
        wanted = _format(written, path)
        if wanted is BriefingFormat.docx and path is None and sys.stdout.isatty():
            fail("Word cannot be shown in a terminal", "Name a file with -o.", USAGE)
        require_sound(check_text, {"--title": title})
        if wrong := wrong_day_of_export():
            fail(wrong, "Correct that variable, or unset it.", USAGE)
        loaded = chosen_timeline(context, timeline)
        board = Pinboard(lambda: loaded)
        notes = board.pins.notes_of_pinned()
        if board.notice:
            say(board.notice)
        only = board.positions if pinned else None
        seen = _named(loaded, query or [], certain=certain, as_of=as_of, pinned=only)
        if seen.unpinned:
            which = "none of these events is pinned" if query else "no event is pinned"
            fail(which, "Pin events on the screen; `kzt keys` names the key for it.")
        if not seen.events:
            conclude(seen)
        made = day_of_export()
        asked = _asked(seen, pinned=pinned)
        scope = scope_line(asked, seen.as_of, made, certain_only=seen.certain_only)
        first = made_from(form, wanted)
        text = write_briefing(
            seen.timeline,
            seen.events,
            notes,
            first,
            seen.notice,
            title or "",
            scope,
            form=form,
            offsets=offsets,
            cells=_cells() if path is None else TEXT_WIDTH,
            possible=seen.possible,
        )
        content = text.encode()
        if wanted is BriefingFormat.docx:
            from kztimeline.cli.read.pandoc import to_docx

            content = to_docx(
                text, made, title or seen.timeline.title, one_page=first is not wanted
            )
        if path is None:
            write_bytes(content)
        else:
            out.write_or_ask({path: content}, force=force)
            told = f"{count_of(len(seen.events), 'event')}{seen.words}{_TOLD[form]}"
            say(f"{told} written to {output}")
        conclude(seen)


def _cells() -> int:
    """Return the longest line of text to write: shorter on a narrow terminal."""
    if not sys.stdout.isatty():
        return TEXT_WIDTH
    return min(TEXT_WIDTH, max(shutil.get_terminal_size().columns, _NARROWEST))


def _asked(seen: Seen, *, pinned: bool) -> str:
    """Return what was asked for, in words and one line."""
    from kztimeline.query.wording import words_of_query

    which = "pinned events" if pinned else ""
    words = words_of_query(seen.query, seen.timeline) if seen.query else ""
    return ", ".join(filter(None, (words, which)))


def _format(option: BriefingFormat | None, path: Path | None) -> BriefingFormat:
    """Return the format that is asked for, by its name or by the file's; exit where both differ."""
    by_name = format_of(path.name if path else "")
    if option is None:
        return by_name
    if path is not None and path.suffix and by_name is not option:
        remedy = f"Leave out --format, or end the name in {SUFFIXES[option][0]}."
        fail(f"{path} does not fit --format {option}", remedy, USAGE)
    return option


def _named(
    timeline: Timeline,
    words: list[str],
    *,
    certain: bool,
    as_of: str | None,
    pinned: Collection[Position] | None,
) -> Seen:
    """Return the events with these ids, or that a query finds, where given those pinned."""
    known = [word for word in words if word in timeline.positions_by_id]
    if words and len(known) == len(words):
        events = [timeline.event(identifier) for identifier in dict.fromkeys(known)]
        seen = seen_as_of(timeline, events, as_of_date(as_of), pinned)
        return seen if seen.events or seen.unpinned else without_events(seen, later=len(events))
    others = [word for word in words if word not in known and _ID.fullmatch(word)]
    nothing = say_unknown(timeline, others) if known and others else ""
    if nothing and any("-" in identifier for identifier in known):
        # Nobody writes such an id as a word of a query.
        return Seen(timeline, [], remark=nothing)
    return matching(timeline, words, certain=certain, as_of=as_of, nothing=nothing, pinned=pinned)
