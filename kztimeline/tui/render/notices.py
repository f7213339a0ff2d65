"""What the screen says about a view: how much is shown, by which choice, or why nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import day_name
from kztimeline.session.limits import (
    AS_OF,
    CERTAIN,
    FILTER,
    IMPORTANCE,
    LIMITS,
    ON_DAY,
    Limit,
    filter_off_words,
    limits_of,
)
from kztimeline.session.step_back import step_back
from kztimeline.session.view import View
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.session.view import Zoom
    from kztimeline.timeline.model import Timeline

_ZOOMS: Final[Mapping[Zoom, str]] = {
    "events": "",
    "years": "by year",
    "decades": "by decade",
    "time": "to scale",
}
"""What the title line says of a zoom of the list."""


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
        return f"{shown:,} of {everything:,} · {shown - certain:,} possible"
    return f"{shown:,} of {everything:,}"


def matches_text(seen: int, hidden: int) -> str:
    """Return in words how many events a find has found, in the list and out of it."""
    found = count_of(seen, "match", "matches") if seen else "no match"
    return f"{found}, {hidden:,} hidden by the filter" if hidden else found


def choice_text(view: View, timeline: Timeline, hit: tuple[int, int] | None = None) -> str:
    """Return the filter, the find, the importance and whatever else is in force.

    Args:
        view: What was chosen.
        timeline: Of which timeline.
        hit: Which of how many matches of the find is selected, if one is.
    """

    def said(*limits: Limit) -> list[str]:
        return [limit.words(view, timeline) for limit in limits if limit.is_on(view)]

    which = f"{hit[0]:,} of {hit[1]:,} · " if hit else ""
    words = [
        *(said(FILTER) or [filter_off_words(view, timeline)]),
        *said(CERTAIN),
        f"{which}/{view.find}" if view.find else "",
        *said(IMPORTANCE),
        _ZOOMS[view.zoom],
        *said(*(limit for limit in LIMITS if limit not in (FILTER, CERTAIN, IMPORTANCE))),
    ]
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
    limits = [limit for limit in limits_of(view) if limit is not FILTER]
    lines = [
        f"{_match(count, view)}, {limit.empties(view)}; {_end(limit, key)}"
        for limit in limits
        if (count := leaves(limit.end(view))) is not None and count > 0
    ]
    if not lines:
        what = " and ".join(limit.empties(view) for limit in limits)
        remedies = (f"{_end(limit, key)}." for limit in limits)
        lines = [f"{_match(matching, view)}, {what}:", *remedies]
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
    return f"{count:,} matches" if count == 1 else f"{count:,} match"


def _end(limit: Limit, key: Callable[[str], str]) -> str:
    return limit.ends.format(key=key(limit.action))


def came_later_text(key: Callable[[str], str]) -> str:
    """Return why an event that is led to is not shown, which came after the day as of which."""
    return f"This event came later; {key('as_of')} with no date shows all days."


def lifted_text(lifted: Sequence[Limit], key: Callable[[str], str]) -> str:
    """Return what hid an event that was gone to, what is shown for it, and how to go back."""
    hid = " and ".join(limit.hides for limit in lifted)
    now = " and ".join(limit.lifted for limit in lifted)
    return f"This event was {hid}; now {now}. {key('undo')} goes back."


def measuring_text(measured: str, view: View, key: Callable[[str], str]) -> str:
    """Return how far two events are apart, and how to compare them, to close that or to end it."""
    if view.page == "pair":
        return f"{measured} · {key('mark')} or {key('back')} closes"
    return f"{measured} · {key('mark')} compares · {key('back')} ends"


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


def in_words(view: View, timeline: Timeline) -> str:
    """Return what a view shows, as the title line says it, and as of which day."""
    from kztimeline.timeline.as_of import day_words

    as_of = f"as of {day_words(view.as_of)}" if view.as_of else ""
    return " · ".join(filter(None, (choice_text(view, timeline), as_of))) or "everything"


def no_pins_text(key: Callable[[str], str]) -> tuple[str, ...]:
    """Return the lines that stand in place of the pinned events where there are none."""
    return "No event is pinned.", "", f"{key('only_pins')} shows all events again."


def nothing_on_day_text(
    view: View,
    dates: Mapping[Date, int],
    leaves: Callable[[View], int | None],
    key: Callable[[str], str],
    *,
    typing: bool = False,
) -> tuple[str, ...]:
    """Return the lines that stand where no event shown is known to have been on a day of the year.

    Args:
        view: What is shown, with the day.
        dates: The dates of what it would show on all days, at least one, and how often each.
        leaves: Returns how many events a view shows, or None where that cannot be told.
        key: Returns the key of an action.
        typing: Whether a day is being typed, so that no other key is one.
    """
    there = day_name(view.on_day)
    others_on = [limit for limit in limits_of(view) if limit not in (ON_DAY, AS_OF)]
    none = f"{_match(sum(dates.values()), view)}, none dated to {there}." if others_on else ""
    none = none or f"No dated event on {there}."
    following = day_of_year_with_events(dates, view.on_day, 1)
    if typing:
        return none, f"Next: {day_name(following)}." if following else "", "Type another day."
    hidden = [
        f"{count_of(count, 'event')} on {there}, {limit.empties(view)}; {_end(limit, key)}."
        for limit in others_on
        if (count := leaves(limit.end(view)))
    ]
    next_day = f"Next: {day_name(following)}; {key('next_on_day')} goes there." if following else ""
    others = f"{key('on_this_day')} asks for another day; with none it shows all days."
    given_up = step_back(view)
    if given_up and "on_day" in given_up.changes:
        others = f"{key('on_this_day')} asks for another day, {key('back')} shows all days."
    return none, *hidden, next_day, others


def day_of_year_with_events(dates: Iterable[Date], on_day: str, direction: int) -> str:
    """Return the next day of the year (or the previous one) that a date names, or ''."""
    import datetime as dt

    from kztimeline.session.limits import days_of_year

    dated = {day for date in dates for day in days_of_year(date)}
    month, day = map(int, on_day.split("-"))
    # A leap year, so that 29 February is a day.
    start = dt.date(2024, month, day).toordinal() - dt.date(2024, 1, 1).toordinal()
    for ahead in range(1, 366):
        there = dt.date(2024, 1, 1) + dt.timedelta(days=(start + direction * ahead) % 366)
        if (there.month, there.day) in dated:
            return f"{there:%m-%d}"
    return ""
