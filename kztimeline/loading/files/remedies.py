"""Why a file cannot be written, and what to do."""

from __future__ import annotations

import errno
from typing import Final

_REMEDIES: Final = {
    errno.ENOENT: "Make its folder first, or name a file in another.",
    errno.ENOSPC: "Make room on that disk, and try again.",
    errno.EDQUOT: "Your quota on that disk is full: make room, and try again.",
    errno.EFBIG: "Files are limited in size there: `ulimit -f` shows and sets the limit.",
    errno.ELOOP: "Links lead in a circle there: remove one of them.",
    errno.ENAMETOOLONG: "Give it a shorter name.",
    errno.EISDIR: "Move that folder, or give the file another name.",
    errno.ENOTDIR: "Name a folder that there is.",
}
_REASONS: Final = {
    errno.EISDIR: "a folder has that name",
    errno.ENOTDIR: "a part of its path is a file, and no folder",
}


def reason_of(error: OSError) -> str:
    """Return why a file cannot be written."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def remedy_of(error: OSError, otherwise: str = "") -> str:
    """Return what to do where a file cannot be written; something else than by its error."""
    return _REMEDIES.get(error.errno or 0, otherwise)
