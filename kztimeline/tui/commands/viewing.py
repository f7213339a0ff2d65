"""The view: how much matters, how much time is shown, and which knowledge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.session.view import ALL_IMPORTANCES, History
from kztimeline.text.numbers import count_of
from kztimeline.tui.actions.action import Action, grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kztimeline.session.pins import PinChange
    from kztimeline.session.telling.undoing import TakenBack
    from kztimeline.session.view import Zoom
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

_SAID: Final[Mapping[Zoom, str]] = {
    "events": "Every event · {z} by year",
    "years": "By year · {enter} opens · {z} decades",
    "decades": "By decade · {enter} opens · {z} spaced to scale",
    "time": "Spaced to scale; {z} returns to the list.",
}
_IMPORTANCES: Final = {1: "Key events only", 2: "Minor events hidden", 3: "Every importance"}
_STEPS: Final = {
    240: "20 years",
    120: "10 years",
    60: "5 years",
    24: "2 years",
    12: "a year",
    6: "6 months",
    3: "3 months",
    1: "a month",
}


def show_importance(workspace: Workspace, importance: int) -> None:
    """Show the events up to an importance, and say how many that are."""
    session, every = workspace.session, workspace.key("importance_3")
    count = session.leaves(session.coming.but(importance=importance))
    workspace.ask(importance=importance)
    if count is None:
        return
    said = f"{_IMPORTANCES[importance]}: {count_of(count, 'event')}"
    remedy = "" if importance == ALL_IMPORTANCES else f"; {every} shows all"
    workspace.say(f"{said}{remedy}.")


def zoom_list(workspace: Workspace) -> None:
    """Draw the list at the next zoom."""
    from kztimeline.tui.render.list.groups import ZOOMS

    zoom = ZOOMS[(ZOOMS.index(workspace.session.view.zoom) + 1) % len(ZOOMS)]
    workspace.ask(zoom=zoom, opened=frozenset())
    workspace.say(_SAID[zoom].format(z=workspace.key("zoom_list"), enter=workspace.key("read")))


def zoom_overview(workspace: Workspace, step: int) -> None:
    """Zoom the overview in or out by a step, or for 0 out to the whole span."""
    from kztimeline.tui.render.overview.bins import LEVELS, levels

    if workspace.session.view.topics:
        _scroll_topics(workspace, step)
        return
    band = workspace.session.view.band
    most = levels(workspace.session.timeline.closed_period)
    level = min(max(band + step, 0), most) if step else 0
    if not workspace.room.overview_lines:
        workspace.say(_too_low(workspace))
    elif level == band:
        whole = "The overview shows the whole span."
        workspace.say(whole if level == 0 else "Cannot zoom in further.")
    else:
        workspace.ask(band=level)
        months = LEVELS[len(LEVELS) - most + level - 1] if level else 0
        workspace.say(f"The overview shows {_STEPS.get(months, 'the whole span')}.")


def _too_low(workspace: Workspace) -> str:
    """Return that the overview has no room, and how much it needs."""
    above = ", 30 above a page" if workspace.session.view.reading else ""
    return f"Terminal too low: the overview needs 20 lines{above}."


def _scroll_topics(workspace: Workspace, direction: int) -> None:
    """Scroll the topics by half of those in sight, or for 0 back to the first."""
    from kztimeline.tui.render.overview.topic_strip import most_passed

    lines, topics = workspace.room.overview_lines, len(workspace.session.timeline.topics)
    most, now = most_passed(topics, lines), workspace.session.coming.topics_passed
    there = min(max(now + direction * max(lines // 2, 1), 0), most) if direction else 0
    if not lines:
        workspace.say(_too_low(workspace))
    elif not most:
        workspace.say(f"All topics are shown; {workspace.key('topics')} goes back to the events.")
    elif there == now:
        workspace.say("These are the last topics." if there else "These are the first topics.")
    else:
        workspace.ask(record=False, topics_passed=there)


def toggle_topics(workspace: Workspace) -> None:
    """Let the overview show topics by year, or all events again."""
    if not workspace.room.overview_lines:
        workspace.say(_too_low(workspace))
        return
    on = not workspace.session.coming.topics
    workspace.ask(record=False, topics=on, topics_passed=0)
    if not on:
        return
    more = len(workspace.session.timeline.topics) >= workspace.room.overview_lines
    keys = f"{workspace.key('band_closer')} {workspace.key('band_wider')}"
    scroll = f" · {keys} scroll" if more else ""
    filters = f"{workspace.key('filter')} topic:… in:…"
    workspace.say(f"Click a cell to see its events, or type {filters}{scroll}")


def type_as_of(workspace: Workspace) -> None:
    """Have the reader type the day as of which the timeline is shown."""
    from kztimeline.tui.prompts.date import AsOfPrompt

    workspace.prompt(AsOfPrompt(workspace))


def type_day_of_year(workspace: Workspace) -> None:
    """Show what happened on today's day of the year, and have the reader type another."""
    from kztimeline.tui.prompts.on_day import OnDayPrompt

    prompt = OnDayPrompt(workspace)
    workspace.prompt(prompt)
    prompt.begin()


