"""Which mentions of a document an event cites."""

from __future__ import annotations

from kztimeline.timeline.model import Document, Event, Mention


def cited_mentions(document: Document, event: Event, *, every: bool = False) -> list[int]:
    """Return the numbers of the mentions of a document that an event cites by its spans.

    Those within its spans that have the date of the event, or one within it; where it
    states from what it is inferred and has none such, all within its spans.

    Args:
        document: The document of a card.
        event: An event of its timeline.
        every: Whether each mention within a span counts, whatever its date.
    """
    spans = [s for cited in event.sources if cited.source == document.id for s in cited.spans]
    within = [
        number
        for number, mention in enumerate(document.mentions)
        if any(span.contains(mention.span) for span in spans)
    ]
    if every:
        return within
    agreeing = [number for number in within if _agrees(document.mentions[number], event)]
    return agreeing or (within if event.inference is not None else [])


def _agrees(mention: Mention, event: Event) -> bool:
    return mention.date is not None and event.date.contains(mention.date)
