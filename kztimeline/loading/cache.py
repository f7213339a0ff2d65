"""A checked timeline, kept packed between runs."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from kztimeline import __version__
from kztimeline.loading import locations
from kztimeline.loading.files.plain_files import read_bytes, read_plain
from kztimeline.loading.findings import FileError, Progress, untold
from kztimeline.loading.kept.folder import keep, name_for, open_kept, read_file
from kztimeline.loading.kept.packed_timeline import (
    pack_timeline,
    timeline_of,
    unpack_timeline,
)
from kztimeline.loading.kept.seals import CarriedFile, KeptFile
from kztimeline.loading.kept.segments import UnpackError, subject_in
from kztimeline.loading.loader import read_timeline
from kztimeline.timeline.model import Timeline

_PACKAGE: Final = Path(__file__).parent.parent
_ROOMS: Final = ("text", "dates", "timeline", "loading")
"""The parts of the program that a checked timeline depends on."""
_BEGINNING: Final = 64
"""Bytes of what is packed that tell what it was made from."""
_TOGETHER: Final = 60 * 10**9
"""Nanoseconds within which an installer writes all files of a wheel."""
MANY: Final = 5_000
"""Events from which on memory counts more than the time to read them back."""
_LARGE: Final = 4 * 1024 * 1024
"""Bytes of a file from which on it is read apart, where that is asked for."""


def load_timeline(
    path: Path | None = None,
    tell: Progress = untold,
    *,
    apart: bool = False,
    subject: bytes | None = None,
) -> Timeline:
    """Return the timeline at `path`, or the one the user named, or the built-in one.

    What takes long, where it is not kept, is told to `tell` step by step. With `apart`, a
    large file is read in a process of its own, which gives back all the memory that it takes.
    With a `subject`, what is kept of it is returned where there is any, and no file is read:
    whoever knows it compares it with that of the files later.

    Raises:
        FileError: the file or a card of its documents cannot be used.
        StoppedError: the reader left meanwhile.
    """
    path = locations.timeline_path(path)
    if subject is not None and (timeline := kept_timeline(path, subject)) is not None:
        return timeline
    content = read_bytes(path)
    try:
        subject = subject_of(content, locations.card_files(locations.cards_folder(path)))
    except (FileError, OSError):
        # A card is named with everything else that is wrong; and where the program itself
        # cannot be read, as after a change of user, what is kept tells nothing.
        return read_timeline(path, content, tell)
    timeline = kept_timeline(path, subject)
    if timeline is None and apart and len(content) >= _LARGE:
        timeline = _read_apart(path, subject, content, tell)
    if timeline is not None:
        return timeline
    timeline, packed = _checked(path, subject, content, tell)
    keep(locations.user_cache(), _name(path), packed)
    if len(timeline.events) < MANY:
        return timeline
    # What was made to read so many takes ten times the memory of what is read back.
    del timeline
    gc.collect()
    return unpack_timeline(packed, subject, str(path))


def kept_timeline(path: Path, subject: bytes) -> Timeline | None:
    """Return what is kept of the timeline at `path`, as far as it was made from `subject`."""
    for kept in kept_of(path, _name(path), locations.carried_timeline()):
        with contextlib.suppress(UnpackError):
            timeline = timeline_of(kept.segments(subject), subject, str(path))
            kept.note()
            return timeline
    return None


def carried_subject(path: Path) -> bytes | None:
    """Return the SHA-256 that a wheel carries of its timeline, if `path` is that, as installed.

    It is not compared with the files, which takes as long as all else of reading: that is for
    later. None where one of them was written after the wheel was installed.
    """
    if path != locations.builtin_timeline():
        return None
    carried = locations.carried_timeline()
    try:
        installed = carried.stat().st_mtime_ns
        files = [path, *locations.card_files(locations.cards_folder(path))]
        if any(each.stat().st_mtime_ns > installed + _TOGETHER for each in files):
            return None
        with carried.open("rb") as stream:
            return subject_in(stream.read(_BEGINNING)) or None
    except OSError:
        return None


def _read_apart(path: Path, subject: bytes, content: bytes, tell: Progress) -> Timeline | None:
    """Return a timeline that another process has checked; None where that one fails."""
    # Commands start without it.
    from kztimeline.loading.apart import made_apart

    packed = made_apart(packed_anew, path, subject, content, tell)
    if packed is None:
        return None
    try:
        timeline = unpack_timeline(packed, subject, str(path))
    except UnpackError:
        return None
    keep(locations.user_cache(), _name(path), packed)
    return timeline


def packed_anew(path: Path, subject: bytes, content: bytes, tell: Progress) -> bytes:
    """Return the timeline at `path`, checked and packed.

    Raises:
        FileError: the content or a card of its documents cannot be used.
    """
    return _checked(path, subject, content, tell)[1]


def _checked(path: Path, subject: bytes, content: bytes, tell: Progress) -> tuple[Timeline, bytes]:
    """Return the timeline that a content makes, and the same packed."""
    with collecting_no_garbage():
        timeline = read_timeline(path, content, tell).made_from(subject)
        tell("keeping what was checked for the next start")
        return timeline, pack_timeline(timeline, subject)


@contextlib.contextmanager
def collecting_no_garbage() -> Iterator[None]:
    """Leave out the search for garbage: there is none in millions of values that are all kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_anew(path: Path) -> Timeline:
    """Return the timeline at `path` as it is checked now, whatever is kept.

    Raises:
        FileError: the file or a card of its documents cannot be used.
    """
    content = read_bytes(path)
    subject = subject_of(content, locations.card_files(locations.cards_folder(path)))
    return read_timeline(path, content).made_from(subject)


