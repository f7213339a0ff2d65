"""Sharing what is shown: citations, paragraphs, briefings and every format, copied or in a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of
from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace.choices import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kztimeline.export.briefing import BriefingForm, BriefingFormat
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.output import Briefing
    from kztimeline.tui.workspace.workspace import Workspace


_MANY: Final = 100
"""So many events are written as a briefing only when that is confirmed."""

_COUNTED: Final = 2_000
"""Events of which a briefing is written only to count its lines, at most."""


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


def offer_briefing(workspace: Workspace) -> None:
    """Offer to copy or write the pinned events as a briefing, or those shown."""
    from kztimeline.tui.workspace.others_pins import show_others_pins
    from kztimeline.tui.workspace.output import briefings_of

    show_others_pins(workspace)
    _offer(workspace, briefings_of(workspace))


def _offer(workspace: Workspace, briefings: Sequence[Briefing]) -> None:
    """Offer the forms of the first of some briefings, and the other one instead."""
    from kztimeline.export.briefing import BriefingFormat

    briefing, *others = briefings
    forms = _forms(briefing)

    def items(do: Callable[[BriefingForm], None]) -> list[Item]:
        return [
            Item(
                key,
                label,
                count_of(len(lines), "line") if lines else "",
                partial(do, form),
                lines,
            )
            for key, label, form, lines in forms
        ]

    def as_markdown() -> None:
        copy_in = partial(_copy_in, workspace, briefing, BriefingFormat.markdown)
        workspace.dialogs.menu("Copy as Markdown", items(copy_in))

    def to_file() -> None:
        write = partial(_write_briefing, workspace, briefing)
        workspace.dialogs.menu("Write to a file", items(write))

    cited = briefing.citations
    workspace.dialogs.menu(
        f"Copy a briefing: {briefing.named}",
        (
            *items(partial(_copy_in, workspace, briefing, BriefingFormat.text)),
            Item(
                "c",
                "Citations",
                count_of(len(cited), "line"),
                partial(_copy_citations, workspace, cited),
                cited,
            ),
            Item("m", "Markdown …", "for a wiki: choose a form", as_markdown),
            Item("f", "File …", ".txt, .md or .html: choose a form", to_file),
            *(
                Item("s", "Instead …", other.named, partial(_offer, workspace, (other, briefing)))
                for other in others
            ),
        ),
    )


def _forms(briefing: Briefing) -> list[tuple[str, str, BriefingForm, list[str]]]:
    """Return each form with its key, its name and its lines as text, written once for all menus.

    Of very many events only what fits on a page is written.
    """
    from kztimeline.export.briefing import BriefingForm, BriefingFormat

    def lines(form: BriefingForm) -> list[str]:
        if form is BriefingForm.page or len(briefing.events) <= _COUNTED:
            return briefing.text_in(BriefingFormat.text, form).split("\n")[:-1]
        return []

    return [
        (key, label, form, lines(form))
        for key, label, form in (
            ("h", "Headlines", BriefingForm.headlines),
            ("p", "One page", BriefingForm.page),
            ("t", "Full text", BriefingForm.full),
        )
    ]


def _copy_citations(workspace: Workspace, cited: Sequence[str]) -> None:
    from kztimeline.tui.workspace.output import copy

    copy(workspace, "\n".join(cited), count_of(len(cited), "citation"))


def _copy_in(
    workspace: Workspace, briefing: Briefing, format: BriefingFormat, form: BriefingForm
) -> None:
    from kztimeline.export.briefing import SUFFIXES
    from kztimeline.tui.workspace.output import copy

    copy(workspace, briefing.text_in(format, form), briefing.what_in(form), SUFFIXES[format][0])


def _write_briefing(workspace: Workspace, briefing: Briefing, form: BriefingForm) -> None:
    from kztimeline.export.briefing import SUFFIXES, BriefingForm, BriefingFormat, format_of
    from kztimeline.tui.workspace.output import ask_for_file, file_name

    count = len(briefing.events)
    ask_for_file(
        workspace,
        "write to",
        f"{file_name(workspace, 'briefing', of_pins=briefing.pinned)}.txt",
        briefing.what_in(form),
        lambda path: briefing.text_in(format_of(path.name), form).encode(),
        [
            *SUFFIXES[BriefingFormat.text],
            *SUFFIXES[BriefingFormat.markdown],
            *SUFFIXES[BriefingFormat.html],
        ],
        most=count if count > _MANY and form is not BriefingForm.page else 0,
    )


def export_shown(workspace: Workspace) -> None:
    """Write exactly the events shown to a file, in the format that its name asks for."""
    from kztimeline.export.formats import registry
    from kztimeline.export.making_records import export_of
    from kztimeline.timeline.as_of import day_meant
    from kztimeline.tui.workspace.output import (
        ask_for_file,
        events_shown,
        file_name,
        possibly_shown,
        seen,
    )

    timeline, notice = seen(workspace)
    events = events_shown(workspace, timeline)
    view, possible = workspace.session.view, possibly_shown(workspace)

    def make(path: Path) -> bytes:
        day = day_meant(view.as_of) if view.as_of else None
        as_of = day.isoformat() if day else ""
        export = export_of(
            timeline,
            events(),
            view.active_query,
            as_of,
            notice,
            possible,
            certain_only=view.certain and bool(view.active_query),
        )
        return registry.write(registry.by_suffix(path.name) or registry.BY_NAME["csv"], export)

    name = f"{file_name(workspace, 'events')}.csv"
    what = count_of(len(workspace.session.shown), "event")
    if workspace.session.view.as_of:
        from kztimeline.timeline.as_of import day_words

        what = f"{what} as of {day_words(workspace.session.view.as_of)}"
    if workspace.session.pinboard.positions and not view.pinned:
        what = f"{what} shown, not the pins"
    at_hand = registry.endings(each for each in registry.FORMATS if each.is_at_hand)
    # An ending that cannot be written is known all the same: `make` says what it takes.
    ask_for_file(workspace, "export to", name, what, make, at_hand, others=registry.endings())


ACTIONS: Final = grouped(
    "Keep and share",
    Action(
        "write_briefing",
        ("w", "W"),
        "briefing",
        "Write a briefing on the pins, or on what is shown: headlines, one page or full text",
        offer_briefing,
        when=_shown,
        rank=6,
        words="print report export paper memo share markdown file page headlines",
    ),
    Action(
        "copy_citation",
        ("y",),
        "copy citation",
        "Copy the event’s citations",
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
        "Export the events shown to a file; its extension sets the format",
        export_shown,
        when=_shown,
        words="csv excel spreadsheet save download screenshot picture html page",
    ),
)
