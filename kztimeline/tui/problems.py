"""What is wrong with the files of the timeline, under its last good state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kztimeline.cells import Piece, clean, width, wrap
from kztimeline.tui import painting
from kztimeline.tui.painting import Painted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

    from kztimeline.findings import Finding

_MARGIN = 1


class Problems(Painted):
    """Names the first thing that is wrong, its place and remedy, and how many more."""

    DEFAULT_CSS = """
    Problems { max-height: 50%; background: $kzt-bar; border-top: solid $kzt-warning; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"warning", "strong", "text", "quiet"})

    def __init__(self, findings: Sequence[Finding], hint: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._findings = findings
        self._hint = hint
        self._lines: list[list[Piece]] = []

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

    def _write(self) -> None:
        cells = self.screen.size.width - 2 * _MARGIN
        self._lines = [
            [Piece(" " * _MARGIN), piece]
            for text, role in self._paragraphs(cells)
            for piece in _wrapped(text, role, cells)
        ]
        self.styles.height = len(self._lines) + 1
        self.refresh()

    def _paragraphs(self, cells: int) -> Iterator[tuple[str, str]]:
        finding = self.first
        name = Path(finding.file).name
        place = f"{name}, line {finding.line}, column {finding.column}" if finding.line else name
        yield f"{place}: {finding.problem}", "warning"
        if finding.source_line and finding.column < cells - 8:
            number = f"{finding.line} │ "
            before = finding.source_line[: finding.column - 1]
            yield f"{number}{finding.source_line}"[:cells], "text"
            yield " " * (width(number) + width(clean(before))) + "^", "warning"
        if finding.remedy:
            yield finding.remedy, "strong"
        more = len(self._findings) - 1
        rest = f"{more} more; " if more else ""
        yield f"{rest}{self._hint}", "quiet"


def _wrapped(text: str, role: str, cells: int) -> list[Piece]:
    text = clean(text)
    if text.startswith(" "):
        return [Piece(text, role)]
    return [Piece(text[part.start : part.end], role) for part in wrap(text, cells)]
