"""Changes of the filter that are made by a key or a click and not by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.query import Query
    from kztimeline.query.facets import FacetChoice
    from kztimeline.tui.workspace.workspace import Workspace


def change_filter(workspace: Workspace, change: Callable[[Query], Query]) -> None:
    """Show the events of a changed filter; one that was switched off is on again."""
    from kztimeline.query import QueryError, parse_query

    session = workspace.session
    try:
        query = change(parse_query(session.coming.query, session.timeline))
    except QueryError as mistake:
        # What was typed last is not answered yet, or the timeline was read again.
        workspace.say(str(mistake))
    else:
        certain = session.coming.certain and bool(str(query))
        workspace.ask(query=str(query), filtering=True, certain=certain)


def turn_value(workspace: Workspace, field: str, value: str, choice: FacetChoice) -> None:
    """Have the filter ask for a value of a field, or for all but it; or no longer."""
    from kztimeline.query.facets import toggle

    timeline = workspace.session.timeline
    change_filter(workspace, lambda query: toggle(query, field, value, choice, timeline))
