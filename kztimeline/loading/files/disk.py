"""The one writer of everything that is written.

A plain file with one name is replaced at once when all of its new content is there, so
that it is whole or as it was; through a symbolic link, the file it leads to is. What
would be lost by being replaced is written into: a file with several names (hard links),
a pipe, a device, an open file of this process such as /dev/fd/63.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

_DESCRIPTORS: Final = ("/dev/fd", "/proc/self/fd")
_MOST_LINKS: Final = 40  # as many as Linux follows
_TEMPORARY: Final = ".kzt-"


class _Staged(NamedTuple):
    """New content beside the file that it is to replace.

    The temporary file stays open and locked until then, which tells it from one that a
    writer left when it was killed.
    """

    temporary: Path
    target: Path
    stream: BinaryIO


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, as `write_files` does.

    Raises:
        OSError: it cannot be written; a plain file is as it was. `filename` is `path`.
    """
    write_files({path: content})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files; those that are replaced are so when all contents are there, or none is.

    Raises:
        OSError: one cannot be written; `filename` says which.
    """
    staged: list[_Staged] = []
    try:
        for path, content in files.items():
            with _naming(path):
                target = _replaceable(path)
                if target is None:
                    _write_into(path, content)
                else:
                    staged.append(_stage(target, content))
        for temporary, target, _stream in staged:
            with _naming(target):
                temporary.replace(target)
                _arrive(target.parent)
    except BaseException:
        for temporary, _target, _stream in staged:
            temporary.unlink(missing_ok=True)
        raise
    finally:
        for _temporary, _target, stream in staged:
            stream.close()


def loses_content(path: Path) -> bool:
    """Whether writing to `path` loses something: a file, or what is on a disk.

    Raises:
        OSError: that cannot be told.
    """
    if own_descriptor(path) is not None:
        return False
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISREG(mode) or stat.S_ISBLK(mode)


def unknown_suffix(path: Path, known: Collection[str]) -> str:
    """Return the suffix of a name, '.xlsx', where it has one that is none of those known."""
    return "" if path.suffix.lower() in ("", *known) else path.suffix


def own_descriptor(path: Path) -> int | None:
    """Return the number of the open file of this process that `path` stands for, if any.

    Such are /dev/stdout, /dev/fd/63 (which a shell's process substitution gives), and
    links to them. Opening one anew would write at its beginning.
    """
    descriptors = {os.path.realpath(folder) for folder in _DESCRIPTORS}
    for _link in range(_MOST_LINKS):
        folder = os.path.realpath(path.parent)
        if folder in descriptors:
            return int(path.name) if path.name.isdecimal() else None
        try:
            path = Path(folder) / path.readlink()
        except OSError:
            return None
    return None


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an error name the file that is to be written, not a temporary one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from None


def _replaceable(path: Path) -> Path | None:
    """Return the plain file with one name that `path` leads to, or None where there is none.

    A file that is not there yet is one.
    """
    if own_descriptor(path) is not None:
        return None
    target = Path(os.path.realpath(path))
    try:
        state = path.stat()
    except FileNotFoundError:
        return target
    plain = stat.S_ISREG(state.st_mode) and state.st_nlink == 1
    return target if plain and target.exists() and target.samefile(path) else None


def _stage(target: Path, content: bytes) -> _Staged:
    """Write content to a temporary file beside `target`."""
    before = target.stat() if target.exists() else None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    _sweep(target.parent)
    temporary, stream = _temporary(target)
    try:
        stream.write(content)
        stream.flush()
        # Without it, a machine that loses its power may keep the new name of no content.
        os.fsync(stream.fileno())
        if before is not None:
            _take_over(target, before, temporary)
    except BaseException:
        with contextlib.suppress(OSError):
            stream.close()
        temporary.unlink(missing_ok=True)
        raise
    return _Staged(temporary, target, stream)


def _temporary(target: Path) -> tuple[Path, BinaryIO]:
    """Return a new file beside `target`, open and locked."""
    while True:
        # The name is short, since that of the target may be as long as names can be.
        path = target.with_name(f"{_TEMPORARY}{os.urandom(6).hex()}")
        stream = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb")
        with contextlib.suppress(OSError):
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.exists():
            return path, stream
        # It was swept between being made and being locked.
        stream.close()


def _take_over(target: Path, before: os.stat_result, temporary: Path) -> None:
    """Give a temporary file the owner, permissions and attributes of the one it replaces."""
    now = temporary.stat()
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with contextlib.suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(temporary, name, os.getxattr(target, name))
    temporary.chmod(stat.S_IMODE(before.st_mode) & 0o777)


def _write_into(path: Path, content: bytes) -> None:
    number = own_descriptor(path)
    descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC) if number is None else os.dup(number)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)


def _arrive(folder: Path) -> None:
    """Let the names in a folder reach the disk, where it can be asked for that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove the temporary files of writers that were killed: nobody has them locked."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{_TEMPORARY}{'[0-9a-f]' * 12}"):
            with contextlib.suppress(OSError):
                _remove_unlocked(left)


def _remove_unlocked(left: Path) -> None:
    descriptor = os.open(left, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink(missing_ok=True)
    finally:
        os.close(descriptor)
