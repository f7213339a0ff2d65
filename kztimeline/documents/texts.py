"""The texts of the documents, which their user keeps, not this project."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from kztimeline.loading.files.plain_files import in_utf_8, read_bytes, read_plain
from kztimeline.loading.findings import FileError
from kztimeline.loading.locations import is_cards_folder
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Document

_ABBREVIATED = "".join(
    rf"(?<!\b{word})"
    for word in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gen", "No")
)
_STOP = re.compile(rf"{_ABBREVIATED}(?<!\.[A-Z])([.!?][”’\"')\]]*)\s+(?=[“‘\"'(\[]?[^\W_a-z])")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's text as read: code points, newlines as they are in the file."""

    path: Path
    text: str
    sha256: str


def read_document(path: Path) -> DocumentText:
    """Read a document.

    Raises:
        FileError: it cannot be read, or is not UTF-8 text.
    """
    return document_of(path, read_bytes(path))


def document_of(path: Path, content: bytes) -> DocumentText:
    """Return the document that some bytes are.

    Raises:
        FileError: they are not UTF-8 text.
    """
    text = in_utf_8(path, content, "Save the document as UTF-8 text.")
    return DocumentText(path, text, hashlib.sha256(content).hexdigest())


def find_text(document: Document, folder: Path) -> str | None:
    """Return the text of a document from `folder`; None where it is not there, or another's."""
    where = whereabouts(document, folder)
    if where.state != "at hand":
        return None
    try:
        return document_of(where.path, read_plain(where.path)).text
    except FileError:
        return None


def passage(text: str, span: Span) -> Span:
    """Return the sentence around `span`, or the sentences, for reading it in context.

    A sentence does not go beyond its line; one that cannot be told from the next, as
    after an abbreviation, is left together with it.
    """
    line = line_around(text, span)
    start, end = line
    for stop in _STOP.finditer(text, *line):
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.end(1) >= span.end:
            end = stop.end(1)
            break
    return Span(start, end)


def line_around(text: str, span: Span) -> Span:
    """Return the line of `text` that `span` stands in, or the lines."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)


class Whereabouts(NamedTuple):
    """Whether a document's text is at hand, and where it is looked for."""

    path: Path
    state: Literal["at hand", "missing", "another"]
    sha256: str = ""


def places_of_texts(folder: Path) -> list[Path]:
    """Return the folders in which texts are looked for.

    A folder of cards lies beside the timeline, where the text may have been left.
    """
    return [folder, folder.parent] if is_cards_folder(folder) else [folder]


def whereabouts(document: Document, folder: Path) -> Whereabouts:
    """Tell whether the text of a document is in a folder, and is the one of its card."""
    for path in (place / document.file for place in places_of_texts(folder)):
        try:
            sha256 = hashlib.sha256(read_plain(path)).hexdigest()
        except FileError:
            continue
        return Whereabouts(path, "at hand" if sha256 == document.sha256 else "another", sha256)
    return Whereabouts(folder / document.file, "missing")
