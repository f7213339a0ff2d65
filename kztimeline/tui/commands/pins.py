"""Pinning events, with a line of note on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of
from kztimeline.tui.dialogs.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.session.pins import Pins
    from kztimeline.tui.screens.timeline import TimelineScreen


def toggle_pin(screen: TimelineScreen) -> None:
    """Pin the selected event, or take its pin off."""
    event = screen.event
    if event is None:
        return
    pinned = event.id not in screen.pinboard.pins
    count = len(screen.pinboard.positions) + (1 if pinned else -1)
    kept = "" if pinned or event.id not in screen.pinboard.pins.notes else " (note kept)"
    hand_on, only = screen.key("write_briefing"), screen.key("only_pins")
    left = f"{count_of(count, 'pin')} left" if count else "No pins left"
    said = (
        f"{count} pinned · {hand_on} makes a briefing · {only} shows only pins"
        if pinned
        else f"Unpinned{kept}. {left}."
    )
    _change(screen, lambda pins: pins.toggled(event.id), said)


def toggle_only_pins(screen: TimelineScreen) -> None:
    """Show only the pinned events, or all again."""
    if not screen.view.pinned and not screen.pinboard.positions:
        screen.say(f"No event is pinned yet; {screen.key('pin')} pins one.")
    else:
        screen.ask(pinned=not screen.view.pinned)


def notice_of_no_pins(screen: TimelineScreen) -> tuple[str, ...]:
    """Return what to show in place of the list where nothing is pinned."""
    return "No event is pinned.", "", f"{screen.key('only_pins')} shows all events again."


def ask_for_note(screen: TimelineScreen) -> None:
    """Let the reader write a line on the selected event, which pins it."""
    event = screen.event
    if event is None:
        return

    def accept(text: str) -> str:
        note = clean(" ".join(text.split()))
        said = "Pinned; note saved." if note else "Pinned, without a note."
        _change(screen, lambda pins: pins.noted(event.id, note), said)
        return ""

    note = screen.pinboard.pins.notes.get(event.id, "")
    hint = "a note for your briefing · enter saves · esc cancels"
    screen.app.push_screen(Question("note", note, hint, accept))


def _change(screen: TimelineScreen, change: Callable[[Pins], Pins], said: str) -> None:
    screen.say(said)
    screen.pinboard.change(change)
    screen.show_pins()
