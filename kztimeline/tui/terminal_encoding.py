"""How text is written to a terminal that may lack letters."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import Any, Final

from kztimeline.text.cells import width

_UTF_8: Final = "utf-8"
_CELLS: Final = "kzt-cells"


def encoding_of(terminal: Any) -> str:
    """Return how a terminal's text is written, and have what it lacks written as question marks.

    An encoding in which an escape is no escape is none that a terminal has: that is UTF-8.
    """
    encoding = str(getattr(terminal, "encoding", None) or _UTF_8)
    with suppress(LookupError):
        if codecs.lookup(encoding).name == _UTF_8:
            return _UTF_8
        if "\x1b[".encode(encoding) != b"\x1b[":
            encoding = _UTF_8
        terminal.reconfigure(encoding=encoding, errors=_CELLS)
        return encoding
    return _UTF_8


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """Write as many question marks for letters that an encoding lacks as they take cells."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "?" * width(error.object[error.start : error.end]), error.end


codecs.register_error(_CELLS, _question_marks)
