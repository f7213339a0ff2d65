"""The program: one step back, the palette, the help, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.tui.actions.action import Action, grouped

if TYPE_CHECKING:
    from kztimeline.tui.workspace.workspace import Workspace


def go_back(workspace: Workspace) -> None:
    """Take one step back."""
    from kztimeline.session.step_back import step_back

    facets, row = workspace.facets, workspace.list.row
    year = None if row is None else workspace.list.arrangement.year_of(row)
    step = step_back(workspace.session.view, facets=facets is not None, year=year)
    if step is None:
        return
    if step.changes:
        workspace.ask(step.record, **step.changes)
        if "mark" in step.changes:
            workspace.say("Measuring ended.")
        elif "as_of" in step.changes:
            workspace.say(f"As-of ended; {workspace.key('undo')} restores it.")
    elif facets is not None and facets.words:
        # First all values are in sight again.
        facets.narrow("")
    else:
        workspace.toggle_facets()


ACTIONS: Final = grouped(
    "Program",
    Action(
        "back",
        ("escape", "backspace"),
        "back",
        "Go back one step: page, lists to narrow by, find, pins, trail, filter",
        go_back,
        when=lambda here: here.back,
        rank=1,
    ),
    Action(
        "palette",
        (":",),
        "commands",
        "Search all commands",
        lambda workspace: workspace.dialogs.palette(),
        rank=14,
        words="menu actions",
    ),
    Action(
        "help",
        ("?", "f1"),
        "help",
        "Show the keys and the signs",
        lambda workspace: workspace.dialogs.help(),
        rank=15,
        words="keys signs legend shortcuts manual",
    ),
    Action(
        "redraw",
        ("ctrl+l",),
        "redraw",
        "Redraw the screen",
        lambda workspace: workspace.program.redraw(),
        words="refresh repaint clear",
    ),
    Action(
        "suspend",
        ("ctrl+z",),
        "suspend",
        "Suspend to the shell; fg resumes",
        lambda workspace: workspace.program.suspend(),
    ),
    Action(
        "quit",
        ("q",),
        "quit",
        "Quit",
        lambda workspace: workspace.program.quit(),
        rank=16,
        words="exit leave close bye",
    ),
)
