"""What a page that leaves the program says of itself: what was asked, as of when, and by what."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import Final

from kztimeline import __version__
from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.export.answer import CERTAIN_ONLY
from kztimeline.text.visible import visible

_EPOCH: Final = "SOURCE_DATE_EPOCH"
"""Names the seconds since 1970 that count as now, so that builds can be repeated."""
_SECONDS: Final = re.compile(r"[0-9]{1,20}")


def scope_line(query: str, as_of: str, made: dt.date, *, certain_only: bool = False) -> str:
    """Return one line, 'Selection: on energy · as of 2 Feb 2012 · made 26 Nov 2026 with kzt 0.1.0'.

    Args:
        query: What was asked, in words; empty where nothing was.
        as_of: The last day seen, in words; empty for the timeline as it is.
        made: The day on which the page is made.
        certain_only: Whether events that only possibly match were left out.
    """
    selected = ", ".join(filter(None, (visible(query), CERTAIN_ONLY if certain_only else "")))
    parts = (
        f"Selection: {selected}" if selected else "",
        f"as of {as_of}" if as_of else "",
        f"made {display(parse(made.isoformat()))} with kzt {__version__}",
    )
    line = " · ".join(filter(None, parts))
    return line[:1].upper() + line[1:]


def day_of_export() -> dt.date:
    """Return the day it is, or that `SOURCE_DATE_EPOCH` says it is."""
    return _named_day() or dt.datetime.now().astimezone().date()


def wrong_day_of_export() -> str:
    """Return what is wrong with the day that `SOURCE_DATE_EPOCH` names; nothing if all is well."""
    named = os.environ.get(_EPOCH, "")
    if not named or _named_day():
        return ""
    return f"{_EPOCH}: '{named}' is no number of seconds since 1970, up to the year {dt.MAXYEAR}"


def _named_day() -> dt.date | None:
    """Return the day that the variable names; None where it is not set, or names none."""
    seconds = _SECONDS.fullmatch(os.environ.get(_EPOCH, ""))
    try:
        return dt.datetime.fromtimestamp(int(seconds[0]), dt.UTC).date() if seconds else None
    except (ValueError, OverflowError, OSError):
        return None
