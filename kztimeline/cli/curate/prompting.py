"""What is asked on the terminal where an option is not given."""

from __future__ import annotations

from contextlib import suppress

from kztimeline.cli.confirming import asked_line
from kztimeline.cli.reporting import complain
from kztimeline.text.one_line import joined_lines


def prompted_answer(question: str, default: str | None = None) -> str:
    """Return what is answered to a question, in one line however many were pasted.

    An empty answer means the default; where there is none, it is said that something is needed.
    """
    # Only a line that is edited knows what was pasted from what was typed.
    with suppress(ImportError):
        import readline  # noqa: F401
    shown = f"{question} [{default}]:" if default is not None else f"{question}:"
    while True:
        if answer := joined_lines(asked_line(shown)).strip() or (default or ""):
            return answer
        # Without a default, the same question would come back in silence.
        complain("something is needed here", "    Answer, or stop with ctrl+c.")
