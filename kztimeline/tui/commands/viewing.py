"""What the keys do that change how much time and which knowledge is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.session.selection import is_on_day
from kztimeline.session.view import Zoom
from kztimeline.text.numbers import count_of
from kztimeline.timeline.as_of import day_words
from kztimeline.tui.render.list.groups import FOLDED, ZOOMS
from kztimeline.tui.render.overview.bins import LEVELS, levels

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.tui.screens.timeline import TimelineScreen

ZOOM_WORDS: Final[Mapping[Zoom, str]] = {
    "events": "",
    "years": "by year",
    "decades": "by decade",
    "time": "to scale",
}
"""What the title line says of a zoom of the list."""

_SAID: Final[Mapping[Zoom, str]] = {
    "events": "Every event · {z} by year",
    "years": "By year · {enter} opens · {z} decades",
    "decades": "By decade · {enter} opens · {z} spaced to scale",
    "time": "Spaced to scale; {z} returns to the list.",
}
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
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _zoom_list(screen: TimelineScreen) -> None:
    zoom = ZOOMS[(ZOOMS.index(screen.view.zoom) + 1) % len(ZOOMS)]
    screen.ask(zoom=zoom, opened=frozenset())
    screen.say(_SAID[zoom].format(z=screen.key("zoom_list"), enter=screen.key("read")))


def open_group(screen: TimelineScreen) -> bool:
    """Open the folded years the cursor is in; False where it is in none."""
    row = screen.list_view.row
    layout = screen.list_view.arrangement
    if row is None or screen.view.zoom not in FOLDED or not layout.is_folded(row):
        return False
    screen.ask(opened=screen.view.opened | {layout.year_of(row)})
    return True


def close_step(screen: TimelineScreen) -> bool:
    """Take one of the steps back that this module makes; False where there is none."""
    view, row = screen.view, screen.list_view.row
    if view.opened:
        year = screen.list_view.arrangement.year_of(row) if row is not None else None
        screen.ask(opened=view.opened - {year} if year in view.opened else frozenset())
    elif view.on_day:
        screen.ask(on_day="")
    elif view.as_of:
        screen.ask(as_of="")
    else:
        return False
    return True


def _zoom_band(screen: TimelineScreen, step: int) -> None:
    most = levels(screen.timeline.span)
    level = min(max(screen.view.band + step, 0), most) if step else 0
    if not screen.has_band:
        screen.say("Terminal too low for the overview (20 lines).")
    elif level == screen.view.band:
        screen.say(
            "The overview shows the whole span." if level == 0 else "Cannot zoom in further."
        )
    else:
        screen.ask(band=level)
        months = LEVELS[len(LEVELS) - most + level - 1] if level else 0
        screen.say(f"The overview shows {_STEPS.get(months, 'the whole span')}.")


def _toggle_running(screen: TimelineScreen) -> None:
    screen.ask(running=not screen.view.running)


def _open_as_of(screen: TimelineScreen) -> None:
    screen.entry.open("as of")


def as_of_text(screen: TimelineScreen) -> str:
    """Return what to offer as the day to be seen as of: the present one, or the event's."""
    if screen.view.as_of:
        return day_words(screen.view.as_of)
    event = screen.event
    day = event and (event.date.latest or event.date.earliest)
    return day_words(day.isoformat()) if day else ""


def _on_this_day(screen: TimelineScreen) -> None:
    if screen.view.on_day:
        screen.ask(on_day="")
        return
    today = screen.today()
    on_day = f"{today.month:02}-{today.day:02}"
    screen.ask(on_day=on_day)
    count = len(screen.shown)
    if count and screen.view.on_day == on_day:
        ends = screen.key("on_this_day")
        screen.say(f"{count_of(count, 'event')} on {day_name(on_day)}. {ends} shows all days.")


def day_name(on_day: str) -> str:
    """Return a day of the year in words: '21 November'."""
    month, _, day = on_day.partition("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]}"


def nothing_on_day(screen: TimelineScreen) -> tuple[str, ...]:
    """Return what to say where no event is known to have been on the day asked for."""
    following = next_day(screen, screen.today())
    return (
        f"No dated event on {day_name(screen.view.on_day)}.",
        f"Next: {following}." if following else "",
        f"{screen.key('on_this_day')} shows all days.",
    )


def next_day(screen: TimelineScreen, today: dt.date) -> str:
    """Return the next day of the year that events are dated to, or ''."""
    import datetime as dt

    events = screen.chosen.timeline.events
    for ahead in range(1, 366):
        day = dt.date.fromordinal(today.toordinal() + ahead)
        if any(is_on_day(event.date, day.month, day.day) for event in events):
            return day_name(f"{day.month}-{day.day}")
    return ""


ZOOM_COMMANDS: Final[Mapping[str, Callable[[TimelineScreen], None]]] = {
    "zoom_list": _zoom_list,
    "band_closer": partial(_zoom_band, step=1),
    "band_wider": partial(_zoom_band, step=-1),
    "band_whole": partial(_zoom_band, step=0),
    "running": _toggle_running,
    "as_of": _open_as_of,
    "on_this_day": _on_this_day,
}
"""The function of each action of this module, by its id."""
