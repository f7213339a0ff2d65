"""Footnotes: citations numbered as they come, and each written out once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kztimeline.dates.display import display
from kztimeline.timeline.citations import cite_source, describe_spans
from kztimeline.timeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kztimeline.timeline.model import Source, Timeline


@dataclass(frozen=True, slots=True)
class Entry:
    """What a briefing says of one event; every text is plain and on one line.

    Attributes:
        date: The date in words, no finer than it is known.
        title: What happened.
        where: The track, and the place where it is known.
        summary: What happened, in a few sentences.
        marks: The footnotes of it all.
        remarks: Who claims it, how its date was worked out, the timeline's own note.
        claims: The sides of a disagreement: who, what, and its footnote.
        note: The reader's own line.
    """

    date: str
    title: str
    where: str
    summary: str
    marks: tuple[int, ...]
    remarks: tuple[str, ...] = ()
    claims: tuple[tuple[str, str, int], ...] = ()
    note: str = ""


@dataclass(slots=True)
class Footnotes:
    """Citations numbered from 1 as they come; the same place in a source only once."""

    timeline: Timeline
    citations: list[Citation] = field(default_factory=list)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation."""
        bare = Citation(source=citation.source, spans=citation.spans)
        if bare not in self.citations:
            self.citations.append(bare)
        return self.citations.index(bare) + 1

    def sources(self) -> Iterator[tuple[int, Source, str]]:
        """Yield number, source, and where in the source the citation points."""
        for number, citation in enumerate(self.citations, 1):
            places = describe_spans(citation.spans) if citation.spans else ""
            yield number, self.timeline.sources_by_id[citation.source], places


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
