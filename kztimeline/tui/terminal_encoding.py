"""How text is written to a terminal that may lack letters."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import Any, Final

from kztimeline.text.cells import width

_UTF_8: Final = "utf-8"
_CELLS: Final = "kzt-cells"


def encoding_of(terminal: Any) -> str:
    """Return how a terminal's text is written, and have what it lacks written otherwise.

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


def _in_as_many_cells(error: UnicodeError) -> tuple[str, int]:
    """Write plain letters for those that an encoding lacks, or as many question marks as cells."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from kztimeline.text.letters.lacking import instead_of

    lacking = error.object[error.start : error.end]
    written = ((width(each), instead_of(each, error.encoding)) for each in lacking)
    fitting = (text if width(text) == cells else "?" * cells for cells, text in written)
    return "".join(fitting), error.end


codecs.register_error(_CELLS, _in_as_many_cells)
