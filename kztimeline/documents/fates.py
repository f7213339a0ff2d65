"""What becomes of the mentions of a card: cited by events, or dismissed with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from kztimeline.timeline.evidence import cited_mentions
from kztimeline.timeline.model import Document, Event, Mention, Statement


def cited_by_spans(
    document: Document, events: Iterable[Event], *, every: bool = False
) -> tuple[Mention, ...]:
    """Return the mentions of a document, each with the events whose spans hold it.

    A mention counts as cited where the event has its date, or one within it; where an event
    states from what it is inferred and has none such, every mention within its spans does.
    What is dismissed stays so.

    Args:
        document: The document of a card.
        events: The events of its timeline.
        every: Whether each mention within a span counts, whatever its date.
    """
    named: dict[int, list[str]] = {}
    for event in events:
        for number in cited_mentions(document, event, every=every):
            named.setdefault(number, []).append(event.id)
    return tuple(
        mention if mention.dismissed else _cited(mention, named.get(number, []))
        for number, mention in enumerate(document.mentions)
    )


def uncited_by(mentions: Iterable[Mention], gone: Collection[str]) -> tuple[Mention, ...]:
    """Return mentions that are cited no more by events that there are not."""
    return tuple(
        replace(mention, cited_by=tuple(e for e in mention.cited_by if e not in gone))
        for mention in mentions
    )


def dismissed_though_cited(
    documents: Iterable[Document], events: Collection[Event], *, every: bool = False
) -> list[tuple[Document, Mention, Event]]:
    """Return the events that cite nothing but what is dismissed, each with its first mention."""
    stuck: dict[str, tuple[Document, Mention, Event]] = {}
    named: set[str] = set()
    for document in documents:
        named.update(event for mention in document.mentions for event in mention.cited_by)
        for event in events:
            for number in cited_mentions(document, event, every=every):
                mention = document.mentions[number]
                if mention.dismissed is None:
                    named.add(event.id)
                stuck.setdefault(event.id, (document, mention, event))
    return [each for event, each in stuck.items() if event not in named]


def _cited(mention: Mention, events: list[str]) -> Mention:
    return replace(mention, cited_by=tuple(dict.fromkeys([*mention.cited_by, *events])))


def dismissed(document: Document, numbers: Collection[int], reason: str) -> tuple[Mention, ...]:
    """Return the mentions of a document, some of them dismissed for a reason."""
    return tuple(
        replace(mention, dismissed=reason) if number in numbers else mention
        for number, mention in enumerate(document.mentions)
    )


def is_open(entry: Mention | Statement) -> bool:
    """Tell whether nothing has become of a mention or a statement as yet."""
    return not entry.cited_by and entry.dismissed is None


def is_doubtful(mention: Mention) -> bool:
    """Tell whether a mention's card says that its date is to be looked at."""
    return (mention.anchor or "").startswith("doubtful")
