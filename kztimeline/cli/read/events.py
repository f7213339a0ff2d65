"""`kzt list` and `kzt show`: events as text that is plain in a pipe."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from typing import Annotated, Final

from kztimeline.cli.arguments.declared import Arguments, CommandContext
from kztimeline.cli.formats import TEXT, FormatOption, Target, target
from kztimeline.cli.offers import offer_ids
from kztimeline.cli.options import (
    AsOfOption,
    CertainOption,
    ForceOption,
    OutputOption,
    QueryWords,
    TimelineOption,
    chosen_timeline,
)
from kztimeline.cli.read.handing_out import (
    ColumnsOption,
    CountOption,
    LimitOption,
    OutputChoice,
    SortOption,
    chosen_events,
    export_seen,
    require_count_alone,
    say_what_is_left,
    write_events,
)
from kztimeline.cli.read.matching import Seen, conclude, events_named, matching
from kztimeline.cli.reporting import fail, reporting
from kztimeline.cli.streams import write_bytes
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.export.plain_text import in_full, in_full_linked, one_line
from kztimeline.loading.files.plain_files import read_standard_input
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import visible

_LISTED: Final = re.compile(r".*\[([^\[\]\s]+)\]")


def list_events(
    context: CommandContext,
    query: QueryWords = None,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    columns: ColumnsOption = None,
    sort: SortOption = None,
    limit: LimitOption = None,
    count: CountOption = False,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """List events, one a line.

    Each line has the date, the track's letter, the title and the id; (possible) stands
    before the id of an event that only possibly matches, since its date allows other days,
    too. On a terminal a title too long for the line is cut; in a pipe it is whole.
    """
    with reporting():
        to = target(format, output, force=force)
        choice = OutputChoice(columns, sort, limit)
        choice.check(to.format)
        if count:
            require_count_alone(format=format, output=to.path, columns=columns, limit=limit)
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        if count:
            sys.stdout.write(f"{len(seen.events)}\n")
        elif to.format is None or to.is_text:
            _list(to, seen, choice)
        elif seen.events or to.path is None:
            write_events(to, to.format, export_seen(seen, choice), seen)
        conclude(seen)


def _list(to: Target, seen: Seen, choice: OutputChoice) -> None:
    """Write events one a line; in a pipe or a file, each line is an event."""
    chosen = chosen_events(seen, choice)
    lines = _lines(chosen)
    if to.path is not None:
        if lines:
            to.write("".join(lines).encode(), f"{count_of(len(lines), 'event')}{seen.words}")
            say_what_is_left(seen, len(lines))
        return
    beside = not sys.stdout.isatty()
    if not beside:
        lines = _lines(chosen, shutil.get_terminal_size().columns)
    if seen.notice and not beside:
        sys.stdout.write(f"{seen.notice}\n")
    sys.stdout.writelines(lines)
    say_what_is_left(seen if beside else seen._replace(notice=""), len(lines))


def _lines(seen: Seen, cells: int | None = None) -> list[str]:
    return [
        f"{one_line(seen.timeline, event, cells, possible=event.id in seen.possible)}\n"
        for event in seen.events
    ]


def show(
    context: CommandContext,
    ids: Annotated[
        list[str],
        Arguments(
            "ID",
            "Ids, as `kzt list` shows; - reads them from standard input, one a line.",
            offers=offer_ids,
        ),
    ],
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Show events in full, with links and sources."""
    with reporting():
        to = target(format, output, force=force)
        loaded = chosen_timeline(context, timeline)
        if to.format is not None or to.path is not None:
            seen = events_named(loaded, _spelled_out(ids), as_of)
            exported = export_seen(seen, OutputChoice(), keep_order=True)
            write_events(to, to.format or BY_NAME[TEXT], exported, seen)
            return
        screen = sys.stdout.isatty()
        width = min(shutil.get_terminal_size().columns, 100) if screen else 80
        linked = screen and os.environ.get("TERM", "dumb") != "dumb"
        seen = events_named(loaded, _spelled_out(ids), as_of)
        write = in_full_linked if linked else in_full
        texts = [write(seen.timeline, event, width) for event in seen.events]
        whole = "\n".join([*([f"{visible(seen.notice)}\n"] if seen.notice else []), *texts])
        if linked:
            write_bytes(whole.encode(sys.stdout.encoding, sys.stdout.errors or "replace"))
        else:
            sys.stdout.write(whole)


def _spelled_out(ids: Iterable[str]) -> list[str]:
    """Return ids with those of standard input in place of each `-`; exit where there is none."""
    found: list[str] = []
    for identifier in ids:
        found += _ids_of_input() if identifier == "-" else [identifier]
    if not found:
        fail("standard input names no event", "Give it ids, or lines of `kzt list`, one a line.")
    return found


def _ids_of_input() -> list[str]:
    """Return the ids on standard input; a line of `kzt list` has its id at the end."""
    lines = read_standard_input().decode("utf-8", "replace").splitlines()
    stripped = [line.strip() for line in lines]
    return [_LISTED.sub(r"\1", line) for line in stripped if line]
