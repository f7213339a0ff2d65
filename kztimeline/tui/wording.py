"""What the screen says about a view: how much is shown, by which choice, or why nothing."""

from __future__ import annotations

from typing import Final

from kztimeline.view import ALL_IMPORTANCES, View

_NO_EVENTS: Final = (
    "There are no events in this timeline yet.",
    "",
    "Add one to its file and open it again;",
    "? shows the keys, q leaves.",
)
_REMEDY: Final = "u takes the last change back, esc clears the filter."


def count_text(view: View, shown: int, found: int, certain: int, everything: int) -> str:
    """Return how many events are shown, such as '7 of 58'.

    Args:
        view: What was chosen.
        shown: The number of events shown.
        found: How many events match the filter, of any importance.
        certain: How many of these surely do.
        everything: The number of events there are to show.
    """
    if everything == shown and not view.active_query:
        return f"{everything} event" if everything == 1 else f"{everything} events"
    if certain < shown == found:
        return f"{certain} certain, {shown - certain} possible of {everything}"
    return f"{shown} of {everything}"


def choice_text(view: View) -> str:
    """Return what is in force: the filter, the find, the importance, the zoom, the day."""
    words = [view.query if view.filtering or not view.query else f"off: {view.query}"]
    if view.certain and view.active_query:
        words.append("certain only")
    if view.find:
        words.append(f"/{view.find}")
    if view.importance < ALL_IMPORTANCES:
        words.append("importance 1" if view.importance == 1 else "importance 1–2")
    if view.zoom != "events" or view.on_day:
        from kztimeline.tui.zoom_commands import ZOOM_WORDS, day_name

        words.append(ZOOM_WORDS[view.zoom])
        words.append(f"on {day_name(view.on_day)}" if view.on_day else "")
    if view.pinned:
        words.append("only pins")
    return " · ".join(word for word in words if word)


def empty_text(view: View, any_events: bool) -> tuple[str, ...]:
    """Return the lines that stand where no event does, with what to press."""
    if not any_events:
        return _NO_EVENTS
    if view.importance == ALL_IMPORTANCES:
        return ("No event matches this filter.", "", _REMEDY)
    return ("No event of this importance matches.", "", "3 shows every importance.", _REMEDY)
