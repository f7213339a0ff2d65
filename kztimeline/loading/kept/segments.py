"""The bytes of what is packed: a header that vouches for them, and named segments.

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
from collections.abc import Mapping
from typing import Any, Final

_MAGIC: Final = b"kzt timeline  1\n"
_SUBJECT: Final = 32
_SEAL: Final = 32
_NUMBER: Final = 4
_SEALED: Final = len(_MAGIC) + _SUBJECT + _SEAL
"""From here on the seal vouches for all."""
HEADER: Final = _SEALED + _NUMBER
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
    size = contents_size(content)
    places = places_of(content[:HEADER], content[HEADER : HEADER + size], subject, len(content))
    if not is_sealed(content):
        raise UnpackError("damaged")
    return {name: whole[start : start + size] for name, (start, size) in places.items()}


def is_sealed(content: bytes) -> bool:
    """Tell whether what was packed is as it was then."""
    whole = memoryview(content)
    return whole[_SEALED - _SEAL : _SEALED] == hashlib.sha256(whole[_SEALED:]).digest()


def contents_size(head: bytes) -> int:
    """Return the size of the table of contents, which stands at the end of the header."""
    return int.from_bytes(head[_SEALED:HEADER], "little")


def places_of(
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
        return _places(json.loads(contents), HEADER + len(contents), whole)
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
