"""The parts of an index, kept in the user's cache beside the timeline that they are of.

A timeline that was changed after it was read is not known by what it was made from, and
nothing is kept of it, or found.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading import locations
from kztimeline.loading.cache import (
    MANY,
    collecting_no_garbage,
    digest_of,
    kept_of,
    kept_timeline,
    read_anew,
)
from kztimeline.loading.kept import folder
from kztimeline.loading.kept.seals import CarriedFile, KeptFile
from kztimeline.loading.kept.segments import UnpackError, pack
from kztimeline.query.index import Index
from kztimeline.query.laid_out.index_parts import IndexParts

if TYPE_CHECKING:
    from kztimeline.loading.findings import Progress
    from kztimeline.timeline.model import Timeline

_ROOMS: Final = ("query",)
"""The parts of the program that it depends on besides those that the timeline does."""
_DAMAGES: Final = (UnpackError, ValueError, TypeError, KeyError, IndexError)


def index_of(timeline: Timeline) -> Index:
    """Return an index of a timeline; what is not kept of it is laid out when needed."""
    return Index(timeline, _kept(timeline))


def prepared_index_of(timeline: Timeline) -> Index:
    """Return an index with every part at hand; what is laid out for that is kept.

    Raises:
        StoppedError: the reader left meanwhile.
    """
    parts = _kept(timeline) or _laid_out_apart(timeline)
    if parts is None:
        parts = IndexParts(timeline)
        with collecting_no_garbage():
            parts.check()
        if timeline.subject:
            folder.keep(locations.user_cache(), _name(timeline), _packed(parts, timeline))
    return Index(timeline, parts)


def _laid_out_apart(timeline: Timeline) -> IndexParts | None:
    """Return the parts of many events that another process lays out; None where that one fails."""
    if len(timeline.events) < MANY or not timeline.subject:
        return None
    from kztimeline.loading.apart import made_apart

    packed = made_apart(packed_parts, Path(timeline.path), timeline.subject)
    if packed is None:
        return None
    parts = _parts_in(CarriedFile(packed), timeline, _subject(timeline))
    if parts is not None:
        folder.keep(locations.user_cache(), _name(timeline), packed)
    return parts


def packed_parts(path: Path, subject: bytes, _content: bytes, _tell: Progress) -> bytes:
    """Return the parts of the timeline that is kept of the one at `path`, packed.

    Raises:
        LookupError: none is kept that was made from `subject`.
    """
    timeline = kept_timeline(path, subject)
    if timeline is None:
        raise LookupError(path)
    with collecting_no_garbage():
        return _packed(IndexParts(timeline), timeline)


def parts_to_carry(path: Path) -> bytes:
    """Return the parts of the timeline at `path`, for a wheel to carry them.

    Raises:
        FileError: the file or a card of its documents cannot be used.
    """
    timeline = read_anew(path)
    return _packed(IndexParts(timeline), timeline)


def _packed(parts: IndexParts, timeline: Timeline) -> bytes:
    return pack(_subject(timeline), parts.segments())


def _kept(timeline: Timeline) -> IndexParts | None:
    subject = _subject(timeline)
    if not subject:
        return None
    for kept in kept_of(Path(timeline.path), _name(timeline), locations.carried_parts()):
        if parts := _parts_in(kept, timeline, subject):
            return parts
    return None


def _parts_in(
    kept: KeptFile | CarriedFile, timeline: Timeline, subject: bytes
) -> IndexParts | None:
    """Return the parts that were packed, if they are those of a timeline."""
    with suppress(*_DAMAGES):
        parts = IndexParts(timeline, kept.segments(subject))
        if not kept.is_known:
            parts.check()
        kept.note()
        return parts
    return None


def _subject(timeline: Timeline) -> bytes:
    """Return what changes whenever the parts would, as a SHA-256; nothing where it is not known."""
    if not timeline.subject:
        return b""
    try:
        return digest_of(timeline.subject, _ROOMS)
    except OSError:
        return b""


def _name(timeline: Timeline) -> str:
    return folder.name_for("index", Path(timeline.path), "parts")
