"""What is asked on the terminal where an option is not given."""

from __future__ import annotations

from contextlib import suppress

import typer

from kztimeline.cli.reporting import complain
from kztimeline.text.one_line import joined_lines


def prompted_answer(question: str, default: str | None = None) -> str:
    """Return what is answered to a question, in one line however many were pasted.

    An empty answer means the default; where there is none, it is said that something is needed.
    """
    # Only a line that is edited knows what was pasted from what was typed.
    with suppress(ImportError):
        import readline  # noqa: F401
    while True:
        # Without a default, the same question would come back in silence.
        shown = default is not None
        typed = typer.prompt(question, default=default or "", show_default=shown, err=True)
        if answer := joined_lines(str(typed)).strip():
            return answer
        complain("something is needed here", "    Answer, or stop with ctrl+c.")
