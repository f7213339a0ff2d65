"""What an application does for its next start: its screen is kept, as that will draw it."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

from kztimeline.tui.first_frame import standing
from kztimeline.tui.first_frame.circumstances import Size
from kztimeline.tui.first_frame.keeping import Keeper
from kztimeline.tui.screens.first_paint import FirstPaint
from kztimeline.tui.widgets.overview import LARGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.tui.app import TimelineApp
    from kztimeline.tui.first_frame.early import EarlyStart
    from kztimeline.tui.first_frame.frame import Frame


class Keeping:
    """Keeps the screen of an application for the next start."""

    def __init__(self, app: TimelineApp, start: EarlyStart) -> None:
        self._app = app
        self._keeper = Keeper(start)
        app.first_paint = FirstPaint(standing.stands(), self._compare)

    def _compare(self, frame: Frame | None) -> None:
        """Compare what was shown early with the first paint, beside what the reader does."""
        app, comes_again = self._app, self._app.comes_again()

        def compare() -> None:
            if not self._keeper.compare(frame, comes_again=comes_again):
                app.call_from_thread(app.say_out_of_date)

        app.run_worker(compare, thread=True, exit_on_error=False)

    def keep_next(self, application: Callable[[], TimelineApp]) -> None:
        """Keep what the next start will draw; without it, that start draws a little later.

        Of very many events it would take seconds, for which nobody waits who leaves: of
        these only the first paint is kept, for a start at the same view.
        """
        if len(self._app.session.timeline.events) > LARGE:
            return
        size = Size(*self._app.size)
        gc.disable()
        with suppress(Exception):
            self._keeper.keep_next(size, lambda: _drawn(application(), size))


def _drawn(app: TimelineApp, size: Size) -> Frame | None:
    """Return the first paint of an application that has no terminal and changes no state."""
    drawn: list[Frame | None] = []

    def use(frame: Frame | None) -> None:
        drawn.append(frame if app.comes_again() else None)
        app.exit()

    app.memory = app.memory._replace(keep=lambda _view: None)
    app.first_paint = FirstPaint(True, use)
    app.run(headless=True, size=size)
    return drawn[0] if drawn else None
