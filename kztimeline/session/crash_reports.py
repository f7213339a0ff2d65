"""What is left of a failure of the screen: a report in the state folder, and a sentence.

The report holds versions, the view and where the program failed. It never holds a
note: the values of variables are left out, and notes are struck from what an error says.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import traceback
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from kztimeline import __version__
from kztimeline.loading.files.disk import write_whole
from kztimeline.loading.locations import user_state
from kztimeline.session.state.view_records import view_to_dict
from kztimeline.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kztimeline.session.view import View

KEPT: Final = 5
"""So many reports are kept, the latest."""

EARLY: Final = 3.0
"""A failure after fewer seconds may be that of the view that was resumed."""

_LIBRARIES: Final = ("textual", "rich")
_VARIABLES: Final = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL")
_STRUCK: Final = "[note]"


def crash_report(error: BaseException, view: View | None, notes: Iterable[str] = ()) -> str:
    """Return the text of a report.

    Args:
        error: What was raised.
        view: What was shown, where that is known.
        notes: The reader's notes, which must not stand in it.
    """
    text = "\n".join(_lines(error, view)) + "\n"
    for note in sorted(filter(None, notes), key=len, reverse=True):
        text = text.replace(note, _STRUCK)
    return text


def _lines(error: BaseException, view: View | None) -> Iterator[str]:
    yield f"kzt {__version__}: report of a failure of the screen"
    yield f"time: {dt.datetime.now(dt.UTC).isoformat(timespec='seconds')}"
    yield f"Python {platform.python_version()} on {platform.platform()}"
    yield ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    for name in _VARIABLES:
        if name in os.environ:
            yield f"{name}={os.environ[name]}"
    shown = "unknown" if view is None else json.dumps(view_to_dict(view), ensure_ascii=False)
    yield f"view: {shown}"
    yield ""
    yield "".join(traceback.format_exception(error)).rstrip()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def keep_report(text: str) -> Path:
    """Write a report into the state folder, and drop the oldest beyond `KEPT`.

    Raises:
        OSError: it cannot be written.
    """
    folder = user_state()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"crash-{dt.datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    write_whole(path, text.encode("utf-8", "backslashreplace"))
    path.chmod(0o600)
    for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def keep_and_tell(error: BaseException, text: str) -> str:
    """Keep a report and return what to tell the reader."""
    failed = f"the screen has failed ({type(error).__name__})"
    kept = (
        "Pins, notes and saved views are kept; `kzt list` and `kzt show` work without the screen."
    )
    try:
        path = keep_report(text)
    except OSError as reason:
        return f"{failed}; no report could be written: {reason.strerror or reason}\n    {kept}"
    return f"{failed}; what it was doing is in {visible(str(path))}\n    {kept}"
