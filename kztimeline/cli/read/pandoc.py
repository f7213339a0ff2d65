"""Pandoc, where it is installed: Word from Markdown, with real footnotes."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from typing import Final

from kztimeline.cli.reporting import fail

_READ: Final = "commonmark+footnotes"
"""The Markdown of a briefing, and nothing more that a text could be taken for."""
_PATIENCE: Final = 120
_WITHOUT: Final = "Install Pandoc (pandoc.org), or write .md, .html or .txt."


def to_docx(markdown: str, made: dt.date, title: str) -> bytes:
    """Return Markdown as a Word document, the same bytes on the same day; exit where it cannot be.

    Args:
        markdown: What is written.
        made: The day that the document is said to be of.
        title: Its title, for its properties.
    """
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        fail("Word is written by Pandoc, which is not installed", _WITHOUT)
    midnight = dt.datetime(made.year, made.month, made.day, tzinfo=dt.UTC)
    command = [pandoc, "--sandbox", "--from", _READ, "--to", "docx", "--output", "-"]
    try:
        run = subprocess.run(
            [*command, "--metadata", f"pagetitle={title}", "--metadata", "lang=en"],
            input=markdown.encode(),
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))},
        )
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or str(error).encode()
        reason = (said.decode("utf-8", "replace").strip().splitlines() or ["it stopped"])[0]
        fail(f"Pandoc could not write Word: {reason}", _WITHOUT)
    return run.stdout
