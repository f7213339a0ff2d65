"""A briefing as plain text, for a mail or a memo: at most 76 cells a line."""

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


def full_text(head: Sequence[str], entries: Sequence[Entry], footnotes: Footnotes) -> Iterator[str]:
    """Yield the lines of a full briefing."""
    for line in head:
        yield from _wrapped(line)
    for entry in entries:
        yield ""
        yield from _entry(entry)
    if footnotes.numbers:
        yield ""
        yield "Sources"
    for line in footnote_lines(footnotes):
        yield from _wrapped(line, hanging="    ")


def _entry(entry: Entry) -> Iterator[str]:
    yield from _wrapped(f"{entry.date} · {entry.where}")
    yield from _wrapped(entry.title)
    yield ""
    for line in (f"{entry.summary}{text_numbers(entry.numbers)}", *entry.explained):
        yield from _wrapped(line, indent="    ", hanging="    ")
    if entry.claims:
        yield "    Sources disagree:"
        for by, claim, number in entry.claims:
            yield from _wrapped(f"- {by}: {claim} [{number}]", indent="    ", hanging="      ")
    if entry.note:
        yield from _wrapped(f"> {entry.note}", indent="    ", hanging="      ")


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


def short_text(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a short briefing."""
    most = _HEAD_LINES if sheet.one_page else None
    for line in (sheet.title, *sheet.head):
        yield from lines_of(line, TEXT_WIDTH, most)
    if sheet.told:
        yield ""
    for told in sheet.told:
        yield from _told(told)
    if sheet.left_out:
        yield ""
        yield from lines_of(sheet.left_out, TEXT_WIDTH)
    if sheet.sources:
        yield ""
        yield from _sources(sheet)


def _told(told: Told) -> Iterator[str]:
    numbers = text_numbers(told.numbers, told.unnumbered).strip().replace(" ", _JOINED)
    yield from _hung(f"{told.date}: {told.title} {numbers}".rstrip(), "", "    ")
    if told.sentences:
        yield from _hung(told.sentences, "    ", "    ")
    if told.claims:
        yield "    Sources disagree:"
        for by, claim, number in told.claims:
            yield from _hung(f"- {by}: {claim} [{number}]", "    ", "      ")
    if told.note:
        yield from _hung(f"Note: {told.note}", "    ", "    ")


def _sources(sheet: Sheet) -> Iterator[str]:
    if sheet.one_page:
        listed = " · ".join(f"[{each.number}]{_JOINED}{each.text}" for each in sheet.sources)
        yield from _hung(f"Sources: {listed}", "", "    ")
        return
    yield "Sources"
    for each in sheet.sources:
        yield from _hung(f"[{each.number}] {each.text}", "", "    ")


def _hung(text: str, indent: str, hanging: str) -> Iterator[str]:
    """Yield the lines of a paragraph; a word wider than a line is broken."""
    first, *rest = lines_of(text, TEXT_WIDTH - len(hanging)) or [""]
    if len(indent) < len(hanging):
        first, *_others = lines_of(text, TEXT_WIDTH - len(indent))
        after = text.lstrip(" ")[len(first) :].lstrip(" ")
        rest = lines_of(after, TEXT_WIDTH - len(hanging)) if after else []
    yield f"{indent}{first}".replace(_JOINED, " ")
    yield from (f"{hanging}{line}".replace(_JOINED, " ") for line in rest)


def _wrapped(text: str, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Yield the lines of a paragraph; a word wider than a line, as an address, stays whole."""
    line = indent
    start = True
    for word in text.split(" "):
        if not start and width(line) + 1 + width(word) > TEXT_WIDTH:
            yield line
            line, start = hanging, True
        line += word if start else f" {word}"
        start = False
    yield line
