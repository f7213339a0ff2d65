"""`kzt export`: events as CSV."""

from __future__ import annotations

from typing import Annotated

import typer

from kztimeline.cli import output as out
from kztimeline.cli.options import (
    AsOfOption,
    CertainOption,
    ForceOption,
    OutputOption,
    QueryWords,
    TimelineOption,
    chosen_timeline,
)
from kztimeline.cli.read.matching import conclude, matching
from kztimeline.cli.reporting import USAGE, fail, reporting, say
from kztimeline.cli.streams import write_bytes
from kztimeline.export.csv_table import SUFFIXES, table_schema, write_csv
from kztimeline.text.numbers import count_of


def export(
    context: typer.Context,
    query: QueryWords = None,
    output: OutputOption = None,
    force: ForceOption = False,
    excel: Annotated[
        bool,
        typer.Option(
            "--excel", help="For spreadsheets: text stays text, and letters are read right."
        ),
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="With -o: describe the columns in FILE.schema.json.")
    ] = False,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Write events as CSV, to standard output or a file."""
    with reporting():
        path = out.destination(output, SUFFIXES)
        if schema and (path is None or out.is_stream(path)):
            fail("--schema describes a file", "Name the file with -o FILE.", USAGE)
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        content = write_csv(seen.timeline, seen.events, excel=excel).encode()
        if path is None:
            write_bytes(content)
        elif seen.events:
            files = {path: content}
            if schema:
                described = path.with_name(f"{path.name}.schema.json")
                files[described] = table_schema(seen.notice).encode()
            out.write(files, force=force)
            say(f"{count_of(len(seen.events), 'event')}{seen.words} written to {output}")
        if seen.notice and seen.events:
            say(seen.notice)
        conclude(seen)
