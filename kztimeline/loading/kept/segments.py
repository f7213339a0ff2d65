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
_HEADER: Final = len(_MAGIC) + _SUBJECT + _SEAL
_NUMBER: Final = 4


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
    header, body = whole[:_HEADER], whole[_HEADER:]
    if header[:-_SEAL] != _MAGIC + subject:
        raise UnpackError("packed otherwise, or from something else")
    if header[-_SEAL:] != hashlib.sha256(body).digest():
        raise UnpackError("damaged")
    try:
        return _segments(body)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnpackError(str(error)) from None


def _segments(body: memoryview) -> dict[str, memoryview]:
    start = _NUMBER + int.from_bytes(body[:_NUMBER], "little")
    found: dict[str, memoryview] = {}
    for name, size in json.loads(bytes(body[_NUMBER:start])).items():
        if not isinstance(size, int) or not 0 <= size <= len(body) - start:
            raise UnpackError(f"the size of {name}")
        found[name] = body[start : start + size]
        start += size
    if start != len(body):
        raise UnpackError("more than its segments")
    return found


def to_json(value: object) -> bytes:
    """Return plain values as the JSON of a segment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(segment: memoryview) -> Any:
    """Return the plain values of a segment."""
    return json.loads(bytes(segment))
