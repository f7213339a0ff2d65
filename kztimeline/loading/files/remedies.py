"""What to do where a file cannot be written."""

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
}


def remedy_of(error: OSError, otherwise: str = "") -> str:
    """Return what to do where a file cannot be written; something else than by its error."""
    return _REMEDIES.get(error.errno or 0, otherwise)
