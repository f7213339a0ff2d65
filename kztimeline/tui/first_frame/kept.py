"""Frames in the user's cache: found for what they depend on, or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from kztimeline.loading.kept import folder
from kztimeline.loading.kept.folder import Stamp
from kztimeline.loading.kept.segments import UnpackError, from_json, pack, to_json, unpack
from kztimeline.loading.locations import user_cache
from kztimeline.tui.first_frame.frame import Frame, FrameError, from_plain, to_plain

_CELLS: Final = "cells"
_MADE_FROM: Final = "made from"
_STAMPS: Final = "stamps"
_NO_PLAIN_VALUES: Final = (ValueError, TypeError, AttributeError, RecursionError)
_AFTER: Final = "after "
"""Begins the name of what keys lead to; these follow, with spaces between them."""
_MOST_BYTES: Final = 1024 * 1024
"""Bytes that a frame may have."""
_MOST_FRAMES: Final = 8

Leads: TypeAlias = Mapping[tuple[str, ...], Frame]
"""For the keys of an action, what they lead to."""


class Kept(NamedTuple):
    """A frame that is kept.

    Attributes:
        frame: The frame.
        subject: The SHA-256 of the files that it was drawn from.
        after: What some keys lead to from there, as JSON, by their names.
        stamps: How the kept files stood that it was drawn from, whose seals held.
    """

    frame: Frame
    subject: bytes
    after: Mapping[str, memoryview] = {}
    stamps: Mapping[str, Stamp] = {}

    def led_to(self, key: str) -> Frame | None:
        """Return the frame that a key leads to; None where none is kept, or it is bad."""
        try:
            return _frame(self.after[key])
        except (FrameError, KeyError, ValueError, RecursionError):
            return None


def is_kept(timeline: Path) -> bool:
    """Tell whether a frame of a timeline is kept, whatever it was drawn for."""
    # Not there is also what may not be looked at.
    return os.path.lexists(user_cache() / _name(timeline))


def recall(timeline: Path, digest: bytes) -> Kept | None:
    """Return the frame that is kept for circumstances; None where there is none, or it is bad.

    Args:
        timeline: The path of the timeline that it shows.
        digest: That of the circumstances and the program.
    """
    content = folder.read_kept(user_cache(), _name(timeline), _MOST_BYTES * _MOST_FRAMES)
    if content is None:
        return None
    try:
        segments = unpack(content, digest)
        frame, subject = _frame(segments[_CELLS]), bytes(segments[_MADE_FROM])
        stamps = {str(name): tuple(stamp) for name, stamp in from_json(segments[_STAMPS]).items()}
    except (UnpackError, FrameError, KeyError, *_NO_PLAIN_VALUES):
        return None
    named = [(name, segment) for name, segment in segments.items() if name.startswith(_AFTER)]
    after = {key: segment for name, segment in named for key in name.split(" ")[1:]}
    return Kept(frame, subject, after, stamps)


def keep_frame(timeline: Path, digest: bytes, kept: Kept, leads: Leads | None = None) -> None:
    """Keep a frame for circumstances, in place of the one before; nothing that is not ours."""
    plain = {_CELLS: to_plain(kept.frame)}
    plain |= {_AFTER + " ".join(keys): to_plain(frame) for keys, frame in (leads or {}).items()}
    try:
        for cells in plain.values():
            from_plain(cells)
    except FrameError:
        return
    segments = {name: to_json(cells) for name, cells in plain.items()}
    stamps = to_json(dict(kept.stamps))
    content = pack(digest, {_MADE_FROM: kept.subject, _STAMPS: stamps, **segments})
    folder.keep(user_cache(), _name(timeline), content)


def _frame(segment: memoryview) -> Frame:
    """Return a frame from its JSON.

    Raises:
        FrameError, ValueError, RecursionError: it is none.
    """
    if len(segment) > _MOST_BYTES:
        raise FrameError("the bytes")
    return from_plain(from_json(segment))


def drop(timeline: Path) -> None:
    """Keep no frame of a timeline."""
    folder.forget(user_cache(), _name(timeline))


def _name(timeline: Path) -> str:
    return folder.name_for("frame", timeline, "cells")
