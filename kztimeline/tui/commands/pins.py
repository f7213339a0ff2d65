"""Pinning events, with a line of note on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.text.cells import clean, cut
from kztimeline.text.numbers import count_of
from kztimeline.tui.actions.action import Action, grouped

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.session.pins import Pins
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

_SAID: Final = 36


def _shown(here: Situation) -> bool:
    return here.shown


def toggle_pin(workspace: Workspace) -> None:
    """Pin the selected event, or take its pin off."""
    event, board = workspace.session.event, workspace.session.pinboard
    if event is None:
        return
    pinned = event.id not in board.pins
    count = len(board.positions) + (1 if pinned else -1)
    kept = "" if pinned or event.id not in board.pins.notes else " (note kept)"
    briefing, only = workspace.key("write_briefing"), workspace.key("only_pins")
    left = f"{count_of(count, 'pin')} left" if count else "No pins left"
    said = (
        f"{count} pinned · {briefing} makes a briefing · {only} shows only pins"
        if pinned
        else f"Unpinned{kept}. {left}."
    )
    words = f"{'pinning' if pinned else 'unpinning'} “{cut(clean(event.title), _SAID)}”"
    _change(workspace, lambda pins: pins.toggled(event.id), said, words)


def toggle_only_pins(workspace: Workspace) -> None:
    """Show only the pinned events, or all again."""
    session = workspace.session
    if not session.view.pinned and not session.pinboard.positions:
        workspace.say(f"No event is pinned yet; {workspace.key('pin')} pins one.")
    else:
        workspace.ask(pinned=not session.view.pinned)


def ask_for_note(workspace: Workspace) -> None:
    """Let the reader write a line on the selected event, which pins it."""
    event = workspace.session.event
    if event is None:
        return

    def accept(text: str) -> str:
        note = clean(" ".join(text.split()))
        said = "Pinned; note saved." if note else "Pinned, without a note."
        words = f"the note on “{cut(clean(event.title), _SAID)}”"
        _change(workspace, lambda pins: pins.noted(event.id, note), said, words)
        return ""

    note = workspace.session.pinboard.pins.notes.get(event.id, "")
    hint = "a note for your briefing · enter saves · esc cancels"
    workspace.dialogs.question("note", note, hint, accept)


def _change(workspace: Workspace, change: Callable[[Pins], Pins], said: str, words: str) -> None:
    workspace.say(said)
    session = workspace.session
    session.pin_steps.remember(session.ahead, session.pinboard.pins, words)
    workspace.session.pinboard.change(change)
    workspace.show_pins()


ACTIONS: Final = grouped(
    "Keep and share",
    Action(
        "pin",
        ("p",),
        "pin",
        "Pin the event for a briefing, or unpin it",
        toggle_pin,
        when=_shown,
        rank=6,
        words="bookmark mark favourite star select",
    ),
    Action(
        "only_pins",
        ("P",),
        "only pins",
        "Show only pinned events (toggle)",
        toggle_only_pins,
        when=lambda here: here.shown or here.only_pins,
        words="bookmarks favourites",
    ),
    Action(
        "note",
        ("m",),
        "note",
        "Pin the event with a note",
        ask_for_note,
        when=_shown,
        words="comment annotate remark",
    ),
)
