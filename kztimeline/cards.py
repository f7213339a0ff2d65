"""Writing what a curator starts from: the card of a new document, and event stubs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kztimeline.model import Document, Mention, Statement

if TYPE_CHECKING:
    from kztimeline.extraction import Extracted


class _PlainDumper(yaml.SafeDumper):
    """Quotes only what our reading would take otherwise: an empty value, not a date."""

    yaml_implicit_resolvers = {  # noqa: RUF012  PyYAML's own way to configure a dumper
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out."""
        return True


def dump(data: Any) -> str:
    """Return plain values as YAML of the kind that timelines are written in."""
    return yaml.dump(data, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=100)


def card_text(document: Document) -> str:
    """Return the card of a document as YAML, leaving out what is not known."""
    fields = ("id", "file", "sha256", "characters", "title", "author", "publisher", "issued")
    rest = ("issued_basis", "URL", "character", "language")
    card = {
        name: str(value)
        for name in (*fields, *rest)
        if (value := getattr(document, name)) is not None
    }
    lists = {"mentions": [_mention(mention) for mention in document.mentions]}
    if document.statements:
        lists["statements"] = [_statement(statement) for statement in document.statements]
    return dump(card | lists)


def _mention(mention: Mention) -> dict[str, Any]:
    fields = {
        "span": str(mention.span),
        "text": mention.text,
        "kind": mention.kind,
        "date": str(mention.date) if mention.date else None,
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
    """Return open mentions for what an extraction found."""
    return tuple(
        Mention(
            span=found.span,
            text=" ".join(found.text.split()) if "\n" in found.text else found.text,
            kind=found.kind,
            date=found.date,
            anchor=found.anchor,
        )
        for found in extracted
    )


def event_stubs(document_id: str, extracted: list[Extracted]) -> str:
    """Return an event to fill in for each dated mention, as YAML for `events:`."""
    stubs = [
        {
            "id": f"{document_id}-{found.span.start}",
            "date": str(found.date),
            "track": "TRACK",
            "topics": ["TOPIC"],
            "title": f"TITLE for {found.text}",
            "summary": "SUMMARY",
            "importance": "2",
            "sources": [{"source": document_id, "spans": [str(found.span)]}],
        }
        for found in extracted
        if found.date is not None
    ]
    return dump(stubs)
