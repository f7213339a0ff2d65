"""`kzt seeds add`: the card of a new document."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.curate.beside import (
    events_if_sound,
    own_timeline,
    timelines_beside,
)
from kztimeline.cli.curate.document_given import read_given, say_if_page
from kztimeline.cli.curate.extracting import card_id
from kztimeline.cli.curate.prompting import prompted_answer
from kztimeline.cli.options import TimelineOption, date_of, documents_before, require_sound
from kztimeline.cli.output import fail_unwritten
from kztimeline.cli.patience import reading_a_text
from kztimeline.cli.reporting import USAGE, fail, reporting, require_utf_8, say
from kztimeline.documents.fates import cited_by_spans, is_open
from kztimeline.documents.texts import whereabouts
from kztimeline.loading.files.disk import write_whole
from kztimeline.loading.findings import FileError
from kztimeline.loading.loader import documents_beside, faults_of_cards, file_of, not_of
from kztimeline.loading.locations import (
    card_files,
    cards_folder,
    own_cards_folder,
)
from kztimeline.session.settings import documents_folder
from kztimeline.text.numbers import count_of, together
from kztimeline.timeline.field_types import check_address, check_identifier, check_text
from kztimeline.timeline.model import Document, Mention, Source

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.documents.extraction import Extracted
    from kztimeline.documents.texts import DocumentText

_CHARACTERS: Final = ("report", "opinion", "statement")
_SHOWN: Final = 5
_UNSTATED: Final = "publisher not stated"
_EXAMPLE: Final = "--published 2012-02-03 --title 'A page' --publisher 'A paper'"


def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document, UTF-8 text.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The document's own date.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    basis: Annotated[str, typer.Option(help="How its date is known.")] = "stated by the curator",
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    character: Annotated[
        str,
        typer.Option(
            help=f"What it is: {', '.join(_CHARACTERS)}.", autocompletion=lambda: [*_CHARACTERS]
        ),
    ] = "report",
    id: Annotated[str | None, typer.Option(help="The card's id, instead of the file's.")] = None,
    timeline: TimelineOption = None,
) -> None:
    """Write the card of a new document, every date in it open.

    It goes to the folder seeds beside the timeline. Where several timelines lie in one
    folder, each may have a folder of its own: war-seeds for war.yaml. On a terminal, it asks for
    the date, the title and the publisher where they are not given.
    """
    from kztimeline.documents.cards import card_text, mentions_of
    from kztimeline.documents.extraction import extract as find

    if file.is_dir():
        fail(f"{file} is a folder", "Name the file that holds the document's text.", USAGE)
    date = _issued(_given(published, "--published", "The document's own date"))
    asks = title is None
    title = _given(title, "--title", "Its title")
    if publisher is None:
        publisher = prompted_answer("Who published it", _UNSTATED) if asks else _UNSTATED
    identifier = card_id(file) if id is None else id
    require_sound(check_identifier, {"--id": identifier})
    require_utf_8(file.name, "FILE", "Rename it, for the card names it.")
    require_sound(check_text, {"the name of the file": file.name, "--title": title})
    require_sound(check_text, {"--publisher": publisher, "--basis": basis, "--author": author})
    require_sound(check_text, {"--character": character})
    require_sound(check_address, {"--url": url})
    with reporting():
        text = read_given(str(file))
        option = timeline or context.obj
        of = _timeline(option)
        if not text.text.strip("\ufeff \t\r\n\f"):
            fail(f"{file} is empty", "Name the file that holds the document's text.")
        folder = _folder(of)
        path = folder / f"{identifier}.yaml"
        _refuse_twice(of, text)
        if path.is_symlink() or path.exists():
            fail(f"{path} exists, the card of another text", "Give the new card another --id.")
        if bearer := _bearer_of(identifier, of):
            fail(f"the id {identifier!r} is taken by {bearer}", "Give the card another --id.")
        with reading_a_text(str(file)):
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
        card = replace(card, mentions=cited_by_spans(card, events_if_sound(of) or ()))
        _write_card(of, path, card_text(card).encode())
        doubts = sum(one.is_doubtful for one in found)
        counted = f", {doubts} of them doubtful" if doubts else ""
        cited = len(mentions) - sum(map(is_open, card.mentions))
        counted += f"; {cited} cited by events that are there" if cited else ""
        opened = count_of(len(mentions) - cited, "open date")
        say(f"{path} written with {opened}{counted}")
        if not mentions:
            say(f"no date is found in {file}, so there is nothing to walk through")
        say_if_page(text)
        _say_next(card, file, of, option, documents_before(context))
        _say_shared(of, folder)


def _write_card(of: Path, path: Path, content: bytes) -> None:
    """Write a card that its timeline can do with; exit where it would not, or cannot be written."""
    for fault in faults_of_cards(of, {path: content})[:1]:
        where = f"{fault.file}:{fault.line}: " if fault.file != str(path) else ""
        fail(f"the card would not pass `kzt check`: {where}{fault.problem}", fault.remedy)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        elsewhere = "Name a timeline in a folder you may write to with --timeline."
        fail_unwritten(path, error, elsewhere)


def _given(value: str | None, option: str, question: str) -> str:
    """Return what an option gives, or what is answered on a terminal; exit where neither is."""
    if value is not None:
        return value
    if not sys.stdin.isatty():
        fail(f"{option} is missing", f"Give it, as in: kzt seeds add FILE {_EXAMPLE}", USAGE)
    return prompted_answer(question)


def _issued(published: str) -> Date:
    """Return the document's own date; exit where it is none, or has not come."""
    date = date_of(published, "--published")
    if date is None:
        fail("--published is empty", "Write a date such as 2012-02-03.", USAGE)
    # Elsewhere it may be tomorrow already.
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
    if date.earliest is not None and date.earliest > tomorrow:
        fail(f"--published: {published} is still to come", "Write the date it bears.", USAGE)
    return date


