"""What is asked on the terminal where an option is not given."""

from __future__ import annotations

from contextlib import suppress

import typer

from kztimeline.text.one_line import joined_lines


def prompted_answer(question: str, default: str | None = None) -> str:
    """Return what is answered to a question, in one line however many were pasted."""
    # Only a line that is edited knows what was pasted from what was typed.
    with suppress(ImportError):
        import readline  # noqa: F401
    return joined_lines(str(typer.prompt(question, default=default, err=True))).strip()
