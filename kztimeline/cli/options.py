"""Options and arguments that several commands have, and what they give."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

from kztimeline.cli.arguments.declared import Arguments, CommandContext, CommandOption
from kztimeline.cli.offers import offer_query
from kztimeline.cli.reporting import USAGE, fail, use_timeline
from kztimeline.dates.edtf import Date, DateError
from kztimeline.dates.typed.fixed import typed_date
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import sentence
from kztimeline.loading.locations import at_home, timeline_path
from kztimeline.timeline.field_types import FieldError
from kztimeline.timeline.model import Timeline

TimelineOption = Annotated[
    Path | None,
    CommandOption(
        ("--timeline", "-t"),
        "Use this timeline, not the built-in one; or set KZT_TIMELINE.",
        metavar="FILE",
    ),
]
DocumentsOption = Annotated[
    Path | None,
    CommandOption(
        ("--documents",),
        "Where the texts of the documents are; KZT_DOCUMENTS names one too.",
        metavar="FOLDER",
    ),
]
CertainOption = Annotated[bool, CommandOption(("--certain",), "Hide possible matches.")]
AsOfOption = Annotated[
    str | None,
    CommandOption(
        ("--as-of",),
        "Hide everything after a date, such as 2012-02, and say so.",
        metavar="DATE",
    ),
]
OutputOption = Annotated[
    str | None,
    CommandOption(("--output", "-o"), "Write to a file; - is standard output.", metavar="FILE"),
]
ForceOption = Annotated[bool, CommandOption(("--force",), "Overwrite without asking.")]
QueryWords = Annotated[
    list[str] | None,
    Arguments("QUERY", "Words and fields, such as track:us in:2012.", offers=offer_query),
]


def require_sound(check: Callable[[str], str], options: Mapping[str, str | None]) -> None:
    """Exit where a check refuses the value of an option; one that is not given has none."""
    from kztimeline.text.letters.unseen import unseen

    for option, value in options.items():
        if value is None:
            continue
        if not value.strip():
            fail(f"{option} is empty", "Write something, or leave the option out.", USAGE)
        for found in unseen(value):
            fail(f"{option}: {found.problem}", found.remedy, USAGE)
        try:
            check(value)
        except FieldError as error:
            remedy = error.remedy.replace("leave the key out", "leave the option out")
            fail(f"{option}: {error.problem}", sentence(remedy), USAGE)


def require_folder(documents: Path | None) -> None:
    """Exit where the folder that `--documents` names is none."""
    if documents is not None and not documents.is_dir():
        fail(f"--documents: there is no folder {documents}", "Check the path.", USAGE)


def documents_before(context: Any) -> Path | None:
    """Return the folder that `--documents` names before the command, if any."""
    named: Path | str | None = context.find_root().params.get("texts")
    # Some versions of Typer make paths only of what a command is called with.
    return Path(named) if named is not None else None


def chosen_documents(context: Any, option: Path | None) -> Path | None:
    """Return the folder that `--documents` names after the command or before it, if any.

    Exits where that is no folder, or the one that the environment or the settings name instead.
    """
    from kztimeline.session.settings import DOCUMENTS_VARIABLE, load_settings, settings_file

    chosen = option or documents_before(context)
    require_folder(chosen)
    if chosen is not None:
        return chosen
    if named := os.environ.get(DOCUMENTS_VARIABLE):
        who, remedy = DOCUMENTS_VARIABLE, "Correct that variable, or unset it."
    else:
        named = str(load_settings().documents or "")
        who, remedy = f"{settings_file()}: documents", "Correct that setting, or leave it out."
    if named and not at_home(named).is_dir():
        fail(f"{who}: there is no folder {named}", remedy, USAGE)
    return None


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


def chosen_timeline(context: CommandContext, option: Path | None = None) -> Timeline:
    """Return the timeline that the command's or the main command's option names."""
    path = option or context.obj
    use_timeline(path)
    if not sys.stderr.isatty():
        # Nobody waits there, so what would be said is not even imported.
        return load_timeline(path, apart=True)
    from kztimeline.cli.patience import patience

    with patience(f"reading {timeline_path(path)}") as tell:
        return load_timeline(path, tell, apart=True)
