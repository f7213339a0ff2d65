"""The bytes of what is packed: a header that vouches for them, and named segments.

They are all taken from memory, or each from a file when it is asked for.

    magic      16 bytes, with the version of this layout
    subject    32 bytes, SHA-256 of what it was made from
    seal       32 bytes, SHA-256 of all that follows
    contents    4 bytes, the size of the table of contents
    contents    JSON: {name: size} of the segments, in order
    segments    one after the other

Numbers are unsigned and little-endian.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from io import FileIO
from typing import Any, Final, Protocol

_MAGIC: Final = b"kzt timeline  1\n"
_SUBJECT: Final = 32
_SEAL: Final = 32
_NUMBER: Final = 4
_SEALED: Final = len(_MAGIC) + _SUBJECT + _SEAL
"""From here on the seal vouches for all."""
_HEADER: Final = _SEALED + _NUMBER
"""The bytes before the table of contents."""


class UnpackError(ValueError):
    """Bytes that were not packed from what is asked for: damaged, of another version, old."""


def pack(subject: bytes, segments: Mapping[str, bytes | memoryview]) -> bytes:
    """Return segments packed, made from what has the SHA-256 `subject`."""
    sizes = {name: len(segment) for name, segment in segments.items()}
    contents = json.dumps(sizes, separators=(",", ":")).encode()
    body = b"".join((len(contents).to_bytes(_NUMBER, "little"), contents, *segments.values()))
    return b"".join((_MAGIC, subject, hashlib.sha256(body).digest(), body))


def unpack(content: bytes, subject: bytes) -> dict[str, memoryview]:
    """Return the segments of what was packed.

    Raises:
        UnpackError: it is none, is damaged, or was not made from `subject`.
    """
    whole = memoryview(content)
    size = _contents_size(content)
    places = _places_of(content[:_HEADER], content[_HEADER : _HEADER + size], subject, len(content))
    if not is_sealed(content):
        raise UnpackError("damaged")
    return {name: whole[start : start + size] for name, (start, size) in places.items()}


def subject_in(content: bytes) -> bytes:
    """Return the SHA-256 of what something packed was made from; nothing where it is no such."""
    return content[len(_MAGIC) : _SEALED - _SEAL] if content.startswith(_MAGIC) else b""


def is_sealed(content: bytes) -> bool:
    """Tell whether what was packed is as it was then."""
    whole = memoryview(content)
    return whole[_SEALED - _SEAL : _SEALED] == hashlib.sha256(whole[_SEALED:]).digest()


def _contents_size(head: bytes) -> int:
    """Return the size of the table of contents, which stands at the end of the header."""
    return int.from_bytes(head[_SEALED:_HEADER], "little")


def _places_of(
    head: bytes, contents: bytes, subject: bytes, whole: int
) -> dict[str, tuple[int, int]]:
    """Return where the segments of what was packed begin, and their sizes.

    Args:
        head: Its header.
        contents: Its table of contents.
        subject: The SHA-256 of what it was made from.
        whole: The size of all.

    Raises:
        UnpackError: it is none, or was not made from `subject`.
    """
    if head[: _SEALED - _SEAL] != _MAGIC + subject:
        raise UnpackError("packed otherwise, or from something else")
    try:
        return _places(json.loads(contents), _HEADER + len(contents), whole)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnpackError(str(error)) from None


def _places(sizes: dict[str, int], start: int, whole: int) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for name, size in sizes.items():
        if not isinstance(size, int) or not 0 <= size <= whole - start:
            raise UnpackError(f"the size of {name}")
        found[name] = start, size
        start += size
    if start != whole:
        raise UnpackError("more than its segments")
    return found


def to_json(value: object) -> bytes:
    """Return plain values as the JSON of a segment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(segment: memoryview) -> Any:
    """Return the plain values of a segment."""
    return json.loads(bytes(segment))


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
        head = self.read(0, _HEADER)
        self._places: Final = _places_of(
            bytes(head),
            bytes(self.read(_HEADER, _contents_size(bytes(head)))),
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
        try:
            content = os.pread(self._stream.fileno(), size, start)
        except OSError as error:
            raise UnpackError(str(error)) from None
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
