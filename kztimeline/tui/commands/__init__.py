"""Each action with its function, one file a heading of the help or a part of one.

A command knows the workspace and no widget, and no other command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.tui.commands import (
    editing,
    evidence,
    facets,
    links,
    moving,
    pins,
    program,
    reading,
    searching,
    sharing,
    viewing,
)

if TYPE_CHECKING:
    from kztimeline.tui.actions.action import Action

ACTIONS: Final[tuple[Action, ...]] = (
    *moving.ACTIONS,
    *searching.ACTIONS,
    *facets.ACTIONS,
    *reading.ACTIONS,
    *links.ACTIONS,
    *evidence.ACTIONS,
    *viewing.ACTIONS,
    *pins.ACTIONS,
    *sharing.ACTIONS,
    *editing.ACTIONS,
    *program.ACTIONS,
)
"""Everything the reader can do, in the order of the help."""
