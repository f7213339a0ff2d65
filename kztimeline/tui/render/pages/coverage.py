"""The coverage ledger as lines: each document's mentions on a strip of its length."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.text.numbers import count_of, noun_of
from kztimeline.text.pieces import Piece, RoleSpan, clip, pieces_width
from kztimeline.timeline.citations import describe_spans
from kztimeline.timeline.evidence import Disposition, disposition
from kztimeline.tui.render.pages.evidence import CitedText, missing_text, quote, resolution
from kztimeline.tui.render.pages.writer import INDENT, Detail, Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.documents.ledger import Coverage
    from kztimeline.text.cells import Cell
    from kztimeline.timeline.model import Document, Mention, Timeline
    from kztimeline.tui.render.list.layout import Line

LETTERS: Final[dict[Disposition, str]] = {"cited": "c", "dismissed": "d", "open": "o"}
_ROLES: Final[dict[Disposition, str]] = {
    "cited": "link",
    "dismissed": "muted",
    "open": "warning",
}
_BAR: Final = "·"


@dataclass(slots=True)
class CoveragePage:
    """The lines of the coverage view.

    Attributes:
        detail: The text and its links.
        heads: For each document its lines.
        strips: For each line with a strip the number of its document, and for each of
            its cells the number of the mention there, or None.
    """

    detail: Detail
    heads: list[range] = field(default_factory=list)
    strips: dict[int, tuple[int, list[int | None]]] = field(default_factory=dict)

    def mention_at(self, line: Line, cell: Cell) -> tuple[int, int] | None:
        """Return document and mention at a cell of the text, or at the one beside it."""
        if line not in self.strips:
            return None
        document, cells = self.strips[line]
        for near in (cell, cell - 1, cell + 1):
            number = cells[near - INDENT] if 0 <= near - INDENT < len(cells) else None
            if number is not None:
                return document, number
        return None


def mention_cells(starts: Sequence[int], length: int, cells: int) -> list[int]:
    """Return the cell of each mention on a strip of `cells` over `length` characters.

    Mentions too near each other for a cell each are moved apart, in their order, as
    long as there are cells enough.
    """
    found = [min(start * cells // max(length, 1), cells - 1) for start in starts]
    if len(found) > cells:
        return found
    for number in range(1, len(found)):
        found[number] = max(found[number], found[number - 1] + 1)
    last = cells
    for number in reversed(range(len(found))):
        found[number] = last = min(found[number], last - 1)
    return found


def coverage_of(
    timeline: Timeline,
    coverage: Sequence[Coverage],
    chosen: tuple[int, int],
    cells: int,
    texts: CitedText,
) -> CoveragePage:
    """Return the ledger of every document, the chosen one with one mention in full.

    Args:
        timeline: Where the events are.
        coverage: The state of each document.
        chosen: The numbers of a document and of one of its mentions.
        cells: The width to wrap to.
        texts: The text of the chosen document.
    """
    writer = _CoverageWriter(timeline, max(cells, 12))
    writer.head(coverage)
    for number, state in enumerate(coverage):
        writer.document(number, state, chosen[1] if number == chosen[0] else None, texts)
    return writer.page


class _CoverageWriter(Writer):
    def __init__(self, timeline: Timeline, cells: int) -> None:
        super().__init__(cells)
        self.timeline = timeline
        self.page = CoveragePage(self.detail)

    def head(self, coverage: Sequence[Coverage]) -> None:
        """Sum all documents up."""
        dispositions: list[Disposition] = [
            disposition(mention) for state in coverage for mention in state.document.mentions
        ]
        noun = noun_of(len(coverage), "document")
        found = f"dates found in {len(coverage)} {noun}"
        self.put(*clip([Piece("Coverage  ", "title"), Piece(found, "muted")], self.cells))
        self._counts(dispositions, 0)

    def document(self, number: int, state: Coverage, chosen: int | None, texts: CitedText) -> None:
        """Add a document with its strip, and its chosen mention if it is the chosen one."""
        document = state.document
        self.gap()
        start = len(self.detail.lines)
        role = "label" if chosen is None else "title"
        sign = "  " if chosen is None else "▌ "
        self.paragraph(f"{sign}{document.id}  {document.title}", role)
        issued = f"{document.publisher}, {display(document.issued)}"
        self.paragraph(issued, "text", INDENT, f" · {_checked(state)}")
        self._counts([disposition(mention) for mention in document.mentions], INDENT)
        self._strip(number, document, chosen)
        for finding in state.findings:
            place = f"line {finding.line}: " if finding.line else ""
            self.paragraph(f"{place}{finding.problem}", "warning", INDENT)
        if chosen is not None:
            self._chosen(state, chosen, texts)
        self.page.heads.append(range(start, len(self.detail.lines)))

    def _counts(self, dispositions: Sequence[Disposition], indent: int) -> None:
        counts = [Piece(count_of(len(dispositions), "date"), "text")]
        for kind, letter in LETTERS.items():
            count = dispositions.count(kind)
            counts.append(Piece(f"  {letter} {count} {kind}", _ROLES[kind] if count else "muted"))
        line = [Piece(" " * indent)]
        for piece in counts:
            if len(line) > 1 and pieces_width([*line, piece]) > self.cells:
                self.put(*line)
                line = [Piece(" " * indent)]
            line.append(piece)
        self.put(*line)

    def _strip(self, number: int, document: Document, chosen: int | None) -> None:
        length = max(self.cells - 2 * INDENT, 4)
        mentions = document.mentions
        starts = [mention.span.start for mention in mentions]
        cells: list[int | None] = [None] * length
        for index, cell in enumerate(mention_cells(starts, document.characters, length)):
            if cells[cell] is None or index == chosen:
                cells[cell] = index
        pieces = [Piece(" " * INDENT)]
        for mention in cells:
            if mention is None:
                pieces.append(Piece(_BAR, "muted"))
                continue
            kind = disposition(mentions[mention])
            role = "match" if mention == chosen else _ROLES[kind]
            pieces.append(Piece(LETTERS[kind], role))
        self.page.strips[len(self.detail.lines)] = (number, cells)
        self.put(*pieces)

    def _chosen(self, state: Coverage, chosen: int, texts: CitedText) -> None:
        mentions = state.document.mentions
        if mentions:
            self._mention(mentions[chosen], f"{chosen + 1} of {len(mentions)}", texts)
        if texts.text is None:
            missing_text(self, state.document, texts)
        if state.unmentioned:
            self.gap()
            count = len(state.unmentioned)
            noun = noun_of(count, "event cites", "events cite")
            self.paragraph(
                f"{count} {noun} this document without citing a date in it", "muted", INDENT
            )
            self._events(state.unmentioned)

    def _mention(self, mention: Mention, count: str, texts: CitedText) -> None:
        kind = disposition(mention)
        self.gap()
        place = f"  date {count}, {describe_spans((mention.span,))}"
        self.paragraph(f"“{mention.text}”", "title", INDENT, place)
        self.paragraph(resolution(mention), "text", INDENT)
        if kind == "dismissed":
            self.paragraph(f"d dismissed: {mention.dismissed}", "text", INDENT)
        elif kind == "open":
            self.paragraph("o open: neither cited nor dismissed", "warning", INDENT)
        else:
            self.paragraph("c cited by", "text", INDENT)
            self._events(mention.cited_by)
        if texts.text is not None:
            self.gap()
            quote(self, texts.text, mention.span, [RoleSpan(*mention.span, "match")])

    def _events(self, events: Sequence[str]) -> None:
        for identifier in events:
            if identifier not in self.timeline.positions_by_id:
                continue
            event = self.timeline.event(identifier)
            start = len(self.detail.lines)
            self.paragraph(f"▸ {display(event.date)}  {event.title}", "link", INDENT)
            self.link_from(start, event.id)


def _checked(state: Coverage) -> str:
    return state.agreement or "text not available"
