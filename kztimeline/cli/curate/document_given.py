"""What a command is given of a document that is new to it: its text, and what is said of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kztimeline.cli.reporting import say
from kztimeline.documents.texts import document_of
from kztimeline.loading.files.plain_files import STANDARD_INPUT, read_bytes, read_standard_input
from kztimeline.loading.findings import whole_file

if TYPE_CHECKING:
    from kztimeline.documents.texts import DocumentText

_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|section|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_given(argument: str) -> DocumentText:
    """Read the document that an argument names, standard input where it is `-`.

    Raises:
        FileError: it cannot be read, or is not UTF-8 text.
    """
    from kztimeline.loading.importing.others import no_text

    path = STANDARD_INPUT if argument == "-" else Path(argument)
    content = read_standard_input() if argument == "-" else read_bytes(path)
    if other := no_text(content):
        remedy = "Save its text as UTF-8, with the program that shows it, and name that file."
        raise whole_file(path, f"this is {other}, which is not read", remedy)
    return document_of(path, content)


def say_if_page(document: DocumentText) -> None:
    """Say of a page of HTML that it is read as it stands."""
    if _PAGE.match(document.text.removeprefix("\ufeff")):
        say(
            f"{document.path} is a page of HTML: its tags count as text",
            "    Plain text works better: copy the words from a browser and save them as UTF-8.",
        )
