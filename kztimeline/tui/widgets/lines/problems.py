"""What is wrong with the files of the timeline, under its last good state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kztimeline.text.cells import clean, cut, width, wrap
from kztimeline.text.pieces import Piece
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.loading.findings import Finding

_MARGIN = 1
_LEAST_BESIDE = 4
"""Lines that stay for title, list, border and keys."""


class Problems(Painted):
    """Names the first thing that is wrong, its place and remedy, and how many more."""

    DEFAULT_CSS = """
    Problems { background: $kzt-bar; border-top: solid $kzt-warning; }
    """

    def __init__(self, findings: Sequence[Finding], key: str, id: str | None = None) -> None:
        """Prepare.

        Args:
            findings: What is wrong.
            key: The key that opens the line at fault; empty for none.
            id: The name of the widget.
        """
        super().__init__(id=id)
        self._findings = findings
        self._key = key
        self._lines: list[list[Piece]] = []

    @property
    def _hint(self) -> str:
        """What is shown meanwhile, and how to get at a line where one is named."""
        opens = f" {self._key} opens the line." if self._key and self.first.line else ""
        return f"Showing the last valid version.{opens}"

    @property
    def first(self) -> Finding:
        """The first finding."""
        return self._findings[0]

    def show(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self._findings = findings
        self._write()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._write()

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        return self.line(self._lines[y] if y < len(self._lines) else ())

    def on_click(self, event: events.Click) -> None:
        """Press the key that is named under the pointer."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._lines):
            self.press_key_in("".join(piece.text for piece in self._lines[offset.y]), offset.x)

    def _write(self) -> None:
        size = self.screen.size
        self._lines = problem_lines(
            self._findings, self._hint, size.width, max(size.height - _LEAST_BESIDE, 1)
        )
        self.styles.height = len(self._lines) + 1
        self.refresh()


def problem_lines(
    findings: Sequence[Finding], hint: str, cells: int, most: int
) -> list[list[Piece]]:
    """Return the first finding with its place and remedy, what is least needed left out.

    Where there are too few lines that is first the line of the file, then the hint.

    Args:
        findings: What is wrong.
        hint: What else to say.
        cells: The room there is.
        most: The lines there are.
    """
    cells = max(cells - 2 * _MARGIN, 1)
    every = list(_paragraphs(findings, hint, cells))
    for wanted in ({"place", "line", "remedy", "hint"}, {"place", "remedy", "hint"}):
        lines = list(_written(every, wanted, cells))
        if len(lines) <= most:
            return lines
    return _cut_to(most, list(_written(every, {"place", "remedy"}, cells)), cells)


def _cut_to(most: int, lines: list[list[Piece]], cells: int) -> list[list[Piece]]:
    """Return so many lines at most, the last of them with a sign that more follows."""
    if len(lines) <= most:
        return lines
    *whole, (margin, last) = lines[:most]
    return [*whole, [margin, Piece(cut(f"{last.text} …", cells), last.role)]]


def _written(
    paragraphs: Sequence[tuple[str, str, str]], wanted: set[str], cells: int
) -> Iterator[list[Piece]]:
    for part, text, role in paragraphs:
        if part in wanted:
            for piece in _wrapped(text, role, cells):
                yield [Piece(" " * _MARGIN), piece]


def _paragraphs(
    findings: Sequence[Finding], hint: str, cells: int
) -> Iterator[tuple[str, str, str]]:
    """Yield each paragraph: which part it is of, its text and its role."""
    finding = findings[0]
    name = Path(finding.file).name
    place = f"{name}, line {finding.line}, column {finding.column}" if finding.line else name
    yield "place", f"{place}: {finding.problem}", "warning"
    if finding.source_line and finding.column < cells - 8:
        number = f"{finding.line} │ "
        before = finding.source_line[: finding.column - 1]
        yield "line", f"{number}{finding.source_line}"[:cells], "text"
        yield "line", " " * (width(number) + width(clean(before))) + "^", "warning"
    if finding.remedy:
        yield "remedy", finding.remedy, "strong"
    more = len(findings) - 1
    rest = f"{more} more. " if more else ""
    yield "hint", f"{rest}{hint}", "quiet"


def _wrapped(text: str, role: str, cells: int) -> list[Piece]:
    text = clean(text)
    if text.startswith(" "):
        return [Piece(text, role)]
    return [Piece(text[part.start : part.end], role) for part in wrap(text, cells)]
