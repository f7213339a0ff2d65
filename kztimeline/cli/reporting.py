"""How commands end when something is wrong: words to stderr, an exit code, no traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from kztimeline.loading.findings import FileError, report
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import bounded, stray_byte, visible, with_stray_bytes
from kztimeline.tui.first_frame import standing

if TYPE_CHECKING:
    from pathlib import Path

    from kztimeline.session.settings import SettingFault

FINDINGS = 1
USAGE = 2
_quiet = False
_in_use: Path | None = None


def fail(problem: str, remedy: str, code: int = FINDINGS) -> NoReturn:
    """Say what is wrong and what to do instead, and exit."""
    complain(problem, f"    {remedy}")
    sys.exit(code)


def require_utf_8(text: str, what: str, remedy: str) -> None:
    """Exit where a byte of a text that is to be read or written is not UTF-8.

    Args:
        text: An argument, or the name of a file.
        what: What it is called.
        remedy: What to do about it.
    """
    if byte := stray_byte(text):
        fail(f"{what}: the byte {byte} in '{with_stray_bytes(text)}' is not UTF-8", remedy, USAGE)


def found_nothing(*lines: str) -> NoReturn:
    """Say that there is nothing of what was asked for, and exit as a search does."""
    say(*lines)
    sys.exit(FINDINGS)


def use_timeline(of: Path | None) -> None:
    """Let commands in what is said from now on name the timeline that an option names."""
    global _in_use
    _in_use = of


def _pasteable(text: str) -> str:
    """Return what is said, its commands as they are typed for the timeline in use."""
    if _in_use is None or "`kzt " not in text:
        return text
    from kztimeline.cli.arguments.pasted import with_timeline

    return with_timeline(text, _in_use)


def be_quiet() -> None:
    """Let narration be left out from now on; what is wrong is said all the same."""
    global _quiet
    _quiet = True


def say(*lines: str) -> None:
    """Write lines of narration to standard error, after what standard output was given.

    What is in one of them stays on it, whatever a name in it holds.
    """
    if not _quiet:
        complain(*lines)


def complain(*lines: str) -> None:
    """Write what is wrong to standard error, as `say` writes narration, but always."""
    if standing.stands():
        standing.leave()
    sys.stdout.flush()
    first, *rest = (visible(bounded(_pasteable(line))) for line in lines)
    sys.stderr.write("".join(f"{_fitted(line)}\n" for line in (f"kzt: {first}", *rest)))


def _fitted(line: str) -> str:
    if not sys.stderr.isatty():
        return line
    from kztimeline.cli.fitting import cells_of, fitted

    return fitted(line, cells_of(sys.stderr))


def say_faults(faults: Iterable[SettingFault]) -> None:
    """Say what of the configuration file cannot be used, and is left out."""
    from kztimeline.session.settings import settings_file

    for fault in faults:
        complain(fault.told(str(settings_file())), f"    {fault.remedy}")


def named_by_variable(file: str) -> list[str]:
    """Return a line that the environment names a file which cannot be read, if it does."""
    from kztimeline.loading.locations import TIMELINE_VARIABLE, timeline_path

    if os.environ.get(TIMELINE_VARIABLE) and file == str(timeline_path()):
        return [f"    The variable {TIMELINE_VARIABLE} names it: correct that, or unset it."]
    return []


@contextmanager
def reporting() -> Iterator[None]:
    """Turn errors about files into messages."""
    try:
        yield
    except FileError as error:
        standing.leave()
        sys.stderr.writelines(
            report([each._replace(remedy=_pasteable(each.remedy)) for each in error.findings])
        )
        file = error.findings[0].file
        hint = [] if error.findings[0].line else named_by_variable(file)
        complain(f"{file}: {count_of(len(error.findings), 'problem')}", *hint)
        sys.exit(FINDINGS)
