"""`kzt check`: everything that is wrong in a timeline file, in one run."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kztimeline.cli.errors import FINDINGS, say
from kztimeline.counts import as_table, count
from kztimeline.findings import FileError, Finding, report
from kztimeline.loading import examine
from kztimeline.model import Timeline
from kztimeline.places import timeline_path
from kztimeline.plurals import count_of


class ReportFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


def check(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="A timeline; the built-in one if not named.")
    ] = None,
    format: Annotated[ReportFormat, typer.Option(help="json is for editors.")] = ReportFormat.text,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also what a published timeline must satisfy.")
    ] = False,
) -> None:
    """Check a timeline and the cards beside it; exit 1 where something is wrong."""
    path = timeline_path(file or context.obj)
    findings, timeline = findings_of(path, strict=strict)
    if format is ReportFormat.json:
        sys.stdout.write(json.dumps([f.as_dict() for f in findings], ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(report(findings))
        if strict and timeline is not None:
            sys.stdout.write(as_table(timeline, count(timeline)))
    if findings or timeline is None:
        say(f"{path}: {count_of(len(findings), 'problem')}")
        if strict and timeline is None:
            say("of what --strict asks only the quotes were checked; mend these first")
        raise typer.Exit(FINDINGS)
    say(f"{path}: {count_of(len(timeline.events), 'event')}, nothing wrong")


def findings_of(path: Path, *, strict: bool = False) -> tuple[list[Finding], Timeline | None]:
    """Return what is wrong with a timeline file, and the timeline if nothing is."""
    from kztimeline.files import read_bytes

    try:
        return examine(path, read_bytes(path), strict=strict)
    except FileError as error:
        return error.findings, None
