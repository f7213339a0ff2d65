"""Whose seals hold: what was compared once is known by how its file stands.

To compare the seals of 57 MB takes longer than to show what is in them. A file whose seal was
compared is known by its device, inode, size and times; it is shown first, read as far as it is
looked at, and compared again afterwards, beside what the reader does. Of others all is compared.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kztimeline.loading.kept.folder import OpenedFile, Stamp, content_of, open_kept
from kztimeline.loading.kept.segments import SegmentFile, UnpackError, is_sealed, unpack

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change of a file has another time."""
_COMPARED: Final[dict[str, Stamp]] = {}
_TRUSTED: Final[dict[str, Stamp]] = {}


class KeptFile:
    """A file of the user's cache.

    Attributes:
        is_known: Whether its seal was compared, and all that it holds, as it stands.
    """

    def __init__(self, name: str, opened: OpenedFile) -> None:
        self._name = name
        self._opened = opened
        self.is_known = known().get(name) == opened.stamp

    def segments(self, subject: bytes) -> Mapping[str, memoryview]:
        """Return its segments.

        Raises:
            UnpackError: it holds none, is damaged, or was not made from `subject`.
        """
        if self.is_known:
            return SegmentFile(self._opened.stream, subject)
        with self._opened.stream:
            content = content_of(self._opened)
        if content is None:
            raise UnpackError("cut off")
        return unpack(content, subject)

    def note(self) -> None:
        """Note that its seal holds, and all that is in it is as it should be.

        A file just written could be changed again without another stamp.
        """
        stamp = self._opened.stamp
        if not self.is_known and time.time_ns() - stamp[-1] > _SETTLED:
            _COMPARED[self._name] = stamp


class CarriedFile:
    """What a wheel carries of the built-in timeline, or another process made: all is compared."""

    is_known: Final = False

    def __init__(self, content: bytes) -> None:
        self._content = content

    def segments(self, subject: bytes) -> Mapping[str, memoryview]:
        """Return its segments, as a `KeptFile` does."""
        return unpack(self._content, subject)

    def note(self) -> None:
        """Note nothing."""


def trust(stamps: Mapping[str, Stamp]) -> None:
    """Take it from an earlier run that the seals of files hold that stand so.

    What is no name of a file in the cache is left out: a damaged file is removed by its name.
    """
    _TRUSTED.update((name, stamp) for name, stamp in stamps.items() if "/" not in name)


def known() -> dict[str, Stamp]:
    """Return by name how the files stand whose seals hold."""
    return _TRUSTED | _COMPARED


def damaged(folder: Path) -> list[str]:
    """Return the names of the files that were trusted and are damaged; meant for a thread.

    Those that hold are compared once; what was replaced meanwhile is somebody else's matter.
    """
    found = []
    for name, stamp in list(_TRUSTED.items()):
        opened = open_kept(folder, name)
        if opened is None:
            continue
        with opened.stream:
            content = content_of(opened) if opened.stamp == stamp else None
        if content is None:
            continue
        if is_sealed(content):
            _COMPARED[name] = stamp
        else:
            found.append(name)
        del _TRUSTED[name]
    return found
