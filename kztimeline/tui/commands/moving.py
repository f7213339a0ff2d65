"""Moving in the list: by events, pages, years and tracks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.render.list.layout import Layout
from kztimeline.tui.render.list.moves import nearest_on_track
from kztimeline.tui.workspace import going

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.render.list.layout import Row
    from kztimeline.tui.workspace.workspace import Workspace


def _shown(here: Situation) -> bool:
    return here.shown


def _in_list(here: Situation) -> bool:
    return here.shown and not here.scrolls


def _beside(here: Situation) -> bool:
    return here.shown and here.two_tracks


def move(workspace: Workspace, there: Callable[[Layout, Row], Row | None]) -> None:
    """Go to the row that a rule of the layout makes of the present one."""
    row = workspace.list.row
    if row is not None:
        going.select_row(workspace, there(workspace.list.arrangement, row))


def page(workspace: Workspace, direction: int) -> None:
    """Go a page on or back."""
    row = workspace.list.row
    if row is not None:
        going.select_row(workspace, workspace.list.page_from(row, direction))


def to_track(workspace: Workspace, track: int) -> None:
    """Go to the nearest event of a track; say where it has none."""
    row, timeline = workspace.list.row, workspace.session.timeline
    if row is None:
        return
    other = nearest_on_track(timeline, workspace.list.arrangement, row, track)
    if other is None:
        workspace.say(f"No event on the {timeline.tracks[track].name} track is shown.")
    going.select_row(workspace, other)


def to_other_track(workspace: Workspace) -> None:
    """Go to the nearest event of the next track, after the last one the first."""
    event, timeline = workspace.session.event, workspace.session.timeline
    if event is not None:
        to_track(workspace, (timeline.lane(event.track) + 1) % len(timeline.tracks))


def _first(_layout: Layout, _row: Row) -> Row:
    return 0


def _last(layout: Layout, _row: Row) -> Row:
    return len(layout.shown) - 1


ACTIONS: Final = grouped(
    "Move",
    Action(
        "next_event",
        ("j", "down"),
        "down",
        "Go to the next event",
        partial(move, there=Layout.next_row),
        when=_shown,
    ),
    Action(
        "previous_event",
        ("k", "up"),
        "up",
        "Go to the previous event",
        partial(move, there=Layout.row_before),
        when=_shown,
    ),
    Action(
        "next_page",
        ("space", "pagedown", "ctrl+f", "ctrl+d"),
        "page down",
        "Page down",
        partial(page, direction=1),
        when=_shown,
    ),
    Action(
        "previous_page",
        ("b", "pageup", "ctrl+b", "ctrl+u"),
        "page up",
        "Page up",
        partial(page, direction=-1),
        when=_shown,
    ),
    Action(
        "first_event",
        ("g", "home"),
        "first",
        "Go to the first event",
        partial(move, there=_first),
        when=_in_list,
    ),
    Action(
        "last_event",
        ("G", "end"),
        "last",
        "Go to the last event",
        partial(move, there=_last),
        when=_in_list,
    ),
    Action(
        "next_year",
        ("]",),
        "next year",
        "Go to the next year that has events",
        partial(move, there=Layout.first_of_next_year),
        when=_shown,
    ),
    Action(
        "previous_year",
        ("[",),
        "previous year",
        "Go to the start of the year, then to the previous year",
        partial(move, there=Layout.first_of_year_before),
        when=_shown,
    ),
    Action(
        "first_track",
        ("h", "left"),
        "left track",
        "Go to the nearest event of the first track",
        partial(to_track, track=0),
        when=_beside,
    ),
    Action(
        "second_track",
        ("l", "right"),
        "right track",
        "Go to the nearest event of the second track",
        partial(to_track, track=1),
        when=_beside,
    ),
    Action(
        "other_track",
        ("tab",),
        "other track",
        "Go to the nearest event of the other track (on a page with links: the next link)",
        to_other_track,
        when=lambda here: here.shown and here.two_tracks and not (here.links or here.scrolls),
    ),
)
