"""The page of one event: all that is known of it, with room for everything.

It says what the detail beside the list says, and more: what lay between two linked
events, what stood beside this one on the other track, the offices that people held at
other times, the sides of a disagreement next to each other, and how each passage gives
the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.dates.distance import distance
from kztimeline.text.numbers import count_of
from kztimeline.timeline.evidence import exhibits
from kztimeline.timeline.in_office.wording import dates_words
from kztimeline.timeline.offices import offices_at
from kztimeline.timeline.relations import events_between, in_between, neighbours
from kztimeline.tui.render.pages.event_detail import EventWriter
from kztimeline.tui.render.pages.evidence import resolution
from kztimeline.tui.render.pages.writer import INDENT, Detail, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Actor, Claim, Event, Timeline
    from kztimeline.timeline.relations import Neighbour

_COLUMN: Final = 26
_GAP: Final = 3
_NEIGHBOURS: Final = 12


def reader_of(
    timeline: Timeline,
    event: Event,
    cells: int,
    highlights: Callable[[str], Highlights],
    read_text: Callable[[str], str | None],
    all_offices: bool,
    pin: str | None,
    key: Callable[[str], str],
) -> Detail:
    """Return the page of `event`, wrapped to `cells`; see `detail_of`.

    Args:
        timeline: What the event is part of.
        event: The event.
        cells: The width to wrap to.
        highlights: What of a text to draw as matching.
        read_text: Returns the text of a document by its id, where it is at hand.
        all_offices: Whether to name the offices that people held at other times too.
        pin: The reader's note where the event is pinned, maybe empty; else None.
        key: Returns the key of an action.
    """
    writer = _ReaderWriter(timeline, event, max(cells, 8), highlights, read_text)
    writer.all_offices = all_offices
    writer.key = key
    writer.whole_event(pin)
    writer.evidence()
    writer.neighbours()
    writer.own_id()
    return writer.detail


class _ReaderWriter(EventWriter):
    all_offices = False
    key: Callable[[str], str]

    def own_id(self) -> None:
        """Add what the event is called in queries and on the command line."""
        self.section("Id")
        self.paragraph(self.event.id, "text", INDENT)

    def people(self) -> None:
        if not self.event.actors:
            return
        self.section("Who")
        untold = sum(self._person(self.timeline.actors_by_id[actor]) for actor in self.event.actors)
        if untold:
            offices = f"{count_of(untold, 'office')} at other times ({self.key('offices')})"
            self.paragraph(offices, "muted", INDENT)

    def _person(self, actor: Actor) -> int:
        """Add a person; return how many offices were left out."""
        others = offices_at(actor, self.event.date).others
        self.paragraph(actor.name, "text", after=self.office(actor))
        if not self.all_offices:
            return len(others)
        for role in others:
            self.paragraph(f"{dates_words(role)}: {role.title}", "muted", INDENT)
        if actor.other_names:
            self.paragraph(f"also written {', '.join(actor.other_names)}", "muted", INDENT)
        if actor.note:
            self.paragraph(actor.note, "muted", INDENT)
        return 0

    def dispute(self) -> None:
        claims = self.event.disputed
        fitting = (self.cells + _GAP) // (_COLUMN + _GAP)
        if len(claims) < 2 or fitting < 2:
            super().dispute()
            return
        self.section("≠ Sources disagree")
        rows = -(-len(claims) // fitting)
        each = -(-len(claims) // rows)
        for first in range(0, len(claims), each):
            if first:
                self.gap()
            self._side_by_side(claims[first : first + each], each)

    def _side_by_side(self, claims: Sequence[Claim], each: int) -> None:
        """Add claims in columns of which `each` fill the width."""
        cells = (self.cells - _GAP * (each - 1)) // each
        columns = [Writer(cells, self.highlights) for _claim in claims]
        for column, claim in zip(columns, claims, strict=True):
            source = self.timeline.sources_by_id[claim.source]
            column.paragraph(claim.by, "label")
            column.paragraph(claim.claim, "text")
            issued = f", {display(source.issued)}" if source.issued else ""
            column.paragraph(source.publisher + issued, "muted")
        self.beside(columns, _GAP)

    def away(self, other: Event, room: int | None = None) -> str:
        count = events_between(self.timeline, self.event, other)
        return ", ".join(filter(None, (super().away(other, room), in_between(count))))

    def neighbours(self) -> None:
        """Name what stood within a month on the other track."""
        found = neighbours(self.timeline, self.event)
        sure = [near for near in found if near.nearness == "near"]
        if not found:
            return
        self.section("Meanwhile on the other track")
        for near in sure[:_NEIGHBOURS]:
            self._neighbour(near)
        more = len(found) - len(sure[:_NEIGHBOURS])
        if more:
            which = "" if len(sure) == len(found) else ", under way or near"
            self.paragraph(f"{more} more{which}: {self.key('neighbours')}", "muted", INDENT)

    def _neighbour(self, near: Neighbour) -> None:
        start = len(self.detail.lines)
        away = distance(self.event.date, near.event.date)
        after = f"  {away}" if away else ""
        self.paragraph(f"▸ {display(near.event.date)}  {near.event.title}", "link", INDENT, after)
        self.link_from(start, near.event.id)

    def evidence(self) -> None:
        """Say how the passages give the date."""
        found = exhibits(self.timeline, self.event)
        mentions = [(exhibit, mention) for exhibit in found for mention in exhibit.mentions]
        if not mentions:
            return
        self.section("Evidence for the date")
        for exhibit, mention in mentions:
            start = len(self.detail.lines)
            words = resolution(mention)
            document = f" · ¶ {exhibit.document.id}"
            self.paragraph(f"▸ “{mention.text}”, {words}", "text", INDENT, document)
            self.link_from(start, f"#{found.index(exhibit)}")
