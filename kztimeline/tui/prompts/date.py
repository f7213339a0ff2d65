"""Going to a date, or seeing the timeline as of one, that the reader typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import Date, parse
from kztimeline.timeline.as_of import day_words
from kztimeline.tui.render.list.moves import row_at

if TYPE_CHECKING:
    from kztimeline.dates.typed import Typed
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Event
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.messages import Purpose


class Preview(NamedTuple):
    """What a date that is being typed comes to: where it leads, or why it can be none."""

    text: str
    mistake: str


def read(screen: TimelineScreen, purpose: Purpose, text: str, start: View) -> Typed:
    """Return what a text is, as typed at a view.

    Args:
        screen: Where it is typed.
        purpose: What it is typed for.
        text: What is typed.
        start: The view at which the typing began: distances are counted from its date.
    """
    from kztimeline.dates.typed import EXAMPLES, Typed, read_typed

    jumping = purpose == "jump"
    found = read_typed(text, date_at(screen, start) if jumping else None, screen.today())
    if jumping:
        words = f" {screen.key('find')} finds words." if found.unfinished else ""
        return found._replace(refusal=f"{found.refusal}{words}") if found.refusal else found
    if found.date is not None and found.date.latest is None:
        return Typed(refusal=f"“{text}” is open-ended; give the last day to show.")
    if text and not (found.date or found.refusal):
        return Typed(refusal=f"“{text}” is no date; write {EXAMPLES}.", unfinished=True)
    return found


def date_at(screen: TimelineScreen, view: View) -> Date | None:
    """Return the date that a view is at: the one asked for, or that of its event."""
    if view.asked:
        return parse(view.asked)
    position = screen.timeline.position.get(view.cursor or "")
    return None if position is None else screen.timeline.events[position].date


def preview(screen: TimelineScreen, purpose: Purpose, text: str, start: View) -> Preview:
    """Go where a text leads as soon as it is a date; return in words where that is.

    Where it is none, the view at which the typing began is shown.
    """
    typed = read(screen, purpose, text, start)
    mistake = "" if typed.unfinished else typed.refusal
    if purpose == "as of":
        day = typed.date.latest if typed.date else None
        return Preview(f"as of {day_words(day.isoformat())}" if day else "", mistake)
    if typed.date is None or not screen.shown:
        screen.ask(cursor=start.cursor, asked=start.asked)
        return Preview("", mistake)
    event, inside = _select(screen, typed.date)
    where = display(typed.date) if inside else _nearest(typed.date, event)
    return Preview(" · ".join(filter(None, (where, typed.note))), "")


def use_date(screen: TimelineScreen, purpose: Purpose, text: str, typed: Typed) -> None:
    """Use a date that was typed, or look for the words."""
    if purpose == "as of":
        screen.ask(as_of=typed.date.text if typed.date else "")
    elif typed.date is not None:
        if screen.shown:
            go_to_date(screen, typed.date, typed.note)
    elif text:
        screen.entry.seek(text)


def go_to_date(screen: TimelineScreen, date: Date, note: str = "") -> None:
    """Select the first event shown that begins in a date, or the nearest after it."""
    event, inside = _select(screen, date)
    where = display(date) if inside else _no_event(screen, date, event)
    screen.say(" · ".join(filter(None, (where, note))))


def _select(screen: TimelineScreen, date: Date) -> tuple[Event, bool]:
    """Select the event to go to for a date; return it, and whether it begins in the date."""
    row, inside = row_at(screen.timeline, screen.list_view.arrangement, date)
    event = screen.timeline.events[screen.shown[row]]
    screen.ask(cursor=event.id, asked=date.text)
    return event, inside


def _nearest(date: Date, event: Event) -> str:
    """Return in a few words that nothing begins in a date, and what is next to it."""
    return f"nothing {_at(date)} · {_next_to(date, event)}"


def _no_event(screen: TimelineScreen, date: Date, event: Event) -> str:
    shown = " shown" if screen.view.narrowed else ""
    events = screen.timeline.events
    begun = any(events[position].date.overlaps(date) for position in screen.shown)
    verb = " begins" if begun else ""
    return f"No event{shown}{verb} {_at(date)}; {_next_to(date, event)}."


def _at(date: Date) -> str:
    """Return a date in words with the preposition that goes with it."""
    return f"{'on' if date.day else 'in'} {display(date)}"


def _next_to(date: Date, event: Event) -> str:
    """Return where the nearest event is: the next one, or the last of all."""
    after = event.date.sort_key[0] >= date.sort_key[0]
    there = display(event.date)
    if date.year is not None:
        there = there.removesuffix(f" {date.year}")
    return f"{'next is' if after else 'the last is'} {there}"
