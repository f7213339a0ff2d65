"""What the screen says about a view: how much is shown, by which choice, or why nothing."""

from __future__ import annotations

from collections.abc import Callable

from kztimeline.session.view import ALL_IMPORTANCES, View
from kztimeline.text.numbers import count_of


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
        return count_of(everything, "event")
    if certain < shown == found:
        return f"{certain} certain, {shown - certain} possible of {everything}"
    return f"{shown} of {everything}"


def matches_text(seen: int, hidden: int) -> str:
    """Return in words how many events a find has found, in the list and out of it."""
    found = "1 match" if seen == 1 else f"{seen} matches" if seen else "no match"
    return f"{found}, {hidden} hidden by the filter" if hidden else found


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
        from kztimeline.tui.commands.viewing import ZOOM_WORDS, day_name

        words.append(ZOOM_WORDS[view.zoom])
        words.append(f"on {day_name(view.on_day)}" if view.on_day else "")
    if view.pinned:
        words.append("only pins")
    return " · ".join(word for word in words if word)


def empty_text(
    view: View, leaves: Callable[[View], int | None], key: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the lines that stand where no event is shown: what hides them, and what to press.

    The filter is blamed only where it matches nothing; else whatever hides what it matches.

    Args:
        view: What was chosen.
        leaves: Returns how many events a view shows, or None where that cannot be told.
        key: Returns the key of an action.
    """
    undo = f"{key('undo')} undoes the last change."
    clear = f"{key('back')} clears the filter."
    matching = leaves(View(query=view.active_query)) or 0
    if not matching:
        nothing = "No event matches this filter." if view.active_query else "There are no events."
        return (nothing, "", *((undo, clear) if view.active_query else ()))
    limits = _limits(view, key)
    hidden = [
        (count, text, remedy)
        for without, text, remedy in limits
        if (count := leaves(without)) is not None and count > 0
    ]
    if hidden:
        lines = [f"{_match(count, view)}, {text}; {remedy}" for count, text, remedy in hidden]
    else:
        what = " and ".join(text for _without, text, _remedy in limits)
        lines = [f"{_match(matching, view)}, {what}:", *(f"{remedy}." for *_, remedy in limits)]
    return (*lines, "", undo, *((clear,) if view.active_query else ()))


def nothing_known_text(view: View, key: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines that stand where the day of a view comes before all events."""
    from kztimeline.timeline.as_of import day_words

    nothing = f"Nothing is known as of {day_words(view.as_of)}."
    return (nothing, "", f"{key('as_of')} changes the day or shows all days.")


def _match(count: int, view: View) -> str:
    events = count_of(count, "event")
    if not view.active_query:
        return events
    return f"{count} matches" if count == 1 else f"{count} match"


def _limits(view: View, key: Callable[[str], str]) -> list[tuple[View, str, str]]:
    """Return what else than the filter hides events: the view without it, in words, its end."""
    limits: list[tuple[View, str, str]] = []
    if view.as_of:
        from kztimeline.timeline.as_of import day_words

        after = f"all after {day_words(view.as_of)}"
        limits.append((view.but(as_of=""), after, f"{key('as_of')} ends as-of"))
    if view.on_day:
        from kztimeline.tui.commands.viewing import day_name

        other = f"none dated to {day_name(view.on_day)}"
        limits.append((view.but(on_day=""), other, f"{key('on_this_day')} shows all days"))
    if view.pinned:
        unpinned = "none of them pinned"
        limits.append((view.but(pinned=False), unpinned, f"{key('only_pins')} shows all"))
    if view.importance < ALL_IMPORTANCES:
        every = view.but(importance=ALL_IMPORTANCES)
        limits.append((every, "less important", f"{key('importance_3')} shows every importance"))
    if view.certain:
        perhaps = "none of them for certain"
        limits.append((view.but(certain=False), perhaps, f"{key('only_certain')} shows them"))
    return limits


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
        return f"This event is not pinned; {key('only_pins')} shows all events."
    if importance > view.importance:
        return f"This event is less important; {key('importance_3')} shows every importance."
    if view.on_day:
        return f"This event was on another day of the year; {key('on_this_day')} shows all days."
    return f"This event is hidden by the filter; {key('toggle_filter')} turns it off."


def invitation(from_file: bool, key: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines that stand in a timeline without events, with what to press.

    Args:
        from_file: Whether there is a file to add events to.
        key: Returns the key of an action.
    """
    leave = f"{key('help')} shows the keys, {key('quit')} quits."
    edit = (
        f"{key('edit')} opens its file in your editor:",
        "what you add appears here when you save.",
        "",
    )
    first = "There are no events in this timeline yet."
    return (first, "", *(edit if from_file else ()), leave)
