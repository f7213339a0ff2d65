"""The segments of a file that is known to be whole, each read when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from io import FileIO
from typing import Final, Protocol

from kztimeline.loading.kept.segments import HEADER, UnpackError, contents_size, places_of


class Bodies(Protocol):
    """Bytes of which stretches are taken out: a segment in memory, or one in a file."""

    def __len__(self) -> int:
        """Return how many they are."""

    def __getitem__(self, stretch: slice) -> memoryview:
        """Return those from one place to before another."""


class SegmentFile(Mapping[str, memoryview]):
    """The segments of an open file, which is closed with it.

    Raises:
        UnpackError: it was not packed from what has the SHA-256 `subject`, or is cut off later.
    """

    def __init__(self, stream: FileIO, subject: bytes) -> None:
        self._stream: Final = stream
        head = self.read(0, HEADER)
        self._places: Final = places_of(
            bytes(head),
            bytes(self.read(HEADER, contents_size(bytes(head)))),
            subject,
            os.fstat(stream.fileno()).st_size,
        )

    def __getitem__(self, name: str) -> memoryview:
        return self.read(*self._places[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def bodies(self, name: str) -> Bodies:
        """Return a segment of which only stretches are read."""
        return _InFile(self, *self._places[name])

    def read(self, start: int, size: int) -> memoryview:
        """Return so many bytes of the file, from one on."""
        content = os.pread(self._stream.fileno(), size, start)
        if len(content) != size:
            raise UnpackError("cut off while it was read")
        return memoryview(content)


class _InFile:
    def __init__(self, file: SegmentFile, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, stretch: slice) -> memoryview:
        first, last, _ = stretch.indices(self._size)
        return self._file.read(self._start + first, max(last - first, 0))


def bodies_of(segments: Mapping[str, memoryview], name: str) -> Bodies:
    """Return a segment of which stretches are taken out."""
    return segments.bodies(name) if isinstance(segments, SegmentFile) else segments[name]
