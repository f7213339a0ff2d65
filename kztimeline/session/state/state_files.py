"""What the reader leaves behind between runs: JSON files, whole or set aside.

A state file is an object by timeline (see `timeline_key`), so that what belongs to
one timeline never shows up in another. Windows take turns in changing one. A file
that is not JSON is renamed, one that cannot be read is left alone; neither is ever
overwritten, and the reader is told. What is not understood stays in the file.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from kztimeline.loading.files.plain_files import plain_bytes
from kztimeline.loading.findings import FileError
from kztimeline.loading.locations import NO_HOME, builtin_timeline, user_state

_BUILT_IN: Final = "built-in"
_MOST_BYTES: Final = 32 * 1024 * 1024


class StateFile(NamedTuple):
    """What a state file holds, and what the reader should know about it, if anything.

    Attributes:
        data: What it holds; empty where there is none or it cannot be used.
        notice: What is to be said of it.
        kept_out: Whether there is a file which must not be overwritten.
    """

    data: dict[str, Any]
    notice: str = ""
    kept_out: bool = False


class OfFile(Protocol):
    """What state is kept for: a timeline, or what stands for one."""

    @property
    def path(self) -> str:
        """The path of its file; empty where it has none."""


def timeline_key(timeline: OfFile) -> str:
    """Return the name under which things are kept for a timeline.

    The built-in timeline keeps its name wherever the program is installed.
    """
    return state_key(timeline.path) if timeline.path else ""


def state_key(timeline: str) -> str:
    """Return the same for the path of a timeline's file."""
    path = os.path.realpath(timeline)
    return _BUILT_IN if path == os.path.realpath(builtin_timeline()) else path


def state_file(name: str) -> Path:
    """Return the path of the state file called `name`, which need not exist."""
    return user_state() / f"{name}.json"


def load_state(name: str) -> StateFile:
    """Read a state file: an empty object where there is none or it is damaged.

    A damaged file is renamed to `….json.damaged`, and the notice says so.
    """
    path = state_file(name)
    found = _read(path)
    if found is not None:
        return found
    from kztimeline.loading.files.lock import locked

    try:
        with locked(path):
            return _read_or_set_aside(path)
    except OSError as error:
        return StateFile({}, _is_stuck(path, error), kept_out=True)


def load_for(name: str, timeline: OfFile) -> tuple[dict[str, Any], str]:
    """Return what a state file holds for one timeline, and what the reader should know of it."""
    data, notice, _kept_out = load_state(name)
    own = data.get(timeline_key(timeline), {})
    if not isinstance(own, dict):
        unlike = f"{state_file(name)}: what it holds for this timeline is not understood"
        return {}, notice or unlike
    return own, notice


def change_for(
    name: str, timeline: OfFile, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> str:
    """Read what a state file holds for one timeline now, and write what `change` makes of it.

    Returns:
        What the reader should know about the file, or nothing.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    from kztimeline.loading.files.lock import locked

    path = state_file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        data, notice, kept_out = _read_or_set_aside(path)
        if kept_out:
            raise OSError(errno.EEXIST, notice)
        key = timeline_key(timeline)
        own = data.get(key, {})
        if not isinstance(own, dict):
            data, own = {**data, spare_key(data, key): own}, {}
        _write(path, {**data, key: change(own)})
    return notice


def spare_key(data: Mapping[str, Any], key: str) -> str:
    """Return a key that is free, for a value under `key` that is not understood."""
    name = f"{key} (not understood)"
    return name if name not in data else spare_key(data, name)


def left_out(path: Path, strange: Sequence[str]) -> str:
    """Return what to say of parts of a state file that are not understood, or nothing."""
    if not strange:
        return ""
    first, *others = strange
    if not others:
        return f"{path.name}: {first} is not understood and was left out"
    more = "one" if len(others) == 1 else len(others)
    return f"{path.name}: {first} and {more} more are not understood and were left out"


def _read(path: Path) -> StateFile | None:
    """Read a state file; None where it is damaged."""
    import json

    try:
        content = plain_bytes(path, _MOST_BYTES)
    except FileNotFoundError:
        return StateFile({})
    except (OSError, FileError) as error:
        if path.is_relative_to(NO_HOME):
            return StateFile({})
        return StateFile({}, f"{path} cannot be read: {_reason(error)}", kept_out=True)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return StateFile(data) if isinstance(data, dict) else None


def _read_or_set_aside(path: Path) -> StateFile:
    """Read a state file that no other window writes meanwhile."""
    found = _read(path)
    if found is not None:
        return found
    try:
        return StateFile({}, _set_aside(path))
    except OSError as error:
        return StateFile({}, _is_stuck(path, error), kept_out=True)


def _write(path: Path, data: Mapping[str, Any]) -> None:
    import json

    from kztimeline.loading.files.disk import write_whole

    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    # A lone surrogate becomes the escape that JSON has for it.
    write_whole(path, text.encode("utf-8", "backslashreplace"))


def _reason(error: OSError | FileError) -> str:
    if isinstance(error, FileError):
        return error.findings[0].problem
    return error.strerror or str(error)


def _is_stuck(path: Path, error: OSError) -> str:
    return f"{path} is damaged and cannot be renamed: {_reason(error)}"


def _set_aside(path: Path) -> str:
    """Rename a damaged file to a name that is free, and return what to say about it.

    A link to it stays, and leads to the file that is written next.

    Raises:
        OSError: it cannot be renamed.
    """
    target = Path(os.path.realpath(path))
    aside = target.with_name(f"{target.name}.damaged")
    number = 1
    while os.path.lexists(aside):
        number += 1
        aside = target.with_name(f"{target.name}.damaged{number}")
    target.rename(aside)
    return f"{path} was damaged; it is kept as {aside.name}"
