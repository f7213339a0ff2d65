"""`kzt list` and `kzt show`: events as text that is plain in a pipe."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from typing import Annotated, Final

import typer

from kztimeline.cli.offers import offer_ids
from kztimeline.cli.options import (
    AsOfOption,
    CertainOption,
    QueryWords,
    TimelineOption,
    chosen_timeline,
)
from kztimeline.cli.read.matching import conclude, matching, named
from kztimeline.cli.reporting import fail, reporting, say
from kztimeline.export.plain_text import in_full, one_line
from kztimeline.loading.disk import read_standard_input

_LISTED: Final = re.compile(r".*\[([^\[\]\s]+)\]")


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
        # In a pipe, each line is an event.
        beside = not sys.stdout.isatty()
        if seen.notice and not beside:
            sys.stdout.write(f"{seen.notice}\n")
        sys.stdout.writelines(f"{one_line(seen.timeline, event)}\n" for event in seen.events)
        if seen.notice and beside and seen.events:
            say(seen.notice)
        conclude(seen)


def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="Ids, as `kzt list` shows; - reads them from standard input, one a line.",
            autocompletion=offer_ids,
        ),
    ],
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Show events in full: summary, actors, links, and who says so."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80
        seen = named(loaded, _spelled_out(ids), as_of)
        texts = [in_full(seen.timeline, event, width) for event in seen.events]
        sys.stdout.write("\n".join([*([f"{seen.notice}\n"] if seen.notice else []), *texts]))


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
