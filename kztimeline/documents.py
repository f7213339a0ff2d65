"""The texts of the documents, which their user keeps, not this project."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from kztimeline.files import read_bytes
from kztimeline.findings import FileError, whole_file
from kztimeline.model import Document
from kztimeline.places import cards_folder
from kztimeline.settings import load_settings
from kztimeline.values import Span

DOCUMENTS_VARIABLE = "KZT_DOCUMENTS"


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's text as read: code points, newlines as they are in the file."""

    path: Path
    text: str
    sha256: str


def documents_folder(option: Path | None, timeline: Path) -> Path:
    """Return the folder where the texts of the documents are looked for.

    That is an option's, the environment's, the configuration's, or the cards' own.
    """
    if option is not None:
        return option
    if named := os.environ.get(DOCUMENTS_VARIABLE):
        return Path(named).expanduser()
    return load_settings().documents or cards_folder(timeline)


def read_document(path: Path) -> DocumentText:
    """Read a document.

    Raises:
        FileError: it cannot be read, or is not UTF-8 text.
    """
    content = read_bytes(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"the byte 0x{content[error.start]:02X} at offset {error.start} is not UTF-8"
        raise whole_file(path, problem, "Save the document as UTF-8 text.") from None
    return DocumentText(path, text, hashlib.sha256(content).hexdigest())


def find_text(document: Document, folder: Path) -> str | None:
    """Return the text of a document from `folder`; None where it is not there, or another's."""
    path = folder / document.file
    if not path.is_file():
        return None
    try:
        found = read_document(path)
    except FileError:
        return None
    return found.text if found.sha256 == document.sha256 else None


def passage(text: str, span: Span) -> Span:
    """Return the sentence or paragraph part around `span`, for reading it in context."""
    start = max(text.rfind(stop, 0, span.start) + len(stop) for stop in (". ", "\n"))
    ends = [text.find(stop, span.end) for stop in (". ", "\n")]
    end = min([found + 1 for found in ends if found >= 0], default=len(text))
    return Span(min(start, span.start), max(end, span.end))
