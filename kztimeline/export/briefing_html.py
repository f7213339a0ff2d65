"""A briefing as HTML to paste into mail: no style sheet, no script, only plain elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.export.footnotes import footnote
from kztimeline.export.page.markup import element, link, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kztimeline.export.footnotes import Entry, Footnotes


def html_lines(
    head: Sequence[str], entries: Sequence[Entry], footnotes: Footnotes
) -> Iterator[str]:
    """Yield the lines of a page: title, what it is, the events, and the footnotes."""
    title, *rest = head
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8">{element("title", text(title))}</head>'
    yield "<body>"
    yield element("h1", text(title))
    for line in rest:
        yield element("p", text(line))
    for entry in entries:
        yield from _entry(entry)
    if footnotes.citations:
        yield element("h2", "Sources")
        yield "<ol>"
        for number, source, places in footnotes.sources():
            cited = footnote(source, places, text, link)
            yield element("li", cited, id=f"fn{number}")
        yield "</ol>"
    yield "</body></html>"


def _entry(entry: Entry) -> Iterator[str]:
    yield element("h2", f"{text(entry.date)}: {text(entry.title)}")
    yield element("p", element("em", text(entry.where)))
    yield element("p", f"{text(entry.summary)}{marks_of(entry.marks)}")
    for remark in entry.remarks:
        yield element("p", text(remark))
    if entry.claims:
        items = "".join(
            element("li", f"<b>{text(by)}:</b> {text(claim)}{marks_of((mark,))}")
            for by, claim, mark in entry.claims
        )
        yield element("p", "Sources disagree:") + element("ul", items)
    if entry.note:
        yield element("blockquote", f"<b>Note:</b> {text(entry.note)}")


def marks_of(marks: Sequence[int]) -> str:
    """Return marks of footnotes as raised links, with commas between them."""
    links = ", ".join(element("a", str(mark), href=f"#fn{mark}") for mark in marks)
    return element("sup", links) if marks else ""
