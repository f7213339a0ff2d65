"""What the screen says about a view: how much is shown, by which choice, or why nothing."""

from __future__ import annotations

from collections.abc import Callable

from kztimeline.view import ALL_IMPORTANCES, View


def count_text(view: View, shown: int, certain: int, found: int, everything: int) -> str:
    """Return how many events are shown, such as '7 of 58'.

    Args:
        view: What was chosen.
        shown: The number of events shown.
        certain: How many events surely match the filter, of any importance.
        found: How many events match the filter, surely or possibly.
        everything: The number of events that may be known.
    """
    if everything == shown and not view.active_query:
        return f"{everything} event" if everything == 1 else f"{everything} events"
    if certain < shown == found:
        return f"{certain} certain, {shown - certain} possible of {everything}"
    return f"{shown} of {everything}"


def choice_text(view: View) -> str:
    """Return the filter, the find, the importance and whatever else is in force."""
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


def empty_text(view: View, key: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines that stand where no event matches, with what to press.

    Args:
        view: What was chosen.
        key: Returns the key of an action.
    """
    if view.as_of and not view.active_query and view.importance == ALL_IMPORTANCES:
        from kztimeline.asof import day_words

        nothing = f"Nothing is known as of {day_words(view.as_of)}."
        return (nothing, "", f"{key('back')} shows all days.")
    remedy = (f"{key('undo')} takes the last change back,", f"{key('back')} clears the filter.")
    if view.importance == ALL_IMPORTANCES:
        return ("No event matches this filter.", "", *remedy)
    wider = f"{key('importance_3')} shows every importance,"
    return ("No event of this importance", "matches the filter.", "", wider, *remedy)


def hidden_text(view: View, importance: int, known: bool, key: Callable[[str], str]) -> str:
    """Return why an event that is led to is not shown, and what would show it.

    Args:
        view: What was chosen.
        importance: How important the event is.
        known: Whether it could be known on the day of the view.
        key: Returns the key of an action.
    """
    if not known:
        return f"This event came later; {key('as_of')} with no date shows all days."
    if view.pinned:
        return "Only the pins are shown, and this event is not pinned."
    if importance > view.importance:
        return f"This event is not important enough to be shown; {key('importance_3')} shows all."
    if view.on_day:
        return f"This event was on another day of the year; {key('on_this_day')} shows all days."
    return f"The filter hides this event; {key('toggle_filter')} switches the filter off."


def invitation(from_file: bool, key: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines that stand in a timeline without events, with what to press.

    Args:
        from_file: Whether there is a file to add events to.
        key: Returns the key of an action.
    """
    leave = f"{key('help')} shows the keys, {key('quit')} leaves."
    edit = (
        f"{key('edit')} opens its file in your editor:",
        "what you add appears here when you save.",
        "",
    )
    first = "There are no events in this timeline yet."
    return (first, "", *(edit if from_file else ()), leave)
