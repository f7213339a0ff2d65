"""A briefing: events as one page to hand on, every statement with its footnote.

`write_briefing` gives Markdown or plain text, `paragraph` a single event to paste into
something else. A citation that supports several events has one footnote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.export.footnotes import Footnotes, footnote
from kztimeline.export.markdown import escaped, link, opening, table_row
from kztimeline.text.cells import clean, fit, width, wrap
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.timeline.model import Claim, Event, Timeline


class Format(StrEnum):
    """How a briefing is written: Markdown as GitHub and Pandoc know it, or plain text."""

    markdown = "markdown"
    text = "text"


SUFFIXES: Final = {Format.markdown: (".md", ".markdown"), Format.text: (".txt", ".text")}
"""How the names of files in each format may end; the first is ours."""
TEXT_WIDTH: Final = 78
_GAP: Final = 3
_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """What a briefing says of one event; every text is plain and on one line.

    Attributes:
        date: The date in words, no finer than it is known.
        title: What happened.
        where: The track, and the place where it is known.
        summary: What happened, in a few sentences.
        marks: The footnotes of it all.
        remarks: Who claims it, how its date was worked out, the timeline's own note.
        claims: The sides of a disagreement: who, what, and its footnote.
        note: The reader's own line.
    """

    date: str
    title: str
    where: str
    summary: str
    marks: tuple[int, ...]
    remarks: tuple[str, ...] = ()
    claims: tuple[tuple[str, str, int], ...] = ()
    note: str = ""


def write_briefing(
    timeline: Timeline,
    events: Iterable[Event],
    notes: Mapping[str, str],
    form: Format = Format.markdown,
    notice: str = "",
) -> str:
    """Return a briefing on events, in the order of the timeline, each once.

    Args:
        timeline: What the events are part of.
        events: The events.
        notes: The reader's own line on some of them, by event id.
        form: How it is written.
        notice: What must be said at the head, as of a timeline that ends at a date.
    """
    chosen = sorted({event.id for event in events}, key=timeline.positions_by_id.__getitem__)
    footnotes = Footnotes(timeline)
    entries = [
        _entry(timeline, timeline.event(identifier), notes.get(identifier, ""), footnotes)
        for identifier in chosen
    ]
    head = [clean(timeline.title), f"Briefing: {count_of(len(entries), 'event')}."]
    if notice:
        head.append(clean(notice))
    lines = _markdown if form is Format.markdown else _text
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


def format_of(name: str) -> Format:
    """Return the format that the name of a file asks for."""
    return Format.text if name.lower().endswith(SUFFIXES[Format.text]) else Format.markdown


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
    marks = "".join(f"[^{mark}]" for mark in entry.marks)
    yield f"{opening(entry.summary)}{marks}"
    for remark in entry.remarks:
        yield ""
        yield opening(remark)
    if entry.claims:
        yield ""
        yield "Sources disagree:"
        yield ""
        yield from _markdown_claims(entry.claims)
    if entry.note:
        yield ""
        yield f"> **Note:** {escaped(entry.note)}"


def _markdown_claims(claims: tuple[tuple[str, str, int], ...]) -> Iterator[str]:
    """Yield claims in a table, or as a list where they are too many for that."""
    if len(claims) > _COLUMNS:
        for by, claim, mark in claims:
            yield f"- **{escaped(by)}:** {escaped(claim)}[^{mark}]"
        return
    yield table_row(escaped(by) for by, _claim, _mark in claims)
    yield table_row("---" for _claim in claims)
    yield table_row(f"{escaped(claim)}[^{mark}]" for _by, claim, mark in claims)


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
        yield from _side_by_side(entry.claims)
    if entry.note:
        yield from _wrapped(f"> {entry.note}", indent="    ", hanging="      ")


def _text_marks(entry: Entry) -> str:
    return "".join(f" [{mark}]" for mark in entry.marks)


def _text_footnotes(footnotes: Footnotes) -> Iterator[str]:
    for number, source, places in footnotes.sources():
        yield f"[{number}] {footnote(source, places, clean, clean)}"


def _side_by_side(claims: tuple[tuple[str, str, int], ...]) -> Iterator[str]:
    """Yield claims in columns, or one under the other where they are too many for that."""
    if len(claims) > _COLUMNS:
        for by, claim, mark in claims:
            yield from _wrapped(f"{by}: {claim} [{mark}]", indent="      ", hanging="        ")
        return
    cells = (TEXT_WIDTH - 6 - _GAP * (len(claims) - 1)) // len(claims)
    columns = [
        [*_cut(f"{by}:", cells), *_cut(f"{claim} [{mark}]", cells)] for by, claim, mark in claims
    ]
    for row in zip_longest(*columns, fillvalue=""):
        parts = (fit(part, cells) for part in row)
        yield f"      {(' ' * _GAP).join(parts)}".rstrip()


def _cut(text: str, cells: int) -> list[str]:
    return [text[part.start : part.end] for part in wrap(text, cells)]


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
