"""A briefing written: events in one of its forms, in one of its formats.

`write_briefing` gives Markdown, plain text or HTML, `paragraph` a single event to paste into
something else. A source that supports several events has one footnote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.export.briefing.entries import entry_of, with_stop
from kztimeline.export.briefing.footnotes import Footnotes
from kztimeline.export.briefing.forms import BriefingForm, BriefingFormat
from kztimeline.export.briefing.html import full_html, short_html
from kztimeline.export.briefing.markdown import full_markdown, short_markdown
from kztimeline.export.briefing.selected import Selected
from kztimeline.export.briefing.sheet import Sheet, headlines, one_page
from kztimeline.export.briefing.text import (
    TEXT_WIDTH,
    footnote_lines,
    full_text,
    short_text,
    text_numbers,
)
from kztimeline.text.cells import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from kztimeline.timeline.model import Event, Timeline


def write_briefing(
    timeline: Timeline,
    events: Iterable[Event],
    notes: Mapping[str, str],
    format: BriefingFormat = BriefingFormat.markdown,
    notice: str = "",
    title: str = "",
    scope: str = "",
    *,
    form: BriefingForm = BriefingForm.full,
    offsets: bool = False,
    cells: int = TEXT_WIDTH,
    possible: Collection[str] = (),
) -> str:
    """Return a briefing on events, in the order of the timeline, each once; for Word its Markdown.

    Args:
        timeline: What the events are part of.
        events: The events.
        notes: The reader's own line on some of them, by event id.
        format: How it is written.
        notice: What must be said at the head, as of a timeline that ends at a date.
        title: What it is called, if not as the timeline.
        scope: What was asked, as of when, and by what it is made.
        form: How much it says.
        offsets: Whether footnotes say at which characters of a document a passage stands.
        cells: The longest line of plain text; what one page holds does not depend on it.
        possible: The ids of events that only possibly match what was asked.
    """
    ids = sorted({event.id for event in events}, key=timeline.positions_by_id.__getitem__)
    chosen = [timeline.event(identifier) for identifier in ids]
    named = clean(title or timeline.title)
    said = [clean(line) for line in (notice, scope) if line]
    told = Selected(timeline, chosen, notes, possible)
    if form is BriefingForm.full:
        lines = _full(told, [named, *said], format, offsets, cells)
    else:
        sheet = Sheet(named, tuple(said), (), "", ())
        if form is BriefingForm.page:
            sheet = one_page(told, sheet, _lines)
        else:
            sheet = headlines(told, sheet)
        if format is BriefingFormat.text:
            lines = list(short_text(sheet, cells))
        else:
            lines = list(short_html(sheet) if _is_html(format) else short_markdown(sheet))
    return "\n".join(lines) + "\n"


def _lines(sheet: Sheet) -> int:
    return sum(1 for _line in short_text(sheet))


def _full(
    selected: Selected,
    head: Sequence[str],
    format: BriefingFormat,
    offsets: bool,
    cells: int,
) -> list[str]:
    footnotes = Footnotes(selected.timeline, offsets)
    entries = [selected.entry(event, footnotes) for event in selected.events]
    title, *rest = head
    said = [title, f"Briefing: {selected.number_words()}.", *rest]
    if format is BriefingFormat.text:
        return list(full_text(said, entries, footnotes, cells))
    write = full_html if _is_html(format) else full_markdown
    return list(write(said, entries, footnotes))


def _is_html(format: BriefingFormat) -> bool:
    return format is BriefingFormat.html


def paragraph(timeline: Timeline, event: Event, note: str = "") -> str:
    """Return one event as a paragraph of plain text, not wrapped, and its footnotes."""
    footnotes = Footnotes(timeline)
    entry = entry_of(timeline, event, note, footnotes)
    claims = [f"{by}: {claim} [{number}]" for by, claim, number in entry.claims]
    said = [
        f"{entry.date}: {with_stop(entry.title)} {entry.summary}{text_numbers(entry.numbers)}",
        *entry.explained,
        *([f"Sources disagree: {' / '.join(claims)}."] if claims else []),
        *([f"Note: {entry.note}"] if entry.note else []),
    ]
    return "\n".join([" ".join(said), "", *footnote_lines(footnotes)]) + "\n"
