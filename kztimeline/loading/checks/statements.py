"""Cross-checks of the statements in a document's card, in the card and in the events."""

from __future__ import annotations

from collections.abc import Iterator

from kztimeline.loading.checks.contents import Contents, KnownIds, Problem
from kztimeline.loading.yaml_nodes import Place
from kztimeline.timeline.model import Citation, Document, Statement


def statement_problems(document: Document, contents: Contents | None) -> Iterator[Problem]:
    """Yield what is wrong in the statements of a card; its events only with `contents`."""
    events = KnownIds("event", "events", contents) if contents is not None else None
    start = 0
    for number, statement in enumerate(document.statements):
        place: Place = ("statements", number)
        if statement.span.end > document.characters:
            yield Problem(
                (*place, "span"),
                f"{statement.span} ends outside the document of {document.characters} characters",
                "Count code points from 0, newlines as they are.",
            )
        if statement.span.start < start:
            yield Problem(
                (*place, "span"),
                "the statement starts before the last one",
                "Keep them in the order of the text.",
            )
        start = statement.span.start
        if events is not None:
            yield from events.lack((*place, "cited_by"), statement.cited_by)
        if statement.cited_by and statement.dismissed:
            yield Problem(place, "the statement is both cited and dismissed", "Keep one of them.")


def statements_agree(contents: Contents) -> Iterator[Problem]:
    """An event cites the passage of every statement that is said to stand in it."""
    numbers = {event.id: number for number, event in enumerate(contents.file.events)}
    for document in contents.documents.values():
        for statement in document.statements:
            for identifier in statement.cited_by:
                if identifier not in numbers:
                    continue
                number = numbers[identifier]
                cited = contents.file.events[number].sources
                if not any(_holds(citation, document, statement) for citation in cited):
                    yield Problem(
                        ("events", number, "sources"),
                        f"the card of {document.id} says this event stands for the statement "
                        f"at {statement.span}, but no span of the event holds it",
                        "Add the span to the event, or take the event out of the card.",
                    )


def _holds(citation: Citation, document: Document, statement: Statement) -> bool:
    return citation.source == document.id and any(
        span.contains(statement.span) for span in citation.spans
    )