def _timeline(option: Path | None) -> Path:
    """Return the timeline that the card is for; exit where there is none."""
    of = own_timeline(option, "the built-in timeline takes no further cards")
    if not of.is_file():
        others = ", ".join(sorted(other.name for other in timelines_beside(of))[:5])
        beside = f"In its folder: {others}. " if others else ""
        remedy = f"{beside}Check the name, or begin it with `kzt new {as_argument(of)}`."
        fail(f"there is no timeline {of}", remedy)
    return of


def _folder(of: Path) -> Path:
    """Return the folder for a new card: one of the timeline's own where others have the first."""
    folder = cards_folder(of)
    lying = len(card_files(folder))
    if not lying or folder == own_cards_folder(of):
        return folder
    return folder if len(not_of(of)) < lying else own_cards_folder(of)


def _refuse_twice(of: Path, text: DocumentText) -> None:
    for path, document in documents_beside(of).items():
        if document.sha256 == text.sha256:
            given = f" -t {as_argument(of)}"
            remedy = (
                f"`kzt seeds walk {document.id}{given}` goes through its open dates, and "
                f"`kzt seeds cite{given}` names in it the events that cite it."
            )
            fail(f"this text has a card already: {path} (id {document.id})", remedy)


def _say_next(
    card: Document, file: Path, of: Path, option: Path | None, texts: Path | None
) -> None:
    """Say what to do with a new card, in commands that can be pasted."""
    given = f" -t {as_argument(option)}" if option is not None else ""
    found_in = f" --documents {as_argument(texts)}" if texts is not None else ""
    walk = f"`kzt seeds walk {card.id}{given}{found_in}`"
    words = ["--published", card.issued.text]
    if card.id != card_id(file):
        words += ["--id", card.id]
    words += ["--format", "stubs", *_where_stubs_go(of)]
    extract = f"kzt extract {as_argument(file)} {shlex.join(words)}"
    lines = []
    folder = documents_folder(texts, of)
    if whereabouts(card, folder).state != "at hand":
        place = folder / card.file
        lookers = "the walk, coverage and the screen"
        copy = f"`cp {as_argument(file)} {as_argument(place)}`"
        lines.append(
            f"    {place} is another text: name the folder of this one with --documents."
            if place.exists()
            else f"    {copy} puts the text where {lookers} look for it."
        )
    if any(map(is_open, card.mentions)):
        lines += [
            f"    {walk} asks for an event or a reason for each date.",
            f"    By hand: `{extract}` prints an event for each, to be filled in;",
            f"    `kzt seeds cite{given}` then writes into the card which event cites which.",
        ]
    elif not lines:
        return
    first, *rest = lines
    say(f"next: {first.strip()}", *rest)


def _bearer_of(identifier: str, of: Path) -> str:
    """Return which source or card of a timeline has an id, as far as it can be read."""
    sources: tuple[Source, ...] = ()
    with suppress(FileError):
        sources = file_of(of).sources
    for source in sources:
        if source.id == identifier:
            return f"the source {source.title!r} of {of}"
    cards = documents_beside(of).items()
    return next((f"the card {path}" for path, card in cards if card.id == identifier), "")


def _where_stubs_go(of: Path) -> list[str]:
    """Return the options that name the first track and topic of a timeline, where it has them."""
    try:
        file = file_of(of)
    except FileError:
        return []
    options = (("--track", file.tracks), ("--topic", file.topics))
    return [word for option, them in options if them for word in (option, them[0].id)]


def _say_shared(of: Path, folder: Path) -> None:
    others = timelines_beside(of)
    own = own_cards_folder(of)
    if others and folder != own:
        names = sorted(each.name for each in others)
        shown = names[:_SHOWN] + [f"{len(names) - _SHOWN} more"] * (len(names) > _SHOWN)
        read = f"{together(shown)} beside it {'reads' if len(names) == 1 else 'read'}"
        say(f"{read} {folder} too; a folder {own} would be this timeline's alone")


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
