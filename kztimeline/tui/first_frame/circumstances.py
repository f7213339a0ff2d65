"""What a drawn screen depends on, told without reading what may be large.

Of the timeline and its cards that is what changes when they are written: size, time and
number of the file. What they hold is compared later, when the screen stands.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from kztimeline import __version__
from kztimeline.loading.files.plain_files import plain_bytes
from kztimeline.loading.findings import FileError
from kztimeline.loading.locations import card_files, cards_folder, user_config, user_state
from kztimeline.session.state.state_files import state_file

_PACKAGE: Final = Path(__file__).parent.parent.parent
_SOURCES: Final = (".py", ".tcss")
_DRAWING: Final = ("textual/app.py", "textual/_compositor.py", "rich/segment.py", "rich/cells.py")
"""Files that are written when what draws the screen is another version."""
_VARIABLES: Final = (
    "TERM",
    "COLORTERM",
    "COLORFGBG",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM_PROGRAM",
    "UNICODE_VERSION",
    "KZT_DOCUMENTS",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
)
_VARIABLES_OF: Final = "TEXTUAL_"
_STATES: Final = ("last", "pins")
_MOST_BYTES: Final = 1024 * 1024
_SETTLED: Final = 2 * 10**9
"""Nanoseconds after which a file that is written again has another time for certain."""


class Size(NamedTuple):
    """How large a terminal is, in cells."""

    columns: int
    lines: int


class Circumstances(NamedTuple):
    """What a screen depends on beside the program itself.

    Attributes:
        digest: Changes when any of it does.
        files: Changes when the timeline or its cards are written.
        settled: Whether a later change to these would show.
    """

    digest: bytes
    files: str
    settled: bool


def circumstances(timeline: Path, key: str, size: Size) -> Circumstances | None:
    """Return what the screen of a timeline depends on now; None where that cannot be told.

    Args:
        timeline: The path of its file.
        key: The name under which the state files know it.
        size: The size of the terminal.
    """
    now = time.time_ns()
    try:
        files = [_stamp(path) for path in _files(timeline)]
        parts = (
            "first frame 1",
            __version__,
            sys.version,
            str(getattr(sys.__stderr__, "encoding", "")),
            size,
            list(_environment()),
            _content(user_config() / "config.toml"),
            os.path.lexists(user_state() / "welcomed"),
            [_own(state_file(name), key) for name in _STATES],
            str(timeline),
            files,
        )
        text = json.dumps(parts)
    except (OSError, FileError, ValueError, RecursionError):
        return None
    settled = all(now - written > _SETTLED for _name, _size, written, _number in files)
    return Circumstances(hashlib.sha256(text.encode()).digest(), repr(files), settled)


@cache
def digest_with_program(found: Circumstances) -> bytes:
    """Return what changes with circumstances or the program; nothing where it cannot be told.

    All files of the program are looked at, once for the same circumstances: what has drawn a
    screen is the program as it was then.
    """
    try:
        program = json.dumps([*_program()])
    except (OSError, ValueError):
        return b""
    return hashlib.sha256(found.digest + program.encode()).digest()


def _files(timeline: Path) -> list[Path]:
    """Return the paths of a timeline, the folder of its cards, and these."""
    folder = cards_folder(timeline)
    found = [timeline]
    if folder.is_dir():
        found += [folder, *card_files(folder)]
    return found


def _stamp(path: Path) -> tuple[str, int, int, int]:
    state = path.stat()
    if not (stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode)):
        raise ValueError("a pipe or a device tells nothing of what it will hold")
    return str(path), state.st_size, state.st_mtime_ns, state.st_ino


def _program() -> Iterator[tuple[str, int, int, int]]:
    """Yield what tells this program, and what it draws with, from other versions."""
    folders = [str(_PACKAGE)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(_SOURCES):
                    state = entry.stat()
                    yield entry.path, state.st_size, state.st_mtime_ns, state.st_ino
                elif "." not in entry.name and entry.name[0] != "_" and entry.is_dir():
                    folders.append(entry.path)
    for name in _DRAWING:
        yield _stamp(_imported(name))


def _imported(name: str) -> Path:
    """Return where a module lies.

    Raises:
        FileNotFoundError: it is imported in another way than from a folder.
    """
    for place in sys.path:
        if (path := Path(place, name)).exists():
            return path
    raise FileNotFoundError(name)


def _environment() -> Iterator[tuple[str, str]]:
    for name in sorted(os.environ):
        if name in _VARIABLES or name.startswith(_VARIABLES_OF):
            yield name, os.environ[name]


def _content(path: Path) -> str:
    try:
        return plain_bytes(path, _MOST_BYTES).decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _own(path: Path, key: str) -> Any:
    """Return what a state file holds for one timeline.

    Raises:
        ValueError: it is damaged.
    """
    content = _content(path)
    held = json.loads(content) if content else {}
    if not isinstance(held, dict):
        raise ValueError("it is not an object")
    return held.get(key)
