"""Going about: by the list, by a link, to a passage, to an address, and over a text."""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING

from kztimeline.session.limits import AS_OF
from kztimeline.session.trail import followed
from kztimeline.tui.render.notices import came_later_text, lifted_text
from kztimeline.tui.render.pages.writer import ASKS, HOW_TO_HAVE_IT

if TYPE_CHECKING:
    from kztimeline.session.limits import Limit
    from kztimeline.timeline.model import Event, Mention
    from kztimeline.tui.render.list.layout import Row
    from kztimeline.tui.workspace.workspace import Workspace


def select_row(workspace: Workspace, row: Row | None) -> None:
    """Select the event in a row of the list; None for staying."""
    if row is not None:
        session = workspace.session
        event = session.timeline.events[session.shown[row]]
        workspace.ask(record=False, cursor=event.id)


def scroll(workspace: Workspace, lines: int) -> None:
    """Scroll the text in front by some lines."""
    workspace.pages.front.scroll_lines(lines)


def visit(workspace: Workspace, event: Event, **changes: object) -> bool:
    """Select an event from afar, so that undo returns; False where it came after the view's day.

    Whatever else hides the event is lifted, and that is said.

    Args:
        workspace: Where that is done.
        event: The event.
        changes: The fields of the view that change with it.
    """
    view, lifted = workspace.session.view, limits_hiding(workspace, event)
    if AS_OF in lifted:
        workspace.say(came_later_text(workspace.key))
        return False
    shown = reduce(lambda view, limit: limit.lift(view), lifted, view)
    changed = {
        name: value for name, value in shown._asdict().items() if value != getattr(view, name)
    }
    workspace.ask(record=True, cursor=event.id, **{**changed, **changes})
    if lifted:
        workspace.say(lifted_text(lifted, workspace.key))
    return True


def limits_hiding(workspace: Workspace, event: Event) -> list[Limit]:
    """Return the limits of the view that hide an event; none for an event that is shown."""
    session = workspace.session
    position, pinned = session.timeline.positions_by_id[event.id], session.pinboard.positions_so_far
    return session.search.selector.hiding(session.view, position, pinned)


def why_hidden(workspace: Workspace, event: Event) -> str:
    """Return what first hides an event, as a list marks it; nothing for one that is shown."""
    return next((limit.hides for limit in limits_hiding(workspace, event)), "")


def go_where(workspace: Workspace, target: str) -> None:
    """Go where a link leads: to an event, a passage or an address, or to what a filter asks for."""
    session = workspace.session
    if target == HOW_TO_HAVE_IT:
        workspace.pages.evidence.turn_fold()
    elif target.startswith("#"):
        workspace.ask(record=False, page="evidence")
        workspace.pages.evidence.show_passage(int(target[1:]))
    elif target.startswith(ASKS):
        _turn_asked(workspace, *target.removeprefix(ASKS).split(":", 1))
    elif target not in session.timeline.positions_by_id:
        open_address(workspace, target)
    elif session.view.page == "coverage":
        go_to_evidence(workspace, target, workspace.pages.coverage.mention)
    elif session.view.page == "day":
        visit(workspace, session.timeline.event(target), page="", day="")
    else:
        go(workspace, target)


def _turn_asked(workspace: Workspace, field: str, value: str) -> None:
    from kztimeline.query.facets import FacetChoice
    from kztimeline.tui.workspace.filtering import turn_value

    turn_value(workspace, field, value, FacetChoice.WANTED)


def go(workspace: Workspace, identifier: str) -> bool:
    """Go to another event and remember the way; False where it cannot be shown."""
    if not _is_there(workspace, identifier):
        return False
    session = workspace.session
    here = session.event
    trail = followed(session.view.trail, here.id, identifier) if here else ()
    return visit(workspace, session.timeline.event(identifier), trail=trail)


def go_to_evidence(workspace: Workspace, identifier: str, mention: Mention | None) -> None:
    """Show the passage of an event that a mention stands in."""
    if not _is_there(workspace, identifier):
        return
    event = workspace.session.timeline.event(identifier)
    if visit(workspace, event, page="evidence") and mention is not None:
        workspace.pages.evidence.show_mention(mention)


def _is_there(workspace: Workspace, identifier: str) -> bool:
    """Tell whether a file that was read anew still has an event; say so if not."""
    there = identifier in workspace.session.timeline.positions_by_id
    if not there:
        workspace.say("This event is no longer in the timeline.")
    return there


def open_address(workspace: Workspace, address: str) -> None:
    """Open an address in the reader's browser; copy it where there is none."""
    from kztimeline.tui.workspace import browser

    def opened(in_browser: bool) -> None:
        if in_browser:
            workspace.say(f"Opened in the browser: {address}")
        else:
            workspace.program.copy(address)
            workspace.say(f"No browser here; copied: {address}")

    workspace.program.work(partial(browser.open_in_browser, address), opened)
