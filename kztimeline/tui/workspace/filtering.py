"""Changes of the filter that are made by a key and not by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.query import Query
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
