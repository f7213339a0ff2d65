"""Handing on what is on the screen: citations, paragraphs, briefings, CSV."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.export.briefing import SUFFIXES, Format, format_of, paragraph, write_briefing
from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of
from kztimeline.timeline.citations import citations
from kztimeline.tui.commands.copying import copy
from kztimeline.tui.commands.writing import ask_for_file
from kztimeline.tui.dialogs.menu import Item, Menu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kztimeline.timeline.model import Event, Timeline
    from kztimeline.tui.screens.timeline import TimelineScreen

_NAME_LENGTH = 50


def copy_citation(screen: TimelineScreen) -> None:
    """Copy the citations of the selected event, one a line."""
    if screen.event is not None:
        cited = citations(screen.timeline, screen.event)
        copy(screen, "\n".join(map(clean, cited)), count_of(len(cited), "citation"))


def copy_paragraph(screen: TimelineScreen) -> None:
    """Copy the selected event as a paragraph with its footnotes."""
    if screen.event is not None:
        timeline, notice = _seen(screen)
        note = screen.pinboard.note_on(screen.event) or ""
        text = paragraph(timeline, timeline.event(screen.event.id), note)
        copy(screen, f"{notice}\n{text}" if notice else text, "1 event")


def hand_on(screen: TimelineScreen) -> None:
    """Copy the pinned events as Markdown; offer other forms when asked again or for no pins."""
    briefing = _briefing(screen)
    if screen.repeats or not briefing.pinned:
        offer_briefing(screen)
        return
    what = f"{briefing.what} as Markdown"
    further = f"{screen.key('write_briefing')} again: text, file"
    text = briefing.text_in(Format.markdown)
    copy(screen, text, what, SUFFIXES[Format.markdown][0], further)


def offer_briefing(screen: TimelineScreen) -> None:
    """Offer the pinned events as a briefing; where there are none, the events shown."""
    briefing = _briefing(screen)
    title = (
        f"Briefing of {count_of(len(briefing.events), 'pinned event')}"
        if briefing.pinned
        else f"Nothing is pinned: briefing of {briefing.what} shown"
    )

    def copy_in(form: Format) -> None:
        copy(screen, briefing.text_in(form), briefing.what, SUFFIXES[form][0])

    def write() -> None:
        ask_for_file(
            screen,
            "write to",
            f"{_file_name(screen, 'briefing')}.md",
            briefing.what,
            lambda path: briefing.text_in(format_of(path.name)).encode(),
            [suffix for each in SUFFIXES.values() for suffix in each],
        )

    screen.app.push_screen(
        Menu(
            title,
            (
                Item("t", "Plain text", "for e-mail or a memo", partial(copy_in, Format.text)),
                Item("m", "Markdown", "for a wiki or an issue", partial(copy_in, Format.markdown)),
                Item("f", "Write to a file", ".md or .txt", write),
            ),
        )
    )


class _Briefing(NamedTuple):
    """What is handed on: the pinned events, or those shown where none is pinned."""

    timeline: Timeline
    events: Sequence[Event]
    pinned: bool
    notes: Mapping[str, str]
    notice: str

    @property
    def what(self) -> str:
        return count_of(len(self.events), "event")

    def text_in(self, form: Format) -> str:
        return write_briefing(self.timeline, self.events, self.notes, form, self.notice)


def _briefing(screen: TimelineScreen) -> _Briefing:
    timeline, notice = _seen(screen)
    pinned = [
        timeline.event(event.id)
        for event in screen.pinboard.events
        if event.id in timeline.position
    ]
    events = pinned or _shown(screen, timeline)
    return _Briefing(timeline, events, bool(pinned), screen.pinboard.pins.notes_of_pinned(), notice)


def export_shown(screen: TimelineScreen) -> None:
    """Write exactly the events shown to a file, in the format that its name asks for."""
    timeline, notice = _seen(screen)
    events = _shown(screen, timeline)

    from kztimeline.export.formats import table as formats
    from kztimeline.export.recording import export_of
    from kztimeline.timeline.as_of import last_day

    def make(path: Path) -> bytes:
        day = last_day(screen.view.as_of) if screen.view.as_of else None
        as_of = day.isoformat() if day else ""
        export = export_of(timeline, events, screen.view.active_query, as_of, notice)
        return formats.write(formats.by_suffix(path.name) or formats.BY_NAME["csv"], export)

    name = f"{_file_name(screen, 'events')}.csv"
    what = count_of(len(events), "event")
    if screen.view.as_of:
        from kztimeline.timeline.as_of import day_words

        what = f"{what} as of {day_words(screen.view.as_of)}"
    ask_for_file(screen, "export to", name, what, make, formats.endings())


def _seen(screen: TimelineScreen) -> tuple[Timeline, str]:
    """Return the timeline as the view lets it be seen, and the notice that goes with it."""
    from kztimeline.session.selection import seen_by

    return seen_by(screen.view, screen.timeline)


def _shown(screen: TimelineScreen, timeline: Timeline) -> list[Event]:
    return [timeline.event(screen.timeline.events[position].id) for position in screen.shown]


def _file_name(screen: TimelineScreen, start: str) -> str:
    """Return a name that says what is chosen, such as 'events-topic-ferries-pins'."""
    view = screen.view
    pins = "pins" if view.pinned and start != "briefing" else ""
    on_day = f"on {view.on_day}" if view.on_day else ""
    name = _slug(f"{start} {pins} {on_day} {view.active_query}")[:_NAME_LENGTH]
    as_of = f" as of {view.as_of}" if view.as_of else ""
    return _slug(f"{name}{as_of}")


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")
