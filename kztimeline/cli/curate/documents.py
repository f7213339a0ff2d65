"""`kzt extract` and `kzt seeds`: from documents to their cards."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kztimeline.cli.arguments import Command
from kztimeline.cli.curate.ledger import listed, write_ledger
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import (
    ForceOption,
    OutputOption,
    TimelineOption,
    chosen_timeline,
    date_of,
)
from kztimeline.cli.reporting import FINDINGS, USAGE, complain, fail, reporting, say
from kztimeline.cli.streams import write_bytes
from kztimeline.documents.ledger import cover
from kztimeline.documents.texts import DocumentText, document_of, read_document
from kztimeline.loading.disk import write_whole
from kztimeline.loading.findings import FileError, report, sentence
from kztimeline.loading.loader import faults_of_card
from kztimeline.loading.locations import cards_folder, is_packaged, timeline_path
from kztimeline.loading.plain_files import STANDARD_INPUT, read_standard_input
from kztimeline.text.numbers import count_of
from kztimeline.text.unseen import unseen
from kztimeline.text.visible import json_text, visible
from kztimeline.timeline.field_types import FieldError, check_identifier, check_text
from kztimeline.timeline.model import Document, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from kztimeline.documents.extraction import Extracted

    FoundIn: TypeAlias = Sequence[tuple[DocumentText, list[Extracted]]]

seeds_app = typer.Typer(invoke_without_command=True, help="List the documents' cards, or add one.")
_CONTEXT: Final = 30
_COLUMNS: Final = (
    "document", "start", "end", "text", "date",
    "precision", "kind", "anchor", "confidence", "candidates", "fault",
)  # fmt: skip


class ExtractFormat(StrEnum):
    """How mentions are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    stubs = "stubs"


Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The documents' own date, such as 2012-02-03."),
]


def extract_dates(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT", help="UTF-8 texts; - is standard input."),
    ],
    published: Published = None,
    format: Annotated[
        ExtractFormat,
        typer.Option(help="table, jsonl, csv, or stubs: an event to fill in for each date."),
    ] = ExtractFormat.table,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show in the table which evidence decided.")
    ] = False,
) -> None:
    """List every date mention in documents and how it is read.

    The doubtful ones come first, with what to look at: a day or weekday that cannot be, or
    the dates that it can mean, each with its share of 1 (0.50 is as likely as not).
    Without --published, phrases such as "last month" stay unresolved.

    A line of the table has the place in the text (characters from 0), the date, its kind,
    and the words with what stands around them. 1968~ is about 1968, 198X is the 1980s, 1985/.. is from
    1985 on, ../1968 is up to the end of 1968.

    In parentheses stands what is known where there is no date: (XXXX-05-06) a 6 May of an
    unknown year, (XXXX) an unknown year, (XXXX-WXX) an unknown week, (P18M) a length of
    18 months (D days, W weeks, Y years), (PRESENT_REF), (PAST_REF), (FUTURE_REF) "now",
    "recently", "the future".
    """
    from kztimeline.documents.extraction import extract as find

    if explain and format is not ExtractFormat.table:
        fail("--explain: only the table explains", "Leave out --format.", USAGE)

    date = date_of(published, "--published")
    faulty: list[str] = []
    found = [
        (document, find(document.text, date))
        for argument in documents
        if (document := _readable(argument, faulty)) is not None
    ]
    if faulty and not found:
        sys.exit(FINDINGS)
    if format is ExtractFormat.table:
        sys.stdout.writelines(_as_table(*each, explain=explain) for each in found)
    else:
        # For programs, which read UTF-8 whatever a terminal shows.
        write_bytes(_WRITERS[format](found).encode("utf-8", "replace"))
    if faulty:
        sys.stdout.flush()
        sys.exit(FINDINGS)


def _readable(argument: str, faulty: list[str]) -> DocumentText | None:
    """Read a document; one that cannot be read is named, noted and left out."""
    try:
        return _document(argument)
    except FileError as error:
        sys.stdout.flush()
        sys.stderr.writelines(report(error.findings))
        complain(f"{error.findings[0].file}: {count_of(len(error.findings), 'problem')}")
        faulty.append(argument)
        return None


def _document(argument: str) -> DocumentText:
    if argument == "-":
        return document_of(STANDARD_INPUT, read_standard_input())
    return read_document(Path(argument))


def _record(document: DocumentText, found: Extracted) -> dict[str, Any]:
    from kztimeline.documents.extraction import candidates

    return {
        "document": document.path.name,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "date": str(found.date) if found.date else None,
        "precision": found.precision,
        "kind": found.kind,
        "anchor": found.anchor,
        "confidence": found.confidence,
        "candidates": candidates(found),
        "fault": found.fault,
    }


def _records(found: FoundIn) -> Iterator[dict[str, Any]]:
    for document, mentions in found:
        for mention in mentions:
            yield _record(document, mention)


def _as_jsonl(found: FoundIn) -> str:
    return "".join(
        json_text(json.dumps(each, ensure_ascii=False)) + "\n" for each in _records(found)
    )


def _as_csv(found: FoundIn) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in _records(found):
        writer.writerow({name: visible(str(it)) for name, it in row.items() if it is not None})
    return stream.getvalue()


def _as_stubs(found: FoundIn) -> str:
    from kztimeline.documents.cards import event_stubs

    return "".join(event_stubs(_card_id(document.path), mentions) for document, mentions in found)


