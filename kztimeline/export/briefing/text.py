"""A briefing as plain text, for a mail or a memo: at most 76 cells a line.

On a narrower terminal lines are shorter: `cells` is how long each function makes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.export.briefing.footnotes import footnote
from kztimeline.text.cells import clean, lines_of, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kztimeline.export.briefing.entries import Entry
    from kztimeline.export.briefing.footnotes import Footnotes
    from kztimeline.export.briefing.sheet import Sheet, Told

TEXT_WIDTH: Final = 76
_JOINED: Final = "\u00a0"
"""A space at which no line ends."""
_HEAD_LINES: Final = 3
"""Lines that a title, a notice or a query may take on one page."""


def full_text(
    head: Sequence[str],
    entries: Sequence[Entry],
    footnotes: Footnotes,
    cells: int = TEXT_WIDTH,
) -> Iterator[str]:
    """Yield the lines of a full briefing."""
    for line in head:
        yield from _wrapped(line, cells)
    for entry in entries:
        yield ""
        yield from _entry(entry, cells)
    if footnotes.numbers:
        yield ""
        yield "Sources"
    for line in footnote_lines(footnotes):
        yield from _wrapped(line, cells, hanging="    ")


def _entry(entry: Entry, cells: int) -> Iterator[str]:
    yield from _wrapped(f"{entry.date} · {entry.where}", cells)
    yield from _wrapped(entry.title, cells)
    yield ""
    for line in (f"{entry.summary}{text_numbers(entry.numbers)}", *entry.explained):
        yield from _wrapped(line, cells, indent="    ", hanging="    ")
    if entry.claims:
        yield "    Sources disagree:"
        for by, claim, number in entry.claims:
            yield from _wrapped(
                f"- {by}: {claim} [{number}]", cells, indent="    ", hanging="      "
            )
    if entry.note:
        yield from _wrapped(f"> {entry.note}", cells, indent="    ", hanging="      ")


def text_numbers(numbers: Sequence[int], unnumbered: int = 0) -> str:
    """Return numbers of footnotes with a space before them, ' [1, 2 and 4 more]'."""
    if not numbers:
        return ""
    more = f" and {unnumbered} more" if unnumbered else ""
    return f" [{', '.join(map(str, numbers))}{more}]"


def footnote_lines(footnotes: Footnotes) -> Iterator[str]:
    """Yield a line for each source, not wrapped."""
    for number, source, places in footnotes.sources():
        yield f"[{number}] {footnote(source, places, clean, clean)}"


def short_text(sheet: Sheet, cells: int = TEXT_WIDTH) -> Iterator[str]:
    """Yield the lines of a short briefing."""
    most = _HEAD_LINES if sheet.one_page and cells == TEXT_WIDTH else None
    for line in (sheet.title, *sheet.head):
        yield from lines_of(line, cells, most)
    if sheet.told:
        yield ""
    for told in sheet.told:
        yield from _told(told, cells)
    if sheet.left_out:
        yield ""
        yield from lines_of(sheet.left_out, cells)
    if sheet.sources:
        yield ""
        yield from _sources(sheet, cells)


def _told(told: Told, cells: int) -> Iterator[str]:
    numbers = text_numbers(told.numbers, told.unnumbered).strip().replace(" ", _JOINED)
    yield from _hung(f"{told.date}: {told.title} {numbers}".rstrip(), cells, "", "    ")
    if told.sentences:
        yield from _hung(told.sentences, cells, "    ", "    ")
    if told.claims:
        yield "    Sources disagree:"
        for by, claim, number in told.claims:
            yield from _hung(f"- {by}: {claim} [{number}]", cells, "    ", "      ")
    if told.note:
        yield from _hung(f"Note: {told.note}", cells, "    ", "    ")


def _sources(sheet: Sheet, cells: int) -> Iterator[str]:
    if sheet.one_page:
        listed = " · ".join(f"[{each.number}]{_JOINED}{each.text}" for each in sheet.sources)
        yield from _hung(f"Sources: {listed}", cells, "", "    ")
        return
    yield "Sources"
    for each in sheet.sources:
        yield from _hung(f"[{each.number}] {each.text}", cells, "", "    ")


def _hung(text: str, cells: int, indent: str, hanging: str) -> Iterator[str]:
    """Yield the lines of a paragraph; a word wider than a line is broken."""
    first, *rest = lines_of(text, cells - len(hanging)) or [""]
    if len(indent) < len(hanging):
        first, *_others = lines_of(text, cells - len(indent))
        after = text.lstrip(" ")[len(first) :].lstrip(" ")
        rest = lines_of(after, cells - len(hanging)) if after else []
    yield f"{indent}{first}".replace(_JOINED, " ")
    yield from (f"{hanging}{line}".replace(_JOINED, " ") for line in rest)


def _wrapped(text: str, cells: int, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Yield the lines of a paragraph; a word wider than a line, as an address, stays whole."""
    line = indent
    start = True
    for word in text.split(" "):
        if not start and width(line) + 1 + width(word) > cells:
            yield line
            line, start = hanging, True
        line += word if start else f" {word}"
        start = False
    yield line