def timeline_to_carry(path: Path) -> bytes:
    """Return the timeline at `path`, packed, for a wheel to carry it.

    Raises:
        FileError: the file or a card of its documents cannot be used.
    """
    timeline = read_anew(path)
    return pack_timeline(timeline, timeline.subject)


def subject_of(content: bytes, cards: Sequence[Path]) -> bytes:
    """Return what changes whenever the checked timeline would, as a SHA-256.

    Where the files lie, and when they were written, is no part of it; of the cards, in what
    folder is, since nobody else's lie in a timeline's own.

    Raises:
        FileError: a card cannot be read.
    """
    parts = [
        ("", content),
        *((f"{each.parent.name}/{each.name}", read_plain(each)) for each in cards),
    ]
    return digest_of(__version__.encode(), _ROOMS, parts)


def digest_of(start: bytes, rooms: Sequence[str], parts: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return a SHA-256 that changes with named parts, and with the modules in rooms of the program.

    Raises:
        OSError: a module cannot be read.
    """
    digest = hashlib.sha256(start)
    named = ((name, _content(name)) for name in sorted(_modules(rooms)))
    for name, part in (*parts, *named):
        digest.update(f"\0{name}\0{len(part)}\0".encode(errors="surrogateescape"))
        digest.update(part)
    return digest.digest()


def _modules(rooms: Sequence[str]) -> Iterator[str]:
    """Yield the modules in rooms of the program, by their paths from its folder.

    A start asks for them each time: pathlib would take four times as long.
    """
    folders = [*rooms]
    while folders:
        folder = folders.pop()
        with os.scandir(f"{_PACKAGE}/{folder}") as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    yield f"{folder}/{entry.name}"
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}/{entry.name}")


def _content(module: str) -> bytes:
    with open(f"{_PACKAGE}/{module}", "rb") as stream:  # noqa: PTH123
        return stream.read()


def kept_of(path: Path, name: str, carried: Path) -> Iterator[KeptFile | CarriedFile]:
    """Yield what may be kept of the timeline at `path` under a name, best first.

    Args:
        path: The timeline.
        name: The name in the user's cache.
        carried: Where a wheel carries the same of the built-in timeline.
    """
    if path == locations.builtin_timeline() and (content := read_file(carried)):
        yield CarriedFile(content)
    if opened := open_kept(locations.user_cache(), name):
        yield KeptFile(name, opened)


def _name(path: Path) -> str:
    """Return the name under which the timeline at `path` is kept: one for each."""
    return name_for("timeline", path, "packed")
