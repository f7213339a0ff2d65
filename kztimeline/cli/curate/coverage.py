"""`kzt coverage`, and the cards of documents as a list: what became of every date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from kztimeline.cli.curate.beside import no_documents, say_which
from kztimeline.cli.fitting import cells_of, fitted, lined_up
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import (
    DocumentsOption,
    ForceOption,
    OutputOption,
    TimelineOption,
    chosen_documents,
    chosen_timeline,
)
from kztimeline.cli.patience import reading_a_text
from kztimeline.cli.reporting import FINDINGS, complain, reporting, say, say_faults
from kztimeline.documents.fates import is_doubtful, without_date
from kztimeline.documents.ledger import Coverage, cover
from kztimeline.export.plain_lists import PlainList
from kztimeline.loading.locations import card_files, cards_folder
from kztimeline.session.settings import documents_folder, load_settings
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.cli.formats import Target
    from kztimeline.timeline.model import Timeline


def coverage(
    context: typer.Context,
    documents: DocumentsOption = None,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """Show which dates in the documents are cited, dismissed or open.

    By document, with every statement. Exit status: 1 if any is open.
    """
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        say_which(timeline or context.obj)
        loaded = chosen_timeline(context, timeline)
        documents = chosen_documents(context, documents)
        if documents is None:
            say_faults(load_settings().faults)
        folder = documents_folder(documents, Path(loaded.path))
        with reading_a_text(f"the documents in {folder}"):
            states = cover(loaded, folder)
        write_ledger(to, states, _report)
        say_what_is_left_out(loaded)
        if not states:
            no_documents()
        if documents is None and not all(state.text_checked for state in states):
            say(f"texts that are not in {folder} are found with --documents FOLDER")
        if not all(state.complete for state in states):
            complain("not every date is cited or dismissed, or a card differs from its text")
            raise typer.Exit(FINDINGS)


def say_what_is_left_out(loaded: Timeline) -> None:
    """Say how many of the files beside a timeline's cards are not its own."""
    folder = cards_folder(Path(loaded.path))
    others = len(card_files(folder)) - len(loaded.documents)
    if others:
        say(f"{folder}: {count_of(others, 'card')} left out, of another timeline (`kzt check`)")


def write_ledger(
    to: Target, states: Sequence[Coverage], report: Callable[[Coverage, str], str]
) -> None:
    """Write the state of each document, as a report after its id says it or in another format."""
    ids = lined_up([state.document.id for state in states])
    reports = "".join(map(report, states, ids))
    cells = cells_of(sys.stdout) if to.path is None else None
    text = "".join(f"{fitted(line, cells, _GOES_ON)}\n" for line in reports.splitlines())
    to.write_list(_plain_list(states), "document", [text])


def listed(state: Coverage, id_: str) -> str:
    """Return the two lines of a document in a list of them, which begin with its id."""
    card = state.document
    return (
        f"{id_}  {card.issued.text:<10}  {_counts(state)}\n     {card.title} ({card.publisher})\n"
    )


def _counts(state: Coverage) -> str:
    dates = (
        f"{count_of(len(state.document.mentions), 'date')}, {state.cited} cited, "
        f"{state.dismissed} dismissed, {len(state.open)} open"
    )
    if not state.document.statements:
        return dates
    return (
        f"{dates}; {count_of(len(state.document.statements), 'statement')}, "
        f"{state.statements_cited} cited, {state.statements_dismissed} dismissed, "
        f"{len(state.open_statements)} open"
    )


def _citing_no_date(events: int) -> str:
    if not events:
        return ""
    return f"{count_of(events, 'event')} {'cites' if events == 1 else 'cite'} none of its dates; "


def _report(state: Coverage, id_: str) -> str:
    checked = state.agreement or "text not available"
    lines = [f"{id_}  {_counts(state)}; {_citing_no_date(len(state.unmentioned))}{checked}"]
    doubtful_first = sorted(state.open, key=lambda m: not is_doubtful(m))
    lines += [
        f"     open: {m.span}  {m.text} ({m.date or without_date(m)})" for m in doubtful_first
    ]
    lines += [f"     open: {s.span}  {s.states}" for s in state.open_statements]
    lines += [f"     cites none of its dates: {event}" for event in state.unmentioned]
    lines += [f"     {finding}" for finding in state.findings]
    return "\n".join(lines) + "\n"


_GOES_ON: Final = 9
_COLUMNS: Final = (
    "id",
    "title",
    "publisher",
    "author",
    "issued",
    "file",
    "URL",
    "mentions",
    "mentions_cited",
    "mentions_dismissed",
    "mentions_open",
    "statements",
    "statements_cited",
    "statements_dismissed",
    "statements_open",
    "without_a_mention",
    "text_checked",
    "findings",
    "complete",
)


def _plain_list(states: Sequence[Coverage]) -> PlainList:
    return PlainList(
        "documents",
        _COLUMNS,
        tuple(
            {
                "id": state.document.id,
                "title": state.document.title,
                "publisher": state.document.publisher,
                "author": state.document.author,
                "issued": state.document.issued.text,
                "file": state.document.file,
                "URL": state.document.URL,
                "mentions": len(state.document.mentions),
                "mentions_cited": state.cited,
                "mentions_dismissed": state.dismissed,
                "mentions_open": len(state.open),
                "statements": len(state.document.statements),
                "statements_cited": state.statements_cited,
                "statements_dismissed": state.statements_dismissed,
                "statements_open": len(state.open_statements),
                "without_a_mention": state.unmentioned,
                "text_checked": state.text_checked,
                "findings": tuple(map(str, state.findings)),
                "complete": state.complete,
            }
            for state in states
        ),
    )
