"""Sharing what is shown: citations, paragraphs, briefings and CSV, copied or in a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of
from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace.options import Item

if TYPE_CHECKING:
    from pathlib import Path

    from kztimeline.export.briefing import BriefingFormat
    from kztimeline.tui.actions.context import Situation
    from kztimeline.tui.workspace.workspace import Workspace


def _shown(here: Situation) -> bool:
    return here.shown


def copy_citation(workspace: Workspace) -> None:
    """Copy the citations of the selected event, one a line."""
    from kztimeline.timeline.citations import citations
    from kztimeline.tui.workspace.output import copy

    event = workspace.session.event
    if event is not None:
        cited = citations(workspace.session.timeline, event)
        copy(workspace, "\n".join(map(clean, cited)), count_of(len(cited), "citation"))


def copy_paragraph(workspace: Workspace) -> None:
    """Copy the selected event as a paragraph with its footnotes."""
    from kztimeline.export.briefing import paragraph
    from kztimeline.tui.workspace.output import copy, seen

    event = workspace.session.event
    if event is not None:
        timeline, notice = seen(workspace)
        note = workspace.session.pinboard.note_on(event) or ""
        text = paragraph(timeline, timeline.event(event.id), note)
        copy(workspace, f"{notice}\n{text}" if notice else text, "1 event")


def copy_briefing(workspace: Workspace) -> None:
    """Copy the pinned events as Markdown; offer other forms when asked again or for no pins."""
    from kztimeline.export.briefing import SUFFIXES, BriefingFormat
    from kztimeline.tui.workspace.output import briefing_of, copy

    briefing = briefing_of(workspace)
    if workspace.repeats or not briefing.pinned:
        offer_briefing(workspace)
        return
    what = f"{briefing.what} as Markdown"
    further = f"{workspace.key('write_briefing')} again: text, file"
    text = briefing.text_in(BriefingFormat.markdown)
    copy(workspace, text, what, SUFFIXES[BriefingFormat.markdown][0], further)


def offer_briefing(workspace: Workspace) -> None:
    """Offer the pinned events as a briefing; where there are none, the events shown."""
    from kztimeline.export.briefing import SUFFIXES, BriefingFormat, format_of
    from kztimeline.tui.workspace.output import ask_for_file, briefing_of, copy, file_name

    briefing = briefing_of(workspace)
    title = (
        f"Briefing of {count_of(len(briefing.events), 'pinned event')}"
        if briefing.pinned
        else f"Nothing is pinned: briefing of {briefing.what} shown"
    )

    def copy_in(form: BriefingFormat) -> None:
        copy(workspace, briefing.text_in(form), briefing.what, SUFFIXES[form][0])

    def write() -> None:
        ask_for_file(
            workspace,
            "write to",
            f"{file_name(workspace, 'briefing')}.md",
            briefing.what,
            lambda path: briefing.text_in(format_of(path.name)).encode(),
            [
                *SUFFIXES[BriefingFormat.markdown],
                *SUFFIXES[BriefingFormat.text],
                *SUFFIXES[BriefingFormat.html],
            ],
        )

    workspace.dialogs.menu(
        title,
        (
            Item("t", "Plain text", "for e-mail or a memo", partial(copy_in, BriefingFormat.text)),
            Item(
                "m", "Markdown", "for a wiki or an issue", partial(copy_in, BriefingFormat.markdown)
            ),
            Item("f", "Write to a file", ".md, .txt or .html", write),
        ),
    )


def export_shown(workspace: Workspace) -> None:
    """Write exactly the events shown to a file, in the format that its name asks for."""
    from kztimeline.export.formats import table as formats
    from kztimeline.export.recording import export_of
    from kztimeline.timeline.as_of import last_day
    from kztimeline.tui.workspace.output import ask_for_file, events_shown, file_name, seen

    timeline, notice = seen(workspace)
    events = events_shown(workspace, timeline)
    view = workspace.session.view

    def make(path: Path) -> bytes:
        day = last_day(view.as_of) if view.as_of else None
        as_of = day.isoformat() if day else ""
        export = export_of(timeline, events, view.active_query, as_of, notice)
        return formats.write(formats.by_suffix(path.name) or formats.BY_NAME["csv"], export)

    name = f"{file_name(workspace, 'events')}.csv"
    what = count_of(len(events), "event")
    if workspace.session.view.as_of:
        from kztimeline.timeline.as_of import day_words

        what = f"{what} as of {day_words(workspace.session.view.as_of)}"
    ask_for_file(workspace, "export to", name, what, make, formats.endings())


ACTIONS: Final = grouped(
    "Keep and share",
    Action(
        "write_briefing",
        ("w",),
        "briefing",
        "Copy the pins as a briefing with footnotes; again: as text, or into a file",
        copy_briefing,
        when=_shown,
        rank=6,
        words="print report export paper memo share",
    ),
    Action(
        "choose_briefing",
        ("W",),
        "briefing as …",
        "Choose the form of the briefing: text, Markdown or a file",
        offer_briefing,
        when=_shown,
    ),
    Action(
        "copy_citation",
        ("y",),
        "copy citation",
        "Copy the event's citations",
        copy_citation,
        when=_shown,
        rank=11,
        words="citation reference footnote quote clipboard",
    ),
    Action(
        "copy_paragraph",
        ("Y",),
        "copy event",
        "Copy the event as a paragraph with footnotes",
        copy_paragraph,
        when=_shown,
    ),
    Action(
        "export",
        ("x",),
        "export",
        "Write exactly the events shown to a file, in the format of its name",
        export_shown,
        when=_shown,
        words="csv excel spreadsheet save download",
    ),
)
