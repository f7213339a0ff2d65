"""The first thing that `kzt` does: draw the screen that is kept, if it is still true.

And have what the first key leads to drawn after it.
"""

from __future__ import annotations

import os
import sys
import termios
from pathlib import Path
from typing import NamedTuple

from kztimeline.loading.locations import timeline_path
from kztimeline.session.state.state_files import state_key
from kztimeline.tui.first_frame import standing
from kztimeline.tui.first_frame.circumstances import (
    Circumstances,
    Size,
    circumstances,
    digest_with_program,
)
from kztimeline.tui.first_frame.kept import Kept, is_kept, recall

_STREAMS = (0, 1, 2)


class EarlyStart(NamedTuple):
    """How a start found things.

    Attributes:
        timeline: The path of the timeline.
        size: The size of the terminal.
        circumstances: What its screen depends on.
        kept: What was drawn, if anything.
    """

    timeline: Path
    size: Size
    circumstances: Circumstances
    kept: Kept | None


def show_early(named: Path | None = None) -> EarlyStart | None:
    """Draw the kept screen of a timeline if all that it depends on is as it was.

    Args:
        named: The path of the timeline, where it is not the one that the user has set.

    Returns:
        How things were found, to keep the screen by; None where none is to be kept.
    """
    size = _terminal()
    if size is None:
        return None
    timeline = timeline_path(named)
    found = circumstances_of(timeline, size)
    if found is None:
        return None
    # To look at every file of the program would be for nothing where no frame is kept.
    kept = recall(timeline, digest_with_program(found)) if is_kept(timeline) else None
    if kept is not None and kept.frame.size != size:
        kept = None
    try:
        if kept is None:
            standing.hush()
        else:
            standing.put(kept.frame)
            standing.await_key(kept.led_to)
    except (OSError, termios.error):
        return None
    return EarlyStart(timeline, size, found, kept)


def circumstances_of(timeline: Path, size: Size) -> Circumstances | None:
    """Return what the screen of a timeline depends on now."""
    return circumstances(timeline, state_key(str(timeline)), size)


def _terminal() -> Size | None:
    """Return the size of a terminal that a frame may be drawn on; None for anything else."""
    if os.environ.get("TERM", "") in ("", "dumb") or not all(map(os.isatty, _STREAMS)):
        return None
    # What is drawn early is UTF-8.
    if getattr(sys.__stderr__, "encoding", "").lower().replace("-", "") != "utf8":
        return None
    # A size that is told otherwise, or a terminal that somebody else has, is left alone.
    if "COLUMNS" in os.environ or "LINES" in os.environ:
        return None
    try:
        if os.tcgetpgrp(0) != os.getpgrp():
            return None
        size = os.get_terminal_size(1)
    except OSError:
        return None
    return Size(*size) if all(size) else None
