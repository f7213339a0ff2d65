"""What supports an event: the passages that state it, and how its date was read there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.text.spans import Span
    from kztimeline.timeline.model import Document, Event, Mention, Timeline

Disposition: TypeAlias = Literal["cited", "dismissed", "open"]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A passage of a document that an event rests on.

    `mentions` are the date phrases in the passage that the ledger gives to this event.
    `says` is what the event's citation says the document states.
    """

    document: Document
    span: Span
    mentions: tuple[Mention, ...]
    says: str | None = None


def exhibits(timeline: Timeline, event: Event) -> list[Exhibit]:
    """Return the passages that an event cites, in the order of its sources.

    A mention that the ledger gives to the event outside all of them is a passage too.
    """
    found: list[Exhibit] = []
    for citation in event.sources:
        document = timeline.documents_by_id.get(citation.source)
        if document is None:
            continue
        own = [mention for mention in document.mentions if event.id in mention.cited_by]
        for span in citation.spans:
            within = tuple(mention for mention in own if mention.span.overlaps(span))
            found.append(Exhibit(document, span, within, citation.says))
        found += [
            Exhibit(document, mention.span, (mention,), citation.says)
            for mention in own
            if not any(mention.span.overlaps(span) for span in citation.spans)
        ]
    return found


def citing(timeline: Timeline, document: str) -> list[Event]:
    """Return the events that cite a document, in order of date."""
    return [
        event
        for event in timeline.events
        if any(citation.source == document for citation in event.sources)
    ]


def disposition(mention: Mention) -> Disposition:
    """Return what became of a mention."""
    if mention.cited_by:
        return "cited"
    return "open" if mention.dismissed is None else "dismissed"


def support(event: Date, mention: Date) -> str:
    """Return in words how the date of an event stands to the one its passage names."""
    if event.sort_key == mention.sort_key:
        return "as in the passage"
    if mention.contains(event):
        return "within the dates of the passage"
    if event.contains(mention):
        return "wider than the dates of the passage"
    if event.overlaps(mention):
        return "overlapping the dates of the passage"
    return "not the date of the passage"


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