def _as_table(document: DocumentText, mentions: list[Extracted], explain: bool = False) -> str:
    from kztimeline.documents.extraction import doubt, doubtful_first
    from kztimeline.documents.extraction import explain as reasons

    doubts = sum(found.is_doubtful for found in mentions)
    counted = f", {doubts} of them doubtful" if doubts else ""
    lines = [f"{visible(document.path.name)}: {len(mentions)} mentions{counted}"]
    for found in doubtful_first(mentions):
        date = str(found.date) if found.date else f"({found.known or '-'})"
        before = document.text[max(0, found.span.start - _CONTEXT) : found.span.start]
        after = document.text[found.span.end : found.span.end + _CONTEXT]
        context = visible(f"{before}«{found.text}»{after}")
        lines.append(f"{found.span!s:>13}  {date:<23} {found.kind:<8}  {context}")
        notes = reasons(found) if explain else [note for note in [doubt(found)] if note]
        lines += [f"{'':15}{visible(note)}" for note in notes]
    return "\n".join(lines) + "\n"


_WRITERS = {
    ExtractFormat.jsonl: _as_jsonl,
    ExtractFormat.csv: _as_csv,
    ExtractFormat.stubs: _as_stubs,
}


def _card_id(path: Path) -> str:
    """Return the id for a document's card: its file name up to the first underscore."""
    stem = path.stem.partition("_")[0].lower()
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in stem).split()
    return "-".join(words) or "document"


@seeds_app.callback()
def seeds(
    context: typer.Context,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """List the documents' cards with the counts of their ledgers."""
    context.obj = timeline or context.obj
    if context.invoked_subcommand is not None:
        return
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        loaded = chosen_timeline(context)
        write_ledger(to, cover(loaded), listed)
        if not loaded.documents:
            say("this timeline has no documents; `kzt seeds add` makes a card")


@seeds_app.command(cls=Command)
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document, UTF-8 text.")],
    published: Annotated[str, typer.Option(metavar="DATE", help="The document's own date.")],
    title: Annotated[str, typer.Option(help="Its title.")],
    publisher: Annotated[str, typer.Option()] = "publisher not stated",
    author: Annotated[str | None, typer.Option()] = None,
    basis: Annotated[str, typer.Option(help="How its date is known.")] = "stated by the curator",
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    character: Annotated[
        str, typer.Option(help="What it is: report, opinion, statement.")
    ] = "report",
    id: Annotated[str | None, typer.Option(help="The card's id, instead of the file's.")] = None,
    timeline: TimelineOption = None,
) -> None:
    """Write the card of a new document, every date mention in it open."""
    from kztimeline.documents.cards import card_text, mentions_of
    from kztimeline.documents.extraction import extract as find

    date = date_of(published, "--published")
    identifier = id or _card_id(file)
    _require(check_identifier, {"--id": identifier})
    _require(check_text, {"the name of the file": file.name, "--title": title})
    _require(check_text, {"--publisher": publisher, "--basis": basis, "--character": character})
    _require(check_text, {"--author": author, "--url": url})
    with reporting():
        text = read_document(file)
        of = timeline_path(timeline or context.obj)
        if is_packaged(of):
            remedy = "Name a timeline of your own with --timeline."
            fail("the built-in timeline takes no further cards", remedy, USAGE)
        path = cards_folder(of) / f"{identifier}.yaml"
        if path.is_symlink() or path.exists():
            fail(f"{path} exists", "Give the new card another --id.")
        if date is None:
            fail("--published is empty", "Write a date such as 2012-02-03.", USAGE)
        found = find(text.text, date)
        mentions = _marked(mentions_of(found), found)
        card = Document(
            id=identifier,
            file=file.name,
            sha256=text.sha256,
            characters=len(text.text),
            title=title,
            author=author,
            publisher=publisher,
            issued=date,
            issued_basis=basis,
            URL=url,
            character=character,
            language="en",
            mentions=mentions,
        )
        content = card_text(card).encode()
        for fault in faults_of_card(of, path, content)[:1]:
            remedy = fault.remedy if fault.file == str(path) else "Give it another --id."
            fail(f"the card would not pass `kzt check`: {fault.problem}", remedy)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
        except OSError as error:
            remedy = "Name a timeline in a folder you may write to with --timeline."
            fail(f"{path} cannot be written: {error.strerror}", remedy)
        doubts = sum(one.is_doubtful for one in found)
        counted = f", {doubts} of them doubtful" if doubts else ""
        say(f"{path} written with {count_of(len(mentions), 'open mention')}{counted}", *_next(card))


def _next(card: Document) -> list[str]:
    """Return what to do with a new card, where the stubs would name it as it is called."""
    if card.id != _card_id(Path(card.file)):
        return []
    extract = f"kzt extract {shlex.quote(card.file)} --published {card.issued.text}"
    return [f"    `{extract} --format stubs` prints an event for each; name it under `cited_by`."]


def _marked(mentions: tuple[Mention, ...], found: list[Extracted]) -> tuple[Mention, ...]:
    """Write into the anchor of each doubtful mention what its curator should look at."""
    from kztimeline.documents.extraction import doubt

    notes = [doubt(one) for one in found]
    return tuple(
        replace(mention, anchor="; ".join(filter(None, (note, mention.anchor))))
        if note
        else mention
        for mention, note in zip(mentions, notes, strict=True)
    )


def _require(check: Callable[[str], str], options: dict[str, str | None]) -> None:
    """Exit where a check refuses the value of an option."""
    for option, value in options.items():
        if value is None:
            continue
        for found in unseen(value):
            fail(f"{option}: {found.problem}", found.remedy, USAGE)
        try:
            check(value)
        except FieldError as error:
            fail(f"{option}: {error.problem}", sentence(error.remedy), USAGE)
