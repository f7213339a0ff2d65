"""Links between events: what led here and came of it, what is near, and how far they are apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.session.view import View
from kztimeline.text.cells import clean, cut
from kztimeline.text.pieces import Piece
from kztimeline.timeline.relations import NEARBY
from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.render.notices import measuring_text
from kztimeline.tui.workspace import going
from kztimeline.tui.workspace.choices import Option

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event
    from kztimeline.tui.workspace.workspace import Workspace


_LINKED: Final = "linked:"
_SAID: Final = 36


def follow_link(workspace: Workspace) -> None:
    """Go to the event of the chosen link, or to the only linked one; else ask for one."""
    from kztimeline.timeline.relations import events_between, in_between, steps

    event = workspace.session.event
    if event is None:
        return
    known = workspace.session.chosen.timeline
    linked = steps(known, known.event(event.id))
    chosen = workspace.pages.front.chosen_link
    if chosen in {step.event.id for step in linked}:
        going.go(workspace, chosen)
    elif len(linked) == 1:
        going.go(workspace, linked[0].event.id)
    else:
        options = [
            _option(
                workspace,
                event,
                step.event,
                step.relation,
                in_between(events_between(known, event, step.event)),
            )
            for step in sorted(linked, key=lambda step: known.positions_by_id[step.event.id])
        ]
        workspace.dialogs.choose(
            "Before and after",
            options,
            partial(going.go, workspace),
            "This event has no links.",
        )


def retrace(workspace: Workspace) -> None:
    """Go back to the event that the last link led from."""
    from kztimeline.session.trail import retraced

    session = workspace.session
    trail = retraced(session.view.trail, session.view.cursor)
    if trail:
        # Where the way began there is nothing left to go back to.
        left = trail if len(trail) > 1 else ()
        going.visit(workspace, session.timeline.event(trail[-1]), trail=left)


def filter_linked(workspace: Workspace) -> None:
    """Show only the events linked with the selected one, by the filter that says so; or go back."""
    session = workspace.session
    event, view = session.event, session.coming
    if event is None:
        return
    origin = view.active_query.removeprefix(_LINKED)
    if origin != view.active_query and origin in session.timeline.positions_by_id:
        before = next((v for v in reversed(session.ahead.past) if v.query != view.query), View())
        workspace.ask(
            query=before.query, filtering=before.filtering, certain=before.certain, cursor=origin
        )
        workspace.say("No longer only linked events.")
        return
    query = f"{_LINKED}{event.id}"
    workspace.ask(query=query, filtering=True, certain=False, page="")
    keys = f"{workspace.key('filter_linked')} or {workspace.key('undo')}"
    workspace.say(f"Linked with “{cut(clean(event.title), _SAID)}”: {query}; {keys} goes back")


def list_neighbours(workspace: Workspace) -> None:
    """Let the reader go to one of the other track's events of about the same time."""
    from kztimeline.timeline.relations import neighbours

    event = workspace.session.event
    if event is None:
        return
    found = neighbours(workspace.session.chosen.timeline, event)
    workspace.dialogs.choose(
        f"Within {NEARBY} days of {display(event.date)} on the other track",
        [_option(workspace, event, near.event, near.words(event.date)) for near in found],
        partial(going.go, workspace),
        f"Nothing within {NEARBY} days on the other track.",
    )


def mark(workspace: Workspace) -> None:
    """Mark the selected event to measure from; on another one show both; or end it."""
    event, view = workspace.session.event, workspace.session.view
    if event is None:
        return
    if view.page == "pair" or view.mark == event.id:
        workspace.ask(record=False, page="", mark="")
        workspace.say("Measuring ended.")
    elif view.mark:
        workspace.ask(record=False, page="pair")
        measured = workspace.session.measure()
        workspace.say(measuring_text(measured, workspace.session.view, workspace.key))
    else:
        workspace.ask(record=False, mark=event.id)
        key = workspace.key("mark")
        workspace.say(f"Marked {display(event.date)}: move to measure · {key} compares")


def _option(workspace: Workspace, event: Event, other: Event, *words: str) -> Option:
    from kztimeline.dates.distance import distance
    from kztimeline.tui.render.signs import TRACK_ROLES, date_sign

    relation, *rest = words
    lane = workspace.session.timeline.lane(other.track)
    parts = (relation, distance(event.date, other.date), *rest, going.why_hidden(workspace, other))
    note = " · ".join(filter(None, parts))
    sign = Piece(date_sign(other.date), TRACK_ROLES[lane])
    return Option(other.id, f"{display(other.date)}  {other.title}", note, sign)


ACTIONS: Final = grouped(
    "Links between events",
    Action(
        "follow",
        (">",),
        "links",
        "Go to a linked event",
        follow_link,
        when=lambda here: here.linked and here.shown,
        rank=9,
        words="linked related cause answer",
    ),
    Action(
        "filter_linked",
        ("L",),
        "only linked",
        "Show only the events linked with this one (toggle)",
        filter_linked,
        when=lambda here: here.linked and here.shown,
        words="linked related filter cause answer",
    ),
    Action(
        "retrace",
        ("<",),
        "back",
        "Go back to the event you came from",
        retrace,
        when=lambda here: here.trail,
        rank=7,
    ),
    Action(
        "neighbours",
        ("i",),
        "nearby",
        "List the other track’s events within 30 days",
        list_neighbours,
        when=lambda here: here.shown and here.two_tracks,
        rank=12,
    ),
    Action(
        "mark",
        ("M",),
        "measure",
        "Mark the event and move to measure; press again to compare side by side",
        mark,
        when=lambda here: here.shown,
        rank=12,
        words="measure distance days between compare ruler period interval span",
    ),
)
