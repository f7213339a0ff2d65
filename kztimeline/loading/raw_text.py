"""From the bytes of a file to its text: UTF-8, and no binary file."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from kztimeline.loading.files.plain_files import in_utf_8
from kztimeline.loading.findings import FileError, Finding

UTF_16: Final = rb"\xff\xfe|\xfe\xff|(?:[^\x00]\x00){4}|(?:\x00[^\x00]){4}"
"""How a text begins that is UTF-16, with a mark of its order or without."""


def is_utf_16(content: bytes) -> bool:
    """Tell whether some bytes are a text in UTF-16."""
    return re.match(UTF_16, content) is not None


def decode(path: Path, content: bytes) -> str:
    """Return UTF-8 `content` as text, a byte order mark removed.

    Raises:
        FileError: it is not UTF-8, or no text at all.
    """
    if is_utf_16(content):
        problem = "this is UTF-16 text, which is not read"
        raise FileError([Finding(str(path), 1, 1, problem, "Save the file as UTF-8 text.")])
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
