"""Files that other programs keep, and which are not read: what they are, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kztimeline.loading.raw_text import UTF_16


class OtherFormat(NamedTuple):
    """A format that is not read: its name with its article, and what to do instead."""

    name: str
    remedy: str


_TABLE: Final = "Save it there as CSV UTF-8; kzt import reads CSV, JSON and jsonl."
_REFERENCES: Final = "Export it as CSL JSON, as Zotero does; kzt import reads CSV, JSON and jsonl."
_EVENTS: Final = "Make a table of it, as CSV with a line of headings; or JSON or jsonl is read."

_NO_TEXTS: Final = (
    (rb"PK\x03\x04", OtherFormat("a workbook or another packed file", _TABLE)),
    (rb"\xd0\xcf\x11\xe0", OtherFormat("a workbook of an old kind", _TABLE)),
    (rb"SQLite format 3\x00", OtherFormat("a database", _TABLE)),
    (rb"%PDF-", OtherFormat("a PDF", _EVENTS)),
    (rb"\{\\rtf", OtherFormat("RTF", _EVENTS)),
    (
        UTF_16,
        OtherFormat("UTF-16 text", "Save it as UTF-8; a spreadsheet calls that CSV UTF-8."),
    ),
)
_FORMATS: Final = (
    *_NO_TEXTS,
    (rb"\s*BEGIN:VCALENDAR", OtherFormat("a calendar", _EVENTS)),
    (rb"(?:\s|%[^\n]*\n)*@[a-z]+\s*[{(]", OtherFormat("BibTeX", _REFERENCES)),
    (rb"\s*TY  - ", OtherFormat("RIS", _REFERENCES)),
    (rb"\s*<(?:!doctype html|html)", OtherFormat("a web page", _EVENTS)),
    (rb"\s*<\?xml|\s*<[a-z]+[ >]", OtherFormat("XML", _EVENTS)),
    (
        rb"(?:\s|#[^\n]*\n)*timeline:\s*(?:#[^\n]*)?\n",
        OtherFormat("a timeline already", "Open it: kzt FILE; or check it: kzt check FILE."),
    ),
    (rb"\s*#{1,6} [^\n,;\t]*\r?\n", OtherFormat("Markdown", _EVENTS)),
)
"""How the bytes of each begin; those of the first are not text as they stand."""


def other_format(content: bytes) -> OtherFormat | None:
    """Return what a file is that is not read; None where it may be one that is."""
    return _begins_like(content, _FORMATS)


def no_text(content: bytes) -> str:
    """Return what a file is that holds no text as it stands, such as a PDF; nothing for others."""
    found = _begins_like(content, _NO_TEXTS)
    return found.name if found else ""


def _begins_like(
    content: bytes, formats: Sequence[tuple[bytes, OtherFormat]]
) -> OtherFormat | None:
    start = content.removeprefix(b"\xef\xbb\xbf")[:4096]
    for beginning, found in formats:
        if re.match(beginning, start, re.IGNORECASE):
            return found
    return None
