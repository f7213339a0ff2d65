"""From the bytes of a file to its text: UTF-8, and no binary file."""

from __future__ import annotations

import codecs
from pathlib import Path

from kztimeline.loading.files.plain_files import in_utf_8
from kztimeline.loading.findings import FileError, Finding


def decode(path: Path, content: bytes) -> str:
    """Return UTF-8 `content` as text, a byte order mark removed.

    Raises:
        FileError: it is not UTF-8, or no text at all.
    """
    text = in_utf_8(path, content.removeprefix(codecs.BOM_UTF8), "Save the file as UTF-8 text.")
    if (offset := text.find("\0")) >= 0:
        raise FileError([_binary(path, text, offset)])
    return text


def _binary(path: Path, text: str, offset: int) -> Finding:
    """Return the finding about what is not text at all, for the first NUL in it."""
    start = text.rfind("\n", 0, offset) + 1
    line = text.count("\n", 0, offset) + 1
    problem = "the text holds the control character U+0000"
    remedy = "This is not a text file, or it is damaged; remove the character."
    source_line = text[start:].partition("\n")[0]
    return Finding(str(path), line, offset - start + 1, problem, remedy, source_line)
