"""How commands end when something is wrong: words to stderr, an exit code, no traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from kztimeline.loading.findings import FileError, report, visible
from kztimeline.text.numbers import count_of

FINDINGS = 1
USAGE = 2


def fail(problem: str, remedy: str, code: int = FINDINGS) -> NoReturn:
    """Say what is wrong and what to do instead, and exit."""
    say(f"{problem}\n    {remedy}")
    sys.exit(code)


def say(text: str) -> None:
    """Write a line of narration to standard error, after what standard output was given."""
    sys.stdout.flush()
    sys.stderr.write("kzt: " + "\n".join(map(visible, text.split("\n"))) + "\n")


@contextmanager
def reporting() -> Iterator[None]:
    """Turn errors about files into messages."""
    try:
        yield
    except FileError as error:
        sys.stderr.writelines(report(error.findings))
        say(f"{visible(error.findings[0].file)}: {count_of(len(error.findings), 'problem')}")
        sys.exit(FINDINGS)
