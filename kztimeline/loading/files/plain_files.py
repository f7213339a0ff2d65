"""Reading files of reasonable size, whatever may lie where a file is expected.

A pipe or a device in place of a file neither holds a command up nor fills the memory:
what the user names may be one, what is found in a folder may not.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import select
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from kztimeline.loading.findings import FileError, Finding, whole_file

MAXIMUM_BYTES: Final = 128 * 1024 * 1024
STANDARD_INPUT: Final = Path("<stdin>")
"""The name under which findings speak of standard input."""
PATIENCE: Final = 3.0
"""Seconds within which somebody must open a pipe for writing."""
_PART: Final = 1024 * 1024
_read_so_far: set[Path | int] = set()
"""What was opened for reading: a path, or the number of an open file."""
_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_bytes(path: Path, most: int = MAXIMUM_BYTES) -> bytes:
    """Return the bytes of a file, a pipe or a device that the user has named.

    Raises:
        FileError: it is missing, a folder, unreadable, larger than `most` bytes, or a
            pipe that nobody writes to.
    """
    with _explaining(path), _opened(path) as stream:
        state = os.fstat(stream.fileno())
        if stat.S_ISDIR(state.st_mode):
            raise _is_folder(path)
        if state.st_size > most:
            raise _too_large(path, f"{state.st_size / 2**20:.0f} MB", most)
        first: bytes | None = b""
        if stat.S_ISFIFO(state.st_mode) and not _is_our_own(path):
            first = _first_of_pipe(stream.fileno())
        if first is None:
            raise whole_file(path, "nobody writes to this pipe", "Check the path.")
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            # A file of the system that has nothing to say as yet, such as a log, is told.
            os.set_blocking(stream.fileno(), True)
        return first + _read(stream, path, most)


def _is_our_own(path: Path) -> bool:
    """Tell whether a path stands for an open file of this process."""
    from kztimeline.loading.files.disk import own_descriptor

    return own_descriptor(path) is not None


def read_plain(path: Path, most: int = MAXIMUM_BYTES) -> bytes:
    """Return the bytes of a plain file, or of one that a link leads to.

    Raises:
        FileError: it is missing, anything else than a file, unreadable, or larger than
            `most` bytes.
    """
    with _explaining(path):
        try:
            return plain_bytes(path, most)
        except IsADirectoryError:
            raise _is_no_file(path, _KINDS[stat.S_IFDIR]) from None


def plain_bytes(path: Path, most: int = MAXIMUM_BYTES) -> bytes:
    """Return the bytes of a plain file that may be missing.

    Raises:
        OSError: it is missing or unreadable.
        FileError: it is anything else than a file, or larger than `most` bytes.
    """
    with _opened(path) as stream:
        state = os.fstat(stream.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise _is_no_file(path, _KINDS.get(stat.S_IFMT(state.st_mode), "no file"))
        if state.st_size > most:
            raise _too_large(path, f"{state.st_size / 2**20:.0f} MB", most)
        return _read(stream, path, most)


def read_standard_input() -> bytes:
    """Return what comes from standard input, to its end.

    Raises:
        FileError: it is closed, unreadable, or larger than MAXIMUM_BYTES.
    """
    with _explaining(STANDARD_INPUT):
        with contextlib.suppress(OSError, ValueError):
            _read_so_far.add(sys.stdin.fileno())
            # Whoever started us may have left it as it is for programs that do not wait.
            os.set_blocking(sys.stdin.fileno(), True)
        return _read(sys.stdin.buffer, STANDARD_INPUT, MAXIMUM_BYTES)


def in_utf_8(path: Path, content: bytes, remedy: str) -> str:
    """Return the text that the bytes of a file are.

    Raises:
        FileError: they are not UTF-8, with the place of the first that is not.
    """
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        problem = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        raise FileError([Finding(str(path), line, column, problem, remedy)]) from None


def note_read(path: Path) -> None:
    """Let a file count as read, since what is written tells of it."""
    _read_so_far.add(path)


def was_read(path: Path) -> bool:
    """Tell whether a path leads to a file that this process has read, under whatever name."""
    for read in _read_so_far:
        with contextlib.suppress(OSError, ValueError):
            if os.path.samefile(path, read):  # noqa: PTH121  takes the number of an open file
                return True
    return False


def _opened(path: Path) -> io.FileIO:
    """Open anything for reading without waiting for it."""
    note_read(path)
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    return io.FileIO(os.open(path, flags), "rb")


def _first_of_pipe(descriptor: int) -> bytes | None:
    """Return what a pipe holds now, maybe nothing as yet; None where nobody writes to it."""
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    if waiting.poll(PATIENCE * 1000):
        return b""
    try:
        return os.read(descriptor, _PART) or None
    except BlockingIOError:
        return b""


@contextlib.contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        leads = "there is no such file" if not path.is_symlink() else "this link leads nowhere"
        remedy = "Check the path."
        if str(path) == "-":
            remedy = "Name a file; /dev/stdin is standard input, and `kzt check -` checks it."
        raise whole_file(path, leads, remedy) from None
    except NotADirectoryError:
        remedy = "Check the path: a part of it is a file, and no folder."
        raise whole_file(path, "there is no such file", remedy) from None
    except IsADirectoryError:
        raise _is_folder(path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "Check what it comes from." if path == STANDARD_INPUT else "Check the file."
        raise whole_file(path, f"cannot be read: {reason}", remedy) from None


def _read(stream: io.FileIO | BinaryIO, path: Path, most: int) -> bytes:
    """Return all bytes of a stream that may have no size, as a pipe, or no end, as /dev/zero."""
    parts: list[bytes] = []
    size = 0
    while (part := stream.read(_PART)) != b"":
        if part is None:
            raise BlockingIOError(errno.EAGAIN, "nothing is there as yet")
        parts.append(part)
        size += len(part)
        if size > most:
            raise _too_large(path, f"more than {most / 2**20:.0f} MB", most)
    return b"".join(parts)


def _is_folder(path: Path) -> FileError:
    return whole_file(path, "this is a folder", "Name a file in it.")


def _is_no_file(path: Path, kind: str) -> FileError:
    """Return the error for what lies where a file is looked for."""
    remedy = "Move it away, or put a file in its place."
    return whole_file(path, f"this is {kind}, where a file is wanted", remedy)


def _too_large(path: Path, size: str, most: int) -> FileError:
    return whole_file(
        path,
        f"the file has {size}; at most {most / 2**20:.0f} MB are read",
        "Split it, or check that it is the file you meant.",
    )
