"""`kzt export`: events in any format, to standard output or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.formats import FormatOption, target
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
    export_seen,
    in_format,
    say_what_is_lacking,
    say_what_is_left,
)
from kztimeline.cli.read.matching import conclude, matching
from kztimeline.cli.reporting import USAGE, fail, reporting
from kztimeline.cli.streams import write_bytes
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from pathlib import Path

    from kztimeline.cli.formats import Target
    from kztimeline.export.records import Export

_DEFAULT = "csv"


def export(
    context: typer.Context,
    query: QueryWords = None,
    format: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    columns: ColumnsOption = None,
    sort: SortOption = None,
    limit: LimitOption = None,
    count: CountOption = False,
    excel: Annotated[
        bool,
        typer.Option("--excel", help="Safe for Excel: no formulas, accents intact."),
    ] = False,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema", help="With -o: describe what csv or json holds in FILE.schema.json."
        ),
    ] = False,
    package: Annotated[
        bool,
        typer.Option(
            "--package",
            help="With -o NAME.csv: describe it as a data package in NAME.datapackage.json.",
        ),
    ] = False,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Export events, as CSV unless another format is chosen."""
    with reporting():
        to = target(format, output, default=_DEFAULT, force=force)
        choice = OutputChoice(columns, sort, limit, excel)
        choice.check(to.format)
        for option, wanted, described in (
            ("--schema", schema, ("csv", "json", "jsonl")),
            ("--package", package, ("csv",)),
        ):
            if wanted:
                _require_description(option, to, described)
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        if count:
            write_bytes(f"{len(seen.events)}\n".encode())
        elif to.format and (seen.events or to.path is None):
            chosen = export_seen(seen, choice)
            content = in_format(to.format, chosen)
            beside = _descriptions(to, chosen, content, schema=schema, package=package)
            to.write(content, f"{count_of(len(chosen.events), 'event')}{seen.words}", beside)
            say_what_is_left(seen, len(chosen.events))
            say_what_is_lacking(to.format, to)
        conclude(seen)


def _require_description(option: str, to: Target, formats: tuple[str, ...]) -> None:
    """Exit where nothing can be described by an option."""
    if to.format is None or to.format.name not in formats:
        fail(f"{option} describes {', '.join(formats)}", "Leave it out.", USAGE)
    if not to.is_file:
        fail(f"{option} describes a file", "Name the file with -o FILE.", USAGE)


def _descriptions(
    to: Target, export: Export, content: bytes, *, schema: bool, package: bool
) -> dict[Path, bytes]:
    """Return the files beside the one that is written, which describe it."""
    if to.path is None or to.format is None or not (schema or package):
        return {}
    from kztimeline.export.formats.csv_table import data_package, table_schema
    from kztimeline.export.json_schema import json_schema

    files: dict[Path, bytes] = {}
    if schema:
        of_csv = to.format.name == "csv"
        described = table_schema(export) if of_csv else json_schema(lines=to.format.name == "jsonl")
        files[to.path.with_name(f"{to.path.name}.schema.json")] = described
    if package:
        path = to.path.with_name(f"{to.path.stem}.datapackage.json")
        files[path] = data_package(export, to.path.name, content)
    return files
