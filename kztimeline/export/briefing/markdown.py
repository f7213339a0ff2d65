"""A briefing as Markdown, with footnotes as GitHub and Pandoc know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.export.briefing.footnotes import footnote
from kztimeline.export.markdown import escaped, markdown_link, opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kztimeline.export.briefing.entries import Entry
    from kztimeline.export.briefing.footnotes import Footnotes
    from kztimeline.export.briefing.sheet import Sheet, Told


def full_markdown(
    head: Sequence[str], entries: Sequence[Entry], footnotes: Footnotes
) -> Iterator[str]:
    """Yield the lines of a full briefing."""
    yield from _head(head)
    for entry in entries:
        yield ""
        yield from _entry(entry)
    yield ""
    for number, source, places in footnotes.sources():
        yield f"[^{number}]: {footnote(source, places, escaped, markdown_link)}"


def _head(head: Sequence[str]) -> Iterator[str]:
    title, *lines = head
    yield f"# {escaped(title)}"
    for line in lines:
        yield ""
        yield opening(line)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"## {escaped(entry.date)}: {escaped(entry.title)}"
    yield ""
    yield f"*{escaped(entry.where)}*"
    yield ""
    yield f"{opening(entry.summary)}{_numbers(entry.numbers)}"
    for remark in entry.explained:
        yield ""
        yield opening(remark)
    if entry.claims:
        yield ""
        yield "Sources disagree:"
        yield ""
        yield from _sides(entry.claims)
    if entry.note:
        yield ""
        yield _note(entry.note)


def _sides(claims: Sequence[tuple[str, str, int]]) -> Iterator[str]:
    for by, claim, number in claims:
        yield f"- **{escaped(by)}:** {escaped(claim)}[^{number}]"


def _note(note: str) -> str:
    return f"> **Note:** {escaped(note)}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(f"[^{number}]" for number in numbers)


def short_markdown(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a short briefing."""
    yield from _head((sheet.title, *sheet.head))
    if sheet.told:
        yield ""
    for told in sheet.told:
        yield from _told(told)
    if sheet.left_out:
        yield ""
        yield opening(sheet.left_out)
    yield ""
    for each in sheet.sources:
        address = f", {markdown_link(each.address)}" if each.address else ""
        yield f"[^{each.number}]: {escaped(each.text)}{address}"


def _told(told: Told) -> Iterator[str]:
    more = f" and {told.unnumbered} more" if told.unnumbered else ""
    numbers = f"{_numbers(told.numbers)}{more}"
    yield f"- **{escaped(told.date)}:** {escaped(told.title)}{numbers}"
    if told.sentences:
        yield ""
        yield f"  {opening(told.sentences)}"
        yield ""
    if told.claims:
        yield "  Sources disagree:"
        yield ""
        for side in _sides(told.claims):
            yield f"  {side}"
    if told.note:
        yield ""
        yield f"  {_note(told.note)}"
        yield ""
