"""The parts of an index, kept in the user's cache beside the timeline that they are of.

A timeline that was changed after it was read is not known by what it was made from, and
nothing is kept of it, or found.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.loading import locations as places
from kztimeline.loading.cache import collecting_no_garbage, digest_of, kept_of, read_anew
from kztimeline.loading.kept import folder
from kztimeline.loading.kept.segments import UnpackError, pack, unpack
from kztimeline.query.index import Index
from kztimeline.query.laid_out.index_parts import IndexParts

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

_ROOMS: Final = ("query",)
"""The parts of the program that it depends on besides those that the timeline does."""
_DAMAGES: Final = (UnpackError, ValueError, TypeError, KeyError, IndexError)


def index_of(timeline: Timeline) -> Index:
    """Return an index of a timeline; what is not kept of it is laid out when needed."""
    return Index(timeline, _kept(timeline))


def prepared_index_of(timeline: Timeline) -> Index:
    """Return an index with every part at hand; what is laid out for that is kept."""
    parts = _kept(timeline)
    if parts is None:
        parts = IndexParts(timeline)
        with collecting_no_garbage():
            parts.check()
        if timeline.subject:
            folder.keep(places.user_cache(), _name(timeline), _packed(parts, timeline))
    return Index(timeline, parts)


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
    for content in kept_of(Path(timeline.path), _name(timeline), places.carried_parts()):
        try:
            parts = IndexParts(timeline, unpack(content, subject))
            parts.check()
        except _DAMAGES:
            continue
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
