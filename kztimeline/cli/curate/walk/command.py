"""`kzt seeds walk`: through the open dates of cards, from where the last walk ended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.curate.beside import no_card, own_timeline
from kztimeline.cli.curate.card_offers import offer_cards
from kztimeline.cli.options import DocumentsOption, TimelineOption, chosen_documents
from kztimeline.cli.reporting import fail, reporting, say
from kztimeline.documents.fates import is_open
from kztimeline.documents.texts import find_text, places_of_texts, whereabouts
from kztimeline.loading.findings import FileError
from kztimeline.loading.loader import documents_beside, not_of
from kztimeline.session.settings import documents_folder
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.cli.curate.walk.steps import Walk
    from kztimeline.timeline.model import Document


_DOCUMENTS: Final = "with --documents"


def walk_card(of: Path, path: Path, document: Document, text: str) -> bool:
    """Walk through a card; return whether the next one may follow."""
    from kztimeline.cli.curate.walk.desk import Desk
    from kztimeline.cli.curate.walk.steps import StopError, Walk

    walk = Walk(Desk(of, path), text)
    mended = walk.desk.cite_from_spans()
    if mended:
        say(f"{path}: {count_of(mended, 'date')} cited by events of yours already")
    opened = sum(map(is_open, document.mentions)) - mended
    say(f"{document.id}: {count_of(len(document.mentions), 'date')}, {opened} open")
    ended = True
    try:
        walk.go()
    except (StopError, EOFError, KeyboardInterrupt):
        sys.stdout.write("\n")
        ended = False
    walk.forget()
    walk.forget_date()
    _conclude(of, walk, path)
    return ended


def _conclude(of: Path, walk: Walk, path: Path) -> None:
    steps = sum(each.wrote for each in walk.visited)
    counted = f"{path}: {count_of(steps, 'step')} written"
    try:
        now = walk.desk.read()
    except FileError as error:
        file, check = error.findings[0].file, f"`kzt check {as_argument(of)}`"
        say(f"{counted}; {file} is faulty now: {check} says where")
        return
    left = sum(map(is_open, now.document.mentions))
    has = f"{of} has {count_of(len(now.file.events), 'event')}"
    lines = [f"{counted}, {count_of(left, 'date')} still open; {has}"]
    if steps:
        lines.append(f"    {_how_to_reopen(of, now.document.id)}")
    say(*lines)


def _how_to_reopen(of: Path, card: str) -> str:
    command = f"`kzt seeds reopen {card} NUMBER -t {as_argument(of)}`"
    return f"To take a step back later: {command}, or u at the start of the next walk."


def _refuse_without_text(document: Document, folder: Path) -> NoReturn:
    """Say where the text of a document was looked for, and exit."""
    where = whereabouts(document, folder)
    if where.state == "another":
        problem = f"{where.path} is not the text that the card {document.id} was made from"
        fail(problem, f"Put that one there, or name its folder {_DOCUMENTS}.")
    first, *others = places_of_texts(folder)
    places = f"neither in {first} nor beside the timeline" if others else f"not in {first}"
    problem = f"the text of {document.id}, {document.file}, is {places}"
    fail(problem, f"Copy it to {first / document.file}, or name its folder {_DOCUMENTS}.")


def walk(
    context: typer.Context,
    card: Annotated[
        str | None,
        typer.Argument(
            metavar="CARD",
            help="The id of a card; all if none is named.",
            autocompletion=offer_cards,
        ),
    ] = None,
    documents: DocumentsOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Go through the open dates of documents: an event or a reason for each.

    Each is shown with its sentence. A title that you type makes an event of it, whose
    date and passage are filled in; other answers dismiss it, leave it for later or undo.
    Every step is written at once, so that ctrl+c loses nothing but an event half answered, or
    a date typed for it, and says so; the next walk goes on where this one ends. Where the
    phrase gives no date, or a doubtful one, you are asked for it.
    """
    with reporting():
        of = own_timeline(timeline or context.obj)
        folder = documents_folder(chosen_documents(context, documents), of)
        beside, others = documents_beside(of, all_sound=True), not_of(of)
        own = {path: each for path, each in beside.items() if path not in others or each.id == card}
        ids = sorted(each.id for each in own.values())
        if card is not None and card not in ids:
            no_card(card, ids)
        if not own:
            fail("there is no card yet", f"`kzt seeds add PAGE -t {as_argument(of)}` makes one.")
        chosen = {path: each for path, each in own.items() if card in (None, each.id)}
        for path, document in chosen.items():
            if not any(map(is_open, document.mentions)):
                say(
                    f"{document.id}: nothing is open; "
                    f"`kzt seeds reopen {document.id} -t {as_argument(of)}` lists its dates"
                )
                continue
            text = find_text(document, folder)
            if text is None:
                _refuse_without_text(document, folder)
            if not walk_card(of, path, document, text):
                return
