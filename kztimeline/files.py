"""Reading files of reasonable size; writing files so that they are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

from kztimeline.findings import whole_file

MAXIMUM_BYTES = 128 * 1024 * 1024


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to a temporary file beside `path` and rename it into place.

    Raises:
        OSError: the folder cannot be written to; `path` is as it was.
    """
    import tempfile  # some 5 ms that reading does without

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file to replace, or those of a new one."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file of reasonable size.

    Raises:
        FileError: it is missing, a folder, unreadable, or larger than MAXIMUM_BYTES.
    """
    try:
        size = path.stat().st_size
        if size > MAXIMUM_BYTES:
            raise whole_file(
                path,
                f"the file has {size / 2**20:.0f} MB; at most {MAXIMUM_BYTES // 2**20} MB are read",
                "Split it, or check that it is the file you meant.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise whole_file(path, "there is no such file", "Check the path.") from None
    except IsADirectoryError:
        raise whole_file(path, "this is a folder", "Name a YAML file.") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise whole_file(path, f"cannot be read: {reason}", "Check the file.") from None
