"""Going to a date, or seeing the timeline as of one, that the reader typed in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.dates import display
from kztimeline.tui.movement import row_at

if TYPE_CHECKING:
    from kztimeline.dates import Date
    from kztimeline.tui.messages import Purpose
    from kztimeline.tui.screen import TimelineScreen


def prepare(screen: TimelineScreen) -> None:
    """Have a worker load what reads dates in words, while the reader types."""

    def load() -> None:
        from kztimeline.tui.phrases import load

        load()

    screen.run_worker(load, thread=True, group="phrases")


def preview(screen: TimelineScreen, text: str) -> str:
    """Go where a text leads as soon as it is a date with its year; return that date in words."""
    from kztimeline.tui.plain_dates import read_plain

    date = read_plain(text)
    if date is None or not screen.shown:
        return ""
    inside = _select(screen, date)
    return display(date) if inside else f"nothing in {display(date)}"


def use_date(screen: TimelineScreen, purpose: Purpose, text: str) -> None:
    """Use a date that was typed; a worker reads words, for which it takes a library."""
    from kztimeline.tui.plain_dates import read_plain

    if not text:
        if purpose == "as of":
            screen.ask(as_of="")
        return
    event, today = screen.event, screen.today()
    if purpose == "jump" and event is not None:
        today = event.date.earliest or today
    if date := read_plain(text, today.year):
        _use(screen, purpose, text, date)
        return

    def read() -> None:
        from kztimeline.tui.phrases import read_date

        screen.call_later(_use, screen, purpose, text, read_date(text, today))

    screen.entry.reads_date = True
    screen.say(f"Looking for {text} …")
    screen.run_worker(read, thread=True, exclusive=True, group="jump")


def _use(screen: TimelineScreen, purpose: Purpose, text: str, date: Date | None) -> None:
    screen.entry.reads_date = False
    screen.say("")
    if purpose == "as of":
        from kztimeline.tui.zoom_commands import see_as_of

        see_as_of(screen, text, date)
    elif date is None:
        screen.entry.seek(text)
    elif screen.shown:
        go_to_date(screen, date)
    screen.held_keys.release()


def go_to_date(screen: TimelineScreen, date: Date) -> None:
    """Select the first event shown that begins in a date, or the nearest after it."""
    if _select(screen, date):
        screen.say(display(date))
    else:
        screen.say(f"Nothing shown begins in {display(date)}; this is the nearest after it.")


def _select(screen: TimelineScreen, date: Date) -> bool:
    """Select the event to go to for a date; tell whether it begins in the date."""
    row, inside = row_at(screen.timeline, screen.list_view.arrangement, date)
    screen.ask(cursor=screen.timeline.events[screen.shown[row]].id)
    return inside
