"""Checks of documents, their mentions, and what is cited of them."""

from __future__ import annotations

from collections.abc import Iterator

from kztimeline.dates.edtf import Date
from kztimeline.loading.checks.contents import Contents, Problem
from kztimeline.text.numbers import count_of
from kztimeline.timeline.evidence import cited_mentions
from kztimeline.timeline.model import Citation, Document, Event, Mention, Statement


def spans_within_documents(contents: Contents) -> Iterator[Problem]:
    """A span ends within its document."""
    for number, event in enumerate(contents.file.events):
        for index, citation in enumerate(event.sources):
            document = contents.documents.get(citation.source)
            for which, span in enumerate(citation.spans if document else ()):
                if document and span.end > document.characters:
                    yield Problem(
                        ("events", number, "sources", index, "spans", which),
                        f"{span} ends outside {document.file}, "
                        f"which has {count_of(document.characters, 'character')}",
                        "Count code points from 0, newlines as they are.",
                    )


def spans_hold_mentions(contents: Contents) -> Iterator[Problem]:
    """Each passage cited from a document holds a date of its card, unless inferred."""
    for number, event in enumerate(contents.file.events):
        cited = [c for c in event.sources if c.source in contents.documents]
        if not cited or event.inference is not None or _cites_unread(contents, event):
            continue
        if not any(
            event.id in mention.cited_by
            for citation in cited
            for mention in _mentions_within(contents, citation)
        ):
            yield Problem(("events", number, "sources"), *_how_to_name(contents, event))


def _how_to_name(contents: Contents, event: Event) -> tuple[str, str]:
    """Return which card lacks the event, and what to do about it.

    The mention is meant that `kzt seeds cite` takes; where it takes none, the first within
    the event's spans.
    """
    cited = [
        (citation, contents.documents[citation.source])
        for citation in event.sources
        if citation.source in contents.documents
    ]
    taken = [
        (document, document.mentions[number])
        for _citation, document in cited
        for number in cited_mentions(document, event)
    ]
    within = [
        (d, mention) for citation, d in cited for mention in _mentions_within(contents, citation)
    ]
    meant = sorted(taken, key=lambda each: each[1].dismissed is not None) or within
    if not meant:
        return (
            "no date of a document's card stands within the event's spans",
            "Widen the spans to a date of the card, or state the `inference`.",
        )
    document, mention = meant[0]
    card = contents.card_name(document.id)
    how = _how_to_cite(event, mention, document, card, by_command=bool(taken))
    return (
        f"{card} does not yet say that this event cites {mention.text!r} at {mention.span}",
        f"{how}, or state the `inference`.",
    )


def _how_to_cite(
    event: Event, mention: Mention, document: Document, card: str, *, by_command: bool
) -> str:
    if mention.dismissed is not None:
        return (
            f"It is dismissed: `kzt seeds reopen {document.id} {mention.span}` opens it in {card}; "
            "then run `kzt seeds cite`"
        )
    if by_command:
        return (
            f"Write `cited_by: [{event.id}]` below the date at {mention.span} in {card}"
            ", as `kzt seeds cite` does"
        )
    if mention.date is not None:
        return f"Its date is {mention.date}: write that and run `kzt seeds cite`"
    return f"Write `cited_by: [{event.id}]` below the date at {mention.span} in {card}"


def _cites_unread(contents: Contents, event: Event) -> bool:
    return any(citation.source in contents.unread for citation in event.sources)


def _mentions_within(contents: Contents, citation: Citation) -> list[Mention]:
    document = contents.documents[citation.source]
    return [
        mention
        for mention in document.mentions
        if any(span.contains(mention.span) for span in citation.spans)
    ]


def dates_supported(contents: Contents) -> Iterator[Problem]:
    """A date is what a source's phrase says, or within it with the inference stated."""
    for number, event in enumerate(contents.file.events):
        mentions = [
            mention
            for citation in event.sources
            if citation.source in contents.documents
            for mention in _mentions_within(contents, citation)
            if event.id in mention.cited_by and mention.date is not None
        ]
        if event.inference is not None or not mentions or _cites_unread(contents, event):
            continue
        if not any(_supports(mention, event.date) for mention in mentions):
            phrases = ", ".join(f"{m.text!r} ({m.date})" for m in mentions)
            yield Problem(
                ("events", number, "date"),
                f"{event.date} is finer than, or other than, what the source says: {phrases}",
                "Write the source's date, or state under `inference` what it was inferred from.",
            )


def _supports(mention: Mention, date: Date) -> bool:
    """Tell whether a mention is as fine as `date` and falls within it."""
    return mention.date is not None and date.contains(mention.date)


def ledger_agrees(contents: Contents) -> Iterator[Problem]:
    """An event cites a document wherever that document's card names the event."""
    cites = {
        event.id: {citation.source: citation for citation in event.sources}
        for event in contents.file.events
    }
    numbers = {event.id: number for number, event in enumerate(contents.file.events)}
    for document in contents.documents.values():
        for mention in document.mentions:
            for event in mention.cited_by:
                citation = cites.get(event, {}).get(document.id)
                if event not in cites:
                    continue
                if citation is None or not any(s.contains(mention.span) for s in citation.spans):
                    yield Problem(
                        ("events", numbers[event], "sources"),
                        f"the card of {document.id} says this event cites {mention.text!r} "
                        f"at {mention.span}, but no span of the event holds it",
                        "Add the span to the event, or run `kzt seeds cite`, which takes the "
                        "event out of the card.",
                    )


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
                        "Add the span to the event, or run `kzt seeds cite`, which takes the "
                        "event out of the card.",
                    )


def _holds(citation: Citation, document: Document, statement: Statement) -> bool:
    return citation.source == document.id and any(
        span.contains(statement.span) for span in citation.spans
    )
