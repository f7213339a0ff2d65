"""The timeline on the terminal; Textual is imported when it is opened.

Knows no command line.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kztimeline.loading.files.stamps import FileState
    from kztimeline.timeline.model import Document, Timeline
    from kztimeline.tui.app import TimelineApp
    from kztimeline.tui.first_frame.early import EarlyStart
    from kztimeline.tui.next_start import Keeping

FAILED = 1
"""The exit code of an application that failed."""


class Ending(NamedTuple):
    """How the screen ended: its exit code, and what is to be said of a failure."""

    code: int
    failure: str


def run(
    timeline: Timeline,
    *,
    documents: Path | None = None,
    theme: str | None = None,
    keys: Mapping[str, str] | None = None,
    plain_signs: bool = False,
    first_read: FileState | None = None,
    start: EarlyStart | None = None,
    notice: str = "",
) -> Ending:
    """Open a timeline on the terminal and return when the reader leaves or it ends otherwise.

    Args:
        timeline: What to show.
        documents: The folder with the texts of its documents, to quote from them.
        theme: The name of the theme to start with.
        keys: For an action's id, the keys it takes, separated by commas.
        plain_signs: Whether signs and lines are drawn in ASCII.
        first_read: How its files stood just before they were read.
        start: How the start found things, where the screen is to be kept for the next.
        notice: What the reader is to be told first, such as a fault of the settings.
    """
    from kztimeline.tui.render.welcome import is_first_run

    # Collecting garbage while everything is loaded takes a sixth of the start;
    # the application enables it with its first paint.
    gc.disable()
    try:

        def application(timeline: Timeline) -> TimelineApp:
            return _application(timeline, documents, theme, keys, plain_signs)

        app = application(timeline)
        # When its files are read again, the memory it takes is to be given back.
        del timeline
        app.welcome, app.notice = is_first_run(), notice
        app.session.first_read = first_read
        keeping = _keeping(app, start) if start is not None else None
        # A failure is reported below, and not with the values of all variables.
        app.error_console.quiet = True
        started = monotonic()
        app.run()
        code = app.return_code or 0
        if keeping is not None and not code:
            keeping().keep_next(lambda: application(app.session.timeline))
        return Ending(code, _failure(app, monotonic() - started) if code == FAILED else "")
    finally:
        gc.enable()


def _keeping(app: TimelineApp, start: EarlyStart) -> Callable[[], Keeping]:
    """Have the first paint kept for the next start; return what does so."""
    from kztimeline.tui.first_frame import standing
    from kztimeline.tui.screens.first_paint import FirstPaint

    @cache
    def keeping() -> Keeping:
        # Loaded when the first paint stands.
        from kztimeline.tui.next_start import Keeping

        return Keeping(app, start)

    app.first_paint = FirstPaint(standing.stands(), lambda frame: keeping().compare(frame))
    return keeping


def _failure(app: TimelineApp, seconds: float) -> str:
    """Keep a report of what ended the screen after some seconds; return what to say of it."""
    from kztimeline.session.crash_reports import EARLY, crash_report, keep_and_tell
    from kztimeline.session.view import View

    # Textual has no public name for it; without one the report says less.
    error = getattr(app, "_exception", None) or RuntimeError("the cause is not known")
    if seconds < EARLY:
        # It may be the view: to resume it would fail again, at every start.
        app.memory.keep(View())
    return keep_and_tell(error, crash_report(error, *app.last_state))


def _application(
    timeline: Timeline,
    documents: Path | None,
    theme: str | None,
    keys: Mapping[str, str] | None,
    plain_signs: bool = False,
) -> TimelineApp:
    from kztimeline.session.resume import memory_of
    from kztimeline.tui.app import TimelineApp

    path = Path(timeline.path)

    @cache
    def find_folder() -> Path:
        from kztimeline.session.settings import documents_folder

        return documents_folder(documents, path)

    @cache
    def text_of(document: Document) -> str | None:
        from kztimeline.documents.texts import find_text

        return find_text(document, find_folder())

    memory = memory_of(timeline)
    return TimelineApp(timeline, text_of, theme, keys, memory, find_folder, plain_signs=plain_signs)
