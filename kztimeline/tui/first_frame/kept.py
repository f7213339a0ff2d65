"""Frames in the user's cache: found for what they depend on, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from kztimeline.loading.kept import folder
from kztimeline.loading.kept.segments import UnpackError, from_json, pack, to_json, unpack
from kztimeline.loading.locations import user_cache
from kztimeline.tui.first_frame.frame import Frame, FrameError, from_plain, to_plain

_CELLS: Final = "cells"
_MADE_FROM: Final = "made from"
_MOST_BYTES: Final = 1024 * 1024


class Kept(NamedTuple):
    """A frame, and the SHA-256 of the files that it was drawn from."""

    frame: Frame
    subject: bytes


def recall(timeline: Path, digest: bytes) -> Kept | None:
    """Return the frame that is kept for circumstances; None where there is none, or it is bad.

    Args:
        timeline: The path of the timeline that it shows.
        digest: That of the circumstances.
    """
    content = folder.read_kept(user_cache(), _name(timeline), _MOST_BYTES)
    if content is None:
        return None
    try:
        segments = unpack(content, digest)
        return Kept(from_plain(from_json(segments[_CELLS])), bytes(segments[_MADE_FROM]))
    except (UnpackError, FrameError, KeyError, ValueError, RecursionError):
        return None


def keep_frame(timeline: Path, digest: bytes, kept: Kept) -> None:
    """Keep a frame for circumstances, in place of the one before; nothing that is not ours."""
    cells = to_plain(kept.frame)
    try:
        from_plain(cells)
    except FrameError:
        return
    content = pack(digest, {_MADE_FROM: kept.subject, _CELLS: to_json(cells)})
    folder.keep(user_cache(), _name(timeline), content)


def drop(timeline: Path) -> None:
    """Keep no frame of a timeline."""
    folder.forget(user_cache(), _name(timeline))


def _name(timeline: Path) -> str:
    return folder.name_for("frame", timeline, "cells")
