"""A briefing: events as one page to hand on, every statement with its footnote.

`write_briefing` gives Markdown or plain text, `paragraph` a single event to paste into
something else. A citation that supports several events has one footnote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kztimeline.cells import clean, fit, wrap
from kztimeline.citing import cite_source, describe_spans
from kztimeline.dates import Date, display
from kztimeline.model import Citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kztimeline.model import Claim, Event, Source, Timeline

Format: TypeAlias = Literal["markdown", "text"]

TEXT_WIDTH: Final = 78
_GAP: Final = 3
_NARROWEST_COLUMN: Final = 22
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_MARKDOWN_START = re.compile(r"^(\d*)([#+\-.)])(?=[\s#+\-]|$)")
_NOT_IN_ADDRESS = re.compile(r"[\s<>]")


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


@dataclass(slots=True)
class Footnotes:
    """Citations numbered from 1 as they come; the same place in a source only once."""

    timeline: Timeline
    citations: list[Citation] = field(default_factory=list)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation."""
        bare = Citation(source=citation.source, spans=citation.spans)
        if bare not in self.citations:
            self.citations.append(bare)
        return self.citations.index(bare) + 1

    def sources(self) -> Iterator[tuple[int, Source, str]]:
        """Yield number, source, and where in the source the citation points."""
        for number, citation in enumerate(self.citations, 1):
            places = describe_spans(citation.spans) if citation.spans else ""
            yield number, self.timeline.source[citation.source], places


def write_briefing(
    timeline: Timeline,
    events: Iterable[Event],
    notes: Mapping[str, str],
    form: Format = "markdown",
    as_of: Date | None = None,
) -> str:
    """Return a briefing on events, in the order of the timeline, each once.

    Args:
        timeline: What the events are part of.
        events: The events.
        notes: The reader's own line on some of them, by event id.
        form: Markdown with footnotes as GitHub and Pandoc know them, or plain text.
        as_of: The date after which everything is left out, to say so at the head.
    """
    chosen = sorted({event.id for event in events}, key=timeline.position.__getitem__)
    footnotes = Footnotes(timeline)
    entries = [
        _entry(timeline, timeline.event(identifier), notes.get(identifier, ""), footnotes)
        for identifier in chosen
    ]
    head = [clean(timeline.title), f"Briefing: {count_of(len(entries), 'event')}."]
    if as_of is not None:
        head.append(f"As of {display(as_of)}; what came later is left out.")
    lines = _markdown if form == "markdown" else _text
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
    return "text" if name.lower().endswith((".txt", ".text")) else "markdown"


def count_of(number: int, thing: str) -> str:
    """Return a number of things in words, such as '2 events'."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _entry(timeline: Timeline, event: Event, note: str, footnotes: Footnotes) -> Entry:
    track = timeline.track[event.track].name
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


def _footnote(
    source: Source, places: str, plain: Callable[[str], str], address: Callable[[str], str]
) -> str:
    """Return a source as it is cited elsewhere, and whose text it repeats."""
    parts = (
        plain(cite_source(replace(source, URL=None))),
        address(source.URL) if source.URL else "",
        places,
        f"repeating {plain(source.derived_from)}" if source.derived_from else "",
    )
    return ", ".join(part for part in parts if part)


# Markdown


def _markdown(head: list[str], entries: list[Entry], footnotes: Footnotes) -> Iterator[str]:
    title, *lines = head
    yield f"# {_escaped(title)}"
    for line in lines:
        yield ""
        yield _paragraph(line)
    for entry in entries:
        yield ""
        yield from _markdown_entry(entry)
    yield ""
    for number, source, places in footnotes.sources():
        yield f"[^{number}]: {_footnote(source, places, _escaped, _link)}"


def _markdown_entry(entry: Entry) -> Iterator[str]:
    yield f"## {_escaped(entry.date)}: {_escaped(entry.title)}"
    yield ""
    yield f"*{_escaped(entry.where)}*"
    yield ""
    marks = "".join(f"[^{mark}]" for mark in entry.marks)
    yield f"{_paragraph(entry.summary)}{marks}"
    for remark in entry.remarks:
        yield ""
        yield _paragraph(remark)
    if entry.claims:
        yield ""
        yield "Sources disagree:"
        yield ""
        yield _table_row(_escaped(by) for by, _claim, _mark in entry.claims)
        yield _table_row("---" for _claim in entry.claims)
        yield _table_row(f"{_escaped(claim)}[^{mark}]" for _by, claim, mark in entry.claims)
    if entry.note:
        yield ""
        yield f"> **Note:** {_escaped(entry.note)}"


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is within a line."""
    return _MARKDOWN.sub(r"\\\g<0>", clean(text))


def _paragraph(text: str) -> str:
    """Return text that Markdown shows as it is at the beginning of a paragraph."""
    return _MARKDOWN_START.sub(r"\1\\\2", _escaped(text))


def _link(address: str) -> str:
    return f"<{_NOT_IN_ADDRESS.sub(_percent, clean(address))}>"


def _percent(character: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in character[0].encode())


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
        yield f"[{number}] {_footnote(source, places, clean, clean)}"


def _side_by_side(claims: tuple[tuple[str, str, int], ...]) -> Iterator[str]:
    """Yield claims in columns, or one under the other where they are too many for that."""
    cells = (TEXT_WIDTH - 6 - _GAP * (len(claims) - 1)) // len(claims)
    if cells < _NARROWEST_COLUMN:
        for by, claim, mark in claims:
            yield from _wrapped(f"{by}: {claim} [{mark}]", indent="      ", hanging="        ")
        return
    columns = [
        [*_cut(f"{by}:", cells), *_cut(f"{claim} [{mark}]", cells)] for by, claim, mark in claims
    ]
    for row in zip_longest(*columns, fillvalue=""):
        parts = (fit(part, cells) for part in row)
        yield f"      {(' ' * _GAP).join(parts)}".rstrip()


def _cut(text: str, cells: int) -> list[str]:
    return [text[part.start : part.end] for part in wrap(text, cells)]


def _wrapped(text: str, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Yield the lines of a paragraph, all as wide as the most indented one."""
    for number, line in enumerate(_cut(text, TEXT_WIDTH - max(len(indent), len(hanging)))):
        yield f"{hanging if number else indent}{line}"
