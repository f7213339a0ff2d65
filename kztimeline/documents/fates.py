"""What becomes of the mentions of a card: cited by events, or dismissed with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from kztimeline.timeline.model import Document, Event, Mention


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
        spans = [s for cited in event.sources if cited.source == document.id for s in cited.spans]
        within = [
            number
            for number, mention in enumerate(document.mentions)
            if any(span.contains(mention.span) for span in spans)
        ]
        agreeing = [number for number in within if _agrees(document.mentions[number], event)]
        inferred = within if event.inference is not None else []
        for number in within if every else agreeing or inferred:
            named.setdefault(number, []).append(event.id)
    return tuple(
        mention if mention.dismissed else _cited(mention, named.get(number, []))
        for number, mention in enumerate(document.mentions)
    )


def _agrees(mention: Mention, event: Event) -> bool:
    return mention.date is not None and event.date.contains(mention.date)


def _cited(mention: Mention, events: list[str]) -> Mention:
    return replace(mention, cited_by=tuple(dict.fromkeys([*mention.cited_by, *events])))


def dismissed(document: Document, numbers: Collection[int], reason: str) -> tuple[Mention, ...]:
    """Return the mentions of a document, some of them dismissed for a reason."""
    return tuple(
        replace(mention, dismissed=reason) if number in numbers else mention
        for number, mention in enumerate(document.mentions)
    )


def is_open(mention: Mention) -> bool:
    """Tell whether nothing has become of a mention as yet."""
    return not mention.cited_by and mention.dismissed is None
