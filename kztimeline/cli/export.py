"""`kzt export`: events as CSV."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kztimeline.cli.errors import USAGE, fail, reporting, say
from kztimeline.cli.events import (
    AsOfOption,
    CertainOption,
    QueryWords,
    TimelineOption,
    chosen_timeline,
    matching,
)
from kztimeline.export import table_schema, write_csv
from kztimeline.files import write_whole
from kztimeline.plurals import count_of


def export(
    context: typer.Context,
    query: QueryWords = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite without asking.")] = False,
    excel: Annotated[
        bool, typer.Option("--excel", help="For spreadsheets: a BOM, and guarded formulas.")
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
        if schema and output is None:
            fail("--schema describes a file", "Name the file with -o FILE.", USAGE)
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        content = write_csv(seen.timeline, seen.events, excel=excel).encode()
        if seen.notice:
            say(seen.notice)
        if output is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
            return
        files = {output: content}
        if schema:
            files[output.with_name(f"{output.name}.schema.json")] = table_schema(
                seen.notice
            ).encode()
        write_files(files, force=force)
        say(f"{count_of(len(seen.events), 'event')}{seen.words} written to {output}")


def write_files(files: dict[Path, bytes], *, force: bool) -> None:
    """Write files, asking before one is overwritten; exit where that must not be."""
    for path in files:
        if path.is_dir():
            fail(f"{path} is a folder", "Name a file.", USAGE)
        if path.exists() and not force and not _may_overwrite(path):
            fail(f"{path} exists", "Use --force to overwrite it, or name another file.")
    for path, content in files.items():
        try:
            write_whole(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            fail(f"{path} cannot be written: {reason}", "Name a file in a folder you may write to.")


def _may_overwrite(path: Path) -> bool:
    """Ask on a terminal; never overwrite where nobody can answer."""
    return sys.stdin.isatty() and typer.confirm(f"Overwrite {path}?", err=True)
