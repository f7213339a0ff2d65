"""Reading files of reasonable size, and the one writer of everything that is written.

A plain file with one name is replaced at once when all of its new content is there, so
that it is whole or as it was; through a symbolic link, the file it leads to is. What
would be lost by being replaced is written into: a file with several names (hard links),
a pipe, a device, an open file of this process such as /dev/fd/63.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from kztimeline.loading.findings import FileError, whole_file

MAXIMUM_BYTES: Final = 128 * 1024 * 1024
STANDARD_INPUT: Final = Path("<stdin>")
"""The name under which findings speak of standard input."""
_DESCRIPTORS: Final = ("/dev/fd", "/proc/self/fd")
_MOST_LINKS: Final = 40  # as many as Linux follows


class _Staged(NamedTuple):
    """New content beside the file that it is to replace."""

    temporary: Path
    target: Path


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
        for temporary, target in staged:
            with _naming(target):
                temporary.replace(target)
    except BaseException:
        for temporary, _target in staged:
            temporary.unlink(missing_ok=True)
        raise


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
    # The name is short, since that of the target may be as long as names can be.
    temporary = target.with_name(f".kzt-{os.urandom(6).hex()}")
    before = target.stat() if target.exists() else None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        if before is not None:
            _take_over(target, before, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return _Staged(temporary, target)


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


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file of reasonable size.

    Raises:
        FileError: it is missing, a folder, unreadable, or larger than MAXIMUM_BYTES.
    """
    with _explaining(path), path.open("rb") as stream:
        if (size := os.fstat(stream.fileno()).st_size) > MAXIMUM_BYTES:
            raise _too_large(path, f"{size / 2**20:.0f} MB")
        return _read(stream, path)


def read_standard_input() -> bytes:
    """Return what comes from standard input, to its end.

    Raises:
        FileError: it is closed, unreadable, or larger than MAXIMUM_BYTES.
    """
    with _explaining(STANDARD_INPUT):
        return _read(sys.stdin.buffer, STANDARD_INPUT)


@contextlib.contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise whole_file(path, "there is no such file", "Check the path.") from None
    except IsADirectoryError:
        raise whole_file(path, "this is a folder", "Name a file in it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise whole_file(path, f"cannot be read: {reason}", "Check the file.") from None


def _read(stream: BinaryIO, path: Path) -> bytes:
    """Return all bytes of a stream that may have no size, as a pipe, or no end, as /dev/zero."""
    parts: list[bytes] = []
    size = 0
    while part := stream.read(1024 * 1024):
        parts.append(part)
        size += len(part)
        if size > MAXIMUM_BYTES:
            raise _too_large(path, f"more than {size / 2**20:.0f} MB")
    return b"".join(parts)


def _too_large(path: Path, size: str) -> FileError:
    return whole_file(
        path,
        f"the file has {size}; at most {MAXIMUM_BYTES // 2**20} MB are read",
        "Split it, or check that it is the file you meant.",
    )
