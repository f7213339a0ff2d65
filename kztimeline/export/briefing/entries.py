"""What a briefing says of one event: every text plain and on one line, its sources numbered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.export.answer import POSSIBLE_MATCH
from kztimeline.text.cells import clean
from kztimeline.timeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.export.briefing.footnotes import Footnotes
    from kztimeline.timeline.model import Claim, Event, Timeline

DISPUTED: Final = "sources disagree"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a briefing says of one event; every text is plain and on one line.

    Attributes:
        date: The date in words, no finer than it is known; where the event only possibly matches,
            also that.
        title: What happened.
        where: The track, and the place where it is known.
        summary: What happened, in a few sentences.
        numbers: The footnotes of it all.
        doubts: What a title alone would hide: who claims it, an inference, a dispute.
        attribution: Who claims it, as a sentence.
        remarks: From what its date or a fact was inferred, and the timeline's own note.
        claims: The sides of a disagreement: who, what, and its footnote.
        note: The reader's own line.
        unnumbered: How many more sources the event has than footnotes here.
    """

    date: str
    title: str
    where: str
    summary: str
    numbers: tuple[int, ...]
    doubts: tuple[str, ...] = ()
    attribution: str = ""
    remarks: tuple[str, ...] = ()
    claims: tuple[tuple[str, str, int], ...] = ()
    note: str = ""
    unnumbered: int = 0

    @property
    def explained(self) -> tuple[str, ...]:
        """What is said after the summary: who claims it, and the remarks."""
        return tuple(filter(None, (self.attribution, *self.remarks)))


def entry_of(
    timeline: Timeline,
    event: Event,
    note: str,
    footnotes: Footnotes,
    *,
    most: int | None = None,
    sides: bool = True,
    possible: bool = False,
) -> Entry:
    """Return what is said of an event.

    Args:
        timeline: What the event is part of.
        event: The event.
        note: The reader's own line on it.
        footnotes: Where its sources get their numbers.
        most: How many of its sources are numbered, if not all.
        sides: Whether the sides of a disagreement are told.
        possible: Whether it only possibly matches what was asked.
    """
    track = timeline.tracks_by_id[event.track].name
    numbers = tuple(dict.fromkeys(map(footnotes.number, event.sources[:most])))
    cited = len({citation.source for citation in event.sources})
    here = len({citation.source for citation in event.sources[:most]})
    return Entry(
        date=f"{display(event.date)}{f' ({POSSIBLE_MATCH})' if possible else ''}",
        title=clean(event.title),
        where=clean(f"{track}, {event.place}" if event.place else track),
        summary=clean(event.summary),
        numbers=numbers,
        doubts=tuple(map(clean, _doubts(event))),
        attribution=clean(with_stop(f"According to {by}")) if (by := event.attributed_to) else "",
        remarks=tuple(map(clean, _remarks(event))),
        claims=tuple(
            (clean(claim.by), clean(claim.claim), footnotes.number(_citation_of(event, claim)))
            for claim in (event.disputed if sides else ())
        ),
        note=clean(note),
        unnumbered=cited - here,
    )


def _doubts(event: Event) -> Iterator[str]:
    if event.attributed_to:
        yield f"according to {event.attributed_to}"
    if event.inference:
        yield "inferred"
    if event.disputed:
        yield DISPUTED


def _remarks(event: Event) -> Iterator[str]:
    if event.inference:
        yield with_stop(f"Inferred: {event.inference}")
    if event.note:
        yield with_stop(event.note)


def _citation_of(event: Event, claim: Claim) -> Citation:
    """Return the event's own citation of the claim's source, or one of the whole source."""
    own = (citation for citation in event.sources if citation.source == claim.source)
    return next(own, Citation(source=claim.source))


def with_stop(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", ".”", '."')) else f"{text}."
