"""Pandoc, where it is installed: Word from Markdown, with real footnotes, or on one page.

Footnotes and the styles that Pandoc gives a document make three pages of one. What is to stay
one is made from HTML, whose sources are one paragraph, with smaller letters and margins.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from kztimeline.cli.reporting import fail

_READ: Final = "commonmark+footnotes"
"""The Markdown of a briefing, and nothing more that a text could be taken for."""
_TITLE: Final = re.compile("<title>.*?</title>", re.DOTALL)
_MARGIN: Final = 850
"""About 15 mm, in twentieths of a point."""
_MARGINS: Final = "".join(
    f'w:{side}="{size}" '
    for side, size in (
        *((each, _MARGIN) for each in ("top", "right", "bottom", "left")),
        *((each, _MARGIN // 2) for each in ("header", "footer")),
        ("gutter", 0),
    )
)
_SMALLER: Final = (
    ("word/styles.xml", r'(w:before|w:after)="\d+"', r'\1="20"'),
    ("word/styles.xml", r'(<w:szC?s? w:val=)"24"', r'\1"20"'),
    ("word/styles.xml", r'(<w:szC?s? w:val=)"40"', r'\1"28"'),
    ("word/document.xml", r"</w:sectPr>", rf"<w:pgMar {_MARGINS}/></w:sectPr>"),
)
"""What is changed of the document that Pandoc takes its styles from, in half points and less."""
_PATIENCE: Final = 120
_WITHOUT: Final = "Install Pandoc (pandoc.org), or write .md, .html or .txt."


def to_docx(text: str, made: dt.date, title: str, *, one_page: bool = False) -> bytes:
    """Return a briefing as a Word document, the same bytes on the same day, or exit.

    Args:
        text: What is written: Markdown, or HTML of what is to stay on one page.
        made: The day that the document is said to be of.
        title: Its title, for its properties.
        one_page: Whether it is to stay on one page.
    """
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        fail("Word is written by Pandoc, which is not installed", _WITHOUT)
    midnight = dt.datetime(made.year, made.month, made.day, tzinfo=dt.UTC)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}
    read = "html" if one_page else _READ
    command = [pandoc, "--sandbox", "--from", read, "--to", "docx", "--output", "-"]
    command += ["--metadata", f"pagetitle={title}", "--metadata", "lang=en"]
    try:
        if not one_page:
            return _run(command, text, environment)
        with tempfile.TemporaryDirectory() as folder:
            styles = Path(folder) / "styles.docx"
            own = _run([pandoc, "--print-default-data-file", "reference.docx"], "", environment)
            styles.write_bytes(_smaller(own))
            # The heading says it; Pandoc would write it above the heading once more.
            untitled = _TITLE.sub("", text, count=1)
            return _run([*command, "--reference-doc", str(styles)], untitled, environment)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or str(error).encode()
        reason = (said.decode("utf-8", "replace").strip().splitlines() or ["it stopped"])[0]
        fail(f"Pandoc could not write Word: {reason}", _WITHOUT)


def _run(command: list[str], text: str, environment: dict[str, str]) -> bytes:
    return subprocess.run(
        command,
        input=text.encode(),
        capture_output=True,
        check=True,
        timeout=_PATIENCE,
        env=environment,
    ).stdout


def _smaller(document: bytes) -> bytes:
    """Return the document from which Pandoc takes its styles, with smaller ones."""
    changed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                part = old.read(name).decode("utf-8")
                for of, pattern, replacement in _SMALLER:
                    part = re.sub(pattern, replacement, part) if name == of else part
                new.writestr(name, part)
    except (zipfile.BadZipFile, UnicodeError) as error:
        raise OSError(f"its styles cannot be read: {error}") from None
    return changed.getvalue()
