"""What another window has pinned, or noted, since this one last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.tui.workspace.workspace import Workspace


def show_others_pins(workspace: Workspace) -> None:
    """Show what another window has pinned since: before it is used, and now and then."""
    if workspace.session.pinboard.follow():
        workspace.show_pins()
