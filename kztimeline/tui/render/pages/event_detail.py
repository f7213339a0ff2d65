"""Everything there is to read about one event, as lines of plain text.

The order answers a reader's questions: what and when, who says so, who took part, and
what it has to do with other events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.dates.display import QUALIFIERS, display
from kztimeline.dates.distance import distance
from kztimeline.text.cells import clean, width, wrap
from kztimeline.text.pieces import Highlights, Piece, RoleSpan, clip, no_highlights
from kztimeline.timeline.citations import describe_spans
from kztimeline.timeline.offices import titles_at
from kztimeline.timeline.relations import steps
from kztimeline.tui.render.pages.writer import INDENT, Detail, Writer
from kztimeline.tui.render.rails.preview import legend
from kztimeline.tui.render.signs import INFERRED, PASSAGE, PIN, TRACK_ROLES, date_sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.timeline.model import Actor, Citation, Event, Source, Timeline
    from kztimeline.timeline.relations import LinkStep


def detail_of(
    timeline: Timeline,
    event: Event,
    cells: int,
    highlights: Callable[[str], Highlights] = no_highlights,
    read_text: Callable[[str], str | None] = lambda _document: None,
    pin: str | None = None,
) -> Detail:
    """Return all that `timeline` knows of `event`, wrapped to `cells`.

    Args:
        timeline: What the event is part of.
        event: The event.
        cells: The width to wrap to.
        highlights: What of a text to draw as matching.
        read_text: Returns the text of a document by its id, where it is at hand.
        pin: The reader's note where the event is pinned, maybe empty; else None.
    """
    writer = EventWriter(timeline, event, max(cells, 8), highlights, read_text)
    writer.brief = True
    writer.whole_event(pin)
    return writer.detail


class EventWriter(Writer):
    """Writes the sections of a detail one after another.

    Attributes:
        brief: Whether a source has two lines, and a link one or two.
    """

    brief = False

    def __init__(
        self,
        timeline: Timeline,
        event: Event,
        cells: int,
        highlights: Callable[[str], Highlights],
        read_text: Callable[[str], str | None],
    ) -> None:
        super().__init__(cells, highlights)
        self.read_text = read_text
        self.timeline = timeline
        self.event = event

    def whole_event(self, pin: str | None) -> None:
        """Write all that the event itself says; `pin` is the reader's note where it is pinned."""
        self.head()
        self.pin(pin)
        self.summary()
        self.legend()
        self.dispute()
        self.links()
        self.people()
        self.sources()
        self.date()

    def head(self) -> None:
        """Say when, what, on which track, about what and where."""
        event, timeline = self.event, self.timeline
        lane = timeline.lane(event.track)
        track = timeline.tracks[lane]
        date = clean(f"{date_sign(event.date)} {display(event.date)}")
        self.wrapped(date, "date", [RoleSpan(0, 1, TRACK_ROLES[lane])], 0)
        self.paragraph(event.title, "title")
        topics = ", ".join(timeline.topics_by_id[topic].name for topic in event.topics)
        start = len(self.detail.lines)
        self.paragraph(f"{track.letter} {track.name}", TRACK_ROLES[lane])
        self.asks(start, clean(track.name), "track", track.id)
        start = len(self.detail.lines)
        self.paragraph(f"{topics} · {event.place}" if event.place else topics, "muted")
        for topic in sorted(event.topics, key=lambda each: -len(timeline.topics_by_id[each].name)):
            self.asks(start, clean(timeline.topics_by_id[topic].name), "topic", topic)
        if event.place:
            self.asks(start, clean(event.place), "place", event.place)

    def pin(self, note: str | None) -> None:
        """Say that the reader has pinned the event, and with which note."""
        if note is not None:
            self.wrapped(clean(f"{PIN} {note or 'pinned'}"), "pin", [], 0)

    def summary(self) -> None:
        """Tell what happened."""
        self.gap()
        self.paragraph(self.event.summary, "text")
        if self.event.attributed_to:
            self.gap()
            self.paragraph(f"According to {self.event.attributed_to}.", "warning")
        if self.event.note:
            self.gap()
            self.paragraph(self.event.note, "muted")

    def legend(self) -> None:
        """Say what the signs of this event mean."""
        parts = legend(self.timeline, self.event)
        if parts:
            self.gap()
            # A line ends between two of them, and within none.
            whole = [part.replace(" ", "\u00a0") for part in parts]
            for part in wrap("   ".join(whole), self.cells):
                text = "   ".join(whole)[part.start : part.end]
                self.put(Piece(text.replace("\u00a0", " "), "muted"))
        if self.event.inference:
            self.paragraph(f"{INFERRED} Inferred: {self.event.inference}", "warning")

    def date(self) -> None:
        """Say how the date is written and known."""
        date = self.event.date
        self.section("When")
        known = "exact" if date.is_exact else "known"
        words = [f"{known} to the {date.precision.label}"]
        if date.qualifier:
            words.append(QUALIFIERS[date.qualifier])
        self.paragraph(", ".join(words), "muted")
        if self.event.outside_span:
            self.paragraph(self.event.outside_span, "muted")

    def people(self) -> None:
        """Name who took part, with their office at the time."""
        if not self.event.actors:
            return
        self.section("Who")
        for identifier in self.event.actors:
            actor = self.timeline.actors_by_id[identifier]
            start = len(self.detail.lines)
            self.paragraph(actor.name, "text", after=self.office(actor))
            self.asks(start, clean(actor.name), "actor", identifier)

    def dispute(self) -> None:
        """Say where the sources disagree."""
        if not self.event.disputed:
            return
        self.section("≠ Sources disagree")
        for claim in self.event.disputed:
            source = self.timeline.sources_by_id[claim.source]
            self.paragraph(f"{claim.by}: {claim.claim}", "text", after=f" ({source.publisher})")

    def links(self) -> None:
        """Lead to the events that have to do with this one."""
        linked = steps(self.timeline, self.event)
        if not linked:
            return
        self.section("Links")
        for step in linked:
            self.step(step)

    def sources(self) -> None:
        """Name the sources and quote the passages at hand."""
        self.section("Sources")
        for number, citation in enumerate(self.event.sources):
            if self.brief:
                self._short_citation(citation, self.timeline.sources_by_id[citation.source])
                continue
            if number:
                self.gap()
            self._citation(citation, self.timeline.sources_by_id[citation.source])

    def _short_citation(self, citation: Citation, source: Source) -> None:
        """Name a source in two lines, its title a link to where it stands."""
        seeded = citation.source in self.timeline.documents_by_id
        issued = f", {display(source.issued)}" if source.issued else ", undated"
        sign = PASSAGE if seeded else " "
        heading = [Piece(f"{sign} ", "sign"), Piece(clean(source.publisher), "text")]
        self.put(*clip([*heading, Piece(clean(issued), "muted")], self.cells))
        start = len(self.detail.lines)
        title = f"{source.author}: {source.title}" if source.author else source.title
        role = "address" if source.URL else "muted"
        self.put(*clip([Piece(" " * INDENT), Piece(clean(title), role)], self.cells))
        if source.URL:
            self.link_from(start, source.URL)
            self.names(start, source.URL)

    def _citation(self, citation: Citation, source: Source) -> None:
        seeded = citation.source in self.timeline.documents_by_id
        issued = f", {display(source.issued)}" if source.issued else ", undated"
        self.paragraph((f"{PASSAGE} " if seeded else "") + source.publisher, "text", after=issued)
        title = f"{source.author}: {source.title}" if source.author else source.title
        start = len(self.detail.lines)
        self.paragraph(title, "muted", INDENT)
        self.names(start, source.URL)
        if citation.says:
            self.paragraph(citation.says, "text", INDENT)
        if citation.spans:
            places = describe_spans(citation.spans)
            self.paragraph(f"document {citation.source}, {places}", "muted", INDENT)
            self._passages(citation)
        if source.derived_from:
            self.paragraph(f"copied from {source.derived_from}", "warning", INDENT)
        if source.URL:
            self.address(source.URL)

    def _passages(self, citation: Citation) -> None:
        """Quote what the cited characters say, within the sentence they stand in."""
        text = self.read_text(citation.source)
        if text is None:
            return
        from kztimeline.documents.texts import passage

        for span in citation.spans:
            around = passage(text, span)
            quoted = clean(text[around.start : around.end])
            cited = RoleSpan(span.start - around.start, span.end - around.start, "cited")
            self.wrapped(quoted, "passage", [cited], INDENT)

    def step(self, step: LinkStep) -> None:
        """Add a link, which can be chosen."""
        start = len(self.detail.lines)
        if self.brief:
            self._short_step(step)
            return
        away = self.away(step.event)
        self.paragraph(f"▸ {step.relation}", "label", after=f"  {away}" if away else "")
        self.event_line(step.event)
        self.link_from(start, step.event.id)
        self.paragraph(step.link.basis, "muted", INDENT)

    def _short_step(self, step: LinkStep) -> None:
        """Add a link in two lines: what it is and how far, and where it leads."""
        start, other = len(self.detail.lines), step.event
        away = self.away(other, self.cells - width(step.relation) - 4)
        arrow = "←" if other.date < self.event.date else "→"
        head = [Piece(f"{arrow} {step.relation}", "label")]
        head += [Piece(f"  {away}", "muted")] if away else []
        self.put(*clip(head, self.cells))
        text = clean(f"{display(other.date)}  {other.title}")
        self.put(*clip([Piece(" " * INDENT), Piece(text, "link")], self.cells))
        self.link_from(start, other.id)

    def away(self, other: Event, room: int | None = None) -> str:
        """Return how far another event is from this one, in years alone for want of room."""
        return distance(self.event.date, other.date, room)

    def event_line(self, other: Event) -> None:
        """Add the date and title of another event."""
        self.paragraph(f"{display(other.date)}  {other.title}", "link", INDENT)

    def office(self, actor: Actor) -> str:
        """Return what an actor was at the time, to stand after the name."""
        titles = titles_at(actor, self.event.date)
        return f", {', '.join(titles)}" if titles else ""
