"""What an application does for its next start: its screen is kept, as that will draw it."""

from __future__ import annotations

import gc
import os
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kztimeline.tui.first_frame.circumstances import Size
from kztimeline.tui.first_frame.keeping import Keeper
from kztimeline.tui.screens.first_paint import FirstPaint
from kztimeline.tui.screens.timeline import TimelineScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kztimeline.tui.actions.action import Action
    from kztimeline.tui.app import TimelineApp
    from kztimeline.tui.first_frame.early import EarlyStart
    from kztimeline.tui.first_frame.frame import Frame
    from kztimeline.tui.first_frame.kept import Leads

_LONGEST: Final = 60
"""Seconds after which a screen that nobody waits for is given up."""
_LESS_URGENT: Final = 10
_LIKELY_FIRST: Final = {
    "next_event",
    "previous_event",
    "next_page",
    "previous_page",
    "first_event",
    "last_event",
}
"""Actions whose keys are drawn where they are the first after a start."""


class Keeping:
    """Keeps the screen of an application for the next start."""

    def __init__(self, app: TimelineApp, start: EarlyStart) -> None:
        self._app = app
        self._keeper = Keeper(start)

    def compare(self, frame: Frame | None) -> None:
        """Compare what was shown early with the first paint, beside what the reader does."""
        app, keeper = self._app, self._keeper
        shown, comes_again = app.session.timeline.subject, app.comes_again()

        def compare() -> None:
            if not keeper.compare(frame, shown, comes_again=comes_again):
                app.call_from_thread(app.say_out_of_date, keeper.subject == shown)

        app.run_worker(compare, thread=True, exit_on_error=False)

    def keep_next(self, application: Callable[[], TimelineApp]) -> None:
        """Keep what the next start will draw; without it, that start draws a little later.

        It is drawn in a process of its own, for which nobody waits who leaves.
        """
        size = Size(*self._app.size)
        drawn_from = self._app.session.timeline.subject
        if drawn_from != self._keeper.subject or not self._keeper.lacks(size):
            return
        # What another thread holds while a process is doubled would be held forever.
        if threading.active_count() > 1 or os.fork():
            return
        try:
            _go_behind()
            self._keeper.keep_next(
                size,
                lambda: _drawn(application(), size),
                lambda: _leads(self._app.actions, application, size),
            )
        finally:
            # Nothing of what the first process does at its end is to be done twice.
            os._exit(0)


def _go_behind() -> None:
    """Leave the terminal and its session, give way to others, and end in any case."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(_LONGEST)
    with suppress(OSError):
        os.nice(_LESS_URGENT)
    gc.disable()


def _leads(actions: Iterable[Action], application: Callable[[], TimelineApp], size: Size) -> Leads:
    """Return what the likeliest first keys lead to, each in an application of its own."""
    likely = (action for action in actions if action.id in _LIKELY_FIRST)
    drawn = ((action.keys, _drawn(application(), size, action.id)) for action in likely)
    return {keys: frame for keys, frame in drawn if frame is not None}


def _drawn(app: TimelineApp, size: Size, action: str = "") -> Frame | None:
    """Return the first paint of an application that has no terminal and changes no state.

    Args:
        app: The application.
        size: The size of the terminal.
        action: The id of an action, where the paint after it is wanted.
    """
    drawn: list[Frame | None] = []
    to_do = [action] if action else []

    def use(frame: Frame | None) -> None:
        screen = app.screen
        if to_do and isinstance(screen, TimelineScreen):
            screen.do(to_do.pop())
            FirstPaint(False, use).await_settled(screen, screen.is_settled)
            return
        drawn.append(frame if app.comes_again() else None)
        app.exit()

    app.memory = app.memory._replace(keep=lambda _view: None)
    app.first_paint = FirstPaint(True, use)
    app.run(headless=True, size=size)
    return drawn[0] if drawn else None
