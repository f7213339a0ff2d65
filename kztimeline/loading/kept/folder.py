"""The folder of the user's cache, and files in it that nobody else can have put there.

Everything is reached through the opened folder, so that nothing is exchanged on the
way. The folder and the files must belong to who runs the program and be writable by
nobody else; a link, a pipe, or a file larger than it may be is not a file of ours. What
cannot be read or kept is done without: no function here raises OSError.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

LARGEST: Final = 256 * 1024 * 1024
"""Bytes that one file may have."""
MOST_BYTES: Final = 512 * 1024 * 1024
"""Bytes that all of them may have."""
MOST_FILES: Final = 8
_PRIVATE_FOLDER: Final = 0o700
_PRIVATE_FILE: Final = 0o600
_FOR_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH
_BEGINNING: Final = ".new-"
_ABANDONED: Final = 60 * 60
"""Seconds after which a file that was to be written is nobody's any more."""


Stamp: TypeAlias = tuple[int, int, int, int, int]
"""How a file stands: device, inode, size, when its content was changed, and when it was, in ns."""


class OpenedFile(NamedTuple):
    """A file that is open to be read, and how it stands."""

    stream: FileIO
    stamp: Stamp


class _CacheEntry(NamedTuple):
    name: str
    state: os.stat_result


def name_for(kind: str, timeline: Path, suffix: str) -> str:
    """Return the name of the file that keeps something of a kind for the timeline at a path."""
    absolute = str(timeline.absolute()).encode(errors="surrogateescape")
    return f"{kind}-{hashlib.sha256(absolute).hexdigest()[:32]}.{suffix}"


def read_kept(folder: Path, name: str, most: int = LARGEST) -> bytes | None:
    """Return the content of a file in a folder, or None where it is not to be trusted.

    Args:
        folder: The folder.
        name: The name of the file.
        most: The bytes that it may have.
    """
    opened = open_kept(folder, name, most)
    if opened is None:
        return None
    with opened.stream:
        return content_of(opened)


def open_kept(folder: Path, name: str, most: int = LARGEST) -> OpenedFile | None:
    """Open a file in a folder, or return None where it is not to be trusted, as `read_kept`."""
    with contextlib.suppress(OSError), _opened(folder) as opened:
        return _open(name, opened, most)
    return None


def content_of(opened: OpenedFile) -> bytes | None:
    """Return the content of an opened file; None where it is not whole."""
    size = opened.stamp[2]
    with contextlib.suppress(OSError):
        content = opened.stream.read(size)
        return content if content is not None and len(content) == size else None
    return None


def read_file(path: Path) -> bytes | None:
    """Return the content of a plain file of reasonable size, whoever owns it, or None."""
    with contextlib.suppress(OSError):
        opened = _open(str(path), None, LARGEST)
        if opened is not None:
            with opened.stream:
                return content_of(opened)
    return None


def keep(folder: Path, name: str, content: bytes) -> None:
    """Keep a file in a folder; the oldest give way where there are too many."""
    if len(content) > LARGEST:
        return
    with contextlib.suppress(OSError):
        _make(folder)
        _close_to_others(folder)
        with _opened(folder) as opened:
            _write(opened, name, content)
            _sweep(opened, name)


def forget(folder: Path, name: str) -> None:
    """Remove a file from a folder, if it is there."""
    with contextlib.suppress(OSError), _opened(folder) as opened:
        os.unlink(name, dir_fd=opened)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """Open a folder that belongs to the user alone.

    Raises:
        OSError: there is none, or others may write to it.
    """
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        if not _is_private(os.fstat(opened)):
            raise PermissionError
        yield opened
    finally:
        os.close(opened)


def _make(folder: Path) -> None:
    """Make a folder where there is none; root makes none in the home of somebody else."""
    if not folder.is_dir():
        above = next(each for each in folder.parents if each.is_dir())
        if os.geteuid() != 0 or above.stat().st_uid == 0:
            folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)


def _is_private(state: os.stat_result) -> bool:
    return state.st_uid == os.geteuid() and not state.st_mode & _FOR_OTHERS


def _close_to_others(folder: Path) -> None:
    """Take from others the right to write to a folder of the user, and what lies in it."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        state = os.fstat(opened)
        if state.st_uid == os.geteuid() and not _is_private(state):
            os.fchmod(opened, _PRIVATE_FOLDER)
            for file in _files(opened):
                os.unlink(file.name, dir_fd=opened)
    finally:
        os.close(opened)


def _open(name: str, folder: int | None, most: int) -> OpenedFile | None:
    # A pipe would wait for a writer, and a terminal take charge of the program.
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    stream = FileIO(os.open(name, flags, dir_fd=folder))
    state = os.fstat(stream.fileno())
    is_plain = stat.S_ISREG(state.st_mode) and state.st_size <= most
    if not is_plain or (folder is not None and not _is_private(state)):
        stream.close()
        return None
    times = state.st_mtime_ns, state.st_ctime_ns
    return OpenedFile(stream, (state.st_dev, state.st_ino, state.st_size, *times))


def _write(folder: int, name: str, content: bytes) -> None:
    """Write a file beside the one it replaces, which is whole until then."""
    new = f"{_BEGINNING}{os.urandom(6).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    opened = os.open(new, flags, _PRIVATE_FILE, dir_fd=folder)
    try:
        with os.fdopen(opened, "wb", buffering=0) as stream:
            os.fchmod(opened, _PRIVATE_FILE)
            rest = memoryview(content)
            while rest:
                rest = rest[stream.write(rest) :]
        os.replace(new, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new, dir_fd=folder)
        raise


def _files(folder: int) -> list[_CacheEntry]:
    """Return the files in a folder, the youngest first."""
    found = []
    for name in os.listdir(folder):
        state = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not stat.S_ISDIR(state.st_mode):
            found.append(_CacheEntry(name, state))
    return sorted(found, key=lambda file: file.state.st_mtime_ns, reverse=True)


def _sweep(folder: int, newest: str) -> None:
    """Remove the oldest files of a kind, those of earlier versions, and what dead writers left."""
    size = 0
    kept = 0
    kind, suffix = newest.partition("-")[0], Path(newest).suffix
    for name, state in _files(folder):
        size += state.st_size
        if name.startswith(_BEGINNING):
            goes = state.st_mtime < time.time() - _ABANDONED
        elif not name.startswith(f"{kind}-") or name == newest:
            goes = False
        else:
            kept += 1
            goes = not name.endswith(suffix) or kept >= MOST_FILES or size > MOST_BYTES
        if goes:
            os.unlink(name, dir_fd=folder)
