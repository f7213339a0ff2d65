"""On that day: who was in office, what was under way, and the days around."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace import going

if TYPE_CHECKING:
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace


def _on_a_day(here: Situation) -> bool:
    return here.page == "day"


def toggle_day(workspace: Workspace) -> None:
    """Show the day that was asked for, or that of the selected event; or go back."""
    view = workspace.session.view
    if view.page == "day":
        workspace.ask(record=False, page="", day="")
        return
    from kztimeline.timeline.lasting import beginning

    event = workspace.session.event
    date = view.asked or (beginning(event.date).text if event else "")
    if not date:
        workspace.say("No event selected; press d to go to a date.")
        return
    workspace.ask(record=False, page="day", day=date)


def move_day(workspace: Workspace, days: int) -> None:
    """Show the next day or the previous one."""
    shown = workspace.session.days
    if shown is not None:
        workspace.ask(record=False, day=shown.moved(days).first.isoformat())


ACTIONS: Final = grouped(
    "On that day",
    Action(
        "running",
        ("r",),
        "in office",
        "Show who was in office and what was under way",
        toggle_day,
        when=lambda here: here.shown or here.page == "day",
        rank=9,
        words="who was ambassador president minister in office on that day",
    ),
    Action(
        "next_day",
        ("l", "right"),
        "next day",
        "Show the next day",
        partial(move_day, days=1),
        when=_on_a_day,
        rank=1,
    ),
    Action(
        "previous_day",
        ("h", "left"),
        "previous day",
        "Show the previous day",
        partial(move_day, days=-1),
        when=_on_a_day,
        rank=1,
    ),
    Action(
        "day_down",
        ("j",),
        "scroll down",
        "Scroll the page down",
        partial(going.scroll, lines=1),
        when=_on_a_day,
    ),
    Action(
        "day_up",
        ("k",),
        "scroll up",
        "Scroll the page up",
        partial(going.scroll, lines=-1),
        when=_on_a_day,
    ),
)
