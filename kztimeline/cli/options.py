"""Options and arguments that several commands have, and what they give."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.offers import offer_query
from kztimeline.cli.reporting import USAGE, complain, fail
from kztimeline.dates.edtf import Date, DateError
from kztimeline.dates.typed.fixed import typed_date
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import sentence
from kztimeline.loading.locations import timeline_path
from kztimeline.timeline.model import Timeline

if TYPE_CHECKING:
    from kztimeline.session.settings import SettingFault

TimelineOption = Annotated[
    Path | None,
    typer.Option(
        "--timeline",
        "-t",
        metavar="FILE",
        help="Use this timeline, not the built-in one; or set KZT_TIMELINE.",
    ),
]
DocumentsOption = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        metavar="FOLDER",
        help="Where the texts of the documents are; KZT_DOCUMENTS names one too.",
    ),
]
CertainOption = Annotated[bool, typer.Option("--certain", help="Hide possible matches.")]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Hide everything after a date, such as 2012-02, and say so.",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file; - is standard output."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite without asking.")]
QueryWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUERY",
        help="Words and fields, such as track:us in:2012.",
        autocompletion=offer_query,
    ),
]


def say_faults(faults: Iterable[SettingFault]) -> None:
    """Say what of the configuration file cannot be used, and is left out."""
    from kztimeline.session.settings import settings_file

    for fault in faults:
        complain(f"{settings_file()}: {fault.problem}; left out", f"    {fault.remedy}")


def require_folder(documents: Path | None) -> None:
    """Exit where the folder that `--documents` names is none."""
    if documents is not None and not documents.is_dir():
        fail(f"--documents: there is no folder {documents}", "Check the path.", USAGE)


def date_of(text: str | None, option: str) -> Date | None:
    """Return the date an option gives; exit where it is none."""
    try:
        return typed_date(text) if text is not None else None
    except DateError as error:
        fail(f"{option}: {error.problem}", sentence(error.remedy), USAGE)


def as_of_date(text: str | None) -> str:
    """Return the date that `--as-of` gives, or nothing; exit where it has no last day."""
    date = date_of(text, "--as-of")
    if date is not None and date.latest is None:
        fail(f"--as-of: {text} is open-ended", "Give the last day to show.", USAGE)
    return date.text if date else ""


def chosen_timeline(context: typer.Context, option: Path | None = None) -> Timeline:
    """Return the timeline that the command's or the main command's option names."""
    path = option or context.obj
    if not sys.stderr.isatty():
        return load_timeline(path)
    from kztimeline.cli.patience import patience

    with patience(f"reading {timeline_path(path)}") as tell:
        return load_timeline(path, tell)
