"""`kzt check`: everything that is wrong in timeline files, in one run."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kztimeline.cli.options import TimelineOption
from kztimeline.cli.reporting import FINDINGS, complain, say
from kztimeline.cli.streams import write_bytes
from kztimeline.loading.findings import FileError, Finding, report
from kztimeline.loading.loader import examine
from kztimeline.loading.locations import timeline_path
from kztimeline.loading.plain_files import STANDARD_INPUT, read_bytes, read_standard_input
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import json_text
from kztimeline.timeline.counts import as_table, count_events
from kztimeline.timeline.model import Timeline


class ReportFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


def check(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="Timelines; the built-in one if none is named, - for standard input.",
        ),
    ] = None,
    format: Annotated[ReportFormat, typer.Option(help="json is for editors.")] = ReportFormat.text,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also check what a published timeline must satisfy.")
    ] = False,
    timeline: TimelineOption = None,
) -> None:
    """Check timelines and their cards; exit 1 if anything is wrong."""
    option = timeline or context.obj
    paths = [STANDARD_INPUT if file == "-" else Path(file) for file in files or ()]
    if option is not None or not paths:
        paths.insert(0, timeline_path(option))
    checked = [(path, *findings_of(path, strict=strict)) for path in dict.fromkeys(paths)]
    if format is ReportFormat.json:
        everything = [finding.as_dict() for _, findings, _ in checked for finding in findings]
        written = json_text(json.dumps(everything, ensure_ascii=False))
        write_bytes(written.encode("utf-8", "replace") + b"\n")
    for path, findings, found in checked:
        if format is ReportFormat.text:
            _report(findings, found if strict else None)
        if findings or found is None:
            complain(f"{path}: {count_of(len(findings), 'problem')}")
            if strict and found is None:
                say("of what --strict asks only the quotes were checked; mend these first")
        else:
            say(f"{path}: {count_of(len(found.events), 'event')}, nothing wrong")
    if any(findings or found is None for _, findings, found in checked):
        raise typer.Exit(FINDINGS)


def _report(findings: list[Finding], counted: Timeline | None) -> None:
    """Write findings for reading, and the counts of a timeline if there is one."""
    sys.stdout.writelines(report(findings))
    if counted is not None:
        sys.stdout.write(as_table(counted, count_events(counted)))


def findings_of(path: Path, *, strict: bool = False) -> tuple[list[Finding], Timeline | None]:
    """Return what is wrong with a timeline file, and the timeline if nothing is.

    Standard input is checked with the cards in the present folder.
    """
    try:
        content = read_standard_input() if path == STANDARD_INPUT else read_bytes(path)
        return examine(path, content, strict=strict)
    except FileError as error:
        return error.findings, None
