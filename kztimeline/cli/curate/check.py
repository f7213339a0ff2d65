"""`kzt check`: everything that is wrong in timeline files, in one run."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from kztimeline.cli.arguments.pasted import as_argument, with_timeline
from kztimeline.cli.curate.beside import say_which
from kztimeline.cli.fitting import cells_of, fitted
from kztimeline.cli.options import DocumentsOption, TimelineOption, chosen_documents
from kztimeline.cli.patience import reading_a_text
from kztimeline.cli.reporting import FINDINGS, complain, named_by_variable, say
from kztimeline.cli.streams import write_bytes
from kztimeline.documents.ledger import changed_text
from kztimeline.documents.texts import whereabouts
from kztimeline.loading.files.plain_files import STANDARD_INPUT, read_bytes, read_standard_input
from kztimeline.loading.findings import FileError, Finding, report
from kztimeline.loading.loader import examine
from kztimeline.loading.locations import builtin_timeline, timeline_path
from kztimeline.session.settings import documents_folder
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import json_text, visible
from kztimeline.timeline.counts import as_table, count_events
from kztimeline.timeline.model import Timeline

_MOST_ROWS: Final = 12


class ReportFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


class CheckedFile(NamedTuple):
    """What was found in one file.

    Attributes:
        path: The file.
        findings: What is wrong with it, with its cards and their texts.
        timeline: The timeline, where it could be made.
        read: Whether the file could be read at all.
        compared: A line on texts of documents that were not compared; empty where all were.
        goes_on: The command that goes on where texts are at hand; empty where none is.
    """

    path: Path
    findings: list[Finding]
    timeline: Timeline | None
    read: bool = True
    compared: str = ""
    goes_on: str = ""


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
    documents: DocumentsOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Check timelines and their cards.

    Where the text of a document is at hand, it must be the one its card was made from.

    Exit status: 1 if anything is wrong.
    """
    option = timeline or context.obj
    paths = [STANDARD_INPUT if file == "-" else Path(file) for file in files or ()]
    if not paths:
        say_which(option)
    if option is not None or not paths:
        paths.insert(0, timeline_path(option))
    documents = chosen_documents(context, documents)
    checked = []
    for path in dict.fromkeys(paths):
        with reading_a_text(str(path)):
            checked.append(_pasteable(_check(path, documents, strict=strict)))
    if format is ReportFormat.json:
        everything = [finding.as_dict() for each in checked for finding in each.findings]
        written = json_text(json.dumps(everything, ensure_ascii=False))
        write_bytes(written.encode("utf-8", "replace") + b"\n")
    for each in checked:
        if format is ReportFormat.text:
            _report(each.path, each.findings, each.timeline if strict else None)
        _conclude(each, strict=strict)
    if any(each.findings or each.timeline is None for each in checked):
        raise typer.Exit(FINDINGS)


def _pasteable(checked: CheckedFile) -> CheckedFile:
    """Return what was found in a file, its remedies with commands as they are typed for it."""
    return checked._replace(
        findings=[
            each._replace(remedy=with_timeline(each.remedy, checked.path))
            for each in checked.findings
        ]
    )


def _report(path: Path, findings: list[Finding], counted: Timeline | None) -> None:
    """Write findings for reading, and the counts of a timeline if there is one."""
    sys.stdout.writelines(report(findings))
    if counted is not None:
        counts = count_events(counted)
        table = as_table(counted, counts, most_rows=_MOST_ROWS)
        cells = cells_of(sys.stdout)
        # A row of the table is not parted.
        sys.stdout.writelines(
            f"{line if line.startswith('|') else fitted(line, cells, 0)}\n"
            for line in table.splitlines()
        )
        if len(counts.years) > _MOST_ROWS:
            named = "" if path == builtin_timeline() else f" -t {as_argument(path)}"
            each_year = visible(f"Each year: `kzt values year{named}`")
            sys.stdout.write(f"\n{each_year}\n")


def _conclude(checked: CheckedFile, *, strict: bool) -> None:
    """Say how much is wrong with a file, and what was not checked."""
    path, findings, found, read, compared, goes_on = checked
    if findings or found is None:
        hint = [] if read else named_by_variable(str(path))
        complain(f"{path}: {count_of(len(findings), 'problem')}", *hint)
        if strict and found is None and read:
            say("of what --strict asks only the quotes were checked; mend these first")
    else:
        compares = f"    `{goes_on}` compares its cards with their texts, phrase by phrase"
        counted = count_of(len(found.events), "event")
        say(f"{path}: {counted}, nothing wrong", *([compares] if goes_on else []))
    if strict and compared:
        say(f"{path}: {compared}")


def _check(path: Path, documents: Path | None, *, strict: bool) -> CheckedFile:
    """Return what is wrong with a timeline file, its cards, and the texts that are at hand.

    Standard input is checked with the cards in the present folder.
    """
    try:
        content = read_standard_input() if path == STANDARD_INPUT else read_bytes(path)
    except FileError as error:
        return CheckedFile(path, error.findings, None, read=False)
    try:
        findings, found = examine(path, content, strict=strict, note=say)
    except FileError as error:
        return CheckedFile(path, error.findings, None)
    if found is None or not found.documents:
        return CheckedFile(path, findings, found)
    folder = documents_folder(documents, path)
    texts = [(each, whereabouts(each, folder)) for each in found.documents]
    findings = findings + [
        changed_text(each, where) for each, where in texts if where.state == "another"
    ]
    absent = sum(where.state == "missing" for _, where in texts)
    at_hand = any(where.state == "at hand" for _, where in texts)
    return CheckedFile(
        path,
        findings,
        found,
        compared=_not_compared(absent, folder),
        goes_on=_coverage(path, documents) if at_hand and path != STANDARD_INPUT else "",
    )


def _coverage(path: Path, documents: Path | None) -> str:
    """Return the command that compares the cards of a timeline with their texts."""
    given = "" if path == timeline_path() else f" -t {as_argument(path)}"
    found_in = "" if documents is None else f" --documents {as_argument(documents)}"
    return f"kzt coverage{given}{found_in}"


def _not_compared(absent: int, folder: Path) -> str:
    if not absent:
        return ""
    was = "was" if absent == 1 else "were"
    return (
        f"{count_of(absent, 'document')} {was} not compared with the text, "
        f"which is not in {folder}; name its folder with --documents"
    )
