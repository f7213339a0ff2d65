"""Footnotes: citations numbered as they come, and each written out once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.text.cells import clean, width
from kztimeline.timeline.citations import NO_PUBLISHER, cite_source, describe_spans
from kztimeline.timeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kztimeline.timeline.model import Source, Timeline

_COPY: Final = re.compile(r" \(copy at [^()]*\)$")
"""Where a page was read that stands at another publisher's; the full citation says it."""
_TITLES: Final = (28, 56, 10_000)
"""Cells of a title that stand beside publisher and date: few, more, or all."""


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
    """Return the sources in few words: publisher and date, and where `titled` the title first.

    Where publisher and date are those of another source, too, as much of the title comes first
    as tells the two apart, or all of it and the address.
    """
    cited = list(footnotes.sources())
    texts = _all_in_short([source for _number, source, _places in cited], titled=titled)
    return [
        Reference(number, clean(text), source.URL or "")
        for (number, source, _places), text in zip(cited, texts, strict=True)
    ]


def _all_in_short(sources: Sequence[Source], *, titled: bool) -> list[str]:
    texts = [_in_short(each, each.title * titled, read_at=titled) for each in sources]
    for cells in () if titled else _TITLES:
        often = Counter(texts)
        texts = [
            _in_short(source, _beginning(source.title, cells), read_at=False)
            if often[text] > 1
            else text
            for source, text in zip(sources, texts, strict=True)
        ]
    often = Counter(texts)
    return [
        f"{text}, {source.URL}" if often[text] > 1 and source.URL else text
        for source, text in zip(sources, texts, strict=True)
    ]


def _in_short(source: Source, title: str, *, read_at: bool = True) -> str:
    """Return title, publisher, where it was read unless that is to be left out, and date."""
    unnamed = source.publisher == NO_PUBLISHER
    title = title or (source.title if unnamed else "")
    publisher = source.publisher if read_at else _COPY.sub("", source.publisher)
    return ", ".join(
        filter(
            None,
            (
                f"“{title}”" if title else "",
                "" if unnamed else publisher,
                display(source.issued) if source.issued else "undated",
            ),
        )
    )


def _beginning(title: str, cells: int) -> str:
    """Return the first words of a title that fit into some cells, at least one."""
    first, *words = title.split()
    for word in words:
        if width(f"{first} {word}…") > cells:
            return f"{first.rstrip(' ,;:–-')}…"
        first = f"{first} {word}"
    return first


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