def to_day_with_events(workspace: Workspace, direction: int) -> None:
    """Show the next day of the year that has events, or the previous one."""
    from kztimeline.tui.prompts.on_day import show_on_day
    from kztimeline.tui.render.notices import day_of_year_with_events

    session = workspace.session
    dates = session.dates_on_all_days()
    there = day_of_year_with_events(dates, session.view.on_day, direction)
    if there:
        show_on_day(workspace, there)
    else:
        workspace.say("No other day of the year has an event to show.")


def undo(workspace: Workspace) -> None:
    """Take the last step back, and say which: a view, or a change of pins and notes."""
    again = f" {workspace.key('redo')} redoes it."
    _step(workspace, workspace.session.pin_steps.undo, History.undo, "Undone", again)


def redo(workspace: Workspace) -> None:
    """Redo the last step that was undone, and say which: a view, or a change of pins and notes."""
    _step(workspace, workspace.session.pin_steps.redo, History.redo, "Redone", "")


def _step(
    workspace: Workspace,
    of_pins: Callable[[History, Callable[[PinChange], bool]], TakenBack | None],
    of_views: Callable[[History], History],
    done: str,
    further: str,
) -> None:
    """Go one step along the pins or the views, whichever is next, and say what that changed."""
    from kztimeline.session.telling.undoing import change_in_words

    session = workspace.session
    if step := of_pins(session.ahead, session.pinboard.put):
        changed = "it was changed in another window since, and stays"
        workspace.say(
            f"{done}: {step.words}.{further}"
            if step.done
            else f"Not {done.lower()}: {step.words}; {changed}."
        )
        workspace.show_pins()
        return
    now, then = session.ahead, of_views(session.ahead)
    if then is now:
        return
    # What is undone is what was done: told from the earlier view to the later one.
    earlier, later = sorted((now, then), key=lambda history: len(history.past))
    words = change_in_words(earlier.present, later.present, session.timeline)
    workspace.travel(of_views)
    workspace.say(f"{done}: {words}.{further}")


def change_theme(workspace: Workspace) -> None:
    """Change between dark and light."""
    if said := workspace.program.change_theme():
        workspace.say(said)


def _empty_day(here: Situation) -> bool:
    return here.on_day and not (here.page or here.shown)


def _on_day(here: Situation) -> bool:
    # Words that are looked for keep their keys.
    return _empty_day(here) or (here.on_day and here.shown and not here.find)


ACTIONS: Final = grouped(
    "View",
    Action(
        "importance_1",
        ("1",),
        "key events",
        "Show only key events",
        partial(show_importance, importance=1),
        words="important headlines",
    ),
    Action(
        "importance_2",
        ("2",),
        "without minor events",
        "Hide minor events",
        partial(show_importance, importance=2),
    ),
    Action(
        "importance_3",
        ("3",),
        "all",
        "Show every event",
        partial(show_importance, importance=3),
    ),
    Action(
        "undo",
        ("u",),
        "undo",
        "Undo the last filter, jump, pin, note or change of view",
        undo,
        when=lambda here: here.undo,
        words="revert mistake",
    ),
    Action(
        "redo",
        ("U",),
        "redo",
        "Redo what was undone",
        redo,
        when=lambda here: here.redo,
    ),
    Action(
        "zoom_list",
        ("z",),
        "group",
        "Group the list by year, by decade or to scale, or list every event",
        zoom_list,
        words="years decades fold outline group",
    ),
    Action(
        "topics",
        ("Z",),
        "topics by year",
        "Show topics by year in the overview; a click on a cell, or a filter such as "
        "topic:energy in:2012, shows its events",
        toggle_topics,
        words="strip heat map subjects",
    ),
    Action(
        "band_closer",
        ("+", "="),
        "closer",
        "Zoom the overview in on the event, to a month; scroll topics down",
        partial(zoom_overview, step=1),
        words="zoom in",
    ),
    Action(
        "band_wider",
        ("-",),
        "wider",
        "Zoom the overview out; scroll topics up",
        partial(zoom_overview, step=-1),
        words="zoom out",
    ),
    Action(
        "band_whole",
        ("0",),
        "whole span",
        "Show the whole span in the overview",
        partial(zoom_overview, step=0),
    ),
    Action(
        "as_of",
        ("a",),
        "as of",
        "Hide everything after a date, in this session, and mark what was under way",
        type_as_of,
        words="past knowledge history back then",
    ),
    Action(
        "on_this_day",
        ("T",),
        "on this day",
        "Show what happened on a day of the year: today, or any other",
        type_day_of_year,
        words="anniversary today birthday",
    ),
    Action(
        "next_on_day",
        ("n",),
        "next day with events",
        "Show the next day of the year with events",
        partial(to_day_with_events, direction=1),
        when=_on_day,
        rank=1,
    ),
    Action(
        "previous_on_day",
        ("N",),
        "previous day with events",
        "Show the previous day of the year with events",
        partial(to_day_with_events, direction=-1),
        when=_on_day,
    ),
    Action(
        "next_from_empty_day",
        ("l", "right"),
        "next from empty day",
        "From a day of the year without events, show the next that has some",
        partial(to_day_with_events, direction=1),
        when=_empty_day,
    ),
    Action(
        "previous_from_empty_day",
        ("h", "left"),
        "previous from empty day",
        "From a day of the year without events, show the previous one that has some",
        partial(to_day_with_events, direction=-1),
        when=_empty_day,
    ),
    Action(
        "toggle_theme",
        ("D",),
        "dark/light",
        "Change between dark and light",
        change_theme,
        words="theme colour color light dark mode",
    ),
)
