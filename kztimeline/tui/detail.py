"""Everything there is to read about one event, as lines of plain text.

The order answers a reader's questions: what, when, who and where, what it has to
do with other events, and who says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from kztimeline.cells import Mark, Piece, clean, clip, marked, width, wrap
from kztimeline.citing import describe_spans
from kztimeline.dates import days_between, display
from kztimeline.tui.rows import TRACK_ROLES, Spans, mark_of, no_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.model import Actor, Citation, Event, Link, LinkKind, Source, Timeline

Line: TypeAlias = "tuple[Piece, ...]"

ROLES: Final = frozenset(
    {"date", "heading", "title", "text", "muted", "label", "link", "chosen", "warning", "address"}
    | {"match", "passage", "cited", "rule"}
    | set(TRACK_ROLES)
)
"""Every role the detail is drawn in."""

_FORWARD: Final[dict[LinkKind, str]] = {
    "responds_to": "responds to",
    "leads_to": "leads to",
    "part_of": "part of",
    "reverses": "reverses",
}
_BACKWARD: Final[dict[LinkKind, str]] = {
    "responds_to": "answered by",
    "leads_to": "follows from",
    "part_of": "includes",
    "reverses": "reversed by",
}
_QUALIFIERS: Final = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
_INDENT: Final = 2


@dataclass(slots=True)
class Detail:
    """The lines of one event at one width.

    Attributes:
        lines: The text.
        links: For each link in the order of the text, its lines and the event it goes to.
    """

    lines: list[Line] = field(default_factory=list)
    links: list[tuple[range, str]] = field(default_factory=list)

    def link_at(self, line: int) -> int | None:
        """Return the number of the link on a line, or None."""
        for number, (lines, _target) in enumerate(self.links):
            if line in lines:
                return number
        return None


def detail_of(
    timeline: Timeline,
    event: Event,
    cells: int,
    highlights: Callable[[str], Spans] = no_spans,
    read_text: Callable[[str], str | None] = lambda _document: None,
) -> Detail:
    """Return all that `timeline` knows of `event`, wrapped to `cells`.

    Args:
        timeline: What the event is part of.
        event: The event.
        cells: The width to wrap to.
        highlights: What of a text to draw as matching.
        read_text: Returns the text of a document by its id, where it is at hand.
    """
    writer = _Writer(timeline, event, max(cells, 8), highlights, read_text)
    writer.head()
    writer.summary()
    writer.date()
    writer.people()
    writer.dispute()
    writer.links()
    writer.sources()
    return writer.detail


def elapsed(before: Event, after: Event) -> str:
    """Return in words how far apart two events are, or '' where the dates do not tell."""
    days = days_between(before.date, after.date)
    if days is None or days[1] == 0:
        return ""
    fewest, most = days
    count = str(most) if fewest == most else f"{fewest}–{most}"
    return f"{count} day" if count == "1" else f"{count} days"


class _Writer:
    """Writes the sections of a detail one after another."""

    def __init__(
        self,
        timeline: Timeline,
        event: Event,
        cells: int,
        highlights: Callable[[str], Spans],
        read_text: Callable[[str], str | None],
    ) -> None:
        self.read_text = read_text
        self.timeline = timeline
        self.event = event
        self.cells = cells
        self.highlights = highlights
        self.detail = Detail()

    def head(self) -> None:
        event, timeline = self.event, self.timeline
        lane = [track.id for track in timeline.tracks].index(event.track)
        track = timeline.tracks[lane]
        date = clean(f"{mark_of(event.date)} {display(event.date)}")
        self._wrapped(date, "date", [Mark(0, 1, TRACK_ROLES[lane])], 0)
        self._paragraph(event.title, "title")
        topics = ", ".join(timeline.topic[topic].name for topic in event.topics)
        self._paragraph(f"{track.letter} {track.name}", TRACK_ROLES[lane])
        self._paragraph(f"{topics} · {event.place}" if event.place else topics, "muted")

    def summary(self) -> None:
        self._gap()
        self._paragraph(self.event.summary, "text")
        if self.event.attributed_to:
            self._gap()
            self._paragraph(f"Claimed by {self.event.attributed_to}.", "warning")
        if self.event.note:
            self._gap()
            self._paragraph(self.event.note, "muted")

    def date(self) -> None:
        date = self.event.date
        self._section("When")
        words = [f"written {date.text}", f"known to the {date.precision.label}"]
        if date.qualifier:
            words.append(_QUALIFIERS[date.qualifier])
        self._paragraph(", ".join(words), "muted")
        if self.event.inference:
            self._paragraph(f"Worked out: {self.event.inference}", "warning")
        if self.event.outside_span:
            self._paragraph(self.event.outside_span, "muted")

    def people(self) -> None:
        if not self.event.actors:
            return
        self._section("Who")
        for identifier in self.event.actors:
            actor = self.timeline.actor[identifier]
            self._paragraph(actor.name, "text", after=self._office(actor))

    def dispute(self) -> None:
        if not self.event.disputed:
            return
        self._section("≠ Sources disagree")
        for claim in self.event.disputed:
            source = self.timeline.source[claim.source]
            self._paragraph(f"{claim.by}: {claim.claim}", "text", after=f" ({source.publisher})")

    def links(self) -> None:
        answered = self.timeline.links_back.get(self.event.id, ())
        if not self.event.links and not answered:
            return
        self._section("Before and after")
        for link in self.event.links:
            self._link(_FORWARD[link.kind], self.timeline.event(link.to), link)
        for other, link in answered:
            self._link(_BACKWARD[link.kind], other, link)

    def sources(self) -> None:
        self._section("Says who?")
        for number, citation in enumerate(self.event.sources):
            if number:
                self._gap()
            self._citation(citation, self.timeline.source[citation.source])

    def _citation(self, citation: Citation, source: Source) -> None:
        seeded = citation.source in self.timeline.document
        issued = f", {display(source.issued)}" if source.issued else ", no date given"
        self._paragraph(("¶ " if seeded else "") + source.publisher, "text", after=issued)
        title = f"{source.author}: {source.title}" if source.author else source.title
        self._paragraph(title, "muted", _INDENT)
        if citation.says:
            self._paragraph(f"says: {citation.says}", "text", _INDENT)
        if citation.spans:
            places = describe_spans(citation.spans)
            self._paragraph(f"document {citation.source}, {places}", "muted", _INDENT)
            self._passages(citation)
        if source.derived_from:
            self._paragraph(f"repeats {source.derived_from}", "warning", _INDENT)
        if source.URL:
            self._paragraph(source.URL, "address", _INDENT)

    def _passages(self, citation: Citation) -> None:
        """Quote what the cited characters say, within the sentence they stand in."""
        text = self.read_text(citation.source)
        if text is None:
            return
        from kztimeline.documents import passage

        for span in citation.spans:
            around = passage(text, span)
            quoted = clean(text[around.start : around.end])
            cited = Mark(span.start - around.start, span.end - around.start, "cited")
            self._wrapped(quoted, "passage", [cited], _INDENT)

    def _link(self, relation: str, other: Event, link: Link) -> None:
        start = len(self.detail.lines)
        apart = elapsed(*sorted((self.event, other), key=lambda event: event.date))
        self._paragraph(f"▸ {relation}", "label", after=f"  {apart}" if apart else "")
        self._paragraph(f"{display(other.date)}  {other.title}", "link", _INDENT)
        self.detail.links.append((range(start, len(self.detail.lines)), other.id))
        self._paragraph(link.basis, "muted", _INDENT)

    def _office(self, actor: Actor) -> str:
        roles = [role.title for role in actor.roles_on(self.event.date)]
        return f", {', '.join(roles)}" if roles else ""

    def _section(self, name: str) -> None:
        self._gap()
        text = clean(name)
        rule = "─" * max(self.cells - width(text) - 1, 0)
        self._put(*clip([Piece(text, "heading"), Piece(f" {rule}", "rule")], self.cells))

    def _gap(self) -> None:
        self.detail.lines.append(())

    def _put(self, *pieces: Piece) -> None:
        self.detail.lines.append(pieces)

    def _paragraph(self, text: str, role: str, indent: int = 0, after: str = "") -> None:
        """Add wrapped text, with `after` following it in a quieter role."""
        text, after = clean(text), clean(after)
        whole = text + after
        spans = [Mark(*span, "match") for span in self.highlights(text)]
        spans.append(Mark(len(text), len(whole), "muted"))
        self._wrapped(whole, role, spans, indent)

    def _wrapped(self, text: str, role: str, spans: list[Mark], indent: int) -> None:
        for part in wrap(text, self.cells - indent):
            pieces = marked(text, part, role, spans)
            self._put(*([Piece(" " * indent)] if indent else []), *pieces)
