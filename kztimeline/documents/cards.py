"""Writing what a curator starts from: the card of a new document, and event stubs."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kztimeline.dates.edtf import OPEN, Date, parse
from kztimeline.loading.file_format.first_file import (
    STUB_SUMMARY,
    STUB_TITLE,
    STUB_TOPIC,
    STUB_TRACK,
)
from kztimeline.loading.yaml_writer import Quoted, comment, dump
from kztimeline.text.letters.unseen import in_place
from kztimeline.timeline.model import TITLE_LENGTH, Document, Mention, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kztimeline.documents.extraction import Extracted


def card_text(document: Document) -> str:
    """Return the card of a document as YAML, leaving out what is not known."""
    fields = ("id", "file", "sha256", "characters", "title", "author", "publisher", "issued")
    rest = ("issued_basis", "URL", "character", "language")
    card: dict[str, Any] = {
        name: str(value)
        for name in (*fields, *rest)
        if (value := getattr(document, name)) is not None
    }
    card |= {
        "id": Quoted(document.id),
        "characters": document.characters,
        "issued": Quoted(document.issued),
        "mentions": [_mention(mention) for mention in document.mentions],
    }
    if document.statements:
        card["statements"] = [_statement(statement) for statement in document.statements]
    return dump(card)


def _mention(mention: Mention) -> dict[str, Any]:
    fields = {
        "span": str(mention.span),
        "text": mention.text,
        "kind": mention.kind,
        "date": Quoted(mention.date) if mention.date else None,
        "anchor": mention.anchor,
        "cited_by": list(mention.cited_by),
        "dismissed": mention.dismissed,
    }
    return {name: value for name, value in fields.items() if value}


def _statement(statement: Statement) -> dict[str, Any]:
    fields = {
        "span": str(statement.span),
        "states": statement.states,
        "cited_by": list(statement.cited_by),
        "dismissed": statement.dismissed,
    }
    return {name: value for name, value in fields.items() if value}


def mentions_of(extracted: list[Extracted]) -> tuple[Mention, ...]:
    """Return open mentions for what an extraction found.

    A mention that goes over the end of a line stands in one: its text has a space for
    each character that does not show, so that it stays as long as its span.
    """
    return tuple(
        Mention(
            span=found.span,
            text=in_place(found.text),
            kind=found.kind,
            date=found.date,
            anchor=_in_words(found.anchor) if found.anchor else None,
        )
        for found in extracted
    )


def _in_words(text: str) -> str:
    """Return `text` in one line, with single spaces."""
    return " ".join(in_place(text).split())


def event_stubs(
    extracted: Iterable[tuple[str, Extracted]],
    *,
    track: str = STUB_TRACK,
    topics: Sequence[str] = (STUB_TOPIC,),
) -> str:
    """Return an event to fill in for each dated mention, as YAML for `events:`.

    They stand as events are to stand: in order of date, then id. A date that is doubtful is
    written as uncertain, with what it can mean in a comment and as its inference.

    Args:
        extracted: The mentions, each with the id of its document.
        track: The id of their track.
        topics: The ids of their topics.
    """
    dated = [
        (
            as_uncertain(found.date) if found.is_doubtful else found.date,
            f"{document_id}-{found.span.start}",
            document_id,
            found,
        )
        for document_id, found in extracted
        if found.date is not None
    ]
    stubs = []
    for date, id_, document_id, found in sorted(dated, key=itemgetter(0, 1)):
        doubt, inference = _doubt(found)
        stub = {
            "id": id_,
            "date": Quoted(date),
            "track": track,
            "topics": list(topics),
            "title": f"{STUB_TITLE}{_in_words(found.text)}"[:TITLE_LENGTH].rstrip(),
            "summary": STUB_SUMMARY,
            "importance": 2,
            "inference": inference,
            "sources": [{"source": Quoted(document_id), "spans": [str(found.span)]}],
        }
        written = {name: value for name, value in stub.items() if value is not None}
        stubs.append(comment(doubt) + dump([written]))
    # Where there is none, nothing: what is added to the end of a file must leave it sound.
    return "".join(stubs)


def as_uncertain(date: Date) -> Date:
    """Return a date that is uncertain, at each end that it has."""
    ends = [
        end if end == OPEN or end[-1] in "?%" else f"{end}?".replace("~?", "%")
        for end in date.text.split("/")
    ]
    return parse("/".join(ends))


def _doubt(found: Extracted) -> tuple[str, str | None]:
    """Return what is to be looked at in a doubtful mention, and from what its date is inferred."""
    # With extraction come its word lists, which no other writer of cards needs.
    from kztimeline.documents.extraction import doubt, likeliest

    said = doubt(found)
    if said is None:
        return "", None
    read = f"read as {found.date}."
    if found.fault:
        return said, f"“{_in_words(found.text)}”: {found.fault}; {read}"
    dates = " or ".join(str(one.date) for one in likeliest(found))
    return said, f"“{_in_words(found.text)}” can mean {dates}; {read}"
