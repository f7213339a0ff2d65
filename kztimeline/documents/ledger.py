"""The coverage ledger: what became of every date mention and statement of every document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kztimeline.documents.fates import is_open
from kztimeline.documents.texts import DocumentText, Whereabouts, read_document, whereabouts
from kztimeline.loading.findings import FileError, Finding
from kztimeline.text.letters.unseen import in_place
from kztimeline.text.numbers import count_of
from kztimeline.timeline.evidence import citing
from kztimeline.timeline.model import Document, Mention, Statement, Timeline


@dataclass(frozen=True, slots=True)
class Coverage:
    """The state of one document's ledger.

    `unmentioned` lists the events that cite the document without any mention or statement
    of its ledger naming them. `text_checked` tells whether the text was at hand; `findings`
    says what does not agree with it.
    """

    document: Document
    cited: int
    dismissed: int
    open: tuple[Mention, ...]
    statements_cited: int
    statements_dismissed: int
    open_statements: tuple[Statement, ...]
    unmentioned: tuple[str, ...]
    text_checked: bool
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is open and nothing disagrees."""
        return not self.open and not self.open_statements and not self.findings

    @property
    def agreement(self) -> str:
        """In words, whether the ledger agrees with its text; empty where that is not at hand."""
        if not self.text_checked:
            return ""
        return "differs from the text" if self.findings else "matches the text"


def cover(timeline: Timeline, folder: Path | None = None) -> list[Coverage]:
    """Return the coverage of every document, checked against the texts found in `folder`."""
    return [_cover(timeline, document, folder) for document in timeline.documents]


def _cover(timeline: Timeline, document: Document, folder: Path | None) -> Coverage:
    mentions, statements = document.mentions, document.statements
    named = {event for mention in mentions for event in mention.cited_by}
    named.update(event for statement in statements for event in statement.cited_by)
    where = whereabouts(document, folder) if folder else None
    path = where.path if where is not None and where.state != "missing" else None
    return Coverage(
        document=document,
        cited=sum(bool(mention.cited_by) for mention in mentions),
        dismissed=sum(mention.dismissed is not None for mention in mentions),
        open=tuple(filter(is_open, mentions)),
        statements_cited=sum(bool(statement.cited_by) for statement in statements),
        statements_dismissed=sum(statement.dismissed is not None for statement in statements),
        open_statements=tuple(filter(is_open, statements)),
        unmentioned=tuple(
            event.id for event in citing(timeline, document.id) if event.id not in named
        ),
        text_checked=path is not None,
        findings=tuple(compare_with_text(document, path)) if path is not None else (),
    )


def compare_with_text(document: Document, path: Path) -> list[Finding]:
    """Return what a card says otherwise than the document's text at `path`."""
    try:
        found = read_document(path)
    except FileError as error:
        return error.findings
    if found.sha256 != document.sha256:
        return [_changed(document, found)]
    findings = [
        _finding(path, mention.span.start, found.text, _unlike(mention))
        for mention in document.mentions
        if in_place(found.text[mention.span.start : mention.span.end]) != mention.text
    ]
    if len(found.text) != document.characters:
        said = f"the card says {count_of(document.characters, 'character')}"
        findings.append(_finding(path, 0, "", said))
    return findings + _overlooked(document, path, found.text)


def changed_text(document: Document, where: Whereabouts) -> Finding:
    """Return that a text is not the one its card was made from, and where it changed."""
    try:
        return _changed(document, read_document(where.path))
    except FileError as error:
        return error.findings[0]


def _changed(document: Document, now: DocumentText) -> Finding:
    """Return that a text has another hash, at the first phrase of the ledger that is not there."""
    path, text = now.path, now.text
    problem = f"the text is not the one that the card of {document.id} was made from (another hash)"
    remedy = (
        "Use the text that it was made from; or, if the change is meant, write "
        f"`sha256: {now.sha256}` and `characters: {len(text)}` in the card, "
        "and look at each span after the change."
    )
    for mention in document.mentions:
        if in_place(text[mention.span.start : mention.span.end]) != mention.text:
            problem = f"{problem}; {_unlike(mention)} any more"
            return _finding(path, min(mention.span.start, len(text)), text, problem, remedy)
    if len(text) != document.characters:
        problem += f"; it has {len(text)} characters, and had {document.characters}"
    else:
        problem += "; it changed between the dates, which stand where they stood"
    return _finding(path, 0, "", problem, remedy)


def _unlike(mention: Mention) -> str:
    return f"{mention.text!r} does not stand at {mention.span}"


def _overlooked(document: Document, path: Path, text: str) -> list[Finding]:
    """Return the mentions that a fresh extraction finds and the ledger lacks."""
    from kztimeline.documents.extraction import extract

    known = {
        offset
        for mention in document.mentions
        for offset in range(mention.span.start, mention.span.end)
    }
    return [
        _finding(path, found.span.start, text, f"{in_place(found.text)!r} is not in the card")
        for found in extract(text, document.issued)
        if known.isdisjoint(range(found.span.start, found.span.end))
    ]


def _finding(
    path: Path,
    offset: int,
    text: str,
    problem: str,
    remedy: str = "Correct the card, or use the text that it was made from.",
) -> Finding:
    line = text.count("\n", 0, offset) + 1 if text else 0
    column = offset - text.rfind("\n", 0, offset) if text else 0
    return Finding(str(path), line, column, problem, remedy)
