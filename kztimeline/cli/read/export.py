"""`kzt export`: events in any format, to standard output or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from kztimeline.cli.arguments.declared import CommandContext, CommandOption
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
    require_count_alone,
    say_what_is_lacking,
    say_what_is_left,
    what_is_written,
)
from kztimeline.cli.read.matching import conclude, matching
from kztimeline.cli.reporting import USAGE, fail, reporting, require_utf_8
from kztimeline.cli.streams import write_bytes
from kztimeline.session.state.kept_rows import keep_rows, kept_rows
from kztimeline.text.numbers import count_of
from kztimeline.timeline.bulk.record_tables import ids_of

if TYPE_CHECKING:
    from pathlib import Path

    from kztimeline.cli.formats import Target
    from kztimeline.cli.read.matching import Seen
    from kztimeline.export.records import Export

_DEFAULT = "csv"


def export(
    context: CommandContext,
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
        CommandOption(("--excel",), "Safe for Excel: no formulas, accents intact."),
    ] = False,
    schema: Annotated[
        bool,
        CommandOption(
            ("--schema",), "With -o: describe what csv or json holds in FILE.schema.json."
        ),
    ] = False,
    package: Annotated[
        bool,
        CommandOption(
            ("--package",),
            "With -o NAME.csv: describe it as a data package in NAME.datapackage.json.",
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
        if count:
            require_count_alone(format=format, output=to.path, columns=columns, limit=limit)
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        if count:
            write_bytes(f"{len(seen.events)}\n".encode())
        elif to.format and (seen.events or to.path is None):
            number = len(seen.events[: choice.limit])
            plain = (
                to.format.name == _DEFAULT and choice.is_plain and not (seen.day or seen.possible)
            )
            if plain and not (schema or package):
                content, beside = _plain_table(seen, choice), {}
                what = f"{count_of(number, 'event')}{seen.words}"
            else:
                chosen = export_seen(seen, choice)
                content = in_format(to.format, chosen)
                beside = _descriptions(to, chosen, content, schema=schema, package=package)
                what = what_is_written(to.format, chosen, seen)
            to.write(content, what, beside)
            say_what_is_left(seen, number)
            say_what_is_lacking(to.format, to)
        conclude(seen)


def _plain_table(seen: Seen, choice: OutputChoice) -> bytes:
    """Return CSV with all columns, in order of date: as it is kept, or anew.

    What is made anew of all events is kept; of some it is the smaller part of the work.
    """
    timeline = seen.timeline
    positions = [timeline.positions_by_id[each] for each in ids_of(seen.events)]
    kept = kept_rows(timeline, positions, choice.limit)
    if kept is not None:
        return kept
    from kztimeline.export.formats.csv_table import table_lines

    made = export_seen(seen, choice)
    lines = table_lines(made)
    if len(made.events) == len(timeline.events):
        keep_rows(timeline, [timeline.positions_by_id[each.id] for each in made.events], lines)
    return b"".join(lines)


def _require_description(option: str, to: Target, formats: tuple[str, ...]) -> None:
    """Exit where nothing can be described by an option."""
    if to.format is None or to.format.name not in formats:
        fail(f"{option} describes {', '.join(formats)}", "Leave it out.", USAGE)
    if to.path is None or not to.is_file:
        fail(f"{option} describes a file", "Name the file with -o FILE.", USAGE)
    if option == "--package":
        # It names the file that it describes.
        require_utf_8(to.path.name, option, "Give the file another name, or leave this out.")


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
