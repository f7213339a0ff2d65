"""Pinning events, with a line of note on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.session.pins import Pins
from kztimeline.text.cells import clean, cut
from kztimeline.text.numbers import count_of
from kztimeline.tui.actions.action import Action, grouped

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.session.pins import PinChange
    from kztimeline.timeline.model import Event
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

_SAID: Final = 36


def _shown(here: Situation) -> bool:
    return here.shown


def toggle_pin(workspace: Workspace) -> None:
    """Pin the selected event, or take its pin off: what the screen does not show, it does."""
    event, board = workspace.session.event, workspace.session.pinboard
    if event is None:
        return
    pins = event.id not in board.pins
    words = f"{'pinning' if pins else 'unpinning'} {_named(event)}"
    to = Pins.with_pin if pins else Pins.without_pin
    change = _change(workspace, event, lambda pinned: to(pinned, event.id), words)
    say = _pinned if pins else _unpinned
    _tell(workspace, say(workspace, change))


def _pinned(workspace: Workspace, change: PinChange) -> str:
    """Return what to say when an event was pinned."""
    briefing, only = workspace.key("write_briefing"), workspace.key("only_pins")
    already = "" if change else "Pinned in another window already. "
    count = len(workspace.session.pinboard.positions)
    pinned = f"{_which(workspace)}{count:,} pinned"
    return f"{already}{pinned} · {briefing} makes a briefing · {only} shows only pins"


def _unpinned(workspace: Workspace, change: PinChange) -> str:
    """Return what to say when an event is no longer pinned."""
    already = "" if change else " in another window already"
    kept = " (note kept)" if change.after.note else ""
    count = len(workspace.session.pinboard.positions)
    left = f"{count_of(count, 'pin')} left" if count else "No pins left"
    return f"{_which(workspace)}Unpinned{already}{kept}. {left}."


def _which(workspace: Workspace) -> str:
    """Return of which of two events something is said, where two are compared."""
    event = workspace.session.event
    compared = workspace.session.view.page == "pair"
    return f"{_named(event)}: " if compared and event is not None else ""


def _noted(workspace: Workspace, event: Event, note: str) -> str:
    """Return what to say when a note was written on an event, which may have gone meanwhile."""
    session = workspace.session
    if event.id not in session.timeline.positions_by_id:
        kept = "note" if note else "pin"
        return f"{_named(event)} is gone from the timeline; its {kept} is kept for its return."
    said = "Pinned; note saved." if note else "Pinned, without a note."
    is_selected = session.event is not None and session.event.id == event.id
    return f"{_which(workspace)}{said}" if is_selected else f"{_named(event)}: {said}"


def toggle_only_pins(workspace: Workspace) -> None:
    """Show only the pinned events, or all again."""
    from kztimeline.tui.workspace.others_pins import show_others_pins

    show_others_pins(workspace)
    session = workspace.session
    if not session.view.pinned and not session.pinboard.positions:
        workspace.say(f"No event is pinned yet; {workspace.key('pin')} pins one.")
    else:
        workspace.ask(pinned=not session.view.pinned)


def ask_for_note(workspace: Workspace) -> None:
    """Let the reader write a line on the selected event, which pins it.

    A note that another window writes meanwhile is shown before it is replaced.
    """
    from kztimeline.tui.workspace.others_pins import show_others_pins

    event, board = workspace.session.event, workspace.session.pinboard
    if event is None:
        return
    show_others_pins(workspace)
    seen = board.pins.notes.get(event.id, "")

    def accept(text: str) -> str:
        nonlocal seen
        note = clean(" ".join(text.split()))

        def noted(pins: Pins) -> Pins:
            as_seen = pins.notes.get(event.id, "") in (seen, note)
            return pins.noted(event.id, note) if as_seen else pins

        change = _change(workspace, event, noted, f"the note on {_named(event)}")
        found = change.before.note
        if found not in (seen, note):
            seen = found
            other = f"reads “{cut(clean(found), _SAID)}”" if found else "was removed"
            return f"Meanwhile the note {other} in another window; enter again replaces it."
        _tell(workspace, _noted(workspace, event, note))
        return ""

    hint = f"a note on {_named(event)} for your briefing · enter saves · esc cancels"
    workspace.dialogs.question("note", seen, hint, accept)


def _tell(workspace: Workspace, said: str) -> None:
    """Show the pins, and say what was done unless there is something to say of their file."""
    workspace.say("" if workspace.session.pinboard.notice else said)
    workspace.show_pins()


def _named(event: Event) -> str:
    return f"“{cut(clean(event.title), _SAID)}”"


def _change(
    workspace: Workspace, event: Event, change: Callable[[Pins], Pins], words: str
) -> PinChange:
    """Change the pin or note of an event; undo takes back what that comes to."""
    session = workspace.session
    made = session.pinboard.change(event.id, change)
    if made:
        session.pin_steps.remember(session.ahead, made, words)
    return made


ACTIONS: Final = grouped(
    "Keep and share",
    Action(
        "pin",
        ("p",),
        "pin",
        "Pin the event for a briefing, which is in order of date, or unpin it",
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
