"""A briefing: events as one page to hand on, every statement with its footnote.

`write_briefing` gives Markdown, plain text or HTML, `paragraph` a single event to paste into
something else. A citation that supports several events has one footnote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.export.briefing_html import html_lines
from kztimeline.export.footnotes import Entry, Footnotes, footnote
from kztimeline.export.markdown import escaped, link, opening
from kztimeline.text.cells import clean, width
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.timeline.model import Claim, Event, Timeline


class BriefingFormat(StrEnum):
    """How a briefing is written: Markdown as GitHub and Pandoc know it, text, HTML or Word.

    Word is made from the Markdown, by another program.
    """

    markdown = "markdown"
    text = "text"
    html = "html"
    docx = "docx"


SUFFIXES: Final = {
    BriefingFormat.markdown: (".md", ".markdown"),
    BriefingFormat.text: (".txt", ".text"),
    BriefingFormat.html: (".html", ".htm"),
    BriefingFormat.docx: (".docx",),
}
"""How the names of files in each format may end; the first is ours."""
TEXT_WIDTH: Final = 78


def write_briefing(
    timeline: Timeline,
    events: Iterable[Event],
    notes: Mapping[str, str],
    form: BriefingFormat = BriefingFormat.markdown,
    notice: str = "",
    title: str = "",
    scope: str = "",
) -> str:
    """Return a briefing on events, in the order of the timeline, each once; for Word its Markdown.

    Args:
        timeline: What the events are part of.
        events: The events.
        notes: The reader's own line on some of them, by event id.
        form: How it is written.
        notice: What must be said at the head, as of a timeline that ends at a date.
        title: What it is called, if not as the timeline.
        scope: What was asked, as of when, and by what it is made.
    """
    chosen = sorted({event.id for event in events}, key=timeline.positions_by_id.__getitem__)
    footnotes = Footnotes(timeline)
    entries = [
        _entry(timeline, timeline.event(identifier), notes.get(identifier, ""), footnotes)
        for identifier in chosen
    ]
    head = [clean(title or timeline.title), f"Briefing: {count_of(len(entries), 'event')}."]
    head += [clean(line) for line in (notice, scope) if line]
    lines = _LINES.get(form, _markdown)
    return "\n".join(lines(head, entries, footnotes)) + "\n"


def paragraph(timeline: Timeline, event: Event, note: str = "") -> str:
    """Return one event as a paragraph of plain text, not wrapped, and its footnotes."""
    footnotes = Footnotes(timeline)
    entry = _entry(timeline, event, note, footnotes)
    claims = [f"{by}: {claim} [{mark}]" for by, claim, mark in entry.claims]
    sentences = [
        f"{entry.date}: {_sentence(entry.title)} {entry.summary}{_text_marks(entry)}",
        *entry.remarks,
        *([f"Sources disagree: {' / '.join(claims)}."] if claims else []),
        *([f"Note: {entry.note}"] if entry.note else []),
    ]
    return "\n".join([" ".join(sentences), "", *_text_footnotes(footnotes)]) + "\n"


def format_of(name: str) -> BriefingFormat:
    """Return the format that the name of a file asks for."""
    small = name.lower()
    named = (form for form, suffixes in SUFFIXES.items() if small.endswith(suffixes))
    return next(named, BriefingFormat.markdown)


def _entry(timeline: Timeline, event: Event, note: str, footnotes: Footnotes) -> Entry:
    track = timeline.tracks_by_id[event.track].name
    marks = tuple(dict.fromkeys(map(footnotes.number, event.sources)))
    return Entry(
        date=display(event.date),
        title=clean(event.title),
        where=clean(f"{track}, {event.place}" if event.place else track),
        summary=clean(event.summary),
        marks=marks,
        remarks=tuple(map(clean, _remarks(event))),
        claims=tuple(
            (clean(claim.by), clean(claim.claim), footnotes.number(_citation_of(event, claim)))
            for claim in event.disputed
        ),
        note=clean(note),
    )


def _remarks(event: Event) -> Iterator[str]:
    if event.attributed_to:
        yield _sentence(f"Claimed by {event.attributed_to}")
    if event.inference:
        yield _sentence(f"How the date was worked out: {event.inference}")
    if event.note:
        yield _sentence(event.note)


def _citation_of(event: Event, claim: Claim) -> Citation:
    """Return the event's own citation of the claim's source, or one of the whole source."""
    own = (citation for citation in event.sources if citation.source == claim.source)
    return next(own, Citation(source=claim.source))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ".”", '."')) else f"{text}."


# Markdown


def _markdown(head: list[str], entries: list[Entry], footnotes: Footnotes) -> Iterator[str]:
    title, *lines = head
    yield f"# {escaped(title)}"
    for line in lines:
        yield ""
        yield opening(line)
    for entry in entries:
        yield ""
        yield from _markdown_entry(entry)
    yield ""
    for number, source, places in footnotes.sources():
        yield f"[^{number}]: {footnote(source, places, escaped, link)}"


def _markdown_entry(entry: Entry) -> Iterator[str]:
    yield f"## {escaped(entry.date)}: {escaped(entry.title)}"
    yield ""
    yield f"*{escaped(entry.where)}*"
    yield ""
    marks = ", ".join(f"[^{mark}]" for mark in entry.marks)
    yield f"{opening(entry.summary)}{marks}"
    for remark in entry.remarks:
        yield ""
        yield opening(remark)
    if entry.claims:
        yield ""
        yield "Sources disagree:"
        yield ""
        for by, claim, mark in entry.claims:
            yield f"- **{escaped(by)}:** {escaped(claim)}[^{mark}]"
    if entry.note:
        yield ""
        yield f"> **Note:** {escaped(entry.note)}"


# Plain text


def _text(head: list[str], entries: list[Entry], footnotes: Footnotes) -> Iterator[str]:
    for line in head:
        yield from _wrapped(line)
    for entry in entries:
        yield ""
        yield from _text_entry(entry)
    if footnotes.citations:
        yield ""
        yield "Sources"
    for line in _text_footnotes(footnotes):
        yield from _wrapped(line, hanging="    ")


def _text_entry(entry: Entry) -> Iterator[str]:
    yield from _wrapped(f"{entry.date} · {entry.where}")
    yield from _wrapped(entry.title)
    yield ""
    for line in (f"{entry.summary}{_text_marks(entry)}", *entry.remarks):
        yield from _wrapped(line, indent="    ", hanging="    ")
    if entry.claims:
        yield "    Sources disagree:"
        for by, claim, mark in entry.claims:
            yield from _wrapped(f"- {by}: {claim} [{mark}]", indent="    ", hanging="      ")
    if entry.note:
        yield from _wrapped(f"> {entry.note}", indent="    ", hanging="      ")


def _text_marks(entry: Entry) -> str:
    return f" [{', '.join(map(str, entry.marks))}]" if entry.marks else ""


def _text_footnotes(footnotes: Footnotes) -> Iterator[str]:
    for number, source, places in footnotes.sources():
        yield f"[{number}] {footnote(source, places, clean, clean)}"


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


_LINES: Final = {BriefingFormat.text: _text, BriefingFormat.html: html_lines}
"""How a briefing is written that is not Markdown."""
