"""Citations: a source and the places in it, as a reader would write them down."""

from __future__ import annotations

from typing import Final

from kztimeline.dates.display import display
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Citation, Event, Source, Timeline

NO_PUBLISHER: Final = "publisher not stated"
"""What stands where the publisher of a source is not known."""


def cite_source(source: Source) -> str:
    """Return author, title, publisher, date and addresses of a source on one line."""
    parts = [
        source.author,
        f"“{source.title}”",
        source.publisher,
        display(source.issued) if source.issued else "undated",
        source.URL,
        f"accessed {display(source.accessed)}" if source.accessed else None,
        f"archived at {source.archive_url}" if source.archive_url else None,
    ]
    return ", ".join(part for part in parts if part)


def describe_spans(spans: tuple[Span, ...]) -> str:
    """Return where in a document something stands, such as 'characters 531–541'."""
    return "characters " + ", ".join(f"{span.start}–{span.end}" for span in spans)


def cite(timeline: Timeline, citation: Citation) -> str:
    """Return the source of a citation with the places cited in it."""
    return with_places(cite_source(timeline.sources_by_id[citation.source]), citation.spans)


def with_places(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text of a citation with the places cited, where there are any."""
    return f"{text}, {describe_spans(spans)}" if spans else text


def citations(timeline: Timeline, event: Event) -> list[str]:
    """Return the citations of an event, in the order of its sources."""
    return [cite(timeline, citation) for citation in event.sources]


def locator(timeline: Timeline, citation: Citation) -> str:
    """Return where in its source a citation points: spans of a document, else the address."""
    if citation.spans:
        return ",".join(map(str, citation.spans))
    return timeline.sources_by_id[citation.source].URL or ""
