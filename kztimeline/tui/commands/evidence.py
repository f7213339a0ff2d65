"""Evidence: the passages that an event rests on, and what became of every date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace import going
from kztimeline.tui.workspace.choices import Option

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace


def _covering(here: Situation) -> bool:
    return here.page == "coverage"


def _passages(here: Situation) -> bool:
    return here.passages


def toggle_page(workspace: Workspace, page: str) -> None:
    """Show a page in place of the list, or go back from it: to a pair that it was opened over."""
    view = workspace.session.view
    if view.page == page:
        workspace.ask(record=False, page=view.over)
    else:
        workspace.ask(record=False, page=page, over="pair" if view.page == "pair" else "")


def show_passage(workspace: Workspace, direction: int) -> None:
    """Show the next passage of the evidence, or the previous one."""
    evidence = workspace.pages.evidence
    evidence.show_passage(evidence.number + direction)


def choose_mention(workspace: Workspace, direction: int) -> None:
    """Choose the next date in the documents, or the previous one."""
    workspace.pages.coverage.choose_mention(direction)


def choose_document(workspace: Workspace, direction: int) -> None:
    """Choose the next document, or the previous one."""
    workspace.pages.coverage.choose_document(direction)


def choose_open(workspace: Workspace) -> None:
    """Choose the next date that nothing has become of."""
    if not workspace.pages.coverage.choose_open(1):
        workspace.say("No open dates: all cited or dismissed.")


def go_to_cited(workspace: Workspace) -> None:
    """Follow the chosen link, or go to an event that cites the chosen date."""
    coverage, timeline = workspace.pages.coverage, workspace.session.timeline
    mention, chosen = coverage.mention, coverage.chosen_link
    if chosen is not None:
        going.go_where(workspace, chosen)
        return
    # A timeline that changed on disk may lack an event that the ledger still names.
    known = (
        [name for name in mention.cited_by if name in timeline.positions_by_id] if mention else []
    )
    go = partial(going.go_to_evidence, workspace, mention=mention)
    if len(known) == 1:
        go(known[0])
        return
    events = [timeline.event(name) for name in known]
    workspace.dialogs.choose(
        f"Events that cite “{mention.text}”" if mention else "",
        [_option(workspace, event) for event in events],
        go,
        "No event cites this date.",
    )


def _option(workspace: Workspace, event: Event) -> Option:
    hidden = going.why_hidden(workspace, event)
    return Option(event.id, f"{display(event.date)}  {event.title}", hidden)


ACTIONS: Final = grouped(
    "Evidence",
    Action(
        "evidence",
        ("e",),
        "sources",
        "Show the event’s sources: passages, and how the date was read",
        partial(toggle_page, page="evidence"),
        when=lambda here: here.shown,
        rank=8,
        words="evidence passages proof quote document",
    ),
    Action(
        "next_passage",
        ("s", "."),
        "next passage",
        "Show the next passage of the evidence",
        partial(show_passage, direction=1),
        when=_passages,
        rank=4,
    ),
    Action(
        "previous_passage",
        (",",),
        "previous passage",
        "Show the previous passage",
        partial(show_passage, direction=-1),
        when=_passages,
    ),
    Action(
        "coverage",
        ("c",),
        "coverage",
        "Show every date in the documents: cited, dismissed or open",
        partial(toggle_page, page="coverage"),
        when=lambda here: here.documents,
        rank=13,
        words="documents ledger dates",
    ),
    Action(
        "next_mention",
        ("l", "right", "space"),
        "next date",
        "Choose the next date in the documents",
        partial(choose_mention, direction=1),
        when=_covering,
        rank=1,
    ),
    Action(
        "previous_mention",
        ("h", "left", "b"),
        "previous date",
        "Choose the previous date",
        partial(choose_mention, direction=-1),
        when=_covering,
        rank=1,
    ),
    Action(
        "next_document",
        ("j", "down"),
        "document",
        "Choose the next document",
        partial(choose_document, direction=1),
        when=_covering,
        rank=2,
    ),
    Action(
        "previous_document",
        ("k", "up"),
        "previous document",
        "Choose the previous document",
        partial(choose_document, direction=-1),
        when=_covering,
    ),
    Action(
        "cited_event",
        ("enter",),
        "its event",
        "Go to an event that cites the chosen date",
        go_to_cited,
        when=_covering,
        rank=3,
    ),
    Action(
        "next_open",
        ("n",),
        "next open",
        "Choose the next open date (neither cited nor dismissed)",
        choose_open,
        when=_covering,
        rank=4,
    ),
)
