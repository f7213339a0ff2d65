"""Changes of the filter that are made by a key and not by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.query import Query
    from kztimeline.tui.screens.timeline import TimelineScreen

_ORIGIN: Final = "origin"
_SEED: Final = "seed"


def change_filter(screen: TimelineScreen, change: Callable[[Query], Query]) -> None:
    """Show the events of a changed filter; one that was switched off is on again."""
    from kztimeline.query import QueryError, parse

    try:
        query = change(parse(screen.coming.query, screen.timeline))
    except QueryError as mistake:
        # What was typed last is not answered yet, or the timeline was read again.
        screen.say(str(mistake))
    else:
        screen.ask(query=str(query), filtering=True)


def toggle_only_seeds(screen: TimelineScreen) -> None:
    """Hide the events without a document at hand, or show them again."""
    from kztimeline.query.facets import Choice, choices, choose

    coming, timeline = screen.coming, screen.timeline

    def change(query: Query) -> Query:
        wanted, _unwanted = choices(query, _ORIGIN, timeline)
        only_seeds = coming.filtering and wanted == {_SEED}
        choice = Choice.NONE if only_seeds else Choice.WANTED
        bare = choose(query, _ORIGIN, "reference", Choice.NONE, timeline)
        return choose(bare, _ORIGIN, _SEED, choice, timeline)

    change_filter(screen, change)


def toggle_only_certain(screen: TimelineScreen) -> None:
    """Hide the events that only possibly match, or show them again."""
    screen.ask(certain=not screen.coming.certain)
