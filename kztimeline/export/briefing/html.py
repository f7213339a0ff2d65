"""A briefing as HTML to paste into mail: no script, only plain elements.

One page has a few lines of style, for the printer; mail does without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.export.briefing.footnotes import footnote
from kztimeline.export.page.markup import element, link, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kztimeline.export.briefing.entries import Entry
    from kztimeline.export.briefing.footnotes import Footnotes
    from kztimeline.export.briefing.sheet import Sheet, Told

_PRINTED: Final = (
    "<style>@page{margin:15mm}@media print{body{margin:0}}"
    "body{font:10pt/1.25 sans-serif}h1{font-size:13pt;margin:0}"
    "p,ul,blockquote{margin:0 0 1pt}sup{line-height:0}</style>"
)
"""Makes what is one page of text one sheet of A4 or Letter."""


def full_html(head: Sequence[str], entries: Sequence[Entry], footnotes: Footnotes) -> Iterator[str]:
    """Yield the lines of a full briefing: title, what it is, the events, and the footnotes."""
    yield from _head(head)
    for entry in entries:
        yield from _entry(entry)
    if footnotes.numbers:
        yield element("h2", "Sources")
        yield "<ol>"
        for number, source, places in footnotes.sources():
            cited = footnote(source, places, text, link)
            yield element("li", cited, id=f"fn{number}")
        yield "</ol>"
    yield "</body></html>"


def _head(head: Sequence[str], style: str = "") -> Iterator[str]:
    title, *rest = head
    named = element("title", text(title))
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8">{named}{style}</head>'
    yield "<body>"
    yield element("h1", text(title))
    for line in rest:
        yield element("p", text(line))


def _entry(entry: Entry) -> Iterator[str]:
    yield element("h2", f"{text(entry.date)}: {text(entry.title)}")
    yield element("p", element("em", text(entry.where)))
    yield element("p", f"{text(entry.summary)}{_numbers_of(entry.numbers)}")
    for remark in entry.explained:
        yield element("p", text(remark))
    if entry.claims:
        yield element("p", "Sources disagree:") + _sides(entry.claims)
    if entry.note:
        yield element("blockquote", f"<b>Note:</b> {text(entry.note)}")


def _sides(claims: Sequence[tuple[str, str, int]]) -> str:
    return element(
        "ul",
        "".join(
            element("li", f"<b>{text(by)}:</b> {text(claim)}{_numbers_of((number,))}")
            for by, claim, number in claims
        ),
    )


def _numbers_of(numbers: Sequence[int], unnumbered: int = 0) -> str:
    """Return numbers of footnotes as raised links, with commas between them."""
    links = ", ".join(element("a", str(number), href=f"#fn{number}") for number in numbers)
    more = f" and {unnumbered} more" if unnumbered else ""
    return element("sup", links + more) if numbers else ""


def short_html(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a short briefing."""
    yield from _head((sheet.title, *sheet.head), _PRINTED if sheet.one_page else "")
    for told in sheet.told:
        yield from _told(told)
    if sheet.left_out:
        yield element("p", element("em", text(sheet.left_out)))
    listed = [
        element(
            "span", f"[{each.number}] {_referred(each.text, each.address)}", id=f"fn{each.number}"
        )
        for each in sheet.sources
    ]
    if listed:
        between = " · " if sheet.one_page else "<br>\n"
        yield element(
            "p", f"<b>Sources:</b>{' ' if sheet.one_page else '<br>'}{between.join(listed)}"
        )
    yield "</body></html>"


def _referred(words: str, address: str) -> str:
    return link(address, text(words)) if address else text(words)


def _told(told: Told) -> Iterator[str]:
    numbers = _numbers_of(told.numbers, told.unnumbered)
    further = f"<br>{text(told.sentences)}" if told.sentences else ""
    yield element("p", f"<b>{text(told.date)}:</b> {text(told.title)}{numbers}{further}")
    if told.claims:
        yield element("p", "Sources disagree:") + _sides(told.claims)
    if told.note:
        yield element("blockquote", f"<b>Note:</b> {text(told.note)}")
