"""The evidence of one event, passage by passage, as lines of plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.documents.fates import anchor_in_words
from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of
from kztimeline.text.pieces import Piece, RoleSpan
from kztimeline.timeline.evidence import citing, exhibits, support
from kztimeline.tui.render.pages.writer import HOW_TO_HAVE_IT, INDENT, Detail, Writer
from kztimeline.tui.render.signs import TRACK_ROLES, date_sign

if TYPE_CHECKING:
    from kztimeline.documents.texts import Whereabouts
    from kztimeline.text.spans import Span
    from kztimeline.timeline.evidence import Exhibit
    from kztimeline.timeline.model import Citation, Document, Event, Mention, Timeline

KINDS: Final = {
    "date": "a date",
    "range": "a range",
    "relative": "relative to another date",
    "set": "a repeated time",
    "duration": "a length of time",
    "age": "an age",
    "vague": "vague",
}


@dataclass(frozen=True, slots=True)
class CitedText:
    """The text of a document as the evidence needs it.

    Attributes:
        text: The text of the passage's document, or None where it is not at hand.
        whereabouts: Where it is looked for; None where nobody said.
        unfolded: Whether it is told how to have the text where it is not at hand; None where
            that cannot be folded away.
    """

    text: str | None
    whereabouts: Whereabouts | None
    unfolded: bool | None = None


def resolution(mention: Mention) -> str:
    """Return in words how a date phrase was read."""
    words = KINDS[mention.kind]
    if mention.date is None and mention.kind == "relative":
        return f"{words} that is not known"
    if mention.date is None:
        return f"{words}: no date"
    against = f", counted from {anchor_in_words(mention.anchor)}" if mention.anchor else ""
    return f"{words}: {display(mention.date)}{against}"


def evidence_of(
    timeline: Timeline, event: Event, number: int, cells: int, texts: CitedText
) -> Detail:
    """Return what supports an event, its `number`-th passage in full, wrapped to `cells`."""
    writer = _EvidenceWriter(timeline, event, max(cells, 8))
    found = exhibits(timeline, event)
    writer.head(len(found))
    if found:
        exhibit = found[number]
        writer.choice(found, number)
        writer.document(exhibit.document)
        if texts.text is None:
            missing_text(writer, exhibit.document, texts)
        else:
            writer.passage(texts.text, exhibit)
        writer.reading(exhibit)
        writer.same_document(exhibit.document)
    writer.references()
    return writer.detail


def missing_text(writer: Writer, document: Document, texts: CitedText) -> None:
    """Say that the text is not here; unfolded, which file is wanted, where, and how to know it."""
    where = texts.whereabouts
    writer.gap()
    if where is not None and where.state == "another":
        writer.paragraph(
            f"{where.path} differs from the recorded text; its hash:", "warning", INDENT
        )
        writer.paragraph(where.sha256, "warning", INDENT)
    else:
        told = "The words of the document are not shown: its text is not part of this program."
        writer.paragraph(told, "warning", INDENT)
        if document.URL:
            writer.paragraph(f"It was published at {document.URL}", "text", INDENT)
        start = len(writer.detail.lines)
        if texts.unfolded is None:
            writer.paragraph("To have the text here, put it in place:", "muted", INDENT)
        else:
            sign = "▾" if texts.unfolded else "▸"
            writer.paragraph(f"{sign} How to have the text here", "link", INDENT)
            writer.link_from(start, HOW_TO_HAVE_IT)
        if texts.unfolded is False:
            return
    writer.paragraph(f"Expected file  {document.file}", "text", INDENT)
    if where is not None:
        writer.paragraph(f"in folder  {where.path.parent}", "text", INDENT)
    other = "or choose another folder: kzt --documents FOLDER, $KZT_DOCUMENTS, "
    writer.paragraph(f"{other}or documents = in the configuration file", "muted", INDENT)
    writer.paragraph(f"sha256  {document.sha256}", "text", INDENT)
    length = count_of(document.characters, "character")
    writer.paragraph(f"{length}; details recorded without the text follow", "muted", INDENT)


def quote(writer: Writer, text: str, span: Span, phrases: list[RoleSpan]) -> None:
    """Quote a paragraph: the sentence clear, the rest pale, phrases in their roles.

    Args:
        writer: What to write with.
        text: The text of the document.
        span: What to quote the sentence of.
        phrases: What to draw in roles of their own, in characters of the text, ascending.
    """
    from kztimeline.documents.texts import line_around, passage

    around, sentence = line_around(text, span), passage(text, span)
    spans: list[RoleSpan] = []
    position = sentence.start
    for phrase in phrases:
        spans += [RoleSpan(position, phrase.start, "text"), phrase]
        position = phrase.end
    spans.append(RoleSpan(position, sentence.end, "text"))
    for line in _lines(text, around.start, around.end):
        quoted = clean(text[line[0] : line[1]])
        shifted = [RoleSpan(m.start - line[0], m.end - line[0], m.role) for m in spans]
        writer.wrapped(quoted, "muted", shifted, INDENT)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        lines.append((start, stop))
        start = stop + 1
    return lines


class _EvidenceWriter(Writer):
    def __init__(self, timeline: Timeline, event: Event, cells: int) -> None:
        super().__init__(cells)
        self.timeline = timeline
        self.event = event

    def head(self, passages: int) -> None:
        """Say which event this is the evidence of."""
        event = self.event
        lane = self.timeline.lane(event.track)
        self.put(
            Piece("Evidence  ", "muted"),
            Piece(f"{date_sign(event.date)} ", TRACK_ROLES[lane]),
            Piece(clean(display(event.date)), "date"),
        )
        self.paragraph(event.title, "title")
        if not passages:
            self.gap()
            self.paragraph("Not in the documents; supported by outside sources only.", "warning")

    def choice(self, found: list[Exhibit], number: int) -> None:
        """Name the passages, to choose another."""
        several = f"Passage {number + 1} of {len(found)}" if len(found) > 1 else "Passage"
        self.section(several)
        if len(found) == 1:
            return
        for other, exhibit in enumerate(found):
            start = len(self.detail.lines)
            phrases = ", ".join(f"“{mention.text}”" for mention in exhibit.mentions)
            sign = "●" if other == number else "▸"
            role = "title" if other == number else "link"
            place = f"characters {exhibit.span.start}–{exhibit.span.end}"
            after = (
                f"  ¶ {exhibit.document.id}, {place}" if phrases else f", ¶ {exhibit.document.id}"
            )
            self.paragraph(f"{sign} {phrases or place}", role, after=after)
            if other != number:
                self.link_from(start, f"#{other}")

    def document(self, document: Document) -> None:
        """Say what document the passage stands in."""
        self.gap()
        start = len(self.detail.lines)
        self.paragraph(f"¶ {document.id}  {document.title}", "label")
        self.names(start, document.URL)
        author = f"{document.author}, " if document.author else ""
        after = f" · {document.character}"
        issued = display(document.issued)
        self.paragraph(f"{author}{document.publisher}, {issued}", "text", INDENT, after)

    def passage(self, text: str, exhibit: Exhibit) -> None:
        """Quote the passage, with what is cited and its date phrases in their roles."""
        self.gap()
        span = exhibit.span
        phrases: list[RoleSpan] = []
        position = span.start
        for mention in sorted(exhibit.mentions, key=lambda mention: mention.span):
            start, end = mention.span
            phrases += [RoleSpan(position, start, "cited"), RoleSpan(start, end, "match")]
            position = end
        phrases.append(RoleSpan(position, span.end, "cited"))
        quote(self, text, span, phrases)

    def reading(self, exhibit: Exhibit) -> None:
        """Say how the date was read from the passage."""
        self.section("How the date was read")
        for mention in exhibit.mentions:
            start, end = mention.span
            place = f"  characters {start}–{end}"
            self.paragraph(f"“{mention.text}”, {resolution(mention)}", "text", after=place)
        if not exhibit.mentions:
            self.paragraph("No date in this passage is tied to the event.", "muted")
        event = self.event
        words = f"Event date: {display(event.date)}"
        dates = [mention.date for mention in exhibit.mentions if mention.date]
        agreement = "; ".join(dict.fromkeys(support(event.date, date) for date in dates))
        self.paragraph(f"{words}, {agreement}" if agreement else words, "text")
        if event.inference:
            self.paragraph(f"Inferred: {event.inference}", "warning")
        self.paragraph(f"Written in the timeline as {event.date.text} (EDTF)", "muted")
        if exhibit.says:
            self.paragraph(f"In brief: {exhibit.says}", "muted")
        document = exhibit.document
        issued = f"Document date: {display(document.issued)}"
        self.paragraph(f"{issued}: {document.issued_basis}", "muted")
        if document.URL:
            self.address(document.URL, 0)

    def same_document(self, document: Document) -> None:
        """Lead to the other events that rest on the document."""
        others = [other for other in citing(self.timeline, document.id) if other != self.event]
        if not others:
            return
        count = count_of(len(others), "other event")
        self.section(f"{count} from document {document.id}")
        for other in others:
            start = len(self.detail.lines)
            self.paragraph(f"▸ {display(other.date)}  {other.title}", "link")
            self.link_from(start, other.id)

    def references(self) -> None:
        """Name the outside references."""
        outside = [
            citation
            for citation in self.event.sources
            if citation.source not in self.timeline.documents_by_id
        ]
        if not outside:
            return
        self.section("Other sources")
        for number, citation in enumerate(outside):
            if number:
                self.gap()
            self._reference(citation)

    def _reference(self, citation: Citation) -> None:
        source = self.timeline.sources_by_id[citation.source]
        issued = f", {display(source.issued)}" if source.issued else ", undated"
        self.paragraph(source.publisher, "text", after=issued)
        start = len(self.detail.lines)
        self.paragraph(source.title, "muted", INDENT)
        self.names(start, source.URL)
        if citation.says:
            self.paragraph(citation.says, "text", INDENT)
        if source.derived_from:
            self.paragraph(f"copied from {source.derived_from}", "warning", INDENT)
        if source.URL:
            self.address(source.URL)
