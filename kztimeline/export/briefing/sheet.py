"""The short forms of a briefing: headlines, and what fits on one page.

On one page events are chosen by weight: importance, then the reader's own note, then how many
links and sources they have. What is shown is never shown falsely: no sentence is cut, and what a
title alone would hide (who claims it, an inference, a dispute) stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.export.briefing.entries import DISPUTED, Entry
from kztimeline.export.briefing.footnotes import Footnotes, Reference, references
from kztimeline.text.numbers import count_of
from kztimeline.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from kztimeline.export.briefing.selected import Selected
    from kztimeline.timeline.model import Event

PAGE_LINES: Final = 53
"""Lines of text that one sheet of A4 or Letter holds at 11 points."""
_MOST_MARKS: Final = 2
"""Sources that stand on one page of an event that is not told whole."""
_LONGEST_NOTE: Final = 240
"""Letters of a reader's own line that stands even beside a headline on one page."""


class Depth(IntEnum):
    """How much is said of an event."""

    headline = 0
    sentence = 1
    whole = 2


class Told(NamedTuple):
    """What is said of one event, texts plain and each on one line.

    Attributes:
        date: The date in words.
        title: What happened, and what a title alone would hide.
        numbers: Its footnotes.
        unnumbered: How many more sources it has.
        sentences: Of its summary and remarks, one paragraph.
        claims: The sides of a disagreement: who, what, and its footnote.
        note: The reader's own line.
    """

    date: str
    title: str
    numbers: tuple[int, ...]
    unnumbered: int
    sentences: str
    claims: tuple[tuple[str, str, int], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A short briefing, before it is written in a format.

    Attributes:
        title: What it is called.
        head: What is said before the events, one text a line.
        told: The events.
        left_out: What is not on it, as a sentence; empty where nothing is missing.
        sources: The sources in few words.
        one_page: Whether it is to fit on one page.
    """

    title: str
    head: tuple[str, ...]
    told: tuple[Told, ...]
    left_out: str
    sources: tuple[Reference, ...]
    one_page: bool = False


def headlines(selected: Selected, sheet: Sheet) -> Sheet:
    """Return `sheet` with each of the events as a headline."""
    footnotes = Footnotes(selected.timeline)
    told = tuple(
        _told(selected.entry(event, footnotes, sides=False), 0) for event in selected.events
    )
    head = (f"Headlines: {selected.number_words()}.", *sheet.head)
    sources = tuple(references(footnotes, titled=True))
    return replace(sheet, head=head, told=told, sources=sources)


def one_page(selected: Selected, sheet: Sheet, lines_of: Callable[[Sheet], int]) -> Sheet:
    """Return `sheet` with what fits on one page of the events, the weightiest first.

    Args:
        selected: The events.
        sheet: Title and head.
        lines_of: How many lines a sheet takes as text.
    """
    page = _OnePage(selected, replace(sheet, one_page=True))
    depths: dict[str, Depth] = {}
    full = False
    for event, depth in _steps(page.ranked):
        if (full and not depth) or (depth and event.id not in depths):
            continue
        tried = depths | {event.id: depth}
        if lines_of(page.at(tried)) <= PAGE_LINES:
            depths = tried
        elif not depth:
            full = True
    titled = page.at(depths, titled=True)
    return titled if lines_of(titled) <= PAGE_LINES else page.at(depths)


def _steps(ranked: Sequence[Event]) -> Iterator[tuple[Event, Depth]]:
    """Yield what is put on the page in turn: an event as a headline, or more of it."""
    for importance in (1, 2, 3):
        group = [event for event in ranked if event.importance == importance]
        for depth in (Depth.headline, Depth.sentence):
            yield from ((event, depth) for event in group)
    yield from ((event, Depth.whole) for event in ranked)


class _OnePage:
    """The events that a page is made of, and the page with some of them."""

    def __init__(self, selected: Selected, sheet: Sheet) -> None:
        self._selected = selected
        self._timeline = selected.timeline
        self._sheet = sheet
        self._order = {event.id: place for place, event in enumerate(selected.events)}
        self._number = selected.number_words()
        self.ranked = sorted(selected.events, key=self._weight)
        self._rank = {event.id: place for place, event in enumerate(self.ranked)}

    def at(self, depths: Mapping[str, Depth], *, titled: bool = False) -> Sheet:
        """Return the page with these events, each as deep as it is said.

        Its sources are `titled`, or told by their publishers and dates alone.
        """
        footnotes = Footnotes(self._timeline)
        events = self._selected.events
        chosen = sorted(map(self._order.__getitem__, depths))
        told = [self._told(events[at], depths[events[at].id], footnotes) for at in chosen]
        some = f"{len(told)} of " if len(told) < len(self._selected.events) else ""
        return replace(
            self._sheet,
            head=(
                f"One page: {some}{self._number}.",
                *self._sheet.head,
            ),
            told=tuple(told),
            left_out=self._left_out(depths, told),
            sources=tuple(references(footnotes, titled=titled)),
        )

    def _told(self, event: Event, depth: Depth, footnotes: Footnotes) -> Told:
        note = self._selected.note(event)
        if len(note) > _LONGEST_NOTE and depth < Depth.whole:
            note = ""
        most = None if depth == Depth.whole else _MOST_MARKS
        sides = depth > Depth.headline
        entry = self._selected.entry(event, footnotes, note=note, most=most, sides=sides)
        return _told(entry, depth)

    def _left_out(self, depths: Mapping[str, Depth], told: Sequence[Told]) -> str:
        missing = len(self.ranked) - len(depths)
        shorter = sum(
            depth < Depth.whole and self._has_more(self._timeline.event(identifier), depth)
            for identifier, depth in depths.items()
        )
        parts = []
        if missing:
            weight = "equal or lesser" if self._leaves_out_equals(depths) else "lesser"
            parts.append(f"{count_of(missing, 'event')} of {weight} weight")
        if shorter:
            others = "others" if missing else "events"
            parts.append(f"details of {shorter} {others if shorter > 1 else others[:-1]}")
        return f"Left out: {' and '.join(parts)}; the full briefing has them." if parts else ""

    def _leaves_out_equals(self, depths: Collection[str]) -> bool:
        """Tell whether some event that is not told weighs as much as one that is."""
        if not depths:
            return False
        last = self.ranked[max(map(self._rank.__getitem__, depths))]
        missing = next(event for event in self.ranked if event.id not in depths)
        return self._weight(last) == self._weight(missing)

    def _has_more(self, event: Event, depth: Depth) -> bool:
        """Tell whether there is more to say of an event than is said at a depth."""
        said = sentences(event.summary)
        further = event.note or event.inference or len(self._selected.note(event))
        sources = {citation.source for citation in event.sources}
        more = len(said) > 1 or bool(further) or len(sources) > _MOST_MARKS
        return depth == Depth.headline or more

    def _weight(self, event: Event) -> tuple[int, bool, int, int]:
        """Return how much an event weighs, the weightiest least."""
        back = self._timeline.links_back.get(event.id, ())
        links = len(event.links) + len(back)
        return event.importance, event.id not in self._selected.notes, -links, -len(event.sources)


def _told(entry: Entry, depth: int) -> Told:
    doubts = [each for each in entry.doubts if depth == Depth.headline or each != DISPUTED]
    title = f"{entry.title} ({'; '.join(doubts)})" if doubts else entry.title
    return Told(
        entry.date,
        title,
        entry.numbers,
        entry.unnumbered,
        " ".join(_sentences(entry, depth)),
        entry.claims,
        entry.note,
    )


def _sentences(entry: Entry, depth: int) -> Sequence[str]:
    if depth == Depth.headline:
        return ()
    if depth == Depth.sentence:
        return sentences(entry.summary)[:1]
    # Who claims it stands beside the title already.
    return (entry.summary, *entry.remarks)
