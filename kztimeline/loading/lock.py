"""One writer at a time: what is read, changed and written back is not lost to another."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

PATIENCE: Final = 10.0
"""Seconds to wait for another writer, which takes some milliseconds."""
_NO_LOCKS: Final = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other writers of `path`, which need not exist, from the file that it leads to.

    The folder of that file is what is locked: a lock file would be left behind, and its
    end with the process is seen to by the system. Where a file system knows no locks
    there is none.

    Raises:
        OSError: the folder cannot be opened, or another writer does not end.
    """
    descriptor = os.open(os.path.dirname(os.path.realpath(path)), os.O_RDONLY)  # noqa: PTH120
    try:
        _wait(descriptor, path)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def all_locked(paths: Iterable[Path]) -> Iterator[None]:
    """Keep other writers from several files, as `locked` does from one.

    Raises:
        OSError: a folder cannot be opened, or another writer does not end.
    """
    # A folder is locked once, or this would wait for itself; in one order, or two for each other.
    in_folders = {os.path.dirname(os.path.realpath(path)): path for path in paths}  # noqa: PTH120
    with ExitStack() as stack:
        for _folder, path in sorted(in_folders.items()):
            stack.enter_context(locked(path))
        yield


def _wait(descriptor: int, path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise TimeoutError(
                    errno.ETIMEDOUT, "another program keeps it locked", str(path)
                ) from None
            time.sleep(random.uniform(0.001, 0.01))
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            return
        else:
            return
