"""Text with links, written line by line for a page of the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean, width, wrap
from kztimeline.text.pieces import (
    Highlights,
    Piece,
    RoleSpan,
    clip,
    no_highlights,
    pieces_of,
    pieces_width,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.text.cells import Cell
    from kztimeline.tui.render.list.layout import Line

INDENT: Final = 2
HOW_TO_HAVE_IT: Final = "#text"
"""Where the line leads that folds and unfolds how to have a document's text."""
ASKS: Final = "="
"""What the target of words begins with that a filter can ask for: a field and a value follow."""
_SIGNS: Final = ("▸ ", "● ", "▌ ", "¶ ", "∴ ")


@dataclass(slots=True)
class Detail:
    """The text of one page at one width: of an event, its evidence, a day and so on.

    Attributes:
        lines: The text.
        links: For each link in the order of the text, its lines and where it goes: the
            id of an event, an address, `#` and the number of a passage, or `HOW_TO_HAVE_IT`.
        addresses: The address of the page that a line names, by the number of the line.
        values: Words that a filter can ask for: their line, their cells, and `ASKS` with field
            and value, such as `=topic:protest`. They are no links: keys pass them over.
    """

    lines: list[tuple[Piece, ...]] = field(default_factory=list)
    links: list[tuple[range, str]] = field(default_factory=list)
    addresses: dict[int, str] = field(default_factory=dict)
    values: list[tuple[Line, range, str]] = field(default_factory=list)

    def link_at(self, line: Line) -> int | None:
        """Return the number of the link on a line, or None."""
        for number, (lines, _target) in enumerate(self.links):
            if line in lines:
                return number
        return None

    def value_at(self, line: Line, cell: Cell) -> str | None:
        """Return what a filter asks for by the words at a cell of a line, or None."""
        found = (to for at, cells, to in self.values if at == line and cell in cells)
        return next(found, None)


def next_link(
    links: Sequence[tuple[range, str]], chosen: int | None, seen: range, direction: int
) -> int | None:
    """Return the number of the link to choose next: from the chosen one where that is in sight.

    Else it is the first that begins in sight or below, or for the way back the last that
    ends in sight or above; beyond either end it goes on at the other.

    Args:
        links: The lines of each link, in order, and where it leads.
        chosen: The number of the link chosen so far, or None.
        seen: The lines in sight.
        direction: 1 for the next link, -1 for the previous one.
    """
    if not links:
        return None
    if chosen is not None:
        lines = links[chosen][0]
        if lines.start < seen.stop and lines.stop > seen.start:
            return (chosen + direction) % len(links)
    if direction > 0:
        below = (n for n, (lines, _to) in enumerate(links) if lines.start >= seen.start)
        return next(below, 0)
    above = (n for n in reversed(range(len(links))) if links[n][0].stop <= seen.stop)
    return next(above, len(links) - 1)


class Writer:
    """Writes paragraphs, wrapped to `cells`, under headings."""

    def __init__(self, cells: int, highlights: Callable[[str], Highlights] = no_highlights) -> None:
        self.cells = cells
        self.highlights = highlights
        self.detail = Detail()

    def section(self, name: str) -> None:
        """Add a heading."""
        self.gap()
        text = clean(name)
        rule = "─" * max(self.cells - width(text) - 1, 0)
        self.put(*clip([Piece(text, "heading"), Piece(f" {rule}", "rule")], self.cells))

    def gap(self) -> None:
        """Add an empty line."""
        self.detail.lines.append(())

    def put(self, *pieces: Piece) -> None:
        """Add a line."""
        self.detail.lines.append(pieces)

    def paragraph(self, text: str, role: str, indent: int = 0, after: str = "") -> None:
        """Add wrapped text, with `after` following it in a quieter role."""
        text, after = clean(text), clean(after)
        whole = text + after
        spans = [RoleSpan(*span, "match") for span in self.highlights(text)]
        spans.append(RoleSpan(len(text), len(whole), "muted"))
        self.wrapped(whole, role, spans, indent)

    def wrapped(
        self, text: str, role: str, spans: list[RoleSpan], indent: int, margin: int = 0
    ) -> None:
        """Add printable text with spans of it in roles of their own.

        What follows a sign at its beginning is aligned after the sign. So many cells of
        `margin` are left at the right.
        """
        hang = INDENT if text.startswith(_SIGNS) else 0
        for number, part in enumerate(wrap(text, self.cells - indent - hang - margin)):
            space = " " * (indent + (hang if number else 0))
            self.put(*([Piece(space)] if space else []), *pieces_of(text, part, role, spans))

    def link_from(self, start: int, target: str) -> None:
        """Make a link of the lines from `start` on."""
        self.detail.links.append((range(start, len(self.detail.lines)), target))

    def asks(self, start: Line, words: str, field: str, value: str) -> None:
        """Have a filter ask for a value by words that stand whole on one of the lines from `start`.

        Of words that are there more than once it is by those that ask for nothing as yet.
        """
        for line in range(start, len(self.detail.lines)):
            text = "".join(piece.text for piece in self.detail.lines[line])
            at = text.find(words)
            while at >= 0 and self.detail.value_at(line, width(text[:at])):
                at = text.find(words, at + 1)
            if at >= 0:
                cells = range(width(text[:at]), width(text[: at + len(words)]))
                self.detail.values.append((line, cells, f"{ASKS}{field}:{value}"))
                return

    def address(self, address: str, indent: int = INDENT) -> None:
        """Add the address of a page, as a link; it breaks alike wherever it begins."""
        start, text = len(self.detail.lines), clean(address)
        found = [RoleSpan(*span, "match") for span in self.highlights(text)]
        self.wrapped(text, "address", found, indent, max(INDENT - indent, 0))
        self.link_from(start, address)
        self.names(start, address)

    def names(self, start: int, address: str | None) -> None:
        """Say that the lines from `start` on name the page at an address, where there is one."""
        if address:
            lines = range(start, len(self.detail.lines))
            self.detail.addresses.update(dict.fromkeys(lines, address))

    def beside(self, columns: Sequence[Writer], gap: int = 3) -> None:
        """Add what was written in several columns next to each other, without links."""
        bar = Piece(" " * (gap // 2) + "│" + " " * (gap - gap // 2 - 1), "muted")
        for parts in zip_longest(*(column.detail.lines for column in columns), fillvalue=()):
            pieces: list[Piece] = []
            for column, part in zip(columns, parts, strict=True):
                space = column.cells - pieces_width(part)
                pieces += [*part, Piece(" " * space), bar]
            self.put(*pieces[:-1])
