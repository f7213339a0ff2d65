"""The rows of a timeline's CSV as they were written, kept in the user's cache beside it.

To write them anew every event is read, with its sources and the offices of its actors.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading import locations
from kztimeline.loading.cache import digest_of
from kztimeline.loading.kept import folder
from kztimeline.loading.kept.segments import UnpackError, pack, unpack
from kztimeline.timeline.bulk.number_bytes import from_numbers, to_numbers

if TYPE_CHECKING:
    from kztimeline.timeline.model import Position, Timeline

_ROOMS: Final = ("export",)
"""The parts of the program that rows depend on besides those that the timeline does."""
_POSITIONS, _ENDS, _ROWS = "positions", "ends", "rows"
_DAMAGES: Final = (UnpackError, ValueError, TypeError, KeyError, IndexError)


def keep_rows(timeline: Timeline, positions: Sequence[Position], lines: Sequence[bytes]) -> None:
    """Keep the CSV of all events.

    Args:
        timeline: The timeline.
        positions: Where the event of each row stands in it, in the order of the rows.
        lines: The header, and the rows.
    """
    subject = _subject(timeline)
    if subject and sum(map(len, lines)) <= folder.LARGEST:
        segments = {
            _POSITIONS: from_numbers(positions),
            _ENDS: from_numbers(accumulate(map(len, lines), initial=0)),
            _ROWS: b"".join(lines),
        }
        folder.keep(locations.user_cache(), _name(timeline), pack(subject, segments))


def kept_rows(
    timeline: Timeline, positions: Sequence[Position], most: int | None = None
) -> bytes | None:
    """Return the CSV of some events, header and all; None where it is not kept.

    Args:
        timeline: The timeline.
        positions: Where they stand in it, ascending.
        most: How many rows at most.
    """
    subject = _subject(timeline)
    content = folder.read_kept(locations.user_cache(), _name(timeline)) if subject else None
    if content is None:
        return None
    try:
        segments = unpack(content, subject)
        order, ends = to_numbers(segments[_POSITIONS]), to_numbers(segments[_ENDS])
        rows = segments[_ROWS]
        if len(ends) != len(order) + 2 or len(order) != len(timeline.events):
            return None
        if len(positions) == len(order) and most is None:
            return bytes(rows)
        wanted = set(positions)
        chosen = [number for number, position in enumerate(order, 1) if position in wanted]
        return b"".join(rows[ends[at] : ends[at + 1]] for at in (0, *chosen[:most]))
    except _DAMAGES:
        return None


def _subject(timeline: Timeline) -> bytes:
    """Return what changes whenever the rows would, as a SHA-256; nothing where it is not known."""
    if not timeline.subject:
        return b""
    try:
        # Another Python may quote a cell where this one does not.
        return digest_of(timeline.subject + sys.version.encode(), _ROOMS)
    except OSError:
        return b""


def _name(timeline: Timeline) -> str:
    return folder.name_for("rows", Path(timeline.path), "packed")
