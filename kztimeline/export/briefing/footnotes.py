"""Footnotes: citations numbered as they come, and each written out once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.text.cells import clean
from kztimeline.timeline.citations import NO_PUBLISHER, cite_source, describe_spans
from kztimeline.timeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kztimeline.timeline.model import Source, Timeline

_COPY: Final = re.compile(r" \(copy at [^()]*\)$")
"""Where a page was read that stands at another publisher's; the full citation says it."""


@dataclass(slots=True)
class Footnotes:
    """Citations numbered from 1 as they come, each source only once.

    With `offsets` a place in a source is told by its characters, and has a number of its own.
    """

    timeline: Timeline
    offsets: bool = False
    numbers: dict[Citation, int] = field(default_factory=dict)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation."""
        spans = citation.spans if self.offsets else ()
        bare = Citation(source=citation.source, spans=spans)
        return self.numbers.setdefault(bare, len(self.numbers) + 1)

    def sources(self) -> Iterator[tuple[int, Source, str]]:
        """Yield number, source, and where in the source the citation points."""
        for citation, number in self.numbers.items():
            places = describe_spans(citation.spans) if citation.spans else ""
            yield number, self.timeline.sources_by_id[citation.source], places


class Reference(NamedTuple):
    """A source in few words, its text plain and on one line."""

    number: int
    text: str
    address: str


def references(footnotes: Footnotes, *, titled: bool) -> list[Reference]:
    """Return the sources in few words: publisher and date, and before them the title."""
    return [
        Reference(number, clean(_in_short(source, titled=titled)), source.URL or "")
        for number, source, _places in footnotes.sources()
    ]


def _in_short(source: Source, *, titled: bool) -> str:
    date = display(source.issued) if source.issued else "undated" if titled else ""
    unnamed = source.publisher == NO_PUBLISHER
    title = f"“{source.title}”" if titled or unnamed else ""
    publisher = source.publisher if titled else _COPY.sub("", source.publisher)
    return ", ".join(filter(None, (title, "" if unnamed else publisher, date)))


def footnote(
    source: Source, places: str, plain: Callable[[str], str], address: Callable[[str], str]
) -> str:
    """Return a source as it is cited elsewhere, and whose text it repeats."""
    parts = (
        plain(cite_source(replace(source, URL=None, accessed=None, archive_url=None))),
        places,
        f"repeating {plain(source.derived_from)}" if source.derived_from else "",
        address(source.URL) if source.URL else "",
        f"accessed {display(source.accessed)}" if source.accessed else "",
        f"archived at {address(source.archive_url)}" if source.archive_url else "",
    )
    return ", ".join(part for part in parts if part)
