"""The forms of a briefing, how long it is, and its formats, how it is written."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class BriefingForm(StrEnum):
    """How much a briefing says: a line an event, what fits on one page, or everything."""

    headlines = "headlines"
    page = "page"
    full = "full"


class BriefingFormat(StrEnum):
    """How a briefing is written: text, Markdown as GitHub and Pandoc know it, HTML or Word.

    Word is made from the Markdown, by another program.
    """

    text = "text"
    markdown = "markdown"
    html = "html"
    docx = "docx"


SUFFIXES: Final = {
    BriefingFormat.text: (".txt", ".text"),
    BriefingFormat.markdown: (".md", ".markdown"),
    BriefingFormat.html: (".html", ".htm"),
    BriefingFormat.docx: (".docx",),
}
"""How the names of files in each format may end; the first is ours."""


def format_of(name: str) -> BriefingFormat:
    """Return the format that the name of a file asks for: text where it asks for none."""
    small = name.lower()
    named = (each for each, suffixes in SUFFIXES.items() if small.endswith(suffixes))
    return next(named, BriefingFormat.text)


def made_from(form: BriefingForm, format: BriefingFormat) -> BriefingFormat:
    """Return what a briefing is written as first: for Word on one page HTML, else as it is."""
    on_one_page = format is BriefingFormat.docx and form is BriefingForm.page
    return BriefingFormat.html if on_one_page else format
