"""Where a command writes: to standard output, or to the file that -o names."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

from kztimeline.cli import streams
from kztimeline.cli.reporting import USAGE, fail
from kztimeline.loading.files.disk import loses_content, own_descriptor, unknown_suffix, write_files
from kztimeline.loading.files.plain_files import was_read
from kztimeline.text.numbers import either

_STANDARD_OUTPUT: Final = 1
_ELSEWHERE: Final = "Name a file in a folder you may write to."


def destination(
    option: str | None, suffixes: Sequence[str] | None, of_events: Sequence[str] = ()
) -> Path | None:
    """Return the file that -o names, None for standard output; exit where it can be neither.

    Args:
        option: What the user named.
        suffixes: How the name of a file may end, such as '.csv', if it has a suffix; None
            for anyhow.
        of_events: How names of files end in which only events are written.
    """
    if option is None or option == "-":
        return None
    path = Path(option)
    if own_descriptor(path) == _STANDARD_OUTPUT:
        return None
    try:
        if not option:
            fail("--output: the name is empty", "Name a file.", USAGE)
        if option.endswith("/") or path.is_dir():
            fail(f"--output: {option} is a folder", "Name a file.", USAGE)
        stream = is_stream(path)
    except OSError as error:
        fail_unwritten(option, error)
    if suffixes is not None and not stream and (suffix := unknown_suffix(path, suffixes)):
        only_events = suffix.lower() in of_events
        fail(
            f"--output: {suffix} is for events, and these are none"
            if only_events
            else f"--output: no format has the suffix {suffix}",
            f"End the name in {either(suffixes)}.",
            USAGE,
        )
    return path


def is_stream(path: Path) -> bool:
    """Whether a path is not a file, but a pipe, a device or the like.

    Raises:
        OSError: that cannot be told.
    """
    return own_descriptor(path) is not None or (path.exists() and not loses_content(path))


def write_or_ask(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write files, asking before one is overwritten; exit where that must not be.

    Nothing is written over what it was made from, or over what the user keeps for every command.

    Raises:
        ReaderGoneError: nobody reads a pipe any longer.
    """
    try:
        for path in files:
            if loses_content(path) and (kept := _kept_as(path)):
                remedy = "Name another file with -o: --force does not replace this one."
                fail(f"{path} is {kept}", remedy, USAGE)
            if loses_content(path) and not force and not _may_overwrite(path):
                fail(f"{path} exists", "Use --force to overwrite it, or name another file.")
        write_files(files)
    except BrokenPipeError:
        raise streams.ReaderGoneError from None
    except OSError as error:
        fail_unwritten(error.filename, error)


def _kept_as(path: Path) -> str:
    """Return what a file is that no output may replace; nothing where it is none such."""
    from kztimeline.loading.locations import timeline_path, user_state
    from kztimeline.session.settings import settings_file

    if was_read(path):
        return "what this is made from"
    kept = {timeline_path(): "your timeline", settings_file(): "your settings"}
    kept |= dict.fromkeys(user_state().glob("*.json"), "where pins and views are kept")
    return next((what for each, what in kept.items() if _is_one_file(path, each)), "")


def _is_one_file(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file; what may not be looked at is none."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def fail_unwritten(name: Path | str, error: OSError, otherwise: str = _ELSEWHERE) -> NoReturn:
    """Say that a file cannot be written and what to do, something else than by its error; exit."""
    from kztimeline.loading.files.remedies import reason_of, remedy_of

    fail(f"{name} cannot be written: {reason_of(error)}", remedy_of(error, otherwise))


def _may_overwrite(path: Path) -> bool:
    """Ask on a terminal; never overwrite where nobody can answer."""
    if not sys.stdin.isatty():
        return False
    from kztimeline.cli.confirming import confirmed

    return confirmed(f"Overwrite {path}?")
